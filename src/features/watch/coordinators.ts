// A co-ordinator whose account is gone: the others are told once, since alerts that wait go to one of them by name.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { open, text } from '../../conversation/notice.ts';
import { type Changes, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { coordinatorTrouble, withAddress, withNames } from '../../scheme/coordinators.ts';
import { coordinatorName } from '../../scheme/joining.ts';
import { coordinator, labels } from './messages.ts';

/** What changes when a co-ordinator's account is gone; undefined for anybody else, or when it is known already. */
export function coordinatorGone({ scheme, now }: Turn, account: string): Changes | undefined {
  const trouble = coordinatorTrouble(account);
  if (!scheme.coordinators.includes(account) || trouble in scheme.troubles) return undefined;
  return {
    put: [put('scheme', { ...scheme, troubles: { ...scheme.troubles, [trouble]: now } })],
    letters: [
      {
        letter: 'watch.coordinator-gone',
        ids: { account },
        to: { channel: 'coordinators' },
        id: `watch.${trouble}`,
      },
    ],
    history: [{ what: 'coordinator.gone', about: ['scheme'] }],
  };
}

/** The account is there again: nothing needs saying, and a later loss is told anew. */
export function coordinatorBack({ scheme }: Turn, account: string): Changes | undefined {
  const { [coordinatorTrouble(account)]: known, ...troubles } = scheme.troubles;
  return known === undefined ? undefined : { put: [put('scheme', { ...scheme, troubles })] };
}

export const coordinatorLetter = letterOf({
  name: 'watch.coordinator-gone',
  class: 'must',
  plan: () => ({}),
  draw: ({ scheme }, ids) => {
    const { account = '' } = ids;
    if (!scheme.coordinators.includes(account) || !(coordinatorTrouble(account) in scheme.troubles)) return undefined;
    return {
      text: coordinator.line,
      parts: [text(coordinator.text([coordinatorName(scheme, account)]))],
      buttons: [open(labels.setup, 'setup.coordinators')],
    };
  },
});

/** A co-ordinator who was named by account alone, as in the settings of the program: from their first visit on others read their name, and they are kept out of what concerns them. */
export const seenRule = dateOf({
  what: 'happening.coordinator-seen',
  plan: () => ({}),
  decide: ({ scheme }, { account = '', name = '', emailHash = '' }) => {
    if (!scheme.coordinators.includes(account)) return undefined;
    const isPerson = scheme.coordinatorPersons[account] !== undefined;
    const address = emailHash === '' || isPerson ? {} : withAddress(scheme, account, emailHash);
    return { put: [put('scheme', { ...scheme, ...withNames(scheme, { [account]: name }), ...address })] };
  },
});

// In time: both are asked how they would like to end, or to go on; and what is said when it has ended. Messages carry a neutral line, the page says the rest.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { inHours } from '../../conversation/in-hours.ts';
import { type Ids, type Notice, open } from '../../conversation/notice.ts';
import { type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import { closingLook, hasFinished, isClosing } from '../../scheme/closing.ts';
import type { Pairing, Person } from '../../scheme/kinds.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import type { Role } from '../../scheme/records/people.ts';
import { isRunning } from '../../scheme/states.ts';
import { finishing, finishPlan } from './finish.ts';
import { says } from './messages.ts';

const pairingOnly = (ids: Ids) => ({ pairing: one('pairing', ids['pairing'] ?? 'none') });

export const closingDate = dateOf({
  what: 'pairing.closing',
  plan: ids => ({
    ...finishPlan(ids['id'] ?? 'none'),
    mentor: one('person', via('pairing', 'mentor')),
    mentee: one('person', via('pairing', 'mentee')),
  }),
  decide: turn => {
    const { open: opened, scheme, now } = turn;
    const { pairing } = opened;
    if (!pairing || !isRunning(pairing.state) || (pairing.closingAt ?? 0) > now) return undefined;
    const mayAsk = (side: Role): 'yes' | 'later' | 'never' => {
      const person = opened[side];
      // Who wants no messages finds it on their own page all the same.
      if (!person || person.goneAt !== undefined || person.checkins === 'none') return 'never';
      return mayPrompt(person, now, scheme) ? 'yes' : 'later';
    };
    const look = closingLook(pairing, scheme, now, mayAsk);
    if (look === 'over') {
      const { pairing: _done, ...changes } = finishing(turn, pairing);
      return { ...changes, letters: inHours(changes.letters ?? [], [opened.mentor, opened.mentee], turn) };
    }
    const people = look.ask.flatMap(side => opened[side] ?? []);
    return {
      put: [put('pairing', look.pairing), ...people.map(person => put('person', prompted(person, now, scheme)))],
      letters: people.map(person =>
        askOrder(pairing, person, intoWorkingHours(now, person.zone, person.hours, scheme.closedDays)),
      ),
    };
  },
});

const askOrder = ({ id }: Pairing, person: Person, notBefore: number): LetterOrder => ({
  letter: 'closing.ask',
  ids: { pairing: id },
  to: { person: person.id },
  id: `closing.ask-${id}-${person.id}`,
  notBefore,
});

/** Vanishes where the end has moved, or has come. */
export const askLetter = letterOf({
  name: 'closing.ask',
  class: 'nudge',
  plan: pairingOnly,
  draw: ({ open: { pairing }, scheme, now }): Notice | undefined =>
    pairing && isClosing(pairing, scheme, now)
      ? {
          text: says.something,
          buttons: [open(says.open, 'closing', { pairing: pairing.id }, 'primary'), open(says.fewer, 'me.reminders')],
        }
      : undefined,
});

/** The other one has said that the two have finished. */
export const saidLetter = letterOf({
  name: 'closing.said',
  class: 'answer',
  plan: pairingOnly,
  draw: ({ open: { pairing } }, ids): Notice | undefined =>
    pairing && isRunning(pairing.state) && hasFinished(pairing, ids['side'] === 'mentor' ? 'mentor' : 'mentee')
      ? { text: says.something, buttons: [open(says.open, 'closing', { pairing: pairing.id }, 'primary')] }
      : undefined,
});

export const doneLetter = letterOf({
  name: 'closing.done',
  class: 'answer',
  plan: pairingOnly,
  draw: ({ open: { pairing } }): Notice | undefined =>
    pairing?.state === 'completed'
      ? { text: says.something, buttons: [open(says.open, 'closing', { pairing: pairing.id }, 'primary')] }
      : undefined,
});

// Somebody whose account is gone, or there again: their registration rests, open proposals come to nothing, the co-ordinators are told once (A15).
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { endingProposals, proposalsPlan } from '../../conversation/leaving.ts';
import { open, text } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put, together } from '../../conversation/outcome.ts';
import { allOf, one, via } from '../../conversation/plan.ts';
import { paused, withPlaces } from '../../scheme/absence.ts';
import type { Pairing, Person, Registration, Scheme } from '../../scheme/kinds.ts';
import { appOf } from '../../scheme/lanes.ts';
import { coordinatorLinked, coordinatorUnlinked, withoutAccount } from '../../scheme/linking.ts';
import { isRunning, registrationMay } from '../../scheme/states.ts';
import { coordinatorBack, coordinatorGone } from './coordinators.ts';
import { labels, personGone } from './messages.ts';

const whose = (ids: Record<string, string>) => ({
  account: one('account', ids['account'] ?? 'none'),
  person: one('person', via('account', 'person')),
});

const toCoordinators = (letter: string, person: string): LetterOrder => ({
  letter,
  ids: { person },
  to: { channel: 'coordinators' },
  id: `${letter}.${person}`,
});

/** Nothing new comes to somebody who is not there; where they stood is kept for their return. */
function rests(registration: Registration): Registration {
  if (registration.state === 'paused') return registration;
  return registrationMay(registration.state, 'paused') ? paused(registration, undefined) : registration;
}

/** A co-ordinator who has another account stays one by that; nobody need be told. */
function coordinatorElsewhere(scheme: Scheme, left: Person, account: string): Changes | undefined {
  if (!left.accounts.some(other => scheme.coordinators.includes(other))) return undefined;
  const after = coordinatorUnlinked(scheme, left, account);
  return after && { put: [put('scheme', after)] };
}

export const goneRule = dateOf({
  what: 'happening.person-gone',
  plan: ids => ({
    ...whose(ids),
    registrations: allOf('registration', via('account', 'person'), 4),
    ...proposalsPlan(via('account', 'person')),
  }),
  decide: (turn, ids) => {
    const { open: opened, now } = turn;
    const { person, registrations } = opened;
    const coordinator = coordinatorGone(turn, ids['account'] ?? '');
    if (!person || person.goneAt) return coordinator;
    // With another account somewhere else, the person is still there: they are reached by that one from now on.
    const account = ids['account'] ?? '';
    if (!person.accounts.includes(account)) return coordinator;
    const left = withoutAccount(person, account);
    if (left.accounts.length > 0)
      return together(coordinatorElsewhere(turn.scheme, left, account) ?? coordinator, {
        put: [put('person', left)],
        letters: [
          {
            letter: 'watch.account-gone',
            ids: { account },
            to: { person: person.id },
            id: `watch.account-gone.${account}`,
          },
        ],
        history: [{ what: 'account.gone', about: [person.id] }],
      });
    const ended = endingProposals(person.id, opened, now);
    const resting = registrations
      .map(before => ({ before, after: withPlaces(rests(before), ended.freed) }))
      .filter(({ before, after }) => before !== after);
    return together(ended.changes, coordinator, {
      put: [put('person', { ...person, goneAt: now }), ...resting.map(({ after }) => put('registration', after))],
      letters: [toCoordinators('watch.person-gone', person.id)],
      history: [{ what: 'person.gone', about: [person.id] }],
    });
  },
});

export const backRule = dateOf({
  what: 'happening.person-back',
  plan: ids => whose(ids),
  decide: (turn, ids) => {
    const { person } = turn.open;
    const { account = '' } = ids;
    const coordinator = coordinatorBack(turn, account);
    if (!person) return coordinator;
    const accounts = [...new Set([...person.accounts, account])];
    if (!person.goneAt) {
      if (person.accounts.includes(account)) return coordinator;
      const after = { ...person, accounts };
      const scheme = coordinator ? undefined : coordinatorLinked(turn.scheme, after);
      return together(coordinator, { put: [put('person', after), ...(scheme ? [put('scheme', scheme)] : [])] });
    }
    return together(coordinator, {
      put: [put('person', { ...person, accounts, goneAt: undefined })],
      letters: [
        toCoordinators('watch.person-back', person.id),
        { letter: 'watch.welcome-back', ids: {}, to: { person: person.id }, id: `watch.welcome-back.${person.id}` },
      ],
      history: [{ what: 'person.back', about: [person.id] }],
    });
  },
});

const running = (pairings: readonly Pairing[]): number => pairings.filter(one => isRunning(one.state)).length;

export const goneLetter = letterOf({
  name: 'watch.person-gone',
  class: 'answer',
  plan: ids => ({
    person: one('person', ids['person'] ?? 'none'),
    pairings: allOf('pairing', ids['person'] ?? 'none', 40),
  }),
  draw: ({ open: { person, pairings } }) =>
    person?.goneAt
      ? {
          text: personGone.line(person.name),
          parts: [text([{ bold: personGone.line(person.name) }, ' ', personGone.what(running(pairings))])],
          buttons: [open(labels.open, 'people.one', { person: person.id })],
        }
      : undefined,
});

export const backLetter = letterOf({
  name: 'watch.person-back',
  class: 'answer',
  plan: ids => ({ person: one('person', ids['person'] ?? 'none') }),
  draw: ({ open: { person } }) =>
    person && !person.goneAt
      ? {
          text: personGone.back(person.name),
          buttons: [open(labels.open, 'people.one', { person: person.id })],
        }
      : undefined,
});

/** To somebody who is reached by another account from now on. */
export const accountGoneLetter = letterOf({
  name: 'watch.account-gone',
  class: 'answer',
  plan: () => ({}),
  draw: ({ actor }, ids) =>
    actor.person && !actor.person.accounts.includes(ids['account'] ?? '')
      ? { text: personGone.elsewhere(appOf(ids['account'] ?? '')), buttons: [open(labels.me, 'me.accounts')] }
      : undefined,
});

export const welcomeBackLetter = letterOf({
  name: 'watch.welcome-back',
  class: 'answer',
  plan: () => ({}),
  draw: () => ({ text: personGone.welcome, buttons: [open(labels.me, 'me', {}, 'primary')] }),
});

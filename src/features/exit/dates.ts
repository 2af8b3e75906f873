// What becomes due after an exit: the second co-ordinator, the warning about a held notice, its release, and the day somebody is free again.
import { dateOf } from '../../conversation/feature.ts';
import { inHours } from '../../conversation/in-hours.ts';
import { type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import { addWorkingDays, dayOf, intoWorkingHours } from '../../scheme/calendar.ts';
import { onceEach, withoutPersonOf } from '../../scheme/coordinators.ts';
import { noticeGiven, offeredAgain } from '../../scheme/ends.ts';
import type { Exit, Registration } from '../../scheme/kinds.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { coordinatorsPlan, redrawn, secondOrder, toWhom, unconcerned } from './coordinators.ts';
import { noticeOrders } from './end.ts';

/** R46: unread after three working days, it goes to the second co-ordinator, once; with only one, to that one. */
export const unreadDate = dateOf({
  what: 'exit.unread',
  plan: ids => ({ exit: one('exit', ids['id'] ?? 'none'), ...coordinatorsPlan() }),
  decide: turn => {
    const { exit } = turn.open;
    if (!exit || exit.readAt !== undefined || exit.escalated || (exit.escalateAt ?? Infinity) > turn.now)
      return undefined;
    const free = unconcerned(turn.open, turn.scheme, exit.closedTo);
    const each = onceEach(turn.scheme, free);
    const first = exit.alertTo ?? each[0];
    const second = withoutPersonOf(turn.scheme, each, first)[0] ?? first;
    const told: Exit = { ...exit, escalated: true, secondTo: second };
    return { put: [put('exit', told)], letters: second === undefined ? [] : [secondOrder(exit.id, second)] };
  },
});

export const warnDate = dateOf({
  what: 'notice.warn',
  plan: ids => ({ pairing: one('pairing', ids['id'] ?? 'none'), exit: one('exit', ids['id'] ?? 'none') }),
  decide: turn => {
    const { pairing, exit } = turn.open;
    if (pairing?.notice !== 'held' || (pairing.noticeWarnAt ?? Infinity) > turn.now) return undefined;
    const warning: LetterOrder = {
      letter: 'exit.warn',
      ids: { pairing: pairing.id },
      to: toWhom(exit),
      id: `exit.warn-${pairing.id}`,
    };
    // Where nobody could be told of the exit, nobody can be warned of its notice either.
    const isTold = exit === undefined || exit.escalateAt !== undefined;
    return { put: [put('pairing', { ...pairing, noticeWarnAt: undefined })], letters: isTold ? [warning] : [] };
  },
});

/** A notice is held for five working days at most; then it goes out by itself. */
export const releaseDate = dateOf({
  what: 'notice.release',
  plan: ids => ({
    pairing: one('pairing', ids['id'] ?? 'none'),
    exit: one('exit', ids['id'] ?? 'none'),
    partner: one('person', via('pairing', 'noticeTo')),
  }),
  decide: turn => {
    const { pairing, exit, partner } = turn.open;
    if (pairing?.notice !== 'held' || (pairing.noticeReleaseAt ?? Infinity) > turn.now) return undefined;
    const notice = pairing.noticeTo === undefined ? [] : noticeOrders(pairing, pairing.noticeTo);
    return {
      put: [put('pairing', noticeGiven(pairing))],
      letters: [...inHours(notice, [partner], turn), ...(exit ? redrawn(exit) : [])],
      history: [{ what: 'notice.released', about: [pairing.id] }],
    };
  },
});

const WAIT_DAYS = 2;

/** The day somebody named: free again by their own earlier yes; or asked once more, because they wished to be (R40). */
export const freeAgainDate = dateOf({
  what: 'registration.free-again',
  plan: ids => ({
    registration: one('registration', ids['id'] ?? 'none'),
    person: one('person', via('registration', 'person')),
  }),
  decide: turn => {
    const { registration, person } = turn.open;
    const day = registration?.availableFrom;
    if (registration?.state !== 'resting' || day === undefined) return undefined;
    if (Date.parse(`${day}T00:00:00Z`) > turn.now) return undefined;
    if (registration.freeAgain === 'yes')
      return { put: [put('registration', offeredAgain(registration, registration.capacity, turn.now))] };
    const asked: Registration = { ...registration, availableFrom: undefined, freeAgain: undefined };
    if (!person || person.goneAt !== undefined) return { put: [put('registration', asked)] };
    // They wished to be asked: where another prompt came just before, it is some days later.
    if (!mayPrompt(person, turn.now, turn.scheme)) {
      const later = addWorkingDays(dayOf(turn.now, person.zone), WAIT_DAYS, turn.scheme.closedDays, person.hours.days);
      return { put: [put('registration', { ...registration, availableFrom: later })] };
    }
    return {
      put: [put('registration', asked), put('person', prompted(person, turn.now, turn.scheme))],
      letters: [
        {
          letter: 'offer.ask',
          ids: { registration: registration.id },
          to: { person: person.id },
          id: `offer.ask-${registration.id}`,
          notBefore: intoWorkingHours(turn.now, person.zone, person.hours, turn.scheme.closedDays),
        },
      ],
    };
  },
});

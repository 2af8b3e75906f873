// Who may answer a registration, and what the answers are as changes (A2, A4–A7, R3–R6).
import { isOnlyCoordinator } from '../../conversation/coordinating.ts';
import { type Changes, type LetterOrder, type Put, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { addressOf, knownAs, onceEach } from '../../scheme/coordinators.ts';
import {
  afterAcceptance,
  afterTraining,
  digestOrder,
  type Standing,
  type TrainingMark,
  trainingRule,
  withoutTraining,
} from '../../scheme/joining.ts';
import type { Casefile, Person, Registration, Scheme } from '../../scheme/kinds.ts';
import { excludes, type Sealed } from '../../scheme/sealed.ts';

/**
 * `own`: nobody answers their own registration; `only`: unless there is no other co-ordinator. `closed`: they are its person's
 * partner, or on the list of people to be kept apart; the casefile is not theirs to read.
 */
export type Leave = 'may' | 'only' | 'own' | 'closed';

/** Whether this co-ordinator may open and answer this registration. */
export function leaveFor(
  turn: Pick<Turn, 'actor' | 'scheme'>,
  registration: Registration,
  casefile: Casefile | undefined,
  exclusions: Sealed<'exclusions'> | undefined,
): Leave {
  const { person, account, emailHash } = turn.actor;
  if (person && person.id === registration.person) return isOnlyCoordinator(turn) ? 'only' : 'own';
  const self = { id: person?.id ?? account, emailHash: person?.emailHash ?? emailHash };
  return casefile === undefined || excludes(exclusions, self) ? 'closed' : 'may';
}

const toPerson = (letter: string, person: string): LetterOrder => ({
  letter,
  ids: {},
  to: { person },
  id: `${letter}.${person}`,
});
const once = (persons: string[]): string[] => [...new Set(persons)];

/** Whoever asked to be mentioned in check-in posts is from here on, being accepted. */
function mentioned(registrations: Registration[], people: Person[]): Put[] {
  return people
    .filter(person => !person.mention && registrations.some(one => one.person === person.id && one.mention))
    .map(person => put('person', { ...person, mention: true }));
}

/** A4: these are accepted, those that need no training are in the pool at once, and each person is told once. */
export function accepting(
  turn: Pick<Turn, 'actor' | 'scheme' | 'now'>,
  registrations: Registration[],
  people: Person[],
): { changes: Changes; accepted: Registration[] } {
  const accepted = registrations.map(before => {
    const { mention: _told, ...after } = afterAcceptance(before, turn.scheme, turn.actor.account, turn.now);
    return after as Registration;
  });
  const letters = once(accepted.map(one => one.person)).map(person => toPerson('accept.accepted', person));
  return {
    accepted,
    changes: {
      put: [...accepted.map(one => put('registration', one)), ...mentioned(registrations, people)],
      letters: [...letters, digestOrder('update')],
      history: [{ what: 'registration.accepted', about: accepted.map(one => one.id) }],
    },
  };
}

/** A2: the registration waits for its person's reply. */
export function asking(turn: Pick<Turn, 'actor' | 'now'>, before: Registration, question: string): Changes {
  const after: Registration = {
    ...before,
    state: 'more-info',
    question,
    decidedBy: turn.actor.account,
    decidedAt: turn.now,
  };
  delete after.escalateAt;
  delete after.reply;
  return {
    put: [put('registration', after)],
    letters: [toPerson('accept.question', before.person), digestOrder('update')],
    history: [{ what: 'registration.asked', about: [before.id] }],
  };
}

/** A5: not this time, with a reason for the person alone. */
export function declining(turn: Pick<Turn, 'actor' | 'now'>, before: Registration, reason: string): Changes {
  const after: Registration = {
    ...before,
    state: 'not-accepted',
    reason,
    decidedBy: turn.actor.account,
    decidedAt: turn.now,
  };
  delete after.escalateAt;
  return {
    put: [put('registration', after)],
    letters: [toPerson('accept.declined', before.person), digestOrder('update')],
    history: [{ what: 'registration.declined', about: [before.id] }],
  };
}

/** A6: what was decided about the training of these people, who are told which step is left or that none is. */
export function marking(
  turn: Pick<Turn, 'actor' | 'now' | 'scheme'>,
  before: Registration[],
  mark: TrainingMark,
  letter: 'accept.ready' | 'accept.claim',
): Changes {
  const { actor, scheme, now } = turn;
  const after = before.map(one => afterTraining(one, scheme, { training: mark, by: actor.account }, now));
  return {
    put: after.map(one => put('registration', one)),
    letters: once(after.map(one => one.person)).map(person => toPerson(letter, person)),
    history: [{ what: `training.${mark}`, about: after.map(one => one.id) }],
  };
}

/** Whether it was marked that somebody was at the training; whatever they were told, it can have been the wrong person. */
export const isMarked = ({ training, trainingAt }: Registration): boolean =>
  training === 'attended' && trainingAt !== undefined;

/** The mark taken back: the training is still to be done, where the scheme asks for it. Whoever cannot be matched any more is told; pairings go on. */
export function unmarking(turn: Pick<Turn, 'scheme'>, before: Registration): { changes: Changes; isTold: boolean } {
  const isAsked = trainingRule(turn.scheme, before.role) === 'required';
  const after = withoutTraining(before, { training: isAsked ? 'needed' : 'not-needed' } as Standing, turn.scheme);
  const isTold = after.state !== before.state || after.formerState !== before.formerState;
  return {
    isTold,
    changes: {
      put: [put('registration', after)],
      letters: isTold ? [toPerson('session.back', before.person)] : [],
      cancel: [`accept.ready.${before.person}`],
      history: [{ what: 'training.attended: taken back', about: [before.id] }],
    },
  };
}

/**
 * Who is told that a registration still waits: the next co-ordinator after the first who is neither its person nor on the
 * person's list; undefined where there is none, and the channel is told instead.
 */
export function nextCoordinator(
  scheme: Scheme,
  person: Person | undefined,
  exclusions: Sealed<'exclusions'> | undefined,
): string | undefined {
  return onceEach(scheme)
    .slice(1)
    .find(account => {
      const known = knownAs(scheme, account);
      if (person?.accounts.includes(account) || (known !== undefined && known === person?.id)) return false;
      return known === undefined || !excludes(exclusions, { id: known, emailHash: addressOf(scheme, account) });
    });
}

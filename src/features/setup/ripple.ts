// What a changed setting means for people who are registered already: fewer places, training that is now asked for, or no longer (R6, R16).
import { jobOf, letterOf } from '../../conversation/feature.ts';
import { open, text } from '../../conversation/notice.ts';
import { type Changes, put } from '../../conversation/outcome.ts';
import { page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Instant } from '../../scheme/calendar.ts';
import { asksForEvent, mustComeAgain, trainingRule, waitsForTraining } from '../../scheme/joining.ts';
import type { Registration, Scheme } from '../../scheme/kinds.ts';
import type { RegistrationState } from '../../scheme/states.ts';
import { labels, ripple } from './messages.ts';

/** With their registrations a step opens at most 180 records. */
const PEOPLE_A_STEP = 60;

type Stand = Pick<Registration, 'state' | 'formerState'>;

/** The state with one exchanged for another, also behind a pause. */
function exchanged(before: Registration, from: readonly RegistrationState[], to: RegistrationState): Stand {
  if (from.includes(before.state)) return { state: to };
  const hidden = before.state === 'paused' && before.formerState && from.includes(before.formerState);
  return hidden ? { state: 'paused', formerState: to } : { state: before.state };
}

function withinCapacity(before: Registration, scheme: Scheme): Registration {
  if (before.capacity <= scheme.maxMentees) return before;
  const after = { ...before, capacity: scheme.maxMentees };
  return after.taken >= after.capacity ? { ...after, ...exchanged(after, ['available'], 'full') } : after;
}

const accepted: readonly RegistrationState[] = [
  'accepted',
  'ready',
  'available',
  'full',
  'resting',
  'paused',
  'dormant',
];

function asTrained(before: Registration, scheme: Scheme, now: Instant): Registration {
  const trained = before.training === 'attended' || before.training === 'exempt';
  if (trained || !accepted.includes(before.state)) return before;
  if (trainingRule(scheme, before.role) === 'required') {
    const training = before.training === 'not-needed' ? 'needed' : before.training;
    return { ...before, training, ...exchanged(before, ['ready', 'available'], 'accepted') };
  }
  const waits = waitsForTraining({ ...before, state: before.formerState ?? before.state });
  const stand = waits ? exchanged(before, ['accepted'], 'available') : {};
  // What had run out, or was taken back, is not asked for any more.
  const none = { training: 'not-needed' as const, trainingPastAt: undefined, trainingTakenBack: undefined };
  const past = mustComeAgain(before) ? none : {};
  return { ...before, ...stand, ...past, ...(waits ? { waitingSince: before.waitingSince ?? now } : {}) };
}

/**
 * R8: where an event comes first, whoever has not been to one is not matched yet; where it does not any more, nobody waits for
 * one. Whoever is being asked about somebody, or has somebody, stays as they are.
 */
function asMet(before: Registration, scheme: Scheme, now: Instant): Registration {
  if (asksForEvent(scheme)) {
    const waits = before.metAt === undefined && before.taken === 0;
    return waits ? { ...before, ...exchanged(before, ['available'], 'ready') } : before;
  }
  const stand = exchanged(before, ['ready'], 'available');
  const moves = stand.state !== before.state || (stand.formerState ?? before.formerState) !== before.formerState;
  return moves ? { ...before, ...stand, waitingSince: before.waitingSince ?? now } : before;
}

/** A registration brought into line with the scheme's settings; the same one when nothing changes. Running pairings are untouched. */
export function inLineWith(scheme: Scheme, before: Registration, now: Instant): Registration {
  const after = withinCapacity(asMet(asTrained(before, scheme, now), scheme, now), scheme);
  const same = (['state', 'formerState', 'training', 'capacity', 'waitingSince'] as const).every(
    field => after[field] === before[field],
  );
  return same ? before : after;
}

/** The order for the job, to go with the change of a setting. */
export function rippled(turn: Turn): Changes {
  return { jobs: [{ job: 'setup.ripple', ids: {}, id: turn.id('ripple') }] };
}

export const rippleJob = jobOf({
  name: 'setup.ripple',
  write: {
    plan: (_ids, after) => ({
      people: page('person', 'person.all', { max: PEOPLE_A_STEP, after, oldestFirst: true }),
      mentors: some('registration', via('people', 'id', '-mentor')),
      mentees: some('registration', via('people', 'id', '-mentee')),
    }),
    step: ({ open: { mentors, mentees }, scheme, now, more }) => {
      const moved = [...mentors, ...mentees].flatMap(before => {
        const after = inLineWith(scheme, before, now);
        return after === before ? [] : [{ before, after }];
      });
      const told = moved.filter(({ before, after }) => before.state !== after.state && after.state !== 'full');
      return {
        changes: {
          put: moved.map(({ after }) => put('registration', after)),
          letters: told.map(({ after }) => ({
            letter: 'setup.changed',
            ids: { registration: after.id },
            to: { person: after.person },
            id: `setup.changed.${after.id}`,
          })),
          history: moved.map(({ after }) => ({ what: 'registration: brought into line', about: [after.id] })),
        },
        after: more['people'],
      };
    },
  },
});

export const changedLetter = letterOf({
  name: 'setup.changed',
  class: 'answer',
  plan: () => ({}),
  draw: () => ({
    text: ripple.line,
    parts: [text(ripple.text)],
    buttons: [open(labels.open, 'home', {}, 'primary')],
  }),
});

// Training that counts for some months only: people are asked to come again before it runs out, within the message budget; once it has, its step stands before matching again (R6).
import { type DateRule, dateOf, type Letter, letterOf } from '../../conversation/feature.ts';
import { inHours } from '../../conversation/in-hours.ts';
import { type Notice, open } from '../../conversation/notice.ts';
import { put } from '../../conversation/outcome.ts';
import { mine, type Opened, one, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { DAY, type Instant, intoWorkingHours } from '../../scheme/calendar.ts';
import { mayAttend } from '../../scheme/events.ts';
import { afterRunningOut, countsForGood, hasRunOut, trainingRule } from '../../scheme/joining.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { labels, letters } from './messages.ts';
import { myRegistrations } from './mine.ts';

const expiryPlan = (ids: Record<string, string>) => ({
  registration: one('registration', ids['id'] ?? 'none'),
  person: one('person', via('registration', 'person')),
});
type ExpiryTurn = Turn<Opened<ReturnType<typeof expiryPlan>>>;

/** Whether there is an end at all: only where the scheme asks for this training, and sets a time. */
const ends = ({ scheme }: Turn, { role }: Registration): boolean =>
  scheme.trainingMonths > 0 && trainingRule(scheme, role) === 'required';

/** Until it has run out there is a day on which the budget lets it through; then the word that it is over says what this would have. */
function nextDay({ trainingEndsAt }: Registration, now: Instant): Instant | undefined {
  return now + DAY < (trainingEndsAt ?? 0) ? now + DAY : undefined;
}

function asking(turn: ExpiryTurn) {
  const { registration, person } = turn.open;
  const { now, scheme } = turn;
  if (!registration || (registration.trainingAskAt ?? Number.POSITIVE_INFINITY) > now) return undefined;
  if (!person || !ends(turn, registration)) return { put: [put('registration', countsForGood(registration))] };
  if (!mayPrompt(person, now, scheme))
    return { put: [put('registration', { ...registration, trainingAskAt: nextDay(registration, now) })] };
  return {
    put: [
      put('registration', { ...registration, trainingAskAt: undefined }),
      put('person', prompted(person, now, scheme)),
    ],
    letters: [
      {
        letter: 'training.again',
        ids: {},
        to: { person: person.id },
        id: `training.again-${registration.id}`,
        notBefore: intoWorkingHours(now, person.zone, person.hours, scheme.closedDays),
      },
    ],
  };
}

function ending(turn: ExpiryTurn) {
  const { registration, person } = turn.open;
  if (!registration || (registration.trainingEndsAt ?? Number.POSITIVE_INFINITY) > turn.now) return undefined;
  if (!ends(turn, registration)) return { put: [put('registration', countsForGood(registration))] };
  const after = afterRunningOut(registration, turn.scheme, turn.now);
  const letter = { letter: 'training.over', ids: {}, to: { person: registration.person } };
  return {
    put: [put('registration', after)],
    letters:
      person && mayAttend(after)
        ? inHours([{ ...letter, id: `training.over-${registration.id}` }], [person], turn)
        : [],
    history: [{ what: 'training.ran-out', about: [registration.id] }],
  };
}

export const expiryDates: DateRule[] = [
  dateOf({ what: 'training.ask', plan: expiryPlan, decide: asking }),
  dateOf({ what: 'training.ends', plan: expiryPlan, decide: ending }),
];

const ownPlan = () => ({
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
});

const toPerson = (name: string, isTrue: (registration: Registration) => boolean, isPrompt: boolean): Letter =>
  letterOf({
    name,
    class: isPrompt ? 'nudge' : 'answer',
    plan: ownPlan,
    draw: (turn): Notice | undefined =>
      myRegistrations(turn).some(isTrue)
        ? {
            text: letters.something,
            buttons: [
              open(labels.open, 'training', {}, 'primary'),
              ...(isPrompt ? [open(letters.fewer, 'me.reminders')] : []),
            ],
          }
        : undefined,
  });

export const expiryLetters: Letter[] = [
  // Asked and not renewed meanwhile: it has an end, and no further asking stands ahead.
  toPerson('training.again', one_ => one_.trainingEndsAt !== undefined && one_.trainingAskAt === undefined, true),
  toPerson('training.over', hasRunOut, false),
];

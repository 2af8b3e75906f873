// Something was reached: the mentor is asked for a word in private, and the mentee whether others may hear (R34). Within the message budget the mentor gets one note of it, however much it was.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { heading, type Ids, list, type Notice, note, open, type Part, text } from '../../conversation/notice.ts';
import { type Changes, put } from '../../conversation/outcome.ts';
import { type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { addWorkingDays, type Day, dayOf, instantAt, intoWorkingHours, sayDay } from '../../scheme/calendar.ts';
import type { Objective, Person, Scheme } from '../../scheme/kinds.ts';
import { isMetLately, isReachedLately, stepsReached } from '../../scheme/milestones.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { isRunning } from '../../scheme/states.ts';
import { type About, type AboutOne, LISTED } from './about.ts';
import { says } from './messages.ts';

/** What the mentor reads above the objectives: everything that was reached lately, and that a word is welcome. */
export function reachedParts({ mine, runs }: About, own: readonly Objective[], today: Day): Part[] {
  if (!runs || mine.side !== 'mentor') return [];
  const met = own.filter(objective => isMetLately(objective, today)).map(({ title }) => says.reachedAll(title));
  const steps = own.flatMap(objective =>
    stepsReached(objective, today).map(step => says.reachedStep(step.text, objective.title, sayDay(step.doneOn ?? ''))),
  );
  if (met.length + steps.length === 0) return [];
  const write = open(says.write(mine.given), 'pair', { pairing: mine.pairing.id }, 'primary');
  return [
    heading(says.reachedHead(mine.given)),
    list([...met, ...steps]),
    text(says.word),
    { part: 'buttons', buttons: [write] },
  ];
}

/** What the mentee reads below the steps: others hear of it only if they say so themselves. */
export function celebrateParts({ objective, mine, runs }: AboutOne, scheme: Scheme, today: Day): Part[] {
  const isTheirs = runs && mine.side === 'mentee' && stepsReached(objective, today).length > 0;
  if (!isTheirs || scheme.stories === 'off') return [];
  const tell = open(says.celebrate, 'forum.write', { what: 'milestone' });
  return [note(says.celebrateStep), { part: 'buttons', buttons: [tell] }];
}

const cheerPlan = (ids: Ids) => ({
  objective: one('objective', ids['id'] ?? 'none'),
  pairing: one('pairing', via('objective', 'pairing')),
  mentor: one('person', via('objective', 'mentor')),
  others: page('objective', 'objective.of', { of: via('objective', 'pairing'), max: LISTED }),
});
type CheerTurn = Turn<Opened<ReturnType<typeof cheerPlan>>>;

const uncheered = (objective: Objective) => put('objective', { ...objective, cheerAt: undefined });

/** Everything that waits to be told of in this pairing is told of by the one note. */
function told({ open: opened, now, scheme }: CheerTurn, objective: Objective, mentor: Person): Changes {
  const waiting = opened.others.filter(other => other.id !== objective.id && other.cheerAt !== undefined);
  return {
    put: [...[objective, ...waiting].map(uncheered), put('person', prompted(mentor, now, scheme))],
    letters: [
      {
        letter: 'objective.cheer',
        ids: { objective: objective.id },
        to: { person: mentor.id },
        id: `objective.cheer-${objective.pairing}`,
        notBefore: intoWorkingHours(now, mentor.zone, mentor.hours, scheme.closedDays),
      },
    ],
  };
}

/** Where another message came just before, it waits some days; once it is no news any more, it stands on their page alone. */
export const cheerDate = dateOf({
  what: 'objective.cheer',
  plan: cheerPlan,
  decide: (turn: CheerTurn): Changes | undefined => {
    const { objective, pairing, mentor } = turn.open;
    const { now, scheme } = turn;
    if (objective?.state !== 'running' || objective.cheerAt === undefined || objective.cheerAt > now) return undefined;
    const isWanted = pairing && isRunning(pairing.state) && mentor && !mentor.goneAt && mentor.checkins !== 'none';
    const isNews = stepsReached(objective, dayOf(now, scheme.zone)).length > 0;
    if (!isWanted || !isNews || !scheme.objectives) return { put: [uncheered(objective)] };
    if (mayPrompt(mentor, now, scheme)) return told(turn, objective, mentor);
    const later = addWorkingDays(dayOf(now, mentor.zone), 2, scheme.closedDays, mentor.hours.days);
    return { put: [put('objective', { ...objective, cheerAt: instantAt(later, '09:00', mentor.zone) })] };
  },
});

export const cheerLetter = letterOf({
  name: 'objective.cheer',
  class: 'nudge',
  plan: (ids: Ids) => ({
    objective: one('objective', ids['objective'] ?? 'none'),
    pairing: one('pairing', via('objective', 'pairing')),
    others: page('objective', 'objective.of', { of: via('objective', 'pairing'), max: LISTED }),
  }),
  draw: ({ open: { objective, pairing, others }, actor, now, scheme }): Notice | undefined => {
    const isTheirs = objective && pairing?.mentor === actor.person?.id && isRunning(pairing?.state ?? 'completed');
    const isTrue = isTheirs && others.some(other => isReachedLately(other, dayOf(now, scheme.zone)));
    if (!isTrue || !scheme.objectives) return undefined;
    const look = open(says.open, 'objectives', { pairing: objective.pairing }, 'primary');
    return { text: says.something, buttons: [look, open(says.fewer, 'me.reminders')] };
  },
});

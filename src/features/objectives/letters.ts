// The letters about objectives, neutral as all are: something to read, something reached (R34); and on the day the two chose, one question to the mentee (R33).
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, open } from '../../conversation/notice.ts';
import { put } from '../../conversation/outcome.ts';
import { type Opened, one, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { addWorkingDays, dayOf, instantAt, intoWorkingHours } from '../../scheme/calendar.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

const letterPlan = (ids: Ids) => ({
  objective: one('objective', ids['objective'] ?? 'none'),
  pairing: one('pairing', via('objective', 'pairing')),
});
type LetterTurn = Turn<Opened<ReturnType<typeof letterPlan>>>;

/** The letter, as long as the pairing runs. */
function something({ open: { objective, pairing } }: LetterTurn, word: string): Notice | undefined {
  if (!objective || !pairing || !isRunning(pairing.state)) return undefined;
  const ids = { pairing: pairing.id, objective: objective.id };
  return { text: says.something, buttons: [open(says.open, word, ids, 'primary')] };
}

export const newsLetter = letterOf({
  name: 'objective.news',
  class: 'answer',
  plan: letterPlan,
  draw: turn => something(turn, 'objective'),
});

export const metLetter = letterOf({
  name: 'objective.met',
  class: 'answer',
  plan: letterPlan,
  draw: turn => (turn.open.objective?.state === 'met' ? something(turn, 'objective') : undefined),
});

export const askLetter = letterOf({
  name: 'objective.ask',
  class: 'nudge',
  plan: letterPlan,
  draw: (turn): Notice | undefined => {
    const { objective, pairing } = turn.open;
    const isAsked = objective?.state === 'running' && turn.scheme.objectives;
    const isTrue = isAsked && pairing?.mentee === turn.actor.person?.id;
    const notice = isTrue ? something(turn, 'objective.review') : undefined;
    return notice && { ...notice, buttons: [...(notice.buttons ?? []), open(says.fewer, 'me.reminders')] };
  },
});

/** On the day: the mentee is asked, within the message budget; where another prompt came just before, some days later. The mentor is asked for nothing (R25). */
export const askDate = dateOf({
  what: 'objective.ask',
  plan: ids => ({
    objective: one('objective', ids['id'] ?? 'none'),
    pairing: one('pairing', via('objective', 'pairing')),
    mentee: one('person', via('objective', 'mentee')),
  }),
  decide: ({ open: { objective, pairing, mentee }, now, scheme }) => {
    if (objective?.state !== 'running' || objective.askAt === undefined || objective.askAt > now) return undefined;
    const done = { ...objective, askAt: undefined };
    const isWanted = pairing && isRunning(pairing.state) && mentee && !mentee.goneAt && mentee.checkins !== 'none';
    // Whoever has said how far it is since needs no question.
    const isSaid = objective.reviews.some(({ on }) => objective.reviewOn !== undefined && on >= objective.reviewOn);
    if (!isWanted || isSaid || !scheme.objectives) return { put: [put('objective', done)] };
    if (!mayPrompt(mentee, now, scheme)) {
      const later = addWorkingDays(dayOf(now, mentee.zone), 2, scheme.closedDays, mentee.hours.days);
      return { put: [put('objective', { ...objective, askAt: instantAt(later, '09:00', mentee.zone) })] };
    }
    return {
      put: [put('objective', done), put('person', prompted(mentee, now, scheme))],
      letters: [
        {
          letter: 'objective.ask',
          ids: { objective: objective.id },
          to: { person: mentee.id },
          id: `objective.ask-${objective.id}`,
          notBefore: intoWorkingHours(now, mentee.zone, mentee.hours, scheme.closedDays),
        },
      ],
    };
  },
});

// Asking in time: a part for each of the two once a pairing has begun, and what is due for it. When and whether: scheme/evaluations.ts.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, open } from '../../conversation/notice.ts';
import { type LetterOrder, put } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, some, via } from '../../conversation/plan.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import { evaluationsOf, lookedAt, openPoints } from '../../scheme/evaluations.ts';
import { prompted } from '../../scheme/prompts.ts';
import { hasLeft, isRunning } from '../../scheme/states.ts';
import { labels, letters } from './messages.ts';

export const beginDate = dateOf({
  what: 'evaluation.begin',
  plan: ids => ({ pairing: one('pairing', ids['id'] ?? 'none') }),
  decide: ({ open: { pairing }, now }) => {
    if (!pairing || pairing.evaluating || !isRunning(pairing.state)) return undefined;
    return {
      put: [
        put('pairing', { ...pairing, evaluating: true }),
        ...evaluationsOf(pairing, now).map(part => put('evaluation', part)),
      ],
    };
  },
});

/** The two have finished, or go on after an end by mistake: it is looked at now what is to be asked, not at the date that was planned. */
export const endDate = dateOf({
  what: 'evaluation.end',
  plan: ids => ({
    pairing: one('pairing', ids['id'] ?? 'none'),
    mentors: allOf('evaluation', via('pairing', 'mentor'), 40),
    mentees: allOf('evaluation', via('pairing', 'mentee'), 40),
  }),
  decide: ({ open: { pairing, mentors, mentees }, now }) => {
    const isFinished = pairing?.state === 'completed' && !pairing.endAsked;
    if (!pairing || !(isFinished || (pairing.askAgain && isRunning(pairing.state)))) return undefined;
    const parts = [...mentors, ...mentees].filter(
      one_ => one_.pairing === pairing.id && (!isFinished || one_.overAt === undefined),
    );
    const once = parts.filter((part, n) => parts.findIndex(({ id }) => id === part.id) === n);
    return {
      put: [
        put('pairing', { ...pairing, endAsked: isFinished, askAgain: undefined, askAgainAt: undefined }),
        ...once.map(part => put('evaluation', { ...part, nextAt: now, overAt: undefined })),
      ],
    };
  },
});

const rolesPlan = () => ({
  asMentor: some('registration', via('evaluation', 'person', '-mentor')),
  asMentee: some('registration', via('evaluation', 'person', '-mentee')),
});
type Roles = Opened<ReturnType<typeof rolesPlan>>;
const isAway = ({ asMentor, asMentee }: Roles): boolean => hasLeft([...asMentor, ...asMentee]);

export const dueDate = dateOf({
  what: 'evaluation.due',
  plan: ids => ({
    evaluation: one('evaluation', ids['id'] ?? 'none'),
    pairing: one('pairing', via('evaluation', 'pairing')),
    person: one('person', via('evaluation', 'person')),
    ...rolesPlan(),
  }),
  decide: ({ open: { evaluation, pairing, person, ...roles }, scheme, now }) => {
    if (evaluation?.nextAt === undefined || evaluation.nextAt > now) return undefined;
    // Like somebody who wants no messages: they find it on their own page, should they come.
    const asked = person && isAway(roles) ? { ...person, checkins: 'none' as const } : person;
    const { evaluation: after, ask } = lookedAt(evaluation, pairing, asked, scheme, now);
    if (!ask || !person) return { put: [put('evaluation', after)] };
    const letter: LetterOrder = {
      letter: 'evaluation.ask',
      ids: { evaluation: after.id, point: ask.key },
      to: { person: person.id },
      id: `evaluation.ask-${after.id}-${ask.key}-${after.points[ask.key]?.reminders ?? 0}`,
      // R58: in their own zone, inside their working hours.
      notBefore: intoWorkingHours(now, person.zone, person.hours, scheme.closedDays),
    };
    return { put: [put('evaluation', after), put('person', prompted(person, now, scheme))], letters: [letter] };
  },
});

/** Vanishes once it is answered, closed or switched off, with an early end (R48), and for whoever has left the scheme. */
export const askLetter = letterOf({
  name: 'evaluation.ask',
  class: 'nudge',
  plan: (ids: Ids) => ({
    evaluation: one('evaluation', ids['evaluation'] ?? 'none'),
    pairing: one('pairing', via('evaluation', 'pairing')),
    ...rolesPlan(),
  }),
  draw: ({ open: { evaluation, pairing, ...roles }, scheme, now }, ids): Notice | undefined => {
    if (!evaluation || !pairing || isAway(roles)) return undefined;
    const point = openPoints(evaluation, pairing, scheme, now).find(({ key }) => key === ids['point']);
    if (!point) return undefined;
    return {
      text: letters.something,
      buttons: [
        open(labels.open, 'evaluation.answer', { evaluation: evaluation.id, point: point.key }, 'primary'),
        open(labels.fewer, 'me.reminders'),
      ],
    };
  },
});

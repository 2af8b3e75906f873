// How an event was: a step on a scale and a line, once from each, without a name. It is only ever counted (R55).
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Ids, note, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Ballot } from '../../scheme/kinds.ts';
import { feedback } from './after-messages.ts';
import { goneView } from './event-view.ts';
import { labels } from './messages.ts';
import { eventIn } from './mine.ts';

const plan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  signup: one('signup', mine(`-${eventIn(ids)}`)),
});
type FeedbackTurn = Turn<Opened<ReturnType<typeof plan>>>;

/** What an answer is about, and the name its numbers are counted under. */
export const aboutEvent = (event: string): string => `event-${event}`;

const fields = {
  score: { kind: 'scale', ...feedback.score, from: 1, to: 5, optional: false, seenBy: 'counts' },
  line: { kind: 'text', ...feedback.line, max: 300, lines: true, optional: true, seenBy: 'counts' },
} as const;

const said = (says: string): View => ({
  title: feedback.title,
  parts: [text(says)],
  buttons: [open(labels.all, 'events'), open(labels.home, 'home')],
});

function mayTell({ open: { event, signup }, actor }: FeedbackTurn): boolean {
  return event?.state === 'over' && signup?.attended === true && signup.person === actor.person?.id;
}

export const feedbackPage = pageOf({
  word: 'event.feedback',
  for: 'member',
  plan,
  show: (turn): Form<typeof fields> | View => {
    const { event, signup } = turn.open;
    if (!event || !mayTell(turn)) return goneView();
    if (signup?.toldAt !== undefined) return said(feedback.already);
    return {
      title: feedback.title,
      intro: [text(feedback.lead(event.title)), note(feedback.secret)],
      fields,
      submit: feedback.submit,
    };
  },
  take: (turn, ids, { score, line }): Outcome => {
    const { event, signup } = turn.open;
    const at = { word: 'event.feedback', ids: { event: eventIn(ids) } };
    if (!event || !signup || !mayTell(turn)) return { screen: view(goneView(), at) };
    if (signup.toldAt !== undefined) return { screen: view(said(feedback.already), at) };
    const about = aboutEvent(event.id);
    const ballot: Ballot = {
      id: turn.id('ballot'),
      about,
      score,
      from: event.endsAt,
      ...(line === undefined ? {} : { line }),
    };
    return {
      changes: {
        // That they have told is noted with them, what they said is not.
        put: [put('ballot', ballot), put('signup', { ...signup, toldAt: turn.now })],
        count: [
          { name: about, field: 'answers', by: 1 },
          { name: about, field: `score${score}`, by: 1 },
        ],
      },
      screen: view(said(feedback.done), at),
    };
  },
});

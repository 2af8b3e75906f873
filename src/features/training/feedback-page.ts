// How a session was: a step on a scale, where one would like to be surer, and a line, once from each, without a name. It is only ever counted (F06, R55).
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Ids, note, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Ballot } from '../../scheme/kinds.ts';
import { skills } from '../../scheme/support.ts';
import { feedback, labels } from './messages.ts';
import { sessionIn } from './mine.ts';
import { goneView } from './session-view.ts';

const plan = (ids: Ids) => ({
  session: one('session', sessionIn(ids)),
  booking: one('booking', mine(`-${sessionIn(ids)}`)),
});
type FeedbackTurn = Turn<Opened<ReturnType<typeof plan>>>;

/** What an answer is about, and the name its numbers are counted under. */
export const aboutSession = (session: string): string => `session-${session}`;
/** The name under which gaps in skills are added up, over all sessions. */
export const GAPS = 'gaps';

const options = [...skills];
const fields = {
  score: { kind: 'scale', ...feedback.score, from: 1, to: 5, optional: false, seenBy: 'counts' },
  gaps: { kind: 'choices', ...feedback.gaps, options, optional: true, seenBy: 'counts' },
  line: { kind: 'text', ...feedback.line, max: 300, lines: true, optional: true, seenBy: 'counts' },
} as const;

const said = (says: string): View => ({
  title: feedback.title,
  parts: [text(says)],
  buttons: [open(labels.all, 'training'), open(labels.home, 'home')],
});

const mayTell = ({ open: { booking }, actor }: FeedbackTurn): boolean =>
  booking?.came !== undefined && booking.person === actor.person?.id;

export const feedbackPage = pageOf({
  word: 'session.feedback',
  for: 'member',
  plan,
  show: (turn): Form<typeof fields> | View => {
    const { session, booking } = turn.open;
    if (!session || !mayTell(turn)) return goneView();
    if (booking?.toldAt !== undefined) return said(feedback.already);
    return {
      title: feedback.title,
      intro: [text(feedback.lead(session.title)), note(feedback.secret)],
      fields,
      submit: labels.send,
    };
  },
  take: (turn, ids, { score, gaps, line }): Outcome => {
    const { session, booking } = turn.open;
    const at = { word: 'session.feedback', ids: { session: sessionIn(ids) } };
    if (!session || !booking || !mayTell(turn)) return { screen: view(goneView(), at) };
    if (booking.toldAt !== undefined) return { screen: view(said(feedback.already), at) };
    const about = aboutSession(session.id);
    const told = line === undefined ? {} : { line };
    const ballot: Ballot = { id: turn.id('ballot'), about, score, from: session.endsAt, ...told };
    return {
      changes: {
        // That they have told is noted with them, what they said is not.
        put: [put('ballot', ballot), put('booking', { ...booking, toldAt: turn.now })],
        count: [
          { name: about, field: 'answers', by: 1 },
          { name: about, field: `score${score}`, by: 1 },
          { name: GAPS, field: 'answers', by: 1 },
          ...gaps.map(field => ({ name: GAPS, field, by: 1 })),
        ],
      },
      screen: view(said(feedback.done), at),
    };
  },
});

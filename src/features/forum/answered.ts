// Word to whoever asked a question that somebody has answered (F20). It goes by a job, so that whoever answers, or looks, never comes near who asked; and once, until its author has looked.
import { jobOf, letterOf } from '../../conversation/feature.ts';
import { inHours } from '../../conversation/in-hours.ts';
import { type Ids, type Notice, press } from '../../conversation/notice.ts';
import { type Changes, type JobOrder, put } from '../../conversation/outcome.ts';
import { allOf, me, one, page, via } from '../../conversation/plan.ts';
import type { Contribution } from '../../scheme/kinds.ts';
import { answerList } from '../../scheme/records/forum.ts';
import { labels, letters } from './messages.ts';
import { storyIn } from './story-page.ts';

/** As many answers as one person has things written, and one more: so that one by somebody else is among them, if there is any. */
const ENOUGH = 22;

/** An answer is told of once it is there to read, and never again, however often it is changed. */
export function answering(written: Contribution): { answer: Contribution; jobs: JobOrder[] } {
  const { id, re, told } = written;
  if (re === undefined || told) return { answer: written, jobs: [] };
  const job = { job: 'forum.answered', ids: { answer: id, story: re }, id: `forum.answered-${id}` };
  return { answer: { ...written, told: true }, jobs: [job] };
}

/** Whether its author is told: nobody hears of their own answer, and nobody twice before they have looked. */
const isNews = (asked: Contribution, answer: Contribution): boolean =>
  asked.state === 'shown' && answer.state === 'shown' && asked.person !== answer.person && asked.newsAt === undefined;

export const answeredJob = jobOf({
  name: 'forum.answered',
  write: {
    plan: (ids: Ids) => ({
      asked: one('contribution', storyIn(ids)),
      answer: one('contribution', ids['answer'] ?? 'none'),
      author: one('person', via('asked', 'person')),
    }),
    step: (turn): { changes: Changes; after: undefined } => {
      const { asked, answer, author } = turn.open;
      if (!asked || !answer || !author || author.goneAt !== undefined || !isNews(asked, answer))
        return { changes: {}, after: undefined };
      const { id } = asked;
      const order = { letter: 'forum.answered', ids: { story: id }, to: { person: author.id } };
      return {
        changes: {
          put: [put('contribution', { ...asked, newsAt: turn.now })],
          letters: inHours([{ ...order, id: `forum.answered-${id}` }], [author], turn),
        },
        after: undefined,
      };
    },
  },
});

/** Vanishes where its author has looked meanwhile, or no answer of somebody else is left. */
export const answeredLetter = letterOf({
  name: 'forum.answered',
  class: 'answer',
  plan: (ids: Ids) => ({
    written: one('contribution', storyIn(ids)),
    own: allOf('contribution', me, ENOUGH),
    answers: page('story', answerList(storyIn(ids)), { max: ENOUGH }),
  }),
  draw: ({ open: { written, own, answers }, actor, scheme }): Notice | undefined => {
    const isMine = written !== undefined && written.person === actor.person?.id && written.newsAt !== undefined;
    const byOthers = answers.some(({ id }) => !own.some(one_ => one_.id === id));
    if (!isMine || written.state !== 'shown' || !byOthers || scheme.stories === 'off') return undefined;
    const look = press(letters.open, 'forum.mine.one', 'answers', { story: written.id }, 'primary');
    return { text: letters.something, buttons: [look] };
  },
});

/** The way for its author to what was answered. */
export const answersButton = ({ id, newsAt }: Contribution) =>
  press(labels.answers, 'forum.mine.one', 'answers', { story: id }, newsAt === undefined ? undefined : 'primary');

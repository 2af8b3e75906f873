// One story as everybody reads it, with the way on: an offer leads to finding a mentor, a request to offering help, a named author may be written to.
import { pageOf } from '../../conversation/feature.ts';
import { type Button, heading, type Ids, open, type Part, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Story } from '../../scheme/kinds.ts';
import { asksDirectory, chatLink, nameOnButton, nearAccounts } from '../../scheme/reach.ts';
import { answerList } from '../../scheme/records/forum.ts';
import { labels, one as words } from './messages.ts';
import { storyParts, storyRow } from './parts.ts';

export const storyIn = (ids: Ids): string => ids['story'] ?? 'none';

const ANSWERS = 10;

const storyPlan = (ids: Ids) => ({
  story: one('story', storyIn(ids)),
  question: one('story', via('story', 're')),
  answers: page('story', answerList(storyIn(ids)), { max: ANSWERS, after: ids['after'], oldestFirst: true }),
});
type StoryTurn = Turn<Opened<ReturnType<typeof storyPlan>>>;

/** Prefilled as in a call for mentors: what is asked for is ticked already. */
function wayOn({ id, what, topics }: Story): Button[] {
  if (what === 'question') return [open(labels.answer, 'forum.write', { re: id }, 'primary')];
  const [topic] = topics;
  const ids = { role: 'mentor', route: 'forum', ...(topic === undefined ? {} : { topic }) };
  if (what === 'request') return [open(labels.help, 'register.offer', ids, 'primary')];
  return what === 'offer' ? [open(labels.findMentor, 'register', {}, 'primary')] : [];
}

function writeTo({ actor, accounts: facts }: StoryTurn, { name, accounts }: Story): Button[] {
  const own = actor.person?.accounts ?? [actor.account];
  if (!name || !accounts || accounts.some(account => own.includes(account))) return [];
  const url = chatLink(own, accounts, facts, actor.account);
  return url ? [{ label: labels.writeTo(nameOnButton(name)), url }] : [];
}

function answerParts({ open: { answers } }: StoryTurn, { what }: Story): Part[] {
  if (what !== 'question') return [];
  return [heading(words.answers), ...(answers.length > 0 ? answers.map(storyRow) : [text(words.noAnswers)])];
}

export const storyPage = pageOf({
  word: 'forum.one',
  for: 'anyone',
  // Some accounts only a directory can say how to link to.
  checks: (_raw, _ids, _scheme, found) => {
    const theirs = found?.open.story?.accounts ?? [];
    return { accounts: nearAccounts(found?.person?.accounts ?? [], theirs).filter(asksDirectory) };
  },
  plan: storyPlan,
  show: (turn): View => {
    const { story } = turn.open;
    const after = turn.more['answers'];
    const back = { word: 'forum' };
    if (!story || turn.scheme.stories === 'off') return { title: words.title, parts: [text(words.gone)], back };
    return {
      title: words.title,
      parts: [...storyParts(story, turn.scheme), ...answerParts(turn, story)],
      buttons: [
        ...wayOn(story),
        ...writeTo(turn, story),
        ...(turn.open.question ? [open(labels.question, 'forum.one', { story: turn.open.question.id })] : []),
        ...(after ? [open(labels.moreAnswers, 'forum.one', { story: story.id, after })] : []),
        open(labels.contact, 'contact'),
      ],
      back,
    };
  },
});

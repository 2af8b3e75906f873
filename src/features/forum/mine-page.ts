// What I wrote: how it stands, changing it, taking it back, putting it into the forum channel, and registering with an offer (R1).
import { pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  type Ids,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { allOf, me, type Opened, one, mine as own } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { REGISTER_DRAFT } from '../../scheme/joining.ts';
import type { Contribution, Notebook } from '../../scheme/kinds.ts';
import { isLive } from '../../scheme/states.ts';
import { forumPost } from '../../scheme/stories.ts';
import { answersButton } from './answered.ts';
import { kinds, labels, mine } from './messages.ts';
import { storyParts } from './parts.ts';
import { takingBack } from './publish.ts';
import { storyIn } from './story-page.ts';

const MINE = 20;

/** Somebody has answered, and it was not looked at yet. */
const hasNews = ({ newsAt, state }: Contribution): boolean => newsAt !== undefined && state === 'shown';

const listPlan = () => ({ written: allOf('contribution', me, MINE) });

export const minePage = pageOf({
  word: 'forum.mine',
  for: 'member',
  plan: listPlan,
  show: (turn: Turn<Opened<ReturnType<typeof listPlan>>>): View => {
    const written = turn.open.written.filter(({ person }) => person === turn.actor.person?.id);
    const rows = written.map(one_ =>
      row(
        [{ bold: one_.title }, `\n${kinds[one_.what].one}, ${hasNews(one_) ? mine.shortNews : mine.short[one_.state]}`],
        open(labels.look, 'forum.mine.one', { story: one_.id }),
      ),
    );
    return {
      title: mine.title,
      parts: rows.length > 0 ? rows : [text(mine.none)],
      buttons: [open(labels.write, 'forum.write'), open(labels.forum, 'forum')],
    };
  },
});

const onePlan = (ids: Ids) => ({
  written: one('contribution', storyIn(ids)),
  story: one('story', storyIn(ids)),
  mentor: one('registration', own('-mentor')),
  notebook: one('notebook', own()),
});
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

function mineIn({ open: { written }, actor }: OneTurn): Contribution | undefined {
  return written && written.person === actor.person?.id ? written : undefined;
}

const mayPost = ({ scheme }: OneTurn, { state, postedAt }: Contribution): boolean =>
  state === 'shown' && postedAt === undefined && scheme.forum.length > 0;

const mayRegister = ({ open: { mentor }, scheme }: OneTurn, { what }: Contribution): boolean =>
  what === 'offer' && scheme.ready && !(mentor && isLive(mentor.state));

const mayHaveAnswers = ({ what, state, newsAt }: Contribution): boolean =>
  state === 'shown' && (what === 'question' || newsAt !== undefined);

function buttonsFor(turn: OneTurn, written: Contribution): Button[] {
  const ids = { story: written.id };
  const at = 'forum.mine.one';
  return [
    ...(mayHaveAnswers(written) ? [answersButton(written)] : []),
    ...(mayRegister(turn, written) ? [press(labels.register, at, 'register', ids, 'primary')] : []),
    ...(mayPost(turn, written) ? [press(labels.channel, at, 'channel', ids)] : []),
    open(labels.change, 'forum.write', ids),
    { ...press(labels.back, at, 'back', ids), confirm: mine.backConfirm },
    open(labels.mine, 'forum.mine'),
    open(labels.forum, 'forum'),
  ];
}

function standingParts(written: Contribution): Part[] {
  const { state, shown, note: why, postedAt } = written;
  return [
    text([{ bold: mine.states[state] }]),
    ...(hasNews(written) ? [text(mine.news)] : []),
    ...(state === 'down' && why ? [text(mine.note), text(why), note(mine.noteAdvice)] : []),
    ...(state === 'down' ? [] : [text(mine.as[shown])]),
    ...(postedAt === undefined ? [] : [note(mine.posted)]),
  ];
}

const goneView = (said: string): View => ({
  title: mine.title,
  parts: [text(said)],
  buttons: [open(labels.mine, 'forum.mine'), open(labels.forum, 'forum')],
});

function oneView(turn: OneTurn, written: Contribution | undefined = mineIn(turn), said?: string): View {
  if (!written) return goneView(mine.none);
  const name = written.shown === 'name' || written.shown === 'contact' ? turn.actor.person?.name : undefined;
  const side = written.shown === 'nobody' ? 'other' : written.side;
  return {
    title: mine.title,
    parts: [
      ...(said === undefined ? [] : [text(said)]),
      ...standingParts(written),
      ...storyParts({ ...written, side, name }, turn.scheme),
    ],
    buttons: buttonsFor(turn, written),
  };
}

const at = (ids: Ids) => ({ word: 'forum.mine.one', ids: { story: storyIn(ids) } });

function post(turn: OneTurn, ids: Ids): Outcome {
  const written = mineIn(turn);
  if (!written || !mayPost(turn, written)) return { screen: view(oneView(turn), at(ids)) };
  const posted: Contribution = { ...written, postedAt: turn.now };
  return {
    changes: {
      put: [put('contribution', posted)],
      letters: [forumPost(written.id, 'post')],
      history: [{ what: 'forum.posted', about: [written.id] }],
    },
    screen: view(oneView(turn, posted, mine.postedNow), at(ids)),
  };
}

/** Whoever looks hears again when somebody else answers. */
function lookAtAnswers(turn: OneTurn, ids: Ids): Outcome {
  const written = mineIn(turn);
  if (!written || !mayHaveAnswers(written)) return { screen: view(oneView(turn), at(ids)) };
  const screen = next('forum.one', { story: written.id });
  const { newsAt, ...looked } = written;
  return newsAt === undefined ? { screen } : { changes: { put: [put('contribution', looked)] }, screen };
}

/** The offer as the beginning of a registration; what was begun there already stays as it is. */
function withOffer(notebook: Notebook, { text: offer, topics }: Contribution): Notebook {
  const begun = notebook.drafts[REGISTER_DRAFT] ?? { way: 'mentor', route: 'forum' };
  const [topic] = topics;
  const draft = { ...(topic === undefined ? {} : { topic }), offer: { text: offer }, ...begun };
  return { ...notebook, drafts: { ...notebook.drafts, [REGISTER_DRAFT]: draft } };
}

export const mineOnePage = pageOf({
  word: 'forum.mine.one',
  for: 'member',
  plan: onePlan,
  show: turn => oneView(turn),
  press: {
    channel: post,
    answers: lookAtAnswers,
    back: (turn, ids): Outcome => {
      const written = mineIn(turn);
      if (!written) return { screen: view(oneView(turn), at(ids)) };
      return {
        changes: takingBack(written, turn.open.story),
        screen: view(goneView(mine.gone), { word: 'forum.mine' }),
      };
    },
    register: (turn, ids): Outcome => {
      const written = mineIn(turn);
      const { notebook } = turn.open;
      if (!written || !notebook || !mayRegister(turn, written)) return { screen: view(oneView(turn), at(ids)) };
      const [topic] = written.topics;
      return {
        changes: { put: [put('notebook', withOffer(notebook, written))] },
        screen: next('register.offer', { role: 'mentor', route: 'forum', ...(topic === undefined ? {} : { topic }) }),
      };
    },
  },
});

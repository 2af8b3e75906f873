// The forum's desk, for co-ordinators: what waits to be looked at, what is shown, showing something, and taking it down with a kind word to its author.
import { isOnlyCoordinator } from '../../conversation/coordinating.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import {
  type Button,
  facts,
  heading,
  type Ids,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Contribution } from '../../scheme/kinds.ts';
import { sideOf } from '../../scheme/sides.ts';
import { desk, kinds, labels } from './messages.ts';
import { storyParts } from './parts.ts';
import { showing, takingDown } from './publish.ts';
import { storyIn } from './story-page.ts';

const WAITING = 10;
const SHOWN = 15;

const deskPlan = (ids: Ids) => ({
  waiting: page('contribution', 'contribution.state:waiting', { max: WAITING, oldestFirst: true }),
  shown: page('contribution', 'contribution.state:shown', { max: SHOWN, after: ids['after'] }),
});
type DeskTurn = Turn<Opened<ReturnType<typeof deskPlan>>>;

const rowOf = ({ id, title, what }: Contribution): Part =>
  row(desk.row(title, kinds[what].one), open(labels.look, 'forum.look', { story: id }));

/** What one co-ordinator may not open is not theirs to deal with, and is left out. */
function deskView(turn: DeskTurn, isFirst: boolean): View {
  const { waiting, shown } = turn.open;
  const after = turn.more['shown'];
  return {
    title: desk.title,
    parts: [
      ...(isFirst ? [heading(desk.waiting), ...(waiting.length > 0 ? waiting.map(rowOf) : [text(desk.none)])] : []),
      heading(desk.shown),
      ...(shown.length > 0 ? shown.map(rowOf) : [text(desk.noneShown)]),
    ],
    buttons: [
      ...(after ? [open(labels.more, 'forum.desk', { after })] : []),
      ...(isFirst ? [] : [open(labels.desk, 'forum.desk')]),
      open(labels.forum, 'forum'),
      open(labels.mainDesk, 'desk'),
    ],
  };
}

export const deskPage = pageOf({
  word: 'forum.desk',
  for: 'coordinator',
  plan: deskPlan,
  show: (turn, ids) => deskView(turn, ids['after'] === undefined),
});

const lookPlan = (ids: Ids) => ({
  written: one('contribution', storyIn(ids)),
  story: one('story', storyIn(ids)),
  author: one('person', via('written', 'person')),
  pairings: allOf('pairing', via('written', 'person'), 40),
});
type LookTurn = Turn<Opened<ReturnType<typeof lookPlan>>>;

const back = { word: 'forum.desk' };
const goneView = (): View => ({ title: desk.title, parts: [text(desk.gone)], back });

/** What somebody's partner wrote is for another co-ordinator, whenever the two became a pair. */
function writtenIn({ open: { written, pairings }, actor }: LookTurn): Contribution | undefined {
  return pairings.some(pairing => sideOf(pairing, actor.person?.id)) && written?.person !== actor.person?.id
    ? undefined
    : written;
}

/** Nobody looks at their own, unless there is no other co-ordinator. */
const isOwn = (turn: LookTurn, { person }: Contribution): boolean =>
  person === turn.actor.person?.id && !isOnlyCoordinator(turn);

/** What a co-ordinator has before them: their yes counts for these words, not for others written meanwhile. */
function seenOf(turn: LookTurn, { what, title, text: said, side, topics, shown }: Contribution): string {
  return turn.hash(JSON.stringify(['forum', what, title, said, side, topics, shown])).slice(0, 16);
}

function actionsFor(turn: LookTurn, written: Contribution): Button[] {
  const ids = { story: written.id, seen: seenOf(turn, written) };
  if (isOwn(turn, written) || written.state === 'down') return [];
  const down = open(written.state === 'waiting' ? labels.why : labels.down, 'forum.down', { story: written.id });
  return written.state === 'waiting' ? [press(labels.show, 'forum.look', 'show', ids, 'primary'), down] : [down];
}

function lookView(turn: LookTurn, said?: string, state?: Contribution['state']): View {
  const { author } = turn.open;
  const written = writtenIn(turn);
  if (!written) return goneView();
  const now = { ...written, state: state ?? written.state };
  return {
    title: desk.title,
    parts: [
      ...(said === undefined ? [] : [text(said)]),
      facts([
        [desk.author, author?.name ?? desk.somebody],
        [desk.shownAs, desk.as[written.shown]],
      ]),
      ...storyParts(written, turn.scheme),
      ...(isOwn(turn, written) && now.state === 'waiting' ? [note(desk.own)] : []),
      ...(now.state === 'down' && written.note ? [note(desk.isDown), text(written.note)] : []),
      ...(written.postedAt === undefined ? [] : [note(desk.posted)]),
    ],
    buttons: actionsFor(turn, now),
    back,
  };
}

export const lookPage = pageOf({
  word: 'forum.look',
  for: 'coordinator',
  plan: lookPlan,
  show: turn => lookView(turn),
  press: {
    show: (turn, ids): Outcome => {
      const { author } = turn.open;
      const written = writtenIn(turn);
      const at = { word: 'forum.look', ids: { story: storyIn(ids) } };
      if (!written || !author || written.state !== 'waiting' || isOwn(turn, written))
        return { screen: view(lookView(turn), at) };
      if (ids['seen'] !== seenOf(turn, written)) return { screen: view(lookView(turn, desk.meanwhile), at) };
      return {
        changes: showing(written, author, turn.actor.account),
        screen: view(lookView(turn, desk.done, 'shown'), at),
      };
    },
  },
});

const downFields = () =>
  ({
    reason: { kind: 'text', ...desk.reason, max: 1000, lines: true, optional: false, seenBy: 'coordinator' },
  }) as const;

export const downPage = pageOf({
  word: 'forum.down',
  for: 'coordinator',
  plan: lookPlan,
  show: (turn): Form<ReturnType<typeof downFields>> | View => {
    const written = writtenIn(turn);
    if (!written || written.state === 'down' || isOwn(turn, written)) return written ? lookView(turn) : goneView();
    return {
      title: desk.downTitle,
      intro: [text(desk.downLead)],
      fields: downFields(),
      submit: labels.send,
      back: { word: 'forum.look', ids: { story: written.id } },
    };
  },
  take: (turn, ids, { reason }): Outcome => {
    const { story, author } = turn.open;
    const written = writtenIn(turn);
    const at = { word: 'forum.look', ids: { story: storyIn(ids) } };
    if (!written || written.state === 'down' || isOwn(turn, written)) return { screen: view(lookView(turn), at) };
    return {
      changes: takingDown(written, story, author, { note: reason, by: turn.actor.account }),
      screen: next('forum.look', { story: written.id }),
    };
  },
});

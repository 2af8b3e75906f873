// The word `forum`: what people wrote, newest first, by what it is, by whom and about what; to read before registering too (R7, F20). And links to forums elsewhere.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import {
  type Button,
  heading,
  type Ids,
  list as listed,
  note,
  open,
  type Part,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next, type Outcome } from '../../conversation/outcome.ts';
import { type Opened, page } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Scheme, Story } from '../../scheme/kinds.ts';
import { labelOf } from '../../scheme/options.ts';
import { storyKinds, storyList, storySides } from '../../scheme/records/forum.ts';
import { find, kinds, labels, list } from './messages.ts';
import { storyRow } from './parts.ts';

const STORIES = 8;

type Filter = { what?: Story['what']; side?: Story['side']; topic?: string };

/** What a button asks for; anything that is not ours is left out. */
function filterOf(ids: Ids): Filter {
  const what = storyKinds.find(one => one === ids['what']);
  const side = storySides.find(one => one === ids['side']);
  const topic = ids['topic'];
  return { ...(what ? { what } : {}), ...(side ? { side } : {}), ...(topic ? { topic } : {}) };
}

const listPlan = (ids: Ids) => {
  const { what, side, topic } = filterOf(ids);
  return { stories: page('story', storyList(what, side, topic), { max: STORIES, after: ids['after'] }) };
};
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

function elsewhereParts({ external }: Scheme): Part[] {
  if (external.length === 0) return [];
  const links = external.map(({ name, link }) => [{ link, label: name }]);
  return [heading(list.elsewhere), listed(links), note(list.elsewhereLead)];
}

function storyRows({ open: { stories }, scheme }: ListTurn, filter: Filter): Part[] {
  const isFiltered = Object.keys(filter).length > 0;
  const topic = filter.topic === undefined ? undefined : labelOf(scheme.topics, filter.topic);
  const head = isFiltered ? [text(list.shown(filter.what, filter.side, topic))] : [];
  if (stories.length === 0) return [...head, text(isFiltered ? list.noneFound : list.none)];
  return [...head, ...stories.map(storyRow)];
}

function buttonsFor(turn: ListTurn, ids: Ids, filter: Filter): Button[] {
  const { scheme, actor, more } = turn;
  const after = more['stories'];
  const isWhole = Object.keys(filter).length === 0 && ids['after'] === undefined;
  return [
    ...(scheme.ready ? [open(labels.write, 'forum.write', {}, 'primary')] : []),
    ...(after ? [open(labels.more, 'forum', { ...filter, after })] : []),
    open(labels.find, 'forum.find'),
    ...(isWhole ? [] : [open(labels.all, 'forum')]),
    ...(actor.person ? [open(labels.mine, 'forum.mine')] : []),
    ...(actor.coordinator ? [open(labels.desk, 'forum.desk')] : []),
  ];
}

function listView(turn: ListTurn, ids: Ids): View {
  const { scheme } = turn;
  const home = open(labels.home, 'home');
  if (scheme.stories === 'off')
    return { title: list.title, parts: [text(list.off), ...elsewhereParts(scheme)], buttons: [home] };
  const filter = filterOf(ids);
  return {
    title: list.title,
    parts: [text(list.lead), ...storyRows(turn, filter), ...elsewhereParts(scheme)],
    buttons: [...buttonsFor(turn, ids, filter), home],
  };
}

export const listPage = pageOf({ word: 'forum', also: ['stories'], for: 'anyone', plan: listPlan, show: listView });

const findFields = (scheme: Scheme) =>
  ({
    what: {
      kind: 'choice',
      ...find.what,
      options: storyKinds.map(key => ({ key, label: kinds[key].many })),
      optional: true,
      seenBy: 'none',
    },
    side: { kind: 'choice', ...find.side, options: find.sides, optional: true, seenBy: 'none' },
    topic: { kind: 'choice', ...find.topic, options: scheme.topics, optional: true, seenBy: 'none' },
  }) as const;

export const findPage = pageOf({
  word: 'forum.find',
  for: 'anyone',
  plan: () => ({}),
  show: ({ scheme }): Form<ReturnType<typeof findFields>> | View =>
    scheme.stories === 'off'
      ? { title: find.title, parts: [text(list.off)], back: { word: 'forum' } }
      : { title: find.title, fields: findFields(scheme), submit: labels.search, back: { word: 'forum' } },
  take: (_turn, _ids, { what, side, topic }): Outcome => ({
    screen: next('forum', { ...(what ? { what } : {}), ...(side ? { side } : {}), ...(topic ? { topic } : {}) }),
  }),
});

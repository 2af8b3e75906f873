// The page of one pair of a preview: both cards, why these two, and what a co-ordinator may do about it before anybody is asked.
import { cardParts } from '../../conversation/card.ts';
import { pageOf } from '../../conversation/feature.ts';
import {
  buttons,
  type Ids,
  list,
  open,
  type Part,
  press,
  line as rule,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Changes, next, type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedOne, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Pairing, Run } from '../../scheme/kinds.ts';
import { nameOf, withExclusion } from '../../scheme/sealed.ts';
import { whyInWords } from '../../scheme/why.ts';
import type { PairRow } from './kept.ts';
import { likingsInWords, saidAround } from './likings.ts';
import { messages } from './messages.ts';
import { apart, asked } from './more-messages.ts';
import { isPair, pageNumber, pairKey } from './pages.ts';
import { standingOf, visible } from './rows.ts';

const words = messages.pair;

export const onePairPlan = (ids: Ids) => ({
  run: one('run', ids['run'] ?? ''),
  page: one('runpage', via('run', 'stem', `-pairs-${pageNumber(ids['page'])}`)),
  menteeCard: one('card', `${ids['mentee']}-mentee`),
  mentorCard: one('card', `${ids['mentor']}-mentor`),
  menteeFile: one('casefile', `${ids['mentee']}-mentee`),
  mentorFile: one('casefile', `${ids['mentor']}-mentor`),
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  menteeList: sealedOne('exclusions', ids['mentee'] ?? 'none'),
  mentorList: sealedOne('exclusions', ids['mentor'] ?? 'none'),
  menteeSealed: sealedOne('person', ids['mentee'] ?? 'none'),
  mentorSealed: sealedOne('person', ids['mentor'] ?? 'none'),
  rankings: saidAround(ids['mentee'] ?? 'none'),
});
export type OnePair = Turn<Opened<ReturnType<typeof onePairPlan>>>;

/** The pair the ids speak of, if it is in this preview and this co-ordinator may see it. */
export function pairIn(turn: OnePair, ids: Ids): { run: Run; row: PairRow } | undefined {
  const { run, page } = turn.open;
  const isThis = isPair(ids['mentee'] ?? '', ids['mentor'] ?? '');
  const row = visible(page?.pairs ?? [], turn.actor).shown.find(found => isThis([found.mentee, found.mentor]));
  return run && row && run.state !== 'preparing' ? { run, row } : undefined;
}

/** The ids of a pair's pages, as buttons carry them. */
export const idsOf = (ids: Ids): Ids => ({
  run: ids['run'] ?? '',
  page: String(pageNumber(ids['page'])),
  mentee: ids['mentee'] ?? '',
  mentor: ids['mentor'] ?? '',
});

export const onePairPage = pageOf({
  word: 'match.pair',
  for: 'coordinator',
  plan: onePairPlan,
  show: (turn, ids) => pairView(turn, ids),
  press: {
    keep: (turn, ids) =>
      choose(turn, ids, (run, pair) => ({ ...without(run, pair), locks: [...without(run, pair).locks, pair] })),
    unkeep: (turn, ids) => choose(turn, ids, (run, pair) => ({ ...run, locks: without(run, pair).locks })),
    out: (turn, ids) =>
      choose(turn, ids, (run, pair) => ({
        ...without(run, pair),
        removed: [...without(run, pair).removed, pair],
        changed: true,
      })),
    apart: (turn, ids) => keptApart(turn, ids),
    back: (turn, ids) =>
      choose(turn, ids, (run, pair) => ({ ...run, removed: without(run, pair).removed, changed: true })),
  },
});

/** Never again, in no matching and by nobody: it stands on both lists, and neither is told (R12). */
function keptApart(turn: OnePair, ids: Ids): Outcome {
  const { mentor, mentee } = { mentor: ids['mentor'] ?? '', mentee: ids['mentee'] ?? '' };
  const out = choose(turn, ids, (run, pair) => ({
    ...without(run, pair),
    removed: [...without(run, pair).removed, pair],
    changed: true,
  }));
  if ('problems' in out || !out.changes) return out;
  const { menteeList, mentorList, menteeSealed, mentorSealed } = turn.open;
  const entry = (person: string, cover: typeof menteeSealed) => ({ person, emailHash: nameOf(cover)?.emailHash });
  const lists = [
    withExclusion(menteeList, mentee, entry(mentor, mentorSealed), 'apart', turn.now),
    withExclusion(mentorList, mentor, entry(mentee, menteeSealed), 'apart', turn.now),
  ];
  const more: Changes = {
    put: lists.map(list => put('exclusions', list)),
    history: [{ what: 'kept apart by a co-ordinator', about: [mentee, mentor] }],
  };
  return { ...out, changes: together(out.changes, more) };
}

type Pair = [mentee: string, mentor: string];

/** The run with neither "keep" nor "out" said about this pair: the one takes the other back. */
function without(run: Run, [mentee, mentor]: Pair): Run {
  const isThis = isPair(mentee, mentor);
  return {
    ...run,
    locks: run.locks.filter(pair => !isThis(pair)),
    removed: run.removed.filter(pair => !isThis(pair)),
  };
}

function choose(turn: OnePair, ids: Ids, change: (run: Run, pair: Pair) => Run): Outcome {
  const found = pairIn(turn, ids);
  const { run, page } = idsOf(ids);
  if (found?.run.state !== 'ready' || found.row.pairing !== undefined)
    return { screen: view(pairView(turn, ids), { word: 'match.pair', ids: idsOf(ids) }) };
  return {
    changes: { put: [put('run', change(found.run, [found.row.mentee, found.row.mentor]))] },
    screen: next('match.run', { run: run ?? '', page: page ?? '0' }),
  };
}

function pairView(turn: OnePair, ids: Ids): View {
  const found = pairIn(turn, ids);
  const back = { word: 'match.run', ids: { run: ids['run'] ?? '', page: String(pageNumber(ids['page'])) } };
  if (!found) return { title: words.title, parts: [text(words.gone)], back };
  const { run, row } = found;
  const line = run.lines[pairKey(row.mentee, row.mentor)];
  const reasons = [...likingsInWords(turn.open.rankings, row), ...whyInWords(row.why, turn.scheme, 'coordinator')];
  return {
    title: words.title,
    parts: [
      text([{ bold: messages.run.pair(row.menteeName, row.mentorName) }]),
      list(reasons.length > 0 ? reasons : [messages.run.noReasons]),
      ...(line ? [text([{ bold: words.line }, '\n', line])] : []),
      ...(row.pairing === undefined ? actionParts(run, row, idsOf(ids)) : askedParts(row, run, turn.open.pairing)),
      rule(),
      ...personParts(turn, 'mentee'),
      rule(),
      ...personParts(turn, 'mentor'),
    ],
    back,
  };
}

/** Once somebody was asked there is one thing left that can be done: taking it back, as long as nobody has answered. */
function askedParts(row: PairRow, run: Run, found: Pairing | undefined): Part[] {
  const pairing = found?.id === row.pairing ? found : undefined;
  const takeBack = open(asked.takeBack, 'match.asked', { pairing: row.pairing ?? '' });
  return [
    text([{ italic: standingOf(row, run, pairing) }]),
    ...(pairing?.state === 'proposed' ? [buttons(takeBack)] : []),
  ];
}

function actionParts(run: Run, row: PairRow, ids: Ids): Part[] {
  if (run.state !== 'ready') return [text([{ italic: standingOf(row, run, undefined) }])];
  const isThis = isPair(row.mentee, row.mentor);
  const isKept = run.locks.some(isThis);
  const isOut = run.removed.some(isThis);
  const hasLine = run.lines[pairKey(row.mentee, row.mentor)] !== undefined;
  return [
    buttons(
      isKept
        ? press(words.unkeep, 'match.pair', 'unkeep', ids)
        : press(words.keep, 'match.pair', 'keep', ids, 'primary'),
      isOut ? press(words.back, 'match.pair', 'back', ids) : press(words.out, 'match.pair', 'out', ids),
      open(hasLine ? words.changeLine : words.addLine, 'match.line', ids),
      { ...press(apart.button, 'match.pair', 'apart', ids), confirm: apart.confirm },
    ),
  ];
}

/** A card, and what only co-ordinators read: goals against career is for a human to judge, not for points. */
function personParts(turn: OnePair, role: 'mentee' | 'mentor'): Part[] {
  const { menteeCard, mentorCard, menteeFile, mentorFile } = turn.open;
  const [card, file] = role === 'mentee' ? [menteeCard, menteeFile] : [mentorCard, mentorFile];
  const said = (title: string, words: string | undefined): Part[] =>
    words ? [text([{ bold: title }, '\n', words])] : [];
  return [
    ...(card ? cardParts(card, turn.scheme) : []),
    ...said(words.goals, role === 'mentee' ? file?.goals : undefined),
    ...said(words.wishes, file?.wishes),
  ];
}

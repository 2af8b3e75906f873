// The page `choose`: how it stands with the mentors a mentee has asked; else the mentors' cards to look through, or the step that is open before that.
import { pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  buttons,
  type Ids,
  note,
  open,
  type Part,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Opened, one, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Card, Scheme } from '../../scheme/kinds.ts';
import { inWords, labelOf, labelsOf } from '../../scheme/options.ts';
import { MOST_CHOICES, menteesChoose } from '../../scheme/wishes.ts';
import { messages } from './messages.ts';
import { askedView, outcomeParts } from './now-view.ts';
import { cardsPage, fits, searchIn, searchInWords } from './search.ts';
import { askable, decidingPlan, ownPlan } from './seeker.ts';
import { stepView } from './step-view.ts';

const words = messages.browse;

const browsePlan = (ids: Ids) => ({
  ...ownPlan(),
  cards: cardsPage(ids),
  ...decidingPlan(via('cards', 'person')),
  current: one('pairing', via('wish', 'pairing')),
  chosen: some('card', via('book', 'choice', '-mentor')),
  waiting: some('card', via('wish', 'left', '-mentor')),
  before: some('card', via('wish', 'asked', '-mentor')),
});
export type BrowseTurn = Turn<Opened<ReturnType<typeof browsePlan>>>;

export const browsePage = pageOf({
  word: 'choose',
  for: 'member',
  help: words.line,
  listedIf: menteesChoose,
  plan: browsePlan,
  show: (turn, ids) => chooseView(turn, ids),
});

function chooseView(turn: BrowseTurn, ids: Ids): View {
  const isAsking = turn.open.wish?.state === 'asking';
  if (isAsking && ids['more'] !== 'yes') return askedView(turn);
  return stepView(turn) ?? browseView(turn, ids, isAsking);
}

function browseView(turn: BrowseTurn, ids: Ids, isAsking: boolean): View {
  const { open: opened, scheme, now, more } = turn;
  const found = askable(opened, now).filter(card => fits(card, ids, scheme));
  const further = more['cards'];
  const looked = searchInWords(ids, scheme);
  return {
    title: words.title,
    parts: [
      ...(isAsking ? [] : outcomeParts(turn)),
      text(isAsking ? words.leadMore : words.lead),
      ...listParts(turn, isAsking),
      ...(looked === undefined ? [] : [note(words.showing(looked))]),
      ...found.map(card => cardRow(turn, card, ids)),
      ...(found.length === 0 ? [text(further === undefined ? words.noneAtAll : words.noneHere)] : []),
    ],
    buttons: turners(ids, further, looked !== undefined),
  };
}

/** Who is on the list so far, with the way to it and to a search. */
function listParts({ open: opened }: BrowseTurn, isAsking: boolean): Part[] {
  const onList = isAsking ? opened.waiting : opened.chosen;
  const names = onList.slice(0, MOST_CHOICES).map(card => card.name);
  const search = open(words.find, 'choose.find', isAsking ? { more: 'yes' } : {});
  if (names.length === 0) return [buttons(search)];
  return [text(words.onList(inWords(names))), buttons(open(words.list, 'choose.list', {}, 'primary'), search)];
}

const NAMED_TOPICS = 4;

/** A mentor in a few lines: the topics the mentee wants first. */
function cardRow({ open: opened, scheme }: BrowseTurn, card: Card, ids: Ids): Part {
  const onList = [...(opened.book?.choice ?? []), ...(opened.wish?.left ?? [])].includes(card.person);
  const where = [card.jobTitle, card.institution, labelOf(scheme.sites, card.site)].filter(Boolean).join(', ');
  const lines = [where, topicsLine(card, opened.myCard?.topics ?? [], scheme)].filter(Boolean);
  const name = `${card.name}${onList ? words.marked : ''}`;
  return row(
    [{ bold: name }, ...lines.map(line => `\n${line}`)],
    open(words.look, 'choose.one', { ...searchIn(ids), mentor: card.person }),
  );
}

function topicsLine({ topics }: Card, wanted: readonly string[], scheme: Scheme): string {
  if (topics.length === 0) return '';
  const ordered = [...wanted.filter(one => topics.includes(one)), ...topics.filter(one => !wanted.includes(one))];
  const named = ordered.slice(0, NAMED_TOPICS);
  const rest = ordered.length - named.length;
  return words.topics(
    rest > 0
      ? inWords([...named.map(key => labelOf(scheme.topics, key)), words.moreTopics(rest)])
      : labelsOf(scheme.topics, named),
  );
}

function turners(ids: Ids, further: string | undefined, isSearch: boolean): Button[] {
  const search = searchIn(ids);
  const { more } = search;
  return [
    ...(further === undefined ? [] : [open(words.more, 'choose', { ...search, after: further })]),
    ...(ids['after'] === undefined ? [] : [open(words.first, 'choose', search)]),
    ...(isSearch ? [open(words.all, 'choose', more ? { more } : {})] : []),
    open(messages.now.home, 'home'),
  ];
}

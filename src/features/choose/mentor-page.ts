// One mentor's card, with what the two share, and the way onto the list. Whoever cannot be asked looks to everybody like somebody without a free place.
import { cardParts } from '../../conversation/card.ts';
import { pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  heading,
  type Ids,
  list,
  open,
  type Part,
  press,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import { type Opened, sealedSome, some } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Card } from '../../scheme/kinds.ts';
import { whyFromCards, whyInWords } from '../../scheme/why.ts';
import { askedNow } from '../../scheme/wishes.ts';
import { listOf, roomOn, withList } from './list.ts';
import { messages } from './messages.ts';
import { searchIn } from './search.ts';
import { askable, ownPlan } from './seeker.ts';
import { stepView } from './step-view.ts';

const words = messages.mentor;

const mentorPlan = (mentor: string) => ({
  ...ownPlan(),
  cards: some('card', [`${mentor}-mentor`]),
  places: sealedSome('registration', [`${mentor}-mentor`]),
  people: sealedSome('person', [mentor]),
  lists: sealedSome('exclusions', [mentor]),
});
type MentorTurn = Turn<Opened<ReturnType<typeof mentorPlan>>>;

export const mentorPage = pageOf({
  word: 'choose.one',
  for: 'member',
  plan: ids => mentorPlan(ids['mentor'] ?? 'none'),
  show: (turn, ids) => mentorView(turn, ids),
  press: {
    add: (turn, ids) => put(turn, ids, (list, mentor) => (list.includes(mentor) ? list : [...list, mentor])),
    off: (turn, ids) => put(turn, ids, (list, mentor) => list.filter(one => one !== mentor)),
  },
});

/** The mentor, if this mentee can ask them or is asking them. */
function cardHere({ open: opened, now }: MentorTurn): Card | undefined {
  const current = askedNow(opened.wish, opened.pairings)?.mentor;
  return askable(opened, now)[0] ?? opened.cards.find(card => card.person === current);
}

function mentorView(turn: MentorTurn, ids: Ids): View {
  const back = { word: 'choose', ids: searchIn(ids) };
  const step = stepView(turn);
  if (step) return step;
  const card = cardHere(turn);
  if (!card) return { title: words.title, parts: [text(words.not)], back };
  return {
    title: words.title,
    parts: [...cardParts(card, turn.scheme), ...sharedParts(turn, card), ...standParts(turn, card)],
    buttons: actions(turn, card, ids),
    back,
  };
}

function sharedParts({ open: { myCard }, scheme }: MentorTurn, card: Card): Part[] {
  const reasons = myCard ? whyInWords(whyFromCards(myCard, card, scheme), scheme, 'mentee') : [];
  return reasons.length > 0 ? [heading(words.why), list(reasons)] : [];
}

function standParts({ open: opened }: MentorTurn, card: Card): Part[] {
  if (askedNow(opened.wish, opened.pairings)?.mentor === card.person) return [text(words.isAsked)];
  if (listOf(opened).includes(card.person)) return [text(words.isOn)];
  return roomOn(opened) > 0 ? [] : [text(words.full)];
}

function actions({ open: opened }: MentorTurn, card: Card, ids: Ids): Button[] {
  const to = { ...searchIn(ids), mentor: card.person };
  const onList = listOf(opened);
  const isAsked = askedNow(opened.wish, opened.pairings)?.mentor === card.person;
  return [
    ...(isAsked || onList.includes(card.person) || roomOn(opened) < 1
      ? []
      : [press(words.add, 'choose.one', 'add', to, 'primary')]),
    ...(onList.includes(card.person) ? [press(words.off, 'choose.one', 'off', to)] : []),
    ...(onList.length > 0 ? [open(words.list, 'choose.list')] : []),
  ];
}

/** Onto the list or off it; somebody new only while they can be asked and there is room. */
function put(turn: MentorTurn, ids: Ids, change: (list: string[], mentor: string) => string[]): Outcome {
  const mentor = ids['mentor'] ?? '';
  const before = listOf(turn.open);
  const after = change(before, mentor);
  const isNew = after.length > before.length;
  const isOpen = !stepView(turn) && (!isNew || mayJoin(turn, mentor));
  const changes = isOpen ? withList(turn, after) : undefined;
  if (!changes)
    return { screen: view(mentorView(turn, ids), { word: 'choose.one', ids: { ...searchIn(ids), mentor } }) };
  return { changes, screen: isNew ? next('choose.list') : next('choose', searchIn(ids)) };
}

function mayJoin(turn: MentorTurn, mentor: string): boolean {
  const isAsked = askedNow(turn.open.wish, turn.open.pairings)?.mentor === mentor;
  return !isAsked && cardHere(turn)?.person === mentor && roomOn(turn.open) > 0;
}

// The page `choose.list`: my list in order, asking the first on it, and taking back what was asked.
import { pageOf } from '../../conversation/feature.ts';
import { type Button, buttons, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, together, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedOne, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { hasPlace } from '../../scheme/sealed.ts';
import { askedNow } from '../../scheme/wishes.ts';
import { askFirst } from './ask.ts';
import { listOf, roomOn, withList, withoutChoice } from './list.ts';
import { messages } from './messages.ts';
import { sendingView, takeBackButton } from './now-view.ts';
import { canBeAsked, mentorsPlan, nameOn, ownPlan } from './seeker.ts';
import { stepView } from './step-view.ts';
import { takenBack } from './take-back.ts';

const words = messages.list;
const here = { word: 'choose.list' };

const listPlan = () => ({
  ...ownPlan(),
  ...mentorsPlan(via('book', 'choice')),
  waiting: some('card', via('wish', 'left', '-mentor')),
  current: one('pairing', via('wish', 'pairing')),
  currentCard: one('card', via('current', 'mentor', '-mentor')),
  mentorPlace: sealedOne('registration', via('current', 'mentor', '-mentor')),
  papers: sealedOne('papers', via('current', 'id')),
});
export type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

export const listPage = pageOf({
  word: 'choose.list',
  for: 'member',
  plan: listPlan,
  show: turn => listView(turn),
  press: {
    ask: turn => ask(turn),
    back: turn => takeBack(turn),
    up: (turn, ids) => change(turn, earlier(listOf(turn.open), ids['mentor'])),
    off: (turn, ids) =>
      change(
        turn,
        listOf(turn.open).filter(mentor => mentor !== ids['mentor']),
      ),
  },
});

const nameOf = ({ open: { cards, waiting } }: ListTurn, mentor: string): string =>
  nameOn([...cards, ...waiting], mentor) ?? words.nobody;

function listView(turn: ListTurn, said?: string): View {
  const step = stepView(turn);
  if (step) return step;
  const { open: opened } = turn;
  const order = listOf(opened);
  const current = askedNow(opened.wish, opened.pairings);
  if (isBetween(turn)) return sendingView();
  return {
    title: words.title,
    parts: [
      ...(said === undefined ? [] : [text(said)]),
      ...(current ? [text(askedSentence(turn, current))] : []),
      ...(order.length > 0
        ? [text(current ? words.after : words.order)]
        : [text(current ? words.emptyAfter : words.empty)]),
      ...order.flatMap((mentor, n) => mentorParts(turn, mentor, n, current !== undefined)),
    ],
    buttons: listButtons(turn, order, current),
  };
}

/** One has answered, and the next is about to be asked: for the blink of an eye there is nothing to change. */
function isBetween({ open: { wish, pairings } }: ListTurn): boolean {
  return wish?.state === 'asking' && !askedNow(wish, pairings);
}

function askedSentence({ open: { currentCard } }: ListTurn, { answerBy }: Pairing): string {
  return words.asked(currentCard?.name ?? words.nobody, sayDay(answerBy));
}

/** Somebody on the list, with the ways up and off; whether they can be asked is said of those only of whom it is known here. */
function mentorParts(turn: ListTurn, mentor: string, n: number, isAfter: boolean): Part[] {
  const notNow = !isAfter && !canBeAsked(turn.open, mentor, turn.now) ? [` – ${words.notNow}`] : [];
  const ids = { mentor };
  return [
    text([{ bold: words.nth(isAfter ? n + 1 : n, nameOf(turn, mentor)) }, ...notNow]),
    buttons(
      ...(n > 0 ? [press(words.earlier, 'choose.list', 'up', ids)] : []),
      press(words.off, 'choose.list', 'off', ids),
    ),
  ];
}

function listButtons(turn: ListTurn, order: string[], current: Pairing | undefined): Button[] {
  const [first] = order;
  const ask = first !== undefined && !current ? [askButton(nameOf(turn, first), order.length - 1)] : [];
  const browse = roomOn(turn.open) > 0 ? [open(words.look, 'choose', current ? { more: 'yes' } : {})] : [];
  return [...ask, ...browse, ...(current ? [takeBackButton] : []), open(messages.now.home, 'home')];
}

function askButton(name: string, others: number): Button {
  return { ...press(words.ask, 'choose.list', 'ask', {}, 'primary'), confirm: words.confirm(name, others) };
}

/** One place nearer to the top. */
function earlier(list: string[], mentor: string | undefined): string[] {
  const at = list.indexOf(mentor ?? '');
  const [before, it] = [list[at - 1], list[at]];
  if (before === undefined || it === undefined) return list;
  return [...list.slice(0, at - 1), it, before, ...list.slice(at + 1)];
}

function change(turn: ListTurn, list: string[]): Outcome {
  const changes = stepView(turn) ? undefined : withList(turn, list);
  return changes ? { changes, screen: next('choose.list') } : { screen: view(listView(turn), here) };
}

/** The first on the list who can be asked, is. Pressed twice, or with nobody to ask, it changes nothing and says how it stands. */
function ask(turn: ListTurn): Outcome {
  const { open: opened, actor } = turn;
  const stay = (said?: string): Outcome => ({ screen: view(listView(turn, said), here) });
  if (!actor.person || stepView(turn) || opened.wish?.state === 'asking') return stay();
  if (!hasPlace(opened.seat)) return stay(words.moved);
  const asked = askFirst(turn, actor.person.id, listOf(opened), []);
  if (!asked) return stay(listOf(opened).length > 0 ? words.noneNow : undefined);
  const skipped = asked.skipped.map(mentor => nameOf(turn, mentor));
  const done: View = {
    title: messages.now.title,
    parts: [
      ...(skipped.length > 0 ? [text(words.skipped(inWords(skipped)))] : []),
      text(words.asked(nameOf(turn, asked.pairing.mentor), sayDay(asked.pairing.answerBy))),
    ],
    buttons: [open(messages.now.stands, 'choose'), open(messages.now.home, 'home')],
  };
  return {
    changes: together(asked.changes, withoutChoice(opened.book)),
    screen: view(done, { word: 'choose' }),
  };
}

function takeBack(turn: ListTurn): Outcome {
  const changes = takenBack(turn);
  if (!changes) return { screen: view(listView(turn, words.moved), here) };
  const done: View = {
    title: messages.now.title,
    parts: [text(words.tookBack)],
    buttons: [open(messages.now.again, 'choose', {}, 'primary'), open(messages.now.home, 'home')],
  };
  return { changes, screen: view(done, { word: 'choose' }) };
}

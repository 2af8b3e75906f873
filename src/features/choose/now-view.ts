// How it stands with the mentors a mentee has asked: who is asked and by when, who comes next, and kind words when it came to nothing.
import { list, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Card, Wish } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { askedNow, lastEnd } from '../../scheme/wishes.ts';
import type { BrowseTurn } from './browse-page.ts';
import { messages } from './messages.ts';
import { nameOn } from './seeker.ts';

const words = messages.list;

/** The button with which a mentee takes back what they asked. */
export const takeBackButton = { ...press(words.takeBack, 'choose.list', 'back'), confirm: words.takeBackConfirm };

/** What somebody reads while a mentor of their list is asked. */
export function askedView(turn: BrowseTurn): View {
  const { wish, pairings, before, waiting } = turn.open;
  const pairing = askedNow(wish, pairings);
  const home = open(messages.now.home, 'home');
  if (!wish || !pairing) return sendingView();
  const name = nameOn(before, pairing.mentor) ?? words.nobody;
  const earlier = namesOf(before, wish.asked.slice(0, -1));
  const day = sayDay(pairing.answerBy);
  const says = earlier ? messages.now.wentOn(earlier, name, day) : words.asked(name, day);
  return {
    title: messages.now.title,
    parts: [text(says), ...afterParts(waiting, wish.left)],
    buttons: [open(words.title, 'choose.list', {}, 'primary'), takeBackButton, home],
  };
}

export const sendingView = (): View => ({
  title: messages.now.title,
  parts: [text(words.sending)],
  buttons: [open(messages.now.home, 'home')],
});

/** Those who come after the one who is asked. */
function afterParts(cards: readonly Card[], left: readonly string[]): Part[] {
  if (left.length === 0) return [text(words.emptyAfter)];
  return [text(words.after), list(left.map(mentor => nameOn(cards, mentor) ?? words.nobody))];
}

function namesOf(cards: readonly Card[], mentors: readonly string[]): string | undefined {
  const names = mentors.flatMap(mentor => nameOn(cards, mentor) ?? []);
  return names.length > 0 ? inWords(names) : undefined;
}

/** What became of the last list, for somebody who has not begun another. */
export function outcomeParts({ open: opened }: BrowseTurn): Part[] {
  const { wish, before, book, pairings } = opened;
  const end = lastEnd(wish, pairings);
  if (!wish || !end || (book?.choice ?? []).length > 0) return [];
  return [text(end === 'over' ? overSentence(before, wish) : messages.now.aside)];
}

function overSentence(cards: readonly Card[], { asked }: Wish): string {
  const names = namesOf(cards, asked);
  return names === undefined ? messages.now.overNobody : messages.now.over(names);
}

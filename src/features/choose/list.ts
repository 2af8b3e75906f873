// The mentee's list of mentors: before anybody is asked it is their own alone, in their notebook; while one is asked, those who come after stand in what was sent off.
import { type Changes, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Notebook, Wish } from '../../scheme/kinds.ts';
import { askedNow, MOST_CHOICES, withLeft } from '../../scheme/wishes.ts';
import type { Seeker } from './seeker.ts';

type Kept = Pick<Seeker, 'wish' | 'pairings'> & { book: Notebook | undefined };

/** The wish, while a mentor on it is asked and those after can still be changed. */
export function sentOff(open: Kept): Wish | undefined {
  return askedNow(open.wish, open.pairings) ? open.wish : undefined;
}

/** Mentors not asked yet, in order. */
export function listOf(open: Kept): string[] {
  return [...(sentOff(open)?.left ?? open.book?.choice ?? [])];
}

/** How many more fit on the list, the one who is asked included. */
export function roomOn(open: Kept): number {
  return MOST_CHOICES - listOf(open).length - (sentOff(open) ? 1 : 0);
}

/** The list as it shall be now; undefined when that is as it was, or there is nowhere to keep it. */
export function withList({ open, actor }: Turn<Kept>, list: readonly string[]): Changes | undefined {
  if (list.join(' ') === listOf(open).join(' ')) return undefined;
  const wish = sentOff(open);
  if (wish) return { put: [put('wish', withLeft(wish, list))] };
  const { person } = actor;
  if (!person) return undefined;
  const blank = { id: person.id, person: person.id, drafts: {}, reviews: {}, exits: {} };
  return { put: [put('notebook', { ...blank, ...open.book, choice: [...list] })] };
}

/** The notebook once the list has been sent off. */
export function withoutChoice(book: Notebook | undefined): Changes {
  return book ? { put: [put('notebook', { ...book, choice: [] })] } : {};
}

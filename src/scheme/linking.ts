// One person with an account on each platform: when two become one, and what that changes (design section 7). Pure; who says so, and where, is the me room's business.
import { DAY, type Instant, MINUTE } from './calendar.ts';
import { coordinatorWith } from './coordinators.ts';
import type { Linking, Notebook, Person, Scheme } from './kinds.ts';
import { isInLane, laneOf } from './lanes.ts';

/** How long a code holds; how many that do not fit may be typed, and how long none is taken after them. */
export const CODE_FOR = 10 * MINUTE;
export const WRONG_CODES = 5;
export const LOCKED_FOR = 15 * MINUTE;
/** How long somebody has to say whether an account is theirs. */
const ASKED_FOR = 7 * DAY;
/** How long it is remembered that it was not, so that they are not asked again and again. */
const REFUSED_FOR = 90 * DAY;

/** Letters and digits that are not taken for each other when read aloud: thirty-two. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LONG = 8;

/** A code drawn from a keyed hash, which nobody can guess: forty bits. */
export function codeFrom(hash: string): string {
  return [...hash.slice(0, LONG)].map(letter => LETTERS[BASE64URL.indexOf(letter) & 31] ?? 'A').join('');
}

/** As people read it: `ABCD-EFGH`. */
export const sayCode = (code: string): string => `${code.slice(0, LONG / 2)}-${code.slice(LONG / 2)}`;

/** A code as it was typed, without what does not count. */
export const readCode = (typed: string): string => typed.toLocaleUpperCase('en-GB').replace(/[^A-Z0-9]/g, '');

/** Whether somebody may be known by this account as well: one for each workspace or tenant. */
export function mayLink(person: Pick<Person, 'accounts' | 'goneAt'>, account: string): boolean {
  return person.goneAt === undefined && !isInLane(person.accounts, laneOf(account));
}

/** The person with one more account. */
export function withAccount(person: Person, account: string): Person {
  return { ...person, accounts: [...person.accounts, account] };
}

/**
 * Whether an account may be taken off by somebody who acts from another: never the last; and never from one that was linked after it, so
 * that whoever got hold of a code cannot shut out the one it was made for.
 */
export function mayUnlink({ accounts }: Pick<Person, 'accounts'>, account: string, from: string): boolean {
  const [at, own] = [accounts.indexOf(account), accounts.indexOf(from)];
  return accounts.length > 1 && at >= 0 && own >= 0 && own <= at;
}

/** The person without an account. */
export function withoutAccount(person: Person, account: string): Person {
  const { prefers, ...rest } = person;
  const left = { ...rest, accounts: person.accounts.filter(other => other !== account) };
  return prefers === undefined || prefers === account ? left : { ...left, prefers };
}

/** The co-ordinators once somebody has another account: whoever is one is so by either. Undefined where that changes nothing. */
export function coordinatorLinked(scheme: Scheme, person: Person): Scheme | undefined {
  const known = person.accounts.find(account => scheme.coordinators.includes(account));
  if (known === undefined) return undefined;
  return { ...scheme, ...coordinatorWith(scheme, { ...person, name: scheme.coordinatorNames[known] ?? person.name }) };
}

/** The co-ordinators once an account is its person's no more: their rights stay with what they keep, and go with the account only where it was the one that had them. */
export function coordinatorUnlinked(scheme: Scheme, left: Person, account: string): Scheme | undefined {
  if (!scheme.coordinators.includes(account)) return undefined;
  const { [account]: _person, ...coordinatorPersons } = scheme.coordinatorPersons;
  if (!left.accounts.some(other => scheme.coordinators.includes(other))) return { ...scheme, coordinatorPersons };
  const { [account]: _name, ...coordinatorNames } = scheme.coordinatorNames;
  const coordinators = scheme.coordinators.filter(other => other !== account);
  return { ...scheme, coordinators, coordinatorNames, coordinatorPersons };
}

/** The notebook of somebody who began something elsewhere as well: what they began here already stays as it is. */
export function withDraftsOf(book: Notebook, others: readonly (Notebook | undefined)[]): Notebook {
  return { ...book, drafts: Object.assign({}, ...others.map(other => other?.drafts ?? {}), book.drafts) };
}

/** Whether a notebook holds nothing but drafts. */
export function isOnlyDrafts(book: Notebook | undefined): boolean {
  if (!book) return true;
  const { aim, choice = [], reviews, exits } = book;
  return aim === undefined && choice.length === 0 && Object.keys({ ...reviews, ...exits }).length === 0;
}

const blank = (account: string): Linking => ({ id: account, wrong: 0, until: 0 });

/** Somebody is asked whether this account is theirs. */
export function askedAbout(
  before: Linking | undefined,
  account: string,
  person: string,
  name: string,
  now: Instant,
): Linking {
  return { ...(before ?? blank(account)), person, name, asked: 'waiting', until: now + ASKED_FOR };
}

/** They said that it is not. */
export function refusedBy(before: Linking, now: Instant): Linking {
  return { ...before, asked: 'refused', until: now + REFUSED_FOR };
}

/** A code did not fit; after some of those none is taken for a while, and they are counted anew. */
export function wrongCode(before: Linking | undefined, account: string, now: Instant): Linking {
  const old = before ?? blank(account);
  const wrong = old.wrong + 1;
  const until = Math.max(old.until, now + DAY);
  return wrong < WRONG_CODES ? { ...old, wrong, until } : { ...old, wrong: 0, lockedUntil: now + LOCKED_FOR, until };
}

// Sealed records: opened for a decision, never shown. Their content is reachable only by the named functions here, which return a verdict or a patch.
import { mustComeAgain } from './joining.ts';
import type {
  Booking,
  Casefile,
  Exclusions,
  Exit,
  KindName,
  Meeting,
  Notebook,
  Person,
  RecordOf,
  Registration,
  SignUp,
  SupportWish,
} from './kinds.ts';
import { mayLink, withAccount, withDraftsOf } from './linking.ts';
import type { RegistrationState } from './states.ts';

const contents = new WeakMap<object, unknown>();

/** A record that somebody's decision depends on but nobody is shown. */
export type Sealed<K extends KindName> = { readonly sealed: K; readonly id: string };

/** Seals a record; only the engine does, when a plan says `sealed`. */
export function seal<K extends KindName>(kind: K, value: RecordOf<K>): Sealed<K> {
  const cover = { sealed: kind, id: (value as { id: string }).id } as const;
  contents.set(cover, value);
  return cover;
}

function inside<K extends KindName>(cover: Sealed<K>): RecordOf<K> {
  return contents.get(cover) as RecordOf<K>;
}

/** Whether somebody's list forbids this other person (R12, R49). */
export function excludes(
  cover: Sealed<'exclusions'> | undefined,
  other: { id: string; emailHash?: string | undefined },
): boolean {
  if (!cover) return false;
  return inside(cover).not.some(
    entry => entry.person === other.id || (entry.emailHash !== undefined && entry.emailHash === other.emailHash),
  );
}

/** Whether one of two said after an event that they would rather not be put together with the other; who, is nobody's to know (R17). */
export function wouldRatherNot(covers: readonly Sealed<'ranking'>[], one: string, other: string): boolean {
  return covers.some(cover => {
    const { person, ratherNot } = inside(cover);
    const about = person === one ? other : person === other ? one : undefined;
    return about !== undefined && ratherNot.some(named => named.person === about);
  });
}

/** The same list with a former partner (or somebody of one's own line) added, to be written back (R49). */
export function withExclusion(
  cover: Sealed<'exclusions'> | undefined,
  owner: string,
  other: { person: string; emailHash?: string | undefined },
  why: 'former' | 'line' | 'apart',
  at: number,
): Exclusions {
  const before: Exclusions = cover ? inside(cover) : { id: owner, person: owner, not: [], closedTo: [] };
  if (before.not.some(entry => entry.person === other.person)) return before;
  const entry = other.emailHash === undefined ? { person: other.person, why, at } : { ...other, why, at };
  return { ...before, not: [...before.not, entry], closedTo: [...new Set([...before.closedTo, other.person])] };
}

/** Which of these persons stand on somebody's list (used to keep co-ordinators out of what concerns them). */
export function excludedAmong(
  cover: Sealed<'exclusions'> | undefined,
  persons: readonly { id: string; emailHash?: string | undefined }[],
): string[] {
  return persons.filter(person => excludes(cover, person)).map(person => person.id);
}

/** Whether a registration has a place left for one more pairing or proposal (R16); `more` are those the same decision has given away already. */
export function hasPlace(cover: Sealed<'registration'> | undefined, more = 0): boolean {
  if (!cover) return false;
  const { state, taken, capacity } = inside(cover);
  return state === 'available' && taken + more < capacity;
}

/** The registration with one place (or `places`) taken; full when it was the last (A8). Throws when there is none: ask `hasPlace` first. */
export function takePlace(cover: Sealed<'registration'>, places = 1): Registration {
  if (!hasPlace(cover, places - 1)) throw new Error(`no place left in registration ${cover.id}`);
  const before = inside(cover);
  const taken = before.taken + places;
  return { ...before, taken, state: taken >= before.capacity ? 'full' : before.state };
}

/**
 * The registration with one place given back. After a proposal came to nothing the person is available again by right, unless
 * they rest or have asked for fewer places meanwhile; after a pairing ended they rest until they say yes themselves (A9, R40).
 */
export function freePlace(cover: Sealed<'registration'>, after: 'proposal' | 'pairing'): Registration {
  const before = inside(cover);
  const taken = Math.max(0, before.taken - 1);
  const settled = (state: RegistrationState): RegistrationState => {
    if (!isPooled(state)) return state;
    if (after === 'pairing' || state === 'resting') return 'resting';
    if (taken >= before.capacity) return 'full';
    // R6: training ran out, or its mark was taken back, while the place was taken.
    return mustComeAgain(before) ? 'accepted' : 'available';
  };
  if (before.state !== 'paused') return { ...before, taken, state: settled(before.state) };
  return { ...before, taken, ...(before.formerState ? { formerState: settled(before.formerState) } : {}) };
}

/**
 * The registration with the place of a pairing that goes on after all taken again; undefined where there is none, or the person has
 * left. Nobody becomes available by it: that takes their own yes (R40).
 */
export function placeAgain(cover: Sealed<'registration'> | undefined): Registration | undefined {
  if (!cover) return undefined;
  const before = inside(cover);
  const taken = before.taken + 1;
  if (taken > before.capacity || !(isPooled(before.state) || before.state === 'paused')) return undefined;
  return { ...before, taken, state: before.state !== 'paused' && taken >= before.capacity ? 'full' : before.state };
}

/** Where the messages about an exit stand, so that they can be drawn anew. */
export function alertsOf(cover: Sealed<'exit'>): Pick<Exit, 'id' | 'alertTo' | 'secondTo'> {
  const { id, alertTo, secondTo } = inside(cover);
  return { id, alertTo, secondTo };
}

/** The list without somebody who stood there only because a pairing with them had ended. It stays closed to them: they are its owner's partner again. */
export function withoutFormer(cover: Sealed<'exclusions'> | undefined, other: string): Exclusions | undefined {
  if (!cover) return undefined;
  const before = inside(cover);
  if (!before.not.some(entry => entry.person === other && entry.why === 'former')) return undefined;
  return { ...before, not: before.not.filter(entry => entry.person !== other || entry.why !== 'former') };
}

function isPooled(state: RegistrationState): boolean {
  return state === 'available' || state === 'full' || state === 'resting';
}

/** Whether somebody still stands by a proposal made to them: neither paused nor gone meanwhile. */
export function standsBy(cover: Sealed<'registration'> | undefined): boolean {
  return cover !== undefined && isPooled(inside(cover).state);
}

/** Whether pairings and proposals together still fit the places somebody offers; not so when they lowered the number meanwhile (R16). */
export function withinCapacity(cover: Sealed<'registration'>): boolean {
  const { taken, capacity } = inside(cover);
  return taken <= capacity;
}

/** The registration of somebody whom a matching run left over, so that they come first among equals next time; undefined when they are not waiting any more. */
export function leftOver(cover: Sealed<'registration'> | undefined): Registration | undefined {
  return cover && hasPlace(cover) ? { ...inside(cover), leftOverBefore: true } : undefined;
}

/** The registration of somebody who has now been introduced: they have waited long enough. */
export function waitsNoMore(cover: Sealed<'registration'>): Registration {
  return { ...inside(cover), leftOverBefore: false };
}

/** Who stands on whose list, among these lists and these people (R12, R49): for keeping pairs out of a matching run. */
export function listedAmong(
  covers: readonly Sealed<'exclusions'>[],
  people: readonly { id: string; emailHash?: string | undefined }[],
): [owner: string, listed: string][] {
  const ids = new Set(people.map(person => person.id));
  const byHash = new Map(people.flatMap(person => (person.emailHash ? [[person.emailHash, person.id] as const] : [])));
  return covers.flatMap(cover => {
    const { person: owner, not } = inside(cover);
    const found = not.flatMap(entry => [
      ...(entry.person !== undefined && ids.has(entry.person) ? [entry.person] : []),
      ...(entry.emailHash !== undefined && byHash.has(entry.emailHash) ? [byHash.get(entry.emailHash) as string] : []),
    ]);
    return [...new Set(found)].map((listed): [string, string] => [owner, listed]);
  });
}

/** The goals and achievements that a mentee's form promised to show the mentor once they are introduced. */
export function forPapers(cover: Sealed<'casefile'> | undefined): Pick<Casefile, 'goals' | 'achievements'> {
  if (!cover) return {};
  const { goals, achievements } = inside(cover);
  return { ...(goals === undefined ? {} : { goals }), ...(achievements === undefined ? {} : { achievements }) };
}

/** The casefile closed to one more co-ordinator, because they are now the person's partner. */
export function closedToPartner(cover: Sealed<'casefile'>, partner: string): Casefile {
  const before = inside(cover);
  return { ...before, closedTo: [...new Set([...before.closedTo, partner])] };
}

/** A list of people not to be paired with, closed to one more co-ordinator, because they are now its owner's partner. */
export function listClosedTo(cover: Sealed<'exclusions'>, partner: string): Exclusions {
  const before = inside(cover);
  return { ...before, closedTo: [...new Set([...before.closedTo, partner])] };
}

/** Whom a one-time code was made for, as long as it holds. */
export function holderOf(cover: Sealed<'linkcode'> | undefined, now: number): string | undefined {
  if (!cover) return undefined;
  const { person, until } = inside(cover);
  return until > now ? person : undefined;
}

/** Somebody with one more account; undefined where they may have none more there, or are gone. */
export function linkedTo(cover: Sealed<'person'> | undefined, account: string): Person | undefined {
  if (!cover) return undefined;
  const before = inside(cover);
  return mayLink(before, account) ? withAccount(before, account) : undefined;
}

/** Somebody's notebook with what they had begun by another account. */
export function notebookWith(cover: Sealed<'notebook'>, others: readonly (Notebook | undefined)[]): Notebook {
  return withDraftsOf(inside(cover), others);
}

/** The other way about: one's own notebook with what a sealed one holds. */
export function notebookFrom(book: Notebook, cover: Sealed<'notebook'> | undefined): Notebook {
  return cover ? withDraftsOf(book, [inside(cover)]) : book;
}

/** The accounts of somebody whom the reader may write to directly, because they were introduced to each other. */
export function accountsOf(cover: Sealed<'person'> | undefined): string[] {
  if (!cover) return [];
  const { accounts, goneAt } = inside(cover);
  return goneAt ? [] : accounts;
}

/** How this person may be reached and addressed by a letter: never shown, only passed on. */
export function reachOf(
  cover: Sealed<'person'> | undefined,
): Pick<Person, 'zone' | 'hours' | 'checkins' | 'prompts'> | undefined {
  if (!cover) return undefined;
  const { zone, hours, checkins, prompts } = inside(cover);
  return { zone, hours, checkins, prompts };
}

/** The given name (and the id and address hash, for comparisons) of somebody whose record is otherwise not for the reader. */
export function nameOf(
  cover: Sealed<'person'> | undefined,
): { id: string; name: string; emailHash?: string | undefined } | undefined {
  if (!cover) return undefined;
  const { id, name, emailHash } = inside(cover);
  return { id, name, emailHash };
}

/** Whether somebody is still to be reached: their account is there. */
export function isHere(cover: Sealed<'person'> | undefined): boolean {
  return cover !== undefined && inside(cover).goneAt === undefined;
}

/** A notebook with a draft put into it for its owner to go on with; one they have begun themselves stays as it is. */
export function withDraft(cover: Sealed<'notebook'>, word: string, draft: Record<string, unknown>): Notebook {
  const before = inside(cover);
  return word in before.drafts ? before : { ...before, drafts: { ...before.drafts, [word]: draft } };
}

/** A planned meeting taken back because its pairing has ended (R48); undefined when there is nothing to take back. */
export function cancelledMeeting(cover: Sealed<'meeting'> | undefined): Meeting | undefined {
  if (!cover) return undefined;
  const before = inside(cover);
  if (before.state !== 'planned') return undefined;
  const revision = (before.revision ?? 0) + 1;
  return { ...before, state: 'cancelled', offerAt: undefined, remindAt: undefined, times: undefined, revision };
}

/** The accounts by which a check-in post may mention this person: only somebody who asked for it and is still there. */
export function mentionOf(cover: Sealed<'person'>): string[] {
  const { mention, goneAt, accounts } = inside(cover);
  return mention && !goneAt ? accounts : [];
}

/** Somebody's sign-up moved from the waiting list into a place that became free; undefined when they have one already. */
export function movedUp(cover: Sealed<'signup'>): SignUp | undefined {
  const before = inside(cover);
  return before.state === 'waiting' ? { ...before, state: 'in' } : undefined;
}

/** Somebody's booking moved from the waiting list into a place that became free; undefined when they have one already. */
export function givenPlace(cover: Sealed<'booking'>): Booking | undefined {
  const before = inside(cover);
  return before.state === 'waiting' ? { ...before, state: 'in' } : undefined;
}

/** What this person themselves would like help with; nothing of anybody else's. */
export function wishedBy(cover: Sealed<'supportwish'> | undefined, person: string | undefined): string[] {
  if (!cover) return [];
  const { topics, person: whose } = inside(cover);
  return whose === person ? topics : [];
}

/** Those who asked for a topic, so that they can be invited; whoever decides it is the clock, and nobody is shown them. */
export function askersAmong(covers: readonly Sealed<'supportwish'>[], topic: string): string[] {
  return covers
    .map(inside)
    .filter(({ topics }) => topics.includes(topic))
    .map(({ person }) => person);
}

/** The same wish without one topic: there has been a session about it. */
export function withoutTopic(cover: Sealed<'supportwish'>, topic: string): SupportWish {
  const before = inside(cover);
  return { ...before, topics: before.topics.filter(key => key !== topic) };
}

/** Somebody's own talk in a round, or their pause; nothing of anybody else's. Undefined when they are not in it. */
export function talkOf(
  cover: Sealed<'talks'> | undefined,
  person: string,
): { number: number; with?: { person: string; name: string; role: 'mentor' | 'mentee' }; link?: string } | undefined {
  if (!cover) return undefined;
  const { number, pairs, waiting } = inside(cover);
  if (waiting.some(one => one.person === person)) return { number };
  const pair = pairs.find(({ mentor, mentee }) => mentor.person === person || mentee.person === person);
  if (!pair) return undefined;
  const other =
    pair.mentor.person === person
      ? { ...pair.mentee, role: 'mentee' as const }
      : { ...pair.mentor, role: 'mentor' as const };
  return { number, with: other, ...(pair.link === undefined ? {} : { link: pair.link }) };
}

/** With whom somebody has talked in rounds that have begun, in that order. */
export function partnersIn(
  covers: readonly Sealed<'talks'>[],
  person: string,
  begun: number,
): { person: string; name: string }[] {
  const rounds = [...covers].sort((a, b) => inside(a).number - inside(b).number);
  return rounds
    .filter(cover => inside(cover).number <= begun)
    .flatMap(cover => talkOf(cover, person)?.with ?? [])
    .map(({ person: other, name }) => ({ person: other, name }));
}

/** Whether somebody was at an event in this role. */
export function attendedAs(cover: Sealed<'signup'> | undefined, as: 'mentor' | 'mentee'): boolean {
  if (!cover) return false;
  const { attended, role } = inside(cover);
  return attended && role === as;
}

/** R55: from fewer answers nothing of them is shown. */
export const FEWEST_ANSWERS = 5;

/** What people wrote without a name to one question, in months that may be told (see tallies.ts); those are named by their beginnings. */
export function linesWithin(
  covers: readonly Sealed<'ballot'>[],
  question: string,
  beginnings: readonly number[],
): string[] {
  return covers
    .map(inside)
    .filter(ballot => ballot.question === question && beginnings.includes(ballot.from))
    .flatMap(({ line }) => line ?? []);
}

/** What people wrote without a name, once enough have answered that nobody can be told by it. */
export function linesOf(covers: readonly Sealed<'ballot'>[], answers: number): string[] {
  return answers < FEWEST_ANSWERS ? [] : covers.flatMap(cover => inside(cover).line ?? []);
}

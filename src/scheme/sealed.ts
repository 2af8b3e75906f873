// Sealed records: opened for a decision, never shown. Their content is reachable only by the named functions here, which return a verdict or a patch.
import type { Casefile, Exclusions, KindName, Meeting, Notebook, Person, RecordOf, Registration } from './kinds.ts';
import { type RegistrationState, registrationMay } from './states.ts';

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

/** The same list with a former partner (or somebody of one's own line) added, to be written back (R49). */
export function withExclusion(
  cover: Sealed<'exclusions'> | undefined,
  owner: string,
  other: { person: string; emailHash?: string | undefined },
  why: 'former' | 'line',
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

/** Whether a registration has a place left for one more pairing or proposal (R16). */
export function hasPlace(cover: Sealed<'registration'> | undefined): boolean {
  if (!cover) return false;
  const { state, taken, capacity } = inside(cover);
  return state === 'available' && taken < capacity;
}

/** The registration with one place taken; full when it was the last (A8). Throws when there is none: ask `hasPlace` first. */
export function takePlace(cover: Sealed<'registration'>): Registration {
  if (!hasPlace(cover)) throw new Error(`no place left in registration ${cover.id}`);
  const before = inside(cover);
  const taken = before.taken + 1;
  return { ...before, taken, state: taken >= before.capacity ? 'full' : before.state };
}

/**
 * The registration with one place given back. After a proposal came to nothing the person is available again by right;
 * after a pairing ended they rest until they say yes themselves (A9, R40).
 */
export function freePlace(cover: Sealed<'registration'>, after: 'proposal' | 'pairing'): Registration {
  const before = inside(cover);
  const taken = Math.max(0, before.taken - 1);
  const wanted: RegistrationState = after === 'pairing' ? 'resting' : 'available';
  if (before.state === 'paused') {
    return { ...before, taken, ...(before.formerState && isPooled(before.formerState) ? { formerState: wanted } : {}) };
  }
  const state =
    isPooled(before.state) && (before.state === wanted || registrationMay(before.state, wanted))
      ? wanted
      : before.state;
  return { ...before, taken, state };
}

function isPooled(state: RegistrationState): boolean {
  return state === 'available' || state === 'full' || state === 'resting';
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

/** A notebook with one entry of its owner's added, without anybody else reading it. */
export function withoutDraft(cover: Sealed<'notebook'>, word: string): Notebook {
  const before = inside(cover);
  const { [word]: _gone, ...drafts } = before.drafts;
  return { ...before, drafts };
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
  return before.state === 'planned' ? { ...before, state: 'cancelled', offerAt: undefined } : undefined;
}

/** The accounts by which a check-in post may mention this person: only somebody who asked for it and is still there. */
export function mentionOf(cover: Sealed<'person'>): string[] {
  const { mention, goneAt, accounts } = inside(cover);
  return mention && !goneAt ? accounts : [];
}

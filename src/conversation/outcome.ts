// What a room decides: changes to records, letters to write, and what the person sees next. Pure data; the engine carries it out.
import type { Instant } from '../scheme/calendar.ts';
import type { KindName, RecordOf } from '../scheme/kinds.ts';
import type { Document } from './document.ts';
import type { Form, Problems } from './form.ts';
import type { Ids, Notice, Target, View } from './notice.ts';

export type Put = { [K in KindName]: { kind: K; value: RecordOf<K> } }[KindName];

/**
 * To whom a letter goes: a person (wherever they are reached), or one of the scheme's channels (one delivery for each platform that has
 * it; with `lane`, only the one in that workspace or tenant).
 */
export type To = { person: string } | { channel: 'forum' | 'coordinators'; lane?: string } | { account: string };

/** A letter to be drawn late, when it is sent: by then it may no longer be true, and vanishes. */
export type LetterOrder = {
  letter: string;
  ids: Ids;
  to: To;
  /** A fixed id: while one with it still waits, a newer one takes its place. Without, the operation gives it one. */
  id?: string;
  /** The name under which the message stands, so that it can be updated or deleted later. */
  place?: string;
  /** `update` redraws the message standing at `place` (and does nothing if there is none); `delete` takes it away. Default `post`. */
  mode?: 'post' | 'update' | 'delete';
  /** Once it stands in its channel it is pinned there, where the platform lets us; if not, it stands all the same. */
  pin?: true;
  /** Not before this instant of story time. */
  notBefore?: Instant;
};

export type JobOrder = { job: string; ids: Ids; id: string };

export type Changes = {
  put?: Put[];
  erase?: { kind: KindName; id: string }[];
  /** Numbers that many may add to at once; they never conflict. */
  count?: { name: string; field: string; by: number }[];
  letters?: LetterOrder[];
  /** Fixed ids of letters that shall not go out any more. */
  cancel?: string[];
  jobs?: JobOrder[];
  /** Who did what, without content. `about` are ids. */
  history?: { what: string; about: string[] }[];
};

export type Screen =
  | { show: 'form'; form: Form; at: Target; problems?: Problems }
  | { show: 'view'; view: View; at: Target }
  /** A short private answer that needs no window. */
  | { show: 'say'; notice: Notice }
  /** Close the window and say nothing more. */
  | { show: 'close' }
  /** Turn to another page: the engine opens it. */
  | { show: 'next'; to: Target }
  /** Hand over a file, privately. */
  | { show: 'document'; document: Document; view: View; at: Target };

/** What a page's `take` or `press` gives back. Problems put the form back with a sentence beside each question, nothing typed lost. */
export type Outcome = { changes?: Changes; screen: Screen } | { problems: Problems };

/** Writes a record. */
export const put = <K extends KindName>(kind: K, value: RecordOf<K>): Put => ({ kind, value }) as unknown as Put;
export const view = (v: View, at: Target): Screen => ({ show: 'view', view: v, at });
export const next = (word: string, ids: Ids = {}): Screen => ({ show: 'next', to: { word, ids } });
export const say = (text: string): Screen => ({ show: 'say', notice: { text } });
export const close: Screen = { show: 'close' };

/** Puts several changes together, in order. */
export function together(...all: (Changes | undefined)[]): Changes {
  const sum: Required<Changes> = { put: [], erase: [], count: [], letters: [], cancel: [], jobs: [], history: [] };
  for (const one of all) {
    if (!one) continue;
    sum.put.push(...(one.put ?? []));
    sum.erase.push(...(one.erase ?? []));
    sum.count.push(...(one.count ?? []));
    sum.letters.push(...(one.letters ?? []));
    sum.cancel.push(...(one.cancel ?? []));
    sum.jobs.push(...(one.jobs ?? []));
    sum.history.push(...(one.history ?? []));
  }
  return sum;
}

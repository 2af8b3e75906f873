// The store's contract: open by plan in one round trip, commit in one atomic step, and deliveries with leases. Two implementations keep it: redis.ts and sqlite.ts.
import type { Instant } from '../scheme/calendar.ts';

/** `<kind>/<id>`, such as `pairing/p7k…`. */
export type Key = string;
/** A stored record: its version (1, 2, …) and its JSON. */
export type Stored = { key: Key; version: number; json: string };

/**
 * A field of records that an earlier step of the same plan opened; `suffix` is put behind each value. The field holds a text
 * or an array of texts; anything else, an empty text, and a step that is not there give nothing.
 */
export type RawVia = { step: string; field: string; suffix?: string };
export type RawSource =
  | { ids: string[] }
  | { via: RawVia }
  /**
   * Members of a list in order of (score, id); newest (highest) first unless `oldestFirst`. `after` is the cursor an earlier page gave: it
   * goes on behind that place even if the member has gone or moved; any other text begins at the start. `of` as a via takes the first value of the first record of its step; if
   * there is none, the page is empty. `max` counts members, also those whose record is not there.
   */
  | { list: string; of?: string | RawVia; max: number; after?: string; oldestFirst?: boolean };
/** One step; steps run in order, and each opens the records `<kind>/<id>` its source names (each once, in order; those that do not exist are left out). */
export type RawStep =
  | {
      name: string;
      kind: string;
      source: RawSource;
      /** By id: not sent again when this process already holds this version; the answer then has `json: ''`. */
      known?: Record<string, number>;
    }
  /** All fields of a counter. */
  | { name: string; counts: string };

export type OpenAnswer = {
  records: Record<string, Stored[]>;
  counts: Record<string, Record<string, number>>;
  /** Where a list goes on, by step; absent at its end. */
  more: Record<string, string>;
  /** Machine time and story time, both by the store's own clock. */
  machineNow: Instant;
  storyNow: Instant;
};

/** A letter on its way. `payload` is opaque to the store. */
export type Delivery = {
  id: string;
  /** Which door it leaves by: `slack/T…`, `teams/<tenant>`, or `people` while it is not yet known. */
  lane: string;
  class: 'must' | 'answer' | 'nudge';
  /** Deliveries with the same gate leave at least `gateMs` apart. */
  gate?: string;
  gateMs?: number;
  /** Not before this instant of story time. */
  notBefore?: Instant;
  /**
   * With the id already waiting: the newer one takes its place in the queue, and what was tried so far still counts (`attempt`, `doubts`,
   * back-off), so what may have landed is an older payload. If it is just being sent, the newer one goes out once more after it.
   * Without: the older stays. One that could not be delivered is forgotten for the newer in both cases.
   */
  replace: boolean;
  payload: string;
};

export type HistoryEntry = { at: Instant; by: string; what: string; about: string[]; op: string };

export type Commit = {
  /** Operation id; the same id again changes nothing and gives the first answer. `expiresMs` after which it is forgotten (default 24 h). */
  op: { id: string; answer: string; expiresMs?: number };
  /** Versions that must still hold; 0: must not exist. */
  checks: { key: Key; version: number }[];
  /** Each gets the next version (1 for a new record, also for one that had been deleted). */
  writes: { key: Key; json: string }[];
  /** Carried out after the writes, as `listed.add` is after `listed.remove`, and `deliveries` after `cancel`. */
  deletes: Key[];
  listed: { add: { list: string; member: string; score: number }[]; remove: { list: string; member: string }[] };
  /** Whole numbers. */
  counts: { name: string; field: string; by: number }[];
  deliveries: Delivery[];
  /** Ids of deliveries that shall not go out, nor be revived; one just being sent is not recalled, but not tried again either. */
  cancel: string[];
  history: HistoryEntry[];
};

export type CommitAnswer =
  | { result: 'done' }
  /** Nothing was changed; these keys have moved on. */
  | { result: 'conflict'; keys: Key[] }
  /** The operation had been carried out before; nothing was changed. */
  | { result: 'repeat'; answer: string };

export type Claimed = {
  delivery: Delivery;
  /** Proof of the lease; a later claim of the same delivery has another. */
  token: string;
  /** 1 for the first time. */
  attempt: number;
  /** How many earlier attempts ended without certainty whether the message landed: `again` without `certain`, or a lease that ran out. */
  doubts: number;
  /** Machine time of the first attempt. */
  firstAttemptAt: Instant;
};

export type Settlement =
  /** Sent, vanished or no longer needed. `writes` (such as where it stands) and their places in lists are committed in the same step. */
  | { how: 'done'; writes?: { key: Key; json: string }[]; deletes?: Key[]; listed?: Commit['listed'] }
  /** Refused for certain (`certain`), or unknown whether it landed; try again after a while of machine time. */
  | { how: 'again'; afterMs: number; certain: boolean; why: string }
  /**
   * Another door has to send it: moved as it is (its gate too, unless another is given), its attempts forgotten; with `inDoubt` they are
   * not, since the door it is moved to may have tried already.
   */
  | { how: 'relane'; lane: string; gate?: string; gateMs?: number; inDoubt?: boolean }
  /** Held back until an instant of story time, as if never claimed: like `relane`, it opens the gate again that its claim had closed. */
  | { how: 'later'; notBefore: Instant }
  /** Could not be delivered; kept in a list that an operator and the co-ordinators see. */
  | { how: 'dead'; why: string };

export type DeadDelivery = { delivery: Delivery; why: string; at: Instant; attempts: number };

export interface Store {
  /** One round trip. Throws StoreDown when the store cannot be reached within its time limit. */
  open(steps: RawStep[]): Promise<OpenAnswer>;
  /** One atomic step: all of it or nothing. Throws StoreDown (nothing is known then: the same operation may be tried again) or StoreFull. */
  commit(commit: Commit): Promise<CommitAnswer>;
  /** The answer of an operation carried out before. */
  repeated(op: string): Promise<string | undefined>;
  /** Up to `max` members of a list with a score up to `upTo`, lowest first. */
  due(list: string, upTo: number, max: number): Promise<{ member: string; score: number }[]>;
  /** The lowest score of a list, if it has any. */
  first(list: string): Promise<{ member: string; score: number } | undefined>;
  /**
   * Leases up to `max` deliveries of these lanes that are due and whose gates are open: `must` before `answer` before `nudge`, then by the
   * story time at which they first became due, then as they came. One behind a closed gate keeps nobody else waiting. Opens each gate again
   * `gateMs` later. Leases of these lanes that have run out end here: their deliveries wait again, with one doubt more.
   */
  claim(lanes: string[], leaseMs: number, max: number): Promise<Claimed[]>;
  /** Ends a lease; false when the token is no longer valid (nothing is changed then). */
  settle(id: string, token: string, settlement: Settlement): Promise<boolean>;
  /** How many wait, are leased, and could not be delivered, by lane. */
  waiting(): Promise<{ lane: string; waiting: number; leased: number; dead: number }[]>;
  /** The machine instant at which the next delivery of these lanes may become due (undefined: none waits). Only a hint for tests and idle loops. */
  nextDelivery(lanes: string[]): Promise<Instant | undefined>;
  /** The newest first. */
  dead(max: number): Promise<DeadDelivery[]>;
  /** Puts a dead delivery back in its lane; it is counted from 1 again, and of its doubts one is kept. False when it is not dead. */
  revive(id: string): Promise<boolean>;
  /** Forgets a dead delivery. False when it is not dead. */
  bury(id: string): Promise<boolean>;
  /** The newest first: of one id, or of all. */
  history(about: string | undefined, max: number): Promise<HistoryEntry[]>;
  /**
   * Says that a process is alive for so many milliseconds of machine time from now (0: no longer), and which schema version of each kind of
   * record it knows. Answers what each living process knows, this one included.
   */
  alive(process: string, forMs: number, knows: Record<string, number>): Promise<Record<string, number>[]>;
  clock(): Promise<{ machineNow: Instant; storyNow: Instant; offsetMs: number }>;
  /** Moves story time; only the demo and tests are wired to it. */
  setOffset(offsetMs: number): Promise<void>;
  /** Every key of the scheme in order, by pages, for the operator's commands (backup, migrate) and tests. Not for turns. */
  keys(after: string | undefined, max: number): Promise<{ keys: Key[]; after: string | undefined }>;
  /** Answers when the store is there; throws with one clear line when it is not fit to be used. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The store could not be reached, or did not answer in time. */
export class StoreDown extends Error {
  override name = 'StoreDown';
}
/** The store is full: the commit was refused as a whole. */
export class StoreFull extends Error {
  override name = 'StoreFull';
}

/** Encrypts free text at rest, and makes keyed hashes and signatures. */
export interface Vault {
  /** Text only the holder of the key can read again; names its key, so that keys can be changed. */
  lock(plain: string): string;
  /** Throws when no key fits. */
  unlock(locked: string): string;
  /** A keyed hash, the same for the same text as long as the key lives. */
  hash(plain: string): string;
}

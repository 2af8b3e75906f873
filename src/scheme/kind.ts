// What a kind of record is: who may read it, how long it is kept, where it is listed, when it is due. The kinds themselves are in records/.
import type { z } from 'zod';
import type { Instant } from './calendar.ts';

/**
 * Who may read a record, and so which record a form field lands in:
 * `everybody` in the scheme · `self` the person and the co-ordinators · `pool` others in the scheme (the profile card) ·
 * `coordinator` co-ordinators, and the person who wrote it, about themselves · `both` the two people of a pairing and the co-ordinators ·
 * `pairing` the two people alone · `own` its author alone · `counts` nobody: it is only ever counted · `engine` the program itself.
 */
export type Readers = 'everybody' | 'self' | 'pool' | 'coordinator' | 'both' | 'pairing' | 'own' | 'counts' | 'engine';

/**
 * How long a record is kept; the numbers are the scheme's settings. `scheme`: as long as the scheme is there; `own`: as long as its
 * owner is.
 */
export type Retention = 'scheme' | 'registration' | 'pairing' | 'papers' | 'exit' | 'own' | 'passing';

/** A place in a list: lists are ordered by `score`, then by id. */
export type Listing = { list: string; score: number };
/** Something that becomes due at an instant of story time; `what` is the name a room answers to. */
export type Due = { what: string; at: Instant };

export type Kind<Name extends string = string, Value = unknown> = {
  name: Name;
  /** Schema version, written as `"$": "pairing/2"`. */
  version: number;
  readers: Readers;
  retention: Retention;
  /** Parses a stored value and keeps the fields it does not know. */
  schema: z.ZodType<Value>;
  /** `up[n]` turns version n into n + 1; pure. */
  up?: Record<number, (old: Record<string, unknown>) => Record<string, unknown>>;
  /** `down[n]` turns version n + 1 back into n, for as long as a process that knows only n is alive; pure. Each step up has one. */
  down?: Record<number, (now: Record<string, unknown>) => Record<string, unknown>>;
  /** Fields kept encrypted at rest: everything that people typed or that names them. Never one that a plan follows. */
  secret: readonly (keyof Value & string)[];
  /** Fields of older versions that were kept encrypted, under names they no longer have. */
  wasSecret?: readonly string[];
  /** Persons (ids) whom the record names: it is listed under each, for opening, export and erasure. */
  names(value: Value): readonly string[];
  /** Further lists it stands in. */
  lists?(value: Value): readonly Listing[];
  dues?(value: Value): readonly Due[];
  /**
   * The instant from which the time of its retention class is counted; undefined while that does not run yet. It then stands in the
   * list `kept.<kind>` in that order, and is erased by itself. Without, it goes together with something else (see room `keep`).
   */
  keptFrom?(value: Value): Instant | undefined;
};

/** Declares a kind; the type of its values is taken from its schema. */
export function kind<const Name extends string, Value>(definition: Kind<Name, Value>): Kind<Name, Value> {
  return definition;
}

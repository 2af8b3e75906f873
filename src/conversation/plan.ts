// A plan: which records a turn needs, as data, so that the store can open them all in one round trip.
import type { KindName, RecordOf } from '../scheme/kinds.ts';
import type { Sealed } from '../scheme/sealed.ts';

/** Ids taken from a field of records that an earlier step opened; `suffix` is put behind each (a card's id is `<person>-mentor`). `me` is the one who acts. */
export type Via = { step: string; field: string; suffix?: string };

export type Source =
  | { ids: string[] }
  | { via: Via }
  /** The newest (or, with `oldestFirst`, the oldest) of a list. `of` is put behind the list's name and a colon. `after` goes on where a page ended. */
  | { list: string; of?: string | Via; max: number; after?: string; oldestFirst?: boolean };

export type Step<K extends KindName = KindName, Many extends boolean = boolean, IsSealed extends boolean = boolean> = {
  kind: K;
  source: Source;
  many: Many;
  sealed: IsSealed;
};
export type Counted = { counts: string };
export type Plan = Record<string, Step | Counted>;

type Shown<S> =
  S extends Step<infer K, boolean, infer IsSealed> ? (IsSealed extends true ? Sealed<K> : RecordOf<K>) : never;
/** What a plan opens. A record that is not there, or not for this reader, is absent. */
export type Opened<P extends Plan> = {
  [N in keyof P]: P[N] extends Counted
    ? Record<string, number>
    : P[N] extends Step<KindName, true>
      ? Shown<P[N]>[]
      : Shown<P[N]> | undefined;
};

const from = (id: string | Via): Source => (typeof id === 'string' ? { ids: [id] } : { via: id });

/** One record, by id or by way of an earlier step. */
export const one = <K extends KindName>(kind: K, id: string | Via): Step<K, false, false> => ({
  kind,
  source: from(id),
  many: false,
  sealed: false,
});
/** One record that decides something but is shown to nobody. */
export const sealedOne = <K extends KindName>(kind: K, id: string | Via): Step<K, false, true> => ({
  kind,
  source: from(id),
  many: false,
  sealed: true,
});
/** Several records by id, or by way of fields of an earlier step (each opened once, in order). */
export const some = <K extends KindName>(kind: K, ids: string[] | Via): Step<K, true, false> => ({
  kind,
  source: Array.isArray(ids) ? { ids } : { via: ids },
  many: true,
  sealed: false,
});
export const sealedSome = <K extends KindName>(kind: K, ids: string[] | Via): Step<K, true, true> => ({
  kind,
  source: Array.isArray(ids) ? { ids } : { via: ids },
  many: true,
  sealed: true,
});
/** A page of a list of records. */
export const page = <K extends KindName>(
  kind: K,
  list: string,
  options: { of?: string | Via; max: number; after?: string | undefined; oldestFirst?: boolean },
): Step<K, true, false> => ({
  kind,
  source: {
    list,
    max: options.max,
    ...(options.of === undefined ? {} : { of: options.of }),
    ...(options.after === undefined ? {} : { after: options.after }),
    ...(options.oldestFirst ? { oldestFirst: true } : {}),
  },
  many: true,
  sealed: false,
});
/** The same page, sealed. */
export const sealedPage = <K extends KindName>(...args: Parameters<typeof page<K>>): Step<K, true, true> => ({
  ...page(...args),
  sealed: true,
});
/** All records of a kind that name a person, newest first, up to `max`. Everything that names somebody is listed so. */
export const allOf = <K extends KindName>(kind: K, personId: string | Via, max = 20): Step<K, true, false> =>
  page(kind, `names.${kind}`, { of: personId, max });
/** The same records, sealed. */
export const sealedAllOf = <K extends KindName>(...args: Parameters<typeof allOf<K>>): Step<K, true, true> => ({
  ...allOf(...args),
  sealed: true,
});
/** Counters kept under a name: numbers that many people add to at once. */
export const counts = (name: string): Counted => ({ counts: name });
/** The id of the one who acts; opens nothing for somebody the scheme does not know. */
export const me: Via = { step: 'me', field: 'id' };
/** An id from an earlier step. */
export const via = (step: string, field: string, suffix?: string): Via =>
  suffix === undefined ? { step, field } : { step, field, suffix };
/** My record of a kind whose id is `<person>-<something>`, or (without) the person's own id. */
export const mine = (suffix?: string): Via => (suffix === undefined ? me : { ...me, suffix });
/** Stands for the account of the one who acts, where a record's id is asked: what somebody has begun before the scheme knows them. */
export const myAccount = '@account';

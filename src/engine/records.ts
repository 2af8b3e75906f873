// Records between the store's text and a room's values: schema versions, migration, and free text encrypted at rest.

import { keptList } from '../scheme/keeping.ts';
import type { Kind } from '../scheme/kind.ts';
import { type KindName, kinds, type RecordOf } from '../scheme/kinds.ts';
import type { Stored, Vault } from '../store/store.ts';

/** A record written by a newer version of the program: it is neither read nor overwritten. */
export class NewerRecord extends Error {
  override name = 'NewerRecord';
}

type Loose = Record<string, unknown> & { id: string };

/** The value as an older version of its kind knows it. Throws where a step back is missing, which would be our mistake. */
function steppedDown(kind: Kind, value: Loose, to: number): Loose {
  let old = value as Record<string, unknown>;
  for (let at = kind.version - 1; at >= to; at--) {
    const down = kind.down?.[at];
    if (!down) throw new Error(`${kind.name}/${at + 1} cannot be written as ${kind.name}/${at}`);
    old = down(old);
  }
  return old as Loose;
}

/**
 * A record's JSON: its schema version in `$`, what is secret together in `~`. `known` are the versions that every living process knows:
 * a newer one is not written before that.
 */
export function encode<K extends KindName>(
  kindName: K,
  value: RecordOf<K>,
  vault: Vault,
  known: Readonly<Record<string, number>> = {},
): string {
  return encodeAs(kinds[kindName] as unknown as Kind, value, vault, known);
}

/** The same for any declaration of a kind. */
export function encodeAs(kind: Kind, value: unknown, vault: Vault, known: Readonly<Record<string, number>>): string {
  const version = Math.min(kind.version, known[kind.name] ?? kind.version);
  const parsed = steppedDown(kind, kind.schema.parse(value) as Loose, version);
  const open: Record<string, unknown> = { $: `${kind.name}/${version}` };
  const secret: Record<string, unknown> = {};
  const hidden: readonly string[] = [...kind.secret, ...(kind.wasSecret ?? [])];
  for (const [field, content] of Object.entries(parsed)) {
    if (content === undefined) continue;
    (hidden.includes(field) ? secret : open)[field] = content;
  }
  if (Object.keys(secret).length > 0) open['~'] = vault.lock(JSON.stringify(secret));
  return JSON.stringify(open);
}

/** A record's value. Throws NewerRecord for one of a newer version, and an error naming the key for one that does not fit its schema. */
export function decode<K extends KindName>(kindName: K, stored: Stored, vault: Vault): RecordOf<K> {
  return decodeAs(kinds[kindName] as unknown as Kind, stored, vault) as RecordOf<K>;
}

/** The same for any declaration of a kind. */
export function decodeAs(kind: Kind, stored: Stored, vault: Vault): unknown {
  const { $, '~': locked, ...open } = JSON.parse(stored.json) as Record<string, unknown>;
  const version = Number(String($).split('/')[1]);
  if (version > kind.version) {
    throw new NewerRecord(
      `${stored.key} was written by a newer version of Mentor (${String($)}); this one knows ${kind.name}/${kind.version}`,
    );
  }
  let value: Record<string, unknown> =
    typeof locked === 'string' ? { ...open, ...(JSON.parse(vault.unlock(locked)) as object) } : open;
  for (let at = version; at < kind.version; at++) value = kind.up?.[at]?.(value) ?? value;
  const parsed = kind.schema.safeParse(value);
  if (!parsed.success)
    throw new Error(
      `${stored.key} does not fit ${kind.name}/${kind.version}: ${parsed.error.issues.map(issue => issue.path.join('.')).join(', ')}`,
    );
  return parsed.data;
}

/** A place in a list, as the store keeps it. */
export type Place = { list: string; member: string; score: number };

/** Every list a record stands in: under the people it names, its kind's own lists, and what is due about it. */
export function placesOf<K extends KindName>(kindName: K, value: RecordOf<K>): Place[] {
  const kind = kinds[kindName] as unknown as Kind;
  const loose = value as unknown as Loose;
  const named = [...new Set(kind.names(value))].map(person => ({
    list: `names.${kindName}:${person}`,
    member: loose.id,
    score: ageOf(loose),
  }));
  const listed = (kind.lists?.(value) ?? []).map(({ list, score }) => ({ list, member: loose.id, score }));
  const due = (kind.dues?.(value) ?? []).map(({ what, at }) => ({
    list: DUE,
    member: `${what}|${kindName}|${loose.id}`,
    score: at,
  }));
  const from = kind.keptFrom?.(value);
  const kept = from === undefined ? [] : [{ list: keptList(kindName), member: loose.id, score: from }];
  return [...named, ...listed, ...due, ...kept];
}

/** The list of everything that becomes due, by story time. */
export const DUE = 'due';

function ageOf(value: Loose): number {
  for (const field of ['at', 'proposedAt', 'submittedAt', 'joinedAt'])
    if (typeof value[field] === 'number') return value[field];
  return typeof value['on'] === 'string' ? Date.parse(`${value['on']}T00:00:00Z`) : 0;
}

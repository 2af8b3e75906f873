// Commits and deliveries for tests of stores: everything empty that a test does not name.
import type { Claimed, Commit, Delivery, Store } from '../../src/store/store.ts';

let operations = 0;

/** A commit of a new operation (or of `op`). */
export function change(
  parts: Partial<Omit<Commit, 'op'>> & { op?: string; answer?: string; expiresMs?: number } = {},
): Commit {
  const { op = `op-${++operations}`, answer = 'null', expiresMs, ...rest } = parts;
  return {
    op: { id: op, answer, ...(expiresMs === undefined ? {} : { expiresMs }) },
    checks: [],
    writes: [],
    deletes: [],
    listed: { add: [], remove: [] },
    counts: [],
    deliveries: [],
    cancel: [],
    history: [],
    ...rest,
  };
}

/** A write of a record with these fields. */
export const record = (key: string, fields: Record<string, unknown> = {}) => ({ key, json: JSON.stringify(fields) });

/** A delivery in the lane `slack/T1`, of class `answer`, at once. */
export const letter = (id: string, parts: Partial<Delivery> = {}): Delivery => ({
  id,
  lane: 'slack/T1',
  class: 'answer',
  replace: false,
  payload: `to ${id}`,
  ...parts,
});

export const LANE = 'slack/T1';
/** A lease nobody outlives in a test. */
export const LONG = 600_000;

/** What is on record for some ids of the kind `note`: version and value. */
export async function onRecord(
  store: Store,
  ...ids: string[]
): Promise<Record<string, { version: number; value: unknown }>> {
  const { records } = await store.open([{ name: 'notes', kind: 'note', source: { ids } }]);
  return Object.fromEntries(
    (records['notes'] ?? []).map(({ key, version, json }) => [key, { version, value: JSON.parse(json) }]),
  );
}

/** Claims from the usual lane for a long time; answers the ids in order. */
export async function take(store: Store, max = 10, lanes = [LANE]): Promise<string[]> {
  return (await store.claim(lanes, LONG, max)).map(({ delivery }) => delivery.id);
}

/** Claims exactly one. */
export async function takeOne(store: Store, leaseMs = LONG, lanes = [LANE]): Promise<Claimed> {
  const [one] = await store.claim(lanes, leaseMs, 1);
  if (!one) throw new Error('nothing was there to be claimed');
  return one;
}

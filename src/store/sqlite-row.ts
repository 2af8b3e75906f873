// One delivery as the data file keeps it: reading, saving and forgetting its row. What happens to it is decided elsewhere.
import { classes } from './shape.ts';
import type { Sql } from './sqlite-file.ts';
import type { Delivery } from './store.ts';

/** One step on the file: its scheme, and what its two clocks show. */
export type Moment = { sql: Sql; scheme: string; machineNow: number; storyNow: number };

export type Row = {
  seq: number | null;
  id: string;
  lane: string;
  class: number;
  gate: string | null;
  gate_ms: number;
  not_before: number;
  replace: number;
  payload: string;
  state: 'waiting' | 'leased' | 'dead';
  /** Story time at which it first became due: its place in the queue. */
  due: number;
  /** Machine time before which it is not tried again. */
  ready_at: number;
  attempts: number;
  doubts: number;
  first_at: number;
  token: string;
  lease_until: number;
  /** Until when the claim closed its gate; 0 when it did not. */
  gate_until: number;
  /** The delivery (JSON) that came in under the same id while this one was leased. */
  newer: string | null;
  cancelled: number;
  why: string;
  ended_at: number;
};

const columns = (
  'seq id lane class gate gate_ms not_before replace payload state due ' +
  'ready_at attempts doubts first_at token lease_until gate_until newer cancelled why ended_at'
).split(' ') as (keyof Row)[];
const saving = `INSERT OR REPLACE INTO delivery (scheme, ${columns.map(name => `"${name}"`).join(', ')})
  VALUES (?, ${columns.map(() => '?').join(', ')})`;

export function save({ sql, scheme }: Moment, row: Row): void {
  sql.run(saving, scheme, ...columns.map(name => row[name]));
}

export function find({ sql, scheme }: Moment, id: string): Row | undefined {
  return sql.get('SELECT * FROM delivery WHERE scheme = ? AND id = ?', scheme, id);
}

export function forget({ sql, scheme }: Moment, id: string): void {
  sql.run('DELETE FROM delivery WHERE scheme = ? AND id = ?', scheme, id);
}

/** The columns that a delivery brings along. */
export const carried = (delivery: Delivery) => ({
  lane: delivery.lane,
  class: classes.indexOf(delivery.class),
  gate: delivery.gate ?? null,
  gate_ms: delivery.gateMs ?? 0,
  not_before: delivery.notBefore ?? 0,
  replace: delivery.replace ? 1 : 0,
  payload: delivery.payload,
});

export function deliveryOf(row: Row): Delivery {
  return {
    id: row.id,
    lane: row.lane,
    class: classes[row.class] ?? 'nudge',
    ...(row.gate === null ? {} : { gate: row.gate, gateMs: row.gate_ms }),
    ...(row.not_before === 0 ? {} : { notBefore: row.not_before }),
    replace: row.replace === 1,
    payload: row.payload,
  };
}

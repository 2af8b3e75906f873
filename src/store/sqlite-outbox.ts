// Deliveries in the data file: put in, held back, leased, settled. Which letter they carry is nobody's business here.
import { classes } from './shape.ts';
import type { Sql } from './sqlite-file.ts';
import type { Claimed, DeadDelivery, Delivery, Settlement } from './store.ts';

/** One step on the file: its scheme, and what its two clocks show. */
export type Moment = { sql: Sql; scheme: string; machineNow: number; storyNow: number };

type Row = {
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
  ambiguous: number;
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

const columns = [
  'seq',
  'id',
  'lane',
  'class',
  'gate',
  'gate_ms',
  'not_before',
  'replace',
  'payload',
  'state',
  'due',
  'ready_at',
  'attempts',
  'ambiguous',
  'first_at',
  'token',
  'lease_until',
  'gate_until',
  'newer',
  'cancelled',
  'why',
  'ended_at',
] as const;
const saving = `INSERT OR REPLACE INTO delivery (scheme, ${columns.map(name => `"${name}"`).join(', ')})
  VALUES (?, ${columns.map(() => '?').join(', ')})`;

function save({ sql, scheme }: Moment, row: Row): void {
  sql.run(saving, scheme, ...columns.map(name => row[name]));
}

function find({ sql, scheme }: Moment, id: string): Row | undefined {
  return sql.get('SELECT * FROM delivery WHERE scheme = ? AND id = ?', scheme, id);
}

function forget({ sql, scheme }: Moment, id: string): void {
  sql.run('DELETE FROM delivery WHERE scheme = ? AND id = ?', scheme, id);
}

const carried = (delivery: Delivery) => ({
  lane: delivery.lane,
  class: classes.indexOf(delivery.class),
  gate: delivery.gate ?? null,
  gate_ms: delivery.gateMs ?? 0,
  not_before: delivery.notBefore ?? 0,
  replace: delivery.replace ? 1 : 0,
  payload: delivery.payload,
});

function deliveryOf(row: Row): Delivery {
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

function insert(at: Moment, delivery: Delivery): void {
  save(at, {
    seq: null,
    id: delivery.id,
    ...carried(delivery),
    state: 'waiting',
    due: Math.max(at.storyNow, delivery.notBefore ?? 0),
    ready_at: 0,
    attempts: 0,
    ambiguous: 0,
    first_at: 0,
    token: '',
    lease_until: 0,
    gate_until: 0,
    newer: null,
    cancelled: 0,
    why: '',
    ended_at: 0,
  });
}

/** The newer one in the older one's place. */
function replaced(at: Moment, row: Row, delivery: Delivery): Row {
  const due = Math.max(delivery.notBefore ?? 0, Math.min(row.due, at.storyNow));
  return { ...row, ...carried(delivery), due, newer: null, cancelled: 0 };
}

/** Takes a delivery in. */
export function enqueue(at: Moment, delivery: Delivery): void {
  const row = find(at, delivery.id);
  if (!row || row.state === 'dead') {
    if (row) forget(at, row.id);
    insert(at, delivery);
  } else if (row.state === 'leased') {
    if (delivery.replace || (row.cancelled && !row.newer)) save(at, { ...row, newer: JSON.stringify(delivery) });
  } else if (delivery.replace) {
    save(at, replaced(at, row, delivery));
  }
}

/** Takes a delivery out, or (while it is leased) sees that it is not tried again. */
export function cancel(at: Moment, id: string): void {
  const row = find(at, id);
  if (row?.state === 'leased') save(at, { ...row, newer: null, cancelled: 1 });
  else if (row) forget(at, id);
}

/** Back in the queue after a lease: as the newer one that came in meanwhile, or not at all if it was cancelled. */
function release(at: Moment, row: Row, change: Partial<Row>): void {
  const waiting: Row = { ...row, state: 'waiting', token: '', lease_until: 0, gate_until: 0, ...change };
  if (row.newer) save(at, { ...replaced(at, waiting, JSON.parse(row.newer)), ...laneOf(change) });
  else if (row.cancelled) forget(at, row.id);
  else save(at, waiting);
}

const laneOf = ({ lane, gate, gate_ms }: Partial<Row>): Partial<Row> => ({
  ...(lane === undefined ? {} : { lane }),
  ...(gate === undefined ? {} : { gate }),
  ...(gate_ms === undefined ? {} : { gate_ms }),
});

function endLeases(at: Moment, lanes: string): void {
  const rows = at.sql.all<Row>(
    `SELECT * FROM delivery WHERE scheme = ? AND state = 'leased' AND lease_until <= ?
      AND lane IN (SELECT value FROM json_each(?)) ORDER BY lease_until, seq`,
    at.scheme,
    at.machineNow,
    lanes,
  );
  for (const row of rows) release(at, row, { ambiguous: 1 });
}

const claimable = `SELECT * FROM delivery d WHERE scheme = ?1 AND state = 'waiting' AND not_before <= ?2 AND ready_at <= ?3
  AND lane IN (SELECT value FROM json_each(?4))
  AND NOT EXISTS (SELECT 1 FROM gate g WHERE g.scheme = ?1 AND g.name = d.gate AND g.open_at > ?3)
  ORDER BY class, due, seq LIMIT ?5`;

function openAt({ sql, scheme }: Moment, gate: string): number {
  const row = sql.get<{ open_at: number }>('SELECT open_at FROM gate WHERE scheme = ? AND name = ?', scheme, gate);
  return row?.open_at ?? 0;
}

function lease(at: Moment, row: Row, leaseMs: number, token: string): Claimed {
  const closes = row.gate !== null && row.gate_ms > 0;
  const leased: Row = {
    ...row,
    state: 'leased',
    attempts: row.attempts + 1,
    first_at: row.attempts === 0 && !row.ambiguous ? at.machineNow : row.first_at,
    token,
    lease_until: at.machineNow + leaseMs,
    gate_until: closes ? at.machineNow + row.gate_ms : 0,
  };
  save(at, leased);
  if (closes)
    at.sql.run(
      'INSERT OR REPLACE INTO gate (scheme, name, open_at) VALUES (?, ?, ?)',
      at.scheme,
      row.gate,
      leased.gate_until,
    );
  return {
    delivery: deliveryOf(row),
    token,
    attempt: leased.attempts,
    ambiguous: row.ambiguous === 1,
    firstAttemptAt: leased.first_at,
  };
}

/** Leases what is due, in order. `tokens` gives each its proof. */
export function claim(at: Moment, lanes: string[], leaseMs: number, max: number, tokens: () => string): Claimed[] {
  const among = JSON.stringify(lanes);
  at.sql.run('DELETE FROM gate WHERE scheme = ? AND open_at <= ?', at.scheme, at.machineNow);
  endLeases(at, among);
  const claimed: Claimed[] = [];
  for (;;) {
    const most = max - claimed.length;
    const rows = at.sql.all<Row>(claimable, at.scheme, at.storyNow, at.machineNow, among, most);
    for (const row of rows)
      if (row.gate === null || openAt(at, row.gate) <= at.machineNow) claimed.push(lease(at, row, leaseMs, tokens()));
    // A full page of which some had to stay behind a gate that has just closed: there may be more behind them.
    if (rows.length < most || claimed.length >= max) return claimed;
  }
}

/** Whether a claim would find anything; cheap, and takes no lock. */
export function anythingDue({ sql, scheme, machineNow, storyNow }: Moment, lanes: string[]): boolean {
  const among = JSON.stringify(lanes);
  const due = `SELECT 1 FROM delivery WHERE scheme = ? AND lane IN (SELECT value FROM json_each(?))
    AND state = 'waiting' AND not_before <= ? AND ready_at <= ? LIMIT 1`;
  const out = `SELECT 1 FROM delivery WHERE scheme = ? AND lane IN (SELECT value FROM json_each(?))
    AND state = 'leased' AND lease_until <= ? LIMIT 1`;
  return Boolean(sql.get(due, scheme, among, storyNow, machineNow) ?? sql.get(out, scheme, among, machineNow));
}

function reopen(at: Moment, row: Row): void {
  if (row.gate_until > at.machineNow)
    at.sql.run('DELETE FROM gate WHERE scheme = ? AND name = ? AND open_at = ?', at.scheme, row.gate, row.gate_until);
}

function giveUp(at: Moment, row: Row, why: string): void {
  save(at, { ...row, state: 'dead', token: '', lease_until: 0, why, ended_at: at.machineNow });
}

function end(at: Moment, row: Row): void {
  forget(at, row.id);
  if (row.newer) insert(at, JSON.parse(row.newer));
}

/** Ends a lease; false when it is no longer held. What `done` writes is the caller's to write. */
export function settle(at: Moment, id: string, token: string, settlement: Settlement): boolean {
  const row = find(at, id);
  if (row?.state !== 'leased' || row.token !== token) return false;
  const before = row.attempts - 1;
  switch (settlement.how) {
    case 'done':
      end(at, row);
      break;
    case 'again':
      release(at, row, {
        ready_at: at.machineNow + settlement.afterMs,
        ambiguous: settlement.certain ? row.ambiguous : 1,
        why: settlement.why,
      });
      break;
    case 'relane':
      reopen(at, row);
      release(at, row, {
        lane: settlement.lane,
        ...(settlement.gate === undefined ? {} : { gate: settlement.gate, gate_ms: settlement.gateMs ?? 0 }),
        attempts: 0,
        ambiguous: 0,
        first_at: 0,
      });
      break;
    case 'later':
      reopen(at, row);
      hold(at, row, settlement.notBefore, before);
      break;
    case 'dead':
      if (row.newer || row.cancelled) end(at, row);
      else giveUp(at, row, settlement.why);
  }
  return true;
}

function hold(at: Moment, row: Row, notBefore: number, attempts: number): void {
  const newer: Delivery | undefined = row.newer ? JSON.parse(row.newer) : undefined;
  const until = Math.max(notBefore, newer?.notBefore ?? 0);
  const held = newer ? { ...row, newer: JSON.stringify({ ...newer, notBefore: until }) } : row;
  release(at, held, { attempts, not_before: until, due: Math.max(until, row.due) });
}

export function waiting({ sql, scheme }: Moment): { lane: string; waiting: number; leased: number; dead: number }[] {
  return sql.all(
    `SELECT lane, sum(state = 'waiting') AS waiting, sum(state = 'leased') AS leased, sum(state = 'dead') AS dead
      FROM delivery WHERE scheme = ? GROUP BY lane ORDER BY lane`,
    scheme,
  );
}

export function nextDelivery({ sql, scheme, machineNow, storyNow }: Moment, lanes: string[]): number | undefined {
  const row = sql.get<{ next: number | null }>(
    `SELECT min(CASE state WHEN 'leased' THEN lease_until ELSE max(ready_at, not_before - ?2,
        coalesce((SELECT open_at FROM gate g WHERE g.scheme = ?1 AND g.name = d.gate), 0)) END) AS next
      FROM delivery d WHERE scheme = ?1 AND state IN ('waiting', 'leased') AND lane IN (SELECT value FROM json_each(?3))`,
    scheme,
    storyNow - machineNow,
    JSON.stringify(lanes),
  );
  return row?.next == null ? undefined : Math.max(row.next, machineNow);
}

export function dead({ sql, scheme }: Moment, max: number): DeadDelivery[] {
  const rows = sql.all<Row>(
    `SELECT * FROM delivery WHERE scheme = ? AND state = 'dead' ORDER BY ended_at DESC, seq DESC LIMIT ?`,
    scheme,
    max,
  );
  return rows.map(row => ({ delivery: deliveryOf(row), why: row.why, at: row.ended_at, attempts: row.attempts }));
}

export function revive(at: Moment, id: string): boolean {
  const row = find(at, id);
  if (row?.state !== 'dead') return false;
  save(at, { ...row, state: 'waiting', attempts: 0, ready_at: 0, ended_at: 0, gate_until: 0 });
  return true;
}

export function bury(at: Moment, id: string): boolean {
  if (find(at, id)?.state !== 'dead') return false;
  forget(at, id);
  return true;
}

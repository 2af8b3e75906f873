// Leases of deliveries in the data file: claimed in order, and how they end.
import { insert, release } from './sqlite-outbox.ts';
import { deliveryOf, find, forget, type Moment, type Row, save } from './sqlite-row.ts';
import type { Claimed, Delivery, Settlement } from './store.ts';

function endLeases(at: Moment, lanes: string): void {
  const rows = at.sql.all<Row>(
    `SELECT * FROM delivery WHERE scheme = ? AND state = 'leased' AND lease_until <= ?
      AND lane IN (SELECT value FROM json_each(?)) ORDER BY lease_until, seq`,
    at.scheme,
    at.machineNow,
    lanes,
  );
  for (const row of rows) release(at, row, { doubts: row.doubts + 1 });
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
    first_at: row.attempts === 0 && row.doubts === 0 ? at.machineNow : row.first_at,
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
    doubts: row.doubts,
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

function hold(at: Moment, row: Row, notBefore: number): void {
  const newer: Delivery | undefined = row.newer ? JSON.parse(row.newer) : undefined;
  const until = Math.max(notBefore, newer?.notBefore ?? 0);
  const held = newer ? { ...row, newer: JSON.stringify({ ...newer, notBefore: until }) } : row;
  release(at, held, { attempts: row.attempts - 1, not_before: until, due: Math.max(until, row.due) });
}

/** The other door, and the gate if it has another. */
function moved({ lane, gate, gateMs = 0, inDoubt }: Extract<Settlement, { how: 'relane' }>): Partial<Row> {
  const afresh = inDoubt ? {} : { attempts: 0, doubts: 0, first_at: 0 };
  return { lane, ...afresh, ...(gate === undefined ? {} : { gate, gate_ms: gateMs }) };
}

function carryOut(at: Moment, row: Row, settlement: Settlement): void {
  const { how } = settlement;
  if (how === 'relane' || how === 'later') reopen(at, row);
  if (how === 'done') end(at, row);
  else if (how === 'relane') release(at, row, moved(settlement));
  else if (how === 'later') hold(at, row, settlement.notBefore);
  else if (how === 'again') {
    const doubts = settlement.certain ? row.doubts : row.doubts + 1;
    release(at, row, { ready_at: at.machineNow + settlement.afterMs, doubts, why: settlement.why });
  } else if (row.newer || row.cancelled) end(at, row);
  else giveUp(at, row, settlement.why);
}

/** Ends a lease; false when it is no longer held. What `done` writes is the caller's to write. */
export function settle(at: Moment, id: string, token: string, settlement: Settlement): boolean {
  const row = find(at, id);
  if (row?.state !== 'leased' || row.token !== token) return false;
  carryOut(at, row, settlement);
  return true;
}

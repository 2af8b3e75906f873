// Deliveries that wait in the data file: put in, replaced, cancelled, put back, looked at. Leases are sqlite-leases.ts.
import { carried, deliveryOf, find, forget, type Moment, type Row, save } from './sqlite-row.ts';
import type { DeadDelivery, Delivery } from './store.ts';

/** Takes a delivery in that is not there. */
export function insert(at: Moment, delivery: Delivery): void {
  save(at, {
    seq: null,
    id: delivery.id,
    ...carried(delivery),
    state: 'waiting',
    due: Math.max(at.storyNow, delivery.notBefore ?? 0),
    ready_at: 0,
    attempts: 0,
    doubts: 0,
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
export function release(at: Moment, row: Row, change: Partial<Row>): void {
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
  const doubts = Math.min(row.doubts, 1);
  save(at, { ...row, state: 'waiting', attempts: 0, doubts, ready_at: 0, ended_at: 0, gate_until: 0 });
  return true;
}

export function bury(at: Moment, id: string): boolean {
  if (find(at, id)?.state !== 'dead') return false;
  forget(at, id);
  return true;
}

// The commit on the data file: the same operation once, versions checked, then everything written in one transaction.
import { OP_KEPT_MS } from './shape.ts';
import { cancel, enqueue } from './sqlite-outbox.ts';
import type { Moment } from './sqlite-row.ts';
import type { Commit, CommitAnswer, HistoryEntry, Key } from './store.ts';

export function repeated({ sql, scheme, machineNow }: Moment, op: string): string | undefined {
  const row = sql.get<{ answer: string }>(
    'SELECT answer FROM op WHERE scheme = ? AND id = ? AND expires > ?',
    scheme,
    op,
    machineNow,
  );
  return row?.answer;
}

function versionOf({ sql, scheme }: Moment, key: Key): number {
  const row = sql.get<{ version: number }>('SELECT version FROM record WHERE scheme = ? AND key = ?', scheme, key);
  return row?.version ?? 0;
}

/** Gives each record its next version. */
export function write({ sql, scheme }: Moment, writes: Commit['writes'], deletes: Key[]): void {
  for (const { key, json } of writes)
    sql.run(
      `INSERT INTO record (scheme, key, version, json) VALUES (?, ?, 1, ?)
        ON CONFLICT DO UPDATE SET version = version + 1, json = excluded.json`,
      scheme,
      key,
      json,
    );
  for (const key of deletes) sql.run('DELETE FROM record WHERE scheme = ? AND key = ?', scheme, key);
}

/** Takes records out of lists and puts them into others. */
export function list({ sql, scheme }: Moment, { add, remove }: Commit['listed']): void {
  for (const place of remove)
    sql.run('DELETE FROM listed WHERE scheme = ? AND list = ? AND member = ?', scheme, place.list, place.member);
  for (const place of add)
    sql.run(
      `INSERT INTO listed (scheme, list, member, score) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET score = excluded.score`,
      scheme,
      place.list,
      place.member,
      place.score,
    );
}

function count({ sql, scheme }: Moment, counts: Commit['counts']): void {
  for (const { name, field, by } of counts)
    sql.run(
      `INSERT INTO counter (scheme, name, field, value) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET value = value + excluded.value`,
      scheme,
      name,
      field,
      by,
    );
}

function remember({ sql, scheme }: Moment, entries: HistoryEntry[]): void {
  for (const entry of entries) {
    const n = sql.get<{ n: number }>(
      'INSERT INTO history (scheme, entry) VALUES (?, ?) RETURNING n',
      scheme,
      JSON.stringify(entry),
    )?.n;
    for (const about of new Set(entry.about))
      sql.run('INSERT INTO history_about (scheme, about, n) VALUES (?, ?, ?)', scheme, about, n ?? 0);
  }
}

export function commit(at: Moment, wanted: Commit): CommitAnswer {
  const { op } = wanted;
  const answer = repeated(at, op.id);
  if (answer !== undefined) return { result: 'repeat', answer };
  const moved = wanted.checks.filter(({ key, version }) => versionOf(at, key) !== version).map(({ key }) => key);
  if (moved.length > 0) return { result: 'conflict', keys: moved };
  write(at, wanted.writes, wanted.deletes);
  list(at, wanted.listed);
  count(at, wanted.counts);
  for (const id of wanted.cancel) cancel(at, id);
  for (const delivery of wanted.deliveries) enqueue(at, delivery);
  remember(at, wanted.history);
  at.sql.run('DELETE FROM op WHERE expires <= ?', at.machineNow);
  at.sql.run(
    'INSERT INTO op (scheme, id, answer, expires) VALUES (?, ?, ?, ?)',
    at.scheme,
    op.id,
    op.answer,
    at.machineNow + (op.expiresMs ?? OP_KEPT_MS),
  );
  return { result: 'done' };
}

export function history({ sql, scheme }: Moment, about: string | undefined, max: number): HistoryEntry[] {
  const rows =
    about === undefined
      ? sql.all<{ entry: string }>('SELECT entry FROM history WHERE scheme = ? ORDER BY n DESC LIMIT ?', scheme, max)
      : sql.all<{ entry: string }>(
          `SELECT entry FROM history_about a JOIN history USING (n) WHERE a.scheme = ? AND about = ?
            ORDER BY a.n DESC LIMIT ?`,
          scheme,
          about,
          max,
        );
  return rows.map(({ entry }) => JSON.parse(entry));
}

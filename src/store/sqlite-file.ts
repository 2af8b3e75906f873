// One SQLite data file: opening and its layout, transactions, waiting for other processes. What is in it is others' business.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { layout, layoutUp, layoutVersion } from './sqlite-layout.ts';
import { StoreDown, StoreFull } from './store.ts';

type Value = string | number | null;
/** Runs SQL; a statement is prepared once. */
export type Sql = {
  all<Row>(sql: string, ...values: Value[]): Row[];
  get<Row>(sql: string, ...values: Value[]): Row | undefined;
  /** How many rows it changed. */
  run(sql: string, ...values: Value[]): number;
};

export type DataFile = {
  /** One atomic step; waits for other processes. Throws StoreDown after the time limit, StoreFull when the disk is full. */
  write<T>(work: (sql: Sql) => T): Promise<T>;
  /** Several reads that see the same state. */
  read<T>(work: (sql: Sql) => T): Promise<T>;
  /** Throws when the file is no longer there. */
  check(): void;
  /** Makes sure that what was deleted is soon in no file any more. */
  wipeSoon(): void;
  close(): void;
};

// Result codes of SQLite: https://sqlite.org/rescode.html (the low byte is the kind).
const BUSY = 5;
const LOCKED = 6;
const IOERR = 10;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
/** How long the event loop may stand still for another process; beyond it we wait asynchronously. */
const BUSY_MS = 10;
const WIPE_AFTER_MS = 1000;

function kindOf(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}

function translated(error: unknown): unknown {
  const kind = kindOf(error);
  if (kind === FULL) return new StoreFull('the data file cannot grow: its disk is full', { cause: error });
  if (kind === IOERR || kind === CANTOPEN)
    return new StoreDown('the data file cannot be read or written', { cause: error });
  return error;
}

function sqlOf(db: DatabaseSync): Sql {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    let found = prepared.get(sql);
    if (!found) {
      found = db.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  };
  return {
    all: <Row>(sql: string, ...values: Value[]) => statement(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: Value[]) => statement(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
  };
}

function transact<T>(db: DatabaseSync, begin: 'BEGIN' | 'BEGIN IMMEDIATE', sql: Sql, work: (sql: Sql) => T): T {
  sql.run(begin);
  try {
    const result = work(sql);
    sql.run('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) sql.run('ROLLBACK');
    throw error;
  }
}

async function patiently<T>(timeoutMs: number, work: () => T): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      const kind = kindOf(error);
      if (kind !== BUSY && kind !== LOCKED) throw translated(error);
      if (performance.now() > until) throw new StoreDown('the data file is held by another process');
    }
    await sleep(1 + Math.random() * 9);
  }
}

function layOut(db: DatabaseSync, sql: Sql, file: string): void {
  transact(db, 'BEGIN IMMEDIATE', sql, () => {
    const { user_version: found } = sql.get<{ user_version: number }>('PRAGMA user_version') ?? { user_version: 0 };
    if (found > layoutVersion)
      throw new Error(
        `The data file ${file} was written by a newer Mentor (layout ${found}, this one knows ${layoutVersion}): please start that version.`,
      );
    if (found === layoutVersion) return;
    if (found === 0) db.exec(layout);
    else for (let at = found; at < layoutVersion; at++) db.exec(layoutUp[at] ?? '');
    db.exec(`PRAGMA user_version = ${layoutVersion}`);
  });
}

function prepare(db: DatabaseSync, sql: Sql, file: string, maxBytes: number | undefined): void {
  sql.get('PRAGMA journal_mode = WAL');
  // An acknowledged commit survives a power cut, and what is deleted is overwritten.
  db.exec('PRAGMA synchronous = FULL');
  sql.get('PRAGMA secure_delete = ON');
  if (maxBytes !== undefined) sql.get(`PRAGMA max_page_count = ${Math.ceil(maxBytes / 4096)}`);
  layOut(db, sql, file);
}

function unfit(error: unknown, file: string): unknown {
  const kind = kindOf(error instanceof StoreDown ? (error.cause ?? error) : error);
  if (kind === NOTADB) return new Error(`${file} is not a data file of Mentor.`);
  if (kind === CANTOPEN || kind === IOERR)
    return new Error(`The data file ${file} cannot be opened: please check that its folder may be written.`);
  return error;
}

/**
 * Opens a data file, or makes it. Throws an Error of one clear line when it is not ours, too new, or cannot be opened.
 * `maxBytes`: it never grows beyond.
 */
export async function openDataFile(file: string, timeoutMs: number, maxBytes?: number): Promise<DataFile> {
  let db: DatabaseSync;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    db = new DatabaseSync(file, { timeout: BUSY_MS });
  } catch {
    throw new Error(`The data file ${file} cannot be opened: please check that its folder may be written.`);
  }
  const sql = sqlOf(db);
  try {
    await patiently(timeoutMs, () => prepare(db, sql, file, maxBytes));
  } catch (error) {
    db.close();
    throw unfit(error, file);
  }
  return dataFile(db, sql, file, timeoutMs);
}

function dataFile(db: DatabaseSync, sql: Sql, file: string, timeoutMs: number): DataFile {
  let wiping: NodeJS.Timeout | undefined;
  const wipe = (): void => {
    wiping = undefined;
    try {
      const answer = sql.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
      if (answer?.busy) wipeSoon();
    } catch {
      wipeSoon();
    }
  };
  const wipeSoon = (): void => {
    wiping ??= setTimeout(wipe, WIPE_AFTER_MS).unref();
  };
  const run = <T>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: (sql: Sql) => T): Promise<T> =>
    patiently(timeoutMs, () => {
      if (!db.isOpen) throw new StoreDown('the data file has been closed');
      return transact(db, begin, sql, work);
    });
  return {
    write: work => run('BEGIN IMMEDIATE', work),
    read: work => run('BEGIN', work),
    check() {
      if (file !== ':memory:' && !existsSync(file)) throw new Error(`The data file ${file} is no longer there.`);
    },
    wipeSoon,
    close() {
      clearTimeout(wiping);
      if (db.isOpen) db.close();
    },
  };
}

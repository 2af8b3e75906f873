// The embedded store: one data file on one host, for a pilot, the demo and tests; several processes may share it.
import { randomBytes } from 'node:crypto';
import { checkCommit, wholeCharacters } from './shape.ts';
import { commit, history, list, repeated, write } from './sqlite-commit.ts';
import { type DataFile, openDataFile, type Sql } from './sqlite-file.ts';
import * as leases from './sqlite-leases.ts';
import * as outbox from './sqlite-outbox.ts';
import { runPlan } from './sqlite-plan.ts';
import type { Moment } from './sqlite-row.ts';
import type { Commit, Store } from './store.ts';

export type SqliteOptions = {
  /** A path, or `:memory:`. */
  file: string;
  scheme: string;
  /** The machine's clock; another one is for tests. */
  now?: () => number;
  /** How long to wait for other processes; default 2 s. */
  timeoutMs?: number;
  /** The file never grows beyond this: commits are refused as on a full disk. */
  maxBytes?: number;
};

type Member = { member: string; score: number };
type Steps = {
  reading<T>(work: (at: Moment) => T): Promise<T>;
  writing<T>(work: (at: Moment) => T): Promise<T>;
};

function stepsOn(file: DataFile, scheme: string, now: () => number): Steps {
  const at = (sql: Sql): Moment => {
    const machineNow = now();
    const row = sql.get<{ offset_ms: number }>('SELECT offset_ms FROM story WHERE scheme = ?', scheme);
    return { sql, scheme, machineNow, storyNow: machineNow + (row?.offset_ms ?? 0) };
  };
  return {
    reading: work => file.read(sql => work(at(sql))),
    writing: work => file.write(sql => work(at(sql))),
  };
}

function due({ sql, scheme }: Moment, list: string, upTo: number, max: number): Member[] {
  return sql
    .all<Member>(
      'SELECT member, score FROM listed WHERE scheme = ? AND list = ? AND score <= ? ORDER BY score, member LIMIT ?',
      scheme,
      list,
      upTo,
      max,
    )
    .map(row => ({ ...row }));
}

function keysAfter({ sql, scheme }: Moment, after: string | undefined, max: number) {
  const rows = sql.all<{ key: string }>(
    'SELECT key FROM record WHERE scheme = ? AND key > ? ORDER BY key LIMIT ?',
    scheme,
    after ?? '',
    max + 1,
  );
  const keys = rows.slice(0, max).map(({ key }) => key);
  return { keys, after: rows.length > max ? keys.at(-1) : undefined };
}

/** Who is alive and what they know; those whose time is over are forgotten. */
function alive({ sql, scheme, machineNow }: Moment, process: string, forMs: number, knows: string): string[] {
  sql.run('DELETE FROM alive WHERE scheme = ? AND (until <= ? OR process = ?)', scheme, machineNow, process);
  if (forMs > 0)
    sql.run(
      'INSERT INTO alive (scheme, process, until, knows) VALUES (?, ?, ?, ?)',
      scheme,
      process,
      machineNow + forMs,
      knows,
    );
  return sql.all<{ knows: string }>('SELECT knows FROM alive WHERE scheme = ?', scheme).map(row => row.knows);
}

const wellFormed = (writes: Commit['writes']): Commit['writes'] =>
  writes.map(({ key, json }) => ({ key, json: wholeCharacters(json) }));

/** Everything that has to do with deliveries. */
function deliveries({ reading, writing }: Steps, file: DataFile) {
  const mine = randomBytes(9).toString('base64url');
  let given = 0;
  const token = () => `${mine}.${given++}`;
  return {
    async claim(lanes, leaseMs, max) {
      if (!(await reading(at => leases.anythingDue(at, lanes)))) return [];
      return writing(at => leases.claim(at, lanes, leaseMs, max, token));
    },
    async settle(id, held, settlement) {
      const settled = await writing(at => {
        if (!leases.settle(at, id, held, settlement)) return false;
        if (settlement.how !== 'done') return true;
        write(at, wellFormed(settlement.writes ?? []), settlement.deletes ?? []);
        if (settlement.listed) list(at, settlement.listed);
        return true;
      });
      if (settled && settlement.how === 'done' && settlement.deletes?.length) file.wipeSoon();
      return settled;
    },
    waiting: () => reading(at => outbox.waiting(at)),
    nextDelivery: lanes => reading(at => outbox.nextDelivery(at, lanes)),
    dead: max => reading(at => outbox.dead(at, max)),
    revive: id => writing(at => outbox.revive(at, id)),
    bury: id => writing(at => outbox.bury(at, id)),
  } satisfies Partial<Store>;
}

/** The clocks, who is alive, and whether the store is there. */
function clocks({ reading, writing }: Steps, file: DataFile) {
  return {
    alive: async (process, forMs, knows) => {
      const told = await writing(at => alive(at, process, forMs, JSON.stringify(knows)));
      return told.map(json => JSON.parse(json));
    },
    clock: () => reading(({ machineNow, storyNow }) => ({ machineNow, storyNow, offsetMs: storyNow - machineNow })),
    setOffset: offsetMs =>
      writing(({ sql, scheme }) => {
        sql.run('INSERT OR REPLACE INTO story (scheme, offset_ms) VALUES (?, ?)', scheme, offsetMs);
      }),
    async ready() {
      file.check();
      await reading(() => true);
    },
    close: async () => file.close(),
  } satisfies Partial<Store>;
}

/** Opens the store in a data file, which is made if it is not there. Throws an Error of one clear line when it cannot be used. */
export async function openSqlite(options: SqliteOptions): Promise<Store> {
  const file = await openDataFile(options.file, options.timeoutMs ?? 2000, options.maxBytes);
  const steps = stepsOn(file, options.scheme, options.now ?? Date.now);
  const { reading, writing } = steps;
  return {
    open: plan => reading(at => ({ ...runPlan(at, plan), machineNow: at.machineNow, storyNow: at.storyNow })),
    async commit(wanted) {
      checkCommit(wanted);
      const answer = await writing(at => commit(at, { ...wanted, writes: wellFormed(wanted.writes) }));
      if (wanted.deletes.length > 0) file.wipeSoon();
      return answer;
    },
    repeated: op => reading(at => repeated(at, op)),
    due: (list, upTo, max) => reading(at => due(at, list, upTo, max)),
    first: list => reading(at => due(at, list, Number.MAX_VALUE, 1)[0]),
    history: (about, max) => reading(at => history(at, about, max)),
    keys: (after, max) => reading(at => keysAfter(at, after, max)),
    ...deliveries(steps, file),
    ...clocks(steps, file),
  };
}

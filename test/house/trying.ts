// Ways to try everything in the crowd's world: a real store on which nothing changes any more, every page with everybody's ids, and a plain answer to any question.
import type { Room } from '../../src/conversation/feature.ts';
import type { Field } from '../../src/conversation/form.ts';
import type { Put } from '../../src/conversation/outcome.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { type Core, makeCore } from '../../src/engine/core.ts';
import { openPlan } from '../../src/engine/open.ts';
import { encode } from '../../src/engine/records.ts';
import { takeTurn } from '../../src/engine/turn.ts';
import { rooms } from '../../src/features/features.ts';
import type { RawAnswer } from '../../src/platforms/platform.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Commit, Store } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { account, crowdScheme, idsToTry } from './crowd.ts';
import { NOW } from './world.ts';

export const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
export type Page = Room['pages'][number];
export const pages: Page[] = rooms.flatMap(room => room.pages);
export const letters = rooms.flatMap(room => room.letters ?? []);

/** Nobody asks for more than what a deed or two would have written. */
const A_FEW = 20;

/** A world in which everybody meets the same: what a turn would have written is kept aside. */
export type Crowd = {
  core: Core;
  /** What the turns since the last asking would have written. */
  taken: () => Commit[];
};

/** A world with these records in it, at this time, on which nothing changes any more. */
export async function crowdOf(kept: Put[], now = NOW): Promise<Crowd> {
  const store = await openSqlite({ file: ':memory:', scheme: 'main', now: () => now });
  const founding: Commit = {
    op: { id: 'found', answer: 'null' },
    checks: [],
    writes: [{ key: 'scheme/scheme', json: encode('scheme', crowdScheme(), vault) }],
    deletes: [],
    listed: { add: [], remove: [] },
    counts: [],
    deliveries: [],
    cancel: [],
    history: [],
  };
  await store.commit(founding);
  const open = makeCore({ store, vault, rooms, platforms: [] });
  const clock = await openPlan(open, { clock: true }, {});
  await store.commit(commitOf(open, clock, 'crowd', 'test', { put: kept }, undefined));
  // What is in a file is looked at like what is on a screen.
  const makeFile = async (document: { name: string }) => ({
    name: document.name,
    type: JSON.stringify(document),
    bytes: new Uint8Array(),
  });
  const written: Commit[] = [];
  const frozen: Store = {
    ...store,
    commit: commit => {
      written.push(commit);
      if (written.length > A_FEW) written.shift();
      return Promise.resolve({ result: 'done' });
    },
  };
  return { core: makeCore({ store: frozen, vault, rooms, platforms: [], makeFile }), taken: () => written.splice(0) };
}

/** The ids a page reads, found out by asking it; others need not be tried. */
export function namesRead(page: Page): Set<string> {
  const read = new Set<string>();
  const ids = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)) });
  page.plan(ids);
  for (const found of `${page.show} ${Object.values(page.press ?? {})} ${page.take}`.matchAll(/ids\['(\w+)'\]/g))
    read.add(found[1] ?? '');
  return read;
}

export function* tries(page: Page): Generator<Record<string, string>> {
  const names = [...namesRead(page)];
  const seen = new Set<string>();
  for (const all of idsToTry) {
    const key = names.map(name => all[name]).join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    yield all;
  }
}

let serial = 0;
export const freshOp = (): string => `try-${serial++}`;

type Goal = { word: string; ids: Record<string, string>; press?: string };

/** Opens a page, or presses a button on it. */
export const act = (core: Core, who: string, target: Goal, op = freshOp()) =>
  takeTurn(core, { op, account: account(who), place: 'window', did: { what: 'press', target } }, target);

/** Sends a form. */
export const send = (core: Core, who: string, target: Goal, answers: Record<string, RawAnswer>) => {
  const did = { what: 'submit' as const, target, answers, drawn: {} };
  return takeTurn(core, { op: freshOp(), account: account(who), place: 'window', did }, target);
};

/** An answer that fits the question. */
export function answerTo(field: Field): RawAnswer {
  switch (field.kind) {
    case 'text':
      return 'ten words of an answer, more or less'.slice(0, field.max);
    case 'link':
      return 'https://x.example/';
    case 'list':
      return ['One | https://x.example'];
    case 'number':
    case 'scale':
      return String(field.from);
    case 'date':
      return field.from ?? field.to ?? '2026-12-01';
    case 'time':
      return '10:30';
    case 'choice':
      return field.options[0]?.key ?? null;
    case 'choices':
    case 'ranked':
      return field.options.slice(0, 1).map(option => option.key);
    case 'person':
      return ['p:E4'];
    case 'account':
      return 'slack/T1/UNEW';
    case 'channel':
      return 'slack/T1/CNEW';
    case 'agree':
      return true;
  }
}

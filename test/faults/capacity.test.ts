// Two hundred people choose at the same moment as others say yes, take back, pause, leave, lower their places, and as time runs out: never more than the places there are, and nobody left in between.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../src/conversation/outcome.ts';
import { decode } from '../../src/engine/records.ts';
import type { Pairing, Registration } from '../../src/scheme/kinds.ts';
import { takesPlace } from '../../src/scheme/states.ts';
import type { Store, Vault } from '../../src/store/store.ts';
import { aMentee, aMentor } from '../features/choose/pool.ts';
import { accountOf } from '../features/people.ts';
import { aPairing } from '../features/records.ts';
import { NOW } from '../features/turn.ts';
import { KEY } from '../journeys/bot.ts';
import { type RedisServer, startRedis } from '../store/redis-server.ts';
import { type Answer, type Deed, type Order, startChooser, type Where } from './chooser-process.ts';
import { kept, lay } from './laid.ts';

const FILE = new URL('./chooser-process.ts', import.meta.url);
const MANY = 200;

type Others = { all: (deeds: Deed[]) => Promise<string[]>; settle: () => Promise<void>; stop: () => Promise<void> };

/** Another process on the same store. */
async function another(where: Where): Promise<Others> {
  const child: ChildProcess = fork(FILE, ['chooser'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ask = async (order: Order): Promise<Answer> => {
    const answer = once(child, 'message') as Promise<[Answer]>;
    child.send(order);
    return (await answer)[0];
  };
  await ask({ where, key: KEY });
  return {
    all: async deeds => {
      const answer = await ask({ deeds });
      return 'said' in answer ? answer.said : [];
    },
    settle: async () => void (await ask({ settle: true })),
    stop: async () => {
      const gone = once(child, 'exit');
      child.send({ stop: true } satisfies Order);
      await gone;
    },
  };
}

/** A mentee who asked a mentor some time ago; the answer is due on the day `dueIn` milliseconds from now. */
function asking(mentee: string, mentor: string, dueIn: number, left: string[] = []): Put[] {
  const id = `${mentor}-${mentee}`;
  const open = { id, state: 'mentee-yes', chosen: true, introducedAt: undefined, deadlineAt: NOW + dueIn } as const;
  const list = { id: mentee, person: mentee, state: 'asking', pairing: id, left, at: NOW } as const;
  return [
    ...aMentee(mentee, { place: { state: 'full', taken: 1 } }),
    put('pairing', aPairing(mentor, mentee, open)),
    put('papers', { id, mentor, mentee, why: {} }),
    put('wish', { ...list, asked: [mentor], closedTo: [mentor, ...left] }),
  ];
}

const mentors = { sam: 4, ben: 2, cat: 3, dan: 2, eve: 10 };
type Mentor = keyof typeof mentors;
const DUE = 60_000;

/** Sam has three open proposals of four places, Cat one of three, Eve none of ten. */
function world(): Put[] {
  const taken: Partial<Record<Mentor, number>> = { sam: 3, cat: 1 };
  return [
    ...Object.entries(mentors).flatMap(([id, capacity]) =>
      aMentor(id, { place: { capacity, taken: taken[id as Mentor] ?? 0 } }),
    ),
    ...asking('late', 'sam', DUE, ['eve']),
    ...asking('lucky', 'sam', 30 * 86_400_000, ['eve']),
    ...asking('fickle', 'sam', 30 * 86_400_000, ['eve']),
    ...asking('tardy', 'cat', DUE, ['dan', 'ben']),
    ...Array.from({ length: MANY }, (_, n) => {
      const [account, person, book, ...rest] = aMentee(`n${n}`);
      const choice = lists[n % lists.length];
      return [account, person, { ...book, value: { ...book?.value, choice } }, ...rest] as Put[];
    }).flat(),
  ];
}
const lists: Mentor[][] = [['sam'], ['ben', 'sam'], ['cat', 'dan', 'sam'], ['eve'], ['sam', 'eve'], ['dan']];

/** What everybody does at the same moment. */
function deeds(): Deed[] {
  const one = (id: string, word: string, more: Partial<Deed> = {}): Deed => ({
    op: `${id}-${word}`,
    account: accountOf(id),
    word,
    ...more,
  });
  const fewer = { capacity: '1', topics: ['career'], career: 'Years in the stores.', criteria: ['background', 'time'] };
  const leaving = [7, 50, 120].map(n => one(`n${n}`, 'me.leave', { press: 'leave', ids: { role: 'mentee' } }));
  const others = [
    one('sam', 'proposal', { press: 'yes', ids: { pairing: 'sam-lucky' } }),
    one('fickle', 'choose.list', { press: 'back' }),
    one('ben', 'me.pause', { answers: { until: '2026-12-20' } }),
    one('dan', 'me.leave', { press: 'leave', ids: { role: 'mentor' } }),
    one('cat', 'register.mentor', { ids: { change: 'yes' }, answers: fewer }),
    ...leaving,
  ];
  const asks = Array.from({ length: MANY }, (_, n) => one(`n${n}`, 'choose.list', { press: 'ask' }));
  const at = Math.floor(asks.length / (others.length + 1));
  return asks
    .flatMap((ask, n) => (n % at === at - 1 && others.length > 0 ? [others.shift() as Deed, ask] : [ask]))
    .concat(others);
}

type Moment = { places: Registration[]; pairings: Pairing[] };

/** All mentors and their pairings at one moment: one open is one moment. */
async function moment(store: Store, vault: Vault): Promise<Moment> {
  const ids = Object.keys(mentors);
  const answer = await store.open([
    { name: 'places', kind: 'registration', source: { ids: ids.map(id => `${id}-mentor`) } },
    ...ids.map(id => ({ name: id, kind: 'pairing', source: { list: 'names.pairing', of: id, max: 500 } })),
  ]);
  return {
    places: (answer.records['places'] ?? []).map(stored => decode('registration', stored, vault)),
    pairings: ids.flatMap(id => (answer.records[id] ?? []).map(stored => decode('pairing', stored, vault))),
  };
}

const held = (pairings: Pairing[], mentor: string): number =>
  pairings.filter(pairing => pairing.mentor === mentor && takesPlace(pairing.state)).length;

/** What is wrong at a moment; empty when nothing is. */
function wrongAt({ places, pairings }: Moment): string[] {
  return places.flatMap(({ person, taken }) => {
    const now = held(pairings, person);
    return [
      ...(now > mentors[person as Mentor] ? [`${person} has ${now}`] : []),
      ...(now !== taken ? [`${person} has ${now}, and counts ${taken}`] : []),
    ];
  });
}

let closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

async function placeFor(kind: 'redis' | 'embedded'): Promise<Where> {
  if (kind === 'embedded') {
    const dir = mkdtempSync(join(tmpdir(), 'mentor-choosers-'));
    closing.push(() => rmSync(dir, { recursive: true, force: true }));
    return { file: join(dir, 'mentor.db') };
  }
  const redis: RedisServer = await startRedis();
  closing.push(() => redis.stop());
  return { redis: redis.url };
}

describe.each([
  ['redis', 2],
  ['embedded', 1],
] as const)('two hundred choices at once (%s, %i processes)', (kind, processes) => {
  test('never more than the places there are, and everybody knows where they stand', async () => {
    const where = await placeFor(kind);
    const own = await startChooser(where, KEY);
    closing.push(() => own.stop());
    const { store, vault } = own;
    await store.setOffset(NOW - (await store.clock()).machineNow);
    await lay(store, vault, world(), { matchingMode: 'mentee', maxMentees: 10 });
    const sides: Others[] = [own];
    if (processes === 2) {
      const second = await another(where);
      closing.push(() => second.stop());
      sides.push(second);
    }
    const wrong = new Set<string>();
    let looks = 0;
    let isOver = false;
    const looking = (async () => {
      for (; !isOver; looks++) {
        for (const what of wrongAt(await moment(store, vault))) wrong.add(what);
        await sleep(1);
      }
    })();
    const all = deeds();
    const began = performance.now();
    const [said] = await Promise.all([
      Promise.all(sides.map((side, n) => side.all(all.filter((_, k) => k % sides.length === n)))),
      // Meanwhile the time for two of the open proposals runs out.
      store.setOffset(NOW + DUE + 1_000 - (await store.clock()).machineNow),
    ]);
    const took = performance.now() - began;
    for (const side of sides) await side.settle();
    isOver = true;
    await looking;
    console.log(`${kind}: ${all.length} deeds in ${took.toFixed(0)} ms, looked ${looks} times in between`);
    expect([...wrong]).toEqual([]);
    const last = await moment(store, vault);
    expect(wrongAt(last)).toEqual([]);
    // More people wanted Eve than she has places, and nobody gave one back: none is left over.
    expect(held(last.pairings, 'eve')).toBe(mentors.eve);
    const lost = said.flat().filter(text => /Changed meanwhile|Something went wrong|nothing was saved/.test(text));
    expect(lost).toEqual([]);
    await allHappened(store, vault);
    await everybodyStands(store, vault, said.flat().length);
  }, 60_000);
});

/** What the others did at that moment has taken place too. */
async function allHappened(store: Store, vault: Vault): Promise<void> {
  const place = (id: string) => kept(store, vault, 'registration', `${id}-mentor`);
  const pairing = async (id: string) => (await kept(store, vault, 'pairing', id))?.state;
  expect([(await place('ben'))?.state, (await place('dan'))?.state]).toEqual(['paused', 'withdrawn']);
  expect((await place('cat'))?.capacity).toBe(1);
  expect(await pairing('sam-lucky')).toBe('introduced');
  expect([await pairing('sam-late'), await pairing('cat-tardy')]).toEqual(['not-formed', 'not-formed']);
  expect((await kept(store, vault, 'wish', 'fickle'))?.state).toBe('back');
}

/** Every mentee has a pairing, an open proposal, or is available (or has left) with a list that says how it ended. */
async function everybodyStands(store: Store, vault: Vault, answers: number): Promise<void> {
  expect(answers).toBeGreaterThan(MANY);
  const odd: string[] = [];
  for (const id of ['late', 'lucky', 'fickle', 'tardy', ...Array.from({ length: MANY }, (_, n) => `n${n}`)]) {
    const place = await kept(store, vault, 'registration', `${id}-mentee`);
    const wish = await kept(store, vault, 'wish', id);
    const book = await kept(store, vault, 'notebook', id);
    const pairing = wish?.pairing ? await kept(store, vault, 'pairing', wish.pairing) : undefined;
    const holds = pairing !== undefined && takesPlace(pairing.state);
    const says = `${id}: ${place?.state} ${place?.taken}, list ${wish?.state}, ${pairing?.state}`;
    if (holds !== (place?.taken === 1)) odd.push(says);
    if (holds && wish?.state !== (pairing.state === 'mentee-yes' ? 'asking' : 'introduced')) odd.push(says);
    if (!holds && place?.state !== 'available' && place?.state !== 'withdrawn') odd.push(says);
    if (!holds && wish?.state === 'asking') odd.push(says);
    // Whoever could not ask anybody keeps the list to try again with.
    if (!holds && !wish && (book?.choice ?? []).length === 0) odd.push(says);
  }
  expect(odd).toEqual([]);
}

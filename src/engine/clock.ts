// What is due: a heartbeat asks the store, every due thing is decided once, and the story clock can be stepped through all that lies between.
import cron from 'node-cron';
import type { Plan } from '../conversation/plan.ts';
import { errorKind, errorPlace, log } from '../log.ts';
import type { Kind } from '../scheme/kind.ts';
import { kinds } from '../scheme/kinds.ts';
import { type Core, lanesHere } from './core.ts';
import { decideDate } from './date.ts';
import { runJob } from './job.ts';
import { openPlan } from './open.ts';
import { DUE } from './records.ts';

const PAGE = 50;

type DueThing = { what: string; kind: keyof typeof kinds; id: string; at: number; member: string };

function readMember(member: string, at: number): DueThing | undefined {
  const [what = '', kind = '', ...id] = member.split('|');
  return kind in kinds ? { what, kind: kind as keyof typeof kinds, id: id.join('|'), at, member } : undefined;
}

/** What the record itself says of this: due now, due at another instant, or not at all; and which version says so. */
type Standing = { is: boolean; at: number | undefined; key: string; version: number };

async function stillDue(core: Core, due: DueThing): Promise<Standing> {
  const plan: Plan = { it: { kind: due.kind, source: { ids: [due.id] }, many: false, sealed: false } };
  const opening = await openPlan(core, { clock: true }, plan);
  const value = opening.open['it'];
  const key = `${due.kind}/${due.id}`;
  const version = opening.held.get(key)?.version ?? 0;
  const dues = value === undefined ? [] : ((kinds[due.kind] as unknown as Kind).dues?.(value) ?? []);
  const at = dues.find(({ what }) => what === due.what)?.at;
  return { is: at === due.at && at <= opening.now, at, key, version };
}

/** Puts an entry right that was read before its record moved on: to where the record says now, or away. Never if the record has moved again. */
async function putRight(core: Core, due: DueThing, { at, key, version }: Standing): Promise<boolean> {
  const entry = { list: DUE, member: due.member };
  const answer = await core.store.commit({
    op: { id: `right:${due.member}:${due.at}:${performance.timeOrigin + performance.now()}`, answer: 'null' },
    checks: [{ key, version }],
    writes: [],
    deletes: [],
    counts: [],
    deliveries: [],
    cancel: [],
    history: [],
    listed: at === undefined ? { add: [], remove: [entry] } : { add: [{ ...entry, score: at }], remove: [] },
  });
  return answer.result === 'done';
}

/** Things whose decision went wrong in this process, and the machine instant at which they are tried again: one must not hold up the rest. */
export type Shelf = Map<string, { until: number; waits: number }>;

/** False when this process is at it already. */
async function fire(core: Core, due: DueThing): Promise<boolean> {
  if (due.what === 'job') return runJob(core, due.id);
  const op = `due:${due.member}:${due.at}`;
  const result = await decideDate(core, due.what, { id: due.id }, op);
  if (result === 'nobody') throw new Error(`no room answers to the date "${due.what}"`);
  if ((await stillDue(core, due)).is) throw new Error(`"${due.what}" is still due after its decision`);
  return true;
}

async function fireOne(core: Core, shelf: Shelf, entry: { member: string; score: number }): Promise<boolean> {
  const due = readMember(entry.member, entry.score);
  const aside = shelf.get(entry.member);
  if (!due || (aside && aside.until > performance.now())) return false;
  try {
    const found = await stillDue(core, due);
    const fired = found.is ? await fire(core, due) : await putRight(core, due, found);
    shelf.delete(entry.member);
    return fired;
  } catch (error) {
    const waits = (aside?.waits ?? 0) + 1;
    shelf.set(entry.member, { until: performance.now() + Math.min(600_000, 1000 * 2 ** waits), waits });
    log('error', 'due.aside', { what: due.what, id: due.id, kind: errorKind(error), place: errorPlace(error), waits });
    log('debug', 'due.aside.why', { what: due.what, message: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

/** Decides everything that is due by now, oldest first, until nothing new comes of it. Answers how many things were decided. */
export async function runDue(core: Core, shelf: Shelf): Promise<number> {
  let decided = 0;
  for (;;) {
    const { storyNow } = await core.store.clock();
    const entries = await core.store.due(DUE, storyNow, PAGE + shelf.size);
    let fresh = 0;
    for (const entry of entries) if (await fireOne(core, shelf, entry)) fresh++;
    decided += fresh;
    if (fresh === 0) return decided;
  }
}

/** The heartbeat: it only asks "what is due?", never decides it. Returns how to stop it. */
export function startHeartbeat(core: Core, shelf: Shelf): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const beat = cron.schedule(
    '*/5 * * * * *',
    () => {
      running = runDue(core, shelf).catch(error => log('warn', 'clock.beat', { kind: errorKind(error) }));
      return running as Promise<void>;
    },
    { timezone: 'UTC', noOverlap: true },
  );
  return async () => {
    await beat.destroy();
    await running;
  };
}

/** The next instant of story time at which something becomes due, or a letter may go that waits for its hour. `bound` is a delivery's instant that machine time rules. */
async function nextInstant(
  core: Core,
  offsetMs: number,
  bound: number | undefined,
): Promise<{ at: number; delivery?: number } | undefined> {
  const due = await core.store.first(DUE);
  const delivery = await core.store.nextDelivery(lanesHere(core));
  const letter = delivery === undefined || delivery === bound ? undefined : delivery + offsetMs;
  if (letter !== undefined && letter < (due?.score ?? Number.POSITIVE_INFINITY))
    return { at: letter, delivery: delivery ?? 0 };
  return due && { at: due.score };
}

/** Moves story time forward, stepping through every instant at which something is due or a letter may go, and letting each settle. */
export async function stepStory(
  core: Core,
  shelf: Shelf,
  toOffsetMs: number,
  settle: () => Promise<void>,
): Promise<void> {
  const start = await core.store.clock();
  let at = start.offsetMs;
  let bound: number | undefined;
  for (;;) {
    await runDue(core, shelf);
    await settle();
    const next = await nextInstant(core, at, bound);
    const { machineNow } = await core.store.clock();
    if (!next || next.at > machineNow + toOffsetMs) break;
    const wanted = Math.max(at, next.at - machineNow);
    if (wanted === at && next.at <= machineNow + at && next.delivery === undefined) break;
    bound = next.delivery;
    at = wanted;
    await core.store.setOffset(at);
  }
  await core.store.setOffset(toOffsetMs);
  await runDue(core, shelf);
  await settle();
}

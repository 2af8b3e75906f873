// Work larger than a turn: gathered page by page, computed in a worker thread, written page by page with the cursor in the same commit.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../conversation/feature.ts';
import { put } from '../conversation/outcome.ts';
import { one, type Plan } from '../conversation/plan.ts';
import { log } from '../log.ts';
import type { JobRecord } from '../scheme/kinds.ts';
import { carryOut, commitOf } from './commit.ts';
import { compute } from './compute.ts';
import type { Core } from './core.ts';
import { drawWait } from './draw-ids.ts';
import { type Opening, openPlan, turnOf } from './open.ts';

/** How often a page is decided again when somebody else's commit came first. */
const TRIES = 40;

/** After each page as long a pause as the page took: the embedded store answers at once, and those who wait for an answer would not get a turn before the job's end. */
const makeRoom = (began: number): Promise<void> => sleep(performance.now() - began);

async function gather(core: Core, job: Job, record: JobRecord): Promise<unknown> {
  if (!job.gather) return undefined;
  let memory = job.gather.start();
  let after: string | undefined;
  for (;;) {
    const began = performance.now();
    const opening = await openPlan(core, { clock: true }, job.gather.plan(record.ids, after));
    const turn = turnOf(opening, `job:${record.id}:gather:${after ?? ''}`, { account: 'clock' });
    const read = job.gather.take(turn, record.ids, memory);
    memory = read.memory;
    if (read.after === undefined) return memory;
    after = read.after;
    await makeRoom(began);
  }
}

async function opened(
  core: Core,
  id: string,
  plan: Plan,
): Promise<{ opening: Opening; record: JobRecord | undefined }> {
  const opening = await openPlan(core, { clock: true }, { ...plan, '~job': one('job', id) });
  return { opening, record: opening.open['~job'] as JobRecord | undefined };
}

/** One page: whether there is another, or whether somebody else's commit came first and it has to be decided again. */
async function writePage(core: Core, job: Job, id: string, result: unknown): Promise<'more' | 'done' | 'overtaken'> {
  const { record: before } = await opened(core, id, {});
  if (!before || before.state === 'done') return 'done';
  const { opening, record } = await opened(core, id, job.write.plan(before.ids, before.cursor, result));
  if (!record || record.step !== before.step) return 'more';
  const op = `job:${id}:${record.step}`;
  const { changes, after } = job.write.step(
    turnOf(opening, op, { account: 'clock' }),
    record.ids,
    result,
    record.cursor,
  );
  const { cursor: _passed, ...rest } = record;
  const next: JobRecord = {
    ...rest,
    step: record.step + 1,
    state: after === undefined ? 'done' : 'waiting',
    ...(after === undefined ? {} : { cursor: after }),
  };
  const answer = await carryOut(
    core,
    commitOf(core, opening, op, 'clock', { ...changes, put: [...(changes.put ?? []), put('job', next)] }, undefined),
  );
  return answer.result === 'conflict' ? 'overtaken' : 'more';
}

/** Page after page to the end. A page that is overtaken each time gives way, and is tried again later: it must not hold up what else is due. */
async function writeAll(core: Core, job: Job, id: string, result: unknown): Promise<void> {
  let tries = 0;
  for (;;) {
    const began = performance.now();
    const page = await writePage(core, job, id, result);
    if (page === 'done') return;
    tries = page === 'overtaken' ? tries + 1 : 0;
    if (tries > TRIES) throw new Error(`job ${id} was overtaken ${tries} times at the same page`);
    await (tries > 0 ? sleep(drawWait(id, tries)) : makeRoom(began));
  }
}

/** Runs a job to its end; false when this process is at it already. After a crash it is due again and goes on behind its last committed page. */
export async function runJob(core: Core, id: string): Promise<boolean> {
  if (core.busy.has(id)) return false;
  core.busy.add(id);
  try {
    const { record } = await opened(core, id, {});
    if (!record || record.state === 'done') return true;
    const job = core.jobs.get(record.job);
    if (!job) throw new Error(`no room does the job "${record.job}"`);
    const memory = await gather(core, job, record);
    const result = job.compute ? await compute(job.compute(memory)) : memory;
    await writeAll(core, job, id, result);
    log('info', 'job.done', { job: record.job, id });
    return true;
  } finally {
    core.busy.delete(id);
  }
}

// From the contract to the scripts' arguments, and from their replies back. The scripts are ours, so their replies are taken as they are.
import { classes, OP_KEPT_MS, readCursor, wholeCharacters, writeCursor } from './shape.ts';
import type { Claimed, Commit, CommitAnswer, DeadDelivery, Delivery, OpenAnswer, RawStep, Stored } from './store.ts';

/** The steps as the script reads them: cursors taken apart. */
export function planArgument(steps: RawStep[]): string {
  const readable = steps.map(step => {
    if ('counts' in step || !('list' in step.source) || step.source.after === undefined) return step;
    return { ...step, source: { ...step.source, after: readCursor(step.source.after) } };
  });
  return wholeCharacters(JSON.stringify(readable));
}

function storedOf(key: string, raw: string): Stored {
  const colon = raw.indexOf(':');
  return { key, version: Number(raw.slice(0, colon)), json: raw.slice(colon + 1) };
}

function recordsOf(flat: (string | null)[]): Stored[] {
  const records: Stored[] = [];
  for (let n = 2; n < flat.length; n += 2) records.push(storedOf(flat[n] ?? '', flat[n + 1] ?? ''));
  return records;
}

function countsOf(flat: (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let n = 0; n < flat.length; n += 2) counts[flat[n] ?? ''] = Number(flat[n + 1]);
  return counts;
}

/** What `open` answered. */
export function openAnswer(steps: RawStep[], reply: unknown): OpenAnswer {
  const [machineNow, storyNow, answers] = reply as [number, number, (string | null)[][]];
  const answer: OpenAnswer = { records: {}, counts: {}, more: {}, machineNow, storyNow };
  for (const [n, step] of steps.entries()) {
    const flat = answers[n] ?? [];
    if ('counts' in step) {
      answer.counts[step.name] = countsOf(flat);
      continue;
    }
    answer.records[step.name] = recordsOf(flat);
    if (flat[0] != null && flat[1] != null)
      answer.more[step.name] = writeCursor({ score: Number(flat[0]), member: flat[1] });
  }
  return answer;
}

/** The commit as the script reads it: what it does, then the records it writes. */
export function commitArguments(commit: Commit): string[] {
  const what = {
    ...commit,
    op: { ...commit.op, expiresMs: commit.op.expiresMs ?? OP_KEPT_MS },
    writes: commit.writes.map(({ key }) => key),
    history: commit.history.map(entry => ({ about: [...new Set(entry.about)], json: JSON.stringify(entry) })),
  };
  return [wholeCharacters(JSON.stringify(what)), ...commit.writes.map(({ json }) => wholeCharacters(json))];
}

/** What `commit` answered. */
export function commitAnswer(reply: unknown): CommitAnswer {
  const [result, ...rest] = reply as string[];
  if (result === 'conflict') return { result, keys: rest };
  if (result === 'repeat') return { result, answer: rest[0] ?? '' };
  return { result: 'done' };
}

type Told = [
  id: string,
  lane: string,
  kind: number,
  gate: string | null,
  gateMs: number,
  notBefore: number,
  replace: number,
  payload: string,
  token: string,
  attempts: number,
  doubts: number,
  firstAt: number,
  why: string,
  endedAt: number,
];

function deliveryOf([id, lane, kind, gate, gateMs, notBefore, replace, payload]: Told): Delivery {
  return {
    id,
    lane,
    class: classes[kind] ?? 'nudge',
    ...(gate === null ? {} : { gate, gateMs }),
    ...(notBefore === 0 ? {} : { notBefore }),
    replace: replace === 1,
    payload: payload ?? '',
  };
}

/** What `claim` answered. */
export function claimedOf(reply: unknown): Claimed[] {
  return (reply as Told[]).map(told => {
    const [, , , , , , , , token, attempt, doubts, firstAttemptAt] = told;
    return { delivery: deliveryOf(told), token, attempt, doubts, firstAttemptAt };
  });
}

/** What `dead` listed. */
export function deadOf(reply: unknown): DeadDelivery[] {
  return (reply as Told[]).map(told => {
    const [, , , , , , , , , attempts, , , why, at] = told;
    return { delivery: deliveryOf(told), why, at, attempts };
  });
}

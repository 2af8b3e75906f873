// What both stores do alike before they touch anything: cursors of pages, text every reader can parse, and arguments that cannot go wrong half-way.
import type { Commit } from './store.ts';

/** A place in a list: behind it the next page begins. */
export type Place = { score: number; member: string };

export const writeCursor = (place: Place): string => `${place.score}:${place.member}`;

/** Undefined for text that no page gave: cursors travel in buttons, so they may be anything. */
export function readCursor(text: string | undefined): Place | undefined {
  const colon = text?.indexOf(':') ?? -1;
  const score = Number(text?.slice(0, colon));
  return text === undefined || colon < 1 || !Number.isFinite(score)
    ? undefined
    : { score, member: text.slice(colon + 1) };
}

/** JSON without half characters (an emoji cut in two), which other readers of JSON refuse. */
export function wholeCharacters(json: string): string {
  if (!/\\ud[89a-f]/i.test(json)) return json;
  return JSON.stringify(JSON.parse(json, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value)));
}

/** Throws for numbers that would break a commit half-way: our mistake, never a person's. */
export function checkCommit(commit: Commit): void {
  const { expiresMs = 1 } = commit.op;
  if (!Number.isSafeInteger(expiresMs) || expiresMs < 1) throw new Error('an operation is kept for whole milliseconds');
  for (const { name, field, by } of commit.counts)
    if (!Number.isSafeInteger(by)) throw new Error(`the counter ${name} ${field} goes by whole numbers`);
  for (const { list, member, score } of commit.listed.add)
    if (!Number.isFinite(score)) throw new Error(`${member} has no place in the list ${list}`);
  for (const { id, notBefore = 0, gateMs = 0 } of commit.deliveries)
    if (!Number.isSafeInteger(notBefore) || !Number.isSafeInteger(gateMs))
      throw new Error(`the delivery ${id} is due at no instant`);
}

/** The order of classes in a lane. */
export const classes = ['must', 'answer', 'nudge'] as const;

/** How long an operation is remembered, unless the commit says otherwise: longer than any platform sends an event again. */
export const OP_KEPT_MS = 24 * 60 * 60 * 1000;

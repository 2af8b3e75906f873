// Where a button or a window leads, as it travels through Slack: compact, and read strictly when it comes back. Whether somebody may go there is the engine's to check.
import { z } from 'zod';
import type { Target } from '../../conversation/notice.ts';

const ids = z.record(z.string().min(1).max(100), z.string().max(500));
const wire = z.strictObject({
  w: z.string().min(1).max(100),
  i: ids.optional(),
  p: z.string().min(1).max(100).optional(),
  /** Which part of a long page. */
  g: z.int().min(1).max(1000).optional(),
});
const windowWire = z.strictObject({
  ...wire.shape,
  d: z.record(z.string(), z.number()).optional(),
  /** The window's hash at the first attempt to send it, when we had to draw it again: a second press is the same deed. */
  h: z.string().max(100).optional(),
});
type Wire = z.infer<typeof wire>;

export type Way = { target: Target; page: number };
export type WindowMark = { at: Target; drawn: Record<string, number>; firstHash?: string };

const packed = ({ word, ids: about, press }: Target): Wire => ({
  w: word,
  ...(about && Object.keys(about).length > 0 ? { i: about } : {}),
  ...(press === undefined ? {} : { p: press }),
});

const unpacked = (got: Wire): Target => ({
  word: got.w,
  ...(got.i ? { ids: got.i } : {}),
  ...(got.p === undefined ? {} : { press: got.p }),
});

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** A button's value. */
export function encodeWay(target: Target, page = 1): string {
  return JSON.stringify({ ...packed(target), ...(page > 1 ? { g: page } : {}) });
}

/** A button's value as it came back; undefined when it is not one of ours. */
export function decodeWay(value: string | undefined): Way | undefined {
  const read = wire.safeParse(json(value));
  return read.success ? { target: unpacked(read.data), page: read.data.g ?? 1 } : undefined;
}

/** A window's private metadata. */
export function encodeWindow(at: Target, drawn: Record<string, number>, firstHash?: string): string {
  return JSON.stringify({
    ...packed(at),
    ...(Object.keys(drawn).length > 0 ? { d: drawn } : {}),
    ...(firstHash ? { h: firstHash } : {}),
  });
}

/** A window's private metadata as it came back; undefined when it is not one of ours. */
export function decodeWindow(metadata: string | undefined): WindowMark | undefined {
  const read = windowWire.safeParse(json(metadata));
  if (!read.success) return undefined;
  const { d = {}, h, g: _page, ...rest } = read.data;
  return { at: unpacked(rest), drawn: d, ...(h === undefined ? {} : { firstHash: h }) };
}

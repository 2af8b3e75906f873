// What a button or a form carries through Teams and back, apart from the answers: compact, and read strictly. Whether somebody may do it is the engine's to check.
import { z } from 'zod';
import type { Target } from '../../conversation/notice.ts';

/** `open` a page, `press` something on one, `send` a form, `find` people for one of its questions. */
export type How = 'open' | 'press' | 'send' | 'find';

export type Carried = {
  how: How;
  go: Target;
  /** Which part of a long page; from 1. */
  page: number;
  /** The versions a form was drawn from. */
  drawn: Record<string, number>;
  /** Given when a form was drawn: the same form sent twice with the same answers is one deed. */
  nonce?: string;
  /** The question that people are sought for. */
  field?: string;
  /** The ids of a form's inputs: Teams leaves out those that are empty. */
  asked: string[];
  /** What people are called, by the value of their choice: only values come back. */
  labels: Record<string, string>;
};

/** What stands in an action's `data`, beside the answers that Teams adds to it. */
export type Data = { mentor: Wire; msteams?: { type: 'task/fetch' } };

const short = z.string().min(1).max(100);
const wire = z.strictObject({
  h: z.enum(['open', 'press', 'send', 'find']),
  w: short,
  i: z.record(short, z.string().max(500)).optional(),
  p: short.optional(),
  g: z.int().min(1).max(1000).optional(),
  d: z.record(z.string().max(300), z.number()).optional(),
  n: short.optional(),
  f: short.optional(),
  a: z.array(z.string().min(1).max(200)).max(500).optional(),
  l: z.record(z.string().max(500), z.string().max(500)).optional(),
});
type Wire = z.infer<typeof wire>;

const some = <T extends object>(value: T | undefined): T | undefined =>
  value && Object.keys(value).length > 0 ? value : undefined;

/** The data of an action. */
export function carry(how: How, go: Target, more: Partial<Omit<Carried, 'how' | 'go'>> = {}): Data {
  const [ids, drawn, asked, labels] = [some(go.ids), some(more.drawn), some(more.asked), some(more.labels)];
  const mentor: Wire = {
    h: how,
    w: go.word,
    ...(ids ? { i: ids } : {}),
    ...(go.press === undefined ? {} : { p: go.press }),
    ...(more.page !== undefined && more.page > 1 ? { g: more.page } : {}),
    ...(drawn ? { d: drawn } : {}),
    ...(more.nonce === undefined ? {} : { n: more.nonce }),
    ...(more.field === undefined ? {} : { f: more.field }),
    ...(asked ? { a: asked } : {}),
    ...(labels ? { l: labels } : {}),
  };
  return { mentor };
}

/** The data of an action as they came back; undefined when they are not ours. */
export function readCarried(data: unknown): Carried | undefined {
  const read = z.looseObject({ mentor: wire }).safeParse(data);
  if (!read.success) return undefined;
  const { h, w, i, p, g, d, n, f, a, l } = read.data.mentor;
  return {
    how: h,
    go: { word: w, ...(i ? { ids: i } : {}), ...(p === undefined ? {} : { press: p }) },
    page: g ?? 1,
    drawn: d ?? {},
    ...(n === undefined ? {} : { nonce: n }),
    ...(f === undefined ? {} : { field: f }),
    asked: a ?? [],
    labels: l ?? {},
  };
}

// How a Web API method says no, and how it reads its arguments; the answer itself is written in web-api.ts.

/** A call Slack answers with `ok: false`; thrown by methods, turned into the answer in one place. */
export class Refusal extends Error {
  readonly code: string;
  readonly extra: Record<string, unknown>;
  constructor(code: string, extra: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** A refusal with the lines Slack puts under `response_metadata.messages`. */
export function refusedBecause(code: string, messages: readonly string[]): Refusal {
  return new Refusal(code, { response_metadata: { messages } });
}

export type Args = Record<string, unknown>;

/** A text argument, or undefined when it was not sent or is empty. */
export function textArg(args: Args, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : String(value);
}

/** A text argument the method cannot do without. */
export function neededArg(args: Args, name: string): string {
  const value = textArg(args, name);
  if (value === undefined) throw refusedBecause('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
  return value;
}

/** Forms carry booleans as text. */
export function flagArg(args: Args, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1';
}

/** A whole number between 1 and `most`, or `otherwise` when none was sent. */
export function countArg(args: Args, name: string, otherwise: number, most: number): number {
  const value = textArg(args, name);
  if (value === undefined) return otherwise;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > most) throw new Refusal('invalid_limit');
  return count;
}

/** One page of a list, with Slack's opaque cursor to the next. */
export function pageOf<T>(all: readonly T[], args: Args, most: number): { page: T[]; next: string } {
  const cursor = textArg(args, 'cursor');
  const from = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('from:', ''));
  if (!Number.isInteger(from) || from < 0) throw new Refusal('invalid_cursor');
  const to = from + countArg(args, 'limit', 100, most);
  return { page: all.slice(from, to), next: to < all.length ? Buffer.from(`from:${to}`).toString('base64') : '' };
}

// One JSON line per event: ids, states, durations; never names or answers. Levels: debug, info, warn, error.

export type Level = 'debug' | 'info' | 'warn' | 'error';
const order: Level[] = ['debug', 'info', 'warn', 'error'];
let threshold = order.indexOf('info');
let write = (line: string): void => void process.stderr.write(`${line}\n`);

/** Sets what is logged and where to; called once at the start. */
export function setLog(level: Level, to: (line: string) => void = write): void {
  threshold = order.indexOf(level);
  write = to;
}

/** Writes one line. `facts` hold ids, states, counts and durations only. */
export function log(
  level: Level,
  event: string,
  facts: Record<string, string | number | boolean | undefined> = {},
): void {
  if (order.indexOf(level) < threshold) return;
  write(JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }));
}

/** The kind of an error without what it says: messages may quote what people typed. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name}:${code}` : error.name;
}

/** Where in our files an error arose, without what it says. */
export function errorPlace(error: unknown): string {
  const frame = (error instanceof Error ? error.stack : undefined)
    ?.split('\n')
    .find(line => /\/src\/.*\.ts:\d+/.test(line));
  return frame?.match(/\/(src\/[^)\s]+)/)?.[1] ?? 'unknown';
}

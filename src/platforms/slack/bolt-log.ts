// Bolt's own log lines go into ours without what they quote: they may hold what people typed.
import { type Logger, LogLevel } from '@slack/bolt';
import { log } from '../../log.ts';

/** The first words of a line, up to where Bolt begins to quote. */
const gist = (line: unknown): string => String(line).split(/[:({]/)[0]?.slice(0, 80) ?? '';

/** Only warnings and errors; Bolt's other lines quote whole requests. */
export const boltLog: Logger = {
  debug: () => {},
  info: () => {},
  warn: (...line) => log('warn', 'slack.bolt', { what: gist(line[0]) }),
  error: (...line) => log('warn', 'slack.bolt', { what: gist(line[0]) }),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
};

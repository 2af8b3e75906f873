// What npm install does on the Node that a machine comes with, before it has brought a newer one.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = { optional?: boolean; os?: string[]; cpu?: string[]; engines?: { node?: string } };
const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** The lowest Node that one of the alternatives of a range takes. */
function lowest(range: string): number {
  const majors = range.split('||').map(part => Number(/\d+/.exec(part)?.[0] ?? 0));
  return Math.min(...majors);
}

test('whatever is optional takes Node 20 already: npm leaves out what does not, and all that needs it, without a word', () => {
  const optional = Object.entries(lock.packages).filter(([, one]) => one.optional && !one.os && !one.cpu);
  expect(optional.length).toBeGreaterThan(100);
  const newer = optional.filter(([, one]) => lowest(one.engines?.node ?? '') > 20).map(([name]) => name);
  expect(newer).toEqual([]);
});

// Format, types, structure and unused code, one after the other; with --fast-tests also the tests that need no Redis and no browser.
import { spawnSync } from 'node:child_process';

const steps = [
  ['format and lint', 'biome', ['check', '.']],
  ['types', 'tsc', []],
  ['structure', 'depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src']],
  ['unused code', 'knip', []],
];
if (process.argv.includes('--fast-tests'))
  steps.push([
    'fast tests',
    'vitest',
    ['run', 'test/scheme', 'test/conversation', 'test/features', 'test/matching', 'test/house', 'test/engine'],
  ]);

for (const [what, command, args] of steps) {
  const run = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
  if (run.status !== 0) {
    console.error(`check: ${what} needs attention.`);
    process.exit(run.status ?? 1);
  }
}

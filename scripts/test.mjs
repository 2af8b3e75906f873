// Runs every test and closes with one plain line of counts, which the continuous integration reads.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dir = mkdtempSync(join(tmpdir(), 'mentor-tests-'));

/** One run of the test runner; a run that leaves no report counts as one that went wrong. */
function run(name, args) {
  const report = join(dir, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('node_modules/.bin/vitest', ['run', ...reporters, ...args], { stdio: 'inherit' });
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    const undone = counts.numPendingTests + counts.numTodoTests;
    if (undone > 0) console.error(`${undone} tests did not run; every test must run.`);
    // A file that cannot even be loaded counts no test, but its run ends badly.
    const broken = status !== 0 && counts.numFailedTests === 0 ? 1 : 0;
    return { passed: counts.numPassedTests, failed: counts.numFailedTests + undone + broken };
  } catch {
    console.error('The test runner wrote no report.');
    return { passed: 0, failed: 1 };
  }
}

// Browsers and machines that are killed under load need the cores for themselves, so they go one file at a time, last.
const heavy = ['test/faults/', 'test/e2e/', 'test/journeys/'];
const runs = [
  run(
    'all',
    heavy.map(folder => `--exclude=${folder}**`),
  ),
  run('heavy', ['--no-file-parallelism', ...heavy]),
];
const passed = runs.reduce((sum, one) => sum + one.passed, 0);
const failed = runs.reduce((sum, one) => sum + one.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || runs.some(one => one.passed === 0) ? 1 : 0);

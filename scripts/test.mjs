// Runs every test and closes with one plain line of counts, which the continuous integration reads.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const report = join(mkdtempSync(join(tmpdir(), 'mentor-tests-')), 'report.json');
const vitest = spawn(
  'node_modules/.bin/vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
vitest.on('exit', code => {
  let counts;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.error('The test runner wrote no report.');
    process.exit(1);
  }
  const undone = counts.numPendingTests + counts.numTodoTests;
  if (undone > 0) console.error(`${undone} tests did not run; every test must run.`);
  const failed = counts.numFailedTests + undone;
  console.log(`${counts.numPassedTests} passed, ${failed} failed`);
  process.exit(code || (failed > 0 || counts.numPassedTests === 0 ? 1 : 0));
});

// Breaks one rule or check after the other in a copy of the program and shows the test that goes red; a break that no test notices is said to be so, and the whole is then no success. Arguments are rules (`R16`) and checks (`signature`): all without.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { breaks } from './breaks.mjs';

const home = resolve(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'mentor-mutants-'));
const whole = ['src', 'test', 'docs', 'manifests', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'README.md'];

/** The name of the first test that goes red, or what else is the matter: that none does, or that they do not even begin. */
function outcomeOf(tests) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const args = ['run', '--bail=1', '--reporter=json', `--outputFile=${report}`, ...tests];
  spawnSync(join(home, 'node_modules/.bin/vitest'), args, { cwd: copy, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const red = testResults.flatMap(file => file.assertionResults).find(one => one.status === 'failed');
  if (red) return { red: red.fullName };
  const isBroken = testResults.some(file => file.status === 'failed' || file.assertionResults.length === 0);
  return {
    trouble: isBroken ? `tests of ${tests.join(', ')} do not begin` : `no test of ${tests.join(', ')} goes red`,
  };
}

/** What happens when this rule is broken. */
function tried([rule, how, file, from, to, tests]) {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  if (before.split(from).length !== 2)
    return { rule, how, trouble: `${file} does not have this once any more: ${from}` };
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  try {
    return { rule, how, ...outcomeOf(tests) };
  } finally {
    writeFileSync(path, before);
  }
}

try {
  for (const name of whole) cpSync(join(home, name), join(copy, name), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
  const wanted = process.argv.slice(2);
  const chosen = breaks.filter(([rule]) => wanted.length === 0 || wanted.includes(rule));
  const troubles = chosen.flatMap(one => {
    const { rule, how, red, trouble } = tried(one);
    console.log(`${rule.padEnd(9)} ${how}\n          ${red ? `red: ${red}` : `NOT NOTICED: ${trouble}`}`);
    return trouble ? [rule] : [];
  });
  console.log(`${chosen.length} breaks of rules and checks, ${chosen.length - troubles.length} noticed`);
  if (troubles.length > 0) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

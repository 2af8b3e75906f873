// The real command: each objective on one instance, and everything that ends in one clear line with nothing written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { familyOf, withWishes } from './families.ts';

const FILE = 'test/matching/wishes.json';
const room = mkdtempSync(join(tmpdir(), 'match-'));
const instance = JSON.parse(readFileSync(FILE, 'utf8'));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', ['bin/mentor.js', 'match', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The instance with something else in it, as a file. */
function fileOf(change: object): string {
  const file = join(room, 'instance.json');
  writeFileSync(file, JSON.stringify({ ...instance, ...change }));
  return file;
}

const refused = (line: string) => ({ status: 2, stdout: '', stderr: `${line}\n` });

test.each<[string, string[], number, string[]]>([
  ['most-matched', ['alex sam', 'fatima li', 'jo ewan'], 140, []],
  ['max-score', ['alex sam', 'fatima li', 'jo ewan'], 140, []],
  ['fair-floor', ['alex sam', 'fatima li', 'jo ewan'], 140, []],
  ['stable', ['alex sam', 'fatima ewan'], 100, ['jo ranked-none-reachable']],
  ['first-choices', ['alex sam', 'fatima li', 'jo ewan'], 140, []],
  ['keep-draft', ['alex sam', 'fatima ewan', 'jo li'], 110, []],
])('%s', (objective, pairs, total, unmatched) => {
  const { status, stdout, stderr } = run(FILE, '--objective', objective);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const result = JSON.parse(stdout);
  expect({
    ...result,
    pairs: result.pairs.map((pair: string[]) => pair.join(' ')),
    unmatched: result.unmatched.map((one: { id: string; reason: string }) => `${one.id} ${one.reason}`),
    certificate: 'certificate' in result,
  }).toEqual({
    format: 'mentor-match-result/1',
    objective,
    pairs,
    unmatched,
    total,
    matched: pairs.length,
    certificate: objective === 'most-matched' || objective === 'max-score',
  });
});

test('writes the same into a file, over what was there, and leaves nothing beside it', () => {
  const folder = mkdtempSync(join(room, 'out-'));
  const out = join(folder, 'result.json');
  writeFileSync(out, 'something older and much longer '.repeat(100));
  expect(run('--out', out, '--objective', 'keep-draft', FILE)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(out, 'utf8')).toBe(run(FILE, '--objective', 'keep-draft').stdout);
  expect(readdirSync(folder)).toEqual(['result.json']);
}, 60_000);

test.each<[string, object, string]>([
  [
    'stable',
    { menteePrefs: undefined, mentorPrefs: undefined },
    'The objective stable needs "menteePrefs" and "mentorPrefs" in the instance.',
  ],
  ['keep-draft', { draft: [['jo', 'lee']] }, 'draft[0] names an unknown mentor: lee.'],
  [
    'best',
    {},
    'The objective best is not known; choose most-matched, max-score, fair-floor, stable, first-choices or keep-draft.',
  ],
])('%s with %j: %s', (objective, change, line) => {
  const out = join(mkdtempSync(join(room, 'none-')), 'result.json');
  expect(run(fileOf(change), '--objective', objective, '--out', out)).toEqual(refused(line));
  expect(existsSync(out)).toBe(false);
});

test('an earlier result stays whole when there is no room for the new one, and a place that cannot be is named', () => {
  const folder = mkdtempSync(join(room, 'full-'));
  const out = join(folder, 'result.json');
  writeFileSync(out, 'kept');
  const large = fileOf({ ...withWishes(familyOf('profile', 100, 60, { seed: 1 }), 1, 1, 0) });
  const command = 'ulimit -f 1; exec node_modules/.bin/node bin/mentor.js match "$1" --out "$2"';
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command, 'sh', large, out], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual(refused(`${out} cannot be written.`));
  expect(readFileSync(out, 'utf8')).toBe('kept');
  expect(readdirSync(folder)).toEqual(['result.json']);
  expect(run(FILE, '--out', folder)).toEqual(refused(`${folder} cannot be written.`));
}, 60_000);

test('what is not understood is named, never passed over', () => {
  const usage =
    'match needs the file of an instance, and takes --objective most-matched|max-score|fair-floor|stable|first-choices|keep-draft and --out FILE once each.';
  expect(run()).toEqual(refused(usage));
  expect(run(FILE, '--objectives', 'stable')).toEqual(refused(usage));
  expect(run(FILE, '--objective', 'stable', '--objective', 'stable')).toEqual(refused(usage));
  expect(run(FILE, '--out')).toEqual(refused('--out needs a value.'));
}, 60_000);

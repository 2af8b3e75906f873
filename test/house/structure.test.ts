// The house rules: which room may use which, and the few things no file may do.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('every folder imports only what the house allows it', () => {
  const run = () =>
    execFileSync(
      'node_modules/.bin/depcruise',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src'],
      { cwd: root, encoding: 'utf8' },
    );
  expect(run()).toContain('no dependency violations found');
});

test('only config.ts reads the environment', () => {
  const readers = sources('src').filter(
    file => /process\.env/.test(read(file)) && !['src/config.ts', 'src/cli.ts'].includes(file),
  );
  expect(readers).toEqual([]);
});

test('pure rooms read no clock, draw no chance and call nobody', () => {
  const pure = ['src/scheme', 'src/conversation', 'src/features', 'src/matching'].flatMap(sources);
  const impure = pure.filter(file =>
    /Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|performance\.now\(|setTimeout\(/.test(read(file)),
  );
  expect(impure).toEqual([]);
});

test('pure rooms name no vendor', () => {
  const pure = ['src/scheme', 'src/conversation', 'src/features'].flatMap(sources);
  const code = (file: string): string => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const naming = pure.filter(file => /@slack\/|botbuilder|ioredis|node:sqlite|block_id|views\.open/.test(code(file)));
  expect(naming).toEqual([]);
});

test('every source file says in its first line what it is', () => {
  const silent = sources('src').filter(file => !/^(\/\/ |\/\*\*? )\S/.test(read(file)));
  expect(silent).toEqual([]);
});

test('the program prints nothing but log lines, except from the command line and the demo', () => {
  const printers = sources('src').filter(
    file => /console\.(log|error|warn|info)\(/.test(read(file)) && !/^src\/(cli\.ts|demo\/)/.test(file),
  );
  expect(printers).toEqual([]);
});

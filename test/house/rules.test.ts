// The rules on paper, in the tests and in the ways to break them: each is named by some test, each has a way to be broken, and no way has rotted since the code moved on. That a break is noticed is for `npm run mutants` to show.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

type Break = [name: string, how: string, file: string, from: string, to: string, tests: string[]];

const home = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(home, path), 'utf8');
const list = new URL('../../scripts/breaks.mjs', import.meta.url).href;
const { breaks } = (await import(list)) as { breaks: Break[] };
const rules = [...read('docs/rules.md').matchAll(/^- \*\*(R\d+b?)\*\*/gm)].map(([, number]) => number ?? '');

const testFiles = readdirSync(join(home, 'test'), { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.test.ts'),
);
const TITLE = /\b(?:test|it|describe)(?:\.\w+(?:\([^']*?\))?)*\(\s*(['"`])((?:(?!\1).)*)\1/g;
const titles = testFiles.flatMap(name => [...read(join('test', name)).matchAll(TITLE)].map(found => found[2] ?? ''));

test('every rule is named by its number in the title of a test', () => {
  const named = new Set(titles.flatMap(title => title.match(/\bR\d+b?\b/g) ?? []));
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter(rule => !named.has(rule))).toEqual([]);
});

test('every rule has a way to be broken, and every rule that is broken stands on paper', () => {
  const broken = breaks.map(([name]) => name);
  expect(rules.filter(rule => !broken.includes(rule))).toEqual([]);
  expect(broken.filter(name => /^R\d/.test(name) && !rules.includes(name))).toEqual([]);
});

test('each break finds its place exactly once, and changes something there', () => {
  const lost = breaks.filter(([, , file, from, to]) => read(file).split(from).length !== 2 || from === to);
  expect(lost.map(([name, how]) => `${name}: ${how}`)).toEqual([]);
});

test('each break names tests that are there; this one notices any break, and so is none of them', () => {
  for (const [name, , , , , tests] of breaks) {
    expect(tests, name).not.toEqual([]);
    for (const path of tests) {
      expect(existsSync(join(home, path)), `${name}: ${path}`).toBe(true);
      expect('test/house/rules.test.ts'.startsWith(path), `${name}: ${path}`).toBe(false);
    }
  }
});

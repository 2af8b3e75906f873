// The contract of the platforms: the same journey through the real doors of Slack and of Teams leaves the same on record, the same letters and the same pages.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms } from '../../src/features/features.ts';
import { sentences } from '../../src/platforms/teams/sentences.ts';
import { words as doorWords } from '../../src/platforms/teams/words.ts';
import { summed } from './alike.ts';
import type { Letter, Window } from './hands.ts';
import { begin, FATIMA, JOURNEY, PRIYA } from './journey.ts';
import { aSide, everybody, type Side } from './sides.ts';

let slack: Side;
let teams: Side;

beforeAll(async () => {
  [slack, teams] = await Promise.all([aSide('slack'), aSide('teams')]);
});
afterAll(() => Promise.all([slack?.close(), teams?.close()]));

/** What only one side has on record. */
async function apart(): Promise<{ slack: string[]; teams: string[] }> {
  const [here, there] = await Promise.all([summed(slack), summed(teams)]);
  return { slack: here.filter(line => !there.includes(line)), teams: there.filter(line => !here.includes(line)) };
}

/** Slack draws a mention as an account that its client puts a name to, Teams as the name itself. */
const names = new RegExp(everybody.map(one => one.realName).join('|'), 'g');
const platform = /On (Slack|Microsoft Teams)\./g;
const bare = (text: string): string =>
  text
    .replace(/<@\w+>/g, '')
    .replace(names, '')
    .replace(platform, '')
    .replace(/[•\s]+/g, ' ')
    .replace(/ (?=[.,])/g, '');

/** What the Teams door says by itself: a page waits behind a button, and a greeting where the bot is installed. */
const doorsOwn: ReadonlySet<string> = new Set([doorWords.ready, sentences.homeSummary]);
const read = (letters: Letter[]): string[][] =>
  letters.filter(({ line }) => !doorsOwn.has(line)).map(({ line, words }) => [bare(line), bare(words) || bare(line)]);

/** A form is compared by its questions: what can be chosen stands in menus that are drawn differently. */
const page = ({ title, words, questions }: Window): unknown =>
  questions.length > 0 ? { title, questions } : { title, words: bare(words) };

/** The words are looked at while somebody has a mentor. */
const MET = 6;

const step = (_name: string, tell: (side: Side) => Promise<void>): void => {
  test('leaves the same on record and the same letters', async () => {
    await tell(slack);
    await tell(teams);
    expect(await apart()).toEqual({ slack: [], teams: [] });
  });

  test('everybody reads the same', () => {
    for (const { id } of everybody) expect(read(teams.as(id).letters())).toEqual(read(slack.as(id).letters()));
    for (const channel of ['forum', 'alerts'] as const)
      expect(read(teams.as(PRIYA).posts(teams[channel]))).toEqual(read(slack.as(PRIYA).posts(slack[channel])));
  });
};

describe.each(JOURNEY.slice(0, MET))('%s', step);

describe('the words', () => {
  const listed = rooms.flatMap(room => room.pages).filter(one => one.help !== undefined);
  const lines = ['| word | in Slack | in Teams |', '| --- | --- | --- |'];

  test.each(listed.map(one => [one.word, one.for === 'coordinator' ? PRIYA : FATIMA]))(
    '%s leads to the same page on both',
    async (word, who) => {
      const pages: Window[] = [];
      for (const side of [slack, teams]) {
        const hand = side.as(who);
        await hand.word(word);
        const window = hand.window();
        if (!window) throw new Error(`${word} opened nothing on ${side.name}`);
        pages.push(window);
        await hand.close();
      }
      const [inSlack, inTeams] = pages as [Window, Window];
      expect(page(inTeams)).toEqual(page(inSlack));
      lines.push(`| \`${word}\` | window *${inSlack.title}* | dialog *${inTeams.title}* |`);
    },
  );

  test('looking left nothing on record, and the table in the README is the one found here', async () => {
    expect(await apart()).toEqual({ slack: [], teams: [] });
    console.log(lines.join('\n'));
    expect(lines.length).toBe(listed.length + 2);
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').split('\n');
    const from = readme.indexOf(lines[0] ?? '');
    expect(readme.slice(from, readme.indexOf('', from))).toEqual(lines);
  });
});

describe.each(JOURNEY.slice(MET))('%s', step);

test('the platforms took everything as it was', () => {
  expect([...slack.refused(), ...teams.refused()]).toEqual([]);
});

test('what is on record differs as soon as only one side has done something', async () => {
  await begin(slack.as('UCHEN'), 'Find a mentor', 'UCHEN');
  const { slack: only } = await apart();
  expect(only.length).toBeGreaterThan(0);
});

// A mixed pair on two processes and one Redis: an exit is told once in each co-ordinators' channel, *Read* in one updates the other, and whichever process is killed wherever, Slack hears exactly once and Teams never not at all.
import { afterAll, describe, expect, test } from 'vitest';
import { alertsChannel } from '../../src/demo/seed.ts';
import { slackHand, teamsHand } from '../contract/hands.ts';
import { oidOf } from '../contract/sides.ts';
import { alertsIn, goesAtIt } from './bad-days.ts';
import { onRedis } from './exit-run.ts';
import { alertsInTeams, aMixedPair, type Door, type MixedEnding, tellMixed } from './mixed-run.ts';
import { standBy } from './mortal-bot.ts';

const lives = standBy(4);
const place = onRedis();
afterAll(async () => {
  await lives.close();
  await place.close();
});

describe('two processes serve one scheme', () => {
  test('an exit in Slack: one alert on each side, the partner is told in Teams, and Read in Slack shows in Teams', async () => {
    const mixed = await aMixedPair(lives, place);
    try {
      const { standIn, tenant } = mixed;
      const alex = teamsHand(tenant.standIn.as(oidOf('UALEX')));
      const greeted = alex.letters().length;
      expect(await goesAtIt(standIn.as('USAM'))).toBe(true);
      await mixed.quiet();
      expect(alertsIn(standIn)).toHaveLength(1);
      expect(alertsInTeams(mixed)).toHaveLength(1);
      expect(alertsInTeams(mixed)[0]?.words).toMatch(/Sam Okafor/);
      const notices = alex.letters().slice(greeted);
      expect(notices).toHaveLength(1);
      await alex.openLetter();
      expect(alex.window()?.words).toMatch(/not paired any more/);
      const priya = slackHand(standIn.as('UPRIYA'));
      await priya.pressPost(alertsChannel.id, alertsIn(standIn)[0]?.ts ?? '', 'Read');
      await mixed.quiet();
      expect(alertsInTeams(mixed)).toHaveLength(1);
      expect(alertsInTeams(mixed)[0]?.words).toMatch(/Read by Priya Nair/);
      expect(slackHand(standIn.as('UPRIYA')).posts(alertsChannel.id)[0]?.words).toMatch(/Read by/);
    } finally {
      await mixed.close();
    }
  }, 60_000);

  test('an exit in Teams: the same, and Read in Teams shows in Slack', async () => {
    const mixed = await aMixedPair(lives, place);
    try {
      const { standIn, tenant } = mixed;
      const alex = teamsHand(tenant.standIn.as(oidOf('UALEX')));
      await alex.word('exit');
      await alex.fill({ 'Does Sam Okafor know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
      await alex.submit();
      await alex.press('End the pairing');
      expect(alex.window()?.title).toBe('Ended');
      await mixed.quiet();
      expect(alertsIn(standIn)).toHaveLength(1);
      expect(alertsInTeams(mixed)).toHaveLength(1);
      const sam = slackHand(standIn.as('USAM'));
      await sam.openLetter();
      expect(sam.window()?.words).toMatch(/not paired any more/);
      const owen = teamsHand(tenant.standIn.as(oidOf('UOWEN')));
      await owen.pressPost(tenant.alerts, alertsInTeams(mixed)[0]?.id ?? '', 'Read');
      await mixed.quiet();
      const [inSlack, ...more] = slackHand(standIn.as('UPRIYA')).posts(alertsChannel.id);
      expect([inSlack?.words, more]).toEqual([expect.stringMatching(/Read by Owen Hughes/), []]);
    } finally {
      await mixed.close();
    }
  }, 60_000);
});

const REPEAT = /may be a repeat/;

/** Slack: once. Teams, where nobody can ask whether a message arrived: at least once, and what comes again says so. */
function wrongIn({ slack, teams, notices, ...rest }: MixedEnding): string[] {
  const { state, told, waiting, seen } = rest;
  const isMarked = (letters: { line: string; words: string }[]): boolean =>
    letters.slice(1).every(({ line, words }) => REPEAT.test(`${line} ${words}`));
  return [
    ...(slack.length === 1 && !REPEAT.test(slack[0] ?? '') ? [] : [`Slack: ${slack.length} alerts`]),
    ...(teams.length === 1 || teams.length === 2 ? [] : [`Teams: ${teams.length} alerts`]),
    ...(notices.length === 1 || notices.length === 2 ? [] : [`Teams: ${notices.length} notices`]),
    ...(isMarked(teams) && isMarked(notices) ? [] : ['a repeat that does not say so']),
    ...(state === 'ended-early' && told === 1 && waiting === 0 && seen
      ? []
      : [JSON.stringify({ state, told, waiting, seen })]),
  ];
}

test('killed at every point of either process', async () => {
  const undisturbed = await tellMixed({ lives, place });
  expect(wrongIn(undisturbed)).toEqual([]);
  expect([undisturbed.teams.length, undisturbed.notices.length]).toEqual([1, 1]);
  expect(undisturbed.points.slack).toContain('after chat.postMessage');
  expect(undisturbed.points.teams.filter(name => /^after POST /.test(name)).length).toBeGreaterThanOrEqual(2);
  const rest = (['slack', 'teams'] as Door[]).flatMap(door =>
    undisturbed.points[door].map((name, n) => ({ door, point: n + 1, name })),
  );
  const many = rest.length;
  const wrong: unknown[] = [];
  let deaths = 0;
  let repeats = 0;
  const lane = async (): Promise<void> => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const ending = await tellMixed({ lives, place, deadly: next });
      deaths += ending.died ? 1 : 0;
      repeats += ending.teams.length + ending.notices.length - 2;
      const problems = wrongIn(ending);
      if (problems.length > 0) wrong.push({ ...next, problems });
    }
  };
  await Promise.all([lane(), lane()]);
  expect(wrong).toEqual([]);
  expect(deaths).toBeGreaterThan(many / 2);
  console.log(`${many} points, ${deaths} deaths: one alert each in Slack; in Teams ${repeats} repeats, all marked`);
}, 600_000);

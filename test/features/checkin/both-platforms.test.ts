// Rounds in a scheme that is on both platforms: a post in each forum, with its own people, and nobody given away by standing among few.
import { describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { namesPerPost } from '../../../src/features/checkin/round.ts';
import { LIMITS } from '../../../src/platforms/teams/limits.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Person, Scheme } from '../../../src/scheme/kinds.ts';
import { words } from '../page.ts';
import { accountOf, somebody } from '../people.ts';
import { aStory, type Story } from '../story.ts';
import { crowd, FORUM, named, SLOT, said, TO_SLOT, to, two, viewOf, withPerson } from './begin.ts';

const TEAMS_FORUM = 'teams/X/19:forum@thread.tacv2';
const both: Partial<Scheme> = { forum: [FORUM, TEAMS_FORUM] };
const inTeams = (id: string): string => `teams/X/${id}`;
const story = (records: Put[], scheme: Partial<Scheme> = both): Promise<Story> =>
  aStory(records, { nextRoundAt: SLOT, ...scheme }, undefined, ['slack/T1', 'teams/X']);

/** The same people, of whom some are in Teams, and some in both. */
const moved = (records: Put[], accounts: (n: number) => string[]): Put[] =>
  records.map(one =>
    one.kind === 'person' ? put('person', { ...one.value, accounts: accounts(Number(one.value.id.slice(1))) }) : one,
  );

describe('a round in two forums', () => {
  test('each post names those who have an account there; the names fit the platform', async () => {
    const records = moved(crowd(50, []), n =>
      n % 4 === 0 ? [inTeams(`p${n}`)] : n % 10 === 2 ? [accountOf(`p${n}`), inTeams(`p${n}`)] : [accountOf(`p${n}`)],
    );
    const on = await story(records);
    await on.later(TO_SLOT);
    const [slack, teams] = [to(on, FORUM), to(on, TEAMS_FORUM)].map(posts => posts.map(one => named(one.notice)));
    expect([slack?.length, teams?.length]).toEqual([1, 1]);
    expect(slack?.flat().every(account => account.startsWith('slack/T1/'))).toBe(true);
    expect(teams?.flat().every(account => account.startsWith('teams/X/'))).toBe(true);
    expect([slack?.flat().length, teams?.flat().length]).toEqual([12, 16]);
    await on.close();
  });

  test('where fewer than ten would stand in one of them, nobody is named there', async () => {
    const records = moved(crowd(40, []), n => (n < 18 ? [inTeams(`p${n}`)] : [accountOf(`p${n}`)]));
    const on = await story(records);
    await on.later(TO_SLOT);
    expect(named(to(on, FORUM)[0]?.notice)).toHaveLength(11);
    expect(to(on, TEAMS_FORUM)).toHaveLength(1);
    expect(named(to(on, TEAMS_FORUM)[0]?.notice)).toEqual([]);
    expect((await on.read('round', '1'))?.namedIn).toEqual(['slack/T1']);
    await on.close();
  });

  test('in Teams a post holds fewer names, so it takes several; nobody stands in two', async () => {
    const people = Array.from(
      { length: 250 },
      (_, i) => somebody(`p${i}`, `P ${i}`, { mention: true, joinedAt: i, accounts: [inTeams(`p${i}`)] })[1]!,
    );
    const on = await story(people);
    await on.later(TO_SLOT);
    const posts = to(on, TEAMS_FORUM).map(one => named(one.notice));
    expect(posts.map(one => one.length)).toEqual([80, 80, 80, 10]);
    expect(new Set(posts.flat()).size).toBe(250);
    expect(to(on, FORUM).map(one => named(one.notice))).toEqual([[]]);
    await on.close();
  });

  test('no post asks for more names than the platform takes', () => {
    expect(namesPerPost['teams']).toBeLessThanOrEqual(LIMITS.mentions);
  });

  test('how many have answered stands in both', async () => {
    const pairs = Array.from({ length: 6 }, (_, i): [number, number] => [2 * i, 2 * i + 1]);
    const on = await story(moved(crowd(24, pairs), n => (n % 2 ? [inTeams(`p${n}`)] : [accountOf(`p${n}`)])));
    await on.later(TO_SLOT);
    for (let i = 0; i < 12; i += 2)
      await on.press(accountOf(`p${i}`), 'checkin', 'nothing', { pairing: `p${i}+p${i + 1}` });
    await on.later(60_000);
    for (const forum of [FORUM, TEAMS_FORUM])
      expect(said(to(on, forum)[0]?.notice)).toContain('6 people have answered so far.');
    await on.close();
  });

  test('an observer of both forums sees the same posts, whoever is paired, and with whom across', async () => {
    const across = Array.from({ length: 15 }, (_, i): [number, number] => [i, 39 - i]);
    const sides = (n: number): string[] => (n < 20 ? [accountOf(`p${n}`)] : [inTeams(`p${n}`)]);
    const posts = [];
    for (const paired of [across, [], across.slice(0, 4)]) {
      const on = await story(
        moved(
          crowd(40, paired, {}, i => i % 3 !== 1),
          sides,
        ),
      );
      await on.later(TO_SLOT + 28 * DAY);
      posts.push([FORUM, TEAMS_FORUM].map(forum => to(on, forum).map(one => one.notice)));
      await on.close();
    }
    expect(posts[0]?.map(one => one.length)).toEqual([2, 2]);
    expect(posts[1]).toEqual(posts[0]);
    expect(posts[2]).toEqual(posts[0]);
  });
});

describe('whoever sees no post', () => {
  const alexIn = (accounts: string[], more: Partial<Person> = {}): Put[] =>
    withPerson(two(), 'alex', { accounts, ...more });

  test('gets a direct message: their platform has no forum, or it is lost', async () => {
    const lost = { ...both, troubles: { [`channel:${TEAMS_FORUM}`]: 1 } };
    for (const scheme of [{ forum: [FORUM] }, lost]) {
      const on = await story(alexIn([inTeams('alex')]), scheme);
      await on.later(TO_SLOT);
      expect(to(on, FORUM)).toHaveLength(1);
      expect(to(on, inTeams('alex')).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
      expect(to(on, accountOf('sam'))).toEqual([]);
      await on.close();
    }
  });

  test('not so with an account where it stands, or who chose none', async () => {
    for (const records of [
      alexIn([inTeams('alex'), accountOf('alex')]),
      alexIn([inTeams('alex')], { checkins: 'none' }),
    ]) {
      const on = await story(records, { forum: [FORUM] });
      await on.later(TO_SLOT);
      expect([...to(on, inTeams('alex')), ...to(on, accountOf('alex'))]).toEqual([]);
      await on.close();
    }
  });

  test('one forum is found to be lost only when posting: those who are only there are asked then, and the other is not posted again', async () => {
    const on = await story(alexIn([inTeams('alex')]));
    const send = on.box.door.send;
    on.box.door.send = async (address, out) =>
      address === TEAMS_FORUM ? { gone: 'channel', why: 'deleted' } : send(address, out);
    await on.later(TO_SLOT);
    await on.settle();
    expect(to(on, FORUM)).toHaveLength(1);
    expect(to(on, inTeams('alex')).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
    expect(to(on, accountOf('sam'))).toEqual([]);
    await on.close();
  });
});

test('the preview says for each app who would be named', async () => {
  const on = await story(moved(crowd(40, [[0, 1]]), n => (n < 18 ? [inTeams(`p${n}`)] : [accountOf(`p${n}`)])));
  const shown = words(viewOf(await on.open('slack/T1/UC1', 'checkin.now')).parts);
  expect(shown).toContain('Slack: 11 people');
  expect(shown).toContain('Microsoft Teams: nobody (9 asked to be');
  await on.close();
});

// A co-ordinator puts two people together by hand: what they read first, what stands in the way, and that no list is given away by it.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { fitOf } from '../../../src/matching/score.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { whyFromCards } from '../../../src/scheme/why.ts';
import { aMentee, aMentor, choosing, keptApart, readIn } from '../choose/pool.ts';
import { aCard, accountOf } from '../people.ts';
import { aPairing } from '../records.ts';
import type { Story } from '../story.ts';
import { aScheme, NOW } from '../turn.ts';

let story: Story;
afterEach(() => story?.close());
const COORDINATOR = 'slack/T1/UC1';
const two = { mentee: 'alex', mentor: 'sam' };

const begin = async (records: Put[], more: Parameters<typeof aScheme>[0] = {}): Promise<void> => {
  story = await choosing(records, { matchingMode: 'coordinator', ...more });
};
const look = async (ids: Record<string, string> = two, who = COORDINATOR) =>
  readIn(await story.open(who, 'match.propose', ids));

describe('proposing by hand', () => {
  test('both are named in one form, the fit is read in words, and the mentee is asked first (R13)', async () => {
    await begin([...aMentee('alex'), ...aMentor('sam')]);
    expect(readIn(await story.open(COORDINATOR, 'desk'))).toMatch(/One mentee waits for you to think of a mentor/);
    expect(readIn(await story.open(COORDINATOR, 'match.waiting'))).toMatch(/alex Mentee/);
    const form = await story.open(COORDINATOR, 'match.two', { mentee: 'alex' });
    const pair = await story.send(COORDINATOR, form, { mentee: ['p:alex'], mentor: ['p:sam'] });
    expect(readIn(pair)).toMatch(/shares 1 of the mentee’s 2 topics: Building a network/);
    const line = 'You both know the same building.';
    const done = await story.send(COORDINATOR, pair, { line });
    expect(readIn(done)).toMatch(/alex Mentee is asked now, and has until Monday 30 November 2026/);
    await story.settle();
    expect(story.box.messages.map(message => message.to)).toEqual([accountOf('alex')]);
    for (const id of ['alex-mentee', 'sam-mentor'])
      expect(await story.read('registration', id)).toMatchObject({ state: 'full', taken: 1 });
    const asked = readIn(await story.open(accountOf('alex'), 'proposal'));
    expect(asked).toMatch(/A question about a match/);
    expect(readIn(await story.open(accountOf('sam'), 'home'))).toMatch(/among the scheme’s mentors/);
  });

  test('sent twice at once, one proposal', async () => {
    await begin([...aMentee('alex'), ...aMentor('sam')]);
    const form = await story.open(COORDINATOR, 'match.propose', two);
    const said = await Promise.all([1, 2].map(() => story.send(COORDINATOR, form, {})));
    expect(said.map(readIn).filter(text => /is asked now/.test(text))).toHaveLength(1);
    expect(await story.read('registration', 'sam-mentor')).toMatchObject({ taken: 1 });
  });

  test('the same person twice is asked about again, with nothing lost', async () => {
    await begin([...aMentee('alex'), ...aMentor('alex').slice(-2)]);
    const form = await story.open(COORDINATOR, 'match.two');
    const again = await story.send(COORDINATOR, form, { mentee: ['p:alex'], mentor: ['p:alex'] });
    expect(again).toMatchObject({ problems: { mentor: 'Please choose two different people.' } });
  });
});

describe('what stands in the way', () => {
  test('is said in words, each for itself', async () => {
    await begin([
      ...aMentee('alex', { place: { state: 'full', taken: 1 } }),
      ...aMentor('sam', { place: { state: 'full', taken: 1 } }),
      ...aMentor('bo', { place: { state: 'paused' } }),
      ...aMentor('cy', { place: { state: 'resting' } }),
      ...aMentor('di', { place: { state: 'accepted', training: 'needed' } }),
    ]);
    const way = (mentor: string) => look({ mentee: 'alex', mentor });
    expect(await way('sam')).toMatch(
      /alex Mentee has a mentor, or a match is under way.\nsam Mentor has no free place/,
    );
    expect(await way('bo')).toMatch(/bo Mentor has paused/);
    expect(await way('cy')).toMatch(/taking a break/);
    expect(await way('di')).toMatch(/a step is still open/);
    expect(await look({ mentee: 'sam', mentor: 'alex' })).toMatch(
      /not registered as a mentee.*not registered as a mentor/s,
    );
  });

  test('one sentence for either one’s list, for a former pair and for an account that is gone (R12, R49)', async () => {
    await begin([
      ...aMentee('alex'),
      ...aMentor('sam'),
      ...aMentor('bo'),
      ...aMentor('cy'),
      ...aMentor('di', { person: { goneAt: NOW } }),
      keptApart('alex', 'sam'),
      keptApart('bo', 'alex'),
      put('pairing', aPairing('cy', 'alex', { state: 'ended-early', endedAt: NOW - DAY })),
    ]);
    const said = await Promise.all(['sam', 'bo', 'cy', 'di'].map(mentor => look({ mentee: 'alex', mentor })));
    const ways = said.map(text => /What stands in the way\n(.*)\nNobody/.exec(text)?.[1]);
    expect(new Set(ways)).toEqual(new Set(['These two cannot be proposed to each other.']));
    const sent = await story.engine.host.act({
      op: 'forged',
      account: COORDINATOR,
      place: 'window',
      did: { what: 'submit', target: { word: 'match.propose', ids: two }, answers: { line: 'x' }, drawn: {} },
    });
    expect(readIn(sent)).toMatch(/cannot be proposed/);
    expect(await story.read('registration', 'sam-mentor')).toMatchObject({ taken: 0 });
  });

  test('a co-ordinator puts themselves to nobody, and reads nothing of the other either', async () => {
    const known = { [COORDINATOR]: 'c1', [accountOf('sam')]: 'sam' };
    await begin([...aMentee('alex'), ...aMentor('sam')], {
      coordinators: Object.keys(known),
      coordinatorPersons: known,
    });
    const shown = await look(two, accountOf('sam'));
    expect(shown).toMatch(/Another co-ordinator sees to it/);
    expect(shown).not.toMatch(/alex Mentee/);
  });
});

test('a mentee whose own list came to nothing is not looking any more once somebody is proposed', async () => {
  const wish = { id: 'alex', person: 'alex', left: [], asked: ['bo'], at: NOW, closedTo: ['bo'] };
  await begin([...aMentee('alex'), ...aMentor('sam'), put('wish', { ...wish, state: 'over' })], {
    matchingMode: 'mentee',
  });
  const looking = async () => readIn(await story.open(COORDINATOR, 'choose.looking'));
  expect(await looking()).toMatch(/alex Mentee/);
  const form = await story.open(COORDINATOR, 'match.propose', two);
  await story.send(COORDINATOR, form, {});
  expect(await looking()).not.toMatch(/alex Mentee/);
});

test('what two people share is read off their cards just as the matching finds it', () => {
  const scheme = aScheme({ sites: [] });
  const some = (keys: string[]) => fc.subarray(keys);
  const card = fc.record({
    topics: fc.shuffledSubarray(
      scheme.topics.map(one => one.key),
      { maxLength: 5 },
    ),
    areas: some(['it', 'arts', 'field']),
    modes: some(['video', 'phone', 'chat']),
    slots: some(['mon-am', 'tue-pm', 'fri-am']),
    stage: fc.option(fc.constantFrom(...scheme.stages.map(one => one.key)), { nil: undefined }),
    site: fc.option(fc.constantFrom('north', 'south'), { nil: undefined }),
  });
  const asMatching = (id: string, { stage, site, ...rest }: typeof card extends fc.Arbitrary<infer T> ? T : never) => ({
    ...rest,
    id,
    site: site ?? null,
    stage: stage === undefined ? null : scheme.stages.findIndex(one => one.key === stage),
  });
  fc.assert(
    fc.property(card, card, (one, other) => {
      const [mentee, mentor] = [aCard('alex', 'mentee', 'Alex'), aCard('sam', 'mentor', 'Sam')];
      const {
        score: _score,
        parts: _parts,
        ...facts
      } = fitOf(
        { ...asMatching('alex', one), wants: 1, areaWish: 'any', waitedBefore: false },
        { ...asMatching('sam', other), capacity: 1 },
      );
      expect(whyFromCards({ ...mentee, ...one }, { ...mentor, ...other }, scheme)).toEqual(facts);
    }),
  );
});

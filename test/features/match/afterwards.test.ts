// Questions about a match: why not these two, why was I not matched, who is missing; and two who are never to be put together.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import type { Run } from '../../../src/scheme/kinds.ts';
import { leads } from '../page.ts';
import { aRegistration } from '../records.ts';
import {
  accountOf,
  COORDINATOR,
  type Matching,
  matching,
  OTHER,
  pairsOf,
  preview,
  readable,
  release,
  somebody,
  viewIn,
} from './matching.ts';

beforeAll(() => setLog('error'));
let bot: Matching;
afterEach(() => bot.close());

const mentee = (id: string, topics: string[], more = {}) => somebody(id, 'mentee', { card: { topics, ...more } });
const mentor = (id: string, topics: string[], more = {}) => somebody(id, 'mentor', { card: { topics, ...more } });
const page = async (who: string, word: string, ids = {}): Promise<string> =>
  readable(viewIn(await bot.act(who, word, ids)));

describe('why not these two?', () => {
  const ask = async (run: Run, one: string, other: string, who = COORDINATOR) => {
    const reply = await bot.submit(who, 'match.why', { run: run.id }, { mentee: [`p:${one}`], mentor: [`p:${other}`] });
    await bot.settle();
    return reply;
  };
  const answered = async (run: Run, one: string, other: string): Promise<string> => {
    await ask(run, one, other);
    return page(COORDINATOR, 'match.answers', { run: run.id });
  };

  test('each true reason in words, and what it would mean for whom; never in points', async () => {
    bot = await matching([
      ...mentee('e1', ['career'], { modes: ['video'] }),
      ...mentee('e2', ['career'], { modes: ['video', 'phone'] }),
      ...mentor('m1', ['career'], { modes: ['video'] }),
      ...mentor('m2', ['career'], { modes: ['phone'] }),
      ...somebody('m3', 'mentor', { place: { state: 'paused' } }),
      put('exclusions', { id: 'e1', person: 'e1', not: [], closedTo: [] }),
    ]);
    const run = await preview(bot);
    expect(await pairsOf(bot, run)).toEqual(['e1 m1', 'e2 m2']);
    expect(await answered(run, 'e1', 'm1')).toContain('They are a pair in this preview.');
    expect(await answered(run, 'e1', 'm2')).toContain('no way of meeting in common');
    expect(await answered(run, 'e1', 'm3')).toContain('not looking at present');
    const costs = await answered(run, 'e2', 'm1');
    expect(costs).toContain('1 person fewer would have a mentor');
    expect(costs).toContain('e1 Able');
    expect(costs).not.toMatch(/\bpoints?\b|\b70\b/);
    expect((await bot.one('run', run.id)).answers).toHaveLength(4);
  });

  test('R17: an answer goes with the preview it speaks of, and none outlives the matching', async () => {
    bot = await matching([...mentee('e1', ['career']), ...mentor('m1', ['career']), ...mentor('m2', ['career'])]);
    const run = await preview(bot);
    await ask(run, 'e1', 'm1');
    expect((await bot.one('run', run.id)).answers).toHaveLength(1);
    await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'again');
    await bot.settle();
    expect((await bot.one('run', run.id)).answers).toEqual([]);
    await ask(run, 'e1', 'm2');
    await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
    await bot.settle();
    expect(await bot.one('run', run.id)).toMatchObject({ state: 'released', answers: [] });
  });

  test('a co-ordinator does not ask about themselves, nor read what concerns them', async () => {
    bot = await matching(
      [...mentee('e1', ['career']), ...mentor('m1', ['career']), put('account', { id: OTHER, person: 'm1' })],
      { coordinatorPersons: { [OTHER]: 'm1' } },
    );
    const run = await preview(bot);
    const own = await ask(run, 'e1', 'm1', OTHER);
    expect(own.show === 'form' && own.problems).toMatchObject({
      mentee: expect.stringContaining('another co-ordinator'),
    });
    await ask(run, 'e1', 'm1');
    expect(await page(OTHER, 'match.answers', { run: run.id })).not.toContain('e1 Able');
    expect(readable(viewIn(await bot.act(accountOf('e1'), 'match.answers', { run: run.id })))).not.toContain('Able');
  });
});

describe('why was I not matched?', () => {
  test('whoever was left over, asked, or not looked at can read it months later; a mentor who is being asked about cannot', async () => {
    bot = await matching([
      ...mentee('e1', ['career'], { modes: ['video'] }),
      ...mentee('e2', ['career'], { modes: ['phone'] }),
      ...mentor('m1', ['career'], { modes: ['video'] }),
      ...somebody('m2', 'mentor', { place: { state: 'paused', formerState: 'available' } }),
      ...somebody('e3', 'mentee', { place: { state: 'accepted', training: 'needed' } }),
      put('exclusions', { id: 'm1', person: 'm1', not: [{ person: 'e2', why: 'asked', at: 1 }], closedTo: ['e2'] }),
    ]);
    await release(bot);
    await bot.daysLater(120);
    expect(await page(accountOf('e1'), 'match.mine')).toContain('There was somebody for you');
    const left = await page(accountOf('e2'), 'match.mine');
    expect(left).toContain('1 mentor was looked at for you');
    // R12: neither that there is a list, nor whose it is.
    expect(left).not.toMatch(/must not|list|m1|paired/);
    expect(await page(accountOf('m2'), 'match.mine')).toContain('because you had paused');
    expect(await page(accountOf('e3'), 'match.mine')).toContain('the mentee briefing');
    // R13: of the proposal the mentor knows nothing.
    expect(await page(accountOf('m1'), 'match.mine')).toContain('No pairs have been looked for');
    const told = await page(COORDINATOR, 'match.person', { person: 'e2' });
    expect(told).toContain('must not be paired');
  });

  test('nobody reads another person’s, whatever ids they bring; a co-ordinator’s own is said in everybody’s words', async () => {
    bot = await matching([
      ...mentee('e1', ['career']),
      ...mentor('m1', ['career']),
      ...mentee('c1', ['career']),
      put('account', { id: OTHER, person: 'c1' }),
    ]);
    await release(bot);
    const other = await bot.act(accountOf('m1'), 'match.person', { person: 'e1' });
    expect(readable(viewIn(other))).not.toContain('e1 Able');
    expect(await page(OTHER, 'match.person', { person: 'c1' })).toContain('your own');
  });

  test('a hundred and more who were not looked at are all noted, once, also after a crash', async () => {
    const paused = Array.from({ length: 130 }, (_, n) =>
      put('registration', aRegistration(`w${n}`, 'mentee', { state: 'paused', formerState: 'available' })),
    );
    bot = await matching([...mentee('e1', ['career']), ...mentor('m1', ['career']), ...paused]);
    const run = await release(bot);
    expect(run.state).toBe('released');
    const notes = await bot.all('matchnote');
    expect(notes.filter(note => note.outcome === 'not-considered')).toHaveLength(130);
    expect(new Set(notes.map(note => note.id)).size).toBe(131);
  });
});

describe('the call that fills the gap', () => {
  const seven = () => [
    ...Array.from({ length: 7 }, (_, n) => mentee(`e${n}`, ['registration', 'career'])).flat(),
    ...mentor('m1', ['career']),
  ];

  test('who is missing is said in numbers that hold, and becomes a post that names nobody, with an offer that is prefilled', async () => {
    bot = await matching(seven(), { maxMentees: 2 });
    const run = await preview(bot);
    expect(run.call).toEqual({ topic: 'registration', site: null, mentors: 3, matches: 6 });
    const shown = await page(COORDINATOR, 'match.left', { run: run.id });
    expect(shown).toContain('3 mentors for “Professional registration” would match 6 people');
    const form = await bot.act(COORDINATOR, 'match.call', { run: run.id });
    const draft = form.show === 'form' ? String((form.form.values as unknown as { text: string }).text) : '';
    expect(draft).toContain('3 mentors who can talk about “Professional registration”');
    expect(draft).toContain('6 colleagues');
    expect(draft).not.toMatch(/e\d|Able/);
    await bot.submit(COORDINATOR, 'match.call', { run: run.id }, { text: 'Could you help three of us? <!channel>' });
    expect(await page(COORDINATOR, 'match.left', { run: run.id })).toMatch(/has been posted in the forum\.(?!.*Draft)/);
    await bot.submit(OTHER, 'match.call', { run: run.id }, { text: 'A second one' });
    await bot.settle();
    const posts = bot.sent.filter(({ to }) => to === 'slack/T1/CFORUM');
    expect(posts).toHaveLength(1);
    expect(posts[0]?.notice.buttons).toMatchObject([
      {
        label: 'Offer to mentor',
        to: { word: 'register.offer', ids: { role: 'mentor', route: 'forum', topic: 'registration' } },
      },
    ]);
  });

  test('R55: fewer than five are not counted in the forum', async () => {
    bot = await matching([...mentee('e1', ['safety']), ...mentee('e2', ['career']), ...mentor('m1', ['career'])]);
    const run = await preview(bot);
    const form = await bot.act(COORDINATOR, 'match.call', { run: run.id });
    const draft = form.show === 'form' ? String((form.form.values as unknown as { text: string }).text) : '';
    expect(draft).toContain('some colleagues');
  });

  test('with nobody left over there is no call to be made', async () => {
    bot = await matching([...mentee('e1', ['career']), ...mentor('m1', ['career'])]);
    const run = await preview(bot);
    expect(run.call).toBeUndefined();
    expect(await page(COORDINATOR, 'match.call', { run: run.id })).toContain('no call to be made');
  });
});

test('R12: two whom a co-ordinator keeps apart are never put together again, in no way of matching, and neither is told', async () => {
  bot = await matching([...mentee('e1', ['career']), ...mentor('m1', ['career'])]);
  const run = await preview(bot);
  const ids = { run: run.id, page: '0', mentee: 'e1', mentor: 'm1' };
  expect(leads(viewIn(await bot.act(COORDINATOR, 'match.pair', ids)))).toContain('match.pair!apart');
  await bot.act(COORDINATOR, 'match.pair', ids, 'apart');
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'restore');
  await bot.settle();
  expect((await bot.one('run', run.id)).pairs).toBe(0);
  expect(await bot.one('exclusions', 'e1')).toMatchObject({
    not: [{ person: 'm1', emailHash: 'hash-m1', why: 'apart' }],
  });
  expect(await bot.one('exclusions', 'm1')).toMatchObject({
    not: [{ person: 'e1', emailHash: 'hash-e1', why: 'apart' }],
  });
  expect(bot.sent).toEqual([]);
});

// A mentee's own choice, on the real engine and a real store: who can be seen, one asked after the other, taking back, and what nobody else may know.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { buttonsOf, leads } from '../page.ts';
import { accountOf } from '../people.ts';
import { aPairing } from '../records.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';
import { aMentee, aMentor, choosing, keptApart, lettersTo, onList, proposalOf, readIn } from './pool.ts';

let story: Story;
afterEach(() => story?.close());
const COORDINATOR = 'slack/T1/UC1';
const alex = accountOf('alex');

const three = ['sam', 'bo', 'cy'];
/** Alex looks for a mentor; Sam, Bo and Cy have one place each. */
const pool = () => [...aMentee('alex'), ...three.flatMap(id => aMentor(id))];

async function asks(...mentors: string[]): Promise<void> {
  await onList(story, 'alex', ...mentors);
  await story.press(alex, 'choose.list', 'ask');
  await story.settle();
}

async function answers(mentor: string, answer: 'yes' | 'no'): Promise<void> {
  const pairing = (await proposalOf(story, 'alex'))!;
  expect(pairing.mentor).toBe(mentor);
  await story.press(accountOf(mentor), 'proposal', answer, { pairing: pairing.id });
  await story.settle();
}

describe('looking through mentors', () => {
  test('whoever cannot be asked is not there, whatever the reason, and their page says the same as one of nobody', async () => {
    story = await choosing([
      ...aMentee('alex'),
      ...aMentor('free'),
      ...aMentor('full', { place: { state: 'full', taken: 1 } }),
      ...aMentor('zero', { place: { capacity: 0 } }),
      ...aMentor('paused', { place: { state: 'paused', formerState: 'available', pausedUntil: '2027-01-10' } }),
      ...aMentor('waits', { place: { state: 'submitted' } }),
      ...aMentor('untrained', { place: { state: 'accepted', training: 'needed' } }),
      ...aMentor('rests', { place: { state: 'resting' } }),
      ...aMentor('gone', { person: { goneAt: NOW } }),
      ...aMentor('keepsalex'),
      ...aMentor('kept'),
      ...aMentor('byaddress', { person: { emailHash: 'h1' } }),
      ...aMentor('former'),
      keptApart('keepsalex', 'alex'),
      put('exclusions', {
        id: 'alex',
        person: 'alex',
        not: [
          { person: 'kept', why: 'asked', at: NOW },
          { emailHash: 'h1', why: 'asked', at: NOW },
        ],
        closedTo: ['kept'],
      }),
      put('pairing', aPairing('former', 'alex', { state: 'ended-early', endedAt: NOW - 200 * DAY })),
    ]);
    const shown = await story.open(alex, 'choose');
    expect(readIn(shown).match(/\w+ Mentor\b/g)).toEqual(['free Mentor']);
    const nobody = readIn(await story.open(alex, 'choose.one', { mentor: 'nobody' }));
    for (const mentor of [
      'full',
      'zero',
      'paused',
      'waits',
      'untrained',
      'rests',
      'gone',
      'keepsalex',
      'kept',
      'byaddress',
      'former',
      'alex',
    ])
      expect([mentor, readIn(await story.open(alex, 'choose.one', { mentor }))]).toEqual([mentor, nobody]);
    for (const mentor of ['full', 'keepsalex', 'kept', 'nobody', 'alex'])
      await story.press(alex, 'choose.one', 'add', { mentor });
    expect((await story.read('notebook', 'alex'))?.choice).toBeUndefined();
  });

  test('by topic, site and word, in pages; those who share most come first', async () => {
    const many = Array.from({ length: 30 }, (_, n) => aMentor(`m${String(n).padStart(2, '0')}`)).flat();
    story = await choosing(
      [
        ...aMentee('alex'),
        ...many,
        ...aMentor('tess', {
          name: 'Tess Adams',
          card: { topics: ['network', 'safety'], career: 'Years at the cryostat.' },
        }),
        ...aMentor('una', { name: 'Una Bell', card: { topics: ['teaching'], site: 'north' } }),
      ],
      { sites: [{ key: 'north', label: 'North campus' }] },
    );
    const first = await story.open(alex, 'choose');
    const more = buttonsOf(first.show === 'view' ? first.view : {}).find(button => button.label === 'More mentors');
    expect(readIn(first).match(/m\d\d Mentor/g)).toHaveLength(24);
    const second = await story.open(alex, 'choose', 'to' in more! ? more.to.ids : {});
    expect(readIn(second).match(/m\d\d Mentor/g)).toHaveLength(6);
    expect(readIn(second).indexOf('Tess')).toBeLessThan(readIn(second).indexOf('m24'));
    const read = async (ids: Record<string, string>) => readIn(await story.open(alex, 'choose', ids));
    expect(await read({ topic: 'teaching' })).toMatch(/the topic “Teaching support”\.\nUna Bell/);
    expect(await read({ site: 'north' })).toMatch(/Una Bell/);
    expect(await read({ topic: 'safety', word: 'CRYOSTAT' })).toMatch(/Tess Adams/);
    expect(await read({ topic: 'teaching', word: 'cryostat' })).toMatch(/nobody with a free place here/);
    const form = await story.open(alex, 'choose.find');
    const found = await story.send(alex, form, { word: 'cryostat', topic: 'safety' });
    expect(readIn(found)).toMatch(/Tess Adams/);
    const named = await story.send(alex, form, { who: ['p:una'] });
    expect(readIn(named)).toMatch(/A mentor\nUna Bell/);
  });

  test('before a mentee may choose they read which step is open (R8), and in another way of matching that it is not theirs', async () => {
    story = await choosing([
      ...aMentee('alex', { place: { state: 'accepted', training: 'needed' } }),
      ...aMentee('pat', { place: { state: 'paused' } }),
      ...aMentor('sam'),
    ]);
    const stands = async (who: string) => story.open(accountOf(who), 'choose');
    expect(readIn(await stands('alex'))).toMatch(/says which step is left/);
    expect(readIn(await stands('pat'))).toMatch(/Come back first/);
    expect(readIn(await stands('sam'))).toMatch(/registered as a mentee/);
    await story.close();
    story = await choosing(pool(), { matchingMode: 'profile' });
    expect(readIn(await stands('alex'))).toMatch(/mentors are not chosen from their cards/);
    expect(readIn(await story.press(alex, 'choose.one', 'add', { mentor: 'sam' }))).toMatch(/not chosen/);
  });
});

describe('the list', () => {
  test('holds three in order, can be reordered, and is the mentee’s alone until they ask', async () => {
    story = await choosing([...pool(), ...aMentor('di')]);
    await onList(story, 'alex', 'sam', 'bo', 'cy', 'di');
    expect((await story.read('notebook', 'alex'))?.choice).toEqual(['sam', 'bo', 'cy']);
    await story.press(alex, 'choose.list', 'up', { mentor: 'cy' });
    await story.press(alex, 'choose.list', 'up', { mentor: 'cy' });
    await story.press(alex, 'choose.list', 'up', { mentor: 'cy' });
    await story.press(alex, 'choose.list', 'off', { mentor: 'bo' });
    expect((await story.read('notebook', 'alex'))?.choice).toEqual(['cy', 'sam']);
    expect(await story.read('wish', 'alex')).toBeUndefined();
    expect(story.box.messages).toEqual([]);
  });
});

describe('asking', () => {
  test('the first is asked at once, and nobody else; places are held; both have one letter at most', async () => {
    story = await choosing(pool());
    await asks('sam', 'bo');
    const pairing = (await proposalOf(story, 'alex'))!;
    expect(pairing).toMatchObject({ mentor: 'sam', state: 'mentee-yes', chosen: true, answerBy: '2026-11-30' });
    expect(await story.read('registration', 'sam-mentor')).toMatchObject({ state: 'full', taken: 1 });
    expect(await story.read('registration', 'alex-mentee')).toMatchObject({ state: 'full', taken: 1 });
    expect(story.box.messages.map(message => message.to)).toEqual([accountOf('sam')]);
    expect(readIn(await story.open(alex, 'choose'))).toMatch(
      /sam Mentor has been asked, and has until Monday 30 November 2026/,
    );
    expect(readIn(await story.open(alex, 'home'))).toMatch(/A mentor you chose has been asked/);
    const asked = await story.open(accountOf('sam'), 'proposal', { pairing: pairing.id });
    expect(readIn(asked)).toMatch(/alex Mentee would like you as a mentor/);
    expect(readIn(asked)).toMatch(/you share 1 of their 2 topics: Building a network/);
    expect(JSON.stringify(asked)).not.toMatch(/bo Mentor|first|second|choice/);
  });

  test('a yes ends it: they are introduced, and nobody else on the list ever hears', async () => {
    story = await choosing(pool());
    await asks('sam', 'bo', 'cy');
    await answers('sam', 'yes');
    expect(await story.read('wish', 'alex')).toMatchObject({ state: 'introduced', left: [] });
    expect(readIn(await story.open(alex, 'pair'))).toMatch(/Your mentor sam Mentor/);
    expect([...lettersTo(story, 'bo'), ...lettersTo(story, 'cy')]).toEqual([]);
    expect(await story.read('registration', 'bo-mentor')).toMatchObject({ state: 'available', taken: 0 });
    expect(readIn(await story.open(alex, 'choose'))).toMatch(/You have a mentor/);
  });

  test('after a no the next is asked by itself, and the mentee has one neutral letter', async () => {
    story = await choosing(pool());
    await asks('sam', 'bo');
    await answers('sam', 'no');
    expect(await proposalOf(story, 'alex')).toMatchObject({ mentor: 'bo' });
    expect(await story.read('registration', 'sam-mentor')).toMatchObject({ state: 'available', taken: 0 });
    const [letter, ...others] = lettersTo(story, 'alex');
    expect(others).toEqual([]);
    expect(letter?.notice.text).toBe('Mentor: something for you');
    expect(leads(letter!.notice)).toEqual(['choose']);
    expect(readIn(await story.open(alex, 'choose'))).toMatch(
      /did not come about with sam Mentor.* bo Mentor has been asked now/s,
    );
    await answers('bo', 'yes');
    expect(readIn(await story.open(alex, 'pair'))).toMatch(/Your mentor bo Mentor/);
  });

  test('when the time has passed, the next is asked; one who is full, away or on a list by then is passed over', async () => {
    story = await choosing([...pool(), ...aMentor('di')]);
    await asks('sam', 'bo', 'cy');
    await story.press(accountOf('bo'), 'me.leave', 'leave', { role: 'mentor' });
    await story.later(8 * DAY);
    expect(await proposalOf(story, 'alex')).toMatchObject({ mentor: 'cy' });
    expect(await story.read('wish', 'alex')).toMatchObject({ asked: ['sam', 'cy'], left: [] });
  });

  test('one who leaves while they are asked is followed by the next', async () => {
    story = await choosing(pool());
    await asks('sam', 'bo');
    await story.press(accountOf('sam'), 'me.leave', 'leave', { role: 'mentor' });
    await story.settle();
    expect(await proposalOf(story, 'alex')).toMatchObject({ mentor: 'bo' });
  });

  test('after the last the mentee hears kindly, can choose again, and the co-ordinators see that they are looking', async () => {
    story = await choosing(pool());
    await asks('sam');
    await answers('sam', 'no');
    expect(await story.read('wish', 'alex')).toMatchObject({ state: 'over', asked: ['sam'] });
    expect(await story.read('registration', 'alex-mentee')).toMatchObject({ state: 'available', taken: 0 });
    expect(lettersTo(story, 'alex')).toHaveLength(1);
    const again = readIn(await story.open(alex, 'choose'));
    expect(again).toMatch(/did not come about with sam Mentor. That says nothing about you/);
    expect(again).toMatch(/bo Mentor/);
    // Whom they asked in vain is left in peace for a while.
    expect(again).not.toMatch(/sam Mentor\n/);
    expect(readIn(await story.open(alex, 'home'))).toMatch(/you can choose again/);
    expect(readIn(await story.open(COORDINATOR, 'desk'))).toMatch(/One mentee has come to the end of their own list/);
    expect(readIn(await story.open(COORDINATOR, 'choose.looking'))).toMatch(/alex Mentee\nasked sam Mentor;/);
    await asks('bo');
    expect(await proposalOf(story, 'alex')).toMatchObject({ mentor: 'bo' });
    expect(readIn(await story.open(COORDINATOR, 'desk'))).not.toMatch(/end of their own list/);
    await answers('bo', 'no');
    await story.later(91 * DAY);
    // By then whom they asked in vain may be asked again.
    expect(readIn(await story.open(alex, 'choose'))).toMatch(/sam Mentor/);
  });

  test('with nobody to ask, nothing is sent and the list stays; one who cannot be asked is passed over and said so', async () => {
    story = await choosing(pool());
    await onList(story, 'alex', 'sam', 'bo');
    await story.press(accountOf('sam'), 'me.leave', 'leave', { role: 'mentor' });
    const asked = await story.press(alex, 'choose.list', 'ask');
    expect(readIn(asked)).toMatch(/could not be asked at the moment.\nbo Mentor has been asked/);
    await story.press(alex, 'choose.list', 'back');
    await story.close();
    story = await choosing(pool());
    await onList(story, 'alex', 'sam');
    await story.press(accountOf('sam'), 'me.leave', 'leave', { role: 'mentor' });
    expect(readIn(await story.press(alex, 'choose.list', 'ask'))).toMatch(/Nobody on your list can be asked/);
    expect((await story.read('notebook', 'alex'))?.choice).toEqual(['sam']);
    expect(await story.read('wish', 'alex')).toBeUndefined();
  });

  test('pressed twice, one proposal', async () => {
    story = await choosing(pool());
    await onList(story, 'alex', 'sam', 'bo');
    await Promise.all([1, 2, 3].map(() => story.press(alex, 'choose.list', 'ask')));
    await story.settle();
    expect(lettersTo(story, 'sam')).toHaveLength(1);
    expect(lettersTo(story, 'bo')).toEqual([]);
  });
});

describe('while a mentor is asked', () => {
  test('those who come after can be changed, and the one who is asked cannot', async () => {
    story = await choosing([...pool(), ...aMentor('di')]);
    await asks('sam', 'bo');
    await onList(story, 'alex', 'sam', 'cy', 'di');
    expect(await story.read('wish', 'alex')).toMatchObject({ left: ['bo', 'cy'], asked: ['sam'] });
    await story.press(alex, 'choose.list', 'up', { mentor: 'cy' });
    await story.press(alex, 'choose.list', 'off', { mentor: 'bo' });
    expect((await story.read('wish', 'alex'))?.left).toEqual(['cy']);
    expect(readIn(await story.open(alex, 'choose.list'))).toMatch(/sam Mentor has been asked.*\n2\. cy Mentor/s);
    await answers('sam', 'no');
    expect(await proposalOf(story, 'alex')).toMatchObject({ mentor: 'cy' });
  });

  test('it can be taken back: the mentor reads that no answer is needed, nobody is asked next, and the same may be asked again', async () => {
    story = await choosing(pool());
    await asks('sam', 'bo');
    const pairing = (await proposalOf(story, 'alex'))!;
    expect(readIn(await story.press(alex, 'choose.list', 'back'))).toMatch(/has been taken back/);
    await story.settle();
    expect(await story.read('wish', 'alex')).toMatchObject({ state: 'back', left: [] });
    expect(await story.read('papers', pairing.id)).toBeUndefined();
    for (const id of ['sam-mentor', 'alex-mentee'])
      expect(await story.read('registration', id)).toMatchObject({ state: 'available', taken: 0 });
    expect(readIn(await story.open(accountOf('sam'), 'proposal', { pairing: pairing.id }))).toMatch(
      /no answer any more/,
    );
    expect(lettersTo(story, 'alex')).toEqual([]);
    expect(lettersTo(story, 'bo')).toEqual([]);
    const late = await story.press(accountOf('sam'), 'proposal', 'yes', { pairing: pairing.id });
    expect(readIn(late)).toMatch(/no answer any more/);
    await asks('sam');
    expect(await proposalOf(story, 'alex')).toMatchObject({ mentor: 'sam' });
  });

  test('the list is read by no mentor on it, not even as a co-ordinator, nor by whoever the mentee keeps apart', async () => {
    const known = { 'slack/T1/UC1': 'c1', 'slack/T1/Usam': 'sam', 'slack/T1/Ubo': 'bo', 'slack/T1/Ukept': 'kept' };
    story = await choosing([...pool(), ...aMentor('kept'), keptApart('alex', 'kept')], {
      coordinators: Object.keys(known),
      coordinatorPersons: known,
    });
    await asks('sam', 'bo');
    await answers('sam', 'no');
    await answers('bo', 'no');
    expect(await story.read('wish', 'alex')).toMatchObject({ state: 'over', closedTo: ['sam', 'bo', 'kept'] });
    for (const who of ['sam', 'bo', 'kept'])
      expect([who, readIn(await story.open(accountOf(who), 'choose.looking'))]).toEqual([
        who,
        expect.not.stringMatching(/alex/),
      ]);
    expect(readIn(await story.open(COORDINATOR, 'choose.looking'))).toMatch(/alex/);
  });

  test('a mentee who pauses: the next is not asked, and the list is put aside', async () => {
    story = await choosing(pool());
    await asks('sam', 'bo');
    const form = await story.open(alex, 'me.pause');
    await story.send(alex, form, { until: '2026-12-20' });
    await answers('sam', 'no');
    expect(await story.read('wish', 'alex')).toMatchObject({ state: 'aside', left: [] });
    expect(lettersTo(story, 'bo')).toEqual([]);
    await story.press(alex, 'me', 'return', { role: 'mentee' });
    expect(readIn(await story.open(alex, 'choose'))).toMatch(/put aside meanwhile/);
  });
});

test('two mentees and one place: one is asked about, the other keeps the list and reads so', async () => {
  story = await choosing([...pool(), ...aMentee('eli')]);
  await onList(story, 'alex', 'sam');
  await onList(story, 'eli', 'sam');
  const both = await Promise.all(['alex', 'eli'].map(who => story.press(accountOf(who), 'choose.list', 'ask')));
  const said = both.map(readIn);
  expect(said.filter(text => /has been asked, and has until/.test(text))).toHaveLength(1);
  expect(said.filter(text => /Nobody on your list can be asked/.test(text))).toHaveLength(1);
  expect(await story.read('registration', 'sam-mentor')).toMatchObject({ taken: 1 });
});

// What can happen to a pair once its mentee was asked: taken back before an answer, or, after a no or a lapse, a next-best that waits for one tap.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import { leads } from '../page.ts';
import {
  accountOf,
  COORDINATOR,
  type Matching,
  matching,
  OTHER,
  readable,
  release,
  somebody,
  viewIn,
} from './matching.ts';

beforeAll(() => setLog('error'));
let bot: Matching;
afterEach(() => bot.close());

/** One mentee with two mentors: m1 fits better. */
const three = () => [
  ...somebody('e1', 'mentee', { card: { topics: ['career'] } }),
  ...somebody('m1', 'mentor', { card: { topics: ['career'] } }),
  ...somebody('m2', 'mentor', { card: { topics: ['network'] } }),
];
const asked = async (): Promise<Pairing> => {
  await release(bot);
  const found = (await bot.all('pairing')).find(one => one.state === 'proposed');
  if (!found) throw new Error('nobody was asked');
  return found;
};
const say = (who: string, pairing: Pairing, word: string) =>
  bot.act(accountOf(who), 'proposal', { pairing: pairing.id }, word);
const told = (who: string) => bot.sent.filter(({ to }) => to === accountOf(who)).length;

test('taken back before an answer: both have their place, the mentee reads one neutral sentence, the mentor never hears', async () => {
  bot = await matching(three());
  const pairing = await asked();
  const page = viewIn(await bot.act(COORDINATOR, 'match.asked', { pairing: pairing.id }));
  expect(leads(page)).toContain('match.asked!back');
  await bot.act(COORDINATOR, 'match.asked', { pairing: pairing.id }, 'back');
  await bot.settle();
  expect(await bot.one('pairing', pairing.id)).toMatchObject({ state: 'not-formed', takenBack: true });
  for (const id of ['e1-mentee', 'm1-mentor'])
    expect(await bot.one('registration', id)).toMatchObject({ state: 'available', taken: 0 });
  expect((await bot.one('registration', 'e1-mentee')).leftOverBefore).toBe(true);
  expect(await bot.all('papers')).toEqual([]);
  expect([told('e1'), told('m1')]).toEqual([2, 0]);
  const read = readable(viewIn(await bot.act(accountOf('e1'), 'proposal', { pairing: pairing.id })));
  expect(read).toContain('taken this suggestion back');
  expect(readable(viewIn(await bot.act(accountOf('m1'), 'proposal', { pairing: pairing.id })))).not.toContain('e1');
  expect(await bot.all('suggestion')).toEqual([]);
});

test('once the mentee has answered nothing can be taken back; two who press at once have one effect', async () => {
  bot = await matching(three());
  const pairing = await asked();
  await say('e1', pairing, 'yes');
  const late = viewIn(await bot.act(COORDINATOR, 'match.asked', { pairing: pairing.id }, 'back'));
  expect(readable(late)).toContain('has answered meanwhile');
  expect((await bot.one('pairing', pairing.id)).state).toBe('mentee-yes');
  await say('m1', pairing, 'no');
  const again = await asked();
  await Promise.all([
    bot.act(COORDINATOR, 'match.asked', { pairing: again.id }, 'back'),
    say('e1', again, 'yes'),
    bot.act(COORDINATOR, 'match.asked', { pairing: again.id }, 'back'),
  ]);
  await bot.settle();
  const after = await bot.one('pairing', again.id);
  const places = await bot.one('registration', `${again.mentor}-mentor`);
  expect([after.state, places.taken]).toEqual(after.state === 'mentee-yes' ? ['mentee-yes', 1] : ['not-formed', 0]);
});

test('a co-ordinator who is one of the two, or is kept apart, cannot look or take back', async () => {
  bot = await matching([...three(), put('account', { id: OTHER, person: 'm1' })], {
    coordinatorPersons: { [OTHER]: 'm1' },
  });
  const pairing = await asked();
  const closed = viewIn(await bot.act(OTHER, 'match.asked', { pairing: pairing.id }, 'back'));
  expect(readable(closed)).not.toContain('e1');
  expect((await bot.one('pairing', pairing.id)).state).toBe('proposed');
});

test('after a no the next-best is prepared for one tap, and nobody is asked by itself', async () => {
  bot = await matching(three());
  const pairing = await asked();
  const before = bot.sent.length;
  await say('e1', pairing, 'no');
  await bot.settle();
  expect(await bot.all('suggestion')).toMatchObject([{ id: 'e1', mentee: 'e1', mentor: 'm2', after: pairing.id }]);
  expect(bot.sent.slice(before).map(({ to }) => to)).not.toContain(accountOf('m2'));
  expect((await bot.all('pairing')).filter(one => one.state !== 'not-formed')).toEqual([]);
  const page = viewIn(await bot.act(COORDINATOR, 'match.next'));
  expect(readable(page)).toContain('e1 Able with m2 Able');
  expect(leads(page)).toContain('match.propose');
  await bot.submit(COORDINATOR, 'match.propose', { mentee: 'e1', mentor: 'm2' }, {});
  await bot.settle();
  expect((await bot.all('pairing')).find(one => one.state === 'proposed')).toMatchObject({
    mentee: 'e1',
    mentor: 'm2',
  });
  expect(readable(viewIn(await bot.act(COORDINATOR, 'match.next')))).not.toContain('m2 Able');
});

test('after a lapse too; and with nobody left who fits, nothing is prepared', async () => {
  bot = await matching(three());
  await asked();
  await bot.daysLater(9);
  expect(await bot.all('suggestion')).toMatchObject([{ mentor: 'm2' }]);
  await bot.submit(COORDINATOR, 'match.propose', { mentee: 'e1', mentor: 'm2' }, {});
  await bot.settle();
  const second = (await bot.all('pairing')).find(one => one.state === 'proposed');
  await say('e1', second!, 'no');
  await bot.settle();
  expect(await bot.all('suggestion')).toEqual([]);
  expect(readable(viewIn(await bot.act(COORDINATOR, 'match.next')))).toContain('Nothing is prepared');
});

test('R12: nobody on either list is ever suggested, nor a mentor who has paused meanwhile', async () => {
  bot = await matching([
    ...three(),
    ...somebody('m3', 'mentor', { place: { state: 'paused', formerState: 'available' } }),
    put('exclusions', { id: 'm2', person: 'm2', not: [{ emailHash: 'hash-e1', why: 'asked', at: 1 }], closedTo: [] }),
  ]);
  const pairing = await asked();
  await say('e1', pairing, 'no');
  await bot.settle();
  expect(await bot.all('suggestion')).toEqual([]);
});

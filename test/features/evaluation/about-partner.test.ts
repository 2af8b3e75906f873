// What somebody says about their partner reaches the partner by no page, letter or channel, also where the partner is a co-ordinator, unless the one who said it shares it (R39b).
import { afterEach, describe, expect, test } from 'vitest';
import type { Ids } from '../../../src/conversation/notice.ts';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { rooms } from '../../../src/features/features.ts';
import type { Scheme } from '../../../src/scheme/kinds.ts';
import { CHANNEL, leave, messagesTo, P1 } from '../exit/begin.ts';
import { aMeeting } from '../log/begin.ts';
import { accountOf, somebody } from '../people.ts';
import { aPairing } from '../records.ts';
import type { Story } from '../story.ts';
import { alex, answer, asked, begin as beginning, DAY, points, sam } from './begin.ts';

const ana = 'slack/T1/UC1';
const ABOUT = /ABOUT SAM/;
const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

/** Sam is a co-ordinator as well, who could open everything a co-ordinator can. */
const samToo: Partial<Scheme> = { coordinators: [ana, sam], coordinatorPersons: { [sam]: 'sam' } };
async function begin(scheme: Partial<Scheme>, records: Put[] = []): Promise<Story> {
  const about = { evaluations: points({}), checkinWeeks: 0, closings: false, ...scheme };
  const on = await beginning([asked('alex', 'half'), aMeeting('K1', { recordedBy: [] }), ...records], about, {
    met: 1,
  });
  begun.push(on);
  return on;
}

/** Alex says it wherever something can be said that is not for Sam, and leaves. */
async function saysItAll(on: Story, reasonFor = 'coordinator'): Promise<void> {
  await answer(on, alex, 'half', { helps: 'ABOUT SAM 1', change: 'ABOUT SAM 2', fit: '1' });
  const review = await on.open(alex, 'review', { ...P1, meeting: 'K1' });
  await on.send(alex, review, { held: 'held', note: 'ABOUT SAM 3', fit: 'not', contactMe: true });
  await on.send(alex, await on.open(alex, 'contact.ask', P1), { text: 'ABOUT SAM 4', urgent: true });
  await on.send(alex, await on.open(alex, 'log.new'), { activity: 'ABOUT SAM 5', learned: 'ABOUT SAM 6' });
  const own = { gained: 'ABOUT SAM 7', ownPart: 'ABOUT SAM 8' };
  await leave(on, alex, { reasons: ['fit'], reasonText: 'ABOUT SAM 9', partnerKnows: 'told', ...own }, reasonFor);
}

/** Everything that Sam can open, with every id there is, and everything that was sent to him. */
async function reachesSam(on: Story): Promise<string[]> {
  const { keys } = await on.store.keys(undefined, 10_000);
  const idsOf = (kind: string) => keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1));
  const ids: Ids = {
    ...P1,
    person: 'alex',
    registration: 'alex-mentee',
    evaluation: 'P1-alex',
    point: 'half',
    role: 'mentee',
  };
  const [inquiries, meetings, entries] = [idsOf('inquiry'), idsOf('meeting'), idsOf('logentry')];
  const nth = (list: string[], n: number): string => list[n % list.length] ?? '';
  const tries = inquiries.map(
    (inquiry, n): Ids => ({ ...ids, inquiry, meeting: nth(meetings, n), entry: nth(entries, n) }),
  );
  const found: string[] = [];
  for (const { word } of rooms.flatMap(room => room.pages))
    for (const one of tries) if (ABOUT.test(JSON.stringify(await on.open(sam, word, one)))) found.push(word);
  const pressed = await on.press(sam, 'exit.read', 'read', P1);
  if (ABOUT.test(JSON.stringify(pressed))) found.push('exit.read!read');
  const sent = [...messagesTo(on, sam), ...messagesTo(on, CHANNEL)];
  return [...new Set(found), ...sent.filter(({ notice }) => ABOUT.test(JSON.stringify(notice))).map(({ id }) => id)];
}

describe('R39b: what somebody says about their partner', () => {
  test.each([
    ['a partner', {}],
    ['a partner who is a co-ordinator', samToo],
  ])('never reaches %s', async (_who, scheme) => {
    const on = await begin(scheme);
    await saysItAll(on);
    await on.later(40 * DAY);
    expect(await reachesSam(on)).toEqual([]);
    // Whom it was for reads it.
    expect(JSON.stringify(await on.press(ana, 'exit.read', 'read', P1))).toMatch(/ABOUT SAM 9/);
  });

  test('reaches them where its author shares it, and then no more than that', async () => {
    const on = await begin({});
    await saysItAll(on, 'partner');
    expect((await reachesSam(on)).sort()).toEqual(['exit', 'exit.end']);
    const page = JSON.stringify(await on.open(sam, 'exit', P1));
    expect(page.match(/ABOUT SAM \d/g)).toEqual(['ABOUT SAM 9']);
  });

  /** Four more mentees of Tom's, so that five have answered. */
  const others = [1, 2, 3, 4].map(n => `p${n}`);
  const half = { askedAt: 1, closesAt: Date.parse('2027-06-01'), reminders: 0 };
  const fourMore = others.flatMap(person => [
    ...somebody(person, `Name ${person}`),
    put('pairing', aPairing('tom', person, { id: `X-${person}`, state: 'active' })),
    put('evaluation', { id: `X-${person}`, person, pairing: `X-${person}`, role: 'mentee', points: { half } }),
  ]);

  test('stands among the lines that co-ordinators read once five have answered, but not for one who has been a mentor', async () => {
    const on = await begin(samToo, fourMore);
    await answer(on, alex, 'half', { helps: 'ABOUT SAM' });
    for (const person of others) {
      const form = await on.open(accountOf(person), 'evaluation.answer', { evaluation: `X-${person}`, point: 'half' });
      await on.send(accountOf(person), form, { regular: '4', fit: '5', goals: '3' });
    }
    await on.later(20 * DAY);
    const report = async (who: string) =>
      JSON.stringify(await on.open(who, 'evaluations.one', { point: 'half', role: 'mentee' }));
    expect(await report(ana)).toMatch(ABOUT);
    expect(await report(sam)).not.toMatch(ABOUT);
    expect(await report(sam)).toContain('it may be about you');
    expect(await report(sam)).toContain('Answers');
    const file = async (who: string) => {
      const ids = { point: 'half', role: 'mentee', all: 'yes' };
      const shown = await on.press(who, 'evaluations.one', 'file', ids);
      return new TextDecoder().decode(shown.show === 'view' ? shown.document?.bytes : undefined);
    };
    expect(await file(ana)).toMatch(ABOUT);
    expect(await file(sam)).toContain('Answers');
    expect(await file(sam)).not.toMatch(ABOUT);
  });
});

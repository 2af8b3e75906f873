// After every end, whichever way it came, the mentor is asked once whether they would like to mentor again; and nobody but they themselves brings them back (R40).
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { leads } from '../page.ts';
import { somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';
import { alex, ana, begin, leave, messagesTo, P1, read, sam, story } from './begin.ts';

const ended = { endsOn: '2026-12-14', agreedAt: NOW, activeAt: NOW, introducedAt: NOW - 100 * DAY };
const start = (): Promise<Story> => begin(ended, { evaluations: [], checkinWeeks: 0 });
const finish = (on: Story, who: string) => on.press(who, 'closing', 'finish', P1);

/** How a pairing ends, and what its mentor reads on the spot, where it is the mentor who ended it. */
const ends: Record<string, (on: Story) => Promise<Reply | undefined>> = {
  'the mentor leaves': on => leave(on, sam),
  'the mentee leaves, and has told them': async on => {
    await leave(on, alex);
    return undefined;
  },
  'the mentee leaves, and a co-ordinator tells them': async on => {
    await leave(on, alex, { partnerKnows: 'not-yet' });
    await on.press(ana, 'exit.read', 'release', P1);
    return undefined;
  },
  'the mentee leaves, and nobody tells them until the notice goes by itself': async on => {
    await leave(on, alex, { partnerKnows: 'not-yet' });
    await on.later(10 * DAY);
    return undefined;
  },
  'both finish, the mentor last': async on => {
    await finish(on, alex);
    return finish(on, sam);
  },
  'both finish, the mentee last': async on => {
    await finish(on, sam);
    await finish(on, alex);
    return undefined;
  },
  'its time is over': async on => {
    await on.later(80 * DAY);
    return undefined;
  },
};

/** What the mentor was sent since it ended, and the pages that these messages lead to. */
async function since(on: Story): Promise<{ messages: number; pages: Reply[] }> {
  const endedAt = (await on.read('pairing', 'P1'))?.endedAt ?? Number.POSITIVE_INFINITY;
  const messages = messagesTo(on, sam).filter(({ at }) => at >= endedAt);
  const targets = messages.flatMap(({ notice }) => notice.buttons ?? []);
  const pages = await Promise.all(targets.flatMap(one => ('to' in one ? on.open(sam, one.to.word, one.to.ids) : [])));
  return { messages: messages.length, pages };
}

const asksAgain = (reply: Reply | undefined): boolean => reply?.show === 'view' && leads(reply.view).includes('offer');
const place = async (on: Story) => (await on.read('registration', 'sam-mentor'))?.state;

describe('R40: after every end the mentor is asked once, and only their own yes makes them available', () => {
  test.each(Object.entries(ends))('%s', async (_how, end) => {
    const on = await start();
    const atOnce = await end(on);
    await on.settle();
    const { messages, pages } = await since(on);
    expect(pages.filter(asksAgain).length + Number(asksAgain(atOnce))).toBe(1);
    expect(messages).toBe(pages.length);
    await on.later(400 * DAY);
    expect((await since(on)).messages).toBe(messages);
    expect(await place(on)).toBe('resting');
    await on.send(sam, await on.open(sam, 'offer', { role: 'mentor' }), { when: 'now', capacity: '1' });
    expect(await place(on)).toBe('available');
  });

  test('whoever wishes to be asked later is asked then, once, and whoever does not is left in peace', async () => {
    for (const [when, times] of [
      ['later', 1],
      ['not-now', 0],
    ] as const) {
      const on = await story([
        ...somebody('sam', 'Sam Okoro'),
        put('registration', aRegistration('sam', 'mentor', { state: 'resting' })),
      ]);
      await on.send(sam, await on.open(sam, 'offer', { role: 'mentor' }), { when });
      await on.later(800 * DAY);
      expect(messagesTo(on, sam)).toHaveLength(times);
      expect(await place(on)).toBe('resting');
    }
  });

  test('a co-ordinator cannot say it for them', async () => {
    const on = await start();
    await leave(on, alex);
    const ids = { registration: 'sam-mentor', person: 'sam', role: 'mentor', ...P1 };
    expect(read(await on.open(ana, 'offer', ids))).not.toMatch(/Sam|Shall we/);
    for (const word of ['offer.still', 'accept.one', 'people.one'])
      for (const action of ['yes', 'accept', 'back']) await on.press(ana, word, action, ids);
    expect(await place(on)).toBe('resting');
  });
});

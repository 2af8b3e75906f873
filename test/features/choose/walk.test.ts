// Random walks of a whole scheme in which mentees choose: whatever they, the mentors and a co-ordinator do, one is asked at a time, places are held once, and nobody hears who was not to hear.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { setLog } from '../../../src/log.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import { takesPlace } from '../../../src/scheme/states.ts';
import { accountOf } from '../people.ts';
import type { Story } from '../story.ts';
import { aMentee, aMentor, choosing, lettersTo, onList, readIn } from './pool.ts';

beforeAll(() => setLog('error'));

const mentees = ['e1', 'e2', 'e3', 'e4'];
const places: Record<string, number> = { m1: 1, m2: 2, m3: 1 };
const mentors = Object.keys(places);
const COORDINATOR = 'slack/T1/UC1';

const who = fc.constantFrom(...mentees);
const mentor = fc.constantFrom(...mentors);
const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const step = fc.oneof(
  weighted(6, fc.record({ do: fc.constantFrom('add', 'add', 'off', 'up'), mentee: who, mentor })),
  weighted(5, fc.record({ do: fc.constant('ask'), mentee: who })),
  weighted(1, fc.record({ do: fc.constant('back'), mentee: who })),
  weighted(5, fc.record({ do: fc.constantFrom('yes', 'no', 'no', 'line'), nth: fc.nat(9) })),
  weighted(1, fc.record({ do: fc.constantFrom('pause', 'return'), person: fc.constantFrom(...mentees, ...mentors) })),
  weighted(1, fc.record({ do: fc.constant('leave'), mentor })),
  weighted(1, fc.record({ do: fc.constant('propose'), mentee: who, mentor })),
  weighted(2, fc.record({ do: fc.constant('days'), days: fc.integer({ min: 1, max: 9 }) })),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const roleOf = (person: string): 'mentee' | 'mentor' => (mentees.includes(person) ? 'mentee' : 'mentor');

async function pairingsOf(story: Story): Promise<Pairing[]> {
  const { keys } = await story.store.keys(undefined, 10_000);
  const ids = keys.filter(key => key.startsWith('pairing/')).map(key => key.slice('pairing/'.length));
  const all = await Promise.all(ids.map(id => story.read('pairing', id)));
  return all.flatMap(pairing => pairing ?? []);
}

async function take(story: Story, one: Step): Promise<void> {
  if ('days' in one) return story.later(one.days * DAY);
  if ('nth' in one) {
    const open = (await pairingsOf(story)).filter(pairing => /^(proposed|mentee-yes)$/.test(pairing.state));
    const pairing = open[one.nth % Math.max(1, open.length)];
    const asked = pairing && (pairing.state === 'proposed' ? pairing.mentee : pairing.mentor);
    if (asked) await story.press(accountOf(asked), 'proposal', one.do, { pairing: pairing.id });
  } else if ('person' in one) {
    const ids = { role: roleOf(one.person) };
    if (one.do === 'return') await story.press(accountOf(one.person), 'me', 'return', ids);
    else await sendIfForm(story, accountOf(one.person), await story.open(accountOf(one.person), 'me.pause', ids));
  } else if (!('mentee' in one)) {
    await story.press(accountOf(one.mentor), 'me.leave', 'leave', { role: 'mentor' });
  } else if (!('mentor' in one)) {
    await story.press(accountOf(one.mentee), 'choose.list', one.do);
  } else if (one.do === 'propose') {
    const both = { mentee: one.mentee, mentor: one.mentor };
    await sendIfForm(story, COORDINATOR, await story.open(COORDINATOR, 'match.propose', both));
  } else {
    const word = one.do === 'up' ? 'choose.list' : 'choose.one';
    await story.press(accountOf(one.mentee), word, one.do, { mentor: one.mentor });
  }
  await story.settle();
}

async function sendIfForm(story: Story, account: string, reply: Reply): Promise<void> {
  if (reply.show === 'form')
    await story.send(account, reply, 'until' in reply.form.fields ? { until: '2027-06-01' } : {});
}

/** What must hold after each step, for everybody. */
async function check(story: Story): Promise<void> {
  const pairings = await pairingsOf(story);
  const held = (side: 'mentor' | 'mentee', person: string) =>
    pairings.filter(pairing => pairing[side] === person && takesPlace(pairing.state));
  for (const person of mentors) {
    const place = await story.read('registration', `${person}-mentor`);
    expect([person, place?.taken]).toEqual([person, held('mentor', person).length]);
    expect(held('mentor', person).length).toBeLessThanOrEqual(places[person] ?? 0);
    // Nobody has a letter who was never asked, and nobody is asked by whom they never heard.
    const asked = pairings.some(pairing => pairing.mentor === person && pairing.menteeYesAt !== undefined);
    if (!asked) expect(lettersTo(story, person).filter(one => /answer|something/.test(one.notice.text))).toEqual([]);
  }
  for (const person of mentees) {
    const mine = held('mentee', person);
    const place = await story.read('registration', `${person}-mentee`);
    expect([person, place?.taken, mine.length <= 1]).toEqual([person, mine.length, true]);
    const wish = await story.read('wish', person);
    if (!wish) continue;
    const isAsked = mine.some(pairing => pairing.id === wish.pairing && pairing.state === 'mentee-yes');
    expect([person, wish.state === 'asking']).toEqual([person, isAsked]);
    if (wish.state !== 'asking') expect([person, wish.left]).toEqual([person, []]);
    expect(wish.closedTo).toEqual(expect.arrayContaining([...wish.asked, ...wish.left]));
    expect(new Set([...wish.asked, ...wish.left]).size).toBe(wish.asked.length + wish.left.length);
    // The page says what is so.
    const page = readIn(await story.open(accountOf(person), 'choose'));
    expect([person, / has been asked/.test(page)]).toEqual([person, isAsked]);
  }
}

test('one is asked at a time, places are held once, and every view agrees, after each step of forty walks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async steps => {
      const story = await choosing([
        ...mentees.flatMap(id => aMentee(id)),
        ...mentors.flatMap(id => aMentor(id, { place: { capacity: places[id] ?? 1 } })),
      ]);
      try {
        // Each begins with a list, in an order of their own.
        for (const [n, id] of mentees.entries())
          await onList(story, id, ...mentors.slice(n % 3), ...mentors.slice(0, n % 3));
        for (const one of steps) {
          await take(story, one);
          await check(story);
        }
      } finally {
        await story.close();
      }
    }),
    { numRuns: 40, seed: 20261126 },
  );
}, 120_000);

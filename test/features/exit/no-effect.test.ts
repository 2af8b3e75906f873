// An end leaves no trace in what decides about later matches: whoever ended it, and for whatever reason, both are looked at as before (R50).
import { describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { Casefile, Registration } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import { aCard, samAndAlex, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';
import { alex, ana, leave, P1, sam, story } from './begin.ts';

const like = { topics: ['career', 'network'], slots: ['tue-am'], modes: ['video'], stage: 'senior' };
const standing = {
  criteria: ['background', 'time'],
  training: 'attended' as const,
  capacity: 2,
  decidedBy: 'slack/T1/UC1',
};
const file = (person: string, role: Role): Casefile => ({
  ...{ id: `${person}-${role}`, person, role, arrangement: false, closedTo: [] },
  ...{ goals: 'To lead a team', background: ['background'] },
});
const inPool = (person: string, role: Role, more: Partial<Registration> = {}): Put[] => [
  put('registration', aRegistration(person, role, { ...standing, waitingSince: NOW, ...more })),
  put('card', { ...aCard(person, role, person), ...like }),
  put('casefile', file(person, role)),
];

/** Sam mentors Alex; Tom and Kim are just like them, and have never been paired. */
async function four(): Promise<Story> {
  const pair = samAndAlex({ state: 'active', met: 2 });
  const own = [...inPool('sam', 'mentor', { taken: 1 }), ...inPool('alex', 'mentee', { taken: 1 })];
  const others = [
    ...somebody('tom', 'Tom Ash'),
    ...somebody('kim', 'Kim Lee'),
    ...inPool('tom', 'mentor'),
    ...inPool('kim', 'mentee'),
  ];
  const all = [...pair, ...own, ...others].map(one => [`${one.kind}/${one.value.id}`, one] as const);
  return story([...new Map(all).values()], { evaluations: [], checkinWeeks: 0, closings: false });
}

/** All that matching reads of somebody. */
const readOf = async (on: Story, person: string, role: Role) => ({
  registration: await on.read('registration', `${person}-${role}`),
  card: await on.read('card', `${person}-${role}`),
  file: await on.read('casefile', `${person}-${role}`),
});
const both = async (on: Story) => [await readOf(on, 'sam', 'mentor'), await readOf(on, 'alex', 'mentee')];

/** It ends as badly as it can, is read and closed by a co-ordinator, and both would like to go on with others. */
async function endsAndBegins(on: Story, who: string): Promise<void> {
  await leave(on, who, { reasons: ['fit'], reasonText: 'We did not get on.', urgent: true, partnerKnows: 'told' });
  await on.press(ana, 'exit.read', 'read', P1);
  await on.send(ana, await on.open(ana, 'exit.close', P1), { action: 'none', note: 'Difficult.' });
  await on.send(sam, await on.open(sam, 'offer', { role: 'mentor' }), { when: 'now', capacity: '2' });
  await on.send(alex, await on.open(alex, 'offer', { role: 'mentee' }), { when: 'now' });
}

async function scores(on: Story): Promise<Record<string, number>> {
  await on.press(ana, 'match', 'start');
  await on.settle();
  const { keys } = await on.store.keys(undefined, 10_000);
  const pages = keys.filter(key => /^runpage\/.*-pairs-/.test(key)).map(key => key.slice('runpage/'.length));
  const rows = (await Promise.all(pages.map(id => on.read('runpage', id)))).flatMap(page => page?.pairs ?? []);
  return Object.fromEntries(rows.map(({ mentee, mentor, score }) => [`${mentee} ${mentor}`, score]));
}

describe.each([
  ['the mentor', sam],
  ['the mentee', alex],
])('R50: an end by %s has no effect, on either of the two', (_who, account) => {
  test('on criteria, training, places, cards or anything else that is looked at later', async () => {
    const on = await four();
    const before = await both(on);
    await endsAndBegins(on, account);
    const now = { state: 'available', taken: 0, waitingSince: NOW };
    expect(await both(on)).toEqual(
      before.map(one => ({ ...one, registration: { ...one.registration, ...now, waitingSince: expect.any(Number) } })),
    );
    for (const [person, other] of [
      ['sam', 'alex'],
      ['alex', 'sam'],
    ] as const)
      expect((await on.read('exclusions', person))?.not.map(entry => entry.person)).toEqual([other]);
  });

  test('on how well they are matched: just as two who are like them and never ended anything', async () => {
    const on = await four();
    await endsAndBegins(on, account);
    const found = await scores(on);
    expect(Object.keys(found).sort()).toEqual(['alex tom', 'kim sam']);
    expect(found['alex tom']).toBe(found['kim sam']);
  });

  test('on what a co-ordinator reads of them as people of the scheme', async () => {
    const on = await four();
    const shown = async (person: string) => JSON.stringify(await on.open(ana, 'people.one', { person }));
    await endsAndBegins(on, account);
    for (const person of ['sam', 'alex', 'tom', 'kim'])
      expect(await shown(person)).not.toMatch(/ended|Difficult|get on/);
  });
});

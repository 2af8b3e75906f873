// Every word there is, typed at every stage (issue 5, line 10): each opens a page or a form with a way on, also for somebody for whom it is not the time, and none is unknown.
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import type { RegistrationState } from '../../../src/scheme/states.ts';
import { buttonsOf, words } from '../page.ts';
import { aCard, accountOf, somebody } from '../people.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { NOW } from '../turn.ts';

let story: Story | undefined;
afterEach(() => story?.close());

const short = ['register', 'pair', 'review', 'log', 'events', 'exit', 'contact', 'me', 'help', 'desk'];
const longer = (
  'setup match checkin training event overview report export people profile availability agreement objectives ' +
  'meeting evaluate difficulty forum my-data'
).split(' ');
/** Not promised, and what people may well type all the same. */
const natural = ['', 'hello', 'stories', 'reminders', 'pause', 'leave', 'certificate', 'mentor', 'meetings', 'choose'];
const typed = [...short, ...longer, ...natural];

const DAY = 86_400_000;
const as = (role: Role, state: RegistrationState, more: object = {}): Put[] => [
  ...somebody('sam', 'Sam Okoro'),
  put('registration', aRegistration('sam', role, { state, escalateAt: NOW + DAY, ...more })),
  put('card', aCard('sam', role, 'Sam Okoro')),
];
function paired(role: Role, more: Partial<Pairing>, state: RegistrationState = 'full'): Put[] {
  const pairing = role === 'mentor' ? aPairing('sam', 'alex', more) : aPairing('alex', 'sam', more);
  return [
    ...as(role, state, { taken: 1 }),
    ...somebody('alex', 'Alex Reed'),
    put('card', aCard('alex', role === 'mentor' ? 'mentee' : 'mentor', 'Alex Reed')),
    put('papers', { id: pairing.id, mentor: pairing.mentor, mentee: pairing.mentee, why: {} }),
    put('pairing', pairing),
  ];
}
const ended = {
  state: 'ended-early',
  endedAt: NOW - DAY,
  endedBy: 'alex',
  lastDay: '2026-11-22',
  noticeTo: 'sam',
} as const;

const stages: [stage: string, records: Put[]][] = [
  ['a stranger', []],
  ...(['mentor', 'mentee'] as const).flatMap((role): [string, Put[]][] => [
    [`a ${role} who waits`, as(role, 'submitted')],
    [`a ${role} who is accepted`, as(role, 'accepted', { training: 'needed' })],
    [`a ${role} in the pool`, as(role, 'available')],
    [`a ${role} with a proposal`, paired(role, { state: role === 'mentee' ? 'proposed' : 'mentee-yes' })],
    [`a ${role} who was introduced`, paired(role, {})],
    [`a ${role} who is running`, paired(role, { state: 'active', met: 3 })],
    [`a ${role} in the last weeks`, paired(role, { state: 'active', met: 5, introducedAt: NOW - 175 * DAY })],
    [`a ${role} who has finished`, paired(role, { state: 'completed', met: 6, endedAt: NOW - DAY }, 'resting')],
    [`a ${role} afterwards`, paired(role, { ...ended, notice: 'given' }, 'resting')],
    [`a ${role} who does not know of an end yet`, paired(role, { ...ended, notice: 'held' })],
    [`a ${role} who has paused`, as(role, 'paused', { formerState: 'available' })],
    [`a ${role} who was not heard of`, as(role, 'dormant', { formerState: 'available' })],
    [`a ${role} who was not accepted`, as(role, 'not-accepted', { reason: 'Full this year.' })],
    [`a ${role} who has left`, as(role, 'withdrawn')],
  ]),
];

let serial = 0;
const type = (on: Story, account: string, text: string): Promise<Reply> =>
  on.engine.host.act({ op: `typed-${serial++}`, account, place: 'window', did: { what: 'word', text } });

/** What stands in the way of understanding a page, if anything. */
function wrongWith(reply: Reply): string | undefined {
  if (reply.show === 'form') return Object.keys(reply.form.fields).length > 0 ? undefined : 'a form without questions';
  if (reply.show !== 'view') return `shows ${reply.show}`;
  const { view } = reply;
  if (words(view.parts).trim().length < 20) return 'says nothing';
  return buttonsOf(view).length > 0 || view.back ? undefined : 'no way on';
}

describe('every word', () => {
  test.each(stages)('of %s opens something with a way on', async (_stage, records) => {
    story = await aStory(records);
    const account = records.length > 0 ? accountOf('sam') : 'slack/T1/USTRANGER';
    const wrong: string[] = [];
    for (const word of typed) {
      const found = wrongWith(await type(story, account, word));
      if (found) wrong.push(`${word}: ${found}`);
    }
    expect(wrong).toEqual([]);
  });

  test('of a co-ordinator opens something with a way on', async () => {
    story = await aStory([]);
    const wrong: string[] = [];
    for (const word of typed) {
      const found = wrongWith(await type(story, 'slack/T1/UC1', word));
      if (found) wrong.push(`${word}: ${found}`);
    }
    expect(wrong).toEqual([]);
  });

  test('something isn’t working: whoever has no partner reads of people to talk to, and of nothing to settle with one', async () => {
    for (const [records, hasPartner] of [
      [[], false],
      [as('mentee', 'available'), false],
      [paired('mentee', { state: 'proposed' }), false],
      [paired('mentee', { ...ended, notice: 'given' }, 'resting'), false],
      [paired('mentor', { state: 'active', met: 3 }), true],
      [paired('mentor', { ...ended, notice: 'held' }), true],
    ] as [Put[], boolean][]) {
      story = await aStory(records);
      const who = records.length > 0 ? accountOf('sam') : 'slack/T1/USTRANGER';
      const reply = await type(story, who, 'difficulty');
      const said = reply.show === 'view' ? words(reply.view.parts) : '';
      expect([said.includes('Be honest with each other'), said.includes('conduct or safety')]).toEqual([
        hasPartner,
        true,
      ]);
      expect(said.includes('the other one')).toBe(hasPartner);
      await story.close();
    }
    story = undefined;
  });

  test('says what is true: whoever has a mentor, or is about to, is not told that they wait for one', async () => {
    const says = async (records: Put[]): Promise<string> => {
      story = await aStory(records);
      const reply = await type(story, accountOf('sam'), 'offer');
      await story.close();
      return reply.show === 'view' ? words(reply.view.parts) : reply.show;
    };
    expect(await says(paired('mentee', { state: 'active', met: 3 }))).toContain('You have a mentor.');
    expect(await says(paired('mentee', { ...ended, notice: 'held' }))).toContain('You have a mentor.');
    expect(await says(paired('mentee', { state: 'proposed' }))).toContain('A match is under way');
    expect(await says(as('mentee', 'available'))).toContain('You are waiting for a mentor already.');
    const full = await says(paired('mentor', { state: 'active', met: 3 }));
    expect(full).toBe(await says(as('mentor', 'available')));
    story = undefined;
  });
});

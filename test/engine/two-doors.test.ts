// Two processes on one store, one with the Slack door, one with Teams: every letter leaves by the right one, wherever it was written.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../src/conversation/outcome.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Person } from '../../src/scheme/kinds.ts';
import { accountOf, samAndAlex } from '../features/people.ts';
import { aStory, type Letterbox, type Story } from '../features/story.ts';

const sam = accountOf('sam');
const alex = accountOf('alex');
const TEAMS = 'teams/X/sam';
let on: Story;
let teams: { engine: Engine; box: Letterbox };

const both = (more: Partial<Person> = {}): Put[] => [
  ...samAndAlex().map(one =>
    one.kind === 'person' && one.value.id === 'sam'
      ? put('person', { ...one.value, accounts: [sam, TEAMS], ...more })
      : one,
  ),
  put('account', { id: TEAMS, person: 'sam' }),
];

async function begin(records: Put[]): Promise<void> {
  on = await aStory(records, { alerts: ['slack/T1/CALERTS', 'teams/X/19:alerts'], forum: ['slack/T1/CFORUM'] });
  teams = on.beside(['teams/X']);
}
beforeEach(() => begin(both()));
afterEach(() => on.close());

/** Both go on until neither has anything left to do. */
async function settle(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await on.settle();
    await teams.engine.settle();
  }
}

const here = (to: string) => on.box.messages.filter(one => one.to === to);
const there = (to: string) => teams.box.messages.filter(one => one.to === to);

/** Alex puts a date in the book, of which Sam hears. */
async function plan(): Promise<void> {
  const form = await on.open(alex, 'checkin.plan', { pairing: 'P1' });
  await on.send(alex, form, { day: '2026-12-01', time: '10:00' });
}

describe('a letter to a person', () => {
  test('leaves where they began, and by the door of what they prefer once they have said so', async () => {
    await plan();
    await settle();
    expect([here(sam).length, there(TEAMS).length]).toEqual([1, 0]);
    await on.press(sam, 'me.accounts', 'prefer', { account: TEAMS });
    await plan();
    await settle();
    expect([here(sam).length, there(TEAMS).length]).toEqual([1, 1]);
  });

  test('finds the other account when the preferred one turns out to be gone', async () => {
    await on.press(sam, 'me.accounts', 'prefer', { account: TEAMS });
    teams.box.gone.add(TEAMS);
    await plan();
    await settle();
    expect(there(TEAMS)).toEqual([]);
    expect(here(sam)).toHaveLength(2);
    expect((await on.read('person', 'sam'))?.accounts).toEqual([sam]);
    expect((await on.store.dead(10)).map(one => one.delivery.id)).toEqual([]);
  });

  test('does not wait behind a lane that we are shut out of', async () => {
    await on.press(sam, 'me.accounts', 'prefer', { account: TEAMS });
    await teams.engine.host.happened({ what: 'bot-removed', lane: 'teams/X' }, 'removed');
    await plan();
    await settle();
    expect(here(sam).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
  });

  test('an account taken off while it is on its way: it goes to the one that stays', async () => {
    await on.press(sam, 'me.accounts', 'prefer', { account: TEAMS });
    await plan();
    await on.settle();
    await on.press(sam, 'me.accounts', 'unlink', { account: TEAMS });
    await settle();
    expect(there(TEAMS).map(one => one.notice.text)).toEqual(['Mentor: this account is not linked any more.']);
    expect(here(sam).map(one => one.notice.text)).toEqual(['Mentor: something for you', 'Mentor: something for you']);
  });
});

test('a story that is moved on lets a letter go at the hour it waits for, not when something else is due', async () => {
  const hours: string[] = [];
  const { send } = on.box.door;
  on.box.door.send = async (to, out) => {
    hours.push(new Date((await on.store.clock()).storyNow).toISOString().slice(0, 13));
    return send(to, out);
  };
  await plan();
  await on.settle();
  hours.length = 0;
  const parcel = { letter: 'checkin.planned', ids: { pairing: 'P1' }, to: { person: 'sam' }, mode: 'post' };
  const notBefore = Date.parse('2026-11-24T09:00:00Z');
  const delivery = { id: 'later', lane: 'people', class: 'answer', notBefore, replace: false } as const;
  await on.store.commit({
    ...{ op: { id: 'later', answer: 'null' }, checks: [], writes: [], deletes: [] },
    ...{ listed: { add: [], remove: [] }, counts: [], cancel: [], history: [] },
    deliveries: [{ ...delivery, payload: JSON.stringify(parcel) }],
  });
  await on.later(30 * 3_600_000);
  expect(hours).toEqual(['2026-11-24T09']);
});

describe('a home page that was opened before this process began', () => {
  test('is drawn anew where it stands before people, and waits to be opened where it does not', async () => {
    teams.box.door.homesStand = true;
    await plan();
    await settle();
    expect(on.box.homes).toEqual([]);
    await on.press(sam, 'me.accounts', 'prefer', { account: TEAMS });
    await plan();
    await settle();
    expect([on.box.homes, teams.box.homes]).toEqual([[], [TEAMS]]);
  });
});

test('an alert stands once in each channel, each sent by its own process, and *Read* by one changes both', async () => {
  const last = await on.open(sam, 'exit', { pairing: 'P1' });
  await on.send(sam, last, { partnerKnows: 'told', next: 'later', urgent: false });
  await on.press(sam, 'exit.end', 'end', { pairing: 'P1' });
  await settle();
  expect([here('slack/T1/CALERTS').length, there('teams/X/19:alerts').length]).toEqual([1, 1]);
  const target = { word: 'exit.read', ids: { pairing: 'P1' }, press: 'read' };
  await teams.engine.host.act({
    op: 'read-there',
    account: 'slack/T1/UC2',
    place: 'channel',
    did: { what: 'press', target },
  });
  await settle();
  expect([here('slack/T1/CALERTS')[0]?.changes, there('teams/X/19:alerts')[0]?.changes]).toEqual([1, 1]);
});

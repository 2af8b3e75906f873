// Every letter of every room: to whom it is ordered by whatever anybody presses, sends or lets become due in a scheme full of people, and what it says where it stands (R53, R56).
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from '../../src/conversation/notice.ts';
import type { Payload } from '../../src/engine/commit.ts';
import { decideDate } from '../../src/engine/date.ts';
import { openPlan, turnOf } from '../../src/engine/open.ts';
import { decode } from '../../src/engine/records.ts';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import type { KindName } from '../../src/scheme/kinds.ts';
import { account, actors, idsToTry, MARK, marks, records } from './crowd.ts';
import { act, answerTo, type Crowd, crowdOf, freshOp, letters, pages, send, tries, vault } from './trying.ts';
import { NOW } from './world.ts';

const DAY = 86_400_000;
const FORUM = 'slack/T1/CFORUM';
const ALERTS = 'slack/T1/CALERTS';

/** An order that somebody's deed, or a date, would have written; `woken`: registrations at rest that it makes available. */
const orders: (Payload & { where: string })[] = [];
const woken: string[] = [];
const resting = new Map(
  records.flatMap(one =>
    one.kind === 'registration' && one.value.state === 'resting' ? [[one.value.id, one.value.person] as const] : [],
  ),
);

function take(crowd: Crowd, where: string, who: string | undefined): void {
  for (const { deliveries, writes } of crowd.taken()) {
    orders.push(...deliveries.map(({ payload }) => ({ ...(JSON.parse(payload) as Payload), where })));
    for (const { key, json } of writes.filter(({ key: one }) => one.startsWith('registration/'))) {
      const { state } = decode('registration', { key, json, version: 1 }, vault);
      const owner = resting.get(key.slice('registration/'.length));
      if (owner !== undefined && owner !== who && state === 'available') woken.push(`${owner} by ${who} at ${where}`);
    }
  }
}

async function everyDeed(crowd: Crowd): Promise<void> {
  for (const page of pages)
    for (const ids of tries(page))
      for (const who of actors) {
        const presses = Object.keys(page.press ?? {});
        for (const press of presses) {
          await act(crowd.core, who, { word: page.word, ids, press });
          take(crowd, `${page.word}!${press}`, who);
        }
        const form = page.take && (await act(crowd.core, who, { word: page.word, ids }));
        if (form?.show !== 'form') continue;
        const answers = Object.entries(form.form.fields).map(([name, field]) => [name, answerTo(field)]);
        await send(crowd.core, who, form.at as never, Object.fromEntries(answers));
        take(crowd, page.word, who);
      }
}

async function everyDate(crowd: Crowd): Promise<void> {
  const happened = { account: account('M1'), channel: FORUM, lane: 'slack/T1', person: 'M1' };
  for (const { what } of rooms.flatMap(room => room.dates ?? []))
    for (const { value } of [...records, { value: { id: 'scheme' } }]) {
      await decideDate(crowd.core, what, { ...happened, id: value.id }, freshOp());
      take(crowd, `the date ${what}`, undefined);
    }
}

/** What belongs to the two of a pairing. */
const ofPairs: KindName[] = [
  'pairing',
  'papers',
  'meeting',
  'agreement',
  'objective',
  'share',
  'note',
  'exit',
  'evaluation',
];
let crowd: Crowd;
let unpaired: Crowd;

beforeAll(async () => {
  setLog('error', () => {});
  crowd = await crowdOf(records);
  unpaired = await crowdOf(records.filter(one => !ofPairs.includes(one.kind)));
  await everyDeed(crowd);
  for (const later of [0, 60, 400]) {
    const then = await crowdOf(records, NOW + later * DAY);
    await everyDate(then);
  }
}, 240_000);

type Channel = 'forum' | 'coordinators';
async function drawnFor({ core }: Crowd, channel: Channel, name: string, ids: Record<string, string>) {
  const letter = letters.find(one => one.name === name);
  if (!letter) throw new Error(`no letter ${name}`);
  const opening = await openPlan(core, { channel }, letter.plan(ids));
  const to = channel === 'forum' ? FORUM : ALERTS;
  return letter.draw(turnOf(opening, 'letter', { account: to }), ids);
}

/** What rooms order to a channel as it stands in their code, also where nobody here brings it about. */
function writtenFor(channel: Channel): string[] {
  const order = new RegExp(`letter: '([^']+)'(?:(?!letter:)[^])*?channel: '${channel}'`, 'g');
  return ['features', 'conversation', 'scheme']
    .flatMap(part =>
      readdirSync(`src/${part}`, { recursive: true, encoding: 'utf8' }).map(file => `src/${part}/${file}`),
    )
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(order)].map(match => match[1] ?? ''));
}

/** The letters that go to a channel. */
const orderedTo = (channel: Channel): string[] => {
  const brought = orders.flatMap(({ to, letter }) => ('channel' in to && to.channel === channel ? [letter] : []));
  return [...new Set([...brought, ...writtenFor(channel)])].sort();
};

/** What a letter would say in a channel, for every id there is, with the pairings there and without. */
async function inChannel(channel: Channel, name: string) {
  const both: { with: Notice | undefined; without: Notice | undefined }[] = [];
  for (const ids of idsToTry)
    both.push({
      with: await drawnFor(crowd, channel, name, ids),
      without: await drawnFor(unpaired, channel, name, ids),
    });
  return both;
}
const pairIds = new Set(records.filter(one => ofPairs.includes(one.kind)).map(one => one.value.id));
const namesAPair = (notice: Notice | undefined): boolean =>
  (notice?.buttons ?? []).some(one => 'to' in one && Object.values(one.to.ids ?? {}).some(id => pairIds.has(id)));

describe('R56: what concerns a pairing goes to people, never to a channel', () => {
  const forForum = ['checkin.post', 'event.post', 'forum.post', 'match.call', 'setup.invitation'];

  test('to the forum go the scheme’s own posts alone', () => {
    expect(orders.length).toBeGreaterThan(1_000);
    expect(orderedTo('forum')).toEqual(forForum);
  });

  test('and whatever letter went there, it would say nothing of any pairing', async () => {
    const told: string[] = [];
    for (const { name } of letters)
      for (const drawn of await inChannel('forum', name)) {
        const isSame = JSON.stringify(drawn.with) === JSON.stringify(drawn.without);
        if (!isSame || namesAPair(drawn.with)) told.push(name);
      }
    expect([...new Set(told)]).toEqual([]);
  });

  test('in the co-ordinators’ channel an exit and an urgent concern name it, and never with what the two wrote', async () => {
    const named: string[] = [];
    const told: string[] = [];
    for (const name of orderedTo('coordinators'))
      for (const drawn of await inChannel('coordinators', name)) {
        if (JSON.stringify(drawn.with) !== JSON.stringify(drawn.without) || namesAPair(drawn.with)) named.push(name);
        for (const mark of JSON.stringify(drawn.with ?? '').match(MARK) ?? [])
          if (marks.get(mark)?.kind !== 'person') told.push(`${name}: ${marks.get(mark)?.kind}`);
      }
    expect([...new Set(named)]).toEqual(['exit.alert']);
    expect([...new Set(told)]).toEqual([]);
  });
});

test('R40: nobody who rests after a pairing is brought back by anybody else, nor by a date', () => {
  expect(resting.size).toBeGreaterThan(2);
  expect(woken).toEqual([]);
});

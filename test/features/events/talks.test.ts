// On the day: who is here, the rotation round by round, latecomers and people who leave, links, the printed list; each is told of their own talk alone, and nothing of it stands in a channel.
import { afterEach, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import type { Talks } from '../../../src/scheme/kinds.ts';
import { leads, words } from '../page.ts';
import { aStory, type Story } from '../story.ts';
import { accepted, accountOf, anEvent, aSignUp, COORDINATOR, people } from './begin.ts';

let story: Story;
afterEach(() => story?.close());

const OTHER = 'slack/T1/UC2';
const V1 = { event: 'V1' };
const read = (reply: Reply): string => {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}: ${JSON.stringify(reply).slice(0, 300)}`);
  return words(reply.view.parts);
};
const buttons = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
const round = (n: number) => story.read('talks', `V1-${n}`) as Promise<Talks | undefined>;
const pairsOf = (talks: Talks | undefined): string[] =>
  (talks?.pairs ?? []).map(({ mentor, mentee }) => `${mentor.person} ${mentee.person}`);
const desk = () => story.open(COORDINATOR, 'event.desk', V1);

async function mark(word: 'event.here' | 'event.gone', who: string[]): Promise<void> {
  const form = await story.open(COORDINATOR, word, V1);
  await story.send(COORDINATOR, form, { who: who.map(one => `${one}-V1`) });
}

async function prepare(rounds: number, links: string[] = []): Promise<void> {
  const form = await story.open(COORDINATOR, 'event.talks', V1);
  await story.send(COORDINATOR, form, { rounds: String(rounds), links });
  await story.settle();
}

async function begin(n: number): Promise<Reply> {
  const reply = await story.press(COORDINATOR, 'event.desk', 'begin', { ...V1, round: String(n) });
  await story.settle();
  return reply;
}

const guests = (mentors: number, mentees: number) => [
  ...people(mentors, mentees),
  ...Array.from({ length: mentors }, (_, n) => put('signup', aSignUp(`m${n + 1}`, 'mentor'))),
  ...Array.from({ length: mentees }, (_, n) => put('signup', aSignUp(`e${n + 1}`, 'mentee'))),
  put('event', anEvent()),
  put('seats', { id: 'V1', mentor: mentors, mentee: mentees }),
];
const ids = (letter: string, n: number): string[] => Array.from({ length: n }, (_, k) => `${letter}${k + 1}`);

test('each round is told to those in it, each their own talk and nothing else, and nothing stands in a channel', async () => {
  story = await aStory(guests(2, 3));
  expect(read(await desk())).toMatch(/Nobody is marked as here yet/);
  await mark('event.here', [...ids('m', 2), ...ids('e', 3)]);
  expect(read(await desk())).toMatch(/Here now: 2 mentors and 3 mentees/);
  await prepare(3, ['https://meet.example/one']);
  expect(buttons(await desk())).toContain('event.desk!begin');
  await begin(1);
  const first = await round(1);
  expect(first?.pairs).toHaveLength(2);
  expect(first?.waiting).toHaveLength(1);
  for (const who of [...ids('m', 2), ...ids('e', 3)]) {
    const letters = story.box.messages.filter(one => one.to === accountOf(who));
    expect(letters.map(one => one.notice.text)).toEqual(['Mentor: round 1 of 3']);
    expect(leads(letters[0]!.notice)).toEqual(['event.talk']);
    const talk = read(await story.open(accountOf(who), 'event.talk', V1));
    const pair = pairsOf(first).find(one => one.split(' ').includes(who));
    const partner = pair?.split(' ').find(one => one !== who);
    if (partner) expect(talk).toContain(`You talk with Name ${partner}`);
    else expect(talk).toMatch(/a pause in this round/);
    const others = [...ids('m', 2), ...ids('e', 3)].filter(one => one !== partner);
    for (const other of others) expect(talk).not.toContain(`Name ${other}`);
  }
  const [, guest = ''] = pairsOf(first)[0]!.split(' ');
  expect(JSON.stringify(await story.open(accountOf(guest), 'event.talk', V1))).toContain('https://meet.example/one');
  const channels = story.box.messages.filter(one => one.to.startsWith('slack/T1/C'));
  expect(channels).toEqual([]);
  await begin(2);
  await begin(3);
  const all = [...pairsOf(await round(1)), ...pairsOf(await round(2)), ...pairsOf(await round(3))];
  expect(new Set(all).size).toBe(6);
  const pauses = await Promise.all([1, 2, 3].map(async n => (await round(n))?.waiting[0]?.person));
  expect(new Set(pauses).size).toBe(3);
  expect(read(await desk())).toMatch(/Round 3 is on. It is the last one/);
  expect(buttons(await desk())).not.toContain('event.desk!begin');
});

test('of two co-ordinators who begin a round at once one does; a button of an earlier round does nothing', async () => {
  story = await aStory(guests(2, 2));
  await mark('event.here', [...ids('m', 2), ...ids('e', 2)]);
  await prepare(4);
  const both = await Promise.all(
    [COORDINATOR, OTHER].map(who => story.press(who, 'event.desk', 'begin', { ...V1, round: '1' })),
  );
  expect(both.filter(reply => /already/.test(read(reply)))).toHaveLength(1);
  await story.settle();
  expect(await story.read('event', 'V1')).toMatchObject({ begun: 1, working: false });
  expect(read(await begin(1))).toMatch(/already/);
  expect(await story.read('event', 'V1')).toMatchObject({ begun: 1 });
  expect(story.box.messages).toHaveLength(4);
});

test('whoever comes late is in from the next round on, whoever has gone is out; talks that were held stay', async () => {
  story = await aStory(guests(3, 3));
  await mark('event.here', ['m1', 'm2', 'e1', 'e2', 'e3']);
  await prepare(5);
  await begin(1);
  const held = await round(1);
  await mark('event.here', ['m3']);
  await mark('event.gone', ['e3']);
  expect(read(await story.open(accountOf('m3'), 'event.talk', V1))).toMatch(/in from the next round on/);
  await begin(2);
  expect(await round(1)).toEqual(held);
  const second = await round(2);
  const here = [...(second?.pairs ?? []).flatMap(pair => [pair.mentor.person, pair.mentee.person])];
  const paused = (second?.waiting ?? []).map(one => one.person);
  expect([...here, ...paused].sort()).toEqual(['e1', 'e2', 'm1', 'm2', 'm3']);
  expect(pairsOf(second).filter(pair => pairsOf(held).includes(pair))).toEqual([]);
  const gone = story.box.messages.filter(one => one.to === accountOf('e3')).map(one => one.notice.text);
  expect(gone).toEqual(['Mentor: round 1 of 3']);
  expect(await story.read('signup', 'e3-V1')).toMatchObject({ here: false, attended: true });
});

test('nobody meets somebody whom either has on their list, by person or by address', async () => {
  const list = (id: string, entry: object) =>
    put('exclusions', { id, person: id, closedTo: [], not: [{ why: 'asked', at: 0, ...entry }] } as never);
  story = await aStory(
    [
      ...guests(2, 2),
      list('e1', { person: 'm1' }),
      list('m2', { emailHash: 'hash-e2' }),
      ...accepted('e2', 'mentee').flatMap(one =>
        one.kind === 'person' ? [put('person', { ...one.value, emailHash: 'hash-e2' })] : [],
      ),
    ].filter(
      (one, n, all) => all.findLastIndex(other => other.kind === one.kind && other.value.id === one.value.id) === n,
    ),
  );
  await mark('event.here', ['m1', 'm2', 'e1', 'e2']);
  await prepare(4);
  for (const n of [1, 2, 3]) await begin(n);
  const all = [...pairsOf(await round(1)), ...pairsOf(await round(2)), ...pairsOf(await round(3))];
  expect(all.sort()).toEqual(['m1 e2', 'm2 e1']);
  expect(read(await desk())).toMatch(/talked with everybody they can talk with/);
});

test('somebody who came without signing up is put in, in a role they have been accepted for', async () => {
  story = await aStory([...guests(1, 1), ...accepted('walk', 'mentor', 'Wal Kin')]);
  const form = await story.open(COORDINATOR, 'event.add', V1);
  const asked = await story.send(COORDINATOR, form, { who: ['p:walk'] });
  expect(read(asked)).toContain('Wal Kin is here. As what?');
  const walk = { ...V1, person: 'walk' };
  await story.press(COORDINATOR, 'event.add.one', 'add', { ...walk, role: 'mentee' });
  expect(await story.read('signup', 'walk-V1')).toBeUndefined();
  await story.press(COORDINATOR, 'event.add.one', 'add', { ...walk, role: 'mentor' });
  expect(await story.read('signup', 'walk-V1')).toMatchObject({ role: 'mentor', here: true, attended: true });
  expect(read(await story.open(COORDINATOR, 'event.add.one', walk))).toMatch(/on the list already/);
});

test('co-ordinators look at every round and print them all; what was marked by mistake is taken back', async () => {
  story = await aStory(guests(2, 2));
  await mark('event.here', ['m1', 'm2', 'e1', 'e2']);
  await mark('event.gone', ['e2']);
  expect(await story.read('signup', 'e2-V1')).toMatchObject({ here: false, attended: false });
  await prepare(2, ['https://meet.example/a', 'https://meet.example/b']);
  const plan = await story.open(COORDINATOR, 'event.plan', { ...V1, number: '2' });
  expect(read(plan)).toMatch(/Round 2/);
  expect(read(plan)).toMatch(/A pause in this round: Name m/);
  const printed = await story.press(COORDINATOR, 'event.plan', 'print', V1);
  const file = printed.show === 'view' ? printed.document : undefined;
  expect(file).toMatchObject({ name: 'talks.csv', type: 'text/csv' });
  const rows = new TextDecoder().decode(file?.bytes).trim().split('\r\n');
  expect(rows[0]).toBe('Round,Mentor,Mentee,Link');
  expect(rows.slice(1).filter(row => row.includes('(pause)'))).toHaveLength(2);
  expect(rows.slice(1).filter(row => row.endsWith('https://meet.example/a'))).toHaveLength(2);
  expect(buttons(await story.open(accountOf('e1'), 'events'))).not.toContain('event.plan');
});

test('an event of hundreds: people are marked page by page, and every one of them is told of each round', async () => {
  const [mentors, mentees] = [ids('m', 110), ids('e', 190)];
  const all = [...mentors, ...mentees];
  story = await aStory(guests(110, 190));
  let form = await story.open(COORDINATOR, 'event.here', V1);
  for (let page = 0; form.show === 'form'; page++) {
    const who = form.form.fields['who'];
    const options = who?.kind === 'choices' ? who.options : [];
    expect(options.length).toBeLessThanOrEqual(100);
    form = await story.send(COORDINATOR, form, { who: options.map(option => option.key) });
    expect(page).toBeLessThan(10);
  }
  const shown = await story.open(COORDINATOR, 'event.people', V1);
  expect(read(shown)).toContain('is here');
  expect(buttons(shown)).toContain('event.people');
  await prepare(2);
  await begin(1);
  await begin(2);
  for (const n of [1, 2]) {
    const talks = await round(n);
    expect(talks?.pairs).toHaveLength(110);
    expect(talks?.waiting).toHaveLength(80);
  }
  const told = story.box.messages.filter(one => one.notice.text === 'Mentor: round 2 of 2').map(one => one.to);
  expect(new Set(told)).toEqual(new Set(all.map(accountOf)));
  expect(told).toHaveLength(all.length);
  const plan = await story.open(COORDINATOR, 'event.plan', { ...V1, number: '2' });
  expect(
    read(plan)
      .split('\n')
      .filter(line => /^Name .* with Name/.test(line)),
  ).toHaveLength(40);
}, 60_000);

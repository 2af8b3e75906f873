// Announcing an event, signing up, the waiting list, cancelling, changing and calling off: walked on the real engine and a real store.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { accepted, accountOf, anEvent, COORDINATOR, people } from './begin.ts';

let story: Story;
afterEach(() => story?.close());

const HOUR = 3_600_000;
const V1 = { event: 'V1' };
const read = (reply: Reply): string => {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}: ${JSON.stringify(reply).slice(0, 300)}`);
  return words(reply.view.parts);
};
const buttons = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
const signUp = (who: string, role = 'mentee') => story.press(accountOf(who), 'event.one', 'sign-up', { ...V1, role });
const cancel = (who: string) => story.press(accountOf(who), 'event.one', 'cancel', V1);
const lettersTo = (who: string): string[] =>
  story.box.messages.filter(one => one.to === accountOf(who)).map(one => one.notice.text);
const forum = () => story.box.messages.filter(one => one.to === 'slack/T1/CFORUM');

describe('announcing', () => {
  const answers = {
    title: 'Meet a mentor',
    day: '2026-12-07',
    time: '14:00',
    lasts: '90',
    place: 'Room 4',
    link: null,
    mentors: '10',
    mentees: '12',
    talkMinutes: '8',
  };

  test('one form puts an event on the list and a post with a button into the forum, which names nobody', async () => {
    story = await aStory(people(1, 1));
    const form = await story.open(COORDINATOR, 'event.new');
    const desk = await story.send(COORDINATOR, form, answers);
    expect(read(desk)).toContain('Meet a mentor');
    expect(buttons(desk)).toContain('event.desk!off');
    await story.settle();
    expect(forum()).toHaveLength(1);
    const post = forum()[0]!.notice;
    expect(post.text).toBe('Mentor: a matching event, Meet a mentor');
    expect(words(post.parts ?? [])).toMatch(/Monday 7 December 2026, 14:00 \(Europe\/London\)/);
    expect(buttonsOf(post).map(button => button.label)).toEqual(['Look, or sign up']);
    const list = await story.open(accountOf('e1'), 'events');
    expect(read(list)).toContain('Meet a mentor');
    expect(buttons(list)).toContain('event.one');
    expect(buttons(list)).not.toContain('event.new');
    expect(buttons(await story.open(COORDINATOR, 'events'))).toContain('event.new');
  });

  test('a time that has passed, or no place at all, comes back beside its question', async () => {
    story = await aStory([]);
    const form = await story.open(COORDINATOR, 'event.new');
    const early = await story.send(COORDINATOR, form, { ...answers, day: '2026-11-23', time: '09:00' });
    expect(early.show === 'form' && early.problems).toEqual({ time: 'Please choose a time that is still to come.' });
    const nowhere = await story.send(COORDINATOR, form, { ...answers, place: null });
    expect(nowhere.show === 'form' && nowhere.problems).toEqual({ place: 'Please say where it is, or give a link.' });
  });

  test('while the scheme is not open, nothing is announced', async () => {
    story = await aStory([], { ready: false });
    expect(read(await story.open(COORDINATOR, 'event.new'))).toMatch(/not open yet/);
  });
});

describe('signing up', () => {
  test('who has a place reads five lines on choosing well, sees the link, and may have the file for a calendar', async () => {
    story = await aStory([...people(1, 1), put('event', anEvent())]);
    expect(JSON.stringify(await story.open(accountOf('e1'), 'event.one', V1))).not.toContain('meet.example');
    const done = await signUp('e1');
    expect(read(done)).toMatch(/You have a place/);
    expect(read(done)).toMatch(/Five lines on choosing well/);
    const lines = done.show === 'view' ? done.view.parts.find(part => part.part === 'list') : undefined;
    expect(lines?.part === 'list' && lines.items).toHaveLength(5);
    expect(JSON.stringify(done)).toContain('https://meet.example/abc');
    expect(buttons(done)).toEqual(expect.arrayContaining(['event.one!calendar', 'event.one!cancel']));
    expect(await story.read('seats', 'V1')).toMatchObject({ mentor: 0, mentee: 1 });
    expect(read(await story.open(accountOf('e1'), 'events'))).toContain('You are signed up as a mentee.');
    const file = await story.press(accountOf('e1'), 'event.one', 'calendar', V1);
    expect(file.show === 'view' && file.document).toMatchObject({ name: 'event.ics', type: 'text/calendar' });
    const ics = file.show === 'view' ? new TextDecoder().decode(file.document?.bytes) : '';
    expect(ics).toMatch(/SUMMARY:Meet a mentor/);
    expect(ics).toMatch(/CLASS:PRIVATE/);
  });

  test('only people who have been accepted; others read what is still to come', async () => {
    story = await aStory([
      ...somebody('new', 'New'),
      put('registration', aRegistration('new', 'mentee', { state: 'submitted' })),
      ...somebody('gone', 'Gone'),
      put('registration', aRegistration('gone', 'mentor', { state: 'withdrawn' })),
      put('event', anEvent()),
    ]);
    expect(read(await story.open(accountOf('new'), 'event.one', V1))).toMatch(/as soon as your registration/);
    expect(read(await story.open(accountOf('gone'), 'event.one', V1))).toMatch(/people who have been accepted/);
    expect(read(await story.open('slack/T1/USTRANGER', 'event.one', V1))).toMatch(/people who have been accepted/);
    for (const who of ['new', 'gone']) for (const role of ['mentor', 'mentee']) await signUp(who, role);
    expect(await story.read('seats', 'V1')).toBeUndefined();
    expect(await story.read('signup', 'new-V1')).toBeUndefined();
  });

  test('whoever is both chooses, and comes in one role', async () => {
    story = await aStory([
      ...accepted('both', 'mentor'),
      put('registration', aRegistration('both', 'mentee')),
      put('event', anEvent()),
    ]);
    const page = await story.open(accountOf('both'), 'event.one', V1);
    expect(read(page)).toMatch(/choose how you would like to come/);
    await story.press(accountOf('both'), 'event.one', 'sign-up', V1);
    expect(await story.read('signup', 'both-V1')).toBeUndefined();
    await signUp('both', 'mentor');
    expect(read(await signUp('both', 'mentee'))).toMatch(/signed up already/);
    expect(await story.read('signup', 'both-V1')).toMatchObject({ role: 'mentor', state: 'in' });
    expect(await story.read('seats', 'V1')).toMatchObject({ mentor: 1, mentee: 0 });
  });

  test('a full event has a waiting list in order; a place that becomes free goes to the first, who is told neutrally', async () => {
    story = await aStory([...people(0, 5), put('event', anEvent())]);
    for (const who of ['e1', 'e2']) expect(read(await signUp(who))).toMatch(/You have a place/);
    expect(read(await signUp('e3'))).toMatch(/first on the waiting list for mentees/);
    await signUp('e4');
    expect(read(await story.open(accountOf('e3'), 'event.one', V1))).toMatch(/first on the waiting list/);
    expect(read(await story.open(accountOf('e4'), 'event.one', V1))).toMatch(/number 2 on the waiting list/);
    expect(read(await cancel('e1'))).toMatch(/not signed up any more/);
    await story.settle();
    expect(await story.read('signup', 'e1-V1')).toBeUndefined();
    expect(await story.read('signup', 'e3-V1')).toMatchObject({ state: 'in' });
    expect(await story.read('signup', 'e4-V1')).toMatchObject({ state: 'waiting' });
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 2 });
    expect(lettersTo('e3')).toEqual(['Mentor: something for you']);
    expect(lettersTo('e4')).toEqual([]);
    // Somebody who waits and takes their name off the list moves nobody.
    await cancel('e4');
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 2 });
    // Nobody waits, so the place is simply free again.
    await cancel('e2');
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 1 });
    expect(read(await signUp('e5'))).toMatch(/You have a place/);
  });

  test('whoever waited and came takes a place, and gives that one back on cancelling', async () => {
    story = await aStory([...people(0, 5), put('event', anEvent())]);
    for (const who of ['e1', 'e2', 'e3']) await signUp(who);
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'event.here', V1), { who: ['e1-V1', 'e3-V1'] });
    expect(await story.read('signup', 'e3-V1')).toMatchObject({ state: 'in', here: true });
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 3 });
    await cancel('e3');
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 2 });
    expect(read(await signUp('e4'))).toMatch(/first on the waiting list/);
  });

  test('where there are fewer places than before, those who have one keep it, and nobody moves up until there is one', async () => {
    story = await aStory([...people(0, 4), put('event', anEvent())]);
    for (const who of ['e1', 'e2', 'e3']) await signUp(who);
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'event.change', V1), { mentees: '1' });
    await story.settle();
    expect(await story.read('signup', 'e2-V1')).toMatchObject({ state: 'in' });
    await cancel('e1');
    expect(await story.read('signup', 'e3-V1')).toMatchObject({ state: 'waiting' });
    await cancel('e2');
    expect(await story.read('signup', 'e3-V1')).toMatchObject({ state: 'in' });
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 1 });
  });

  test('of two, and of nine, who press at once for the last place exactly one gets it', async () => {
    story = await aStory([...people(0, 10), put('event', anEvent({ places: { mentor: 1, mentee: 2 } }))]);
    await signUp('e1');
    const all = ['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'];
    await Promise.all(all.map(who => signUp(who)));
    // Whoever was told that it changed meanwhile presses once more.
    for (const who of all) if (!(await story.read('signup', `${who}-V1`))) await signUp(who);
    const states = await Promise.all(all.map(async who => (await story.read('signup', `${who}-V1`))?.state));
    expect(states.filter(state => state === 'in')).toHaveLength(1);
    expect(states.filter(state => state === 'waiting')).toHaveLength(8);
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 2 });
    await Promise.all(['e1', ...all].map(who => cancel(who)));
    for (const who of ['e1', ...all]) if (await story.read('signup', `${who}-V1`)) await cancel(who);
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 0 });
  });
});

describe('around an event', () => {
  test('two working days before, those who have a place are reminded, in their own working hours', async () => {
    story = await aStory([
      ...people(1, 3),
      put('event', anEvent({ places: { mentor: 1, mentee: 2 } })),
      ...somebody('late', 'Late', { hours: { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' } }),
      put('registration', aRegistration('late', 'mentee')),
    ]);
    await signUp('e1');
    await signUp('late');
    await signUp('e2');
    await story.later(10 * 24 * HOUR);
    expect(lettersTo('e1')).toEqual(['Mentor: something for you']);
    expect(lettersTo('e2')).toEqual([]);
    expect(lettersTo('late')).toEqual([]);
    await story.later(4 * HOUR);
    expect(lettersTo('late')).toEqual(['Mentor: something for you']);
    expect((await story.read('person', 'e1'))?.prompts).toEqual([]);
  });

  test('whoever has left the scheme by then is taken off the list, and the place goes to the one who waits', async () => {
    story = await aStory([...people(1, 3), put('event', anEvent({ places: { mentor: 1, mentee: 1 } }))]);
    for (const who of ['e1', 'e2', 'e3']) await signUp(who);
    await story.press(accountOf('e1'), 'me.leave', 'leave', { role: 'mentee' });
    await story.later(10 * 24 * HOUR);
    expect(await story.read('registration', 'e1-mentee')).toMatchObject({ state: 'withdrawn' });
    expect(await story.read('signup', 'e1-V1')).toBeUndefined();
    expect(await story.read('signup', 'e2-V1')).toMatchObject({ state: 'in' });
    expect(await story.read('signup', 'e3-V1')).toMatchObject({ state: 'waiting' });
    expect(await story.read('seats', 'V1')).toMatchObject({ mentee: 1 });
    expect(lettersTo('e2')).toEqual(['Mentor: something for you']);
  });

  test('a change that matters is told once to everybody who signed up; the post in the forum changes with it', async () => {
    story = await aStory(people(1, 3));
    const form = await story.open(COORDINATOR, 'event.new');
    const given = { title: 'One', day: '2026-12-07', time: '14:00', place: 'Room 4', link: null, mentees: '1' };
    const desk = await story.send(COORDINATOR, form, given);
    const event = (desk.show === 'view' && desk.at.ids?.['event']) || '';
    const press = (who: string) => story.press(accountOf(who), 'event.one', 'sign-up', { event });
    for (const who of ['m1', 'e1', 'e2', 'e3']) await press(who);
    await story.settle();
    const change = await story.open(COORDINATOR, 'event.change', { event });
    await story.send(COORDINATOR, change, { mentees: '2' });
    await story.settle();
    // A place more: only the one who has it now hears of it.
    expect(lettersTo('e1')).toEqual([]);
    expect(lettersTo('e2')).toEqual(['Mentor: something for you']);
    expect(await story.read('seats', event)).toMatchObject({ mentor: 1, mentee: 2 });
    expect(read(await story.open(accountOf('e1'), 'event.one', { event }))).not.toMatch(/has changed/);
    const again = await story.open(COORDINATOR, 'event.change', { event });
    await story.send(COORDINATOR, again, { time: '15:00' });
    await story.settle();
    expect(lettersTo('m1')).toHaveLength(1);
    expect(lettersTo('e1')).toHaveLength(1);
    expect(read(await story.open(accountOf('e1'), 'event.one', { event }))).toMatch(
      /has changed.*take the file once more/,
    );
    expect(lettersTo('e3')).toHaveLength(1);
    expect(forum()).toHaveLength(1);
    expect(words(forum()[0]!.notice.parts ?? [])).toContain('15:00');
  });

  test('of two co-ordinators who change it at once the second is told, and can send it again', async () => {
    story = await aStory([put('event', anEvent())]);
    const mine = await story.open(COORDINATOR, 'event.change', V1);
    const others = await story.open('slack/T1/UC2', 'event.change', V1);
    await story.send('slack/T1/UC2', others, { title: 'Theirs' });
    const told = await story.send(COORDINATOR, mine, { title: 'Mine' });
    expect(told.show === 'form' && told.problems?.['title']).toMatch(/meanwhile/);
    await story.send(COORDINATOR, told, { title: 'Mine' });
    expect(await story.read('event', 'V1')).toMatchObject({ title: 'Mine', revision: 2 });
  });

  test('called off: everybody who signed up hears so once, nobody can sign up, the post says so and has no button', async () => {
    story = await aStory(people(1, 3));
    const form = await story.open(COORDINATOR, 'event.new');
    const desk = await story.send(COORDINATOR, form, {
      title: 'One',
      day: '2026-12-07',
      time: '14:00',
      place: 'Room 4',
      mentees: '1',
    });
    const event = (desk.show === 'view' && desk.at.ids?.['event']) || '';
    for (const who of ['e1', 'e2']) await story.press(accountOf(who), 'event.one', 'sign-up', { event });
    await story.settle();
    await Promise.all([
      story.press(COORDINATOR, 'event.desk', 'off', { event }),
      story.press('slack/T1/UC2', 'event.desk', 'off', { event }),
    ]);
    await story.settle();
    for (const who of ['e1', 'e2']) expect(lettersTo(who)).toEqual(['Mentor: something for you']);
    expect(read(await story.open(accountOf('e1'), 'event.one', { event }))).toMatch(/called off/);
    expect(read(await story.press(accountOf('e3'), 'event.one', 'sign-up', { event }))).toMatch(/not possible/);
    expect(forum()).toHaveLength(1);
    expect(forum()[0]!.notice.text).toMatch(/has been called off/);
    expect(buttonsOf(forum()[0]!.notice)).toEqual([]);
    expect(read(await story.open(COORDINATOR, 'events'))).not.toContain('One');
    await story.later(20 * 24 * HOUR);
    for (const who of ['e1', 'e2']) expect(lettersTo(who)).toHaveLength(1);
  });
});

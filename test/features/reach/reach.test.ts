// What two people share to reach each other, and notes: theirs alone, changeable, read once, and gone with the pairing.
import { afterEach, describe, expect, test } from 'vitest';
import type { View } from '../../../src/conversation/notice.ts';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { DAY, MINUTE } from '../../../src/scheme/calendar.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { accountOf, samAndAlex, somebody } from '../people.ts';
import { aStory, type Story } from '../story.ts';

const sam = accountOf('sam');
const alex = 'teams/X/alex';
const P1 = { pairing: 'P1' };
const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

/** Sam in Slack mentors Alex in Teams. */
async function mixed(more: Partial<Pairing> = {}, alexIn: string[] = [alex], samIn: string[] = [sam]): Promise<Story> {
  const moved = samAndAlex(more).map((one): Put => {
    if (one.kind !== 'person') return one;
    const accounts = one.value.id === 'alex' ? alexIn : samIn;
    return put('person', { ...one.value, accounts, email: `${one.value.id}@uni.example` });
  });
  const own = [
    ...alexIn.map(id => put('account', { id, person: 'alex' })),
    ...samIn.map(id => put('account', { id, person: 'sam' })),
  ];
  const unique = [...new Map([...moved, ...own].map(one => [`${one.kind}/${one.value.id}`, one])).values()];
  const on = await aStory([...unique, ...somebody('eve', 'Eve')], {}, undefined, ['slack/T1', 'teams/X']);
  begun.push(on);
  return on;
}

function viewOf(reply: Reply): View {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show} ${JSON.stringify(reply)}`);
  return reply.view;
}
const said = (reply: Reply): string => words(viewOf(reply).parts);
const to = (on: Story, account: string) => on.box.messages.filter(one => one.to === account).map(one => one.notice);
const labels = (reply: Reply): string[] => buttonsOf(viewOf(reply)).map(one => one.label);
const sendNote = async (on: Story, who: string, note: string): Promise<Reply> =>
  on.send(who, await on.open(who, 'reach.note', P1), { note });
const notesIn = async (on: Story): Promise<string[]> =>
  (await on.store.keys(undefined, 1000)).keys.filter(key => key.startsWith('note/'));

describe('what is shared (F09)', () => {
  test('nothing is ticked or filled in before somebody does so; only the partner sees it; it can be changed and taken back', async () => {
    const on = await mixed();
    expect(said(await on.open(sam, 'pair', P1))).toContain('How may Alex reach you?');
    const form = await on.open(sam, 'reach', P1);
    expect(form.show === 'form' && form.form.values).toEqual({});
    await on.send(sam, form, { tick: true, phone: 'ext 2210', call: 'https://meet.example/sam' });
    const seen = said(await on.open(alex, 'pair', P1));
    for (const what of ['sam@uni.example', 'ext 2210', 'Open the room']) expect(seen).toContain(what);
    expect(said(await on.open(sam, 'pair', P1))).toContain(
      'You share with Alex: your e-mail address, your phone number and your link for calls.',
    );
    await on.send(sam, await on.open(sam, 'reach', P1), { tick: false, phone: 'ext 3', call: null });
    expect(said(await on.open(alex, 'pair', P1))).toMatch(/^(?!.*sam@uni)[\s\S]*ext 3/);
    await on.send(sam, await on.open(sam, 'reach', P1), { phone: null });
    expect(await on.read('share', 'P1-mentor')).toBeUndefined();
  });

  test('an address that is none is said beside the question; without one in the directory it is typed', async () => {
    const bare = await aStory(samAndAlex(), {}, undefined, ['slack/T1']);
    begun.push(bare);
    const wrong = await bare.send(sam, await bare.open(sam, 'reach', P1), { email: 'sam at uni', phone: '2' });
    expect(wrong.show === 'form' && [Object.keys(wrong.problems ?? {}), wrong.form.values]).toEqual([
      ['email'],
      { email: 'sam at uni', phone: '2' },
    ]);
    await bare.send(sam, wrong, { email: 'sam@uni.example' });
    expect((await bare.read('share', 'P1-mentor'))?.email).toBe('sam@uni.example');
  });

  test('somebody else, a co-ordinator too, finds nothing', async () => {
    const on = await mixed();
    await on.send(sam, await on.open(sam, 'reach', P1), { phone: 'ext 2210' });
    for (const who of [accountOf('eve'), 'slack/T1/UC1'])
      for (const word of ['reach', 'reach.note', 'pair'])
        expect(JSON.stringify(await on.open(who, word, P1))).not.toContain('2210');
  });
});

describe('a chat in common', () => {
  test('in one workspace of Slack, as before; in one tenant of Teams by what the directory says just then', async () => {
    const slack = await mixed({}, [accountOf('alex')]);
    const link = (reply: Reply) => leads(viewOf(reply)).find(where => where.startsWith('https'));
    expect(link(await slack.open(sam, 'pair', P1))).toBe('https://slack.com/app_redirect?team=T1&channel=Ualex');
    const teams = await mixed({}, [alex], ['teams/X/sam']);
    teams.box.profiles[alex] = { name: 'Alex', chatName: 'a.reed@uni.example', gone: false };
    expect(link(await teams.open('teams/X/sam', 'pair', P1))).toBe(
      'https://teams.microsoft.com/l/chat/0/0?tenantId=X&users=a.reed%40uni.example',
    );
    delete teams.box.profiles[alex];
    const without = await teams.open('teams/X/sam', 'pair', P1);
    expect([link(without), leads(viewOf(without)).includes('reach.note')]).toEqual([undefined, true]);
  });

  test('on two platforms a note; with an account on both, the chat where one is just now', async () => {
    const on = await mixed();
    expect(labels(await on.open(sam, 'pair', P1))).toContain('Send a note');
    expect(said(await on.open(sam, 'pair', P1))).toContain('Alex uses Mentor on Microsoft Teams');
    const both = await mixed({}, [alex, accountOf('alex')], [sam, 'teams/X/sam']);
    both.box.profiles[alex] = { name: 'Alex', chatName: 'a.reed@uni.example', gone: false };
    const [inSlack, inTeams] = [await both.open(sam, 'pair', P1), await both.open('teams/X/sam', 'pair', P1)];
    expect(leads(viewOf(inSlack)).filter(one => one.includes('slack.com'))).toHaveLength(1);
    expect(leads(viewOf(inTeams)).filter(one => one.includes('teams.microsoft'))).toHaveLength(1);
  });
});

describe('a note', () => {
  test('is read in private from a neutral message, stays an hour, and is then gone', async () => {
    const on = await mixed();
    expect(said(await sendNote(on, sam, 'Shall we say Tuesday?'))).toContain('on its way to Alex');
    await on.settle();
    const [message] = to(on, alex);
    expect(message?.text).toBe('Mentor: something for you');
    expect(JSON.stringify(on.box.messages)).not.toContain('Tuesday');
    expect(said(await on.open(alex, 'pair', P1))).toContain('There is a note from Sam for you.');
    expect(said(await on.open(alex, 'reach.read', { note: 'P1-mentor-1' }))).not.toContain('Tuesday');
    const read = await on.press(alex, 'reach.read', 'read', { note: 'P1-mentor-1' });
    expect(said(read)).toContain('Shall we say Tuesday?');
    expect(said(await on.open(alex, 'reach.read', { note: 'P1-mentor-1' }))).toContain('Tuesday');
    await on.later(61 * MINUTE);
    expect(await notesIn(on)).toEqual([]);
    expect(said(await on.press(alex, 'reach.read', 'read', { note: 'P1-mentor-1' }))).toContain(
      'nothing here any more',
    );
  });

  test('can be erased at once, and unread it is gone after two weeks', async () => {
    const on = await mixed();
    await sendNote(on, sam, 'One');
    await on.press(alex, 'reach.read', 'done', { note: 'P1-mentor-1' });
    expect(await notesIn(on)).toHaveLength(1);
    await on.press(alex, 'reach.read', 'read', { note: 'P1-mentor-1' });
    await on.press(alex, 'reach.read', 'done', { note: 'P1-mentor-1' });
    expect(await notesIn(on)).toEqual([]);
    await sendNote(on, alex, 'Two');
    await on.later(14 * DAY);
    expect(await notesIn(on)).toEqual([]);
  });

  test('the one who wrote it, somebody else and a co-ordinator cannot read it', async () => {
    const on = await mixed();
    await sendNote(on, sam, 'Shall we say Tuesday?');
    for (const who of [sam, accountOf('eve'), 'slack/T1/UC1', 'slack/T1/UNEW'])
      expect(JSON.stringify(await on.press(who, 'reach.read', 'read', { note: 'P1-mentor-1' }))).not.toContain(
        'Tuesday',
      );
    expect((await on.read('note', 'P1-mentor-1'))?.readAt).toBeUndefined();
  });

  test('three wait at most, also when several are sent at once; then one sentence beside what was typed', async () => {
    const on = await mixed();
    const form = await on.open(sam, 'reach.note', P1);
    await Promise.all([1, 2, 3, 4, 5].map(n => on.send(sam, form, { note: `Note ${n}` })));
    expect(await notesIn(on)).toHaveLength(3);
    const full = await sendNote(on, sam, 'One more');
    expect(full.show === 'form' && [full.problems?.['note'], full.form.values]).toEqual([
      expect.stringContaining('three notes at a time'),
      { note: 'One more' },
    ]);
    await sendNote(on, alex, 'From the other side');
    expect(await notesIn(on)).toHaveLength(4);
  });

  test('neither sent nor kept once the pairing has ended; while the notice is held there is nothing to do', async () => {
    const on = await mixed();
    await sendNote(on, sam, 'Shall we say Tuesday?');
    await on.send(sam, await on.open(sam, 'reach', P1), { phone: 'ext 2210' });
    await on.send(sam, await on.open(sam, 'exit', P1), { partnerKnows: 'not-yet', next: 'later', urgent: false });
    const writing = await on.open(alex, 'reach.note', P1);
    await on.press(sam, 'exit.end', 'end', P1);
    await on.settle();
    expect([await notesIn(on), await on.read('share', 'P1-mentor')]).toEqual([[], undefined]);
    expect(to(on, alex)).toEqual([]);
    expect(said(await on.open(alex, 'reach.note', P1))).toContain('There is nothing to do at present.');
    expect(said(await on.send(alex, writing, { note: 'Too late' }))).toContain('There is nothing to do at present.');
    expect(said(await on.open(alex, 'reach.read', { note: 'P1-mentor-1' }))).not.toContain('Tuesday');
    expect(said(await on.open(sam, 'reach.note', P1))).toContain('nothing here any more');
    expect(await notesIn(on)).toEqual([]);
  });
});

test('a time is said to each of the two in their own zone', async () => {
  const records = samAndAlex({ plannedAt: Date.parse('2026-12-01T15:00:00Z') }).map(one =>
    one.kind === 'person' && one.value.id === 'alex' ? put('person', { ...one.value, zone: 'Europe/Athens' }) : one,
  );
  const on = await aStory(records);
  begun.push(on);
  expect(said(await on.open(sam, 'pair', P1))).toContain('15:00');
  expect(said(await on.open(accountOf('alex'), 'pair', P1))).toContain('17:00');
});

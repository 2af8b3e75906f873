// One person, two accounts, walked through on the real engine: by address and a yes, by code, refused, taken off, and two at once.
import { afterEach, describe, expect, test } from 'vitest';
import type { Button, View } from '../../../src/conversation/notice.ts';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { hashAddress } from '../../../src/engine/ask.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { DAY, MINUTE } from '../../../src/scheme/calendar.ts';
import type { Person, Scheme } from '../../../src/scheme/kinds.ts';
import { makeVault } from '../../../src/store/vault.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { accountOf, samAndAlex, somebody } from '../people.ts';
import { aStory, type Story } from '../story.ts';
import { aPerson } from '../turn.ts';

const sam = accountOf('sam');
const TEAMS = 'teams/X/8f1c-sam';
const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const address = (email: string): string => hashAddress(vault.hash, email);
const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

async function story(records: Put[], scheme: Partial<Scheme> = {}): Promise<Story> {
  const on = await aStory(records, scheme, undefined, ['slack/T1', 'teams/X']);
  begun.push(on);
  return on;
}

/** Sam is known on Slack with an address; the directory of Teams gives the same one for the other account. */
async function samTwice(scheme: Partial<Scheme> = {}, more: Put[] = []): Promise<Story> {
  const records = samAndAlex().map(one =>
    one.kind === 'person' && one.value.id === 'sam'
      ? put('person', { ...one.value, emailHash: address('sam@uni.example') })
      : one,
  );
  const on = await story([...records, ...more], scheme);
  on.box.profiles[TEAMS] = { name: 'Okoro, Sam', email: 'Sam@uni.example', gone: false };
  return on;
}

function viewOf(reply: Reply): View {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}`);
  return reply.view;
}
const said = (reply: Reply): string =>
  reply.show === 'form' ? words(reply.form.intro ?? []) : words(viewOf(reply).parts);
const shownButtons = (reply: Reply): Button[] => buttonsOf(reply.show === 'form' ? reply.form : viewOf(reply));
const to = (on: Story, account: string) => on.box.messages.filter(one => one.to === account).map(one => one.notice);
const personAt = async (on: Story, account: string): Promise<Person | undefined> => {
  const found = await on.read('account', account);
  return found && on.read('person', found.person);
};

async function codeOf(on: Story, who: string): Promise<string> {
  const reply = await on.press(who, 'me.accounts', 'code');
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(said(reply))?.[0];
  if (!code) throw new Error(`no code in: ${said(reply)}`);
  return code;
}
const give = async (on: Story, who: string, code: string): Promise<Reply> =>
  on.send(who, await on.open(who, 'me.link'), { code });

describe('by address, and a yes on the side that is known', () => {
  test('the stranger is offered it, at home and where one registers, and nothing is linked by the address alone', async () => {
    const on = await samTwice();
    expect(said(await on.open(TEAMS, 'home'))).toMatch(/^Hello Sam\.[\s\S]*on Slack/);
    expect(leads(viewOf(await on.open(TEAMS, 'home')))).toContain('me.link');
    expect(leads(viewOf(await on.open(TEAMS, 'register')))).toContain('me.link');
    expect(leads(viewOf(await on.open(TEAMS, 'me')))).toContain('me.link');
    expect(shownButtons(await on.open(TEAMS, 'me.link')).map(one => one.label)).toContain('Ask me on Slack');
    expect(await on.read('account', TEAMS)).toBeUndefined();
  });

  test('asked once, answered with yes: one registration with two accounts, and the new side hears', async () => {
    const on = await samTwice();
    await on.press(TEAMS, 'me.link', 'ask');
    await on.press(TEAMS, 'me.link', 'ask');
    await on.settle();
    expect(to(on, sam).map(one => one.text)).toEqual(['Mentor: something for you']);
    expect(JSON.stringify(to(on, sam))).not.toContain('Okoro');
    expect(said(await on.open(sam, 'me.twin', { account: TEAMS }))).toContain('Microsoft Teams, as Okoro, Sam');
    await on.press(sam, 'me.twin', 'yes', { account: TEAMS });
    await on.settle();
    expect((await personAt(on, TEAMS))?.accounts).toEqual([sam, TEAMS]);
    expect(await on.read('linking', TEAMS)).toBeUndefined();
    expect(to(on, TEAMS)).toHaveLength(1);
    expect(said(await on.open(TEAMS, 'pair'))).toContain('Alex Reed');
  });

  test('a no is kept, nothing is linked, and it is not asked again', async () => {
    const on = await samTwice();
    await on.press(TEAMS, 'me.link', 'ask');
    await on.press(sam, 'me.twin', 'no', { account: TEAMS });
    await on.press(sam, 'me.twin', 'yes', { account: TEAMS });
    await on.press(TEAMS, 'me.link', 'ask');
    await on.settle();
    expect(await on.read('account', TEAMS)).toBeUndefined();
    expect(to(on, sam)).toEqual([]);
    expect(said(await on.open(TEAMS, 'me.link'))).toContain('answered with a no');
    await on.later(91 * DAY);
    expect(await on.read('linking', TEAMS)).toBeUndefined();
  });

  test('nobody but the one who is asked can answer; without the same address nobody is offered anything', async () => {
    const on = await samTwice();
    await on.press(TEAMS, 'me.link', 'ask');
    await on.press(accountOf('alex'), 'me.twin', 'yes', { account: TEAMS });
    await on.press('slack/T1/UC1', 'me.twin', 'yes', { account: TEAMS });
    expect(await on.read('account', TEAMS)).toBeUndefined();
    // Not even a co-ordinator who may read of it.
    const cor = put('person', aPerson('C1', 'Carol', { accounts: ['slack/T1/UC1'] }));
    const other = await samTwice({}, [put('account', { id: 'slack/T1/UC1', person: 'C1' }), cor]);
    await other.press(TEAMS, 'me.link', 'ask');
    await other.press('slack/T1/UC1', 'me.twin', 'yes', { account: TEAMS });
    expect(await other.read('account', TEAMS)).toBeUndefined();
    on.box.profiles['slack/T1/UNEW'] = { name: 'Sam', email: 'sam@uni.example', gone: false };
    expect(leads(viewOf(await on.open('slack/T1/UNEW', 'home')))).not.toContain('me.link');
    on.box.profiles['teams/X/2'] = { name: 'Pat', email: 'pat@uni.example', gone: false };
    expect(said(await on.open('teams/X/2', 'home'))).not.toContain('Slack');
    await on.press('teams/X/2', 'me.link', 'ask');
    expect(await on.read('linking', 'teams/X/2')).toBeUndefined();
  });

  test('a race: whoever registered there meanwhile stays a person of their own', async () => {
    const on = await samTwice();
    await on.press(TEAMS, 'me.link', 'ask');
    await on.press(TEAMS, 'setup.join', 'ask');
    expect((await personAt(on, TEAMS))?.id).not.toBe('sam');
    expect(said(await on.press(sam, 'me.twin', 'yes', { account: TEAMS }))).toContain('Nothing was linked');
    expect((await on.read('person', 'sam'))?.accounts).toEqual([sam]);
  });

  test('both at once: one comes first, and there is never one account with two people', async () => {
    for (let n = 0; n < 5; n++) {
      const on = await samTwice();
      await on.press(TEAMS, 'me.link', 'ask');
      await Promise.all([on.press(sam, 'me.twin', 'yes', { account: TEAMS }), on.press(TEAMS, 'setup.join', 'ask')]);
      const owner = await personAt(on, TEAMS);
      expect(owner?.accounts).toContain(TEAMS);
      const samNow = await on.read('person', 'sam');
      expect(samNow?.accounts.includes(TEAMS)).toBe(owner?.id === 'sam');
    }
  });
});

describe('by a one-time code', () => {
  test('links, once; the side that made it hears; what was begun comes along', async () => {
    const on = await story([
      ...samAndAlex(),
      put('notebook', {
        id: TEAMS,
        person: TEAMS,
        begunAt: 1,
        drafts: { register: { way: 'mentee' } },
        reviews: {},
        exits: {},
      }),
    ]);
    const code = await codeOf(on, sam);
    expect(said(await give(on, TEAMS, code.toLowerCase()))).toContain('linked');
    await on.settle();
    expect((await personAt(on, TEAMS))?.accounts).toEqual([sam, TEAMS]);
    expect(to(on, sam)).toHaveLength(1);
    expect((await on.read('notebook', 'sam'))?.drafts).toEqual({ register: { way: 'mentee' } });
    expect(await on.read('notebook', TEAMS)).toBeUndefined();
    expect((await give(on, 'slack/T1/UNEW', code)).show).toBe('form');
    expect(await on.read('account', 'slack/T1/UNEW')).toBeUndefined();
  });

  test('only its keyed hash is kept, and of several the newest counts', async () => {
    const on = await story(samAndAlex());
    const first = await codeOf(on, sam);
    const second = await codeOf(on, sam);
    const { keys } = await on.store.keys(undefined, 1000);
    const codes = keys.filter(key => key.startsWith('linkcode/'));
    expect(codes).toHaveLength(1);
    expect(JSON.stringify(keys)).not.toContain(second.replace('-', ''));
    await give(on, TEAMS, first);
    expect(await on.read('account', TEAMS)).toBeUndefined();
    await give(on, TEAMS, second);
    expect((await personAt(on, TEAMS))?.id).toBe('sam');
  });

  test('after ten minutes it is gone', async () => {
    const on = await story(samAndAlex());
    const code = await codeOf(on, sam);
    await on.later(10 * MINUTE);
    const { keys } = await on.store.keys(undefined, 1000);
    expect(keys.filter(key => key.startsWith('linkcode/'))).toEqual([]);
    await give(on, TEAMS, code);
    expect(await on.read('account', TEAMS)).toBeUndefined();
  });

  test('five that do not fit: none is taken for a quarter of an hour, not even the right one', async () => {
    const on = await story(samAndAlex());
    const wrong = await give(on, TEAMS, 'AAAA-AAAA');
    expect(wrong.show === 'form' && [wrong.problems?.['code'], wrong.form.values]).toEqual([
      expect.stringContaining('does not fit'),
      { code: 'AAAA-AAAA' },
    ]);
    for (let n = 0; n < 4; n++) await give(on, TEAMS, 'AAAA-AAAA');
    await on.later(6 * MINUTE);
    const code = await codeOf(on, sam);
    expect(said(await on.open(TEAMS, 'me.link'))).toContain('quarter of an hour');
    const target = { word: 'me.link', ids: { code: 'x', typed: code }, press: 'try' };
    await on.engine.host.act({ op: 'forged', account: TEAMS, place: 'window', did: { what: 'press', target } });
    expect((await on.read('linking', TEAMS))?.wrong).toBe(0);
    await on.later(9 * MINUTE);
    await give(on, TEAMS, code);
    expect((await personAt(on, TEAMS))?.id).toBe('sam');
  });

  test('two who give it at once: one is linked', async () => {
    for (let n = 0; n < 5; n++) {
      const on = await story(samAndAlex());
      const code = await codeOf(on, sam);
      await Promise.all([give(on, TEAMS, code), give(on, 'teams/X/other', code)]);
      const linked = [await on.read('account', TEAMS), await on.read('account', 'teams/X/other')].filter(Boolean);
      expect(linked).toHaveLength(1);
      expect((await on.read('person', 'sam'))?.accounts).toHaveLength(2);
    }
  });

  test('a second account in one workspace is refused', async () => {
    const on = await story(samAndAlex());
    expect(said(await give(on, 'slack/T1/UNEW', await codeOf(on, sam)))).toContain('already, with another account');
    expect(await on.read('account', 'slack/T1/UNEW')).toBeUndefined();
  });
});

describe('somebody who is registered twice', () => {
  const twice = (more: Put[]): Put[] => [
    ...samAndAlex(),
    put('account', { id: TEAMS, person: 'sam2' }),
    ...somebody('sam2', 'Sam again', { accounts: [TEAMS] }).slice(1),
    ...more,
  ];

  test('with nothing on that side, the two become one, and nothing of the empty start is left', async () => {
    const on = await story(twice([]));
    await give(on, TEAMS, await codeOf(on, sam));
    expect((await personAt(on, TEAMS))?.id).toBe('sam');
    expect([await on.read('person', 'sam2'), await on.read('notebook', 'sam2')]).toEqual([undefined, undefined]);
  });

  test('with something of their own there, nothing changes, and the co-ordinators are named', async () => {
    const inquiry = put('inquiry', {
      id: 'Q1',
      person: 'sam2',
      text: 'Hello',
      urgent: false,
      at: 1,
      answerBy: '2026-12-01',
      escalateAt: 1,
      state: 'closed',
      escalated: true,
      closedTo: [],
    });
    const on = await story(twice([inquiry]));
    const code = await codeOf(on, sam);
    const reply = await give(on, TEAMS, code);
    expect(said(reply)).toContain('cannot simply become one');
    expect(leads(viewOf(reply))).toContain('contact');
    expect((await personAt(on, TEAMS))?.id).toBe('sam2');
    // The other way about it would not do either; and the code still holds.
    expect((await on.read('person', 'sam'))?.accounts).toEqual([sam]);
  });
});

describe('two accounts', () => {
  const both = (more: Partial<Person> = {}): Put[] => [
    ...samAndAlex().map(one =>
      one.kind === 'person' && one.value.id === 'sam'
        ? put('person', { ...one.value, accounts: [sam, TEAMS], ...more })
        : one,
    ),
    put('account', { id: TEAMS, person: 'sam' }),
  ];
  const prompt = async (on: Story): Promise<void> => {
    await on.press('slack/T1/UC1', 'me', 'return');
    const reply = await on.open(accountOf('alex'), 'checkin.plan', { pairing: 'P1' });
    await on.send(accountOf('alex'), reply, { day: '2026-12-01', on: '2026-12-01', time: '10:00' });
    await on.settle();
  };

  test('are shown plainly, with where messages come; and the other can be chosen', async () => {
    const on = await story(both());
    expect(said(await on.open(sam, 'me'))).toContain('On Slack and Microsoft Teams.');
    expect(said(await on.open(sam, 'me.accounts'))).toContain('Slack (here)\nMessages come to you here.');
    await prompt(on);
    expect([to(on, sam).length, to(on, TEAMS).length]).toEqual([1, 0]);
    await on.press(sam, 'me.accounts', 'prefer', { account: TEAMS });
    await on.press(sam, 'me.accounts', 'prefer', { account: accountOf('alex') });
    expect((await on.read('person', 'sam'))?.prefers).toBe(TEAMS);
    await prompt(on);
    expect([to(on, sam).length, to(on, TEAMS).length]).toEqual([1, 1]);
  });

  test('where the preferred one is gone, the message comes by the other, and the person is told there', async () => {
    const on = await story(both({ prefers: TEAMS }));
    on.box.gone.add(TEAMS);
    await prompt(on);
    expect(to(on, TEAMS)).toEqual([]);
    expect(
      to(on, sam)
        .map(one => one.text)
        .sort(),
    ).toEqual([
      'Mentor: I can’t write to you on Microsoft Teams any more. Messages come to you here from now on.',
      'Mentor: something for you',
    ]);
    expect(await on.read('person', 'sam')).toMatchObject({ accounts: [sam] });
    expect((await on.read('registration', 'sam-mentor'))?.state).toBe('full');
  });

  test('is gone only when the last account is; one that is back is theirs again', async () => {
    const on = await story(both());
    const { host } = on.engine;
    await host.happened({ what: 'person-gone', account: TEAMS }, 'g1');
    await host.happened({ what: 'person-gone', account: TEAMS }, 'g2');
    await on.settle();
    await host.happened({ what: 'person-gone', account: TEAMS }, 'g2 again');
    await on.settle();
    expect(to(on, sam)).toHaveLength(1);
    expect((await on.read('person', 'sam'))?.goneAt).toBeUndefined();
    await host.happened({ what: 'person-back', account: TEAMS }, 'b1');
    expect((await on.read('person', 'sam'))?.accounts).toEqual([sam, TEAMS]);
    await host.happened({ what: 'person-gone', account: TEAMS }, 'g3');
    await host.happened({ what: 'person-gone', account: sam }, 'g4');
    expect((await on.read('person', 'sam'))?.goneAt).toBeDefined();
  });

  test('one is taken off, both are told, and what is on its way finds the other', async () => {
    const on = await story(both({ prefers: TEAMS }));
    const reply = await on.open(accountOf('alex'), 'checkin.plan', { pairing: 'P1' });
    await on.send(accountOf('alex'), reply, { day: '2026-12-01', on: '2026-12-01', time: '10:00' });
    await on.press(sam, 'me.accounts', 'unlink', { account: TEAMS });
    await on.settle();
    expect(await on.read('account', TEAMS)).toBeUndefined();
    expect(to(on, TEAMS).map(one => one.text)).toEqual(['Mentor: this account is not linked any more.']);
    expect(to(on, sam)).toHaveLength(2);
    expect((await on.open(TEAMS, 'pair')).show).toBe('view');
    expect(said(await on.open(TEAMS, 'pair'))).not.toContain('Alex');
  });

  test('the last stays, and one that came later cannot take off the first', async () => {
    const on = await story(both());
    await on.press(TEAMS, 'me.accounts', 'unlink', { account: sam });
    expect((await on.read('person', 'sam'))?.accounts).toEqual([sam, TEAMS]);
    await on.press(sam, 'me.accounts', 'unlink', { account: TEAMS });
    await on.press(sam, 'me.accounts', 'unlink', { account: sam });
    expect((await on.read('person', 'sam'))?.accounts).toEqual([sam]);
  });

  test('a co-ordinator is one by either, and an account taken off is none', async () => {
    const on = await story(samAndAlex(), {
      coordinators: [sam, 'slack/T1/UC2'],
      coordinatorPersons: { [sam]: 'sam' },
    });
    await give(on, TEAMS, await codeOf(on, sam));
    expect((await on.read('scheme', 'scheme'))?.coordinatorPersons).toEqual({ [sam]: 'sam', [TEAMS]: 'sam' });
    expect(viewOf(await on.open(TEAMS, 'desk')).title).not.toBe('For co-ordinators');
    await on.press(sam, 'me.accounts', 'unlink', { account: TEAMS });
    expect(viewOf(await on.open(TEAMS, 'desk')).title).toBe('For co-ordinators');
    expect(viewOf(await on.open(sam, 'desk')).title).not.toBe('For co-ordinators');
  });
});

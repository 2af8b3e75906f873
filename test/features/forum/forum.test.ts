// The forum: writing with a name or without, reading before one registers, looking before others do, taking down kindly, the channel, offers and requests that lead on; walked on the real engine and a real store (F20, R7).
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { forumRoom } from '../../../src/features/forum/forum.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { buttonsOf, leads, pageNamed, viewOf, words } from '../page.ts';
import { aCard, accountOf, samAndAlex, somebody } from '../people.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { aPerson, aScheme, aTurn } from '../turn.ts';

let story: Story;
afterEach(() => story?.close());

const COORDINATOR = 'slack/T1/UC1';
const STRANGER = 'slack/T1/USTRANGER';
const HOUR = 3_600_000;
const read = (reply: Reply): string => {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}: ${JSON.stringify(reply).slice(0, 300)}`);
  return words(reply.view.parts);
};
const buttons = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
const messagesTo = (address: string) => story.box.messages.filter(one => one.to === address);
const FORUM = 'slack/T1/CFORUM';
const ALERTS = 'slack/T1/CALERTS';

const told = {
  what: 'experience',
  title: 'What I learned as a mentee',
  text: 'I found out that I can ask.',
  side: 'mentee',
  topics: ['career'],
  shown: 'name',
  read: true,
};
const wren = [
  ...somebody('wren', 'Wren Moss'),
  put('registration', aRegistration('wren', 'mentee')),
  put('card', aCard('wren', 'mentee', 'Wren Moss')),
];
const writeAs = async (who: string, more: object = {}, ids = {}): Promise<Reply> =>
  story.send(who, await story.open(who, 'forum.write', ids), { ...told, ...more });
const WREN = accountOf('wren');
/** The id of the only contribution there is. */
async function onlyOne(): Promise<string> {
  const { keys } = await story.store.keys(undefined, 1_000);
  const found = keys.filter(key => key.startsWith('contribution/'));
  expect(found).toHaveLength(1);
  return found[0]?.slice('contribution/'.length) ?? '';
}

/** Presses *Show it* as it stands on the page that a co-ordinator has before them, if it does. */
async function show(id: string, page?: Reply): Promise<Reply | undefined> {
  const seen = page ?? (await story.open(COORDINATOR, 'forum.look', { story: id }));
  const button = buttonsOf(seen.show === 'view' ? seen.view : {}).find(one => 'to' in one && one.to.press === 'show');
  return button && 'to' in button ? story.press(COORDINATOR, 'forum.look', 'show', button.to.ids ?? {}) : undefined;
}

describe('reading', () => {
  test('anybody reads it, also before registering; by what it is, by whom and about what; the word and help lead there', async () => {
    story = await aStory(wren);
    await writeAs(WREN);
    await writeAs(WREN, { what: 'question', title: 'How often do you meet?', side: 'other', topics: [] });
    for (const who of [STRANGER, WREN]) {
      const list = await story.open(who, 'forum');
      expect(read(list)).toMatch(
        /How often do you meet\?[\s\S]*What I learned as a mentee\nAn experience, by Wren Moss/,
      );
    }
    expect(buttons(await story.open(STRANGER, 'help'))).toContain('forum');
    expect(buttons(await story.open(STRANGER, 'register'))).toContain('forum');
    const found = await story.send(STRANGER, await story.open(STRANGER, 'forum.find'), {
      what: 'experience',
      side: 'mentee',
      topic: 'career',
    });
    expect(read(found)).toMatch(/^Experiences by mentees about Career planning and promotion:/m);
    expect(read(found)).not.toContain('How often');
    const none = await story.send(STRANGER, await story.open(STRANGER, 'forum.find'), {
      what: 'offer',
      side: null,
      topic: null,
    });
    expect(read(none)).toContain('There is nothing like that here yet.');
    const one = await story.open(STRANGER, 'forum.one', { story: await firstStory() });
    expect(read(one)).toContain('I found out that I can ask.');
  });

  async function firstStory(): Promise<string> {
    const { keys } = await story.store.keys(undefined, 1_000);
    const ids = keys.filter(key => key.startsWith('story/')).map(key => key.slice('story/'.length));
    for (const id of ids) if ((await story.read('story', id))?.what === 'experience') return id;
    return '';
  }

  test('forums elsewhere are linked, also where there is none here (R0)', async () => {
    const external = [{ name: 'Technicians’ network', link: 'https://network.example' }];
    story = await aStory(wren, { external, stories: 'off' });
    const list = await story.open(STRANGER, 'forum');
    expect(read(list)).toMatch(/no forum here[\s\S]*Technicians’ network/);
    expect(buttons(list)).toEqual(['home']);
    expect(read(await story.open(WREN, 'forum.write'))).toMatch(/no forum here/);
    expect(buttons(await story.open(STRANGER, 'help'))).not.toContain('forum');
  });
});

describe('how others see the author', () => {
  const seen = async (shown: string): Promise<{ list: string; record: string }> => {
    story = await aStory(wren);
    await writeAs(WREN, { shown });
    const id = await onlyOne();
    const shownTo = [await story.open(STRANGER, 'forum'), await story.open(STRANGER, 'forum.one', { story: id })];
    const record = JSON.stringify(await story.read('story', id));
    return { list: JSON.stringify(shownTo), record };
  };

  test('by name, with a way to write to them, only where they chose so', async () => {
    story = await aStory(wren);
    await writeAs(WREN, { shown: 'contact' });
    const id = await onlyOne();
    const reply = await story.open(STRANGER, 'forum.one', { story: id });
    const link = buttonsOf(reply.show === 'view' ? reply.view : {}).find(button => 'url' in button);
    expect(link).toMatchObject({ label: 'Write to Wren' });
    await story.close();
    const named = await seen('name');
    expect(named.list).toContain('Wren Moss');
    expect(named.record).not.toContain('accounts');
  });

  test('in Teams the way to write to them is what the directory says, asked for their account alone', () => {
    const [mine, theirs] = ['teams/T9/me', 'teams/T9/wren'];
    const story_ = { id: 'F1', ...told, what: 'experience', side: 'mentee', at: 0, name: 'Wren', accounts: [theirs] };
    const me = aPerson('me', 'Me', { accounts: [mine] });
    const page = pageNamed(forumRoom, 'forum.one');
    const open = { story: story_ } as never;
    expect(page.checks?.({}, {}, aScheme(), { open, person: me })).toEqual({ accounts: [theirs] });
    const accounts = { [theirs]: { name: 'Wren', gone: false, chatName: 'wren@northmoor.example' } };
    const view = viewOf(forumRoom, 'forum.one', aTurn(me, open, { accounts }));
    expect(buttonsOf(view)[0]).toMatchObject({ url: expect.stringMatching(/teams\.microsoft\.com.*wren/) });
  });

  test('as a mentee without a name, or not at all: the copy that everybody reads holds neither name, account nor person', async () => {
    for (const [shown, by] of [
      ['side', 'by a mentee'],
      ['nobody', 'by somebody in the scheme'],
    ] as const) {
      const { list, record } = await seen(shown);
      expect(list).toContain(by);
      for (const text of [list, record]) expect(text).not.toMatch(/wren|Wren/);
      if (shown === 'nobody')
        expect(read(await story.open(STRANGER, 'forum', { side: 'mentee' }))).toContain('nothing like that');
      await story.close();
    }
    story = await aStory(wren);
  });

  test('the tick that nobody else is named is needed', async () => {
    story = await aStory(wren);
    const again = await writeAs(WREN, { read: null });
    expect(again.show === 'form' && again.problems?.['read']).toBe('Please tick this to go on.');
    expect(again.show === 'form' && again.form.values?.['text']).toBe(told.text);
  });
});

describe('what is written', () => {
  test('a partner’s full name does not go out by mistake, however it is written; a first name alone may be a word', async () => {
    story = await aStory(samAndAlex({ state: 'active' }));
    const alex = accountOf('alex');
    for (const more of [{ text: 'Thanks to SAM  okoro, my mentor!' }, { title: 'Sam Okoro helped' }]) {
      const again = await writeAs(alex, more);
      const problems = again.show === 'form' ? Object.entries(again.problems ?? {}) : [];
      expect(problems).toEqual([[Object.keys(more)[0], expect.stringMatching(/names Sam Okoro/)]]);
      expect(again.show === 'form' && again.form.values).toMatchObject(more);
    }
    expect((await writeAs(alex, { text: 'Sam I am, and nobody else. I am Alex Reed.' })).show).toBe('view');
    expect((await writeAs(accountOf('wren'), { text: 'Sam Okoro' })).show).toBe('view');
  });

  test('a question can be answered, by anybody; its answers stand with it, and lead back', async () => {
    story = await aStory([...wren, ...somebody('kit', 'Kit Lane')]);
    await writeAs(WREN, { what: 'question', title: 'How often do you meet?', text: 'I wonder.', shown: 'nobody' });
    const id = await onlyOne();
    const shown = await story.open(accountOf('kit'), 'forum.one', { story: id });
    expect(read(shown)).toContain('Nobody has answered yet.');
    const button = buttonsOf(shown.show === 'view' ? shown.view : {})[0];
    const target = button && 'to' in button ? button.to : { word: '' };
    expect(target).toMatchObject({ word: 'forum.write', ids: { re: id } });
    const form = await story.open(accountOf('kit'), target.word, target.ids);
    expect(form).toMatchObject({ form: { values: { title: 'About: How often do you meet?', topics: ['career'] } } });
    expect(JSON.stringify(form)).toContain('An answer to: ');
    const mine = await story.send(accountOf('kit'), form, {
      text: 'Once a month.',
      side: 'mentor',
      shown: 'name',
      read: true,
    });
    const answer = mine.show === 'view' ? (mine.at.ids?.['story'] ?? '') : '';
    expect(read(await story.open(STRANGER, 'forum.one', { story: id }))).toMatch(
      /Answers\n[\s\S]*by Kit Lane\nOnce a month/,
    );
    const one = await story.open(STRANGER, 'forum.one', { story: answer });
    expect(buttons(one)).toContain('forum.one');
    expect(read(one)).not.toContain('Answers');
    await writeAs(accountOf('kit'), { title: 'Better', text: 'Twice.' }, { story: answer });
    expect(read(await story.open(STRANGER, 'forum.one', { story: id }))).toContain('Twice.');
    await story.press(WREN, 'forum.mine.one', 'back', { story: id });
    expect(buttons(await story.open(STRANGER, 'forum.one', { story: answer }))).not.toContain('forum.one');
  });

  test('no answer stands with what is no question, or is not there', async () => {
    story = await aStory(wren);
    await writeAs(WREN);
    const id = await onlyOne();
    for (const re of [id, 'none', 'P1']) {
      const mine = await writeAs(WREN, {}, { re });
      const answer = mine.show === 'view' ? (mine.at.ids?.['story'] ?? '') : '';
      expect((await story.read('story', answer))?.re).toBeUndefined();
    }
  });
});

describe('its author', () => {
  test('changes it, and takes it back; nobody else can', async () => {
    story = await aStory([...wren, ...somebody('kit', 'Kit Lane')]);
    await writeAs(WREN);
    const id = await onlyOne();
    const other = await story.open(accountOf('kit'), 'forum.write', { story: id });
    expect(other.show === 'form' && JSON.stringify(other.form.values)).toBe('{}');
    expect(JSON.stringify(await story.open(accountOf('kit'), 'forum.mine.one', { story: id }))).not.toContain(
      told.text,
    );
    await story.press(accountOf('kit'), 'forum.mine.one', 'back', { story: id });
    await writeAs(WREN, { title: 'Better so' }, { story: id });
    expect(await onlyOne()).toBe(id);
    expect(await story.read('story', id)).toMatchObject({ title: 'Better so' });
    await story.press(WREN, 'forum.mine.one', 'back', { story: id });
    expect([await story.read('story', id), await story.read('contribution', id)]).toEqual([undefined, undefined]);
  });

  test('the same sent twice by two windows: the second looks again', async () => {
    story = await aStory(wren);
    await writeAs(WREN);
    const id = await onlyOne();
    const form = await story.open(WREN, 'forum.write', { story: id });
    await writeAs(WREN, { title: 'Once' }, { story: id });
    const again = await story.send(WREN, form, { ...told, title: 'Twice' });
    expect(again.show === 'form' && again.problems?.['title']).toMatch(/changed meanwhile/);
    expect(await story.read('story', id)).toMatchObject({ title: 'Once' });
  });

  test('puts it into the forum channel in one press, once; it goes from there when it is taken back', async () => {
    story = await aStory(wren);
    await writeAs(WREN, { shown: 'side' });
    const id = await onlyOne();
    expect(messagesTo(FORUM)).toEqual([]);
    await Promise.all([1, 2].map(() => story.press(WREN, 'forum.mine.one', 'channel', { story: id })));
    await story.settle();
    expect(messagesTo(FORUM)).toHaveLength(1);
    await story.press(WREN, 'forum.mine.one', 'channel', { story: id });
    await story.settle();
    expect(messagesTo(FORUM)).toHaveLength(1);
    const [post] = messagesTo(FORUM);
    expect(words(post?.notice.parts ?? [])).toContain('I found out that I can ask.');
    expect(JSON.stringify(post?.notice)).not.toMatch(/wren|Wren/);
    await writeAs(WREN, { shown: 'side', text: 'Said better.' }, { story: id });
    await story.settle();
    expect(words(messagesTo(FORUM)[0]?.notice.parts ?? [])).toContain('Said better.');
    const removed: string[] = [];
    story.box.door.remove = async ref => {
      removed.push(ref.message);
      return { sent: ref };
    };
    await story.press(WREN, 'forum.mine.one', 'back', { story: id });
    await story.settle();
    expect(removed).toEqual([post?.ref.message]);
  });

  test('a milestone of a pair names nobody of it', async () => {
    story = await aStory(samAndAlex({ state: 'active' }));
    const form = await story.open(accountOf('alex'), 'forum.write', { what: 'milestone' });
    expect(form.show === 'form' && form.form.values).toEqual({ what: 'milestone' });
    await story.send(accountOf('alex'), form, { ...told, what: 'milestone', shown: 'side' });
    await story.press(accountOf('alex'), 'forum.mine.one', 'channel', { story: await onlyOne() });
    await story.settle();
    expect(JSON.stringify(messagesTo(FORUM)[0]?.notice)).not.toMatch(/Sam|Alex|sam|alex/);
  });
});

describe('co-ordinators', () => {
  const looked = { stories: 'looked-at' as const };

  test('where the scheme wants it, one looks before others read it; its author hears when it is there', async () => {
    story = await aStory(wren, looked);
    expect(read(await writeAs(WREN))).toMatch(/A co-ordinator looks at it first/);
    await story.settle();
    const id = await onlyOne();
    expect(await story.read('story', id)).toBeUndefined();
    expect(read(await story.open(STRANGER, 'forum'))).toMatch(/Yours would be the first/);
    expect(messagesTo(ALERTS).map(one => one.notice.text)).toEqual([
      'Something written for the forum waits to be looked at',
    ]);
    expect(JSON.stringify(messagesTo(ALERTS)[0]?.notice)).not.toMatch(/Wren|learned/);
    expect(buttons(await story.open(COORDINATOR, 'desk'))[0]).toBe('forum.desk');
    expect(read(await story.open(COORDINATOR, 'forum.look', { story: id }))).toMatch(
      /Wren Moss[\s\S]*by name[\s\S]*can ask/,
    );
    await show(id);
    await show(id);
    await story.settle();
    expect(await story.read('story', id)).toMatchObject({ name: 'Wren Moss' });
    expect(messagesTo(WREN)).toHaveLength(1);
    expect(messagesTo(ALERTS)[0]?.notice.text).toBe('Nothing written for the forum waits to be looked at');
    // A change is looked at anew, and what stood there goes meanwhile.
    await writeAs(WREN, { text: 'Another text.' }, { story: id });
    expect(await story.read('story', id)).toBeUndefined();
  });

  test('one may take it down: its author is told why, and it goes from the channel too; changed, it is looked at first', async () => {
    story = await aStory(wren);
    await writeAs(WREN);
    const id = await onlyOne();
    await story.press(WREN, 'forum.mine.one', 'channel', { story: id });
    await story.settle();
    let removed = 0;
    story.box.door.remove = async ref => {
      removed++;
      return { sent: ref };
    };
    const reason = 'Your mentor could be recognised. Could you leave out the room?';
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'forum.down', { story: id }), { reason });
    await story.settle();
    expect([await story.read('story', id), removed]).toEqual([undefined, 1]);
    expect(messagesTo(WREN).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
    expect(read(await story.open(WREN, 'forum.mine.one', { story: id }))).toContain(reason);
    expect(read(await story.open(STRANGER, 'forum.one', { story: id }))).toMatch(/not here any more/);
    await writeAs(WREN, { text: 'Without the room.' }, { story: id });
    expect(await story.read('contribution', id)).toMatchObject({ state: 'waiting' });
    expect(await story.read('story', id)).toBeUndefined();
  });

  test('a yes counts for the words that were looked at: changed meanwhile, they are looked at once more', async () => {
    story = await aStory(wren, looked);
    await writeAs(WREN);
    const id = await onlyOne();
    const before = await story.open(COORDINATOR, 'forum.look', { story: id });
    await writeAs(WREN, { text: 'Something else altogether.' }, { story: id });
    const said = await show(id, before);
    expect(said && read(said)).toMatch(/has changed it since you opened it[\s\S]*Something else altogether/);
    await story.press(COORDINATOR, 'forum.look', 'show', { story: id });
    expect(await story.read('story', id)).toBeUndefined();
    await show(id, said);
    expect(await story.read('story', id)).toMatchObject({ text: 'Something else altogether.' });
  });

  test('taken down, taken back and written anew it is looked at all the same; shown, its author is trusted again', async () => {
    story = await aStory(wren);
    await writeAs(WREN);
    const first = await onlyOne();
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'forum.down', { story: first }), { reason: 'Names.' });
    await story.press(WREN, 'forum.mine.one', 'back', { story: first });
    expect(JSON.stringify(await story.open(WREN, 'forum.write'))).toContain('A co-ordinator looks at it first');
    await writeAs(WREN);
    const again = await onlyOne();
    expect(await story.read('story', again)).toBeUndefined();
    await show(again);
    expect(await story.read('story', again)).toBeDefined();
    await writeAs(WREN, { title: 'And one more' });
    const keys = (await story.store.keys(undefined, 1_000)).keys.filter(key => key.startsWith('story/'));
    expect(keys).toHaveLength(2);
  });

  test('nobody else shows or takes down anything', async () => {
    story = await aStory([...wren, ...somebody('kit', 'Kit Lane')], looked);
    await writeAs(WREN);
    const id = await onlyOne();
    for (const who of [WREN, accountOf('kit'), STRANGER]) {
      await story.press(who, 'forum.look', 'show', { story: id });
      expect(read(await story.open(who, 'forum.down', { story: id }))).toMatch(/for the scheme’s co-ordinators/);
    }
    expect(await story.read('contribution', id)).toMatchObject({ state: 'waiting' });
  });

  test('who wrote something without a name is not shown to a co-ordinator whom its author keeps apart, or whose partner they are', async () => {
    const CK = accountOf('kit');
    const scheme = { coordinators: [COORDINATOR, CK], coordinatorPersons: { [CK]: 'kit' } };
    const list = {
      id: 'wren',
      person: 'wren',
      closedTo: ['kit'],
      not: [{ person: 'kit', why: 'asked' as const, at: 0 }],
    };
    const kit = somebody('kit', 'Kit Lane');
    story = await aStory([...wren, ...kit, put('exclusions', list)], scheme);
    await writeAs(WREN, { shown: 'nobody' });
    const away = async () => read(await story.open(CK, 'forum.look', { story: await onlyOne() }));
    expect(await away()).toMatch(/another co-ordinator deals with it/);
    expect(read(await story.open(COORDINATOR, 'forum.look', { story: await onlyOne() }))).toContain('Wren Moss');
    await story.close();
    const written = { id: 'F1', person: 'wren', ...told, at: 0, shown: 'nobody', state: 'shown', closedTo: [] };
    const pair = put('pairing', aPairing('kit', 'wren', { id: 'P1', state: 'active' }));
    story = await aStory([...wren, ...kit, pair, put('contribution', written as never)], scheme);
    expect(await away()).toMatch(/another co-ordinator deals with it/);
  });

  test('nobody looks at their own while there is another co-ordinator', async () => {
    const scheme = { ...looked, coordinators: [WREN, COORDINATOR], coordinatorPersons: { [WREN]: 'wren' } };
    story = await aStory(wren, scheme);
    await writeAs(WREN);
    const id = await onlyOne();
    await story.press(WREN, 'forum.look', 'show', { story: id });
    expect(await story.read('story', id)).toBeUndefined();
  });
});

describe('where it leads', () => {
  test('R1: an offer becomes the beginning of a registration, for somebody who has never registered too', async () => {
    story = await aStory([]);
    const mine = await writeAs(STRANGER, { what: 'offer', title: 'I can listen', text: 'Ten years in a workshop.' });
    expect(buttons(mine)[0]).toBe('forum.mine.one!register');
    const form = await story.press(STRANGER, 'forum.mine.one', 'register', { story: await onlyOne() });
    expect(form.show === 'form' && form.at.word).toBe('register.offer');
    expect(form.show === 'form' && form.form.values).toMatchObject({ text: 'Ten years in a workshop.' });
  });

  test('a registration that was begun already is not written over', async () => {
    story = await aStory(
      [
        ...somebody('kit', 'Kit Lane'),
        put('notebook', {
          id: 'kit',
          person: 'kit',
          drafts: { register: { way: 'mentor', route: 'forum', offer: { text: 'Mine.' } } },
          reviews: {},
          exits: {},
        }),
      ].filter(
        (one, n, all) => all.findLastIndex(other => other.kind === one.kind && other.value.id === one.value.id) === n,
      ),
    );
    await writeAs(accountOf('kit'), { what: 'offer', text: 'Another.' });
    const form = await story.press(accountOf('kit'), 'forum.mine.one', 'register', { story: await onlyOne() });
    expect(form.show === 'form' && form.form.values).toMatchObject({ text: 'Mine.' });
  });

  test('a request leads to offering help about what is asked for; an offer to finding a mentor', async () => {
    story = await aStory(wren);
    await writeAs(WREN, { what: 'request', title: 'Who knows about careers?' });
    const id = await onlyOne();
    const reply = await story.open(STRANGER, 'forum.one', { story: id });
    expect(buttons(reply)[0]).toBe('register.offer');
    const first = buttonsOf(reply.show === 'view' ? reply.view : {})[0];
    const ids = first && 'to' in first ? first.to.ids : {};
    expect(ids).toEqual({ role: 'mentor', route: 'forum', topic: 'career' });
  });

  test('as much as one person may have there comes back as a sentence beside the question', async () => {
    const many = Array.from({ length: 20 }, (_, n) =>
      put('contribution', { id: `F${n}`, person: 'wren', ...told, at: n, state: 'down', closedTo: [] } as never),
    );
    story = await aStory([...wren, ...many]);
    const again = await writeAs(WREN);
    expect(again.show === 'form' && again.problems?.['title']).toMatch(/as much as fits/);
  });
});

test('erasing somebody takes what they wrote along, here and in the channel; and they are not counted any more', async () => {
  const gone = [
    ...somebody('wren', 'Wren Moss', { joinedAt: 0 }),
    put('registration', aRegistration('wren', 'mentee', { state: 'withdrawn', leftAt: 1 })),
    put('contribution', {
      id: 'F1',
      person: 'wren',
      ...told,
      at: 0,
      state: 'shown',
      postedAt: 1,
      closedTo: [],
    } as never),
    put('story', { id: 'F1', ...told, name: 'Wren Moss', at: 0 } as never),
    put('posted', { id: 'story-F1@slack/T1', lane: 'slack/T1', channel: FORUM, message: '7', at: 1, people: [] }),
    put('supportwish', { id: 'wren', person: 'wren', topics: ['career'] }),
    put('selfcheck', { id: 'wren', person: 'wren', scores: { listens: 1 }, at: 1 }),
    put('booking', { id: 'wren-S1', session: 'S1', person: 'wren', state: 'in', at: 1 }),
  ];
  story = await aStory(gone, { keepAt: Date.parse('2026-11-23T10:00:00Z') });
  const removed: string[] = [];
  story.box.door.remove = async ref => {
    removed.push(ref.message);
    return { sent: ref };
  };
  await story.later(2 * HOUR);
  const { keys } = await story.store.keys(undefined, 1_000);
  expect(keys.filter(key => /wren|F1/.test(key) && !key.startsWith('job/'))).toEqual([]);
  expect(removed).toEqual(['7']);
  expect(await story.counts('support')).toMatchObject({ career: -1 });
});

// What people type is shown to others letter by letter and never comes alive; what is too long or empty comes back beside its question; two people in one form lose nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block, Message } from '../../src/demo/slack/shapes.ts';
import { registerMentee, registerMentor, setUpScheme } from '../../src/demo/story.ts';
import { aBot, type Bot } from '../journeys/bot.ts';
import { letter, openLetter, priya, seen, textOf } from '../journeys/walk.ts';
import { submitForged } from './forged.ts';
import { aPair, kept, lay } from './laid.ts';

const HOSTILE =
  '<!channel> <!here> <@UPRIYA> <#CFORUM> <https://evil.example|Exit> https://evil.example *bold* _slanted_ ~struck~ `code` :tada: &amp; > quoted @channel';
const RIGHT_TO_LEFT = 'שלום עולם \u202eevil\u202c مرحبا';
const EMOJI = '👩🏽‍🔬🔧🏳️‍🌈';
const ONE = 'Ø';
const LONG = `${'*Ann* <!channel> '.repeat(4)}Bartholomew`.padEnd(80, 'ß').slice(0, 80);

type Part = { type?: unknown; text?: unknown };
const parts = (value: unknown): Part[] => {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(parts)];
};
const LIVING = ['link', 'user', 'usergroup', 'channel', 'broadcast', 'emoji'];

/** Everything in these blocks that is more than words: links, mentions, and marks that we did not set ourselves. */
function aliveIn(shown: { blocks?: readonly Block[] | undefined } | undefined): Part[] {
  return parts(shown?.blocks).filter(({ type, text }) => {
    if (type === 'mrkdwn') return /<[!@#h]|<mailto|\*Ann\*|_slanted_|~struck~|`code`|:tada:/.test(String(text));
    return LIVING.includes(String(type));
  });
}

/** As a person reads it: Slack shows its three signs for their names, and our lookalikes look alike. */
const read = (shown: { blocks?: readonly Block[] | undefined } | undefined): string =>
  textOf(shown)
    .replaceAll('∗', '*')
    .replaceAll('ˍ', '_')
    .replaceAll('∼', '~')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** All choices of the window's one question. */
const choices = (bot: Bot, user: string): string[] =>
  parts(bot.as(user).view()?.blocks).flatMap(part =>
    ((part as { options?: { text: { text: string } }[] }).options ?? []).map(option => option.text.text),
  );
/** The line for previews: only Slack's three signs come alive there. */
const bare = (message: Message): string => message.text.replace(/&(amp|lt|gt);/g, '');

describe('registered with all sorts of text', () => {
  let bot: Bot;
  const mentor = { id: 'USAM', topics: ['Technical skill'], places: '1' };
  const career = `${HOSTILE}\n${RIGHT_TO_LEFT}\n${EMOJI}\n${'x'.repeat(1_500)}`.slice(0, 1_500);

  beforeAll(async () => {
    bot = await aBot();
    await setUpScheme(bot.standIn);
  });
  afterAll(() => bot?.close());

  test('a name of one letter and one of eighty, of people and in forms', async () => {
    const sam = bot.as('USAM');
    await sam.command('register');
    await sam.press('view', 'Become a mentor');
    await sam.fill({
      'Your name, as you like it to be used': LONG,
      'Your job': HOSTILE.slice(0, 100),
      'How you would like to meet': ['Phone'],
      'Department, and institution if there are several': RIGHT_TO_LEFT,
      Pronouns: EMOJI,
    });
    await sam.submit();
    await sam.closeView(true);
    await registerMentor(bot.standIn, { ...mentor, career });
    const alex = bot.as('UALEX');
    await alex.command('register');
    await alex.press('view', 'Find a mentor');
    await alex.fill({
      'Your name, as you like it to be used': ONE,
      'Your job': '*',
      'How you would like to meet': ['Phone'],
    });
    await alex.submit();
    await alex.closeView(true);
    await registerMentee(bot.standIn, { id: 'UALEX', topics: ['Technical skill'], goals: HOSTILE });
    await bot.settle();
    const { store, vault } = bot.mentor;
    const account = await kept(store, vault, 'account', 'slack/T0NORTHMOOR/USAM');
    expect((await kept(store, vault, 'person', account?.person ?? ''))?.name).toBe(LONG);
  });

  test('co-ordinators read them as they stand, and nothing in them is alive', async () => {
    const one = bot.as(priya);
    await one.command('accept');
    expect(read(one.view())).toContain(LONG);
    expect(aliveIn(one.view())).toEqual([]);
    await one.press('view', 'Accept several');
    expect(choices(bot, priya)).toHaveLength(2);
    await one.fill({ 'Who is accepted?': choices(bot, priya) });
    await one.submit();
    await one.closeView(true);
    await bot.settle();
  });

  test('the one proposed to sees the card: all of the story, nothing alive', async () => {
    const one = bot.as(priya);
    await one.command('match');
    await one.press('view', 'Work out a preview');
    await bot.settle();
    await one.press('view', 'Look again');
    await seen(bot, priya, /1 pair/);
    expect(aliveIn(one.view())).toEqual([]);
    await one.press('view', 'Release');
    await bot.settle();
    await openLetter(bot.as('UALEX'));
    await seen(bot, 'UALEX', /could be a good mentor/);
    const card = read(bot.as('UALEX').view());
    expect(card).toContain(LONG);
    expect(card).toContain('<!channel> <!here> <@UPRIYA> <#CFORUM> <https://evil.example|Exit>');
    expect(card).toContain(EMOJI);
    expect(card).toContain('שלום');
    expect(aliveIn(bot.as('UALEX').view())).toEqual([]);
    await bot.as('UALEX').press('view', 'Yes, please');
    await bot.settle();
    await openLetter(bot.as('USAM'));
    expect(aliveIn(bot.as('USAM').view())).toEqual([]);
  });

  test('no message to anybody carries any of it alive', () => {
    const all = Object.values(bot.standIn.world.channels).flatMap(channel => channel.messages);
    const ours = all.filter(message => message.user === bot.standIn.world.app.botUserId);
    expect(ours.length).toBeGreaterThan(5);
    for (const message of ours) {
      expect(aliveIn(message).filter(part => part.type !== 'user')).toEqual([]);
      expect(bare(message)).not.toMatch(/<[!@#h]/);
      expect(message.text).not.toContain('evil');
    }
    expect(letter(bot.as('UALEX'))).toBeDefined();
  });
});

describe('in one form', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await aBot();
    await lay(bot.mentor.store, bot.mentor.vault, aPair('P1', 'USAM', 'UALEX'));
  });
  afterAll(() => bot?.close());

  const held = 'Did the meeting take place?';
  const on = 'Which day was it, or was it meant to be?';
  const summary = 'What you would both like to remember';

  test('both partners at once: the second is told, and what they typed stays until it is kept too', async () => {
    const [sam, alex] = [bot.as('USAM'), bot.as('UALEX')];
    for (const one of [sam, alex]) await one.command('review');
    await sam.fill({ [held]: 'Yes, we met', [on]: '2026-11-20', [summary]: 'Sam wrote this.' });
    await alex.fill({ [held]: 'Yes, we met', [on]: '2026-11-20', [summary]: 'Alex wrote that.' });
    await Promise.all([sam.submit(), alex.submit()]);
    await bot.settle();
    const late = [sam, alex].find(one => one.view()?.submit);
    if (late) {
      expect(textOf(late.view())).toMatch(/meanwhile|changed/i);
      expect(JSON.stringify(late.view())).toContain(late === sam ? 'Sam wrote this.' : 'Alex wrote that.');
      await late.submit();
    }
    const answer = await bot.mentor.store.open([
      { name: 'of', kind: 'meeting', source: { list: 'meeting.of:P1', max: 10 } },
    ]);
    expect(answer.records['of']).toHaveLength(1);
    expect((await kept(bot.mentor.store, bot.mentor.vault, 'pairing', 'P1'))?.met).toBe(3);
    for (const one of [sam, alex]) if (one.view()) await one.closeView(true);
    const [stored] = answer.records['of'] ?? [];
    const meeting = await kept(bot.mentor.store, bot.mentor.vault, 'meeting', stored?.key.split('/')[1] ?? '');
    expect(meeting?.summary).toContain('Sam wrote this.');
    expect(meeting?.summary).toContain('Alex wrote that.');
  });

  const odd: [string, string, RegExp][] = [
    ['3,000 characters where 2,000 fit', 'y'.repeat(3_000), /2,?000/],
    ['more than any window of Slack holds', 'x'.repeat(3_001), /Nothing was saved/],
  ];
  test.each(odd)('%s, past Slack’s own check: said in the window, nothing kept', async (_, text, line) => {
    const sam = bot.as('USAM');
    await sam.command('exit');
    await sam.fill({ 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
    const view = sam.view();
    const values = structuredClone(
      (view as unknown as { state: { values: Record<string, Record<string, { value?: string }>> } }).state.values,
    );
    const [block] = Object.keys(values).filter(key => key.includes('reasonText'));
    for (const element of Object.values(values[block ?? ''] ?? {})) element.value = text;
    const { body } = await submitForged(
      bot,
      'USAM',
      (view as unknown as { private_metadata: string }).private_metadata,
      values,
    );
    const { errors } = JSON.parse(body) as { errors: Record<string, string> };
    expect(Object.values(errors)).toEqual([expect.stringMatching(line)]);
    expect((await kept(bot.mentor.store, bot.mentor.vault, 'notebook', 'sam'))?.drafts).toEqual({});
    await sam.closeView(true);
  });

  test('only spaces count as nothing where something is needed', async () => {
    const sam = bot.as('USAM');
    await sam.command('contact');
    await sam.press('view', 'Write to the co-ordinators');
    const label = (sam.view()?.blocks ?? []).find(
      block => block.type === 'input' && JSON.stringify(block).includes('plain_text_input'),
    );
    const question = (label as { label?: { text: string } } | undefined)?.label?.text ?? '';
    await sam.fill({ [question]: '   \n  ' });
    const sent = await sam.submit();
    expect(sent.ok).toBe(false);
    expect(Object.values(sent.problems ?? {})).toHaveLength(1);
    expect(await bot.mentor.store.history('sam', 5)).not.toContainEqual(
      expect.objectContaining({ what: expect.stringMatching(/inquiry/) }),
    );
    await sam.closeView(true);
  });
});

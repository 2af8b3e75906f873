// A matching event from its announcement to what people say afterwards, over signed HTTP, on both stores: signing up, the waiting list, the talks on the day, the rankings and the matching that opens with it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forumChannel } from '../../src/demo/seed.ts';
import { mentees, mentors } from '../../src/demo/story.ts';
import { aBot, type Bot } from './bot.ts';
import { aPool, letter, openLetter, owen, priya, seen, textOf } from './walk.ts';

const FATIMA = 'UFATIMA';
const SAM = 'USAM';
const everybody = [...mentors, ...mentees].map(one => one.id);

describe.each(['embedded', 'redis'] as const)('a matching event, on %s', store => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await aBot({ store });
    await aPool(bot);
  }, 60_000);
  afterAll(() => bot?.close());

  const forum = () => bot.as(SAM).messages(forumChannel.id).at(-1)!;
  const signUp = async (id: string): Promise<string> => {
    await bot.as(id).press({ ts: forum().ts }, 'Look, or sign up');
    await seen(bot, id, /Meet a mentor/);
    await bot.as(id).press('view', 'Sign up');
    const shown = await seen(bot, id, /You have a place|waiting list/);
    await bot.as(id).closeView(true);
    return shown;
  };
  const deskOf = async (id: string): Promise<void> => {
    await bot.as(id).command('events');
    await bot.as(id).press('view', 'Look');
    await seen(bot, id, /Meet a mentor/);
    await bot.as(id).press('view', 'Event desk');
    await seen(bot, id, /Who has signed up|Afterwards/);
  };

  test('1 a co-ordinator announces it with one form; the forum names nobody', async () => {
    const one = bot.as(priya);
    await one.command('events');
    await one.press('view', 'New event');
    await one.fill({
      Title: 'Meet a mentor',
      Day: '2026-12-07',
      'Begins at': '14:00',
      Where: 'Room 4, north wing',
      'Places for mentors': '3',
      'Places for mentees': '2',
    });
    await one.submit();
    await seen(bot, priya, /Event desk|Who has signed up/);
    await one.closeView(true);
    await bot.settle();
    expect(textOf(forum())).toMatch(/Northmoor Technicians’ Mentoring invites you to a matching event/);
    expect(textOf(forum())).toMatch(/Monday 7 December 2026, 14:00/);
    expect(textOf(forum())).not.toMatch(/Sam|Fatima|Priya/);
  });

  test('2 people sign up behind the button; the third mentee waits, and has the place when another cancels', async () => {
    for (const { id } of mentors) expect(await signUp(id)).toMatch(/Five lines on choosing well/);
    const [first = '', second = '', third = ''] = mentees.map(one => one.id);
    expect(await signUp(first)).toMatch(/You have a place/);
    await signUp(second);
    expect(await signUp(third)).toMatch(/first on the waiting list/);
    await bot.as(second).command('events');
    await bot.as(second).press('view', 'Look');
    await seen(bot, second, /You have a place as/);
    await bot.as(second).press('view', 'For my calendar');
    await seen(bot, second, /The file is ready, for you alone/);
    const file = await bot.standIn.until(() => Object.values(bot.standIn.world.files).find(one => one.content), 6_000);
    expect(file?.name).toBe('event.ics');
    const calendar = Buffer.from(file?.content ?? '', 'base64').toString();
    expect(calendar).toMatch(/CLASS:PRIVATE/);
    expect(calendar).toMatch(/DTSTART:20261207T140000Z/);
    await bot.as(second).press('view', 'I can’t come');
    await seen(bot, second, /not signed up any more/);
    await bot.as(second).closeView(true);
    await bot.settle();
    expect(letter(bot.as(third)).text).toBe('Mentor: something for you');
    await openLetter(bot.as(third));
    await seen(bot, third, /You have a place as a mentee/);
    await bot.as(third).closeView(true);
    await bot.as(second).press({ ts: forum().ts }, 'Look, or sign up');
    await bot.as(second).press('view', 'Sign up');
    await bot.as(second).closeView(true);
  });

  test('3 a change is told once, and the post in the forum changes', async () => {
    const one = bot.as(priya);
    await deskOf(priya);
    await one.press('view', 'Change');
    await one.fill({ 'Begins at': '15:00', 'Places for mentees': '3' });
    await one.submit();
    await seen(bot, priya, /15:00/);
    await one.closeView(true);
    await bot.settle();
    expect(textOf(forum())).toMatch(/15:00/);
    for (const id of everybody) expect(letter(bot.as(id)).text).toBe('Mentor: something for you');
  });

  test('4 on the day: who is here, rounds one after the other, each told of their own talk alone', async () => {
    await bot.daysLater(14);
    const one = bot.as(priya);
    await deskOf(priya);
    await one.press('view', 'Who is here');
    const names = bot.standIn.world.users;
    const role = (id: string): string => (mentors.some(mentor => mentor.id === id) ? 'mentor' : 'mentee');
    await one.fill({ 'Who has come?': everybody.map(id => `${names[id]?.realName}, ${role(id)}`) });
    await one.submit();
    await seen(bot, priya, /Here now: 3 mentors and 3 mentees/);
    await one.press('view', 'Prepare the talks');
    await one.fill({ 'How many rounds?': '3' });
    await one.submit();
    await bot.settle();
    await one.press('view', 'Look again');
    await seen(bot, priya, /begin round 1 of 3/);
    const met = new Map<string, Set<string>>();
    for (const n of [1, 2, 3]) {
      await one.press('view', `Begin round ${n}`);
      await bot.settle();
      await one.press('view', 'Look again');
      await seen(bot, priya, new RegExp(`Round ${n} `));
      for (const id of everybody) {
        expect(letter(bot.as(id)).text).toBe(`Mentor: round ${n} of 3`);
        await openLetter(bot.as(id), 'My talk');
        const shown = await seen(bot, id, /You talk with/);
        const partner = everybody.find(other => other !== id && shown.includes(names[other]?.realName ?? 'nobody'));
        met.set(id, new Set([...(met.get(id) ?? []), partner ?? '']));
        await bot.as(id).closeView(true);
      }
    }
    for (const id of everybody) expect(met.get(id)?.size).toBe(3);
    await one.press('view', 'All talks');
    await one.press('view', 'To print');
    await seen(bot, priya, /The list is ready, for you alone/);
    await one.closeView(true);
    const channels = [forumChannel.id].flatMap(id => bot.as(priya).messages(id));
    for (const message of channels) expect(textOf(message)).not.toMatch(/Okafor|Siddiqui/);
  });

  test('5 afterwards each names whom they would like; co-ordinators read it, nobody else does', async () => {
    await bot.daysLater(1);
    const fatima = bot.as(FATIMA);
    await openLetter(fatima);
    await seen(bot, FATIMA, /I would like to be matched with/);
    await fatima.fill({ 'I would like to be matched with: first choice': 'Sam Okafor' });
    await fatima.submit();
    await seen(bot, FATIMA, /How useful was it for you/);
    await fatima.fill({ 'How useful was it for you?': '5 – very useful' });
    await fatima.submit();
    await seen(bot, FATIMA, /That was all/);
    await fatima.closeView(true);
    const one = bot.as(owen);
    await deskOf(owen);
    await one.press('view', 'Whom people named');
    expect(await seen(bot, owen, /Fatima Siddiqui/)).toMatch(/1\. Sam Okafor/);
    await one.closeView(true);
    await deskOf(owen);
    await one.press('view', 'How people found it');
    expect(await seen(bot, owen, /Fewer than five/)).not.toMatch(/very useful/);
    await one.closeView(true);
    for (const id of [SAM, ...everybody])
      for (const message of bot.as(id).dm().messages) expect(textOf(message)).not.toMatch(/Fatima|matched with/);
  });

  test('6 what people said feeds the match: previews by it and without it side by side, then released', async () => {
    const sam = bot.as(SAM);
    await openLetter(sam);
    await seen(bot, SAM, /I would like to be matched with/);
    await sam.fill({ 'I would like to be matched with: first choice': 'Fatima Siddiqui' });
    await sam.submit();
    await sam.closeView(true);
    const one = bot.as(priya);
    await one.command('match');
    await one.press('view', 'Work out a preview');
    await bot.settle();
    await one.press('view', 'Look again');
    await seen(bot, priya, /3 pairs found/);
    await one.press('view', 'What counts');
    await one.fill({ 'What should the pairs be best at?': 'What both said after the event' });
    await one.submit();
    await bot.settle();
    await one.press('view', 'Look again');
    expect(await seen(bot, priya, /1 pair found/)).toMatch(/Fatima Siddiqui with Sam Okafor/);
    await one.press('view', 'Compare');
    await seen(bot, priya, /Before: 3 pairs.*Now: 1 pair/);
    await one.press('view', 'Go back to the one before');
    await bot.settle();
    await one.press('view', 'Look again');
    const shown = await seen(bot, priya, /3 pairs found/);
    expect(shown).toMatch(/Fatima Siddiqui with Sam Okafor/);
    expect(shown).not.toMatch(/rank|named each other/i);
    const before = mentees.map(({ id }) => bot.as(id).dm().messages.length);
    await one.press('view', 'Release');
    await bot.settle();
    expect(mentees.map(({ id }, n) => bot.as(id).dm().messages.length - (before[n] ?? 0))).toEqual([1, 1, 1]);
    await one.press('view', 'Look again');
    await seen(bot, priya, /3 mentees were asked/);
    await one.closeView(true);
    await openLetter(bot.as(FATIMA));
    expect(await seen(bot, FATIMA, /Sam Okafor/)).not.toMatch(/named you|said after/);
    await bot.as(FATIMA).closeView(true);
  });

  test('7 closed by a co-ordinator, nobody changes it any more; and after 30 days it is gone', async () => {
    const one = bot.as(priya);
    await deskOf(priya);
    await one.press('view', 'Close it');
    await seen(bot, priya, /nobody can change it any more/);
    await one.closeView(true);
    await bot.as(FATIMA).command('events');
    await bot.as(FATIMA).press('view', 'Look');
    await bot.as(FATIMA).press('view', 'Whom I met');
    await seen(bot, FATIMA, /closed by now/);
    await bot.as(FATIMA).closeView(true);
    await bot.daysLater(31);
    await deskOf(owen);
    await bot.as(owen).press('view', 'Whom people named');
    expect(await seen(bot, owen, /nothing here for you to read/)).not.toMatch(/Fatima/);
    await bot.as(owen).closeView(true);
  });
});

// The main journey from end to end, over signed HTTP, on both stores: set-up, register, accept, match, both say yes, check in, review, exit, alert, offer again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forumChannel } from '../../src/demo/seed.ts';
import { mentees, mentors, registerMentee, registerMentor, setUpScheme } from '../../src/demo/story.ts';
import { aBot, type Bot } from './bot.ts';
import { acceptEverybody, alerts, letter, openLetter, owen, priya, seen, textOf } from './walk.ts';

const FATIMA = 'UFATIMA';
const SAM = 'USAM';

describe.each(['embedded', 'redis'] as const)('the journey, on %s', store => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await aBot({ store });
  });
  afterAll(() => bot?.close());

  test('1 set-up: before it, nobody can register; after three short steps the forum has the invitation', async () => {
    const sam = bot.as(SAM);
    await sam.command('register');
    expect(textOf(sam.view())).toMatch(/not open yet/i);
    await sam.closeView(true);
    await setUpScheme(bot.standIn);
    await bot.settle();
    const invitation = sam.messages(forumChannel.id).at(-1)!;
    expect(textOf(invitation)).toContain('Northmoor Technicians’ Mentoring');
    expect(bot.standIn.world.channels[forumChannel.id]?.pins).toEqual([invitation.ts]);
    await sam.press({ ts: invitation.ts }, 'Start');
    expect(await seen(bot, SAM, /Become a mentor/)).toMatch(/Ways in/);
    await sam.closeView(true);
  });

  test('2 register: two forms for a mentee, three for a mentor; each has a receipt, the co-ordinators one digest', async () => {
    for (const mentor of mentors) await registerMentor(bot.standIn, mentor);
    for (const mentee of mentees) await registerMentee(bot.standIn, mentee);
    await bot.settle();
    expect(letter(bot.as(FATIMA)).text).toMatch(/we have your form/);
    expect(alerts(bot).map(message => message.text)).toEqual(['6 registrations wait for an answer']);
  });

  test('3 accept: several at once; each is told privately, and the digest says that nobody waits', async () => {
    await acceptEverybody(bot);
    expect(alerts(bot).map(message => message.text)).toEqual(['No registration waits for an answer']);
    await openLetter(bot.as(SAM));
    expect(await seen(bot, SAM, /accepted|in the pool|can be matched/i)).not.toMatch(/available|ready\b/);
  });

  test('4 match: every pair with its reason, nobody told before the release', async () => {
    const one = bot.as(priya);
    await one.command('match');
    await one.press('view', 'Work out a preview');
    await bot.settle();
    await one.press('view', 'Look again');
    const shown = await seen(bot, priya, /3 pairs found/);
    expect(shown).toMatch(/Fatima Siddiqui with Sam Okafor/);
    expect(shown).toMatch(/Professional registration/);
    expect(letter(bot.as(FATIMA)).text).not.toMatch(/answer by/);
    await one.press('view', 'Release');
    await bot.settle();
  });

  test('5 propose: the mentee is asked first (R13), then the mentor (R14), then they are introduced', async () => {
    const sam = bot.as(SAM);
    const before = sam.dm().messages.length;
    expect(before).toBeGreaterThan(0);
    expect(letter(bot.as(FATIMA)).text).toMatch(/An answer by/);
    await openLetter(bot.as(FATIMA));
    await seen(bot, FATIMA, /Sam Okafor could be a good mentor/);
    expect(sam.dm().messages.length).toBe(before);
    await bot.as(FATIMA).press('view', 'Yes, please');
    await seen(bot, FATIMA, /is asked now/);
    await bot.settle();
    expect(sam.dm().messages.length).toBe(before + 1);
    await openLetter(sam);
    expect(await seen(bot, SAM, /Fatima Siddiqui has said yes/)).not.toMatch(/RSciTech/);
    await sam.press('view', 'Yes, please');
    await bot.settle();
    await openLetter(bot.as(FATIMA));
    expect(await seen(bot, FATIMA, /Your mentor Sam Okafor/)).toMatch(/Message Sam/);
    await openLetter(sam);
    expect(await seen(bot, SAM, /You suggest the first meeting/)).toMatch(/RSciTech/);
  });

  test('6 check in: one post in the forum on the scheme’s day, naming nobody; a review behind “We met”', async () => {
    await bot.daysLater(30);
    const fatima = bot.as(FATIMA);
    const posts = fatima.messages(forumChannel.id).filter(message => /check-in/.test(message.text));
    expect(posts).toHaveLength(1);
    expect(textOf(posts[0])).not.toMatch(/Fatima|Sam/);
    await fatima.press({ ts: posts[0]!.ts }, 'Check in');
    await seen(bot, FATIMA, /How is it going with your mentor Sam/);
    await fatima.press('view', 'We met');
    await seen(bot, FATIMA, /Did the meeting take place/);
    await fatima.fill({
      'Did the meeting take place?': 'Yes, we met',
      'Which day was it, or was it meant to be?': '2026-12-22',
      'What you would both like to remember': 'Look at the form together.',
      'A note to yourself': 'Ask about the fee.',
    });
    await fatima.submit();
    await bot.settle();
    const sam = bot.as(SAM);
    await sam.command('review');
    const shown = JSON.stringify(sam.view());
    expect(shown).toContain('Look at the form together.');
    expect(shown).not.toContain('Ask about the fee.');
    await sam.closeView(true);
    await fatima.closeView(true);
  });

  test('6 a mentor who checks in after the first meeting has no dates to answer for (R20, R25)', async () => {
    const sam = bot.as(SAM);
    await sam.command('checkin');
    const shown = await seen(bot, SAM, /How is it going/);
    expect(shown).toMatch(/Nothing to report/);
    expect(shown).not.toMatch(/A meeting is planned|Not yet/);
    await sam.closeView(true);
  });

  test('7 exit: the last page names who is being left; one alert; the partner hears nothing until it is released', async () => {
    const fatima = bot.as(FATIMA);
    const sam = bot.as(SAM);
    const heard = sam.dm().messages.length;
    await fatima.command('exit');
    await fatima.fill({
      'Does Sam Okafor know?': 'Not yet: a co-ordinator should talk to them first',
      'What next for you?': 'Look for another mentor',
    });
    await fatima.submit();
    await seen(bot, FATIMA, /You are ending your pairing with your mentor Sam Okafor/);
    await fatima.press('view', 'End the pairing');
    await seen(bot, FATIMA, /has ended/);
    await bot.settle();
    const ended = alerts(bot).filter(message => /a pairing has ended/.test(message.text));
    expect(ended).toHaveLength(1);
    expect(textOf(ended[0])).toMatch(/Fatima Siddiqui.*has ended the pairing with.*Sam Okafor/);
    expect(sam.dm().messages.length).toBe(heard);
    await sam.command('pair');
    expect(await seen(bot, SAM, /nothing to do at present/i)).not.toMatch(/ended/);
    await sam.closeView(true);
  });

  test('7 read and release: the partner’s notice is neutral (R47), and the alert says who has read it', async () => {
    const one = bot.as(priya);
    const alert = alerts(bot).find(message => /a pairing has ended/.test(message.text))!;
    await one.press({ ts: alert.ts }, 'Read');
    await seen(bot, priya, /An early end|Ended by/);
    await one.press('view', 'Release the notice');
    await bot.settle();
    const sam = bot.as(SAM);
    await openLetter(sam);
    const shown = await seen(bot, SAM, /not paired any more/);
    expect(shown).not.toMatch(/blame|fail|your fault/i);
    expect(shown).toMatch(/Offer to mentor again/);
    expect(textOf(alerts(bot).find(message => message.ts === alert.ts))).toMatch(/read by Priya Nair/i);
  });

  test('8 offer again: only the mentor’s own yes puts him back (R40), and the same two are not proposed again (R49)', async () => {
    const sam = bot.as(SAM);
    await sam.press('view', 'Offer to mentor again');
    await seen(bot, SAM, /Shall we|offer|again/i);
    const question = sam
      .view()!
      .blocks.find(block => block.type === 'input' && JSON.stringify(block).includes('Yes, from now')) as {
      label: { text: string };
    };
    await sam.fill({ [question.label.text]: 'Yes, from now' });
    await sam.submit();
    const fatima = bot.as(FATIMA);
    await fatima.fill({ 'Shall we look?': 'Yes, from now' });
    await fatima.submit();
    await bot.settle();
    const one = bot.as(owen);
    await one.command('match');
    await one.press('view', 'Work out a preview');
    await bot.settle();
    await one.press('view', 'Look again');
    expect(await seen(bot, owen, /pairs? found|Nobody|no pair/i)).not.toMatch(/Fatima Siddiqui with Sam Okafor/);
  });

  test('nothing was left waiting, and nothing could not be delivered', async () => {
    // The count under a check-in post is refreshed half a minute later.
    await bot.daysLater(1);
    expect((await bot.mentor.store.waiting()).filter(lane => lane.waiting + lane.leased + lane.dead > 0)).toEqual([]);
    const refused = bot.standIn.log
      .filter(call => !(call.answer as { ok: boolean }).ok)
      .map(call => `${call.method} ${JSON.stringify(call.answer).slice(0, 200)}`);
    expect(refused).toEqual([]);
  });
});

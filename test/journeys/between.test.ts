// What two people do together once they are introduced, over signed HTTP: three times offered and one tapped, the agreement, the agenda, a time given up, an objective reached.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBot, type Bot } from './bot.ts';
import { aPool, letter, openLetter, priya, seen, textOf } from './walk.ts';

const FATIMA = 'UFATIMA';
const SAM = 'USAM';

let bot: Bot;
beforeAll(async () => {
  bot = await aBot();
  await aPool(bot);
  const one = bot.as(priya);
  await one.command('match');
  await one.press('view', 'Work out a preview');
  await bot.settle();
  await one.press('view', 'Look again');
  await one.press('view', 'Release');
  await bot.settle();
  for (const who of [FATIMA, SAM]) {
    await openLetter(bot.as(who));
    await bot.as(who).press('view', 'Yes, please');
    await bot.settle();
  }
  for (const who of [FATIMA, SAM]) await bot.as(who).closeView(true);
}, 120_000);
afterAll(() => bot?.close());

test('R19: the mentor offers three times from home, the mentee taps one', async () => {
  const [sam, fatima] = [bot.as(SAM), bot.as(FATIMA)];
  await sam.openHome();
  await sam.press('home', 'Suggest times');
  await seen(bot, SAM, /One time is enough/);
  await sam.fill({
    'First suggestion: the day': '2026-12-01',
    'First suggestion: the time': '10:00',
    'Second suggestion: the day': '2026-12-02',
    'Second suggestion: the time': '11:00',
    'Third suggestion: the day': '2026-12-03',
    'Third suggestion: the time': '12:00',
    'Where?': 'The tea room on level 2',
  });
  await sam.submit();
  await bot.settle();
  expect(letter(fatima).text).toBe('Mentor: something for you');
  await openLetter(fatima);
  const shown = await seen(bot, FATIMA, /Sam has suggested times/);
  expect(shown).toMatch(/1 December 2026, 10:00.*2 December 2026, 11:00.*3 December 2026, 12:00/);
  await fatima.press('view', 'Wednesday 2 December 2026, 11:00');
  await seen(bot, FATIMA, /Wednesday 2 December 2026, 11:00 it is/);
  await fatima.closeView(true);
  await bot.settle();
  await openLetter(sam);
  await seen(bot, SAM, /The tea room on level 2/);
  await sam.closeView(true);
});

test('R22, R23: the agreement, in three short forms, confirmed by both', async () => {
  await bot.daysLater(9.2);
  const [sam, fatima] = [bot.as(SAM), bot.as(FATIMA)];
  await fatima.command('review');
  await fatima.fill({ 'Did the meeting take place?': 'Yes, we met' });
  await fatima.submit();
  await seen(bot, FATIMA, /Your first meeting with Sam is done/);
  await fatima.closeView(true);
  await fatima.command('agreement');
  await seen(bot, FATIMA, /What always holds/);
  await fatima.press('view', 'Write it together');
  await fatima.fill({
    'What our mentoring is for': 'Fatima is registered by the summer.',
    'What the mentor expects': 'Come with a question of your own.',
  });
  await fatima.submit();
  await seen(bot, FATIMA, /How long a meeting lasts/);
  await fatima.submit();
  await seen(bot, FATIMA, /Between the meetings|What may be told/);
  await fatima.submit();
  await seen(bot, FATIMA, /This is a draft/);
  await fatima.press('view', 'I confirm this');
  await seen(bot, FATIMA, /Sam is asked/);
  await fatima.closeView(true);
  await bot.settle();
  await openLetter(sam);
  await seen(bot, SAM, /Fatima has confirmed this/);
  await sam.press('view', 'I confirm this');
  await seen(bot, SAM, /You have both confirmed it/);
  await sam.press('view', 'Keep it as a PDF');
  await bot.settle();
  await seen(bot, SAM, /Here is the file/);
  await sam.closeView(true);
});

test('R28, R29: a meeting with an agenda, a point, a reminder; and a time given up in one tap', async () => {
  const [sam, fatima] = [bot.as(SAM), bot.as(FATIMA)];
  await fatima.openHome();
  await fatima.press('home', 'Plan the next meeting');
  await fatima.fill({ 'Which day?': '2026-12-16', 'What time?': '10:00' });
  await fatima.submit();
  await seen(bot, FATIMA, /In the book/);
  await fatima.press('view', 'Calendar and agenda');
  await fatima.press('view', 'Write the agenda');
  await fatima.fill({ 'What would you like to talk about?': 'The form\nWho could sign it' });
  await fatima.submit();
  await seen(bot, FATIMA, /Who could sign it/);
  await fatima.closeView(true);
  await bot.settle();
  await openLetter(sam);
  await seen(bot, SAM, /Who could sign it/);
  await sam.press('view', 'Add a point');
  await sam.fill({ 'Your point': 'Your talk in January' });
  await sam.submit();
  await sam.closeView(true);
  const before = sam.dm().messages.length;
  await bot.daysLater(12);
  expect(sam.dm().messages.length).toBe(before + 1);
  await openLetter(sam);
  await seen(bot, SAM, /Keeping the meetings you agreed matters/);
  await sam.press('view', 'I can’t make this one');
  await seen(bot, SAM, /finds a new one\. You need do nothing/);
  await sam.closeView(true);
  await bot.settle();
  await openLetter(fatima);
  const shown = await seen(bot, FATIMA, /Sam can’t make Wednesday 16 December/);
  expect(shown).toContain('Plan a meeting');
  await fatima.closeView(true);
});

test('R32–R34: an objective is set, shown by something, reached; the mentor alone hears of it', async () => {
  const [sam, fatima] = [bot.as(SAM), bot.as(FATIMA)];
  await fatima.command('objectives');
  await fatima.press('view', 'New objective');
  await fatima.fill({
    'What is it, in a few words?': 'Registered as RSciTech',
    'What exactly will be different?': 'Two projects written up.',
    'How will you know?': 'The form is sent.',
    'By when?': '2027-03-31',
  });
  await fatima.submit();
  await seen(bot, FATIMA, /Nothing has been added yet/);
  await fatima.press('view', 'Add what shows it');
  await fatima.fill({ 'What is it?': 'First project written up' });
  await fatima.submit();
  await seen(bot, FATIMA, /One thing has been added/);
  await fatima.press('view', 'Bring it to an end');
  await fatima.fill({ 'It is': 'Reached' });
  await fatima.submit();
  await seen(bot, FATIMA, /Congratulations/);
  await fatima.closeView(true);
  await bot.settle();
  await openLetter(sam);
  expect(await seen(bot, SAM, /A word from you means a lot/)).not.toMatch(/forum/);
  await sam.closeView(true);
  expect(textOf(bot.as(priya).messages('CFORUM').at(-1))).not.toMatch(/Fatima|RSciTech/);
});

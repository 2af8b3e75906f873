// A mentee chooses for herself, over signed HTTP and on both stores: from browsing by way of a first no to a yes and the introduction; and what each of the others has seen of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../src/demo/slack/person.ts';
import { aBot, type Bot } from './bot.ts';
import { aPool, letter, openLetter, priya, seen, textOf } from './walk.ts';

const [FATIMA, SAM, EWAN, BETH] = ['UFATIMA', 'USAM', 'UEWAN', 'UBETH'];

/** Presses the button beside somebody's name. */
function beside(person: Person, name: string, label: string) {
  const block = person.view()?.blocks.find(one => JSON.stringify(one.text ?? '').includes(name));
  if (!block?.block_id) throw new Error(`nothing is said of ${name}: ${textOf(person.view())}`);
  return person.press('view', label, undefined, block.block_id);
}

describe.each(['embedded', 'redis'] as const)('choosing a mentor, on %s', store => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await aBot({ store });
    await aPool(bot);
  });
  afterAll(() => bot?.close());
  const heard = (id: string): number => bot.as(id).dm().messages.length;

  test('1 set-up: a co-ordinator says that mentees choose', async () => {
    const one = bot.as(priya);
    await one.command('setup.matching');
    await one.fill({ 'How do people come together?': 'The mentee chooses' });
    await one.submit();
    expect(await seen(bot, priya, /The mentee chooses/)).toMatch(/Way of matching/);
    await one.closeView(true);
    await bot.settle();
  });

  test('2 the mentee’s next step says so (R8), and leads to the mentors', async () => {
    const fatima = bot.as(FATIMA);
    await fatima.command('');
    await seen(bot, FATIMA, /You can choose a mentor now/);
    await fatima.press('view', 'Choose a mentor');
    const shown = await seen(bot, FATIMA, /Look through the mentors/);
    // Sam shares two of her topics, so he comes first.
    expect(shown.indexOf('Sam Okafor')).toBeLessThan(shown.indexOf('Ewan'));
    expect(shown).toMatch(/Beth/);
    await fatima.press('view', 'Search');
    await fatima.fill({ 'With this word on the card': 'microscopes' });
    await fatima.submit();
    expect(await seen(bot, FATIMA, /the word “microscopes”/)).not.toMatch(/Sam Okafor/);
    await fatima.press('view', 'Show everybody');
    await seen(bot, FATIMA, /Sam Okafor/);
  });

  test('3 she puts two on her list, changes the order, and asks; only the first hears of it (R16b)', async () => {
    const fatima = bot.as(FATIMA);
    const before = [SAM, EWAN, BETH].map(heard);
    await beside(fatima, 'Ewan', 'Look');
    await seen(bot, FATIMA, /From the workshop floor/);
    await fatima.press('view', 'Put on my list');
    await seen(bot, FATIMA, /1\. Ewan/);
    await fatima.press('view', 'Look for more');
    await seen(bot, FATIMA, /On your list: Ewan/);
    await beside(fatima, 'Sam Okafor', 'Look');
    await seen(bot, FATIMA, /What the two of you share/);
    await fatima.press('view', 'Put on my list');
    await seen(bot, FATIMA, /2\. Sam Okafor/);
    await fatima.press('view', 'Earlier');
    await seen(bot, FATIMA, /1\. Sam Okafor/);
    expect([SAM, EWAN, BETH].map(heard)).toEqual(before);
    await fatima.press('view', 'Ask them');
    await seen(bot, FATIMA, /Sam Okafor has been asked, and has until/);
    await bot.settle();
    expect([SAM, EWAN, BETH].map(heard)).toEqual([before[0]! + 1, before[1], before[2]]);
    await fatima.closeView(true);
  });

  test('4 a no: the next is asked by himself, and she has one neutral message', async () => {
    const sam = bot.as(SAM);
    const [fatimas, ewans] = [heard(FATIMA), heard(EWAN)];
    await openLetter(sam);
    const asked = await seen(bot, SAM, /Fatima Siddiqui would like you as a mentor/);
    expect(asked).not.toMatch(/Ewan|first|choice/i);
    await sam.press('view', 'No, thank you');
    await seen(bot, SAM, /That is all we need to know/);
    await bot.settle();
    expect([heard(FATIMA), heard(EWAN)]).toEqual([fatimas + 1, ewans + 1]);
    expect(letter(bot.as(FATIMA)).text).toBe('Mentor: something for you');
    await openLetter(bot.as(FATIMA));
    const shown = await seen(bot, FATIMA, /It did not come about with Sam Okafor/);
    expect(shown).toMatch(/Ewan .* has been asked now/);
    await bot.as(FATIMA).closeView(true);
  });

  test('5 a yes: they are introduced; the others never heard of it, and her list says so', async () => {
    const ewan = bot.as(EWAN);
    await openLetter(ewan);
    expect(await seen(bot, EWAN, /Fatima Siddiqui would like you as a mentor/)).not.toMatch(/Sam|second/i);
    await ewan.press('view', 'Yes, please');
    await bot.settle();
    await seen(bot, EWAN, /You suggest the first meeting/);
    await openLetter(bot.as(FATIMA));
    await seen(bot, FATIMA, /Your mentor Ewan/);
    await bot.as(FATIMA).closeView(true);
    await bot.as(FATIMA).command('choose');
    await seen(bot, FATIMA, /You have a mentor/);
    expect(
      bot
        .as(BETH)
        .dm()
        .messages.map(message => message.text),
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/An answer by/)]));
  });

  test('6 nothing was left waiting, and nothing was refused', async () => {
    expect((await bot.mentor.store.waiting()).filter(lane => lane.waiting + lane.leased + lane.dead > 0)).toEqual([]);
    const refused = bot.standIn.log
      .filter(call => !(call.answer as { ok: boolean }).ok)
      .map(call => `${call.method} ${JSON.stringify(call.answer).slice(0, 200)}`);
    expect(refused).toEqual([]);
  });
});

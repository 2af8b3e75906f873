// Somebody in Teams who could not be written to for a while, and is there again: blocked, or the bot was out of their team.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLog } from '../../src/log.ts';
import { type Hand, teamsHand, until } from '../contract/hands.ts';
import { oidOf } from '../contract/sides.ts';
import { calm } from './bad-days.ts';
import { kept } from './laid.ts';
import { aTeamsBot, type TeamsBot } from './laid-teams.ts';

let bot: TeamsBot;
const as = (user: string): Hand => teamsHand(bot.tenant.standIn.as(oidOf(user)));
const isGone = async (person: string): Promise<boolean> =>
  (await kept(bot.mentor.store, bot.mentor.vault, 'person', person))?.goneAt !== undefined;
const inChannel = (words: RegExp) =>
  as('UPRIYA')
    .posts(bot.tenant.alerts)
    .filter(post => words.test(post.words));
const userId = (user: string): string => bot.tenant.standIn.as(oidOf(user)).user.id;

beforeEach(() => setLog('error'));
afterEach(() => bot.close());

/** Alex and the co-ordinators are told of it. */
async function samEnds(justBefore = (): void => {}): Promise<void> {
  const sam = as('USAM');
  await sam.word('exit');
  await sam.fill({ 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
  await sam.submit();
  justBefore();
  await sam.press('End the pairing');
  await bot.mentor.engine.settle();
}

test('whoever blocked the bot and comes to it again is there again, and the co-ordinators are told each once', async () => {
  bot = await aTeamsBot();
  const { standIn } = bot.tenant;
  standIn.block(userId('UALEX'));
  await samEnds();
  expect(await isGone('alex')).toBe(true);
  expect(inChannel(/Alex Morgan cannot be reached any more/)).toHaveLength(1);
  // Teams tells nobody of this.
  standIn.block(userId('UALEX'), false);
  await standIn.as(oidOf('UALEX')).say('pair');
  await bot.mentor.engine.settle();
  await standIn.as(oidOf('UALEX')).say('me');
  await bot.mentor.engine.settle();
  expect(await isGone('alex')).toBe(false);
  expect(inChannel(/Alex Morgan can be reached again/)).toHaveLength(1);
  expect(
    as('UALEX')
      .letters()
      .filter(({ line }) => /good to see you again/.test(line)),
  ).toHaveLength(1);
});

test('whoever is reached by way of a team alone is there again with the bot', async () => {
  bot = await aTeamsBot({ having: ['USAM', 'UPRIYA'] });
  const { standIn } = bot.tenant;
  const [technicians] = Object.values(standIn.world.teams);
  await as('UALEX').word('pair');
  standIn.removeFromTeam(technicians?.id ?? '');
  await standIn.quiet();
  await samEnds();
  expect(await isGone('alex')).toBe(true);
  standIn.installInTeam(technicians?.id ?? '');
  await standIn.quiet();
  await bot.mentor.engine.settle();
  expect(await isGone('alex')).toBe(false);
  expect(inChannel(/Alex Morgan can be reached again/)).toHaveLength(1);
});

test('switched off for the whole organisation for a while: what was to be said then is said afterwards, and the trouble is over', async () => {
  bot = await aTeamsBot();
  const { standIn } = bot.tenant;
  const troubles = async () =>
    Object.keys((await kept(bot.mentor.store, bot.mentor.vault, 'scheme', 'scheme'))?.troubles ?? {});
  const greeted = as('UALEX').letters().length;
  await samEnds(() => standIn.faults.next('send', { kind: 'code', code: 'BotDisabledByAdmin' }, 6));
  await until(() => inChannel(/can be reached on Microsoft Teams again/)[0]);
  await calm(bot.mentor.store);
  expect(inChannel(/has ended the pairing/)).toHaveLength(1);
  expect(as('UALEX').letters().slice(greeted)).toHaveLength(1);
  expect(await troubles()).toEqual([]);
  expect(inChannel(/Mentor can be reached on Microsoft Teams again/)).toHaveLength(1);
});

const direct = (user: string, words: RegExp) =>
  as(user)
    .letters()
    .filter(letter => words.test(letter.words));

test.each(['and Teams tells of it', 'and nobody tells of it'])(
  'the team of the co-ordinators’ channel is archived, %s: each is told once, the alert comes to one of them, and it is over with the archiving',
  async how => {
    bot = await aTeamsBot();
    const { standIn } = bot.tenant;
    const desk = Object.values(standIn.world.teams).find(({ name }) => name === 'Co-ordinators')?.id ?? '';
    if (how === 'and nobody tells of it') Object.assign(standIn.world.teams[desk] ?? {}, { isArchived: true });
    else standIn.archiveTeam(desk);
    await standIn.quiet();
    await bot.mentor.engine.settle();
    await samEnds();
    await calm(bot.mentor.store);
    const lost = /The co-ordinators’ channel cannot be used any more/;
    expect(['UPRIYA', 'UOWEN'].map(user => direct(user, lost).length)).toEqual([1, 1]);
    const alerts = ['UPRIYA', 'UOWEN'].flatMap(user => direct(user, /a pairing has ended/));
    expect(alerts).toHaveLength(1);
    standIn.archiveTeam(desk, false);
    await standIn.quiet();
    await bot.mentor.engine.settle();
    await calm(bot.mentor.store);
    expect(inChannel(/./).map(({ words }) => words)).toEqual(['The co-ordinators’ channel can be used again.']);
  },
);

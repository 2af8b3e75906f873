// The main journey in Microsoft's own Agents Playground, in a real Chromium and offline: the mentee sits at the browser, mentor and co-ordinators are played.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOf } from '../../src/demo/teams/shapes.ts';
import { setLog } from '../../src/log.ts';
import { type Running, startMentor } from '../../src/main.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import { DESK, openPage, shoot, startBrowser } from './browser.ts';
import { type Other, otherOf, type Playground, type Scene, startPlayground, startTap, type Tap } from './playground.ts';

const oid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const who = (n: number, name: string) => ({ id: `29:user-${n}`, name, oid: oid(n) });
const scene: Scene = {
  tenant: '00000000-0000-4000-8000-0000000000ff',
  me: who(0, 'Amira Stone'),
  others: ['Rosa Delgado', 'Ewan Fraser', 'Owen Hughes', 'Mina Park', 'Noor Ali'].map((name, n) => who(n + 1, name)),
  chat: 'a:amira',
  team: { id: '19:forum@thread.tacv2', name: 'Technicians' },
  channel: { id: '19:coordinators@thread.tacv2', name: 'Co-ordinators' },
};

const dir = mkdtempSync(join(tmpdir(), 'mentor-playground-'));
let tap: Tap;
let mentor: Running;
let playground: Playground;
let browser: Browser;
let page: Page;
let rosa: Other;
let ewan: Other;
const elsewhere: string[] = [];

beforeAll(async () => {
  setLog('error');
  tap = await startTap();
  const settings = {
    ...{ port: 0, host: '127.0.0.1', store: { kind: 'embedded' as const, dir }, dataKeys: [] },
    teams: {
      tenant: scene.tenant,
      auth: 'none' as const,
      forms: 'chat' as const,
      serviceHosts: [`127.0.0.1:${tap.port}`],
    },
    coordinators: [`teams:${oid(1)}`, `teams:${oid(3)}`],
    forumChannel: [`teams:${scene.team.id}`],
    coordinatorChannel: [`teams:${scene.channel.id}`],
    ...{ zone: 'Europe/London', logLevel: 'error' as const },
  };
  mentor = await startMentor(settings, { storyMayMove: true });
  tap.to.bot = `http://127.0.0.1:${mentor.port}/api/messages`;
  playground = await startPlayground(join(dir, 'playground'), scene, tap);
  browser = await startBrowser();
  ({ page } = await openPage(browser, 'about:blank', { viewport: DESK }));
  page.setDefaultTimeout(15_000);
  // The playground's page asks Microsoft for its fonts; it does without.
  await page.route(
    url => url.hostname !== '127.0.0.1' && url.hostname !== 'localhost',
    route => {
      elsewhere.push(new URL(route.request().url()).hostname);
      return route.abort();
    },
  );
  await page.goto(playground.url);
  rosa = await otherOf(playground, scene.others[0]!.id);
  ewan = await otherOf(playground, scene.others[1]!.id);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await playground?.close();
  await mentor?.stop();
  await tap?.close();
  rmSync(dir, { recursive: true, force: true });
});

const picture = (name: string) => shoot(page, `playground-${name}`);
const goTo = (place: RegExp) => page.getByRole('treeitem', { name: place }).click();
/** Cards on the page; a letter may come in under the one that is filled in. */
const cards = () => page.locator('.ac-adaptiveCard');
const read = (words: string | RegExp) => cards().filter({ hasText: words }).last().waitFor();
const press = (title: string) => cards().getByRole('button', { name: title, exact: true }).last().click();
const question = (label: RegExp) => cards().getByLabel(label).last();
/** The playground names its ticks by an attribute only. */
const tick = (label: string) => cards().locator(`input[aria-label*="${label}"]`).last().check();
/** One of several. */
const pick = (label: string) => cards().getByRole('radio', { name: label, exact: true }).last().check();
async function choose(label: RegExp, option: string): Promise<void> {
  await cards().getByRole('combobox', { name: label }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
async function type(word: string): Promise<void> {
  const editor = page.locator('[contenteditable=true]').first();
  await editor.click();
  await page.keyboard.type(word);
  await page.keyboard.press('Enter');
}
/** Everything somebody has before them in their chat. */
const chatOf = (other: Other): string =>
  other
    .chat()
    .map(({ surface, text }) => (surface ? wordsOf(surface.card) : text))
    .join('\n');

test('set up: a co-ordinator goes through three steps in the chat', async () => {
  await goTo(/General/);
  await goTo(/Co-ordinators/);
  await goTo(/Personal Chat/);
  await page
    .getByText(/Hello Amira/)
    .first()
    .waitFor();
  await rosa.say('setup');
  await rosa.press('Begin');
  rosa.fill({ 'Who runs it?': 'University of Northmoor', 'What is it for?': 'Technicians helping technicians.' });
  await rosa.press('Next');
  await rosa.press('Next');
  await rosa.press('Next');
  for (const [name, what] of [
    ['Ruth Bell', 'Dignity adviser'],
    ['Tom Reyes', 'Union representative'],
  ]) {
    rosa.fill({ Name: name, 'What they are here': what, 'How to reach them': '01632 960 118' });
    await rosa.press('Next');
  }
  await rosa.press('Open the scheme');
  expect(chatOf(rosa)).toMatch(/open/i);
});

test('register: the mentor is played, the mentee types a word and answers two forms in the chat', async () => {
  await ewan.say('register');
  await ewan.press('Become a mentor');
  ewan.fill({ 'Your job': 'Technical Manager', 'How you would like to meet': ['Video call'] });
  await ewan.press('Next');
  ewan.fill({
    'What could you talk about?': ['Projects and budgets', 'Supervising people'],
    'Your career so far, in a few sentences': 'From the workshop floor to leading a team.',
    'How many mentees at a time?': '1',
    'Which of these are true of you?': ['I have a technical background', 'I can give about an hour a month'],
  });
  await ewan.press('Next');
  ewan.fill({ 'Your data': true });
  await ewan.press('Look it over');
  await ewan.press('Send');
  expect(chatOf(ewan)).toMatch(/has been sent/);

  await type('register');
  await read(/Ways in/);
  await picture('register');
  await press('Find a mentor');
  await read(/This stands on your card/);
  await press('Next');
  await read('Please answer this to go on.');
  await picture('problems');
  await question(/^Your job/).fill('Technician, Histology');
  await tick('Video call');
  await press('Next');
  await read(/What would you most like to talk about/);
  await choose(/first choice/, 'Projects and budgets');
  await question(/be different at the end/).fill('To ask for things & <b>be heard</b>.');
  await tick('I can give about an hour a month');
  await tick('I have read how my data are used');
  await picture('form');
  await press('Look it over');
  await read(/how others in the scheme will see you/);
  await press('Send');
  await read(/Your registration has been sent/);
  await picture('sent');
});

test('accept and match: a co-ordinator accepts both, and releases the pair', async () => {
  await mentor.engine.settle();
  await rosa.say('accept');
  await rosa.press('Accept several');
  rosa.fill({ 'Who is accepted?': ['Ewan Fraser, as a mentor', 'Amira Stone, as a mentee'] });
  await rosa.press('Accept');
  expect(chatOf(rosa)).toMatch(/They are being told/);
  await rosa.say('match');
  await rosa.press('Work out a preview');
  await expect
    .poll(
      async () => {
        await rosa.press('Look again').catch(() => undefined);
        return chatOf(rosa);
      },
      { timeout: 20_000, interval: 200 },
    )
    .toMatch(/Amira Stone with Ewan Fraser/);
  await rosa.press('Release');
  await rosa.press('Yes, release');
  expect(chatOf(rosa)).toMatch(/has released this/);
  await mentor.engine.settle();
});

test('say yes: the mentee in the browser, then the mentor', async () => {
  await page.getByText('something for you').last().waitFor();
  await press('Open');
  await read(/Ewan Fraser could be a good mentor/);
  await picture('proposal');
  await press('Yes, please');
  await read(/is asked now/);
  await mentor.engine.settle();
  await ewan.press('Open');
  await ewan.press('Yes, please');
  await mentor.engine.settle();
  await type('pair');
  await read(/Your mentor Ewan Fraser/);
  await picture('pair');
});

test('check in and review: the forum asks, and the answer is given in one’s own chat', async () => {
  const { offsetMs } = await mentor.store.clock();
  await mentor.engine.moveStory(offsetMs + 35 * DAY);
  await goTo(/General/);
  await page.getByRole('button', { name: 'Check in', exact: true }).last().click();
  await goTo(/Personal Chat/);
  await read(/How is it going/);
  await picture('checkin');
  await press('We met');
  await read(/Did the meeting take place/);
  await pick('Yes, we met');
  await question(/both like to remember/).fill('Look at the budget together.');
  await picture('review');
  await press('Keep this');
  await cards()
    .filter({ hasText: /Did the meeting take place/ })
    .waitFor({ state: 'detached' });
}, 60_000);

test('exit and alert: ended in the chat, and one alert stands in the co-ordinators’ channel', async () => {
  await type('exit');
  await read(/It is nobody’s fault/);
  await pick('Yes, I have told them');
  await pick('Look for another mentor');
  await picture('exit');
  await press('Go on');
  await read(/You are ending your pairing/);
  await press('End the pairing');
  await read(/has ended/);
  await mentor.engine.settle();
  await goTo(/Co-ordinators/);
  await page.getByText(/has ended the pairing with/).waitFor();
  expect(await page.getByText(/has ended the pairing with/).count()).toBe(1);
  await picture('alert');
  await rosa.press('Read', { conversation: scene.channel.id });
  await mentor.engine.settle();
  await page.getByText(/Read by/).waitFor();
});

test('nothing was asked of anybody but the bot and, in vain, of those who hand out fonts', () => {
  expect([...new Set(elsewhere)].filter(host => !host.endsWith('.office.net'))).toEqual([]);
});

// A pair over both platforms in a real Chromium, through both sides of the demo's page and the real bot: a mentee in Teams, a mentor in Slack, from registration to the alert.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../src/demo/demo.ts';
import { setLog } from '../../src/log.ts';
import { DESK, openPage, PHONE, shoot, startBrowser } from './browser.ts';

const FORUM = 'channel:19:forum@thread.tacv2';
const DESK_IN_TEAMS = 'channel:19:coordinators@thread.tacv2';
const dir = mkdtempSync(join(tmpdir(), 'mentor-demo-teams-'));
let browser: Browser;
let demo: Demo;
let page: Page;
let wrongs: string[];

beforeAll(async () => {
  setLog('error');
  demo = await startDemo({ dir, fresh: false, empty: false, port: 0 });
  browser = await startBrowser();
  ({ page, wrongs } = await openPage(browser, demo.url, { viewport: DESK }));
  page.setDefaultTimeout(15_000);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const dialog = () => page.getByRole('dialog');
const log = () => page.getByRole('log');
const named = (name: string) => ({ name, exact: true });
const read = (words: string | RegExp) => dialog().getByText(words).first().waitFor();
const press = (label: string) => dialog().getByRole('button', named(label)).first().click();
const picture = (name: string) => shoot(page, `teams-${name}`, `teams-${name}`);

/** Sits down as somebody, on their side, and waits until it is they who are shown. */
async function be(side: 'teams' | 'slack', who: string, at: string, name: string): Promise<void> {
  await page.goto(`${demo.url}/${side === 'teams' ? 'teams.html' : ''}#as=${who}&at=${at}`);
  await page.getByRole('button', { name: new RegExp(`^You are ${name}`) }).waitFor();
}
async function type(words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Write to/ }).fill(words);
  await page.keyboard.press('Enter');
}
/** In Teams a word is answered by a card whose button opens the dialog. */
async function word(words: string): Promise<void> {
  const before = await log().getByRole('button', named('Open')).count();
  await type(words);
  await expect
    .poll(() => log().getByRole('button', named('Open')).count(), { timeout: 10_000 })
    .toBeGreaterThan(before);
  await log().getByRole('button', named('Open')).last().click();
  await dialog().waitFor();
}
async function closeWindow(): Promise<void> {
  if (await dialog().count()) await dialog().getByRole('button', named('Close')).first().click();
  await dialog().waitFor({ state: 'detached' });
}
const newest = async () => {
  await log().getByRole('button', named('Open')).last().click();
  await dialog().waitFor();
};

test('says on which side one is, and leads across', async () => {
  await page.getByRole('heading', { name: 'In the same scheme, in Teams' }).waitFor();
  const sides = page.getByRole('navigation', { name: 'Slack or Teams' });
  expect(await sides.getByRole('link', named('Slack')).getAttribute('aria-current')).toBe('page');
  await page.getByRole('link', { name: /Amira Stone/ }).click();
  await page.getByRole('button', { name: /^You are Amira Stone/ }).waitFor();
  expect(await sides.getByRole('link', named('Teams')).getAttribute('aria-current')).toBe('page');
  expect(await page.title()).toMatch(/Teams/);
  await page.getByText(/Hello Amira/).waitFor();
  await picture('home');
});

test('register in Teams: a word, a dialog, what is missing said beside the question, nothing typed lost', async () => {
  await word('register');
  await read(/Ways in/);
  await picture('register');
  await press('Find a mentor');
  await read(/This stands on your card/);
  await dialog().getByLabel('Pronouns').fill('she/her');
  await press('Next');
  await read('Please answer this to go on.');
  await picture('problems');
  await dialog()
    .getByLabel(/^Your job/)
    .fill('Technician, Histology');
  await dialog().getByRole('checkbox', { name: 'Video call' }).check();
  await press('Next');
  await read(/What would you most like to talk about/);
  await press('Look it over');
  await read(/Please/);
  await dialog()
    .getByLabel(/first choice/)
    .selectOption({ label: 'Projects and budgets' });
  await dialog()
    .getByLabel(/second choice/)
    .selectOption({ label: 'Supervising people' });
  await dialog()
    .getByLabel(/be different at the end/)
    .fill('I would like to ask for things & <b>be heard</b>. <at>all</at>');
  await dialog()
    .getByRole('checkbox', { name: /I have read how my data are used/ })
    .check();
  await picture('form');
  await press('Look it over');
  await read(/how others in the scheme will see you/);
  expect(await dialog().getByText('she/her').count()).toBe(1);
  await picture('card');
  await press('Send');
  await read(/Your registration has been sent/);
  await closeWindow();
});

test('accept in Slack, match in Teams: both co-ordinators see everybody, whichever side they are on', async () => {
  await demo.mentor.engine.settle();
  await be('slack', 'UPRIYA', 'channel:CALERTS', 'Priya Nair');
  await log().getByRole('button', named('Open')).last().click();
  await read(/wait for an answer/);
  await press('Accept several');
  await read(/Who is accepted/);
  for (const box of await dialog().getByRole('checkbox').all()) await box.check();
  await press('Accept');
  await read(/Amira Stone.*They are being told/);
  await closeWindow();
  await be('teams', 'rosa-delgado', 'dm', 'Rosa Delgado');
  await word('match');
  await press('Work out a preview');
  await expect
    .poll(
      async () => {
        const again = dialog().getByRole('button', named('Look again'));
        await again.click({ timeout: 1000 }).catch(() => undefined);
        return dialog()
          .getByText(/pairs found/)
          .count();
      },
      { timeout: 20_000, interval: 400 },
    )
    .toBeGreaterThan(0);
  await read(/Amira Stone/);
  await picture('matching');
  await press('Release');
  await picture('release');
  await dialog()
    .getByRole('button', { name: /release|yes/i })
    .last()
    .click();
  await read(/has released this/);
  await closeWindow();
});

test('propose and introduce: the mentee says yes in Teams, the mentor in Slack', async () => {
  await demo.mentor.engine.settle();
  await be('teams', 'amira-stone', 'dm', 'Amira Stone');
  await log()
    .getByText(/An answer by/)
    .first()
    .waitFor();
  await newest();
  await read(/Ewan Fraser could be a good mentor/);
  await picture('proposal');
  await press('Yes, please');
  await read(/is asked now/);
  await closeWindow();
  await demo.mentor.engine.settle();
  await be('slack', 'UEWAN', 'dm', 'Ewan Fraser');
  await expect
    .poll(
      async () => {
        await closeWindow();
        await newest();
        return dialog()
          .getByText(/Amira Stone has said yes/)
          .count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await press('Yes, please');
  await closeWindow();
  await demo.mentor.engine.settle();
  await be('teams', 'amira-stone', 'dm', 'Amira Stone');
  await word('pair');
  await read(/Ewan Fraser/);
  await picture('pair');
  await closeWindow();
});

test('check in and review: the forum in Teams asks on the scheme’s day; the dialog is the mentee’s alone', async () => {
  for (let week = 0; week < 5; week++)
    await page.request.post(`${demo.url}/clock`, { data: { days: 7 }, timeout: 60_000 });
  await be('teams', 'amira-stone', FORUM, 'Amira Stone');
  await log().getByRole('button', named('Check in')).last().click();
  await read(/How is it going/);
  await picture('checkin');
  await press('We met');
  await read(/Did the meeting take place/);
  await dialog().getByRole('radio', { name: 'Yes, we met' }).check();
  await dialog()
    .getByLabel(/both like to remember/)
    .fill('Look at the budget together.');
  await picture('review');
  await press('Keep this');
  await dialog()
    .getByText(/Did the meeting take place/)
    .waitFor({ state: 'detached' });
  await closeWindow();
}, 120_000);

test('exit and alert: ended in Teams, told at once in both co-ordinators’ channels, read in one and marked in the other', async () => {
  await be('teams', 'amira-stone', 'dm', 'Amira Stone');
  await word('exit');
  await read(/It is nobody’s fault/);
  await dialog().getByRole('radio', { name: 'Yes, I have told them' }).check();
  await dialog().getByRole('radio', { name: 'Look for another mentor' }).check();
  await picture('exit');
  await press('Go on');
  await read(/You are ending your pairing/);
  await picture('last-page');
  await press('End the pairing');
  await read(/has ended/);
  await closeWindow();
  await demo.mentor.engine.settle();
  await be('slack', 'UPRIYA', 'channel:CALERTS', 'Priya Nair');
  await log()
    .getByText(/has ended the pairing with/)
    .waitFor();
  expect(
    await log()
      .getByText(/has ended the pairing with/)
      .count(),
  ).toBe(1);
  await be('teams', 'rosa-delgado', DESK_IN_TEAMS, 'Rosa Delgado');
  await log()
    .getByText(/has ended the pairing with/)
    .waitFor();
  expect(
    await log()
      .getByText(/has ended the pairing with/)
      .count(),
  ).toBe(1);
  await picture('alert');
  await log().getByRole('button', named('Read')).last().click();
  await read(/Ended by/);
  await picture('read');
  await closeWindow();
  await demo.mentor.engine.settle();
  await be('slack', 'UPRIYA', 'channel:CALERTS', 'Priya Nair');
  await log()
    .getByText(/Read by/)
    .waitFor();
});

test('both sides beside each other, under one clock', async () => {
  await page.goto(`${demo.url}/both.html`);
  const slack = page.frameLocator('iframe[title="Slack side"]');
  const teams = page.frameLocator('iframe[title="Teams side"]');
  await slack.getByRole('link', { name: /Ewan Fraser/ }).click();
  await teams.getByRole('link', { name: /Amira Stone/ }).click();
  await slack.getByText(/Hello Ewan/).waitFor();
  await teams
    .getByText(/Hello Amira/)
    .first()
    .waitFor();
  await picture('both');
  const before = await page.locator('#time').textContent();
  await page.getByRole('button', named('+1 day')).click();
  await expect.poll(() => page.locator('#time').textContent(), { timeout: 20_000 }).not.toBe(before);
  await page.reload();
  await slack.getByText(/Hello Ewan/).waitFor();
  await teams
    .getByText(/Hello Amira/)
    .first()
    .waitFor();
  expect(wrongs).toEqual([]);
});

test('on a phone, in the dark: one column, nothing wider than the screen, dialogs too', async () => {
  const context = { viewport: PHONE, colorScheme: 'dark' as const };
  ({ page, wrongs } = await openPage(browser, `${demo.url}/teams.html#as=noor-ali&at=dm`, context));
  await page.getByText(/Hello Noor/).waitFor();
  const fits = () => page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
  expect(await fits()).toBe(true);
  await word('register');
  await press('Become a mentor');
  await read(/This stands on your card/);
  await picture('phone-dark');
  expect(await fits()).toBe(true);
  const box = await dialog().boundingBox();
  expect(box?.width).toBeLessThanOrEqual(PHONE.width);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
  expect(wrongs).toEqual([]);
});

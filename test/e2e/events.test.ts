// A matching event in a real Chromium, through the demo's page and the real bot: announced, signed up for on a phone, talked at, and looked back on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../src/demo/demo.ts';
import { technicians } from '../../src/demo/seed.ts';
import { mentees, mentors } from '../../src/demo/story.ts';
import { setLog } from '../../src/log.ts';
import { addDays } from '../../src/scheme/calendar.ts';
import { DESK, openPage, PHONE, shoot, startBrowser } from './browser.ts';

const dir = mkdtempSync(join(tmpdir(), 'mentor-demo-'));
let browser: Browser;
let demo: Demo;
let page: Page;
let wrongs: string[];

/** The demo's story ends where everybody has registered: here they are accepted. */
async function acceptAll(): Promise<void> {
  const one = demo.standIn.as('UPRIYA');
  await one.command('accept');
  await one.press('view', 'Accept several');
  const named = (id: string): string => technicians.find(person => person.id === id)?.realName ?? id;
  await one.fill({
    'Who is accepted?': [
      ...mentors.map(({ id }) => `${named(id)}, as a mentor`),
      ...mentees.map(({ id }) => `${named(id)}, as a mentee`),
    ],
  });
  await one.submit();
  await one.closeView(true);
  await demo.mentor.engine.settle();
}

beforeAll(async () => {
  setLog('error');
  demo = await startDemo({ dir, fresh: false, empty: false, port: 0 });
  await acceptAll();
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
async function be(who: string, at: string): Promise<void> {
  await page.goto(`${demo.url}/#as=${who}&at=${at}`);
  await page.locator(`main, #main`).first().waitFor();
}
async function type(words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Write to/ }).fill(words);
  await page.keyboard.press('Enter');
}
const press = (label: string) => dialog().getByRole('button', { name: label, exact: true }).first().click();
const read = (words: string | RegExp) => dialog().getByText(words).first().waitFor();
async function closeWindow(): Promise<void> {
  if (await dialog().count()) await dialog().getByRole('button', { name: 'Close', exact: true }).first().click();
  await dialog()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
}
const picture = (name: string) => shoot(page, `events-${name}`);
const later = async (days: number): Promise<void> => {
  const { offsetMs } = await demo.mentor.store.clock();
  await demo.mentor.engine.moveStory(offsetMs + days * 86_400_000);
};
const settle = () => demo.mentor.engine.settle();

async function openEvent(who: string): Promise<void> {
  await be(who, 'dm');
  await type('/mentor events');
  await dialog().waitFor();
  await press('Look');
  await read(/Meet a mentor/);
}
async function openDesk(): Promise<void> {
  await openEvent('UPRIYA');
  await press('Event desk');
  await read(/Who has signed up|Afterwards/);
}

test('a co-ordinator announces an event; on a phone somebody signs up and reads how to choose well', async () => {
  await be('UPRIYA', 'dm');
  await type('/mentor events');
  await dialog().waitFor();
  await picture('list');
  await press('New event');
  await dialog().getByRole('textbox', { name: 'Title' }).fill('Meet a mentor');
  const { storyNow } = await demo.mentor.store.clock();
  await dialog()
    .getByLabel('Day')
    .fill(addDays(new Date(storyNow).toISOString().slice(0, 10), 12));
  // At this very time of day, so that it is under way twelve days from now, whenever the test is run.
  await dialog()
    .getByLabel('Begins at')
    .fill(new Date(storyNow).toLocaleTimeString('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }));
  await dialog().getByRole('textbox', { name: 'Where' }).fill('Room 4, north wing');
  await picture('form');
  await press('Announce it');
  await read(/Who has signed up/);
  await picture('desk');
  await closeWindow();
  await settle();
  await page.setViewportSize(PHONE);
  await be('UISLA', 'channel:CFORUM');
  await picture('post-phone');
  await log().getByRole('button', { name: 'Look, or sign up', exact: true }).last().click();
  await read(/Events are for people who have been accepted/);
  await closeWindow();
  for (const who of ['UHUGO', 'UBETH', 'UEWAN', 'UALEX']) {
    await be(who, 'channel:CFORUM');
    await log().getByRole('button', { name: 'Look, or sign up', exact: true }).last().click();
    await read(/Meet a mentor/);
    await press('Sign up');
    await read(/You have a place/);
    if (who === 'UHUGO') await picture('signed-up-phone');
    await closeWindow();
  }
  await page.setViewportSize(DESK);
  expect(wrongs).toEqual([]);
}, 60_000);

test('on the day each round is told privately, and afterwards people say whom they would like', async () => {
  await later(12);
  await openDesk();
  await press('Who is here');
  await dialog().getByRole('checkbox', { name: /Hugo/ }).check();
  await dialog().getByRole('checkbox', { name: /Beth/ }).check();
  await dialog().getByRole('checkbox', { name: /Ewan/ }).check();
  await picture('here');
  await press('They are here');
  await read(/Here now: 2 mentors and one mentee|Here now: 2 mentors and 1 mentee/);
  await press('Prepare the talks');
  await picture('talks');
  await press('Work out the talks');
  await settle();
  await press('Look again');
  await press('Begin round 1');
  await settle();
  await press('Look again');
  await read(/Round 1 of/);
  await picture('desk-round');
  await press('All talks');
  await read(/A pause in this round/);
  await picture('plan');
  await closeWindow();
  await be('UHUGO', 'dm');
  await log().getByRole('button', { name: 'My talk', exact: true }).last().click();
  await read(/You talk with/);
  await picture('talk');
  await closeWindow();
  const openers = log().getByRole('button', { name: 'Open', exact: true });
  const before = await openers.count();
  // Whatever day of the week it is, a working hour has come by then.
  await later(4);
  await be('UHUGO', 'dm');
  // The letter that comes after the event, not the last of those that were there already.
  await openers.nth(before).click();
  await read(/I would like to be matched with/);
  await picture('rank');
  await press('Send');
  await read(/How useful was it for you/);
  await picture('feedback');
  await closeWindow();
  expect(wrongs).toEqual([]);
}, 60_000);

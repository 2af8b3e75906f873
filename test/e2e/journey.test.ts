// The main journey in a real Chromium, through the demo's page and the real bot, by what a person reads; it also makes the README's pictures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../src/demo/demo.ts';
import { setLog } from '../../src/log.ts';
import { DESK, openPage, PHONE, shoot, startBrowser } from './browser.ts';

const dir = mkdtempSync(join(tmpdir(), 'mentor-demo-'));
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

async function be(who: string, at: string): Promise<void> {
  await page.goto(`${demo.url}/#as=${who}&at=${at}`);
  await page.locator(`main, #main`).first().waitFor();
}
async function type(words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Write to/ }).fill(words);
  await page.keyboard.press('Enter');
}
const press = (label: string | RegExp) =>
  dialog()
    .getByRole('button', { name: label, ...(typeof label === 'string' ? { exact: true } : {}) })
    .first()
    .click();
const read = (words: string | RegExp) => dialog().getByText(words).first().waitFor();
async function closeWindow(): Promise<void> {
  if (await dialog().count()) await dialog().getByRole('button', { name: 'Close', exact: true }).first().click();
  await dialog()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
}
async function openLetter(who: string, label = 'Open'): Promise<void> {
  await be(who, 'dm');
  await log().getByRole('button', { name: label, exact: true }).last().click();
  await dialog().waitFor();
}
const picture = (name: string) => shoot(page, `journey-${name}`, name);

test('register: a technician finds the invitation, reads, answers two short forms and has a receipt', async () => {
  await be('UKEIRA', 'channel:CFORUM');
  await log().getByRole('button', { name: 'Start', exact: true }).click();
  await read(/Ways in/);
  await picture('register');
  await press('Find a mentor');
  await read(/This stands on your card/);
  await dialog().getByRole('checkbox', { name: 'Video call' }).check();
  await dialog().getByRole('button', { name: 'Next', exact: true }).click();
  await read(/What would you most like to talk about/);
  await dialog().getByRole('button', { name: 'Look it over', exact: true }).click();
  await dialog()
    .getByText(/complete this required field/i)
    .first()
    .waitFor();
  await picture('form');
  await dialog()
    .getByRole('combobox', { name: /first choice/ })
    .selectOption({ label: 'Health and safety' });
  await dialog()
    .getByRole('textbox', { name: /be different at the end/ })
    .fill('I would like to run the stores well & <b>safely</b>.');
  await dialog()
    .getByRole('checkbox', { name: /I have read how my data are used/ })
    .check();
  await dialog().getByRole('button', { name: 'Look it over', exact: true }).click();
  await read(/how others in the scheme will see you/);
  await press('Send');
  await read(/Your registration has been sent/);
  await picture('receipt');
  await closeWindow();
});

test('accept and match: the co-ordinators see who waits, accept several at once, and read every pair with its reasons', async () => {
  await be('UPRIYA', 'channel:CALERTS');
  await log().getByRole('button', { name: 'Open', exact: true }).last().click();
  await read(/wait for an answer/);
  await press('Accept several');
  await read(/Who is accepted/);
  for (const box of await dialog().getByRole('checkbox').all()) await box.check();
  await dialog().getByRole('button', { name: 'Accept', exact: true }).click();
  await read(/They are being told/);
  await closeWindow();
  await be('UPRIYA', 'dm');
  await type('/mentor match');
  await press('Work out a preview');
  await expect
    .poll(
      async () => {
        await dialog()
          .getByRole('button', { name: 'Look again', exact: true })
          .click({ timeout: 1000 })
          .catch(() => undefined);
        return dialog()
          .getByText(/pairs found/)
          .count();
      },
      { timeout: 20_000, interval: 400 },
    )
    .toBeGreaterThan(0);
  await picture('matching');
  await press('Release');
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await read(/has released this/);
  await closeWindow();
});

test('propose and introduce: the mentee first, then the mentor, then both are introduced', async () => {
  await expect
    .poll(
      async () => {
        await be('UFATIMA', 'dm');
        return log()
          .getByText(/An answer by/)
          .count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await openLetter('UFATIMA');
  await read(/Sam Okafor could be a good mentor/);
  await picture('proposal');
  await press('Yes, please');
  await read(/is asked now/);
  await closeWindow();
  await demo.mentor.engine.settle();
  await openLetter('USAM');
  await read(/Fatima Siddiqui has said yes/);
  await press('Yes, please');
  await demo.mentor.engine.settle();
  await closeWindow();
  await be('UFATIMA', 'home');
  await page.getByText(/Sam/).first().waitFor();
  await picture('home');
});

test('check in and review: the forum asks on the scheme’s day; one tap and a short form', async () => {
  for (let week = 0; week < 5; week++)
    await page.request.post(`${demo.url}/clock`, { data: { days: 7 }, timeout: 60_000 });
  await be('UFATIMA', 'channel:CFORUM');
  await log().getByRole('button', { name: 'Check in', exact: true }).last().click();
  await read(/How is it going/);
  await picture('checkin');
  await press('We met');
  await read(/Did the meeting take place/);
  await dialog().getByRole('radio', { name: 'Yes, we met' }).check();
  await dialog()
    .getByRole('textbox', { name: /both like to remember/ })
    .fill('Look at the form together.');
  await dialog().getByRole('button', { name: 'Keep this', exact: true }).click();
  await dialog()
    .getByText(/Did the meeting take place/)
    .waitFor({ state: 'detached' });
  await picture('review');
  await closeWindow();
}, 120_000);

test('exit and alert: the last page names who is being left; the co-ordinators’ channel has one alert', async () => {
  await be('UFATIMA', 'dm');
  await type('/mentor exit');
  await read(/It is nobody’s fault/);
  await dialog().getByRole('radio', { name: 'Yes, I have told them' }).check();
  await dialog().getByRole('radio', { name: 'Look for another mentor' }).check();
  await picture('exit');
  await dialog().getByRole('button', { name: 'Go on', exact: true }).click();
  await read(/You are ending your pairing/);
  await picture('last-page');
  await press('End the pairing');
  await read(/has ended/);
  await closeWindow();
  await demo.mentor.engine.settle();
  await be('UPRIYA', 'channel:CALERTS');
  await log().getByRole('button', { name: 'Read', exact: true }).first().waitFor();
  await picture('alert');
  expect(
    await log()
      .getByText(/has ended the pairing with/)
      .count(),
  ).toBe(1);
  await log().getByRole('button', { name: 'Read', exact: true }).last().click();
  await read(/Ended by/);
  await picture('read');
  await closeWindow();
});

test('on a phone: home is one column, with one primary button and at most three others', async () => {
  expect(wrongs).toEqual([]);
  ({ page, wrongs } = await openPage(browser, `${demo.url}/#as=USAM&at=home`, { viewport: PHONE }));
  await page.getByText(/Hello Sam/).waitFor();
  await picture('home-phone');
  const home = page.locator('main').getByRole('button');
  expect(await home.count()).toBeLessThanOrEqual(4);
  expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
    true,
  );
  expect(wrongs).toEqual([]);
});

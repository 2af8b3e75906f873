// The Teams side of the demo's page, and both sides beside each other, for people who listen, who cannot see faint text, or who touch.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../src/demo/demo.ts';
import { setLog } from '../../src/log.ts';
import { DESK, type Document, openPage, PHONE, shoot, startBrowser } from './browser.ts';
import { faint, heard, small } from './look.ts';

declare const document: Document;

const dir = mkdtempSync(join(tmpdir(), 'mentor-demo-look-'));
let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  setLog('error');
  [demo, browser] = await Promise.all([startDemo({ dir, fresh: false, empty: false, port: 0 }), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(dir, { recursive: true, force: true });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** Goes through everything the Teams side shows as somebody who has filled in nothing yet, and looks at each of it. */
async function tour(page: Page, who: string, look: (what: string) => Promise<void>): Promise<void> {
  await page.goto(`${demo.url}/teams.html`);
  await page.getByRole('heading', { name: 'In the same scheme, in Slack' }).waitFor();
  await look('welcome');
  await page.goto(`${demo.url}/teams.html#as=rosa-delgado&at=channel:19:coordinators@thread.tacv2`);
  await page
    .getByRole('log')
    .getByText(/wait for an answer/)
    .waitFor();
  await look('channel');
  await page.goto(`${demo.url}/teams.html#as=${who}&at=dm`);
  await page.getByText(/^Hello/).waitFor();
  await page.getByRole('button', { name: 'Words', exact: true }).click();
  await look('words');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Write to Mentor' }).fill('register');
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByRole('button', { name: 'Open', exact: true }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Find a mentor', exact: true }).click();
  await dialog.getByText(/This stands on your card/).waitFor();
  await dialog.getByRole('button', { name: 'Next', exact: true }).click();
  await dialog.getByText('Please answer this to go on.').first().waitFor();
  await look('problems');
  await dialog.getByLabel(/^Your job/).fill('Technician');
  await dialog.getByRole('checkbox', { name: 'Phone' }).check();
  await dialog.getByRole('button', { name: 'Next', exact: true }).click();
  await dialog.getByLabel(/first choice/).waitFor();
  await look('form');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

describe.each([
  ['light', 'tomasz-zielinski'],
  ['dark', 'noor-ali'],
] as const)('in the %s scheme', (colorScheme, who) => {
  test('every text is easy to read, and everything has a name', async () => {
    const { page, wrongs } = await openPage(browser, demo.url, { viewport: DESK, colorScheme });
    page.setDefaultTimeout(15_000);
    await tour(page, who, async what => {
      const { looked, wrong } = await faint(page);
      expect(looked, what).toBeGreaterThan(4);
      expect(wrong, what).toEqual([]);
      expect((await heard(page)).nameless, what).toEqual([]);
      await shoot(page, `teams-${colorScheme}-${what}`);
    });
    await page.goto(`${demo.url}/both.html`);
    await page
      .frameLocator('iframe[title="Teams side"]')
      .getByRole('link', { name: /Noor Ali/ })
      .waitFor();
    expect((await faint(page)).wrong).toEqual([]);
    expect((await heard(page)).nameless).toEqual([]);
    expect(wrongs).toEqual([]);
  }, 60_000);
});

test('has landmarks, one main heading, a log that is read out, and no text of a card above its rank', async () => {
  const { page } = await openPage(browser, `${demo.url}/teams.html#as=noor-ali&at=dm`, { viewport: DESK });
  await page.getByText(/Hello Noor/).waitFor();
  const { roles } = await heard(page);
  for (const role of ['banner', 'navigation', 'main', 'complementary', 'log', 'status']) expect(roles).toContain(role);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Skip to the conversation' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

test('by keyboard alone: a word, the dialog, the first question, and back to where one was', async () => {
  const { page } = await openPage(browser, `${demo.url}/teams.html#as=noor-ali&at=dm`, { viewport: DESK });
  await page.getByText(/Hello Noor/).waitFor();
  await page.getByRole('textbox', { name: 'Write to Mentor' }).focus();
  const openers = page.getByRole('log').getByRole('button', { name: 'Open', exact: true });
  const before = await openers.count();
  await page.keyboard.type('help');
  await page.keyboard.press('Enter');
  const opener = openers.nth(before);
  await opener.press('Enter');
  await page.getByRole('dialog').waitFor();
  const inside = () => page.evaluate(() => Boolean(document.activeElement?.closest('dialog')));
  for (let n = 0; n < 25; n++) {
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await opener.evaluate(node => (node as unknown) === document.activeElement)).toBe(true);
});

test('on a phone whatever is touched is 44 px high and wide, and nothing is faint', async () => {
  const { page } = await openPage(browser, demo.url, { viewport: PHONE, hasTouch: true, isMobile: true });
  page.setDefaultTimeout(15_000);
  await tour(page, 'amira-stone', async what => {
    expect(await small(page), what).toEqual([]);
    expect((await faint(page)).wrong, what).toEqual([]);
    await shoot(page, `teams-phone-${what}`);
  });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Mentor', exact: true }).waitFor();
  expect(await small(page), 'drawer').toEqual([]);
}, 60_000);

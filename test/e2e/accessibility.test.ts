// The demo's page for people who listen, who cannot see faint text, or who touch: names, landmarks, contrast in both schemes, the size of what is touched.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { call, closeAll } from '../demo/bolt-app.ts';
import { DESK, type Document, openPage, PHONE, shoot, startBrowser } from './browser.ts';
import { aGallery } from './gallery.ts';
import { faint, heard, small } from './look.ts';

declare const document: Document;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await closeAll();
});

type Look = (what: string) => Promise<void>;

/** Goes through everything the page can show, and looks at each of it. */
async function tour(page: Page, url: string, look: Look): Promise<void> {
  await page.getByRole('heading', { name: 'Technicians', exact: true }).waitFor();
  await look('welcome');
  await page.goto(`${url}/#as=USAM&at=home`);
  await page.getByRole('button', { name: 'Fill in the form' }).waitFor();
  await look('home');
  await page.goto(`${url}/#as=USAM&at=dm`);
  const composer = page.getByRole('textbox', { name: 'Write to Mentor' });
  for (const typed of ['/mentor gallery', '/mentor whisper', 'hello']) {
    await composer.fill(typed);
    await page.keyboard.press('Enter');
  }
  await page.getByText('Only visible to you').waitFor();
  await page.getByRole('button', { name: 'More' }).click();
  await look('messages');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '/mentor', exact: true }).click();
  await look('words');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End it' }).click();
  await look('ask');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fill in the form' }).click();
  const form = page.getByRole('dialog', { name: 'Register' });
  await form.getByLabel('Somebody you know').fill('da');
  await form.getByRole('option', { name: 'Dan Okoro' }).click();
  await form.getByLabel('People not to be paired with').fill('da');
  await form.getByRole('option', { name: 'Dana Reyes' }).waitFor();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('answers need another look').waitFor();
  await look('form');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
}

describe.each(['light', 'dark'] as const)('in the %s scheme', colorScheme => {
  test('every text is easy to read, and everything has a name', async () => {
    const { slack, url } = await aGallery();
    const { page, wrongs } = await openPage(browser, url, { viewport: DESK, colorScheme });
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(18, 23, 24)' : 'rgb(247, 245, 241)');
    await tour(page, url, async what => {
      const { looked, wrong } = await faint(page);
      expect(looked, what).toBeGreaterThan(4);
      expect(wrong, what).toEqual([]);
      expect((await heard(page)).nameless, what).toEqual([]);
      await shoot(page, `desk-${colorScheme}-${what}`);
    });
    await call(slack, 'chat.postMessage', { channel: 'UADA', text: 'For Ada' });
    await page.getByRole('region', { name: 'Something new for others' }).waitFor();
    await page.getByRole('button', { name: 'What is this?' }).click();
    expect((await faint(page)).wrong).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /You are/ }).click();
    expect((await faint(page)).wrong).toEqual([]);
    expect(wrongs).toEqual([]);
  });
});

test('has landmarks, one main heading, and a log that is read out', async () => {
  const { url } = await aGallery();
  const { page } = await openPage(browser, `${url}/#as=USAM&at=dm`, { viewport: DESK });
  await page.getByRole('log').waitFor();
  const { roles } = await heard(page);
  for (const role of ['banner', 'navigation', 'main', 'complementary', 'log', 'status']) expect(roles).toContain(role);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Skip to the conversation' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  expect(page.url()).toContain('#as=USAM&at=dm');
});

test('on a phone whatever is touched is 44 px high and wide, and nothing is faint', async () => {
  const { url } = await aGallery();
  const { page } = await openPage(browser, url, { viewport: PHONE, hasTouch: true, isMobile: true });
  await tour(page, url, async what => {
    expect(await small(page), what).toEqual([]);
    expect((await faint(page)).wrong, what).toEqual([]);
    await shoot(page, `phone-${what}`);
  });
  await page.getByText('Try this: eight steps').click();
  expect(await small(page), 'steps').toEqual([]);
  await page.getByText('Try this: eight steps').click();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Home' }).waitFor();
  expect(await small(page), 'drawer').toEqual([]);
  await page.getByRole('button', { name: /You are/ }).click();
  expect(await small(page), 'people').toEqual([]);
});

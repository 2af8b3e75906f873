// A real Chromium for tests of pages: starting it, opening a page at a size and in a colour scheme, pictures for people to look at.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const SHOTS = join(import.meta.dirname, '../shots');
const QUIETLY = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function executable(): string {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Perhaps under the next name.
    }
  }
  throw new Error('These tests need Chromium: install the package "chromium" or Google Chrome.');
}

/** As much of the page's own objects as tests look at; the types of a whole browser are not loaded for that. */
export type Element = {
  className: string;
  inert: boolean;
  tagName: string;
  textContent: string | null;
  checkVisibility(options: object): boolean;
  closest(selector: string): Element | null;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { right: number; width: number; height: number };
};
export type Document = {
  activeElement: Element | null;
  documentElement: { clientWidth: number };
  getElementById(id: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Starts the browser; to be closed by the test. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable(), args: QUIETLY, env: { ...process.env, LANGUAGE: 'en_GB' } });

/** A new page in a profile of its own. What goes wrong in it, such as an uncaught error, is gathered in `wrongs`. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = { viewport: DESK },
): Promise<{ page: Page; wrongs: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const wrongs: string[] = [];
  page.on('pageerror', error => wrongs.push(error.message));
  page.on('console', line => line.type() === 'error' && wrongs.push(line.text()));
  await page.goto(url);
  return { page, wrongs };
}

/** A picture of the page, in a folder that is not kept; one that has a name in the README goes there too, with MENTOR_PICTURES. */
export async function shoot(page: Page, name: string, inReadme?: string): Promise<void> {
  const pictures = process.env['MENTOR_PICTURES'];
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  if (pictures && inReadme !== undefined) copyFileSync(join(SHOTS, `${name}.png`), join(pictures, `${inReadme}.png`));
}

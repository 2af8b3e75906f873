// The demo's page in a real Chromium, against the stand-in and a real Bolt app: what is drawn, filled and sent, by mouse, keyboard and at phone width.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { call, closeAll, modal, plain } from '../demo/bolt-app.ts';
import { DESK, type Document, type Element, openPage, PHONE, shoot, startBrowser } from './browser.ts';
import { aGallery, everyBlock, everyQuestion, type Gallery, NASTY } from './gallery.ts';

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

type Opened = Gallery & { page: Page; wrongs: string[] };

async function open(where: string, options = {}): Promise<Opened> {
  const gallery = await aGallery();
  const opened = await openPage(browser, `${gallery.url}/${where}`, { viewport: DESK, ...options });
  return { ...gallery, ...opened };
}

const windowOf = (page: Page) => page.getByRole('dialog');
const composerOf = (page: Page) => page.getByRole('textbox', { name: /^Write to/ });

async function command(page: Page, typed: string): Promise<void> {
  await composerOf(page).fill(typed);
  await page.keyboard.press('Enter');
}

async function openForm(options = {}): Promise<Opened> {
  const opened = await open('#as=USAM&at=dm', options);
  await command(opened.page, '/mentor');
  await windowOf(opened.page).waitFor();
  return opened;
}

/** Whether something has the focus. */
const hasFocus = (locator: Locator) => locator.evaluate(node => (node as unknown) === document.activeElement);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

describe('where one is', () => {
  test('a first look asks who one would like to be, and leads to their home', async () => {
    const { page, wrongs } = await open('');
    await page.getByRole('heading', { name: 'Co-ordinators' }).waitFor();
    await shoot(page, 'desk-welcome');
    await page.getByRole('link', { name: /Sam Field/ }).click();
    await page.getByRole('heading', { name: 'Welcome to the scheme' }).waitFor();
    expect(page.url()).toContain('#as=USAM&at=home');
    await shoot(page, 'desk-home');
    expect(wrongs).toEqual([]);
  });

  test('a link leads to a person in a channel, and only its members find a private one', async () => {
    const { page, slack } = await open('#as=UADA&at=channel:CDESK');
    await page.getByRole('heading', { name: 'mentoring-coordinators' }).waitFor();
    await call(slack, 'chat.postMessage', { channel: 'CDESK', text: 'Somebody has registered' });
    await page.getByRole('log').getByText('Somebody has registered').waitFor();
    await page.goto(`${slack.url}/#as=USAM&at=dm`);
    await page.getByRole('link', { name: 'technicians-forum' }).waitFor();
    expect(await page.getByRole('link', { name: 'mentoring-coordinators' }).count()).toBe(0);
    await page.goto(`${slack.url}/#as=USAM&at=channel:CDESK`);
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
    expect(await page.getByText('Somebody has registered').count()).toBe(0);
  });

  test('says for whom there is something new, until it was looked at', async () => {
    const { page, slack } = await open('#as=USAM&at=dm');
    await composerOf(page).waitFor();
    await call(slack, 'chat.postMessage', { channel: 'UADA', text: 'For Ada' });
    const news = page.getByRole('region', { name: 'Something new for others' });
    await news.getByRole('link', { name: /Ada Quill/ }).click();
    await page.getByRole('log').getByText('For Ada').waitFor();
    await page.getByRole('log').getByText('New', { exact: true }).waitFor();
    await page.getByRole('button', { name: /You are Ada Quill/ }).click();
    await windowOf(page)
      .getByRole('link', { name: /Sam Field/ })
      .click();
    await page.getByRole('button', { name: /You are Sam Field/ }).waitFor();
    expect(await news.count()).toBe(0);
  });

  test('moves the clock, and messages carry its time', async () => {
    const { page, slack, moved } = await open('#as=USAM&at=dm');
    const time = page.locator('#time');
    const before = await time.textContent();
    await page.getByRole('button', { name: '+1 week' }).click();
    await page.getByText(/^It is now/).waitFor();
    await page.getByRole('button', { name: '+1 day' }).click();
    await expect.poll(() => moved).toEqual([7, 1]);
    expect(await time.textContent()).not.toBe(before);
    await call(slack, 'chat.postMessage', { channel: 'USAM', text: 'Later' });
    await page.getByRole('log').getByText('Later').waitFor();
    const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });
    await page
      .getByRole('heading', { name: new RegExp(day.format(Date.now() + 8 * 86_400_000)) })
      .waitFor({ timeout: 2000 });
  });
});

describe('what is drawn', () => {
  test('every kind of block, with nothing typed coming alive', async () => {
    const { page, wrongs } = await open('#as=USAM&at=dm');
    await command(page, '/mentor gallery');
    const log = page.getByRole('log');
    await log.getByRole('heading', { name: 'Welcome to the scheme' }).waitFor();
    for (const [tag, text] of [
      ['strong', 'bold words'],
      ['em', 'leaning words'],
      ['s', 'gone'],
      ['code', 'code'],
      ['blockquote', 'A quotation'],
      ['li', 'listen'],
      ['pre', 'as it stands'],
      ['.context', 'Only the co-ordinators see this.'],
      ['.no-picture', 'Pairs by month'],
      ['.mention', '@Sam Field'],
    ] as const)
      expect(await log.locator(tag).filter({ hasText: text }).count(), tag).toBeGreaterThan(0);
    expect(await log.getByRole('link', { name: 'the guide' }).getAttribute('href')).toBe('https://example.org/a?b=1');
    expect(await log.getByRole('link', { name: '#technicians-forum' }).getAttribute('href')).toContain(
      'channel:CFORUM',
    );
    expect(await log.getByRole('link', { name: 'no link' }).count()).toBe(0);
    expect(await log.textContent()).toContain(`dead: ${NASTY}`);
    expect(await log.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
    expect(wrongs).toEqual([]);
    await shoot(page, 'desk-messages');
  });

  test('a press reaches the app with its value; a choice in a menu too', async () => {
    const { page, arrived } = await open('#as=USAM&at=dm');
    await command(page, '/mentor gallery');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(() => arrived.presses.at(-1)).toMatchObject({ action_id: 'open-row', value: 'dana' });
    await page.getByLabel('Choose a rhythm').selectOption('Monthly');
    await expect
      .poll(() => arrived.presses.at(-1))
      .toMatchObject({ action_id: 'often', selected_option: { value: 'm' } });
    const more = page.getByRole('button', { name: 'More' });
    await more.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => arrived.presses.at(-1))
      .toMatchObject({ action_id: 'more', selected_option: { value: 'leave' } });
    expect(await focused(page)).toBe('More');
  });

  test('a button that asks first acts only after a yes; the answer for one person can be put away', async () => {
    const { page, arrived } = await open('#as=USAM&at=dm');
    await command(page, '/mentor gallery');
    await page.getByRole('button', { name: 'End it' }).click();
    const ask = page.getByRole('alertdialog', { name: 'End this pairing?' });
    await ask.getByRole('button', { name: 'Keep it' }).click();
    expect(await focused(page)).toBe('End it');
    expect(arrived.presses).toEqual([]);
    await page.getByRole('button', { name: 'End it' }).click();
    await ask.getByRole('button', { name: 'End it' }).click();
    const own = page.getByRole('article').filter({ hasText: 'Only visible to you' });
    await own.getByText('Ended').waitFor();
    await own.getByRole('button', { name: 'Dismiss' }).click();
    await own.waitFor({ state: 'detached' });
  });

  test('an app that does not answer is spoken of kindly', async () => {
    const { page } = await open('#as=USAM&at=dm');
    await command(page, '/mentor gallery');
    await page.getByRole('button', { name: 'Say nothing' }).click();
    await page.getByText('Mentor did not answer in time. It may still be working on it').waitFor();
  });

  test('words typed in a chat and in a channel are sent; other commands are explained', async () => {
    const { page, arrived, slack } = await open('#as=USAM&at=dm');
    await command(page, 'hello <b>you</b>');
    await page.getByRole('log').getByText('hello <b>you</b>').waitFor();
    await expect.poll(() => arrived.said).toEqual(['hello &lt;b&gt;you&lt;/b&gt;']);
    await command(page, '/elsewhere');
    await page.getByText('There is no such command').waitFor();
    expect(await composerOf(page).inputValue()).toBe('/elsewhere');
    await page.getByRole('link', { name: 'technicians-forum' }).click();
    await page.getByRole('heading', { name: 'technicians-forum', level: 1 }).waitFor();
    await command(page, '/mentor whisper');
    await page.getByText('A word in your ear').waitFor();
    expect(slack.as('USAM').ephemerals('CFORUM')).toHaveLength(1);
    await page.getByRole('button', { name: '/mentor' }).click();
    await page.getByRole('button', { name: /^\/mentor register/ }).click();
    expect(await composerOf(page).inputValue()).toBe('/mentor register');
  });
});

describe('windows', () => {
  test('every kind of question is filled and arrives', async () => {
    const { page, arrived, wrongs } = await openForm();
    const form = windowOf(page);
    await shoot(page, 'desk-form');
    expect(await form.getByLabel('What do you hope for?').inputValue()).toBe('More confidence');
    expect(await form.getByLabel('Team leader').inputValue()).toBe('UADA');
    expect(await form.getByText('A line or two is enough.').count()).toBe(1);
    await form.getByLabel('Your name').fill('Sam');
    await form.getByLabel('What do you hope for?').fill('Two\nlines');
    await form.getByLabel('Years in the role').fill('4');
    await form.getByLabel('Work e-mail').fill('sam@uni.example');
    await form.getByLabel('Your page').fill('https://uni.example/sam');
    await form.getByLabel('Site').selectOption('South');
    await form.getByRole('checkbox', { name: 'Topic 2', exact: true }).check();
    await form.getByRole('checkbox', { name: 'Topic 5' }).check();
    expect(await form.getByRole('checkbox', { name: 'Topic 7' }).isDisabled()).toBe(true);
    await form.getByLabel('Somebody you know').fill('da');
    await form.getByRole('option', { name: 'Dan Okoro' }).click();
    await form.getByLabel('People not to be paired with').pressSequentially('el');
    await form.getByRole('option', { name: 'Ella Stone' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByRole('checkbox', { name: 'Ada Quill' }).check();
    await form.getByLabel('Forum').selectOption('#technicians-forum');
    await form.getByRole('radio', { name: 'A mentor' }).check();
    await form.getByRole('checkbox', { name: 'I work as a technician' }).check();
    await form.getByLabel('From').fill('2026-12-01');
    await form.getByLabel('At (optional)').fill('14:05');
    await form.getByLabel('First meeting').fill('2026-12-03T10:00');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const chosen = (value: string) => ({ answer: { selected_option: { value } } });
    expect(arrived.submissions).toHaveLength(1);
    expect(arrived.submissions[0]).toMatchObject({
      name: { answer: { value: 'Sam' } },
      hopes: { answer: { value: 'Two\nlines' } },
      years: { answer: { value: '4' } },
      mail: { answer: { value: 'sam@uni.example' } },
      page: { answer: { value: 'https://uni.example/sam' } },
      site: chosen('s'),
      topics: { answer: { selected_options: [{ value: 't2' }, { value: 't5' }] } },
      who: chosen('dan okoro'),
      not: { answer: { selected_options: [{ value: 'ella stone' }] } },
      lead: { answer: { selected_user: 'UADA' } },
      team: { answer: { selected_users: ['UADA'] } },
      room: { answer: { selected_channel: 'CFORUM' } },
      role: chosen('mentor'),
      agree: { answer: { selected_options: [{ value: 'yes' }] } },
      start: { answer: { selected_date: '2026-12-01' } },
      hour: { answer: { selected_time: '14:05' } },
      meet: { answer: { selected_date_time: Date.parse('2026-12-03T10:00Z') / 1000 } },
    });
    expect(wrongs).toEqual([]);
  });

  test('what is missing or mistyped stands beside its question, is counted aloud, and the focus goes there', async () => {
    const { page, arrived } = await openForm();
    const form = windowOf(page);
    await form.getByLabel('Years in the role').fill('many');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('status').getByText('7 answers need another look.').waitFor();
    const name = form.getByLabel('Your name');
    expect(await hasFocus(name)).toBe(true);
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    const tied = (await name.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const described = await Promise.all(tied.map(id => page.locator(`[id="${id}"]`).textContent()));
    expect(described).toContain('Please complete this required field.');
    expect(await form.getByText('Please enter a number.').count()).toBe(1);
    expect(await form.getByLabel('Years in the role').inputValue()).toBe('many');
    await shoot(page, 'desk-problems');
    expect(arrived.submissions).toEqual([]);
  });

  test('by keyboard alone: open, fill, hear what the app says, mend it, send, and be back where one was', async () => {
    const { page, arrived } = await open('#as=USAM&at=home');
    const opener = page.getByRole('button', { name: 'Fill in the form' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await windowOf(page).waitFor();
    await expect.poll(() => focused(page)).toBe('Register');
    const tabTo = async (label: string) => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        if (await hasFocus(windowOf(page).getByLabel(label, { exact: true }).first())) return;
      }
      throw new Error(`The Tab key does not lead to ${label}`);
    };
    await tabTo('Your name');
    await page.keyboard.type('Nobody');
    await tabTo('Years in the role');
    await page.keyboard.type('2');
    await tabTo('Site');
    await page.keyboard.press('ArrowDown');
    await tabTo('Topic 1');
    await page.keyboard.press('Space');
    await tabTo('A mentor');
    await page.keyboard.press('Space');
    await tabTo('I work as a technician');
    await page.keyboard.press('Space');
    await tabTo('From');
    await page.keyboard.type('11112026');
    await tabTo('Years in the role');
    await page.keyboard.press('Enter');
    await windowOf(page).getByText('Please write your own name.').waitFor();
    await expect.poll(() => hasFocus(windowOf(page).getByLabel('Your name'))).toBe(true);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Sam');
    await page.keyboard.press('Enter');
    await windowOf(page).waitFor({ state: 'detached' });
    expect(arrived.submissions[0]).toMatchObject({
      name: { answer: { value: 'Sam' } },
      start: { answer: { selected_date: '2026-11-11' } },
    });
    expect(await hasFocus(opener)).toBe(true);
  });

  test('Tab stays inside; Escape closes the window on top, the app hears of it, and what was typed below is still there', async () => {
    const { page, arrived } = await openForm();
    await windowOf(page).getByLabel('Your name').fill('Half writ');
    for (let step = 0; step < 50; step++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => Boolean(document.activeElement?.closest('dialog')))).toBe(true);
    }
    await windowOf(page).getByRole('button', { name: 'Read more' }).click();
    await page.getByRole('dialog', { name: 'More to read' }).waitFor();
    await page.keyboard.press('Escape');
    const form = page.getByRole('dialog', { name: 'Register' });
    await form.waitFor();
    await expect.poll(() => arrived.closed).toEqual(['more to read']);
    expect(await form.getByLabel('Your name').inputValue()).toBe('Half writ');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Write to Mentor');
  });

  test('nothing typed is lost when the window is drawn anew or something else happens', async () => {
    const { page, slack } = await openForm();
    const form = windowOf(page);
    await form.getByRole('button', { name: 'Add another' }).click();
    await form.getByLabel('Another').waitFor();
    await form.getByLabel('Your name').pressSequentially('Sam Fi');
    await call(slack, 'chat.postMessage', { channel: 'USAM', text: 'Meanwhile' });
    await page.getByText('Meanwhile').waitFor();
    expect(await form.getByLabel('Your name').inputValue()).toBe('Sam Fi');
    await page.keyboard.type('eld');
    expect(await form.getByLabel('Your name').inputValue()).toBe('Sam Field');
    await form.getByRole('button', { name: 'Add another' }).click();
    await expect.poll(() => slack.as('USAM').view()?.state.values['name']?.['answer']?.value).toBe('Sam Field');
    expect(await form.getByLabel('Your name').inputValue()).toBe('Sam Field');
    await page.reload();
    await form.waitFor();
    expect(await form.getByLabel('Your name').inputValue()).toBe('Sam Field');
  });

  test('nothing typed is lost when the app draws the question itself anew meanwhile', async () => {
    const { page, slack } = await openForm();
    const name = windowOf(page).getByLabel('Your name');
    await name.pressSequentially('Sam Fi');
    const [first, second, ...rest] = everyQuestion();
    const blocks = [first, { ...second, hint: plain('As you like it to be used.') }, ...rest];
    await call(slack, 'views.update', {
      view_id: slack.as('USAM').view()?.id,
      view: modal('Register', blocks as object[]),
    });
    await page.getByText('As you like it to be used.').waitFor();
    expect(await name.inputValue()).toBe('Sam Fi');
    expect(await hasFocus(name)).toBe(true);
  });

  test('the focus finds its way back when what opened the window was drawn anew, or is gone', async () => {
    const { page, slack } = await open('#as=USAM&at=home');
    const opener = page.getByRole('button', { name: 'Fill in the form' });
    await opener.click();
    await windowOf(page).waitFor();
    const view = { type: 'home', blocks: [...everyBlock().slice(0, 1), ...everyBlock().slice(-1)] };
    await call(slack, 'views.publish', { user_id: 'USAM', view });
    await page.getByText('Dana Reyes').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await windowOf(page).waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(opener)).toBe(true);
    await page.getByRole('link', { name: 'Messages' }).click();
    await command(page, '/mentor gallery');
    await opener.click();
    await windowOf(page).waitFor();
    const { channel, ts } = { channel: slack.as('USAM').dm().id, ts: slack.as('USAM').dm().messages.at(-1)?.ts };
    await call(slack, 'chat.delete', { channel, ts });
    await page.getByText('Nothing here yet').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Write to Mentor');
  });

  test('what is half written to the bot stays while messages come and one looks elsewhere', async () => {
    const { page, slack } = await open('#as=USAM&at=dm');
    await composerOf(page).pressSequentially('half a sen');
    await call(slack, 'chat.postMessage', { channel: 'USAM', text: 'News' });
    await page.getByRole('log').getByText('News').waitFor();
    await page.keyboard.type('tence');
    expect(await composerOf(page).inputValue()).toBe('half a sentence');
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Messages' }).click();
    expect(await composerOf(page).inputValue()).toBe('half a sentence');
  });
});

describe('on a phone', () => {
  const phone = { viewport: PHONE, hasTouch: true, isMobile: true };
  const tooWide = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter(node => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.unseen'))
        .filter(node => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(node => `${node.tagName} ${node.className} ${node.textContent?.slice(0, 40)}`),
    );

  test.each([390, 360])('nothing is wider than %i px, neither chat, drawer nor window', async width => {
    const { page } = await open('#as=USAM&at=dm', { ...phone, viewport: { ...PHONE, width } });
    await command(page, '/mentor gallery');
    await page.getByRole('heading', { name: 'Welcome to the scheme' }).waitFor();
    expect(await tooWide(page)).toEqual([]);
    await shoot(page, `phone-${width}-messages`);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Home' }).waitFor();
    expect(await tooWide(page)).toEqual([]);
    await shoot(page, `phone-${width}-drawer`);
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('button', { name: 'Fill in the form' }).click();
    await windowOf(page).waitFor();
    expect(await tooWide(page)).toEqual([]);
    await shoot(page, `phone-${width}-form`);
  });

  test('the drawer opens, says so, holds the focus and closes with Escape', async () => {
    const { page } = await open('#as=USAM&at=dm', phone);
    const menu = page.getByRole('button', { name: 'Menu' });
    await menu.click();
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('#centre').evaluate(node => (node as unknown as Element).inert)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    expect(await hasFocus(menu)).toBe(true);
  });
});

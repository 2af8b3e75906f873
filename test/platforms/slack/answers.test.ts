// Commands, buttons, shortcuts and the home tab: what people see, when the host is quick, slow, or breaks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../../src/conversation/notice.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { type ADoor, aDoor, formReply, pause, wordsIn } from './a-door.ts';

const page = (title: string, more: Partial<View> = {}): Reply => ({
  show: 'view',
  view: { title, parts: [{ part: 'text', text: `This is ${title}` }], ...more },
  at: { word: 'page', ids: { id: '1' } },
});

let door: ADoor;
beforeEach(async () => {
  door = await aDoor();
});
afterEach(() => door.close());

describe('a command', () => {
  it('opens the page as a window, and tells who, where and which word', async () => {
    door.hosted.act = () => page('Register');
    const seen = await door.ada.command('register me', 'C0FORUM');
    expect(seen.view?.title?.text).toBe('Register');
    expect(door.hosted.deeds).toMatchObject([
      {
        account: 'slack/T0NORTHMOOR/U0ADA',
        place: 'channel',
        channel: 'slack/T0NORTHMOOR/C0FORUM',
        did: { what: 'word', text: 'register me' },
      },
    ]);
  });

  it('in a direct channel is a direct one', async () => {
    door.hosted.act = () => page('Register');
    await door.ada.command('');
    expect(door.hosted.deeds[0]).toMatchObject({ place: 'direct', did: { what: 'word', text: '' } });
    expect(door.hosted.deeds[0]).not.toHaveProperty('channel');
  });

  it('is answered in a sentence only that person sees, with buttons that lead on', async () => {
    door.hosted.act = deed =>
      deed.did.what === 'word'
        ? {
            show: 'say',
            notice: { text: 'Did you mean help?', buttons: [{ label: 'Help', to: { word: 'help', ids: { a: 'b' } } }] },
          }
        : page('Help');
    const seen = await door.ada.command('hlep', 'C0FORUM');
    expect(seen.view).toBeUndefined();
    expect(seen.ephemeral?.text).toBe('Did you mean help?');
    expect(door.ben.ephemerals('C0FORUM')).toEqual([]);
    const then = await door.ada.press({ ts: seen.ephemeral!.ts }, 'Help');
    expect(then.view?.title?.text).toBe('Help');
    expect(door.hosted.deeds[1]).toMatchObject({
      place: 'channel',
      did: { what: 'press', target: { word: 'help', ids: { a: 'b' } } },
    });
  });

  it('with a slow host opens "one moment" within Slack’s three seconds and then turns to the answer', async () => {
    door.hosted.act = async () => {
      await pause(3500);
      return page('Slow page');
    };
    const began = performance.now();
    const seen = await door.ada.command('pair');
    expect(performance.now() - began).toBeLessThan(2000);
    expect(seen.view?.title?.text).toBe('One moment');
    const later = await door.standIn.until(() => door.ada.view()?.title?.text === 'Slow page', 5000);
    expect(later).toBe(true);
  });

  it('with a host that never answers ends in a kind sentence', async () => {
    await door.close();
    door = await aDoor({ slack: { budgets: { patienceMs: 300 } } });
    door.hosted.act = () => new Promise(() => {});
    await door.ada.command('pair');
    const said = await door.standIn.until(() => wordsIn(door.ada.view()?.blocks).includes('Reference 7f3a'), 3000);
    expect(said).toBe(true);
  });

  it('when the host breaks is answered at once, kindly and with a reference', async () => {
    door.hosted.act = () => {
      throw new Error('the store is gone');
    };
    const began = performance.now();
    const seen = await door.ada.command('pair');
    expect(performance.now() - began).toBeLessThan(3000);
    expect(seen.ok).toBe(true);
    expect(seen.ephemeral?.text).toContain('Reference 7f3a');
    expect(door.hosted.errors).toHaveLength(1);
  });

  it('whose page is more than Slack can show is our error, never a silent nothing', async () => {
    door.hosted.act = () => ({
      show: 'say',
      notice: { text: 'Long', parts: [{ part: 'text', text: 'x'.repeat(20_000) }] },
    });
    const seen = await door.ada.command('pair');
    expect(seen.ephemeral?.text).toContain('Reference 7f3a');
  });

  it('whose window cannot be opened is answered by a button that opens it', async () => {
    door.hosted.act = () => page('Register');
    door.standIn.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const seen = await door.ada.command('register', 'C0FORUM');
    expect(seen.ephemeral?.text).toBe('Your page is ready. It is private to you.');
    const then = await door.ada.press({ ts: seen.ephemeral!.ts }, 'Open');
    expect(then.view?.title?.text).toBe('Register');
    expect(door.hosted.deeds[1]?.did).toEqual({ what: 'press', target: { word: 'page', ids: { id: '1' } } });
  });

  it('told twice has one effect and both are answered', async () => {
    door.hosted.act = () => page('Register');
    door.standIn.faults.duplicate('command');
    const seen = await door.ada.command('register');
    await door.standIn.until(() => door.standIn.deliveries.every(each => each.answer), 4000);
    expect(door.standIn.deliveries.map(each => each.answer?.kind)).toEqual(['ok', 'ok']);
    expect(seen.view?.title?.text).toBe('Register');
    expect(door.hosted.deeds).toHaveLength(1);
    expect(door.ada.ephemerals()).toEqual([]);
  });
});

describe('a button in a window', () => {
  beforeEach(() => {
    door.hosted.act = deed =>
      deed.did.what === 'press' && deed.did.target.press === 'next'
        ? page('Second')
        : page('First', { buttons: [{ label: 'Next', to: { word: 'page', ids: { id: '1' }, press: 'next' } }] });
  });

  it('turns the page of that window', async () => {
    const first = await door.ada.command('page');
    const second = await door.ada.press('view', 'Next');
    expect(second.view?.title?.text).toBe('Second');
    expect(second.view?.id).toBe(first.view?.id);
    expect(door.hosted.deeds[1]).toMatchObject({
      place: 'window',
      did: { what: 'press', target: { word: 'page', ids: { id: '1' }, press: 'next' } },
    });
  });

  it('keeps the window and what was typed when the host breaks', async () => {
    door.hosted.act = deed => {
      if (deed.did.what === 'press') throw new Error('down');
      return formReply({
        fields: { note: { kind: 'text', label: 'Note', optional: true, seenBy: 'own', max: 100, lines: true } },
        buttons: [{ label: 'Skip', to: { word: 'page', press: 'skip' } }],
      });
    };
    await door.ada.command('page');
    await door.ada.fill({ Note: 'typed already' });
    const seen = await door.ada.press('view', 'Skip');
    expect(wordsIn(seen.view?.blocks)).toContain('Reference 7f3a');
    expect(JSON.stringify(seen.view?.state)).toContain('typed already');
  });

  it('answers a short sentence and an end in the same window', async () => {
    door.hosted.act = deed =>
      deed.did.what === 'word'
        ? page('First', { buttons: [{ label: 'Go', to: { word: 'page', press: 'go' } }] })
        : { show: 'say', notice: { text: 'It is done.' } };
    await door.ada.command('page');
    const said = await door.ada.press('view', 'Go');
    expect(wordsIn(said.view?.blocks)).toContain('It is done.');
  });

  it('is acknowledged at once even when nothing at all can be said', async () => {
    await door.ada.command('page');
    door.hosted.act = () => {
      throw new Error('down');
    };
    door.host.sorry = () => {
      throw new Error('down too');
    };
    const began = performance.now();
    await door.standIn.until(() => door.standIn.deliveries.every(each => each.answer));
    const pressing = door.ada.press('view', 'Next');
    await door.standIn.until(() => door.standIn.deliveries.at(-1)?.answer);
    expect(door.standIn.deliveries.at(-1)?.answer?.kind).toBe('ok');
    expect(performance.now() - began).toBeLessThan(2000);
    await pressing;
  });

  it('that opens a web page is acknowledged and nothing more', async () => {
    door.hosted.act = () => page('First', { buttons: [{ label: 'Read', url: 'https://example.org/a' }] });
    await door.ada.command('page');
    const seen = await door.ada.press('view', 'Read');
    expect(seen.ok).toBe(true);
    expect(door.hosted.deeds).toHaveLength(1);
  });
});

describe('a page longer than Slack can show', () => {
  it('is parted, nothing left out, and can be turned both ways', async () => {
    const rows = Array.from({ length: 230 }, (_, nth) => ({ part: 'row', text: `Person ${nth};` }) as const);
    door.hosted.act = () => ({ show: 'view', view: { title: 'People', parts: rows }, at: { word: 'people' } });
    const first = await door.ada.command('people');
    const second = await door.ada.press('view', 'More');
    const third = await door.ada.press('view', 'More');
    const all = [first, second, third].map(seen => wordsIn(seen.view?.blocks)).join(' ');
    for (const { text } of rows) expect(all).toContain(text);
    expect(wordsIn(third.view?.blocks)).toContain('Page 3 of 3');
    const back = await door.ada.press('view', 'Earlier');
    expect(wordsIn(back.view?.blocks)).toContain('Page 2 of 3');
  });
});

describe('elsewhere', () => {
  it('the shortcut opens the person’s own page', async () => {
    door.hosted.act = () => page('Next step');
    const seen = await door.ada.shortcut('mentor_open');
    expect(seen.view?.title?.text).toBe('Next step');
    expect(door.hosted.deeds[0]).toMatchObject({ place: 'none', did: { what: 'word', text: '' } });
  });

  it('the home tab is drawn when it is opened, and its buttons open windows', async () => {
    door.hosted.home = account => ({
      title: 'Mentoring',
      parts: [{ part: 'text', text: `Hello ${account}` }],
      buttons: [{ label: 'My mentor', to: { word: 'pair' }, style: 'primary' }],
    });
    door.hosted.act = deed => (deed.did.what === 'press' ? page('Pair') : { show: 'close' });
    const seen = await door.ada.openHome();
    expect(wordsIn(seen.home?.blocks)).toContain('Hello slack/T0NORTHMOOR/U0ADA');
    const opened = await door.ada.press('home', 'My mentor');
    expect(opened.view?.title?.text).toBe('Pair');
    expect(door.hosted.deeds[0]).toMatchObject({ place: 'home' });
  });

  it('a short answer on the home tab has a window of its own', async () => {
    door.hosted.home = () => ({ title: 'M', parts: [], buttons: [{ label: 'Go', to: { word: 'pair', press: 'go' } }] });
    door.hosted.act = () => ({ show: 'say', notice: { text: 'Noted.' } });
    await door.ada.openHome();
    const seen = await door.ada.press('home', 'Go');
    expect(wordsIn(seen.view?.blocks)).toContain('Noted.');
  });

  it('a home tab that cannot be drawn says so', async () => {
    door.hosted.home = () => {
      throw new Error('down');
    };
    const seen = await door.ada.openHome();
    expect(wordsIn(seen.home?.blocks)).toContain('Reference 7f3a');
  });

  it('words typed to the bot are answered there, once, with a button for a page', async () => {
    door.hosted.act = deed => (deed.did.what === 'word' ? page('Register') : page('Opened'));
    const { id } = door.ada.dm();
    door.standIn.faults.duplicate('event');
    door.ada.say(id, '/mentor register');
    await door.standIn.until(() => door.ada.dm().messages.length > 1);
    await pause(150);
    const { messages } = door.ada.dm();
    expect(messages.map(each => each.text)).toEqual(['/mentor register', 'Your page is ready. It is private to you.']);
    expect(door.hosted.deeds).toMatchObject([{ place: 'direct', did: { what: 'word', text: 'register' } }]);
    const opened = await door.ada.press({ ts: messages[1]!.ts }, 'Open');
    expect(opened.view?.title?.text).toBe('Opened');
  });

  it('a file comes into the person’s direct channel', async () => {
    const bytes = new TextEncoder().encode('a;b\nç;😀\n');
    door.hosted.act = () => ({ ...page('Export'), document: { name: 'log.csv', type: 'text/csv', bytes } }) as Reply;
    await door.ada.command('export');
    await door.standIn.until(() => door.ada.dm().messages.some(each => each.files));
    const file = Object.values(door.standIn.world.files)[0]!;
    expect(file.name).toBe('log.csv');
    expect(Buffer.from(file.content, 'base64')).toEqual(Buffer.from(bytes));
  });

  it('a file that cannot be handed over is said to the person', async () => {
    const bytes = new TextEncoder().encode('a');
    door.hosted.act = () => ({ ...page('Export'), document: { name: 'log.csv', type: 'text/csv', bytes } }) as Reply;
    door.standIn.faults.next('files.getUploadURLExternal', { kind: 'status500' });
    await door.ada.command('export');
    const said = await door.standIn.until(() => door.ada.dm().messages.find(each => each.text.includes('7f3a')));
    expect(said).toBeDefined();
  });
});

describe('an old or forged button', () => {
  it('is answered kindly, whatever its value holds', async () => {
    const values = ['', 'x', '{}', '{"w":1}', '{"w":"a","zz":1}', '[1]', '{"w":"a","i":{"b":{"c":1}}}', 'null'];
    for (const value of values) {
      await door.slack.send('slack/T0NORTHMOOR/U0ADA', {
        id: `d-${value}`,
        notice: { text: 'Hello', buttons: [{ label: 'Go', to: { word: 'page' } }] },
      });
      const channel = door.standIn.world.channels[door.ada.dm().id]!;
      const message = channel.messages.at(-1)!;
      const button = message.blocks!.at(-1)!.elements![0]!;
      button.value = value;
      const seen = await door.ada.press({ ts: message.ts }, 'Go');
      expect(seen.ephemeral?.text).toContain('earlier version');
    }
    expect(door.hosted.deeds).toEqual([]);
  });
});

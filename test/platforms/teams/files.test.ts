// Files for one person: behind a link where there is a public address, else offered in their chat, made anew when accepted, put only where OneDrive takes uploads.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/platforms/platform.ts';
import { ADA, type ADoor, accountOf, aDoor, formReply, viewReply } from './a-door.ts';

let door: ADoor;
beforeEach(async () => {
  door = await aDoor();
});
afterEach(() => door.close());

const document = { name: 'log.csv', type: 'text/csv', bytes: new TextEncoder().encode('day,what\n') };
const withFile = (): Reply => ({ ...viewReply('Here it is.'), document }) as Reply;
const page = () =>
  viewReply('', { buttons: [{ label: 'Export', to: { word: 'log', press: 'export', ids: { year: '2026' } } }] });
const files = () => Object.values(door.standIn.world.files);
const deeds = () => door.hosted.deeds.filter(({ did }) => did.what === 'press' && did.target.press === 'export');

async function exported() {
  door.hosted.act = deed => (deed.did.what === 'press' && deed.did.target.press ? withFile() : page());
  await door.ada.say('log');
  await door.ada.press('Open');
  return door.ada.press('Export');
}
const offered = () => door.standIn.until(() => door.ada.chat().find(({ files: all }) => all.length > 0));

describe('a file', () => {
  it('stands behind a button where there is a public address', async () => {
    door.hosted.fileLink = 'https://mentor.example.org/files/ticket';
    const seen = await exported();
    expect(seen.dialog?.words).toContain('Here it is.');
    expect((await door.ada.press('Download')).url).toBe('https://mentor.example.org/files/ticket');
    expect(door.ada.chat().flatMap(({ files: all }) => all)).toEqual([]);
  });

  it('is offered in the chat, made anew when accepted, and handed over', async () => {
    await exported();
    expect((await offered())?.files[0]).toMatchObject({ name: 'log.csv' });
    const content = 'day,what\n2026-11-26,newer\n';
    door.hosted.act = () =>
      ({ ...viewReply('x'), document: { ...document, bytes: new TextEncoder().encode(content) } }) as Reply;
    await door.ada.file('accept');
    await door.standIn.until(() => files()[0]?.done);
    expect(Buffer.from(files()[0]!.content, 'base64').toString()).toBe(content);
    expect(door.ada.chat().at(-1)?.files).toMatchObject([{ kind: 'file', name: 'log.csv' }]);
    const [first, second] = deeds();
    expect(second).toMatchObject({
      account: accountOf(ADA),
      did: { target: { word: 'log', press: 'export', ids: { year: '2026' } } },
    });
    expect(second?.op).not.toBe(first?.op);
    // The offer is taken: it stands no more.
    expect(door.ada.chat().flatMap(({ files: all }) => all)).toHaveLength(1);
  });

  it('that a form asked for is offered too, and made anew from the same answers', async () => {
    const fields = {
      from: { kind: 'text', label: 'From', optional: false, seenBy: 'none', max: 20, lines: false },
    } as const;
    door.hosted.act = deed => (deed.did.what === 'submit' ? withFile() : formReply({ fields }));
    await door.ada.say('log export');
    await door.ada.press('Open');
    door.ada.fill({ From: 'January' });
    await door.ada.submit();
    await offered();
    await door.ada.file('accept');
    await door.standIn.until(() => files()[0]?.done);
    expect(door.hosted.deeds.at(-1)?.did).toMatchObject({ what: 'submit', answers: { from: 'January' } });
  });

  it('declined is not made', async () => {
    await exported();
    await offered();
    const before = door.hosted.deeds.length;
    await door.ada.file('decline');
    expect(door.hosted.deeds).toHaveLength(before);
    expect(door.ada.chat().at(-1)?.card?.words).toContain('ask for it again');
  });

  it('that is no more says so', async () => {
    await exported();
    await offered();
    door.hosted.act = () => viewReply('not here');
    await door.ada.file('accept');
    expect(door.ada.chat().at(-1)?.card?.words).toContain('no file to hand over');
  });

  it('accepted twice is handed over once', async () => {
    await exported();
    await offered();
    door.standIn.faults.duplicate('invoke');
    await door.ada.file('accept');
    await door.standIn.until(() => door.standIn.deliveries.every(({ answer }) => answer));
    expect(deeds()).toHaveLength(2);
  });

  it('is never put anywhere else', async () => {
    let called = 0;
    const trap = createServer((_, response) => {
      called++;
      response.end();
    });
    await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve));
    await exported();
    await offered();
    await door.ada.file('decline');
    const { activity } = door.standIn.deliveries.at(-1)!;
    const port = (trap.address() as AddressInfo).port;
    const token = () => `Bearer ${door.standIn.keys.tokenFor(door.standIn.serviceUrl())}`;
    const context = { mentor: { h: 'press', w: 'log', p: 'export' } };
    for (const uploadUrl of [
      `http://127.0.0.1:${port}/`,
      'https://sharepoint.com.evil.example/',
      'https://evil.example/a.sharepoint.com',
      'http://tenant.sharepoint.com/',
    ]) {
      const uploadInfo = {
        uploadUrl,
        contentUrl: 'https://x.sharepoint.com/',
        name: 'log.csv',
        uniqueId: '1',
        fileType: 'csv',
      };
      const value = { type: 'fileUpload', action: 'accept', context, uploadInfo };
      await door.standIn.raw({ ...activity, id: `f:${uploadUrl}`, value }, token());
      expect(door.ada.chat().at(-1)?.card?.words).toContain('Reference 7f3a');
    }
    expect(called).toBe(0);
    await new Promise(resolve => trap.close(resolve));
  });
});

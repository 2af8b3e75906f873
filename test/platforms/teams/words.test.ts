// Typed words, in the own chat and by mention: private answers go to the own chat only, each word has one effect.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, type ADoor, accountOf, aDoor, viewReply } from './a-door.ts';

let door: ADoor;
beforeEach(async () => {
  door = await aDoor();
});
afterEach(() => door.close());

describe('a typed word', () => {
  it('is answered with a button that opens the page, which is nowhere in the chat', async () => {
    door.hosted.act = () => viewReply('Your mentor is Sam.');
    const seen = await door.ada.say('pair');
    expect(seen).toMatchObject({ ok: true });
    expect(seen.message?.card?.buttons).toEqual(['Open']);
    expect(JSON.stringify(door.ada.chat())).not.toContain('Sam');
    expect(door.hosted.deeds[0]).toMatchObject({
      account: accountOf(ADA),
      place: 'direct',
      did: { what: 'word', text: 'pair' },
    });
    const opened = await door.ada.press('Open');
    expect(opened.dialog?.words).toContain('Your mentor is Sam.');
  });
});

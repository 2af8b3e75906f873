// Forms in the personal chat (`TEAMS_FORMS=chat`): pages stand as cards there and turn where they stand; buttons elsewhere answer there too.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../../src/conversation/form.ts';
import { ADA, type ADoor, accountOf, aDoor, BEN, formReply, LANE, viewReply } from './a-door.ts';

let door: ADoor;
beforeEach(async () => {
  door = await aDoor({ teams: { forms: 'chat' } });
});
afterEach(() => door.close());

const fields: Fields = { why: { kind: 'text', label: 'Why', optional: false, seenBy: 'own', max: 200, lines: true } };
const newest = () => door.ada.chat().at(-1)!;

describe('a form in the chat', () => {
  it('comes with the word, and turns into what follows where it stands', async () => {
    door.hosted.act = deed =>
      deed.did.what === 'submit' ? { show: 'say', notice: { text: 'Thank you.' } } : formReply({ fields });
    await door.ada.say('form');
    const { id } = newest();
    expect(newest().card?.words).toContain('A form');
    door.ada.fill({ Why: 'because' }, id);
    await door.ada.submit(id);
    expect(newest()).toMatchObject({ id });
    expect(newest().card?.words).toContain('Thank you.');
    expect(door.hosted.deeds.at(-1)).toMatchObject({
      account: accountOf(ADA),
      place: 'direct',
      did: { what: 'submit', answers: { why: 'because' }, drawn: { 'pairing/p1': 3 } },
    });
  });

  it('keeps what was typed under a sentence beside the question', async () => {
    door.hosted.act = deed =>
      deed.did.what === 'submit'
        ? formReply({ fields, values: { why: 'because' } as never }, { problems: { why: 'Please say more.' } } as never)
        : formReply({ fields });
    await door.ada.say('form');
    door.ada.fill({ Why: 'because' }, newest().id);
    await door.ada.submit(newest().id);
    expect(newest().card?.words).toContain('Please say more.');
    expect(newest().card?.values).toEqual({ Why: 'because' });
  });

  it('that is done says so', async () => {
    door.hosted.act = deed => (deed.did.what === 'submit' ? { show: 'close' } : formReply({ fields: {} }));
    await door.ada.say('form');
    await door.ada.submit(newest().id);
    expect(newest().card?.words).toContain('That’s done.');
  });
});

describe('a button in the chat', () => {
  it('on the home card opens its page there, and nothing is written over it then', async () => {
    door.hosted.home = () => ({
      title: 'Mentoring',
      parts: [{ part: 'text', text: 'Your next step' }],
      buttons: [{ label: 'Register', to: { word: 'register' } }],
    });
    door.hosted.act = () => formReply({ fields });
    await door.ada.say('home');
    await door.ada.press('Register', { where: newest().id });
    door.ada.fill({ Why: 'half a sen' }, newest().id);
    await door.teams.showHome(accountOf(ADA), { title: 'Mentoring', parts: [{ part: 'text', text: 'Changed' }] });
    expect(newest().card?.values).toEqual({ Why: 'half a sen' });
    // Asked for again it stands again, and the page stays.
    await door.ada.say('home');
    expect(door.ada.chat().some(({ card }) => card?.words.includes('A form'))).toBe(true);
    expect(newest().card?.words).toContain('Your next step');
  });

  it('of a channel post answers in the own chat, and says so there without a word of it', async () => {
    await door.ben.say('@Mentor hello', 'Technicians/Forum');
    door.hosted.act = () => viewReply('Private: the reason.');
    await door.teams.send(`${LANE}/${door.forum}`, {
      id: 'd',
      notice: { text: 'An exit', buttons: [{ label: 'Read', to: { word: 'exit.read' } }] },
    });
    const seen = await door.ben.press('Read', { channel: 'Technicians/Forum' });
    expect(seen.toast).toContain('our own chat');
    expect(door.ben.chat().at(-1)?.card?.words).toContain('Private: the reason.');
    expect(JSON.stringify(door.ben.messages('Technicians/Forum'))).not.toContain('the reason');
    expect(door.hosted.deeds.at(-1)).toMatchObject({ account: accountOf(BEN), place: 'channel' });
  });

  it('of a channel post says how to come to a chat where there can be none', async () => {
    await door.ben.say('@Mentor hello', 'Technicians/Forum');
    door.hosted.act = () => viewReply('Private: the reason.');
    await door.teams.send(`${LANE}/${door.forum}`, {
      id: 'd',
      notice: { text: 'An exit', buttons: [{ label: 'Read', to: { word: 'exit.read' } }] },
    });
    door.standIn.block(door.ben.user.id);
    const seen = await door.ben.press('Read', { channel: 'Technicians/Forum' });
    expect(seen.toast).toContain('in private only');
  });
});

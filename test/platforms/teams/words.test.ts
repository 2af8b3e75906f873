// Typed words, in the own chat and by mention: private answers go to the own chat only, each word has one effect.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, type ADoor, accountOf, aDoor, BEN, formReply, LANE, pause, viewReply } from './a-door.ts';

let door: ADoor;
beforeEach(async () => {
  door = await aDoor({ teams: { budgets: { patienceMs: 400, answerMs: 800 } } });
});
afterEach(() => door.close());

const FORUM = 'Technicians/Forum';
const typed = () => door.hosted.deeds.map(({ did }) => (did.what === 'word' ? did.text : did.what));

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

  it('that has a short answer is answered with a message, or with nothing', async () => {
    door.hosted.act = () => ({ show: 'say', notice: { text: 'Noted.' } });
    expect((await door.ada.say('pair')).message?.card?.words).toContain('Noted.');
    const before = door.ada.chat().length;
    door.hosted.act = () => ({ show: 'close' });
    await door.ada.say('pair');
    expect(door.ada.chat()).toHaveLength(before + 1);
  });

  it('is heard as it was meant', async () => {
    for (const text of ['  check-in  now ', 'a & b <c>', 'line\nbreak']) await door.ada.say(text);
    await door.ben.say('@Mentor  help ', FORUM);
    await door.ben.say('please help me, @Mentor', FORUM);
    expect(typed()).toEqual(['check-in now', 'a & b <c>', 'line break', 'help', 'please help me,']);
  });

  it('told twice, at once or later, has one effect and one answer', async () => {
    door.hosted.act = () => viewReply('Hello');
    door.standIn.faults.duplicate('message');
    await door.ada.say('register');
    door.standIn.faults.duplicate('message', 1, { gapMs: 60 });
    await door.ada.say('pair');
    await door.standIn.until(() => door.standIn.deliveries.filter(({ answer }) => answer).length === 4);
    expect(typed()).toEqual(['register', 'pair']);
    expect(door.ada.chat().filter(({ from }) => from === 'bot')).toHaveLength(2);
  });

  it('typed twice is two deeds, also when the words are the same', async () => {
    await door.ada.say('register');
    await door.ada.say('register');
    expect(new Set(door.hosted.deeds.map(({ op }) => op)).size).toBe(2);
  });

  it('to which we have no answer in time is answered all the same', async () => {
    door.hosted.act = async () => {
      await pause(900);
      return viewReply('late');
    };
    expect((await door.ada.say('pair')).message?.card?.words).toContain('Reference 7f3a');
  });

  it('that breaks us is answered with a sentence', async () => {
    door.hosted.act = () => {
      throw new Error('secret');
    };
    const seen = await door.ada.say('pair');
    expect(seen.message?.card?.words).toContain('Reference 7f3a');
    expect(JSON.stringify(seen)).not.toContain('secret');
  });
});

describe('a word typed in a channel', () => {
  it('is answered in the own chat, made if there is none, and with not a word in the channel', async () => {
    door.hosted.act = () => viewReply('Your mentor is Sam.');
    await door.ben.say('@Mentor pair', FORUM);
    expect(door.hosted.deeds[0]).toMatchObject({
      account: accountOf(BEN),
      place: 'channel',
      channel: `${LANE}/${door.forum}`,
    });
    expect(door.ben.messages(FORUM).filter(({ from }) => from === 'bot')).toEqual([]);
    expect(door.ben.chat().at(-1)?.card?.buttons).toEqual(['Open']);
  });

  it('shows the home page in the own chat', async () => {
    await door.ben.say('@Mentor', FORUM);
    expect(door.ben.chat().at(-1)?.card?.words).toContain('Your next step');
    expect(door.ben.messages(FORUM).filter(({ from }) => from === 'bot')).toEqual([]);
  });

  it('says nothing private there when there can be no own chat, but how to come to one', async () => {
    door.hosted.act = () => viewReply('Your mentor is Sam.');
    door.standIn.block(door.ben.user.id);
    await door.ben.say('@Mentor pair', FORUM);
    const said = door.ben.messages(FORUM).filter(({ from }) => from === 'bot');
    expect(said).toHaveLength(1);
    expect(said[0]?.card?.words).toContain('in private only');
    expect(JSON.stringify(said)).not.toContain('Sam');
  });
});

describe('somebody who blocked the bot', () => {
  it('is written to once, and not again because of that', async () => {
    await door.ada.say('hello');
    door.hosted.act = () => viewReply('Hello');
    door.standIn.block(door.ada.user.id);
    door.standIn.log.length = 0;
    await door.ada.say('pair');
    expect(door.standIn.log.map(({ method }) => method)).toEqual(['POST']);
  });
});

describe('the home card', () => {
  const homes = () => door.ada.chat().filter(({ card }) => card?.words.includes('Your next step'));

  it('stands once: asked for again it moves to the end, and changes are drawn where it stands', async () => {
    for (const word of ['home', 'Hi', '', 'menu']) {
      if (word) await door.ada.say(word);
      expect(homes()).toHaveLength(1);
    }
    const [first] = homes();
    await door.ada.say('hello');
    const [second] = homes();
    expect(homes()).toHaveLength(1);
    expect(second?.id).not.toBe(first?.id);
    const view = { title: 'Mentoring', parts: [{ part: 'text' as const, text: 'Your next step: meet Sam' }] };
    await door.teams.showHome(accountOf(ADA), view);
    expect(homes()[0]).toMatchObject({ id: second?.id, isEdited: true });
    expect(homes()[0]?.card?.words).toContain('meet Sam');
  });

  it('that nobody asked for is not sent', async () => {
    await door.ada.say('pair');
    const view = { title: 'Mentoring', parts: [{ part: 'text' as const, text: 'Your next step' }] };
    await door.teams.showHome(accountOf(ADA), view);
    await door.teams.showHome(accountOf(BEN), view);
    expect(homes()).toEqual([]);
    expect(door.ben.chat()).toEqual([]);
  });

  it('is asked for twice at once and stands once', async () => {
    await Promise.all([door.ada.say('home'), door.ada.say('home')]);
    await door.standIn.until(() => homes().length > 0);
    expect(homes()).toHaveLength(1);
  });

  it('opens pages from its buttons, and nothing is written over a page that is open', async () => {
    door.hosted.home = () => ({
      title: 'Mentoring',
      parts: [{ part: 'text', text: 'Your next step' }],
      buttons: [{ label: 'Register', to: { word: 'register' }, style: 'primary' }],
    });
    door.hosted.act = () => formReply({ fields: {} });
    await door.ada.say('home');
    const opened = await door.ada.press('Register');
    expect(opened.dialog?.title).toBe('A form');
  });
});

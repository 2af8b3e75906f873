// Pressed buttons and sent forms, in dialogs: answered in time, one effect for one deed, nothing typed ever lost, nothing in the data trusted.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../../src/conversation/form.ts';
import type { Interaction, Reply } from '../../../src/platforms/platform.ts';
import { ADA, type ADoor, accountOf, aDoor, BEN, formReply, LANE, pause, viewReply } from './a-door.ts';

const fields: Fields = {
  why: { kind: 'text', label: 'Why', optional: false, seenBy: 'own', max: 200, lines: true },
  topics: {
    kind: 'choices',
    label: 'Topics',
    optional: true,
    seenBy: 'own',
    options: [
      { key: 'a', label: 'Lasers' },
      { key: 'b', label: 'Grants' },
    ],
  },
};

let door: ADoor;
beforeEach(async () => {
  door = await aDoor({ teams: { budgets: { answerMs: 700, doubleMs: 500 } } });
  door.hosted.act = () => form();
});
afterEach(() => door.close());

const sent = () => door.hosted.deeds.filter(({ did }) => did.what === 'submit');
const pressed = () => door.hosted.deeds.filter(({ did }) => did.what === 'press');
const ops = (deeds: Interaction[]) => new Set(deeds.map(({ op }) => op)).size;
const form = (more: object = {}): Reply => formReply({ fields }, more as never);
const onSubmit = (reply: () => Reply | Promise<Reply>) => {
  door.hosted.act = deed => (deed.did.what === 'submit' ? reply() : form());
};

async function opened(): Promise<void> {
  await door.ada.say('form');
  expect((await door.ada.press('Open')).dialog?.title).toBe('A form');
}
async function filled(): Promise<void> {
  await opened();
  door.ada.fill({ Why: 'because', 'Topics (optional)': ['b'] });
}

/** What the first action in a card carries. */
function actionData(card: unknown): unknown {
  if (typeof card !== 'object' || card === null) return undefined;
  if ('data' in card) return card.data;
  return Object.values(card)
    .map(actionData)
    .find(found => found !== undefined);
}

describe('a form that is sent', () => {
  it('says who, what and from which versions, as Teams says it', async () => {
    onSubmit(() => ({ show: 'close' }));
    await filled();
    const seen = await door.ada.submit();
    expect(seen.ok).toBe(true);
    expect(door.ada.dialog()).toBeUndefined();
    expect(sent()[0]).toMatchObject({
      account: accountOf(ADA),
      place: 'window',
      did: {
        target: { word: 'form', ids: { pairing: 'p1' } },
        answers: { why: 'because', topics: ['b'] },
        drawn: { 'pairing/p1': 3 },
      },
    });
  });

  it('shows sentences under the questions and keeps what was typed; an edited one is a new deed', async () => {
    onSubmit(() =>
      form({
        form: { title: 'A form', submit: 'Send', fields, values: { why: 'because', topics: ['b'] } },
        problems: { why: 'Please say more.' },
      }),
    );
    await filled();
    const first = await door.ada.submit();
    expect(first.dialog?.words).toContain('Please say more.');
    expect(Object.values(first.dialog?.values ?? {})).toEqual(['because', 'b']);
    await door.ada.submit();
    expect(ops(sent())).toBe(1);
    door.ada.fill({ Why: 'because I can' });
    await door.ada.submit();
    expect(ops(sent())).toBe(2);
  });

  it('turns the page in the same dialog, and says a word there', async () => {
    onSubmit(() => formReply({ title: 'Second', fields, back: { word: 'form' } }, { at: { word: 'second' } } as never));
    await filled();
    const second = await door.ada.submit();
    expect(second.dialog?.title).toBe('Second');
    expect(JSON.stringify(second.dialog?.values)).not.toContain('because');
    door.hosted.act = () => form();
    expect((await door.ada.press('Back')).dialog?.title).toBe('A form');
    door.hosted.act = () => ({ show: 'say', notice: { text: 'Thank you.' } });
    door.ada.fill({ Why: 'x' });
    expect((await door.ada.submit()).dialog?.words).toContain('Thank you.');
  });

  it('of the same words twice is two deeds when it was drawn anew in between', async () => {
    onSubmit(() => form());
    await opened();
    for (let n = 0; n < 2; n++) {
      door.ada.fill({ Why: 'the same' });
      await door.ada.submit();
    }
    expect(ops(sent())).toBe(2);
  });

  it('stays with everything typed when the host breaks, and the next press is the same deed', async () => {
    let breaks = true;
    onSubmit(() => {
      if (breaks) throw new Error('the store is gone');
      return { show: 'close' };
    });
    await filled();
    const seen = await door.ada.submit();
    expect(seen.dialog?.words).toContain('Reference 7f3a');
    breaks = false;
    await door.ada.press('Try again');
    expect(door.ada.dialog()).toBeUndefined();
    expect(ops(sent())).toBe(1);
    expect(sent()[1]?.did).toMatchObject({ answers: { why: 'because', topics: ['b'] } });
  });

  it('of a slow host is not called saved; looked at again it is, and counts once', async () => {
    let slow = true;
    onSubmit(async () => {
      if (slow) await pause(1_500);
      return { show: 'say', notice: { text: 'Saved.' } };
    });
    await filled();
    const early = await door.ada.submit();
    expect(early.dialog?.words).toContain('counts only once');
    // Looked at again at once: the work under way is shared.
    expect((await door.ada.press('Look again')).dialog?.words).toContain('counts only once');
    expect(sent()).toHaveLength(1);
    await pause(500);
    slow = false;
    expect((await door.ada.press('Look again')).dialog?.words).toContain('Saved.');
    expect(ops(sent())).toBe(1);
  });

  it('told twice at once is one deed, and both are answered', async () => {
    onSubmit(async () => {
      await pause(100);
      return { show: 'close' };
    });
    await filled();
    door.standIn.faults.duplicate('invoke');
    await door.ada.submit();
    await door.standIn.until(() => door.standIn.deliveries.every(({ answer }) => answer));
    expect(ops(sent())).toBe(1);
    expect(sent()).toHaveLength(1);
  });

  it('replayed whole, a day later or by hand, is the same deed', async () => {
    onSubmit(() => ({ show: 'close' }));
    await filled();
    await door.ada.submit();
    const { activity } = door.standIn.deliveries.at(-1)!;
    const token = () => `Bearer ${door.standIn.keys.tokenFor(door.standIn.serviceUrl())}`;
    await door.standIn.raw(activity, token());
    await door.standIn.raw({ ...activity, id: 'f:another', timestamp: '2026-11-27T10:00:00Z' }, token());
    expect(sent()).toHaveLength(3);
    expect(ops(sent())).toBe(1);
  });
});

describe('data that were forged', () => {
  const token = () => `Bearer ${door.standIn.keys.tokenFor(door.standIn.serviceUrl())}`;
  async function forged(data: unknown, more: object = {}): Promise<unknown> {
    const { activity } = door.standIn.deliveries.at(-1)!;
    const answer = await door.standIn.raw({ ...activity, id: `f:${Math.random()}`, value: { data }, ...more }, token());
    return answer.kind === 'answer' ? JSON.parse(answer.body || '{}') : answer;
  }

  it('reach nobody where they are none of ours, and are answered kindly', async () => {
    await opened();
    const before = door.hosted.deeds.length;
    const wrong = [
      undefined,
      null,
      'text',
      [],
      {},
      { mentor: 'x' },
      { mentor: { h: 'send' } },
      { mentor: { h: 'delete', w: 'form' } },
      { mentor: { h: 'open', w: 'form', admin: true } },
      { mentor: { h: 'open', w: 'x'.repeat(101) } },
      { mentor: { h: 'send', w: 'form', d: { x: 'y' } } },
      { mentor: { h: 'open', w: 'form', i: { a: { b: 1 } } } },
    ];
    for (const data of wrong)
      expect(await forged(data)).toMatchObject({
        task: { type: 'message', value: expect.stringContaining('earlier version') },
      });
    expect(door.hosted.deeds).toHaveLength(before);
  });

  it('change nothing about who did it', async () => {
    await opened();
    const data = {
      mentor: { h: 'press', w: 'desk', i: { account: accountOf(BEN), role: 'coordinator' }, p: 'release' },
      account: accountOf(BEN),
      from: { aadObjectId: BEN },
    };
    await forged(data);
    expect(door.hosted.deeds.at(-1)?.account).toBe(accountOf(ADA));
  });

  it('of nobody whom Teams names have no effect', async () => {
    await opened();
    const before = door.hosted.deeds.length;
    const { from: _from, ...rest } = door.standIn.deliveries.at(-1)!.activity;
    const nobody = { ...rest, from: { id: '29:nobody' } };
    const answer = await door.standIn.raw(
      { ...nobody, value: { data: { mentor: { h: 'open', w: 'desk' } } } },
      token(),
    );
    expect(JSON.stringify(answer)).toContain('does not say who you are');
    expect(door.hosted.deeds).toHaveLength(before);
  });
});

describe('a pressed button', () => {
  const letter = (press: string) => ({
    id: 'd1',
    notice: {
      text: 'Mentor: something for you',
      buttons: [
        { label: 'Yes', to: { word: 'proposal', ids: { pairing: 'p1' }, press } },
        { label: 'No', to: { word: 'proposal', press: 'no' } },
      ],
    },
  });

  it('in a message is one deed when it is pressed twice at once, and another one later', async () => {
    await door.ada.say('form');
    door.hosted.deeds.length = 0;
    await door.teams.send(accountOf(ADA), letter('yes'));
    door.hosted.act = () => viewReply('Done');
    await Promise.all([
      door.ada.press('Yes', { where: door.ada.chat().at(-1)!.id }),
      door.ada.press('Yes', { where: door.ada.chat().at(-1)!.id }),
    ]);
    expect(ops(pressed())).toBe(1);
    await door.ada.press('No', { where: door.ada.chat().at(-1)!.id });
    await door.ada.press('Yes', { where: door.ada.chat().at(-1)!.id });
    expect(ops(pressed())).toBe(3);
  });

  it('on a page is one deed however often it is pressed, until the page is drawn again', async () => {
    const page = viewReply('', { buttons: [{ label: 'Sign up', to: { word: 'event', press: 'sign-up' } }] });
    door.hosted.act = () => page;
    await door.ada.say('events');
    await door.ada.press('Open');
    door.hosted.deeds.length = 0;
    const data = () => ({ data: actionData(door.ada.dialog()?.card) });
    const token = `Bearer ${door.standIn.keys.tokenFor(door.standIn.serviceUrl())}`;
    const { activity } = door.standIn.deliveries.at(-1)!;
    const press = { ...activity, name: 'task/submit', value: data() };
    for (let n = 0; n < 3; n++) await door.standIn.raw({ ...press, id: `f:${n}` }, token);
    expect(ops(pressed())).toBe(1);
    await door.ada.press('Sign up');
    await door.ada.press('Sign up');
    expect(ops(pressed())).toBe(2);
  });

  it('in a channel opens privately, and says where it was pressed', async () => {
    await door.ben.say('@Mentor hello', 'Technicians/Forum');
    await door.teams.send(`${LANE}/${door.forum}`, letter('read'));
    door.hosted.act = () => viewReply('Private: the reason.');
    const seen = await door.ben.press('Yes', { channel: 'Technicians/Forum' });
    expect(seen.dialog?.words).toContain('Private: the reason.');
    expect(JSON.stringify(door.ben.messages('Technicians/Forum'))).not.toContain('the reason');
    expect(door.hosted.deeds.at(-1)).toMatchObject({
      place: 'channel',
      channel: `${LANE}/${door.forum}`,
      account: accountOf(BEN),
    });
  });

  it('of a slow host is answered with a sentence, and looked at again it is the same deed', async () => {
    await door.ada.say('form');
    await door.teams.send(accountOf(ADA), letter('yes'));
    door.hosted.deeds.length = 0;
    let slow = true;
    door.hosted.act = async () => {
      if (slow) await pause(1_200);
      return viewReply('You said yes.');
    };
    const early = await door.ada.press('Yes', { where: door.ada.chat().at(-1)!.id });
    expect(early.dialog?.words).toContain('longer than usual');
    await pause(600);
    slow = false;
    expect((await door.ada.press('Look again')).dialog?.words).toContain('You said yes.');
    expect(ops(pressed())).toBe(1);
  });

  it('turns through a page that is longer than Teams takes', async () => {
    const parts = Array.from({ length: 60 }, (_, n) => ({
      part: 'text' as const,
      text: `${n} ${'word '.repeat(150)}`,
    }));
    door.hosted.act = () => viewReply('', { parts });
    await door.ada.say('page');
    const first = await door.ada.press('Open');
    expect(first.dialog?.words).toContain('Page 1 of');
    const second = await door.ada.press('More');
    expect(second.dialog?.words).toContain('Page 2 of');
  });

  it('that no page of ours stands behind is answered by Teams’ rules', async () => {
    await opened();
    const { activity } = door.standIn.deliveries.at(-1)!;
    const token = `Bearer ${door.standIn.keys.tokenFor(door.standIn.serviceUrl())}`;
    const unknown = { ...activity, name: 'composeExtension/query', value: {} };
    expect(await door.standIn.raw(unknown, token)).toMatchObject({ kind: 'answer', status: 200, body: '' });
  });
});

describe('people sought in a form', () => {
  const whom: Fields = {
    ...fields,
    who: { kind: 'person', label: 'Who', optional: true, seenBy: 'own', atMost: 1, byEmail: false },
  };
  const which: Fields = {
    ...fields,
    who: { kind: 'account', label: 'Who', optional: true, seenBy: 'own' },
    where: { kind: 'channel', label: 'Where', optional: true, seenBy: 'own', privateOnly: false },
  };
  const labelled = (start: string) =>
    Object.keys(door.ada.dialog()?.values ?? {}).find(label => label.startsWith(start))!;

  async function found(asked: Fields, typed: string): Promise<string> {
    let version = 3;
    door.hosted.act = deed =>
      deed.did.what === 'submit'
        ? { show: 'close' }
        : formReply({ fields: asked }, { drawn: { 'pairing/p1': version++ } } as never);
    await door.ada.say('form');
    await door.ada.press('Open');
    door.ada.fill({ Why: 'because', 'Topics (optional)': ['b'], [labelled('Who')]: typed });
    const seen = await door.ada.press('Find');
    expect(Object.values(seen.dialog?.values ?? {})).toEqual(expect.arrayContaining(['because', 'b']));
    return seen.dialog?.words ?? '';
  }

  it('are found in the scheme’s directory, chosen, and sent by their values', async () => {
    door.hosted.people = async () => [{ key: 'p:1', label: 'Zoë Quill' }];
    expect(await found(whom, 'zo')).toContain('Found for “zo”');
    expect(door.hosted.searches).toEqual([{ account: accountOf(ADA), word: 'form', field: 'who', typed: 'zo' }]);
    door.ada.fill({ 'Who: choose here': 'Zoë Quill' });
    await door.ada.submit();
    // Sent with what the form was first drawn from, so that what changed since is still noticed.
    expect(sent().at(-1)?.did).toMatchObject({
      answers: { who: ['p:1'], why: 'because', topics: ['b'] },
      drawn: { 'pairing/p1': 4 },
    });
  });

  it('are found in the teams where the bot is, by account, and channels there can be chosen', async () => {
    await door.ben.say('@Mentor hello', 'Technicians/Forum');
    expect(await found(which, 'ash')).toContain('Found for “ash”');
    door.ada.fill({ 'Who: choose here': 'Ben Ash', [labelled('Where')]: 'Technicians › Forum' });
    await door.ada.submit();
    expect(sent().at(-1)?.did).toMatchObject({
      answers: { who: accountOf(BEN), where: `${LANE}/${door.forum}`, why: 'because', topics: ['b'] },
    });
  });

  it('that cannot be sought now leave everything typed there', async () => {
    door.hosted.people = () => Promise.reject(new Error('down'));
    door.hosted.act = () => formReply({ fields: whom });
    await door.ada.say('form');
    await door.ada.press('Open');
    door.ada.fill({ Why: 'because', [labelled('Who')]: 'zo' });
    expect((await door.ada.press('Find')).dialog?.words).toContain('Reference 7f3a');
    door.hosted.people = async () => [];
    const seen = await door.ada.press('Try again');
    expect(seen.dialog?.words).toContain('Nobody was found');
    expect(Object.values(seen.dialog?.values ?? {})).toContain('because');
  });
});

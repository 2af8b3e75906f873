// The agreement: written together in parts, confirmed by both in one version, changed only by new versions (F10, R20–R24).
import { afterEach, describe, expect, test } from 'vitest';
import type { Ids } from '../../../src/conversation/notice.ts';
import { put } from '../../../src/conversation/outcome.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import type { Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { leave } from '../exit/begin.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { aCard, accountOf, samAndAlex, somebody } from '../people.ts';
import { aPairing } from '../records.ts';
import { aStory, type Story } from '../story.ts';

const sam = accountOf('sam');
const alex = accountOf('alex');
const P1 = { pairing: 'P1' };
const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

async function begin(more: Partial<Pairing> = {}, scheme: Partial<Scheme> = {}): Promise<Story> {
  const on = await aStory(samAndAlex({ met: 1, ...more }), scheme);
  begun.push(on);
  return on;
}
const part = (n: number): Ids => ({ ...P1, part: String(n) });
const write = async (on: Story, who: string, n: number, answers: Record<string, RawAnswer>): Promise<Reply> =>
  on.send(who, await on.open(who, 'agreement.part', part(n)), answers);
const read = (reply: Reply): string => (reply.show === 'view' ? words(reply.view.parts) : reply.show);
const offers = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
/** Presses a button of a page as it stands there, with the ids it carries. */
async function press(on: Story, who: string, name: string, page?: Reply): Promise<Reply> {
  const reply = page ?? (await on.open(who, 'agreement', P1));
  const buttons = reply.show === 'view' ? buttonsOf(reply.view) : [];
  const button = buttons.find(one => 'to' in one && one.to.press === name);
  if (!button || !('to' in button)) throw new Error(`no button ${name}`);
  return on.press(who, button.to.word, name, button.to.ids);
}
const draft = async (on: Story) => (await on.read('agreement', 'P1'))?.draft;

const FULL = { purpose: 'Becoming registered.', mentorExpects: 'Come with a question.' };

/** Both have confirmed a first version. */
async function agreed(on: Story): Promise<void> {
  await write(on, alex, 1, FULL);
  await press(on, alex, 'confirm');
  await press(on, sam, 'confirm');
}

describe('writing', () => {
  test('in three short forms, one leading to the next, and what was written is kept at each', async () => {
    const on = await begin();
    const second = await write(on, alex, 1, FULL);
    expect(second).toMatchObject({ show: 'form', at: { word: 'agreement.part', ids: { part: '2' } } });
    expect((await draft(on))?.terms).toMatchObject(FULL);
    const third = await on.send(alex, second, { place: 'The café' });
    expect(third).toMatchObject({ show: 'form', at: { ids: { part: '3' } } });
    const done = await on.send(alex, third, { offLimits: 'Our shared past project' });
    for (const said of ['Becoming registered.', 'Come with a question.', 'The café', 'Our shared past project'])
      expect(read(done)).toContain(said);
  });

  test('the other one goes on where the first left off', async () => {
    const on = await begin();
    await write(on, alex, 1, { purpose: 'Becoming registered.' });
    const form = await on.open(sam, 'agreement.part', part(1));
    expect(form.show === 'form' && form.form.values).toMatchObject({ purpose: 'Becoming registered.' });
  });

  test('what is usual in the scheme stands there already: how often, how long, until when', async () => {
    const on = await begin({ introducedAt: Date.parse('2026-11-05T10:00:00Z') }, { intervalWeeks: 5, lengthMonths: 6 });
    const form = await on.open(sam, 'agreement.part', part(2));
    expect(form.show === 'form' && form.form.values).toMatchObject({
      weeks: '5',
      minutes: '60',
      endsOn: '2027-05-05',
    });
  });

  test('a form kept unchanged changes nothing, so that no confirmation is lost by looking', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    await press(on, alex, 'confirm');
    await write(on, sam, 1, {});
    expect((await draft(on))?.confirmed).toEqual(['mentee']);
  });
});

describe('R24: what every agreement holds', () => {
  test('no fault, the limits of what stays between the two, never for appraisal: before a word is written, and after', async () => {
    const on = await begin();
    for (const when of ['before', 'after']) {
      const page = read(await on.open(sam, 'agreement', P1));
      expect(page, when).toContain('without fault and without giving a reason');
      expect(page, when).toContain('The limits are');
      expect(page, when).toContain('ever used for appraisal');
      expect(page, when).toContain('The mentee arranges and leads');
      await write(on, alex, 1, FULL);
    }
  });

  test('R20: no form asks who arranges the meetings', async () => {
    const on = await begin();
    for (const n of [1, 2, 3]) {
      const form = await on.open(sam, 'agreement.part', part(n));
      const labels = form.show === 'form' ? Object.values(form.form.fields).map(field => field.label) : ['none'];
      expect(labels.join(' ')).not.toMatch(/arrang|leads/i);
    }
  });

  test('that mentoring is working time stands there where the scheme says so, and stays as it was in what was agreed', async () => {
    const without = await begin();
    expect(read(await without.open(sam, 'agreement', P1))).not.toContain('working time');
    const on = await begin({}, { workingTime: true });
    expect(read(await on.open(sam, 'agreement', P1))).toContain('Mentoring is working time.');
    await agreed(on);
    expect((await on.read('agreement', 'P1'))?.versions[0]?.workingTime).toBe(true);
  });
});

describe('R22: the mentor’s expectations', () => {
  test('without them, or without what it is for, there is nothing to confirm', async () => {
    const on = await begin();
    await write(on, alex, 1, { purpose: 'Becoming registered.' });
    const page = await on.open(alex, 'agreement', P1);
    expect(offers(page)).not.toContain('agreement!confirm');
    expect(read(page)).toContain('it needs: what the mentor expects');
    const { revision = 0 } = (await on.read('agreement', 'P1')) ?? {};
    await on.press(alex, 'agreement', 'confirm', { ...P1, revision: String(revision) });
    expect((await draft(on))?.confirmed).toEqual([]);
  });
});

describe('R23: both confirm the same version', () => {
  test('one alone does not make it count, and the other is told that there is something', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    await press(on, alex, 'confirm');
    await on.settle();
    expect(await on.read('pairing', 'P1')).toMatchObject({ state: 'introduced', toConfirm: 'mentor' });
    expect(on.box.messages.map(one => [one.to, one.notice.text])).toEqual([[sam, 'Mentor: something for you']]);
    expect(read(await on.open(sam, 'agreement', P1))).toContain('Alex has confirmed this.');
    expect(offers(await on.open(sam, 'home'))[0]).toBe('agreement');
  });

  test('with the second it is in force: the pairing is active, with its rhythm and its end, and nothing of the text', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    await write(on, sam, 2, { weeks: '6', endsOn: '2027-03-31' });
    await press(on, alex, 'confirm');
    await press(on, sam, 'confirm');
    const pairing = await on.read('pairing', 'P1');
    expect(pairing).toMatchObject({ state: 'active', intervalWeeks: 6, endsOn: '2027-03-31' });
    expect(pairing?.toConfirm).toBeUndefined();
    expect(JSON.stringify(pairing)).not.toContain('registered');
    expect(await on.read('agreement', 'P1')).toMatchObject({ versions: [{ number: 1, terms: FULL }] });
    expect(await draft(on)).toBeUndefined();
  });

  test('an edit resets both confirmations', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    await press(on, alex, 'confirm');
    await write(on, sam, 1, { menteeExpects: 'Time to think.' });
    expect((await draft(on))?.confirmed).toEqual([]);
    expect((await on.read('pairing', 'P1'))?.toConfirm).toBeUndefined();
  });

  test('a version that was changed since it was read is not confirmed unread', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    const page = await on.open(alex, 'agreement', P1);
    await write(on, sam, 1, { mentorExpects: 'Come with two questions.' });
    const answer = await press(on, alex, 'confirm', page);
    expect(read(answer)).toContain('Sam has changed something since you opened this');
    expect(read(answer)).toContain('Come with two questions.');
    expect((await draft(on))?.confirmed).toEqual([]);
  });

  test('both at the same moment: it is in force once, as one version', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    await Promise.all([press(on, alex, 'confirm'), press(on, sam, 'confirm')]);
    expect((await on.read('agreement', 'P1'))?.versions).toHaveLength(1);
    expect((await on.read('pairing', 'P1'))?.state).toBe('active');
  });

  test('one edits while the other confirms: either the edit is confirmed by nobody, or it came after', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    await press(on, alex, 'confirm');
    const form = await on.open(alex, 'agreement.part', part(1));
    await Promise.all([press(on, sam, 'confirm'), on.send(alex, form, { purpose: 'Something else.' })]);
    const after = await on.read('agreement', 'P1');
    const inForce = after?.versions.map(version => version.terms.purpose) ?? [];
    expect(inForce).not.toContain('Something else.');
    expect(after?.draft).toMatchObject({ terms: { purpose: 'Something else.' }, confirmed: [] });
  });
});

describe('two who write at once', () => {
  const both = async (on: Story) =>
    [await on.open(alex, 'agreement.part', part(1)), await on.open(sam, 'agreement.part', part(1))] as const;

  test('different questions come together', async () => {
    const on = await begin();
    const [hers, his] = await both(on);
    await on.send(sam, his, { mentorExpects: 'Come with a question.' });
    await on.send(alex, hers, { purpose: 'Becoming registered.' });
    expect((await draft(on))?.terms).toMatchObject(FULL);
  });

  test('the same question shows what the other wrote, keeps what was typed, and then takes the second', async () => {
    const on = await begin();
    const [hers, his] = await both(on);
    await on.send(sam, his, { purpose: 'His words.' });
    const again = await on.send(alex, hers, { purpose: 'Her words.' });
    expect(again).toMatchObject({
      show: 'form',
      problems: { purpose: expect.stringContaining('Sam has changed this meanwhile') },
      form: { values: { purpose: 'Her words.' } },
    });
    expect(again.show === 'form' && words(again.form.intro ?? [])).toContain('His words.');
    expect((await draft(on))?.terms.purpose).toBe('His words.');
    await on.send(alex, again, { purpose: 'Her words.' });
    expect((await draft(on))?.terms.purpose).toBe('Her words.');
  });

  test('another part that was changed meanwhile is in nobody’s way', async () => {
    const on = await begin();
    const hers = await on.open(alex, 'agreement.part', part(1));
    await write(on, sam, 3, { offLimits: 'Politics' });
    await on.send(alex, hers, FULL);
    expect((await draft(on))?.terms).toMatchObject({ ...FULL, offLimits: 'Politics' });
  });
});

describe('versions', () => {
  test('a change is a new one; until both confirmed it, the old one counts; old ones stay to be read', async () => {
    const on = await begin();
    await agreed(on);
    await write(on, sam, 1, { purpose: 'Leading a team.' });
    expect(read(await on.open(alex, 'agreement', P1))).toContain('still counts');
    expect((await on.read('agreement', 'P1'))?.versions).toHaveLength(1);
    await press(on, alex, 'confirm');
    await press(on, sam, 'confirm');
    const { versions = [] } = (await on.read('agreement', 'P1')) ?? {};
    expect(versions.map(({ number, terms }) => [number, terms.purpose])).toEqual([
      [1, 'Becoming registered.'],
      [2, 'Leading a team.'],
    ]);
    const first = await on.open(alex, 'agreement.versions', { ...P1, n: '1' });
    expect(read(first)).toContain('Becoming registered.');
    expect(offers(first)).toEqual([]);
  });

  test('what is taken out of a form goes from the agreement, too', async () => {
    const on = await begin();
    await write(on, alex, 3, { offLimits: 'Politics', feedback: 'At the end.' });
    await write(on, sam, 3, { offLimits: null });
    expect((await draft(on))?.terms).toMatchObject({ feedback: 'At the end.' });
    expect((await draft(on))?.terms.offLimits).toBeUndefined();
  });

  test('a change that was not meant goes without touching what was agreed', async () => {
    const on = await begin();
    await agreed(on);
    await write(on, sam, 1, { purpose: 'Leading a team.' });
    await press(on, alex, 'drop');
    expect((await on.read('agreement', 'P1'))?.versions).toHaveLength(1);
    expect(await draft(on)).toBeUndefined();
  });

  test('the paper is for both, the same each time, and holds what always holds', async () => {
    const on = await begin();
    await agreed(on);
    const files = [await press(on, sam, 'paper'), await press(on, alex, 'paper')].map(reply =>
      reply.show === 'view' ? reply.document : undefined,
    );
    expect(files[0]).toMatchObject({ name: 'mentoring-agreement.pdf', type: 'application/pdf' });
    expect(
      Buffer.from(files[0]?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(files[1]?.bytes).toEqual(files[0]?.bytes);
  });
});

describe('R21: the same flow goes on to the first working meeting, and everything may be left for later', () => {
  test('the mentee is led to a date, then to the agenda; the mentor has nothing to do', async () => {
    const on = await begin();
    await write(on, alex, 1, FULL);
    await press(on, sam, 'confirm');
    const mentee = await press(on, alex, 'confirm');
    expect(read(mentee)).toContain('You lead the meetings with your mentor Sam Okoro.');
    expect(offers(mentee)[0]).toBe('checkin.plan');
    const planned = await begin({ plannedAt: Date.parse('2026-12-01T10:00:00Z') });
    await write(planned, alex, 1, FULL);
    await press(planned, alex, 'confirm');
    const mentor = await press(planned, sam, 'confirm');
    expect(read(mentor)).toContain(
      'Your next meeting with your mentee Alex Reed is on Tuesday 1 December 2026, 10:00.',
    );
    expect(offers(mentor)).toEqual(['agreement!paper', 'pair']);
  });

  test('R19: agreed before any meeting is on record, the first one is still the mentor’s to suggest, and nobody reads otherwise', async () => {
    const on = await begin({ met: 0 });
    await write(on, alex, 1, FULL);
    await press(on, alex, 'confirm');
    const mentor = await press(on, sam, 'confirm');
    expect(offers(mentor)).toEqual(['meeting.times', 'review', 'agreement!paper', 'pair']);
    for (const page of [mentor, await on.open(sam, 'pair', P1), await on.open(sam, 'home')]) {
      expect(read(page)).toContain('You suggest the first meeting with your mentee Alex Reed.');
      expect(read(page)).not.toContain('need do nothing');
    }
    const other = await begin({ met: 0 });
    await write(other, alex, 1, FULL);
    await press(other, sam, 'confirm');
    const mentee = await press(other, alex, 'confirm');
    expect(offers(mentee)).toEqual(['review', 'agreement!paper', 'pair']);
    for (const page of [mentee, await other.open(alex, 'pair', P1), await other.open(alex, 'home')]) {
      expect(read(page)).toContain('Your mentor Sam Okoro suggests the first meeting.');
      expect(read(page)).not.toContain('You lead the meetings');
    }
  });

  test('without an agreement the meetings go on', async () => {
    const on = await begin();
    expect(read(await on.open(alex, 'agreement', P1))).toContain('the meetings go on all the same');
    expect(offers(await on.open(alex, 'agreement', P1)).at(-1)).toBe('pair');
    expect(offers(await on.open(alex, 'home'))[0]).toBe('checkin.plan');
  });
});

describe('who may', () => {
  test('R0: where the scheme does without, nobody is offered it', async () => {
    const on = await begin({}, { agreements: false });
    expect(read(await on.open(sam, 'agreement', P1))).toContain('by word of mouth is just as good');
    expect((await on.open(sam, 'agreement.part', part(1))).show).toBe('view');
    expect(offers(await on.open(sam, 'pair', P1))).not.toContain('agreement');
  });

  test('R54: a co-ordinator reads nothing of it', async () => {
    const on = await begin();
    await agreed(on);
    for (const word of ['agreement', 'agreement.part', 'agreement.versions'])
      expect(JSON.stringify(await on.open('slack/T1/UC1', word, part(1)))).not.toContain('registered');
  });

  test('R48: after an end it stays to be read and kept by both, and nobody writes in it any more', async () => {
    const on = await begin({ state: 'active', met: 2 });
    await agreed(on);
    await leave(on, alex);
    for (const who of [alex, sam]) {
      const page = await on.open(who, 'agreement', P1);
      expect(read(page)).toContain('Becoming registered.');
      expect(offers(page)).toEqual(['agreement!paper', 'pair']);
    }
    expect((await on.open(sam, 'agreement.part', part(1))).show).toBe('view');
  });

  test('with several pairings the word asks which is meant', async () => {
    const other = [
      ...somebody('kim', 'Kim Park'),
      put('card', aCard('kim', 'mentee', 'Kim Park')),
      put('pairing', aPairing('sam', 'kim', { id: 'P2', met: 1 })),
    ];
    const on = await aStory([...samAndAlex({ met: 1 }), ...other]);
    begun.push(on);
    const page = await on.open(sam, 'agreement');
    expect(read(page)).toContain('Which one is this about?');
    expect(read(page)).toContain('Kim Park');
    expect(offers(page)).toEqual(['agreement', 'agreement']);
  });
});

// The end that was agreed: asked in time, said by both or over by itself, moved to a later day; thanks, and no alert.
import { describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { DAY, HOUR } from '../../../src/scheme/calendar.ts';
import type { Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { usualPoints } from '../../../src/scheme/records/evaluations.ts';
import { alex, ana, begin, leave, messagesTo, P1, read, said, sam, story, viewOf } from '../exit/begin.ts';
import { leads } from '../page.ts';
import { samAndAlex } from '../people.ts';
import type { Story } from '../story.ts';
import { aPerson, NOW } from '../turn.ts';

const ENDS = {
  endsOn: '2026-12-14',
  agreedAt: NOW - 90 * DAY,
  introducedAt: NOW - 100 * DAY,
  activeAt: NOW - 90 * DAY,
};
const start = (more: Partial<Pairing> = {}, scheme: Partial<Scheme> = {}, records: Put[] = []): Promise<Story> =>
  begin({ ...ENDS, ...more }, { evaluations: [], ...scheme }, records);
/** A meeting that stands ahead, which both have in their calendars. */
const ahead = (at: number): [Partial<Pairing>, Partial<Scheme>, Put[]] => [
  { plannedAt: at, plannedMeeting: 'K1' },
  {},
  [
    put('meeting', {
      id: 'K1',
      pairing: 'P1',
      mentor: 'sam',
      mentee: 'alex',
      at,
      on: '2026-11-26',
      state: 'planned',
      recordedBy: [],
      offeredTo: [],
      inCalendar: ['sam', 'alex'],
    }),
  ],
];
const pairing = (on: Story) => on.read('pairing', 'P1');
const finish = (on: Story, who: string) => on.press(who, 'closing', 'finish', P1);

describe('the agreed end (B17–B19)', () => {
  test('B17: both are asked once, two weeks before, with a neutral line', async () => {
    const on = await start();
    await on.later(6 * DAY);
    expect(on.box.messages).toEqual([]);
    await on.later(3 * DAY);
    for (const who of [sam, alex]) expect(messagesTo(on, who).map(said)).toEqual(['Mentor: something for you\n']);
    await on.later(8 * DAY);
    expect(on.box.messages).toHaveLength(2);
  });
  test('what was met is counted, but nothing is said where nothing stands on record', async () => {
    const seen = async (met: number) => read(await (await start({ met })).open(alex, 'closing', P1));
    expect(await seen(2)).toContain('You have met 2 times.');
    expect(await seen(1)).toContain('You have met once.');
    expect(await seen(0)).not.toContain('You have met');
  });
  test('nobody is asked who was asked something else just before; then a few days later', async () => {
    const asked = put('person', aPerson('alex', 'Alex Reed', { prompts: [NOW + 6 * DAY] }));
    const records = samAndAlex({ state: 'active', met: 2, ...ENDS });
    const on = await story(
      records.map(one => (one.kind === 'person' && one.value.id === 'alex' ? asked : one)),
      { evaluations: [] },
    );
    await on.later(8 * DAY);
    expect([messagesTo(on, sam).length, messagesTo(on, alex).length]).toEqual([1, 0]);
    await on.later(8 * DAY);
    expect([messagesTo(on, sam).length, messagesTo(on, alex).length]).toEqual([1, 1]);
  });
  test('finished once both have said so: thanks to both, both rest, and co-ordinators get no alert', async () => {
    const on = await start();
    await finish(on, sam);
    expect((await pairing(on))?.state).toBe('active');
    await on.settle();
    expect(messagesTo(on, alex)).toHaveLength(1);
    expect(read(await on.open(alex, 'closing', P1))).toContain('Sam has said that the two of you have finished.');
    const done = viewOf(await finish(on, alex));
    expect(done.title).toBe('Thank you');
    expect(leads(done)).toEqual(['offer', 'register', 'home']);
    await on.settle();
    expect(await pairing(on)).toMatchObject({ state: 'completed', lastDay: '2026-11-23', notice: 'none' });
    expect((await on.read('registration', 'sam-mentor'))?.state).toBe('resting');
    expect((await on.read('registration', 'alex-mentee'))?.state).toBe('resting');
    expect(await on.read('exit', 'P1')).toBeUndefined();
    expect(on.box.messages.filter(one => one.to !== sam && one.to !== alex)).toEqual([]);
    expect(messagesTo(on, sam)).toHaveLength(1);
    expect(read(await on.open(ana, 'desk'))).toContain('One pairing has finished as agreed');
    expect(read(await on.open(ana, 'closing.list'))).toContain('Sam Okoro and Alex Reed, Monday 23 November');
    expect(leads(viewOf(await on.open(sam, 'closing', P1)))).toEqual(['offer', 'home']);
  });
  test('one can take it back; one alone ends nothing', async () => {
    const on = await start();
    await finish(on, sam);
    await finish(on, sam);
    await on.press(sam, 'closing', 'back', P1);
    await on.settle();
    expect(messagesTo(on, alex)).toEqual([]);
    await finish(on, alex);
    expect((await pairing(on))?.state).toBe('active');
  });
  test('both at the same moment: it is finished, once', async () => {
    const on = await start();
    await Promise.all([finish(on, sam), finish(on, alex)]);
    expect((await pairing(on))?.state).toBe('completed');
    expect((await on.read('registration', 'sam-mentor'))?.taken).toBe(0);
  });
  test('finishing and leaving at the same moment: one end, and both read one', async () => {
    const on = await start();
    await finish(on, sam);
    await Promise.all([finish(on, alex), leave(on, sam)]);
    const state = (await pairing(on))?.state;
    expect(['completed', 'ended-early']).toContain(state);
    expect((await on.read('exit', 'P1')) !== undefined).toBe(state === 'ended-early');
    expect((await on.read('registration', 'sam-mentor'))?.taken).toBe(0);
  });
  test('B19: four weeks after the end it is over by itself, and never before a meeting that stands ahead', async () => {
    const on = await start();
    await on.later(48 * DAY);
    expect((await pairing(on))?.state).toBe('active');
    await on.later(2 * DAY);
    expect((await pairing(on))?.state).toBe('completed');
    for (const who of [sam, alex]) expect(messagesTo(on, who)).toHaveLength(2);
    const at = NOW + 52 * DAY;
    const other = await start(...ahead(at));
    await other.later(51 * DAY);
    expect((await pairing(other))?.state).toBe('active');
  });
  test('B17, R21: two who left the agreement out are asked as well, finish as well, and are over by themselves as well', async () => {
    const bare = { state: 'introduced', agreedAt: undefined, activeAt: undefined } as const;
    const on = await start(bare);
    await on.later(9 * DAY);
    expect(messagesTo(on, alex).map(said)).toEqual(['Mentor: something for you\n']);
    expect(read(await on.open(sam, 'home'))).toContain('draws to its end');
    await finish(on, sam);
    expect(viewOf(await finish(on, alex)).title).toBe('Thank you');
    const left = await start(bare);
    await left.later(60 * DAY);
    expect((await pairing(left))?.state).toBe('completed');
  });
  test('two of whom no meeting is on record are over by themselves too, so that no place is taken for ever, and read nothing that is not so', async () => {
    const on = await start({ state: 'introduced', met: 0, agreedAt: undefined, activeAt: undefined });
    await on.later(60 * DAY);
    expect((await pairing(on))?.state).toBe('completed');
    const page = read(await on.open(alex, 'closing', P1));
    expect(page).toContain('came to its end');
    expect(page).not.toMatch(/Well done|finished mentoring/);
  });
  test('R43: before they have begun, two cannot finish: an end is an early one then', async () => {
    const on = await start({
      state: 'introduced',
      met: 0,
      agreedAt: undefined,
      activeAt: undefined,
      endsOn: '2027-05-01',
    });
    expect(read(await on.open(sam, 'closing', P1))).not.toContain('We have finished');
    await finish(on, sam);
    await finish(on, alex);
    expect((await pairing(on))?.state).toBe('introduced');
  });
  test('B18: with a later day both agreed on, the end moves, and what was said about finishing with it', async () => {
    const on = await start();
    // It has been looked at once already, as it has in any pairing that has run for a while.
    await on.settle();
    await finish(on, sam);
    for (const part of ['1', '2', '3'])
      await on.send(
        alex,
        await on.open(alex, 'agreement.part', { ...P1, part }),
        part === '1' ? { purpose: 'Grow', mentorExpects: 'Questions' } : {},
      );
    await on.send(alex, await on.open(alex, 'agreement.part', { ...P1, part: '5' }), { endsOn: '2027-03-15' });
    const revision = String((await on.read('agreement', 'P1'))?.revision);
    for (const who of [alex, sam]) await on.press(who, 'agreement', 'confirm', { ...P1, revision });
    expect((await pairing(on))?.endsOn).toBe('2027-03-15');
    expect((await pairing(on))?.finishedBy).toBeUndefined();
    expect((await on.read('agreement', 'P1'))?.versions).toHaveLength(1);
    await on.later(90 * DAY);
    expect((await pairing(on))?.state).toBe('active');
    expect((await pairing(on))?.closingAsked ?? []).toEqual([]);
    await on.later(60 * DAY);
    expect((await pairing(on))?.state).toBe('completed');
  });
  test('an agreement that only writes down the day that holds anyway asks nobody again', async () => {
    const on = await start({ endsOn: undefined, introducedAt: Date.parse('2026-06-14T09:00:00Z') });
    await on.later(9 * DAY);
    await finish(on, sam);
    for (const part of ['1', '2', '3'])
      await on.send(
        alex,
        await on.open(alex, 'agreement.part', { ...P1, part }),
        part === '1' ? { purpose: 'Grow', mentorExpects: 'Questions' } : part === '2' ? { endsOn: '2026-12-14' } : {},
      );
    const revision = String((await on.read('agreement', 'P1'))?.revision);
    for (const who of [alex, sam]) await on.press(who, 'agreement', 'confirm', { ...P1, revision });
    expect((await pairing(on))?.endsOn).toBe('2026-12-14');
    expect((await pairing(on))?.closingAsked).toEqual(['mentor', 'mentee']);
    expect((await pairing(on))?.finishedBy).toEqual(['mentor']);
  });
  test('while a changed agreement waits for the other one nothing is over', async () => {
    const on = await start({ toConfirm: 'mentor' });
    await on.later(70 * DAY);
    expect((await pairing(on))?.state).toBe('active');
  });
  test('R0: a scheme can do without: nobody is asked, nothing ends by itself', async () => {
    const on = await start({}, { closings: false });
    await on.later(120 * DAY);
    expect((await pairing(on))?.state).toBe('active');
    expect(leads(viewOf(await on.open(sam, 'pair', P1)))).not.toContain('closing');
  });
  test('a planned meeting is taken back, and whoever has it in their calendar is told', async () => {
    const at = NOW + 3 * DAY;
    const on = await start(...ahead(at));
    await finish(on, sam);
    await finish(on, alex);
    await on.settle();
    expect((await on.read('meeting', 'K1'))?.state).toBe('cancelled');
    expect([messagesTo(on, sam).length, messagesTo(on, alex).length]).toEqual([2, 1]);
  });
  test('B19: what is asked at the end is asked when the end has come, not at the date that was planned', async () => {
    const evaluations = usualPoints.filter(({ when }) => when === 'end');
    const on = await start({ endsOn: '2027-06-14', evaluating: false }, { evaluations });
    await on.later(DAY);
    await finish(on, sam);
    await finish(on, alex);
    await on.later(9 * DAY);
    expect((await on.read('evaluation', 'P1-sam'))?.points['end']?.askedAt).toBeLessThan(NOW + 10 * DAY + HOUR);
  });
  test('whoever says the second word is offered in that moment what the other one is offered by letter', async () => {
    for (const rule of ['offered', 'required'] as const) {
      const evaluations = usualPoints.map(point => ({
        ...point,
        rule: point.when === 'end' ? rule : ('off' as const),
      }));
      const on = await start({ met: 3, evaluating: false }, { evaluations });
      await on.settle();
      await finish(on, alex);
      const last = viewOf(await finish(on, sam));
      const certificate = rule === 'offered' ? ['evaluation.certificate'] : [];
      expect(leads(last)).toEqual(['offer', 'evaluation', ...certificate, 'home']);
      await on.settle();
      expect(leads(viewOf(await on.open(alex, 'closing', P1)))).toEqual(['offer', 'evaluation', 'register', 'home']);
      expect(leads(viewOf(await on.open(sam, 'closing', P1)))).toEqual(leads(last));
      expect(leads(viewOf(await on.open(sam, 'evaluation')))).toContain('evaluation.answer');
    }
  });
  test('somebody else, or one for whom the end is held, finds nothing here', async () => {
    const on = await start();
    expect(read(await on.open(ana, 'closing', P1))).not.toContain('Alex');
    await leave(on, sam, { partnerKnows: 'not-yet' });
    expect(read(await on.open(alex, 'closing', P1))).toContain('nothing to do at present');
    await finish(on, alex);
    expect((await pairing(on))?.state).toBe('ended-early');
  });
});

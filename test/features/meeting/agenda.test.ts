// The agenda (R28), the file for one's calendar, the reminder (R29, R58) and the questions to begin with.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY, HOUR } from '../../../src/scheme/calendar.ts';
import type { Meeting, Objective } from '../../../src/scheme/kinds.ts';
import { reminderFor } from '../../../src/scheme/meetings.ts';
import { leave } from '../exit/begin.ts';
import type { Story } from '../story.ts';
import { alex, begin, lettersTo, nextMeeting, offers, P1, plan, press, read, sam } from './begin.ts';

const write = async (on: Story, topics: string[], more = {}) =>
  on.send(alex, await on.open(alex, 'meeting.agenda', P1), { topics, ...more });

describe('R28: the agenda', () => {
  test('is the mentee’s to write, and the two alone read it', async () => {
    const on = await begin();
    await plan(on);
    await write(on, ['Registration', 'A difficult talk'], { outcome: 'A plan for January' });
    for (const said of ['Registration', 'A difficult talk', 'A plan for January'])
      expect(read(await on.open(sam, 'meeting', P1))).toContain(said);
    expect(JSON.stringify(await on.open('slack/T1/UC1', 'meeting', P1))).not.toContain('Registration');
    expect(JSON.stringify(await on.read('pairing', 'P1'))).not.toContain('Registration');
  });

  test('the mentor can add one point, change it, and take nothing away', async () => {
    const on = await begin();
    await plan(on);
    await write(on, ['Registration']);
    const point = async (text: string) => on.send(sam, await on.open(sam, 'meeting.point', P1), { point: text });
    await point('My first point');
    await point('My better point');
    expect(await nextMeeting(on)).toMatchObject({ agenda: { topics: ['Registration'] }, point: 'My better point' });
    expect((await on.open(sam, 'meeting.agenda', P1)).show).toBe('view');
    expect((await on.open(alex, 'meeting.point', P1)).show).toBe('view');
    expect(read(await on.open(alex, 'meeting', P1))).toContain('My better point');
  });

  test('the mentor hears of it once, however often it is changed', async () => {
    const on = await begin();
    await plan(on);
    await on.settle();
    const before = lettersTo(on, sam).length;
    await write(on, ['Registration']);
    await on.settle();
    await write(on, ['Registration', 'Promotion']);
    await on.settle();
    expect(lettersTo(on, sam)).toHaveLength(before + 1);
  });

  test('R33: objectives on their way can stand on it, and something to read: both see them, one tap from each', async () => {
    const objective = (id: string, more = {}) =>
      put('objective', {
        ...{ id, pairing: 'P1', mentor: 'sam', mentee: 'alex', at: 1, state: 'running', title: `Title ${id}` },
        ...{
          specific: 'S',
          measure: 'M',
          due: '2027-03-31',
          steps: [],
          evidence: [],
          comments: [],
          reviews: [],
          ...more,
        },
      } as Objective);
    const on = await begin({}, {}, [objective('O1'), objective('O2'), objective('O3', { state: 'met' })]);
    await plan(on);
    const form = await on.open(alex, 'meeting.agenda', P1);
    const field = form.show === 'form' ? form.form.fields['objectives'] : undefined;
    expect(field?.kind === 'choices' && field.options.map(({ label }) => label).sort()).toEqual([
      'Title O1',
      'Title O2',
    ]);
    await on.send(alex, form, { topics: ['Registration'], objectives: ['O2'], reading: 'https://x.example/draft' });
    for (const who of [alex, sam]) {
      const page = await on.open(who, 'meeting', P1);
      expect(read(page)).toContain('Title O2');
      expect(read(page)).not.toContain('Title O1');
      expect(offers(page)).toContain('objective');
      expect(JSON.stringify(page)).toContain('https://x.example/draft');
    }
    // It stays on the agenda once it is reached, and can be taken off.
    await on.send(alex, await on.open(alex, 'objective.close', { ...P1, objective: 'O2' }), { state: 'met' });
    expect(read(await on.open(sam, 'meeting', P1))).toContain('Title O2');
    await on.send(alex, await on.open(alex, 'meeting.agenda', P1), { objectives: [] });
    expect(read(await on.open(sam, 'meeting', P1))).not.toContain('Title O2');
  });

  test('R0: without objectives, or with none on its way, it is not asked', async () => {
    const on = await begin();
    await plan(on);
    const form = await on.open(alex, 'meeting.agenda', P1);
    expect(form.show === 'form' && Object.keys(form.form.fields)).toEqual([
      ...['topics', 'outcome', 'since', 'questions', 'reading'],
    ]);
  });

  test('what is still open from last time comes over, and either ticks it off', async () => {
    const earlier: Meeting = {
      id: 'K0',
      pairing: 'P1',
      mentor: 'sam',
      mentee: 'alex',
      on: '2026-11-02',
      state: 'held',
      actions: [
        { id: 'a', text: 'Read the standard', done: false },
        { id: 'b', text: 'Write to Kim', done: true },
      ],
      recordedBy: ['alex'],
      offeredTo: [],
    };
    const on = await begin({}, {}, [put('meeting', earlier)]);
    await plan(on);
    const page = read(await on.open(sam, 'meeting', P1));
    expect(page).toContain('Read the standard');
    expect(page).not.toContain('Write to Kim');
    await press(on, sam, 'done');
    expect(read(await on.open(alex, 'meeting', P1))).not.toContain('Read the standard');
    expect((await on.read('meeting', 'K0'))?.actions?.every(action => action.done)).toBe(true);
  });

  test('without a meeting there is first a time to find; and R0: a scheme may do without agendas', async () => {
    expect(offers(await (await begin()).open(alex, 'meeting.agenda', P1))).toEqual(['checkin.plan']);
    const on = await begin({}, { agendas: false });
    await plan(on);
    expect(offers(await on.open(alex, 'meeting', P1))).not.toContain('meeting.agenda');
    expect(read(await on.open(alex, 'meeting.agenda', P1))).toContain('does without agendas');
  });
});

describe('the file for the calendar', () => {
  const fileOf = async (on: Story, who: string): Promise<string> => {
    const reply = await press(on, who, 'calendar');
    return reply.show === 'view' && reply.document ? Buffer.from(reply.document.bytes).toString() : '';
  };

  test('is private, has a name of the person’s choosing, and holds neither the other one nor the agenda', async () => {
    const on = await begin();
    await plan(on);
    await write(on, ['Registration']);
    await on.send(alex, await on.open(alex, 'meeting.name', P1), { name: 'Away from my desk' });
    const file = await fileOf(on, alex);
    expect(file).toContain('CLASS:PRIVATE');
    expect(file).toContain('SUMMARY:Away from my desk');
    expect(file).toContain('DTSTART:20261210T100000Z');
    expect(file).not.toMatch(/Sam|Alex|Registration|mentor[^/ ]*(?!\/\/)ing/i);
    expect(await fileOf(on, sam)).toContain('SUMMARY:Meeting');
  });

  test('a newer file changes the entry instead of adding another; one without a time takes it out', async () => {
    const on = await begin();
    await plan(on);
    const first = await fileOf(on, alex);
    await plan(on, '2026-12-11');
    const second = await fileOf(on, alex);
    const uid = /UID:(.*)/.exec(first)?.[1];
    expect(/UID:(.*)/.exec(second)?.[1]).toBe(uid);
    expect([/SEQUENCE:(\d+)/.exec(first)?.[1], /SEQUENCE:(\d+)/.exec(second)?.[1]]).toEqual(['1', '2']);
    await press(on, sam, 'cannot');
    expect(read(await on.open(alex, 'meeting', P1))).toContain('it stands there at the time it had');
    const third = await fileOf(on, alex);
    expect(third).toContain('METHOD:CANCEL');
    expect(third).toContain('STATUS:CANCELLED');
    expect(third).toContain(`UID:${uid}`);
  });

  test('R48: with an end, whoever has it in their calendar is handed the file that takes it out', async () => {
    const on = await begin();
    await plan(on);
    await press(on, alex, 'calendar');
    await leave(on, sam);
    const to = (who: string) => lettersTo(on, who).filter(one => one.leads.includes('meeting.off'));
    expect([to(alex).length, to(sam).length]).toEqual([1, 0]);
    const meeting = (await on.read('pairing', 'P1'))?.takenBackMeeting ?? '';
    const reply = await on.press(alex, 'meeting.off', 'file', { meeting });
    const file = reply.show === 'view' && reply.document ? Buffer.from(reply.document.bytes).toString() : '';
    expect(file).toContain('STATUS:CANCELLED');
  });

  test('while the notice of an end is held, the other one gets no such file before it is released', async () => {
    const on = await begin();
    await plan(on, '2026-12-18');
    await press(on, alex, 'calendar');
    await leave(on, sam, { partnerKnows: 'not-yet' });
    const to = () => lettersTo(on, alex).filter(one => one.leads.includes('meeting.off'));
    const meeting = (await on.read('pairing', 'P1'))?.takenBackMeeting ?? '';
    expect(to()).toEqual([]);
    expect(read(await on.open(alex, 'meeting.off', { meeting }))).toContain('not available');
    await on.later(8 * DAY);
    expect(to()).toHaveLength(1);
  });
});

describe('R29: the reminder', () => {
  const reminders = (on: Story, who: string) => lettersTo(on, who).filter(one => one.leads.includes('me.reminders'));

  test('goes to both, two working days before, in working hours, once', async () => {
    const on = await begin();
    await plan(on, '2026-12-10', '10:00');
    await on.settle();
    await on.later(14.9 * DAY);
    expect([reminders(on, sam).length, reminders(on, alex).length]).toEqual([0, 0]);
    await on.later(0.2 * DAY);
    expect([reminders(on, sam).length, reminders(on, alex).length]).toEqual([1, 1]);
    await on.later(DAY);
    expect([reminders(on, sam).length, reminders(on, alex).length]).toEqual([1, 1]);
  });

  test('leads the mentor to the sentence that keeping meetings matters; the mentee reads none', async () => {
    const on = await begin();
    await plan(on);
    expect(read(await on.open(sam, 'meeting', P1))).toContain('Keeping the meetings you agreed matters');
    expect(read(await on.open(alex, 'meeting', P1))).not.toContain('matters');
  });

  test('a moved meeting is reminded of at its new time alone; one without a time not at all', async () => {
    const moved = await begin();
    await plan(moved, '2026-12-10');
    await moved.settle();
    await plan(moved, '2026-12-15');
    await moved.later(16 * DAY);
    expect(reminders(moved, alex)).toHaveLength(0);
    await moved.later(5 * DAY);
    expect(reminders(moved, alex)).toHaveLength(1);
    const far = await begin();
    await plan(far, '2026-12-10');
    await far.settle();
    await far.later(4 * DAY);
    await plan(far, '2027-01-20');
    await far.later(12 * DAY);
    expect(reminders(far, alex)).toEqual([]);
    const off = await begin();
    await plan(off, '2026-12-10');
    await off.settle();
    await press(off, sam, 'cannot');
    await off.later(20 * DAY);
    expect(reminders(off, alex)).toEqual([]);
  });

  test('is beside the message budget: a prompt of the same week does not hold it back', async () => {
    const on = await begin();
    const person = await on.read('person', 'alex');
    expect(person?.prompts).toEqual([]);
    await plan(on, '2026-12-10');
    await on.later(16 * DAY);
    expect(reminders(on, alex)).toHaveLength(1);
    expect((await on.read('person', 'alex'))?.prompts).toEqual([]);
  });

  test('R0: a scheme may do without', async () => {
    const on = await begin({}, { meetingReminders: false });
    await plan(on, '2026-12-10');
    await on.later(16 * DAY);
    expect(reminders(on, alex)).toEqual([]);
  });

  test('R58: two working days are the person’s own, and closed days are none', () => {
    const at = Date.parse('2026-12-10T10:00:00Z');
    const week = { zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' } };
    const now = at - 20 * DAY;
    const meeting = { at, since: now };
    const on = (person: typeof week, closed: string[] = []) => reminderFor(person, meeting, now, closed);
    expect(on(week)).toBe(Date.parse('2026-12-08T08:30:00Z'));
    expect(on(week, ['2026-12-09'])).toBe(Date.parse('2026-12-07T08:30:00Z'));
    expect(on({ ...week, hours: { ...week.hours, days: [1] } })).toBe(Date.parse('2026-11-30T08:30:00Z'));
    expect(on({ ...week, zone: 'America/New_York' })).toBe(Date.parse('2026-12-08T13:30:00Z'));
  });

  test('a meeting found within those days needs none; one that the program slept through gets it late', () => {
    const at = Date.parse('2026-12-10T10:00:00Z');
    const week = { zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' } };
    const now = at - 26 * HOUR;
    expect(reminderFor(week, { at, since: now }, now, [])).toBeUndefined();
    expect(reminderFor(week, { at, since: at - 9 * DAY }, now, [])).toBe(Date.parse('2026-12-09T08:30:00Z'));
  });
});

describe('the questions to begin with', () => {
  test('are those of where the two are, and all others are a tap away', async () => {
    const begin1 = read(await (await begin({ met: 0, state: 'introduced' })).open(sam, 'meeting.guide', P1));
    expect(begin1).toContain('How did each of you come to the work you do?');
    expect(begin1).toContain('How is this different from what a line manager does?');
    const agreed = { met: 3, agreedAt: 1, introducedAt: Date.parse('2026-09-01T09:00:00Z') };
    const at = async (endsOn: string) =>
      read(await (await begin({ ...agreed, endsOn })).open(alex, 'meeting.guide', P1));
    expect(await at('2027-12-01')).toContain('In the middle of it');
    expect(await at('2027-02-15')).toContain('Which of your objectives has moved');
    expect(await at('2026-12-10')).toContain('What has changed since you began');
    const on = await begin();
    expect(offers(await on.open(sam, 'meeting.guide', P1)).filter(word => word === 'meeting.guide')).toHaveLength(4);
  });
});

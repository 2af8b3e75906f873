// Earlier meetings, read again by the two: what they wrote down, and one's own note, also after the end (R30, R48).
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Meeting } from '../../../src/scheme/kinds.ts';
import { leave } from '../exit/begin.ts';
import type { Story } from '../story.ts';
import { alex, begin, offers, P1, read, sam } from './begin.ts';

const aMeeting = (n: number, more: Partial<Meeting> = {}): Meeting => ({
  ...{ id: `K${n}`, pairing: 'P1', mentor: 'sam', mentee: 'alex', state: 'held', recordedBy: ['alex'], offeredTo: [] },
  on: `2026-10-${String(n).padStart(2, '0')}`,
  summary: `Summary ${n}`,
  ...more,
});
const one = (n: number) => ({ ...P1, meeting: `K${n}` });
const withSome = (...meetings: Meeting[]): Promise<Story> =>
  begin(
    { met: 2 },
    {},
    meetings.map(meeting => put('meeting', meeting)),
  );

describe('earlier meetings', () => {
  test('are a tap from the next one as soon as there is one, the newest first, page by page', async () => {
    const none = await begin({ met: 0 });
    expect(offers(await none.open(alex, 'meeting', P1))).not.toContain('meeting.past');
    const on = await withSome(...Array.from({ length: 12 }, (_, n) => aMeeting(n + 1)));
    for (const who of [alex, sam]) expect(offers(await on.open(who, 'meeting', P1))).toContain('meeting.past');
    const first = await on.open(sam, 'meeting.past', P1);
    expect(read(first).match(/Summary \d+/g)?.[0]).toBe('Summary 12');
    expect(read(first)).not.toContain('Summary 2\n');
    const more = first.show === 'view' ? first.view.buttons?.find(button => button.label === 'Before that') : undefined;
    expect(more && 'to' in more && read(await on.open(sam, 'meeting.past', more.to.ids))).toContain('Summary 1\n');
  });

  test('one of them is read with everything that was written, and one’s own note, which nobody else reads', async () => {
    const on = await withSome();
    const answers = { held: 'held', on: '2026-11-20', summary: 'We made a plan.', actions: ['Alex: ask Kim'] };
    await on.send(alex, await on.open(alex, 'review', P1), { ...answers, note: 'I was nervous.' });
    const list = await on.open(alex, 'meeting.past', P1);
    const row = list.show === 'view' ? list.view.parts.find(part => part.part === 'row') : undefined;
    const to = row?.part === 'row' && row.button && 'to' in row.button ? row.button.to : undefined;
    const page = await on.open(alex, to?.word ?? '', to?.ids);
    for (const said of ['We made a plan.', 'Alex: ask Kim', 'I was nervous.']) expect(read(page)).toContain(said);
    expect(offers(page)).toEqual(['review', 'log.copy!copy']);
    const his = await on.open(sam, to?.word ?? '', to?.ids);
    expect(read(his)).toContain('We made a plan.');
    expect(read(his)).not.toContain('nervous');
    expect(offers(his)).toEqual(['review', 'log.new']);
  });

  test('R30: one that did not take place is told without weight; one that nobody told of, or that still lies ahead, is none', async () => {
    const on = await withSome(
      aMeeting(1, { state: 'missed' }),
      aMeeting(2, { state: 'cancelled', recordedBy: [] }),
      aMeeting(3, { state: 'planned', recordedBy: [] }),
    );
    const page = read(await on.open(sam, 'meeting.past', P1));
    expect(page).toContain('did not take place');
    expect(page).not.toMatch(/Summary [23]/);
    expect(read(await on.open(sam, 'meeting.past.one', one(1)))).toContain('It did not take place.');
    expect(read(await on.open(sam, 'meeting.past.one', one(2)))).not.toContain('Summary');
  });

  test('R54: nobody else reads them', async () => {
    const on = await withSome(aMeeting(1));
    for (const who of ['slack/T1/UC1', 'slack/T1/UX'])
      for (const word of ['meeting.past', 'meeting.past.one'])
        expect(JSON.stringify(await on.open(who, word, one(1)))).not.toContain('Summary');
  });

  test('R48: after the end both read them, and change nothing; whoever does not know of it yet sees that there is nothing to do', async () => {
    const on = await withSome(aMeeting(1));
    await leave(on, sam);
    expect(offers(await on.open(alex, 'pair', P1))).toContain('meeting.past');
    for (const who of [alex, sam]) {
      expect(read(await on.open(who, 'meeting.past', P1))).toContain('Summary 1');
      expect(offers(await on.open(who, 'meeting.past.one', one(1)))).not.toContain('review');
    }
    const held = await withSome(aMeeting(1));
    await leave(held, sam, { partnerKnows: 'not-yet' });
    expect(read(await held.open(alex, 'meeting.past', P1))).toContain('There is nothing to do at present.');
    expect(read(await held.open(alex, 'meeting.past.one', one(1)))).not.toContain('Summary');
  });
});

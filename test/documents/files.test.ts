// Files as others' programs read them: calendar entries that stay private and are replaced by newer ones, tables that no spreadsheet calculates with.
import { expect, test } from 'vitest';
import { makeFile } from '../../src/documents/make.ts';

const text = async (document: Parameters<typeof makeFile>[0]): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await makeFile(document)).bytes);

const entry = {
  id: 'event-1',
  revision: 2,
  at: Date.parse('2027-03-28T13:00:00Z'),
  minutes: 90,
  title: 'Meet a mentor; spring, term',
  place: 'Room 4\nNorth wing',
  link: 'https://meet.example/x?a=1',
  note: 'n'.repeat(200),
  writtenAt: Date.parse('2026-11-23T09:30:00Z'),
};
const calendar = { kind: 'calendar' as const, name: 'event.ics', entries: [entry] };

test('a calendar entry is private, in UTC, and replaces an older one of the same thing', async () => {
  const file = await makeFile(calendar);
  expect([file.name, file.type]).toEqual(['event.ics', 'text/calendar']);
  const unfolded = (await text(calendar)).replaceAll('\r\n ', '');
  for (const line of [
    'BEGIN:VCALENDAR',
    'UID:event-1@mentor',
    'SEQUENCE:2',
    'DTSTAMP:20261123T093000Z',
    'DTSTART:20270328T130000Z',
    'DTEND:20270328T143000Z',
    'CLASS:PRIVATE',
    'SUMMARY:Meet a mentor\\; spring\\, term',
    'LOCATION:Room 4\\nNorth wing',
    'END:VCALENDAR',
  ])
    expect(unfolded.split('\r\n')).toContain(line);
  expect(unfolded).toContain('https://meet.example/x?a=1');
});

test('no line of a calendar file is longer than 75 bytes, and the same entry makes the same file', async () => {
  const made = await text(calendar);
  const lengths = made.split('\r\n').map(line => new TextEncoder().encode(line).length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  expect(await text(calendar)).toBe(made);
});

test('a table keeps what was typed letter by letter, and nothing in it becomes a formula', async () => {
  const rows = [
    ['1', 'Reed, Alex', '=HYPERLINK("https://evil.example")'],
    ['2', 'שלום 😀', '+44 1'],
  ];
  const made = await text({ kind: 'table', name: 'talks.csv', columns: ['Round', 'Mentor', 'Link'], rows });
  expect(made).toBe(
    '\uFEFFRound,Mentor,Link\r\n1,"Reed, Alex","\'=HYPERLINK(""https://evil.example"")"\r\n2,שלום 😀,\'+44 1\r\n',
  );
});

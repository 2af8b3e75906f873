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

const paper = (more: object = {}): Parameters<typeof makeFile>[0] => ({
  kind: 'paper',
  name: 'record.pdf',
  title: 'Zoë Łukasiewicz',
  writtenAt: Date.parse('2026-11-23T09:30:00Z'),
  parts: [{ part: 'text', text: 'Learned to listen.' }],
  ...more,
});
const bytes = async (document: Parameters<typeof makeFile>[0]): Promise<Buffer> =>
  Buffer.from((await makeFile(document)).bytes);

test('a paper is a PDF that is read aloud in order, and the same words make the same file', async () => {
  const file = await makeFile(paper());
  expect([file.name, file.type]).toEqual(['record.pdf', 'application/pdf']);
  const raw = (await bytes(paper())).toString('latin1');
  expect(raw.startsWith('%PDF-1.5')).toBe(true);
  expect(raw).toContain('/MarkInfo');
  expect(raw).toContain('/Lang (en-GB)');
  expect((await bytes(paper())).equals(await bytes(paper()))).toBe(true);
  expect((await bytes(paper())).equals(await bytes(paper({ writtenAt: 0 })))).toBe(false);
});

test('a paper goes on over as many pages as it needs, with letters of its own typeface alone', async () => {
  const facts = Array.from({ length: 60 }, (_, n): [string, string] => [`Day ${n}`, 'Ελληνικά Кириллица '.repeat(9)]);
  const raw = (await bytes(paper({ parts: [{ part: 'facts', facts }] }))).toString('latin1');
  const pages = Number(/\/Type \/Pages\s\/Count (\d+)/.exec(raw)?.[1]);
  expect(pages).toBeGreaterThan(3);
  expect(pages).toBeLessThan(12);
  expect(raw).not.toMatch(/BaseFont \/(Helvetica|Times|Courier)/);
  expect(raw).toMatch(/BaseFont \/\w+\+DejaVuSans/);
});

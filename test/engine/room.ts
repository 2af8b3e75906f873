// A small room for tests of the engine: notes in an inquiry record, read by its writer and the co-ordinators.
import { dateOf, jobOf, letterOf, pageOf, type Room } from '../../src/conversation/feature.ts';
import { text } from '../../src/conversation/notice.ts';
import { next, put, say, view } from '../../src/conversation/outcome.ts';
import { allOf, counts, me, one, page, sealedOne, via } from '../../src/conversation/plan.ts';
import type { Inquiry, Person } from '../../src/scheme/kinds.ts';

export const someone = (id: string, account: string): Person => ({
  id,
  accounts: [account],
  name: `Name of ${id}`,
  zone: 'Europe/London',
  hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  joinedAt: 1,
  mention: false,
  checkins: 'channel',
  notices: [],
  prompts: [],
});

const fresh = (id: string, person: string, words: string, at: number): Inquiry => ({
  id,
  person,
  text: words,
  urgent: false,
  at,
  answerBy: '2026-12-01',
  escalateAt: at + 1000,
  state: 'open',
  escalated: false,
  closedTo: [],
});

export const testRoom: Room = {
  name: 'test',
  pages: [
    pageOf({
      word: 'home',
      for: 'anyone',
      help: 'home',
      plan: () => ({ notes: allOf('inquiry', me) }),
      show: turn => ({ title: 'Home', parts: [text(`${turn.open.notes.length} notes`)] }),
    }),
    pageOf({
      word: 'join',
      for: 'anyone',
      plan: () => ({}),
      show: () => ({ title: 'Join', parts: [] }),
      press: {
        yes: turn => {
          const person = turn.id('person');
          return {
            changes: {
              put: [
                put('account', { id: turn.actor.account, person }),
                put('person', someone(person, turn.actor.account)),
              ],
              history: [{ what: 'join', about: [person] }],
            },
            screen: next('home'),
          };
        },
      },
    }),
    pageOf({
      word: 'note',
      for: 'member',
      plan: ids => ({
        note: one('inquiry', ids['note'] ?? 'none'),
        folder: sealedOne('notebook', via('note', 'person')),
      }),
      show: turn => ({
        title: 'Note',
        submit: 'Keep',
        fields: {
          words: { kind: 'text', label: 'Words', max: 50, lines: true, optional: false, seenBy: 'coordinator' },
        },
        ...(turn.open.note ? { values: { words: turn.open.note.text } } : {}),
      }),
      take: (turn, ids, answers) => {
        if (answers.words === 'no') return { problems: { words: 'Anything but no.' } };
        if (ids['note'] && turn.changed('inquiry', ids['note']))
          return { problems: { words: 'It was changed meanwhile.' } };
        const before = turn.open.note;
        const note = before
          ? { ...before, text: answers.words }
          : fresh(turn.id('note'), turn.actor.person?.id ?? '', answers.words, turn.now);
        return {
          changes: {
            put: [put('inquiry', note)],
            count: [{ name: 'kept', field: 'all', by: 1 }],
            letters: [{ letter: 'note.kept', ids: { note: note.id }, to: { channel: 'coordinators' } }],
          },
          screen: view({ title: 'Kept', parts: [text(note.id)] }, { word: 'note.read', ids: { note: note.id } }),
        };
      },
    }),
    pageOf({
      word: 'note.read',
      for: 'anyone',
      plan: ids => ({ note: one('inquiry', ids['note'] ?? ''), kept: counts('kept') }),
      show: turn => ({
        title: 'Read',
        parts: [text(turn.open.note ? `${turn.open.note.text} ${turn.open.kept['all']}` : 'absent')],
      }),
      press: {
        erase: (turn, ids) => ({
          changes: { erase: turn.open.note ? [{ kind: 'inquiry', id: ids['note'] ?? '' }] : [] },
          screen: say('gone'),
        }),
      },
    }),
    pageOf({
      word: 'desk',
      for: 'coordinator',
      plan: () => ({ open: page('inquiry', 'inquiry.state:open', { max: 2 }) }),
      show: turn => ({ title: 'Desk', parts: turn.open.open.map(note => text(note.text)) }),
    }),
    pageOf({
      word: 'circle',
      for: 'anyone',
      plan: () => ({}),
      show: () => ({ title: 'x', parts: [] }),
      press: { round: () => ({ screen: { show: 'next', to: { word: 'circle', press: 'round' } } }) },
    }),
    pageOf({
      word: 'sweep',
      for: 'anyone',
      plan: () => ({}),
      show: () => ({ title: 'x', parts: [] }),
      press: {
        start: turn => ({
          changes: { jobs: [{ job: 'sweep', ids: {}, id: turn.id('sweep') }] },
          screen: say('started'),
        }),
      },
    }),
  ],
  letters: [
    letterOf({
      name: 'note.kept',
      class: 'must',
      plan: ids => ({ note: one('inquiry', ids['note'] ?? '') }),
      draw: turn => (turn.open.note ? { text: 'A note was kept.' } : undefined),
    }),
  ],
  dates: [
    dateOf({
      what: 'inquiry.waits',
      plan: ids => ({ note: one('inquiry', ids['id'] ?? '') }),
      decide: turn =>
        turn.open.note
          ? {
              put: [put('inquiry', { ...turn.open.note, escalated: true })],
              history: [{ what: 'escalated', about: [turn.open.note.id] }],
            }
          : undefined,
    }),
  ],
  jobs: [
    jobOf({
      name: 'sweep',
      write: {
        plan: (_ids, after) => ({
          notes: page('inquiry', 'inquiry.state:open', { max: 20, after, oldestFirst: true }),
        }),
        step: turn => ({
          changes: { count: [{ name: 'swept', field: 'all', by: turn.open.notes.length }] },
          after: turn.more['notes'],
        }),
      },
    }),
  ],
};

// A note to the other one of a pairing: written here, read once in private, and then gone. Never in a message, a channel or a history.
import { dateOf, letterOf, pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type MyPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Ids, note, open, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { newNote, noteIds, noteRead } from '../../scheme/between.ts';
import type { Note } from '../../scheme/kinds.ts';
import { sideOf } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';
import { goneView, isView, mineOr } from './mine.ts';

const writePlan = (ids: Ids) => ({
  ...pairingsPlan(),
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  notes: some('note', [...noteIds(ids['pairing'] ?? 'none', 'mentor'), ...noteIds(ids['pairing'] ?? 'none', 'mentee')]),
});
type WriteTurn = Turn<Opened<ReturnType<typeof writePlan>>>;

function noteForm(turn: WriteTurn, ids: Ids): Form | View {
  const mine = mineOr(turn, ids['pairing']);
  if (isView(mine)) return mine;
  return {
    title: says.noteTitle(mine.given),
    intro: [text(says.noteIntro(mine.given))],
    fields: { note: { kind: 'text', ...says.note, max: 1000, lines: true, optional: false, seenBy: 'pairing' } },
    submit: says.send,
    back: { word: 'pair', ids: { pairing: mine.pairing.id } },
  };
}

function send(turn: WriteTurn, ids: Ids, words: string): Outcome {
  const mine = mineOr(turn, ids['pairing']);
  if (isView(mine)) return { screen: view(mine, { word: 'pair' }) };
  const { pairing, side, partner, given } = mine;
  const written = newNote(pairing, side, words, turn.open.notes, turn.now);
  if (!written) return { problems: { note: says.full } };
  const sent: View = {
    title: says.noteTitle(given),
    parts: [text(says.sent(given))],
    buttons: [open(says.pair, 'pair', { pairing: pairing.id })],
  };
  return {
    changes: {
      put: [put('note', written)],
      letters: [{ letter: 'reach.note', ids: { note: written.id, at: String(turn.now) }, to: { person: partner } }],
      history: [{ what: 'note.sent', about: [pairing.id] }],
    },
    screen: view(sent, { word: 'pair', ids: { pairing: pairing.id } }),
  };
}

export const notePage = pageOf({
  word: 'reach.note',
  for: 'member',
  plan: writePlan,
  show: noteForm,
  take: (turn, ids, answers) => send(turn, ids, String((answers as Record<string, unknown>)['note'] ?? '')),
});

const readPlan = (ids: Ids) => ({ ...pairingsPlan(), note: one('note', ids['note'] ?? 'none') });
type ReadTurn = Turn<Opened<ReturnType<typeof readPlan>>>;
type Received = { mine: MyPairing; letter: Note };

/** The note, for the one it was written to; for its writer and anybody else there is nothing here. */
function receivedIn(turn: ReadTurn): Received | View {
  const { note: letter } = turn.open;
  if (!letter) return goneView();
  const mine = mineOr(turn, letter.pairing);
  if (isView(mine)) return mine;
  return letter.side === mine.side ? goneView() : { mine, letter };
}

const at = (letter: Note) => ({ word: 'reach.read', ids: { note: letter.id } });

function opened({ mine, letter }: Received): View {
  const ids = { note: letter.id };
  return {
    title: says.readTitle(mine.given),
    parts: [text(letter.text), note(says.stays)],
    buttons: [
      open(says.answer, 'reach.note', { pairing: letter.pairing }),
      press(says.done, 'reach.read', 'done', ids),
      open(says.pair, 'pair', { pairing: letter.pairing }),
    ],
  };
}

function show(turn: ReadTurn): View {
  const found = receivedIn(turn);
  if ('title' in found) return found;
  if (found.letter.readAt !== undefined) return opened(found);
  return {
    title: says.readTitle(found.mine.given),
    parts: [text(says.unread(found.mine.given))],
    buttons: [press(says.read, 'reach.read', 'read', { note: found.letter.id }, 'primary')],
  };
}

/** The first opening sets the hour going; the page can be opened again as long as it lasts. */
function read(turn: ReadTurn): Outcome {
  const found = receivedIn(turn);
  if ('title' in found) return { screen: view(found, { word: 'pair' }) };
  const screen = view(opened(found), at(found.letter));
  if (found.letter.readAt !== undefined) return { screen };
  return { changes: { put: [put('note', noteRead(found.letter, turn.now))] }, screen };
}

function done(turn: ReadTurn): Outcome {
  const found = receivedIn(turn);
  if ('title' in found || found.letter.readAt === undefined) return { screen: view(show(turn), { word: 'pair' }) };
  return {
    changes: { erase: [{ kind: 'note', id: found.letter.id }] },
    screen: next('pair', { pairing: found.letter.pairing }),
  };
}

export const readPage = pageOf({
  word: 'reach.read',
  for: 'member',
  plan: readPlan,
  show,
  press: { read, done },
});

/** A neutral line; it vanishes when the note has been found and read before, and when the pairing has ended. */
export const noteLetter = letterOf({
  name: 'reach.note',
  class: 'answer',
  plan: ids => ({ note: one('note', ids['note'] ?? 'none'), pairing: one('pairing', via('note', 'pairing')) }),
  draw: ({ actor, open: { note: letter, pairing } }, ids) => {
    const isTo = pairing && letter && sideOf(pairing, actor.person?.id) !== letter.side && actor.person !== undefined;
    if (!isTo || !isRunning(pairing.state) || letter.readAt !== undefined || String(letter.at) !== ids['at'])
      return undefined;
    return { text: says.something, buttons: [press(says.open, 'reach.read', 'read', { note: letter.id }, 'primary')] };
  },
});

export const noteOver = dateOf({
  what: 'note.over',
  plan: ids => ({ note: one('note', ids['id'] ?? 'none') }),
  decide: ({ open: { note: letter }, now }) =>
    letter && letter.overAt <= now ? { erase: [{ kind: 'note', id: letter.id }] } : undefined,
});

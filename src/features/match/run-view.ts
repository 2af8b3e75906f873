// What a co-ordinator reads of a run: how it stands, its pairs with their reasons, and what can be done with it.
import {
  type Button,
  buttons,
  heading,
  note,
  open,
  type Part,
  press,
  text,
  type View,
} from '../../conversation/notice.ts';
import { sentences } from '../../conversation/sentences.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Run } from '../../scheme/kinds.ts';
import { messages } from './messages.ts';
import * as more from './more-messages.ts';
import { hiddenPart, pairPart, visible } from './rows.ts';
import type { RunTurn } from './run-plan.ts';
import { coordinatorName } from './start-page.ts';

const words = messages.run;

/** The page of a run; `isBusy` says that what was pressed had no effect because the run had moved on. */
export function runView(turn: RunTurn, page: number, isBusy = false): View {
  const { run } = turn.open;
  if (!run) return { ...sentences.notHere(), back: { word: 'match' } };
  const back = { word: 'match' };
  const first = isBusy && run.state !== 'ready' ? [note(words.busy)] : [];
  switch (run.state) {
    case 'preparing':
      return {
        title: words.title,
        parts: [...first, text(words.preparing), buttons(lookButton(run))],
        buttons: [dropButton(run)],
        back,
      };
    case 'dropped':
      return { title: words.title, parts: [...first, text(words.dropped(...closing(turn, run), hasAsked(run)))], back };
    case 'ready':
      return {
        title: words.title,
        parts: [...readyParts(run, page), ...pageParts(turn, run, page), ...anotherParts(run, page)],
        back,
      };
    case 'releasing':
    case 'released':
      return {
        title: words.releasedTitle,
        parts: [...first, ...releasedParts(turn, run), ...pageParts(turn, run, page)],
        back,
      };
  }
}

/** Some were asked already, in a stage. */
const hasAsked = (run: Run): boolean => (run.proposed ?? 0) > 0;
const lookButton = (run: Run): Button => open(words.look, 'match.run', { run: run.id }, 'primary');
const leftButton = (run: Run): Button => open(words.left, 'match.left', { run: run.id });
const dropButton = (run: Run): Button => ({
  ...press(words.drop, 'match.run', 'drop', { run: run.id }),
  confirm: { title: words.dropTitle, text: words.dropText(hasAsked(run)), yes: words.dropYes, no: words.dropNo },
});
const releaseButton = (run: Run): Button => ({
  ...press(words.release, 'match.run', 'release', { run: run.id }, 'primary'),
  confirm: {
    title: words.releaseTitle,
    text: words.releaseText(run.pairs, hasAsked(run)),
    yes: words.releaseYes,
    no: words.releaseNo,
  },
});

function closing({ scheme }: RunTurn, run: Run): [name: string, on: string] {
  const name = coordinatorName(scheme, run.closedBy);
  return [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, sayDay(dayOf(run.closedAt ?? run.at, scheme.zone))];
}

const againButton = (run: Run): Button =>
  press(words.again, 'match.run', 'again', { run: run.id }, run.changed ? 'primary' : undefined);

/** What stands above the pairs of a preview: what it comes to, and what to do with it. */
function readyParts(run: Run, page: number): Part[] {
  if (page > 0) return [];
  return [
    text(run.pairs > 0 ? words.summary(run.pairs, run.leftMentees, run.leftMentors, hasAsked(run)) : words.none),
    ...(run.changed ? [text([{ bold: words.changed }])] : []),
    ...(run.aside ? [note(words.aside(run.aside))] : []),
    note(more.run.bestAt(run.objective ?? 'most-matched')),
    ...(run.usesRankings ? [note(more.likings.counted)] : []),
    buttons(...firstButtons(run)),
    ...(run.proposed ? [note(more.some.sent(run.proposed))] : []),
    ...(run.pairs > 1 ? [note(words.order)] : []),
  ];
}

/** Releasing it, also in stages; or, once something was changed, working it out again. */
function firstButtons(run: Run): Button[] {
  const ids = { run: run.id };
  const canRelease = run.pairs > 0 && !run.changed;
  return [
    ...(canRelease ? [releaseButton(run), open(more.run.some, 'match.some', { ...ids, page: '0' })] : []),
    ...(run.changed ? [againButton(run)] : []),
    ...(run.proposed ? [open(more.run.sent, 'match.sent', ids)] : []),
    leftButton(run),
    ...(run.former ? [open(more.run.compare, 'match.changes', ids)] : []),
  ];
}

/** Below the pairs: the ways to another preview than this one. */
function anotherParts(run: Run, page: number): Part[] {
  if (page > 0) return [];
  return [
    heading(words.another),
    buttons(
      open(more.run.how, 'match.how', { run: run.id }),
      ...(run.changed ? [] : [againButton(run)]),
      press(more.run.fewest, 'match.run', 'fewest', { run: run.id }),
      dropButton(run),
    ),
    ...choiceParts(run),
  ];
}

/** Pairs taken out by hand, and pairs proposed before: both can come back. */
function choiceParts(run: Run): Part[] {
  const ids = { run: run.id };
  return [
    ...(run.removed.length > 0
      ? [note(words.removed(run.removed.length)), buttons(press(words.restore, 'match.run', 'restore', ids))]
      : []),
    note(run.earlier ? words.earlierAllowed : words.earlier),
    buttons(press(run.earlier ? words.notEarlier : words.allowEarlier, 'match.run', 'earlier', ids)),
  ];
}

function releasedParts(turn: RunTurn, run: Run): Part[] {
  const [name, on] = closing(turn, run);
  const skipped = run.skipped ? [text(words.skipped(run.skipped))] : [];
  if (run.state === 'releasing') return [text(words.releasing(name)), buttons(lookButton(run))];
  return [text(`${words.released(name, on)} ${words.sent(run.proposed ?? 0)}`), ...skipped, buttons(leftButton(run))];
}

/** One page of pairs, and the ways to the others. */
function pageParts({ open: opened, actor, scheme }: RunTurn, run: Run, page: number): Part[] {
  const { shown, hidden } = visible(opened.page?.pairs ?? [], actor);
  const turner = [
    ...(page > 0 ? [open(words.previous, 'match.run', { run: run.id, page: String(page - 1) })] : []),
    ...(page + 1 < run.pages ? [open(words.next, 'match.run', { run: run.id, page: String(page + 1) })] : []),
  ];
  return [
    ...shown.map(line => {
      const pairing = opened.pairings.find(found => found.id === line.pairing);
      return pairPart(line, run, scheme, { page: String(page), pairing });
    }),
    ...hiddenPart(hidden),
    ...(run.state === 'ready' && page > 0 && !run.changed
      ? [buttons(open(more.run.some, 'match.some', { run: run.id, page: String(page) }))]
      : []),
    ...(turner.length > 0 ? [buttons(...turner)] : []),
  ];
}

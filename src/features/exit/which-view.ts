// What `exit` leads to where not just one pairing runs: which one is meant, what has ended lately, what was finished as agreed, and a proposal that wants an answer instead.
import type { MyPairing } from '../../conversation/my-pairings.ts';
import { buttons, open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { dayOf, type Instant, sayDay } from '../../scheme/calendar.ts';
import { isClosing } from '../../scheme/closing.ts';
import type { Pairing, Scheme } from '../../scheme/kinds.ts';
import { askedPerson } from '../../scheme/proposals.ts';
import { mayBeMistake } from '../../scheme/reopen.ts';
import { isHeldFrom } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

type Around = { all: readonly MyPairing[]; self: string | undefined; scheme: Scheme; now: Instant };

/** Pairings that are over are named up to so many, the latest first. */
const EARLIER = 3;

/** Whether the two are at the end they agreed on, so that finishing together is open to them as well (B17). */
export const mayFinish = (pairing: Pairing, scheme: Scheme, now: Instant): boolean =>
  scheme.closings &&
  isRunning(pairing.state) &&
  (isClosing(pairing, scheme, now) || (pairing.finishedBy ?? []).length > 0);

/** Ends that this person may take back, or have taken back with their yes: while there are any, a word alone does not say which pairing is meant. */
export const mistakable = ({ all, self, now }: Around): MyPairing[] =>
  all.filter(({ pairing }) => mayBeMistake(pairing, self, now));

function runningRows({ scheme, now }: Around, { called, pairing }: MyPairing): Part[] {
  const ids = { pairing: pairing.id };
  const end = row(says.with(called), open(says.choose, 'exit', ids));
  return mayFinish(pairing, scheme, now) ? [end, buttons(open(says.finish, 'closing', ids))] : [end];
}

/** On which day it was over. */
const overOn = ({ lastDay, endedAt = 0 }: Pairing, scheme: Scheme): string =>
  sayDay(lastDay ?? dayOf(endedAt, scheme.zone));

function earlierRow({ scheme }: Around, { called, pairing }: MyPairing): Part {
  const ids = { pairing: pairing.id };
  const on = overOn(pairing, scheme);
  return pairing.state === 'completed'
    ? row(says.finishedRow(called, on), open(says.look, 'closing', ids))
    : row(says.endedRow(called, on), open(says.look, 'exit', ids));
}

function earlierRows(around: Around, hasRunning: boolean): Part[] {
  const over = around.all.filter(
    mine =>
      (mine.pairing.state === 'completed' || mine.pairing.state === 'ended-early') &&
      !isHeldFrom(mine.pairing, around.self),
  );
  const latest = [...over].sort((a, b) => (b.pairing.endedAt ?? 0) - (a.pairing.endedAt ?? 0));
  // Beside pairings that run, only what can still be taken back is of any use here.
  const shown = hasRunning ? mistakable(around) : latest.slice(0, EARLIER);
  return shown.map(mine => earlierRow(around, mine));
}

/** A proposal is answered, not ended: a no there needs no reason either (R15). */
function proposalRows({ all, self }: Around): Part[] {
  return all.flatMap(({ pairing }): Part[] => {
    const look = open(says.look, 'proposal', { pairing: pairing.id });
    if (self !== undefined && askedPerson(pairing) === self) return [row(says.proposalRow, look)];
    return pairing.state === 'mentee-yes' && pairing.mentee === self ? [row(says.proposalWaits, look)] : [];
  });
}

/** The choice; or that there is nothing to end, and what there is instead. */
export function whichView(around: Around): View {
  const running = around.all.filter(({ pairing }) => isRunning(pairing.state));
  const leave = around.self === undefined ? [] : [buttons(open(says.leaveScheme, 'me.leave'))];
  const more = [...proposalRows(around), ...earlierRows(around, running.length > 0)];
  if (running.length === 0)
    return { title: says.title, parts: [text(says.none), ...more, ...leave], buttons: [open(says.home, 'home')] };
  const rows = running.flatMap(mine => runningRows(around, mine));
  return { title: says.title, parts: [text(says.which), ...rows, ...more, ...leave] };
}

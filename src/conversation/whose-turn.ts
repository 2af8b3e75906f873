// Who does what next about the meetings of a pairing: one sentence for each stage, the same on every page that says it (R19, R20, R25, R27).
import { type Instant, sayInstant } from '../scheme/calendar.ts';
import type { Pairing } from '../scheme/kinds.ts';
import { meetingStage } from '../scheme/meetings.ts';
import type { Role } from '../scheme/records/people.ts';

/** A pairing as one of the two sees it; `called` is the other one, as in `your mentor Sam`. */
type Seen = { pairing: Pairing; side: Role; called: string };

export function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);
}

const nothing = 'You need do nothing.';
const options = 'If you feel it is not working, here are your options.';

const says = {
  ahead: (called: string, when: string): string => `Your next meeting with ${called} is on ${when}.`,
  past: (called: string): string => `You had planned to meet ${called}. How was it?`,
  choosing: (called: string): string => `${upper(called)} has suggested times for a meeting. One tap chooses one.`,
  suggested: (called: string): string =>
    `You have suggested times for the first meeting. You hear which one ${called} chooses.`,
  first: {
    mentor: (called: string): string => `You suggest the first meeting with ${called}.`,
    mentee: (called: string): string => `${upper(called)} suggests the first meeting. You are welcome to write too.`,
  },
  led: {
    mentor: (called: string): string => `${upper(called)} leads the meetings.`,
    mentee: (called: string): string => `You lead the meetings with ${called}.`,
  },
};

/** R27: what a mentor reads whose mentee leads, where it has gone quiet or is not working. Their options stand right by it. */
export const quietMentor = (called: string): string => [says.led.mentor(called), nothing, options].join(' ');

/** Whether a mentor is told of their options along with whose turn it is: where nothing was heard for a while, and nothing stands ahead. */
export function needsOptions({ pairing, side }: Seen, now: Instant): boolean {
  const stage = meetingStage(pairing, side, now);
  const isTheirs = stage === 'first' || (stage === 'led' && pairing.toConfirm !== side);
  return side === 'mentor' && pairing.quiet && isTheirs;
}

/** Whose turn it is, for one of the two: never more than one thing, and the same wherever it is read. */
export function whoseTurn(seen: Seen, now: Instant, zone: string): string {
  const { pairing, side, called } = seen;
  switch (meetingStage(pairing, side, now)) {
    case 'choosing':
      return says.choosing(called);
    case 'ahead':
      return says.ahead(called, sayInstant(pairing.plannedAt ?? now, zone));
    case 'past':
      return says.past(called);
    case 'suggested':
      return says.suggested(called);
    case 'first':
      return [says.first[side](called), ...(needsOptions(seen, now) ? [options] : [])].join(' ');
    case 'led':
      if (side === 'mentee') return says.led.mentee(called);
      // Something that waits for their yes is theirs to do.
      if (pairing.toConfirm === side) return says.led.mentor(called);
      return needsOptions(seen, now) ? quietMentor(called) : `${says.led.mentor(called)} ${nothing}`;
  }
}

/** Instead of whose turn the first meeting is, where the time of the two is nearly over (B17): they may still meet, and need not. */
export const lateFirst = (called: string): string =>
  `Your time with ${called} draws to its end. If you would still like to meet, there is room for it; if not, that is fine too.`;

/** What the other one has said yes to and waits for this one: their agreement; or a new direction, a later day. */
export const waitsForYou = (called: string, { confirms }: Pick<Pairing, 'confirms'>): string =>
  confirms === 'change'
    ? `${upper(called)} suggests something for the two of you. It counts once you say yes too.`
    : `${upper(called)} has confirmed your agreement. It counts once you do too.`;

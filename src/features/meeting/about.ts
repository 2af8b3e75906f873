// What the pages about the next meeting open, and which pairing and meeting are meant.
import { chosenPairing, heldView, type MyPairing, myRunning, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { mine as myOwn, type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Instant } from '../../scheme/calendar.ts';
import type { Meeting, Objective } from '../../scheme/kinds.ts';
import { nextMeetingOf } from '../../scheme/meetings.ts';
import { says } from './messages.ts';

/** Enough to find the next one and what is still open of those before. */
const LATEST = 12;

export const meetingPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  /** Alone, so that its version is watched. */
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  meetings: page('meeting', 'meeting.of', { of: ids['pairing'] ?? via('pairings', 'id'), max: LATEST }),
  objectives: page('objective', 'objective.of', { of: ids['pairing'] ?? via('pairings', 'id'), max: LATEST }),
  notebook: one('notebook', myOwn()),
});
export type MeetingTurn = Turn<Opened<ReturnType<typeof meetingPlan>>>;

export type About = {
  mine: MyPairing;
  self: string;
  zone: string;
  meetings: Meeting[];
  /** The mentee's objectives, on their way or not. */
  objectives: Objective[];
  /** The next one, with a time or without; `isAhead` where its time is still to come. */
  meeting: Meeting | undefined;
  isAhead: boolean;
  /** Times that wait to be chosen from and are still to come. */
  times: Instant[];
};

/** The running pairing that is meant. Without its id only the newest can be, since the plan opened that one's meetings. */
export function about(turn: MeetingTurn, ids: Ids): About | undefined {
  const mine = chosenPairing(turn, ids['pairing']);
  const self = turn.actor.person;
  if (!mine || !self || (ids['pairing'] === undefined && turn.open.pairings[0]?.id !== mine.pairing.id))
    return undefined;
  const meetings = turn.open.meetings.filter(meeting => meeting.pairing === mine.pairing.id);
  const objectives = turn.open.objectives.filter(objective => objective.pairing === mine.pairing.id);
  const meeting = nextMeetingOf(mine.pairing, meetings);
  const times = mine.pairing.timesWait ? (meeting?.times ?? []).filter(at => at > turn.now) : [];
  const isAhead = meeting?.at !== undefined && meeting.at > turn.now;
  return { mine, self: self.id, zone: self.zone, meetings, objectives, meeting, isAhead, times };
}

/** What somebody has before them who presses something about the time: their word counts for that, not for what it was changed into meanwhile. */
export const seenTime = ({ at, times = [] }: Pick<Meeting, 'at' | 'times'>): string => [at ?? '', ...times].join(' ');

export const at = (ids: Ids) => ({
  word: 'meeting',
  ids: ids['pairing'] === undefined ? {} : { pairing: ids['pairing'] },
});

/** Where no one pairing is meant: a choice, or that there is none. */
export function noneView(turn: MeetingTurn, ids: Ids): View {
  const buttons = [open(says.home, 'home')];
  const held = heldView(turn, ids['pairing']);
  if (ids['pairing'] !== undefined) return held ?? { title: says.title, parts: [text(says.gone)], buttons };
  const running = myRunning(turn);
  if (running.length === 0) return held ?? { title: says.title, parts: [text(says.none)], buttons };
  const rows = running.map(({ called, pairing }) =>
    row(says.with(called), open(says.open, 'meeting', { pairing: pairing.id })),
  );
  return { title: says.title, parts: [text(says.which), ...rows] };
}

// The page of the next meeting, and what one tap does there: choosing a time, that one can't make it, a file for the calendar (R20, R28–R30).
import { pageOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import type { Meeting } from '../../scheme/kinds.ts';
import { findsTheTime, meetingAt, pairingWith, withoutTime } from '../../scheme/meetings.ts';
import { type About, about, at, type MeetingTurn, meetingPlan, noneView, seenTime } from './about.ts';
import { calendarOf, withEntry } from './calendar.ts';
import { newsOrder, reminderIds } from './letters.ts';
import { meetingView } from './meeting-view.ts';
import { says } from './messages.ts';

export function shown(turn: MeetingTurn, ids: Ids, said?: string) {
  const found = about(turn, ids);
  return found ? meetingView({ ...found, scheme: turn.scheme, now: turn.now }, said) : noneView(turn, ids);
}
const unchanged = (turn: MeetingTurn, ids: Ids, said?: string): Outcome => ({
  screen: view(shown(turn, ids, said), at(ids)),
});

/** The page as it is after a deed. */
function after(turn: MeetingTurn, found: About, meeting: Meeting, pairing: About['mine']['pairing'], said: string) {
  const isAhead = meeting.at !== undefined && meeting.at > turn.now;
  const times = pairing.timesWait ? (meeting.times ?? []).filter(time => time > turn.now) : [];
  const meetings = found.meetings.map(one => (one.id === meeting.id ? meeting : one));
  const seen = { ...found, mine: { ...found.mine, pairing }, meeting, meetings, isAhead, times };
  return view(meetingView({ ...seen, scheme: turn.scheme, now: turn.now }, said), at({ pairing: pairing.id }));
}

type Deed = (turn: MeetingTurn, found: About & { meeting: Meeting }, ids: Ids) => Outcome | undefined;

/** A deed about a meeting that is not there, or not for this side, shows the page as it stands and changes nothing. */
const deed =
  (side: 'mentor' | 'mentee' | 'either', decide: Deed) =>
  (turn: MeetingTurn, ids: Ids): Outcome => {
    const found = about(turn, ids);
    const isTheirs = found && (side === 'either' || found.mine.side === side);
    if (!found?.meeting || !isTheirs) return unchanged(turn, ids);
    if (ids['seen'] !== undefined && ids['seen'] !== seenTime(found.meeting))
      return unchanged(turn, ids, says.meanwhile);
    return decide(turn, { ...found, meeting: found.meeting }, ids) ?? unchanged(turn, ids);
  };

/** R20: the mentee chooses; nothing is planned by suggesting. */
const take = deed('mentee', (turn, found, ids) => {
  const { mine, meeting, times, zone } = found;
  const chosen = times.find(time => String(time) === ids['at']);
  if (chosen === undefined) return unchanged(turn, ids, says.timePassed);
  const planned = meetingAt(meeting, mine.pairing, { at: chosen, zone, now: turn.now, id: meeting.id });
  const pairing = pairingWith(mine.pairing, planned, turn.now, turn.scheme);
  return {
    changes: {
      put: [put('meeting', planned), put('pairing', pairing)],
      letters: [newsOrder(pairing.id, mine.partner)],
      cancel: reminderIds(planned),
      history: [{ what: 'meeting.planned', about: [pairing.id] }],
    },
    screen: after(turn, found, planned, pairing, says.taken(sayInstant(chosen, zone), mine.given)),
  };
});

/** The times go; whoever suggested them hears so, and may suggest others or not. */
function withoutTimes(turn: MeetingTurn, found: About & { meeting: Meeting }, said: string, tells: boolean): Outcome {
  const { mine } = found;
  const meeting: Meeting = { ...found.meeting, times: undefined };
  const pairing = { ...mine.pairing, timesWait: undefined };
  const changes: Changes = {
    put: [put('meeting', meeting), put('pairing', pairing)],
    letters: tells ? [newsOrder(pairing.id, mine.partner)] : [],
  };
  return { changes, screen: after(turn, found, meeting, pairing, said) };
}

const none = deed('mentee', (turn, found) =>
  found.times.length > 0 && !found.isAhead
    ? withoutTimes(turn, found, says.noneDoneMentor(found.mine.given), true)
    : undefined,
);

const keep = deed('mentee', (turn, found) =>
  found.times.length > 0 && found.isAhead
    ? withoutTimes(turn, found, says.kept(sayInstant(found.meeting.at ?? 0, found.zone)), false)
    : undefined,
);

/** One tap, no reason. Whoever finds the times is asked for a new one; the mentor never about the mentee (R25). */
const cannot = deed('either', (turn, found) => {
  if (!found.isAhead) return undefined;
  const { mine } = found;
  const { meeting, pairing } = withoutTime(found.meeting, mine.pairing, mine.side, turn.now, turn.scheme);
  const isOwn = findsTheTime(pairing) === mine.side;
  const said = isOwn
    ? says.cannotDoneOwner
    : (mine.side === 'mentor' ? says.cannotDoneMentor : says.cannotDoneMentee)(mine.given);
  return {
    changes: {
      put: [put('meeting', meeting), put('pairing', pairing)],
      letters: [newsOrder(pairing.id, mine.partner)],
      cancel: reminderIds(meeting),
      history: [{ what: 'meeting.without-a-time', about: [pairing.id] }],
    },
    screen: after(turn, found, meeting, pairing, said),
  };
});

const suits = deed('mentor', (turn, found) => {
  if (!found.isAhead || found.meeting.suits) return undefined;
  const meeting: Meeting = { ...found.meeting, suits: true };
  return {
    changes: { put: [put('meeting', meeting)] },
    screen: after(turn, found, meeting, found.mine.pairing, says.suitsDone),
  };
});

const calendar = deed('either', (turn, found, ids) => {
  const { meeting, self } = found;
  const name = turn.open.notebook?.calendarName ?? says.calendarUsual;
  const document = calendarOf(meeting, name);
  if (!document) return undefined;
  const isOff = meeting.at === undefined;
  return {
    changes: { put: [put('meeting', withEntry(meeting, self, !isOff))] },
    screen: {
      show: 'document',
      document,
      view: shown(turn, ids, isOff ? says.calendarOffSent : says.calendarSent),
      at: at(ids),
    },
  };
});

/** Either ticks off what is done: for both. */
function done(turn: MeetingTurn, ids: Ids): Outcome {
  const found = about(turn, ids);
  const meeting = found?.meetings.find(one => one.id === ids['meeting']);
  const action = meeting?.actions?.find(one => one.id === ids['action'] && !one.done);
  if (!found || !meeting || !action) return unchanged(turn, ids);
  const actions = (meeting.actions ?? []).map(one => (one.id === action.id ? { ...one, done: true } : one));
  return {
    changes: { put: [put('meeting', { ...meeting, actions })] },
    screen: next('meeting', { pairing: found.mine.pairing.id }),
  };
}

export const meetingPage = pageOf({
  word: 'meeting',
  also: ['meet', 'meetings'],
  for: 'member',
  plan: meetingPlan,
  show: (turn, ids) => shown(turn, ids),
  press: { take, none, keep, cannot, suits, calendar, done },
});

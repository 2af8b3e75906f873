// Records about one mentor with one mentee: the pairing itself, its papers, its meetings and its exit.
import { z } from 'zod';
import { kind } from '../kind.ts';
import { isRunning, pairingStates } from '../states.ts';

/** One mentor with one mentee: states, dates and counts, no free text. Read by both and the co-ordinators; by the mentor only after the mentee's yes (R13). */
export const pairing = kind({
  name: 'pairing',
  version: 1,
  readers: 'both',
  retention: 'pairing',
  schema: z.looseObject({
    id: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    state: z.enum(pairingStates),
    run: z.string().optional(),
    /** The mentee chose this mentor from the cards; and whether their list has gone on, or ended, since this was settled. */
    chosen: z.boolean().optional(),
    followed: z.boolean().optional(),
    proposedAt: z.number(),
    /** Day by which the one who is asked answers, and when one reminder goes out. */
    answerBy: z.string(),
    deadlineAt: z.number().optional(),
    remindAt: z.number().optional(),
    menteeYesAt: z.number().optional(),
    introducedAt: z.number().optional(),
    /** The agreement confirmed by both (R23), or, where the scheme does without, the first meeting held: the pairing is active from here. */
    activeAt: z.number().optional(),
    /** Meetings held so far, and the day of the latest. */
    met: z.number(),
    lastMetOn: z.string().optional(),
    /** When something was last recorded by either: a meeting, a date, an answer to a check-in. */
    heardAt: z.number().optional(),
    recordedAt: z.number().optional(),
    /** A meeting planned ahead, and its record. */
    plannedAt: z.number().optional(),
    plannedMeeting: z.string().optional(),
    /** A meeting that has no time yet, and its record; and whether there are times for the mentee to choose from. */
    undatedMeeting: z.string().optional(),
    timesWait: z.boolean().optional(),
    /** The meeting that was taken back when this ended: whoever has it in their calendar may take it out. */
    takenBackMeeting: z.string().optional(),
    /** Agreed by both: when last, how many weeks lie between meetings, and the day it is planned to end. Who is asked to confirm a version. */
    agreedAt: z.number().optional(),
    intervalWeeks: z.number().optional(),
    endsOn: z.string().optional(),
    toConfirm: z.enum(['mentor', 'mentee']).optional(),
    /** Whether that is a change only: a new direction, a later day. It needs no agreement to be changed, nor a scheme that has them. */
    confirms: z.enum(['agreement', 'change']).optional(),
    /** When both are reminded that they wished to look at their new direction (R42). */
    reviewAt: z.number().optional(),
    reviewLateAt: z.number().optional(),
    /** No check-ins before this day. */
    restUntil: z.string().optional(),
    endedAt: z.number().optional(),
    /** A co-ordinator took the proposal back before anybody had answered. */
    takenBack: z.boolean().optional(),
    /** Whether the next-best mentor was looked for since this came to nothing. */
    nextSought: z.boolean().optional(),
    endedBy: z.string().optional(),
    lastDay: z.string().optional(),
    /** When the one who ended it said that it was a mistake; the other one is asked. And whether what is asked of both begins again, since it was re-opened. */
    reopenAskedAt: z.number().optional(),
    /** Where a co-ordinator has asked both: who of them would like to go on. */
    reopenYes: z.array(z.enum(['mentor', 'mentee'])).optional(),
    askAgain: z.boolean().optional(),
    /** When it was: an instant of its own each time, since nothing is decided twice. */
    askAgainAt: z.number().optional(),
    /** Whether the partner may see yet that it has ended (held for five working days at most). */
    notice: z.enum(['none', 'held', 'given']),
    noticeTo: z.string().optional(),
    /** The day on which a co-ordinator has spoken with the partner about it. */
    toldOn: z.string().optional(),
    noticeWarnAt: z.number().optional(),
    noticeReleaseAt: z.number().optional(),
    /** Co-ordinators who may not read its exit: the two people, and those on either one's list. */
    closedTo: z.array(z.string()),
    /** Where this run or check-in round last asked, so that nobody is asked twice. */
    round: z.string().optional(),
    /** When the mentee was last asked about meetings: at most once in the agreed interval (R26). */
    askedAt: z.number().optional(),
    followUpAt: z.number().optional(),
    /** Past this instant with nothing heard, it stands on the co-ordinators' "no news" list. */
    quietAt: z.number().optional(),
    quiet: z.boolean(),
    /** Both are asked at certain points how it goes; see `evaluation`. */
    evaluating: z.boolean().optional(),
    /** Since when they have met half as often as is meant. */
    halfMetAt: z.number().optional(),
    /** When it is next looked at whether the agreed time draws to its end; who was asked about that, and who has said that they have finished (B17). */
    closingAt: z.number().optional(),
    closingAsked: z.array(z.enum(['mentor', 'mentee'])).optional(),
    finishedBy: z.array(z.enum(['mentor', 'mentee'])).optional(),
    /** Whether what is asked at the end was set going, since the end came by the two and not by the date. */
    endAsked: z.boolean().optional(),
    /** What the two wrote to each other has been kept long enough and is erased. */
    papersGone: z.boolean().optional(),
  }),
  secret: [],
  names: value => [value.mentor, value.mentee],
  lists: value => [
    { list: `pairing.state:${value.state}`, score: value.proposedAt },
    ...(isRunning(value.state) ? [{ list: 'pairing.running', score: value.proposedAt }] : []),
    ...(value.run === undefined ? [] : [{ list: `pairing.run:${value.run}`, score: value.proposedAt }]),
    ...(value.endedAt !== undefined && !value.papersGone ? [{ list: 'pairing.papers', score: value.endedAt }] : []),
    ...(value.state === 'completed' ? [{ list: 'pairing.completed', score: value.endedAt ?? 0 }] : []),
    ...(value.quiet && isRunning(value.state) ? [{ list: 'pairing.quiet', score: value.quietAt ?? 0 }] : []),
  ],
  dues: value => [
    ...(value.chosen && !value.followed && value.state !== 'mentee-yes'
      ? [{ what: 'wish.next', at: value.endedAt ?? value.introducedAt ?? value.proposedAt }]
      : []),
    ...(value.state === 'proposed' || value.state === 'mentee-yes'
      ? [
          ...(value.remindAt ? [{ what: 'proposal.remind', at: value.remindAt }] : []),
          ...(value.deadlineAt ? [{ what: 'proposal.lapse', at: value.deadlineAt }] : []),
        ]
      : []),
    ...(value.state === 'not-formed' && !value.chosen && !value.takenBack && !value.nextSought && value.endedAt
      ? [{ what: 'match.next', at: value.endedAt }]
      : []),
    ...(isRunning(value.state)
      ? [
          ...(value.followUpAt ? [{ what: 'checkin.follow-up', at: value.followUpAt }] : []),
          ...(value.quietAt && !value.quiet ? [{ what: 'pairing.quiet', at: value.quietAt }] : []),
          ...(value.reviewAt ? [{ what: 'agreement.review', at: value.reviewAt }] : []),
          ...(value.askAgain ? [{ what: 'evaluation.end', at: value.askAgainAt ?? value.introducedAt ?? 0 }] : []),
          ...(value.introducedAt && !value.evaluating ? [{ what: 'evaluation.begin', at: value.introducedAt }] : []),
          { what: 'pairing.closing', at: value.closingAt ?? value.activeAt ?? value.introducedAt ?? 0 },
        ]
      : []),
    ...(value.state === 'completed' && value.evaluating && !value.endAsked
      ? [{ what: 'evaluation.end', at: value.endedAt ?? 0 }]
      : []),
    ...(value.notice === 'held'
      ? [
          ...(value.noticeWarnAt ? [{ what: 'notice.warn', at: value.noticeWarnAt }] : []),
          ...(value.noticeReleaseAt ? [{ what: 'notice.release', at: value.noticeReleaseAt }] : []),
        ]
      : []),
  ],
  keptFrom: value => value.endedAt,
});

/** What belongs to the two of a pairing: why they were put together, the co-ordinator's line, the goals once introduced. Its id is the pairing's. */
export const papers = kind({
  name: 'papers',
  version: 1,
  readers: 'pairing',
  retention: 'papers',
  schema: z.looseObject({
    id: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    /** While the mentee is asked; until then it is not for the mentor to read (R13). */
    state: z.literal('proposed').optional(),
    line: z.string().optional(),
    /** Reasons as data (topic keys and the like), worded when read. */
    why: z.record(z.string(), z.unknown()),
    goals: z.string().optional(),
    achievements: z.string().optional(),
    /** Reasons of an early end, only where their author chose to show them to the other. */
    endReasons: z.array(z.string()).optional(),
    endReasonText: z.string().optional(),
  }),
  secret: ['line', 'goals', 'achievements', 'endReasons', 'endReasonText'],
  names: value => [value.mentor, value.mentee],
});

/** One meeting: without a time yet or planned, then held, moved, cancelled or missed; with its agenda and the shared review. */
export const meeting = kind({
  name: 'meeting',
  version: 1,
  readers: 'pairing',
  retention: 'papers',
  schema: z.looseObject({
    id: z.string(),
    pairing: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    at: z.number().optional(),
    on: z.string(),
    state: z.enum(['undated', 'planned', 'held', 'moved', 'cancelled', 'missed']),
    /** Times the mentor suggested, for the mentee to choose from. */
    times: z.array(z.number()).optional(),
    place: z.string().optional(),
    /** The mentor has said that the time suits. */
    suits: z.boolean().optional(),
    /** Who could not make the time it had, and that time; gone as soon as it has another. */
    cannot: z.enum(['mentor', 'mentee']).optional(),
    movedFrom: z.number().optional(),
    /** Goes up with every change of time, for the entry in people's calendars; who has put it there. */
    revision: z.number().optional(),
    changedAt: z.number().optional(),
    inCalendar: z.array(z.string()).optional(),
    /** From when on both are reminded, once. */
    remindAt: z.number().optional(),
    /** The mentee's agenda, and the one point the mentor may add (R28). */
    agenda: z
      .looseObject({
        outcome: z.string().optional(),
        topics: z.array(z.string()),
        since: z.string().optional(),
        questions: z.string().optional(),
        /** Objectives the two want to look at, by id; and something to read beforehand. */
        objectives: z.array(z.string()).optional(),
        reading: z.string().optional(),
      })
      .optional(),
    point: z.string().optional(),
    /** What one of the two will do until next time. */
    actions: z.array(z.object({ id: z.string(), text: z.string(), done: z.boolean() })).optional(),
    /** Objectives they talked about, by id. */
    touched: z.array(z.string()).optional(),
    summary: z.string().optional(),
    nextOn: z.string().optional(),
    recordedBy: z.array(z.string()),
    /** People who were offered the review, so that it is offered once to each (R31). */
    offeredTo: z.array(z.string()),
    offerAt: z.number().optional(),
  }),
  secret: ['summary', 'place', 'agenda', 'point', 'actions'],
  names: value => [value.mentor, value.mentee],
  lists: value => [{ list: `meeting.of:${value.pairing}`, score: Date.parse(`${value.on}T00:00:00Z`) }],
  dues: value =>
    value.state === 'planned'
      ? [
          ...(value.offerAt && value.offeredTo.length === 0 ? [{ what: 'review.offer', at: value.offerAt }] : []),
          ...(value.remindAt ? [{ what: 'meeting.remind', at: value.remindAt }] : []),
        ]
      : [],
});

/** The exit form and what the co-ordinators did about it; its id is the pairing's. Never read by the partner. */
export const exit = kind({
  name: 'exit',
  version: 1,
  readers: 'coordinator',
  retention: 'exit',
  schema: z.looseObject({
    id: z.string(),
    /** Who ended it. */
    person: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    at: z.number(),
    lastDay: z.string(),
    met: z.number(),
    partnerKnows: z.enum(['together', 'told', 'not-yet']),
    triedFirst: z.enum(['yes', 'no', 'not-suitable']).optional(),
    /** Reasons are never required (R44); left out altogether when they shall only be counted. */
    reasons: z.array(z.string()),
    reasonText: z.string().optional(),
    reasonFor: z.enum(['coordinator', 'partner']).optional(),
    next: z.enum(['offer-again', 'look-again', 'pause', 'leave', 'later']),
    pauseUntil: z.string().optional(),
    urgent: z.boolean(),
    readBy: z.string().optional(),
    readAt: z.number().optional(),
    escalateAt: z.number().optional(),
    escalated: z.boolean(),
    /** Accounts told directly: instead of the channel when a co-ordinator is concerned; and the second, if it stayed unread. */
    alertTo: z.string().optional(),
    secondTo: z.string().optional(),
    /** Which co-ordinator ended it for the two, and why (B21): nobody of the two has written this then, and `person` is empty. */
    byCoordinator: z.string().optional(),
    why: z.enum(['left', 'asked', 'no-news', 'conduct', 'other']).optional(),
    /** The co-ordinator's closing record (F21): with whom they spoke, and the day on which one of them told the other one. */
    spokeWith: z.array(z.enum(['mentor', 'mentee'])).optional(),
    toldOn: z.string().optional(),
    action: z.enum(['re-match', 'pause', 'leave', 'none']).optional(),
    note: z.string().optional(),
    closedBy: z.string().optional(),
    closedOn: z.string().optional(),
    closedTo: z.array(z.string()),
  }),
  secret: ['reasons', 'reasonText', 'why', 'note'],
  names: value => [value.mentor, value.mentee],
  lists: value => [{ list: `exit.${value.closedOn ? 'closed' : value.readAt ? 'read' : 'unread'}`, score: value.at }],
  dues: value =>
    value.escalateAt && !value.readAt && !value.escalated ? [{ what: 'exit.unread', at: value.escalateAt }] : [],
  keptFrom: value => value.at,
});

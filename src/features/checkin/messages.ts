// Everything this room says, in British English.
import type { Span, Text } from '../../conversation/notice.ts';

export const says = {
  title: 'Check-in',
  /** The neutral line of every message to a person. */
  something: 'Mentor: something for you',
  open: 'Open',
  fewer: 'Fewer like this',
  checkIn: 'Check in',

  postLine: 'Mentor: time for a check-in',
  postHead: (scheme: string): Text => [{ bold: scheme }, ': time for a check-in.'],
  postHow:
    'However it is going, one tap is enough. What you say there is private. You can look without having a mentor or a mentee.',
  postNotHere: 'Please don’t answer here: what the button opens, only you can see.',
  postNames: 'For everybody who asked to be reminded:',
  postCount: (answered: number): string => `${answered} people have answered so far.`,

  noForumLine: 'Mentor: the check-in post could not be put up',
  noForum:
    'There is no forum channel at present in which a check-in can be posted. Until there is one, everybody who would be asked gets a direct message instead.',

  noPairingHead: 'Nothing to answer just now',
  noPairing:
    'Check-ins are for people who are meeting as mentor and mentee. Mentoring is a conversation about your work and where it could go, with somebody who listens, supports and passes on experience, and neither judges nor tells you what to do.',
  register: 'What it is, and register',
  home: 'See what is next',

  which: 'Which one is this about?',
  withWhom: (called: string): Text => ['With ', { bold: called }],
  choose: 'Check in',

  how: (name: string): Text => ['How is it going with ', { bold: name }, '?'],
  planned: (when: string): string => `There is a meeting in the book for ${when}.`,
  met: 'We met',
  isPlanned: 'A meeting is planned',
  notYet: 'Not yet',
  nothing: 'Nothing to report',
  notWorking: 'Something isn’t working',
  ask: 'Ask the co-ordinators',

  notYetHead: (name: string): Text => ['That’s fine. What would help most with ', { bold: name }, '?'],
  plan: 'Plan a meeting',
  pause: 'Pause check-ins',
  thanksTitle: 'Thank you',
  thanksNothing: 'Thank you. There is nothing else you need to do.',

  planTitle: 'A meeting is planned',
  planIntro: (name: string): Text => ['When are you meeting ', { bold: name }, '?'],
  planDay: 'Which day?',
  planTime: 'What time?',
  planPlace: 'Where?',
  planPlaceHint: 'A room, or a link to a call. Only the two of you see it.',
  planHint: 'In your own time zone. You can change it later in the same place.',
  planSubmit: 'Put it in the book',
  planLater: 'Please choose a time that is still to come.',
  planAlready: (when: string): string =>
    `There is a meeting in the book for ${when}. Send this again if yours should take its place.`,
  planLed:
    'Your mentee arranges the meetings from here on, so there is nothing for you to put in. If a date does not suit you, tell them.',
  planDone: (when: string, name: string): Text => ['In the book: ', { bold: when }, `, with ${name}.`],
  planMore: 'Calendar and agenda',
  planAfter: 'Afterwards you will each be asked once how it went.',

  pauseTitle: 'A pause in check-ins',
  pauseIntro: (name: string): Text => ['Until when would you like no check-ins about ', { bold: name }, '?'],
  pauseUntil: 'First day on which a check-in is fine again',
  pauseHint: 'This is seen by the two of you and the co-ordinators. No reason is needed.',
  pauseSubmit: 'Pause',
  pauseDone: (day: string): string =>
    `No check-ins about this until ${day}. You can plan and record meetings all the same.`,

  quietTitle: 'No news',
  quietNone: 'There has been news of every pairing within twice its usual interval.',
  quietIntro: 'Nothing has been heard of these for a while. That may well be fine; a kind word can help.',
  quietRow: (mentee: string, mentor: string, when: string): Text => [
    { bold: mentee },
    ` with their mentor ${mentor}\nLast news: ${when}`,
  ],
  quietHelp: 'How to help',
  never: 'none yet',
  neverSince: (day: string): string => `none yet, introduced on ${day}`,
  more: 'More',

  helpTitle: 'How to help',
  helpPair: (mentee: string, mentor: string): Text => [{ bold: mentee }, ' with their mentor ', { bold: mentor }],
  helpIntroduced: 'Introduced',
  helpMet: 'Meetings held',
  helpLast: 'Last meeting',
  helpHeard: 'Last news',
  helpWays: 'A few things that help',
  helpWrite: (who: Span): Text => [
    'A short, friendly line to ',
    who,
    ': how is it going, and is there anything you could do?',
  ],
  helpWriteGone: 'A short, friendly line to the mentee: how is it going, and is there anything you could do?',
  helpOffer:
    'Offer what is often needed: another time of day, a pause until things are calmer, or another match, with no fault on either side.',
  helpFirst:
    'They have not met yet, so perhaps the introduction was lost among other messages: you could bring them together once more yourself.',
  helpNoChase: 'Mentors are never asked to chase, so please don’t ask this mentor to. The mentee leads the meetings.',
  helpLeave: 'If there is no answer, leave it at that for now. Quiet is not a fault.',

  nowTitle: 'Check-in now',
  off: 'This scheme holds no check-ins.',
  nowOff: 'This scheme holds no check-ins. Set-up can change that, under “Check-ins”.',
  nowNone: 'No pairing is running at present, so there is nobody to ask.',
  nowIntro: 'Before anything is posted: who would be named, who is asked, who not and why.',
  nowNamed: 'Named in the forum',
  nowNamedCount: (count: number, more: boolean): string => `${more ? 'at least ' : ''}${count} people who asked to be`,
  nowNobody: (count: number): string => `nobody (${count} asked to be; names are used from ten upwards)`,
  nowIn: (app: string, said: string): string => `${app}: ${said}`,
  nowDue: 'Would be asked',
  nowDueCount: (due: number, of: number, more: boolean): string =>
    of === 1
      ? `${due === 1 ? 'the' : 'not the'} one pairing there is`
      : `${due} of the ${more ? 'first ' : ''}${of} pairings`,
  nowNotDue: 'Not asked this time',
  nowRow: (mentee: string, mentor: string, why: string): Text => [{ bold: mentee }, ` and ${mentor}: ${why}`],
  nowWhy: {
    ended: 'ended',
    resting: 'pausing check-ins',
    met: 'recorded a meeting since the last check-in',
    planned: 'have a meeting planned',
    closing: 'asked about finishing instead',
  },
  nowEverybody: 'The post never says who is asked. It names everybody who wished to be named, or nobody.',
  nowNoForum: 'There is no forum channel at present, so everybody who is asked would get a direct message.',
  nowMore: 'Next pairings',
  nowPost: 'Post now',
  nowJust: 'A check-in has just been posted, so a second one was not.',
  nowDone: 'The check-in is on its way to the forum.',
  nowDoneDirect: 'The check-in is on its way by direct message.',

  gone: 'This is not available any more. Nothing was changed.',
} as const;

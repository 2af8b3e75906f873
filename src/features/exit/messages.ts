// Everything this room says, in British English: an end is nobody's fault, and never a surprise to whoever reads about it.
import type { Text } from '../../conversation/notice.ts';

export const says = {
  something: 'Mentor: something for you',
  open: 'Open',
  fewer: 'Fewer like this',
  home: 'See what is next',
  ask: 'Ask the co-ordinators',
  gone: 'This is not available any more. Nothing was changed.',
  goneTitle: 'Not available',
  somebody: 'somebody who has left',

  title: 'End a pairing',
  which: 'Which one would you like to end?',
  with: (called: string): Text => ['With ', { bold: called }],
  choose: 'End this one',
  leaveScheme: 'Leave the scheme',
  none: 'You have no mentor or mentee at the moment, so there is nothing to end.',
  look: 'Look',
  finish: 'Look back and finish',
  finishInstead:
    'The time you agreed on is nearly over, or one of you has said that you have finished. You can also finish together, with a look back and thanks; that is not an early end.',
  finishedTitle: 'Finished as agreed',
  finishedRow: (called: string, day: string): Text => ['You finished with ', { bold: called }, ` on ${day}.`],
  finishedMore: 'There is nothing to end any more.',
  endedRow: (called: string, day: string): Text => [
    'Your pairing with ',
    { bold: called },
    ` has ended. The last day: ${day}.`,
  ],
  proposalTitle: 'Not yet a pairing',
  proposalRow: 'Somebody has been suggested to you. If you would rather not, say no there; no reason is needed.',
  proposalWaits: 'You said yes to a mentor, who is being asked. You hear either way.',

  intro: (called: string): Text => [
    'This ends your pairing with ',
    { bold: called },
    '. It is nobody’s fault and has no effect on anything later. Nothing ends before the last page.',
  ],
  introUrgent:
    'If something is urgent, or you do not feel safe, talk to somebody first. You do not need this form for that.',
  people: 'People to talk to',
  lastDay: 'Last day',
  partnerKnows: (name: string): string => `Does ${name} know?`,
  knows: {
    together: 'Yes, we agreed it together',
    told: 'Yes, I have told them',
    'not-yet': 'Not yet: a co-ordinator should talk to them first',
  },
  tried: 'Did you look for another way first?',
  triedOptions: { yes: 'Yes', no: 'No', 'not-suitable': 'It would not have been suitable' },
  reasons: 'Reasons, if you would like to give any',
  reasonsHint: 'You need not. The next page asks who may see them.',
  reasonLabels: {
    fit: 'We did not quite fit together',
    aims: 'Our aims are different',
    expectations: 'We expected different things',
    role: 'What a mentor does was understood differently',
    way: 'The way we worked together',
    boundaries: 'Boundaries',
    arranging: 'Meetings were hard to arrange',
    distance: 'Distance',
    meetings: 'Meetings did not come about',
    leading: 'Who leads the meetings',
    advice: 'How much advice was given',
    expertise: 'Another field of experience is needed',
    circumstances: 'Circumstances changed: workload, leave, a new job',
    goals: 'The goals were reached early',
    other: 'Something else',
    'prefer-not': 'I would rather not say',
  },
  reasonText: 'In your own words, if you like',
  gained: 'What was good',
  gainedHint: 'For yourself: nobody else can read it.',
  ownPart: 'What you would do differently yourself',
  next: 'What next for you?',
  nextMentor: {
    'offer-again': 'Offer to mentor somebody again',
    later: 'Decide later',
    pause: 'Pause for a while',
    leave: 'Leave the scheme',
  },
  nextMentee: {
    'look-again': 'Look for another mentor',
    later: 'Decide later',
    pause: 'Pause for a while',
    leave: 'Leave the scheme',
  },
  urgent: 'There is an urgent concern',
  urgentText: 'About conduct or safety: please read this first',
  urgentHint: 'The next page shows people you can talk to at once.',
  goOn: 'Go on',

  endTitle: 'The last page',
  endWho: (called: string): Text => ['You are ending your pairing with ', { bold: called }, '.'],
  endKnows: (name: string, knows: 'together' | 'told' | 'not-yet'): string =>
    knows === 'not-yet'
      ? `${name} hears of it from a co-ordinator. Until then they are only told that there is nothing to do.`
      : `${name} gets a short, neutral note that the pairing has ended.`,
  endTold: {
    somebody: 'A co-ordinator is told that it ended, the last day, and whether the other one knows.',
    another:
      'A co-ordinator who is not one of you two is told that it ended, the last day, and whether the other one knows.',
  },
  endDay: (day: string): string => `Last day: ${day}.`,
  peopleFirst: 'People you can talk to now',
  person: (name: string, role: string, how: string): Text => [{ bold: name }, `, ${role}: ${how}`],
  reasonFor: 'Who may see the reasons?',
  reasonForOptions: {
    coordinator: 'The co-ordinators only',
    partner: 'The co-ordinators, and the other one once they know',
    counted: 'Nobody: only count them (my own words are then not kept)',
  },
  end: 'End the pairing',

  endedTitle: 'Ended',
  thanks: 'Thank you for what you gave to it.',
  ended: (called: string): Text => ['Your pairing with ', { bold: called }, ' has ended.'],
  endedTold: {
    somebody: 'The co-ordinators look after it from here.',
    another: 'A co-ordinator who is not one of you two looks after it from here.',
  },
  endedRead: (day: string): string => `A co-ordinator read it on ${day}.`,
  endedNobody: (how: string): string =>
    `No co-ordinator can look after this, so none of them is told. Please turn to ${how}.`,
  endedNobodyAtAll:
    'No co-ordinator can look after this, so none of them is told. Please turn to one of the people to talk to.',
  again: { mentor: 'Offer to mentor again', mentee: 'Look for another mentor' },
  pause: 'Pause',
  leave: 'Leave the scheme',

  stillTitle: 'Still available?',
  still: {
    mentor:
      'You have been among the scheme’s mentors for a year or so. Thank you. Would you still like to mentor somebody? If we do not hear from you, you simply rest; one tap brings you back.',
    mentee:
      'You have been waiting for a mentor for a long time, and we are sorry about that. Would you still like one? If we do not hear from you, you simply rest; one tap brings you back.',
  },
  stillAway: {
    mentor: 'We had not heard from you for a while, so you are resting. One tap, and you are among the mentors again.',
    mentee:
      'We had not heard from you for a while, so you are resting. One tap, and you are waiting for a mentor again.',
  },
  stillYes: 'Yes, still',
  stillPause: 'Pause for a while',
  stillThanks: 'Thank you. You stay where you are; nobody asks again for a year.',
  stillBack: 'Good to have you back. “See what is next” says where things stand.',
  mistake: 'This was a mistake',
  reopenTitle: 'Going on after all',
  reopenHow: (given: string): string =>
    `If you ended this by mistake, or see it otherwise now, ${given} can be asked once whether they would like to go on too. With both people’s yes everything goes on as before. A meeting that was planned has to be planned anew.`,
  reopenHeld: (given: string): string =>
    `${given} has not been told yet, as you wished, and so cannot be asked. Please tell a co-ordinator that you would like to go on: they can speak with ${given}, and after that you can ask here.`,
  reopenAsk: (given: string): string => `Ask ${given}`.slice(0, 30),
  reopenWaits: (given: string): string =>
    `${given} has been asked, and is free to say yes or to leave it as it is. You hear from me if they would like to go on.`,
  reopenAsked: (given: string): string =>
    `${given} says that ending your pairing was a mistake, and would like to go on with you.`,
  reopenFree: (given: string): string =>
    `You are free to leave it as it is, without giving a reason; ${given} is not told that you looked. With your yes everything goes on as before.`,
  reopenBoth: 'Ask both to go on',
  reopenBothAsk: {
    title: 'Ask both?',
    text: 'Each is asked in private whether they would like to go on, once. With both people’s yes everything goes on as before, and what stands here is erased. With one alone nothing happens, and the other one does not hear of it.',
    yes: 'Ask them',
    no: 'Leave it as it is',
  },
  reopenBothWaits: (day: string): string =>
    `Both were asked on ${day} whether they would like to go on. With both people’s yes they do.`,
  reopenTheirsAsked: (given: string): string =>
    `The co-ordinators ask whether you and ${given} would like to go on after all.`,
  reopenTheirsFree: (given: string): string =>
    `You are free to leave it as it is, without giving a reason, and ${given} hears of what you say only if both of you say yes. Then everything goes on as before; a meeting that was planned has to be planned anew.`,
  reopenTheirsWaits: (given: string): string =>
    `You would like to go on. If ${given} says so too, it does, and you hear from me.`,
  reopenYes: 'Yes, go on together',
  reopenNo: 'Leave it as it is',
  reopenDone: (called: string): string => `You and ${called} go on together. The co-ordinators know.`,
  reopenPair: 'To your page',
  reopenNoPlace: 'It cannot go on by itself, because one of you has no place free any more. A co-ordinator can help.',
  alertReopened: 'A pairing that had ended by mistake goes on: both of them wished so. There is nothing to do.',

  told: (name: string): Text => [{ bold: name }, ' and you are not paired any more.'],
  toldInPerson: (day: string): string => `A co-ordinator has spoken with you about it, on ${day}.`,
  toldDay: (day: string): string => `The last day is ${day}.`,
  toldKindly: 'This happens, for many reasons, and has no effect on anything later. Nothing is asked of you.',
  toldReasons: (name: string): string => `${name} wished you to know:`,

  alertLine: 'Mentor: a pairing has ended',
  alertUrgentLine: 'Mentor: urgent, please read first',
  alertUrgent: 'Urgent: please read first.',
  alertWho: (who: string, role: string, other: string): Text => [
    { bold: who },
    ` (${role}) has ended the pairing with `,
    { bold: other },
    '.',
  ],
  alertDay: 'Last day',
  alertKnows: (name: string): string => `Does ${name} know?`,
  alertKnowsIs: {
    together: 'Yes, they agreed it together',
    told: 'Yes',
    'not-yet': 'Not yet',
  },
  alertKnowsByNotice: 'Yes, by the notice',
  alertKnowsByUs: 'Yes, a co-ordinator has told them',
  alertHeld: (day: string): string => `Please talk to them, then release the notice. It goes out by itself on ${day}.`,
  alertGiven: 'The notice has gone out.',
  alertReadBy: (name: string): Text => ['Read by ', name, '.'],
  alertReadByAccount: (account: string): Text => ['Read by ', { person: account }, '.'],
  alertClosed: (day: string): string => `The end of a pairing was dealt with and closed on ${day}.`,
  read: 'Read',
  release: 'Release the notice',
  match: 'Look for another match',
  hasBeenRead: 'The end of a pairing has been read.',
  unread: 'The end of a pairing has been waiting for a co-ordinator for a few days.',
  warnLine: 'Mentor: a notice goes out soon',
  warn: (day: string): string =>
    `Somebody whose pairing has ended has not been told yet. The notice goes out by itself on ${day}, so please talk to them before, or release it now.`,

  readTitle: 'An early end',
  readNotForYou: 'This is not available. If you are concerned by it yourself, another co-ordinator looks after it.',
  readFirst: 'Nobody has read this yet. Opening it shows in the alert who has.',
  by: 'Ended by',
  of: 'Pairing',
  pairing: (mentor: string, mentee: string): string => `${mentor} (mentor) and ${mentee} (mentee)`,
  met: 'Meetings held',
  triedFact: 'Looked for another way first',
  reasonsFact: 'Reasons',
  noReasons: 'none given, and none needed',
  forPartner: 'The other one may see the reasons too.',
  nextFact: 'What next for them',
  nextIs: {
    'offer-again': 'would like to offer again',
    'look-again': 'would like another mentor',
    later: 'decides later',
    pause: 'would like a pause',
    leave: 'is leaving the scheme',
  },
  readBy: 'Read by',
  noticeFact: 'Notice',
  noticeIs: { none: 'nobody to be told', held: 'held back', given: 'given' },
  close: 'Close this',
  haveTold: 'I have told them',
  spokeWithFact: 'Spoken with',
  spokeWithIs: (sides: readonly ('mentor' | 'mentee')[]): string =>
    sides.length > 1 ? 'both of them' : sides[0] === 'mentor' ? 'the mentor' : 'the mentee',
  toldFact: (name: string): string => `A co-ordinator told ${name}`,
  actionFact: 'What was done',
  noteFact: 'A co-ordinator’s note',
  reopened: 'Closed on',

  closeTitle: 'Close this',
  closeIntro:
    'Closing takes the names out of the alert. What was written stays readable for the co-ordinators for a year.',
  toldLabel: (name: string): string => `Have you told ${name}?`,
  toldOptions: (day: string) => ({
    yes: 'Yes: the notice goes out now',
    no: `Not yet: it goes out by itself on ${day}`,
  }),
  toldOn: 'On which day?',
  toldOnHint: 'Only if you have told them.',
  spokeWith: 'Whom have you spoken with?',
  spokeWithOptions: { mentor: 'The mentor', mentee: 'The mentee' },
  action: 'What was done?',
  actions: {
    're-match': 'Another match is being looked for',
    pause: 'A pause',
    leave: 'Somebody is leaving the scheme',
    none: 'Nothing more was needed',
  },
  note: 'A note for the co-ordinators',
  closeDone: 'Closed. The alert names nobody any more.',

  theirsTitle: 'End a pairing for them',
  theirsIntro: (mentor: string, mentee: string): Text => [
    'This ends the pairing of ',
    { bold: mentor },
    ' (mentor) and ',
    { bold: mentee },
    ' (mentee). It cannot be taken back.',
  ],
  theirsTold:
    'Both are told that it has ended, that a co-ordinator did it and neither of them, and what they can do next. Why is for co-ordinators alone to read.',
  why: 'Why?',
  whys: {
    left: 'One of them, or both, has left',
    asked: 'They asked for it',
    'no-news': 'There has been no news of them for a long time',
    conduct: 'It must not go on',
    other: 'Something else',
  },
  theirsLate: 'It has ended already. What was written about it is here.',
  theirsDone: (day: string): string =>
    `It has ended; the last day is ${day}. Whoever of the two is still here is told.`,
  toldByDesk: 'A co-ordinator has ended it; neither of you did.',

  listTitle: 'Early ends',
  listIntro: 'Those that are closed. What was written stays readable for the co-ordinators for a year.',
  listNone: 'No early end has been closed yet.',
  listRow: (mentor: string, mentee: string, day: string): Text => [
    { bold: mentor },
    ' and ',
    { bold: mentee },
    `. The last day: ${day}.`,
  ],
  finishedList: 'Finished as agreed',
  more: 'More',

  offerTitle: { mentor: 'Offer again', mentee: 'Another mentor' },
  offerIntro: {
    mentor:
      'Would you like to mentor somebody again? Your profile and training carry over. Only your own yes makes you available.',
    mentee:
      'Would you like to be matched with another mentor? Your profile carries over. Only your own yes puts you back among those who are waiting.',
  },
  offerLabel: { mentor: 'Shall we offer you?', mentee: 'Shall we look?' },
  offerOptions: {
    now: 'Yes, from now',
    from: 'Yes, from a day I name',
    'not-now': 'Not now',
    later: 'Ask me later',
  },
  offerNow: { mentor: 'Yes, I’m free now', mentee: 'Yes, look now' },
  offerFrom: 'From which day?',
  offerFromHint: 'Only if you chose a day.',
  offerFromNeeded: 'Please choose the day from which you are free.',
  capacity: 'How many mentees at a time?',
  submit: 'Keep this',
  profile: 'Change my profile',
  offered: {
    now: {
      mentor: 'You are available to mentor again. Thank you.',
      mentee: 'You are waiting for a mentor again. You will hear as soon as there is a match.',
    },
    choose: 'You are looking for a mentor again, and can choose one now.',
    full: 'Thank you. All your places are taken at the moment, so nobody will be proposed until one is free.',
    from: (day: string): string => `From ${day} you are available again. You can change this at any time.`,
    'not-now': 'That’s fine. You can come back whenever you like; nobody will ask again.',
    later: (day: string): string => `That’s fine. You will be asked once more around ${day}.`,
  },
  already: {
    mentor: 'You are among the scheme’s mentors already, so there is nothing to decide here.',
    mentee: 'You are waiting for a mentor already.',
    proposal: 'A match is under way already; “See what is next” says where it stands.',
    paired: 'You have a mentor. Once your time together is over, you can look for another one here.',
    paused: 'You are taking a break at the moment. You can return at any time.',
    other: 'There is nothing to decide here at the moment.',
  },
  chooseMentor: 'Choose a mentor',
  back2me: 'Pause or return',

  difficultyTitle: 'Something isn’t working',
  difficultyNone:
    'You have no mentor or mentee at present, so nothing here is about the two of you. Whatever it is, there are people you can talk to.',
  difficultyIntro: 'That happens in good pairings too. You choose what helps; none of this is a must.',
  steps: (name: string, arbiter: string | undefined): Text[] => [
    [
      { bold: 'Be honest with each other. ' },
      `You could begin like this: “I value the time you take, and I would like to tell you how it is for me. How is it for you?” Going on with what does not work helps neither of you, and ${name} may feel it too.`,
    ],
    [
      { bold: 'Look for a new direction. ' },
      'Other times, other topics, shorter meetings, a pause: what would make it worth while again? Write it down together, with a day on which you look at it.',
    ],
    [
      { bold: 'Let somebody help. ' },
      arbiter === undefined
        ? 'A co-ordinator can help you think, or find a neutral third person to sit with the two of you.'
        : `A co-ordinator can help you think. ${arbiter} can sit with the two of you as a neutral third person.`,
    ],
    [{ bold: 'End it formally. ' }, 'No reason is needed, and it has no effect on anything later.'],
  ],
  unsafe:
    'If it is about conduct or safety, go straight to one of these people. You need not talk to the other one first.',
  unsafeAlone: 'If it is about conduct or safety, go straight to one of these people.',
  nobodyListed: 'The co-ordinators will listen, in confidence.',
  other: 'the other one',
  help: 'Ask for help',
  direction: 'Agree on a new direction',
  pausePlan: 'Pause check-ins',
} as const;

// All wording of proposals, introductions and the page of a pair.
import type { Text } from '../../conversation/notice.ts';
import { upper } from '../../conversation/whose-turn.ts';

export const messages = {
  letter: {
    asked: (day: string) => `Mentor: something for you. An answer by ${day} would be welcome.`,
    reminder: (day: string) =>
      `Mentor: something still waits for your answer, until ${day}. There is no need to give a reason.`,
    something: 'Mentor: something for you',
    open: 'Open',
  },
  proposal: {
    titleForMentee: 'A mentor for you?',
    titleForMentor: 'A mentee for you?',
    leadForMentee: (name: string) =>
      `${name} could be a good mentor for you. Please say whether you would like that. You need give no reason either way.`,
    leadForMentor: (name: string) =>
      `${name} has said yes to you as a mentor. Please say whether you would like that too. You need give no reason either way.`,
    leadForChosen: (name: string) =>
      `${name} would like you as a mentor. Please say whether you would like that too. You need give no reason either way.`,
    why: 'Why the two of you',
    noReasons: 'Your co-ordinators think that you would have a good deal to talk about.',
    chosenEachOther: 'You have chosen each other.',
    noReasonsChosen: (name: string) => `${name} has read your card and would like to talk with you.`,
    line: 'From your co-ordinators',
    by: (day: string) => `Please answer by ${day}.`,
    afterForMentee: (name: string) =>
      `If you say yes, ${name} is asked next; until then they know nothing of this. If you say no, they never will. A no changes nothing for you later.`,
    afterForMentor: (name: string) =>
      `If you say yes, the two of you are introduced. If you say no, ${name} hears that this match did not come about, and nothing else. A no changes nothing for you later.`,
    yes: 'Yes, please',
    no: 'No, thank you',
    sameLine: (name: string) =>
      `Is ${name} in your line of management: your manager, or somebody you manage? Then the two of you are not put together, now or later. Nobody is told.`,
    sameLineButton: 'We share a line',
  },
  waiting: {
    title: 'Waiting for you',
    none: 'Nothing waits for an answer of yours at present.',
    by: (day: string) => `A question about a match. Please answer by ${day}.`,
  },
  thanks: {
    title: 'Thank you',
    menteeYes: (name: string, day: string) => `${name} is asked now, and has until ${day}. You hear either way.`,
    no: 'That is all we need to know. Nobody is given a reason. You are available again, and it changes nothing for you later.',
    line: 'Thank you for saying so. The two of you will not be put together. Nobody is told why. You are available again.',
    fullNow:
      'Just now this would be one more mentee than you offer to take on. You can offer another place in your profile and then say yes; or say no, thank you. Nothing has changed yet.',
    away: 'You have paused or left for the time being. Come back first, and then say yes; or say no, thank you. Nothing has changed yet.',
    me: 'Pause and return',
    profile: 'My profile',
    back: 'Back to the question',
    cameToNothing:
      'Thank you for your yes. Meanwhile this match has become impossible, and nobody is to blame for that. You are available again.',
  },
  settled: {
    title: 'All settled',
    waiting: (name: string, day: string) =>
      `You said yes. ${name} has been asked, and has until ${day}. You hear either way.`,
    waitingTitle: 'You said yes',
    chosen: (name: string, day: string) => `${name} has been asked, and has until ${day}. You hear either way.`,
    chosenTitle: 'Your choice',
    tookBack: 'You took this back, and it counts for nothing later.',
    chosenNot: 'This match did not come about. It says nothing about you. “My choice” shows how your list goes on.',
    choice: 'My choice',
    introduced: 'You both said yes, and have been introduced.',
    saidNo: 'You said no, thank you. Nothing more is needed, and it changes nothing for you later.',
    notAbout:
      'This match did not come about. It says nothing about you: you are available again, and among the first next time.',
    takenBack:
      'The co-ordinators have taken this suggestion back. It says nothing about you: you are available again, and among the first next time.',
    passed: 'The time for this has passed. Nothing is held against you, and you are available again.',
    noNeed: 'This needs no answer any more. Nothing is held against you.',
    home: 'See what is next',
    pair: 'Open',
  },
  pair: {
    nextTime: 'Your learning log holds what you wanted to do next time.',
    nextTimeLook: 'Look',
    titleOf: { mentor: 'Your mentor', mentee: 'Your mentee' },
    /** Where neither card nor name is left. */
    nameless: { mentor: 'your mentor', mentee: 'your mentee' },
    lead: (side: 'mentor' | 'mentee', name: string) =>
      side === 'mentor' ? `Your mentor ${name}` : `Your mentee ${name}`,
    nextSteps: 'What comes next in this scheme',
    firstMore: {
      mentor: (name: string, day: string | undefined) =>
        `A short message to ${name}${day ? ` by ${day}` : ''} makes a good start. After that ${name} arranges the meetings and leads them.`,
      mentee: (_name: string, day: string | undefined) =>
        `${day ? `A suggestion usually comes by ${day}. ` : ''}After that you arrange the meetings and lead them.`,
    },
    options: 'Your options',
    resting: (day: string) => `No check-ins about this until ${day}.`,
    lastMet: (met: number, all: number, day: string) =>
      `Met so far: ${met}${met > all ? '' : ` of ${all}`}. Your last meeting on record was on ${day}.`,
    putDate: 'When you have agreed a date, you can put it here.',
    goalsOwn: 'Your goals, as you wrote them',
    goalsPartner: (name: string) => `What ${name} hopes for`,
    achievementsOwn: 'Your strengths, as you wrote them',
    achievementsPartner: (name: string) => `What ${name} is proud of`,
    message: (given: string) => `Message ${given}`,
    reach: 'You can write to each other here: ',
    noReach: (name: string, app: string) =>
      `${upper(name)} uses Mentor on ${app}, so the two of you have no chat in common. A note reaches them, and what you share below helps.`,
    noChat: (name: string) => `A note reaches ${name} in private; or write to them as you usually do.`,
    isAway: (name: string) =>
      `${upper(name)} cannot be reached here at present. Your co-ordinators gladly put you in touch.`,
    sendNote: 'Send a note',
    noteWaits: (name: string) => `There is a note from ${name} for you.`,
    readNote: 'Read it',
    shared: (name: string) => `To reach ${name}`,
    sharedEmail: 'E-mail',
    sharedPhone: 'Phone',
    sharedCall: 'Calls',
    sharedCallLink: 'Open the room',
    shareAsk: (name: string) =>
      `How may ${name} reach you? You can share an address, a number or a link for calls with ${name} alone; nothing is shared before you say so.`,
    shares: (what: string, name: string) => `You share with ${name}: ${what}.`,
    sharesNothing: (name: string) => `You share no address or number with ${name}.`,
    sharing: 'What I share',
    sharesOf: { email: 'your e-mail address', phone: 'your phone number', call: 'your link for calls' },
    contact: 'Ask the co-ordinators',
    plan: 'Plan a meeting',
    met: 'We met',
    howWasIt: 'How was it?',
    meeting: 'Next meeting',
    suggest: 'Suggest times',
    choose: 'Choose a time',
    agreement: 'Our agreement',
    agreed: 'What we agreed',
    youConfirmed: (given: string) => `You have said yes to what you wrote down. It counts once ${given} does too.`,
    direction: 'Your new direction',
    lookOn: (day: string) => `You look at it together on ${day}.`,
    lookNow: 'This is the time to look at it together: does it help?',
    look: 'Look at it',
    until: (day: string) => `The time you agreed on is until ${day}.`,
    objectives: 'Objectives',
    reached: (given: string): string => `${given} has reached something. A word from you means a lot.`,
    reachedLook: 'Look',
    earlier: 'Earlier meetings',
    lookAt: (title: string): Text => ['You wanted to look at this about now: ', { bold: title }],
    howFar: 'How far is it?',
    closing: 'Look back and finish',
    thanks: 'After the end',
    confirm: 'Read and confirm',
    guide: 'Questions to begin with',
    difficulty: 'Something isn’t working',
    held: 'There is nothing to do at present.',
    heldPlanned: (day: string) => `Your co-ordinator will be in touch about your planned meeting by ${day}.`,
    ended: (name: string, on: string) =>
      `You and ${name} have been a pair in this scheme until ${on}. Thank you for the time you gave each other.`,
    endedMore: 'What belongs to you stays yours to read. When you would like to go on, here is the way.',
    again: { mentor: 'Offer a place again', mentee: 'Look for another mentor' },
  },
  several: {
    title: 'My mentor and mentees',
    proposal: 'Something for you to answer',
    waiting: 'You said yes to a match; the other person has been asked',
    chosen: 'A mentor you chose has been asked',
    earlier: (name: string, on: string) => `${name}, until ${on}`,
    earlierHeading: 'Earlier',
    open: 'Open',
    none: 'You have no mentor or mentee at present.',
    noneMore: '“See what is next” says where you stand, and whether there is anything for you to do.',
    home: 'See what is next',
    somebody: 'Somebody from the scheme',
  },
};

// Everything this room says, in British English: an end that was agreed is something to be glad of, and going on is as good.
import type { Text } from '../../conversation/notice.ts';

export const says = {
  something: 'Mentor: something for you',
  open: 'Open',
  look: 'Look',
  fewer: 'Fewer like this',
  home: 'See what is next',
  pair: 'Back',
  gone: 'This is not available any more. Nothing was changed.',

  title: 'Looking back',
  with: (called: string): Text => ['With ', { bold: called }, '.'],
  which: 'Which one is this about?',
  none: 'This page opens once you have met your mentor or mentee, or when your time together draws to its end.',
  until: (day: string): string => `Your time together is planned until ${day}.`,
  was: (day: string): string => `Your time together was planned until ${day}.`,
  /** Where nothing stands on record, nothing is said: they may well have met. */
  met: (met: number): string[] => (met === 0 ? [] : [met === 1 ? 'You have met once.' : `You have met ${met} times.`]),
  neverMet: 'If you would still like to meet, there is room for it. If not, finish here: either is fine.',
  backHead: 'For your last meeting',
  back: [
    [{ bold: 'Look back. ' }, 'Where did you begin, and what is different now? What will each of you take along?'],
    [{ bold: 'Say thank you. ' }, 'Tell each other one thing that the other one did and that helped.'],
    [{ bold: 'Celebrate. ' }, 'A coffee, a walk, cake in the tea room: it is worth marking.'],
    [{ bold: 'Look ahead. ' }, 'What comes next, who else can help with it, and would you like to stay in touch?'],
  ] as Text[],
  waysHead: 'When you are ready',
  bothSay: 'It is finished once both of you say so.',
  orGoOn: 'If you would like to go on, agree on a later day instead.',
  bySelf: (day: string): string =>
    `If neither of you says anything, it finishes by itself on ${day}. You are welcome to stay in touch after that.`,
  yours: (given: string): string => `You have said that you have finished. ${given} is asked too.`,
  theirs: (given: string): string =>
    `${given} has said that the two of you have finished. If you see it in the same way, say so too.`,
  finish: 'We have finished',
  finishAsk: {
    title: 'Finished?',
    text: 'Once both of you have said so, the pairing ends as you agreed, with thanks to both.',
    yes: 'We have finished',
    no: 'Not yet',
  },
  takeBack: 'Not yet after all',
  longer: 'Go on for longer',
  plan: 'Plan a meeting',
  evaluation: 'Say how it was',

  doneTitle: 'Thank you',
  done: (called: string, day: string): Text => ['You finished mentoring with ', { bold: called }, ` on ${day}.`],
  /** Where no meeting stands on record; they may well have met. */
  overNow: (called: string, day: string): Text => ['Your time with ', { bold: called }, ` came to its end on ${day}.`],
  overMore: {
    mentor: 'Thank you for offering your time. Whether you mentor somebody again is for you to say, now or later.',
    mentee: 'You can look for another mentor, or become one yourself, now or later.',
  },
  doneMore: {
    mentor:
      'Thank you for your time and for what you passed on. What belongs to you stays yours to read. Whether you mentor somebody again is for you to say, now or later.',
    mentee:
      'Well done for seeing it through. What belongs to you stays yours to read. You can look for another mentor, or become one yourself, now or later.',
  },
  again: { mentor: 'Offer to mentor again', mentee: 'Look for another mentor' },
  become: 'Become a mentor',
  certificate: 'My certificate',

  listTitle: 'Finished as agreed',
  listIntro: 'Pairings whose time is over. There is nothing to do about them.',
  listNone: 'No pairing has finished yet.',
  row: (mentor: string, mentee: string, day: string, met: number): Text => [
    { bold: mentor },
    ' and ',
    { bold: mentee },
    `, ${day}. Meetings held: ${met}.`,
  ],
  aMentor: 'a mentor',
  aMentee: 'a mentee',
  more: 'More',
  earlyEnds: 'Early ends',
} as const;

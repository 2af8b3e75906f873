// Everything this room says, in British English. A meeting that did not take place is told without blame (R30).
import type { Text } from '../../conversation/notice.ts';

export const says = {
  something: 'Mentor: something for you',
  open: 'Open',
  fewer: 'Fewer like this',
  skip: 'Skip',
  skipped: 'That’s fine. Nothing was recorded.',
  home: 'See what is next',

  title: 'How was your meeting?',
  chooseTitle: 'Your last meeting',
  which: 'Which one is this about?',
  with: (called: string): Text => ['With ', { bold: called }],
  review: 'Review',
  none: 'There is no meeting to look back on at the moment. This page opens once you have a mentor or a mentee.',
  gone: 'This is not available any more. Nothing was changed.',

  intro: (called: string): Text => [
    'With ',
    { bold: called },
    '. Everything but the first two questions can be left open.',
  ],
  withWhom: 'Meeting with',
  held: 'Did the meeting take place?',
  states: {
    held: 'Yes, we met',
    moved: 'It was moved to another day',
    cancelled: 'It was called off',
    missed: 'It did not take place',
  },
  heldHint:
    'If it did not take place, only the two of you see that. The co-ordinators see how often you met, and when last.',
  on: 'Which day was it, or was it meant to be?',
  summary: 'What you would both like to remember',
  summaryHint: (name: string): string => `Shared with ${name}, and with nobody else.`,
  summaryLong: (by: number): string =>
    `Together with what the other one wrote this is ${by} characters too long. Both are here; please shorten it a little.`,
  objectives: 'Which objectives did you talk about?',
  objectivesHint: 'You can say in one tap afterwards how far each is.',
  objectivesHintMentor: 'How far each is, is your mentee’s to say.',
  touchedMentee: 'What you talked about. One tap each, if you would like to say how far it is now.',
  touchedMentor: 'What you talked about. You can read how far it is, and comment.',
  howFar: 'How far is it?',
  look: 'Look',
  actions: 'What will be done until next time?',
  actionsHint: (agendas: boolean): string =>
    `For both of you to see. It helps to begin with who does it.${agendas ? ' What is still open comes back with the next agenda.' : ''}`,
  actionsMany: (most: number): string =>
    `Together with what the other one wrote these are more than ${most}. All are here; please leave out what matters least.`,
  fit: 'Does it fit, the two of you?',
  fitHint: 'Yours alone: neither the other one nor the co-ordinators see it. Nothing follows from it by itself.',
  fits: { good: 'Yes, it does', deciding: 'I can’t say yet', not: 'Not really' } as Record<string, string>,
  contactMe: {
    label: 'The co-ordinators',
    text: 'Please contact me',
    hint: 'They hear that you would like to talk, and nothing of what stands here.',
  },
  contactText: 'Please contact me. (Ticked after a meeting.)',
  contacted: (day: string): string => `A co-ordinator will be in touch by ${day}.`,
  contactNobody: 'There is no co-ordinator just now who could be told without your partner knowing, so nobody was.',
  contactOthers: 'These people are there for you:',
  notFit:
    'You said that it does not really fit. That happens, and it is nobody’s fault. You can go on and see, talk it over, or look at what else there is.',
  nextOn: 'The next meeting, if there is a day',
  nextOnMentor: 'If it was moved: the new day for your first meeting',
  nextTime: 'At what time?',
  nextLater: 'Please choose a time that is still to come.',
  nextWithout: 'Please choose the day as well, or leave both open.',
  nextLed: 'From here on your mentee arranges the meetings, so please leave this open.',
  note: 'A note to yourself',
  noteHint: 'Nobody else can read it, neither the other one nor the co-ordinators.',
  submit: 'Keep this',
  notWorking: 'Something isn’t working',

  differs: (name: string, as: string): string =>
    `${name} has just recorded this as “${as}”. What you typed is still here. Send it again if yours is right.`,

  thanks: 'Thank you',
  kept: 'That is on record for the two of you.',
  merged: (name: string): string =>
    `${name} was writing about the same meeting, so both texts were kept, one below the other.`,
  firstMentee: (name: string): string =>
    `Your first meeting with ${name} is done. From here on you arrange the meetings and choose what to talk about.`,
  firstMentor: (name: string): string =>
    `Your first meeting with ${name} is done. From here on your mentee arranges the meetings; you need do nothing until you hear from them.`,
  next: (when: string): string => `The next meeting is in the book for ${when}.`,
  plan: 'Plan a meeting',
  agreement: 'Write an agreement',
  copy: 'Copy my note to my learning log',
  log: 'Write in my learning log',
  led: 'Your mentee arranges the meetings. You need do nothing.',
} as const;

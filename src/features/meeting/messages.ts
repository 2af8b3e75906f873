// Everything this room says, in British English. A meeting that cannot take place is told without blame, and nobody is asked to chase (R25–R30).
import type { Text } from '../../conversation/notice.ts';

export const says = {
  something: 'Mentor: something for you',
  open: 'Open',
  fewer: 'Fewer like this',
  home: 'See what is next',
  title: 'Your next meeting',
  which: 'Which one is this about?',
  with: (called: string): Text => ['With ', { bold: called }],
  none: 'There is no meeting to plan at the moment. This page opens once you have a mentor or a mentee.',
  gone: 'This is not available any more. Nothing was changed.',
  lead: (called: string): Text => ['With ', { bold: called }, '.'],

  when: 'When',
  where: 'Where',
  isPlanned: (when: string): Text => [{ bold: when }],
  past: (when: string): string => `You had planned to meet on ${when}.`,
  review: 'How was it?',
  /** R29. */
  keeping:
    'Keeping the meetings you agreed matters: it is what your mentee counts on. If a time does not work, one tap is enough.',
  suits: (given: string): string => `${given} has said that the time suits.`,

  firstMentor: (given: string): string =>
    `You suggest the first meeting. Offer ${given} up to three times; one tap chooses one of them. After that ${given} arranges the meetings.`,
  firstMentee: (given: string): string =>
    `${given} suggests the first meeting. You hear as soon as there are times to choose from. If you have agreed one already, you can put it in.`,
  laterMentee: (given: string): string =>
    `You arrange the meetings. When you have agreed a time with ${given}, put it in here.`,
  laterMentor: 'Your mentee arranges the meetings. You need do nothing.',
  offerTimes: 'Suggest times',
  otherTimes: 'Suggest other times',
  plan: 'Plan a meeting',
  putIn: 'We have a time',
  move: 'Move it',

  timesTitle: 'Suggest times',
  timesIntro: (called: string): Text => [
    'For a meeting with ',
    { bold: called },
    '. One time is enough, three make it easier. The times are yours, in your own time zone; the other one reads them in theirs.',
  ],
  timesIntroMoved: 'The time it has stays until another one is chosen.',
  days: ['First suggestion: the day', 'Second suggestion: the day', 'Third suggestion: the day'],
  at: ['First suggestion: the time', 'Second suggestion: the time', 'Third suggestion: the time'],
  place: 'Where?',
  placeHint: 'A room, or a link to a call. Only the two of you see it.',
  timesSubmit: 'Suggest',
  later: 'Please choose a time that is still to come.',
  dayToo: 'Please choose the day as well, or leave both open.',
  timeToo: 'Please choose a time as well, or leave both open.',
  timesDone: (given: string): string =>
    `${given} can choose now, and you hear which time it is. You need do nothing until then.`,
  timesLed: 'Your mentee arranges the meetings. When they have put in a time, you can suggest another one.',

  choose: (given: string): string => `${given} has suggested times. Tap the one that suits you.`,
  suggested: (given: string): string => `You have suggested these times. ${given} chooses one.`,
  noneSuits: 'None of these',
  keepTime: (when: string): string => `Until you choose, it stays at ${when}.`,
  keep: 'Leave it as it is',
  taken: (when: string, given: string): string => `${when} it is. ${given} hears of it.`,
  kept: (when: string): string => `It stays at ${when}.`,
  timePassed: 'That time is over or was taken back. Please choose another one.',
  noneDoneMentor: (given: string): string =>
    `${given} is asked for other times. A short message between you is just as good.`,
  noneDoneMentee: (given: string): string =>
    `None of the times suited ${given}. You can suggest others, whenever it suits you.`,

  cannot: 'I can’t make this one',
  cannotDoneOwner:
    'That happens. It is off your diary, and the other one knows. Whenever it suits you, find a new time.',
  cannotDoneMentor: (given: string): string =>
    `That happens. ${given} hears that this time does not work, and finds a new one. You need do nothing.`,
  cannotDoneMentee: (given: string): string =>
    `That happens. ${given} hears that this time does not work, and suggests others.`,
  cannotOther: (given: string, when: string): string => `${given} can’t make ${when}.`,
  cannotOwn: (when: string): string => `You said that you can’t make ${when}.`,

  suitsMe: 'That suits me',
  suitsDone: 'Thank you, that is noted.',

  calendar: 'Add to my calendar',
  calendarOff: 'Take it out of my calendar',
  calendarSent:
    'Here is the file. It shows as private in your calendar and names nobody. When the time changes, take the newer file.',
  calendarOffSent: 'Here is the file that takes the meeting out of your calendar.',
  calendarOld: 'If it is in your calendar, it stands there at the time it had.',
  calendarFile: 'meeting.ics',
  calendarUsual: 'Meeting',
  name: 'Name it differently',
  nameTitle: 'In my calendar',
  nameIntro:
    'How the entry is called in your calendar. Others who may look at it see it as private; a name that gives nothing away is still the safest.',
  nameLabel: 'Name of the entry',
  nameHint: 'Nobody else is told which name you chose.',
  nameSubmit: 'Keep the name',

  agendaTitle: 'Agenda',
  agendaHead: 'What it is about',
  agendaIntro: (called: string): Text => [
    'For your next meeting with ',
    { bold: called },
    '. You choose what to talk about; the other one can add one point.',
  ],
  noAgendaMentee: 'There is no agenda yet. A line or two is plenty.',
  noAgendaMentor: 'There is no agenda yet. It is your mentee’s to write, or to do without.',
  topics: 'What would you like to talk about?',
  topicsHint: 'One or more, the most important first.',
  outcome: 'What would make it a good meeting?',
  since: 'What has happened since last time?',
  questions: 'What would you like to ask?',
  agendaSubmit: 'Keep the agenda',
  agendaDone: (given: string): string => `Kept. ${given} can read it, and nobody else.`,
  agendaObjectives: 'Objectives',
  agendaWrite: 'Write the agenda',
  agendaChange: 'Change the agenda',
  agendaOff: 'This scheme does without agendas.',
  agendaNoMeeting:
    'First the meeting needs a place in the book: a day and a time. Then you can write the agenda for it.',
  pointTitle: 'One point of mine',
  pointIntro: (given: string): string =>
    `${given} writes the agenda. You can add one point to it, or change the one you added.`,
  point: 'Your point',
  pointSubmit: 'Add it',
  pointAdd: 'Add a point',
  pointChange: 'Change my point',
  pointOf: { mentor: 'Your point', mentee: 'A point from your mentor' } as Record<string, string>,
  openHead: 'Still open from last time',
  done: 'Done',
  doneSaid: 'Good. It is ticked off for both of you.',

  offTitle: 'In your calendar',
  off: 'A meeting that was planned does not take place, and may still be in your calendar. This file takes it out.',

  guide: 'Questions to begin with',
  guideTitle: 'Questions to begin with',
  guideIntro: 'To pick from, not to work through. Both of you can see them.',
  guideStages: {
    first: 'Getting to know each other',
    agree: 'Agreeing how it goes',
    working: 'In the middle of it',
    halfway: 'Half-way',
    closing: 'Coming to an end',
  } as Record<string, string>,
  guideQuestions: {
    first: [
      'How did each of you come to the work you do? What would you do again?',
      'What do you enjoy about it at the moment, and what wears you down?',
      'Have you had a mentor before, formally or not? What was good about it?',
      'What made you look for mentoring now? What made you offer it?',
      'What should the other one know about how you learn, or how you like to be told things?',
    ],
    agree: [
      'What would the mentee like to be different at the end? How would you both notice?',
      'What can the mentor give, and what not?',
      'How is this different from what a line manager does?',
      'What stays between you, and what may be told?',
      'How often, how long, where? What happens when one of you can’t make it?',
      'How will you tell each other that something is not right? How would you like to end?',
    ],
    working: [
      'What is on your mind today? What would be most useful to leave with?',
      'What have you tried since last time? What did you notice?',
      'What have you thought of already? What else? And what if that were not in the way?',
      'Who else could help, or know somebody who could?',
      'What is one small step, and when will you take it?',
    ],
    halfway: [
      'Which of your objectives has moved, and which has lost its point?',
      'What has been most useful in your meetings? What would you do without?',
      'Is what you agreed still right: how often, how long, what about?',
      'What would make the second half worth it?',
    ],
    closing: [
      'What has changed since you began, at work and in how you see it?',
      'What did each of you learn that you did not expect?',
      'What will the mentee go on with alone, and what would help?',
      'Would you like to stay in touch, and how?',
      'What would you tell somebody who is about to begin?',
    ],
  } as Record<string, string[]>,
  guideOther: 'Other questions',
  back: 'Back',
} as const;

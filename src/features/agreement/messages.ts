// Everything this room says, in British English: the questions of an agreement, and what always holds in one.
import type { Text } from '../../conversation/notice.ts';

const option = (key: string, label: string) => ({ key, label });

export const says = {
  something: 'Mentor: something for you',
  open: 'Open',
  fewer: 'Fewer like this',
  home: 'See what is next',
  title: 'Mentoring agreement',
  which: 'Which one is this about?',
  with: (called: string): Text => ['With ', { bold: called }],
  none: 'An agreement is something for two. This page opens once you have a mentor or a mentee.',
  gone: 'This is not available any more. Nothing was changed.',
  off: 'This scheme does without a written agreement. Whatever the two of you agree by word of mouth is just as good.',

  lead: (called: string): Text => ['With ', { bold: called }, '.'],
  nothing:
    'A page that the two of you write together, best while you talk: what this is for, what each of you expects, how you meet. Three short forms; nearly everything can be left open, and there is no hurry.',
  draft: 'This is a draft. It counts once both of you have confirmed the same version.',
  yours: (given: string): string => `You have confirmed this. It counts once ${given} has too.`,
  theirs: (given: string): string => `${given} has confirmed this. Once you do too, it counts.`,
  changed: (given: string): string =>
    `${given} has changed something since you opened this, so nothing was confirmed. This is how it reads now.`,
  inForce: (day: string, number: number): string => `You both confirmed this on ${day}. It is version ${number}.`,
  stillCounts: (day: string): string => `Until both have confirmed it, what you agreed on ${day} still counts.`,
  openYet: (names: string[]): string => `Before it can be confirmed it needs: ${names.join(' and ')}.`,
  openNames: { purpose: 'what it is for', mentorExpects: 'what the mentor expects' } as Record<string, string>,
  left: 'Nothing is written here yet.',
  alwaysHead: 'What always holds',
  skipHint: 'You can leave this for later, or for good: the meetings go on all the same.',

  write: 'Write it together',
  goOn: 'Go on writing',
  change: 'Change something',
  changePart: 'Change',
  confirm: 'I confirm this',
  drop: 'Leave it as it was',
  dropAsk: {
    title: 'Leave it as it was?',
    text: 'What was changed since you both confirmed goes. What you agreed before stays.',
    yes: 'Leave it as it was',
    no: 'Go on writing',
  },
  paper: 'Keep it as a PDF',
  papered: 'Here is the file. It is yours to keep; nobody else has been sent it.',
  earlier: 'Earlier versions',
  earlierTitle: 'Earlier versions',
  version: (number: number, day: string): string => `Version ${number}, confirmed by both on ${day}`,
  read: 'Read',
  guide: 'Questions to begin with',
  later: 'Later',
  pair: 'Back',

  doneFirst: 'You have both confirmed it. From now on this is your agreement.',
  doneMentee: 'You lead from here: you arrange the meetings and choose what to talk about.',
  doneMentor: 'From here your mentee arranges the meetings. You need do nothing until you hear from them.',
  waits: (given: string): string => `Thank you. ${given} is asked whether it reads right to them too.`,
  plan: 'Plan a meeting',
  agenda: 'Write the agenda',

  partTitles: {
    1: 'Aim and expectations',
    2: 'How we meet',
    3: 'Between the meetings',
    4: 'A new direction',
    5: 'A later day',
  } as Record<number, string>,
  partIntro: (part: number, given: string): string =>
    part === 4
      ? `Talk to ${given} first, then write down what the two of you will try, and when you look at it together. It counts once both of you have confirmed it.`
      : part === 5
        ? `If you would both like to go on, agree on a later day. It counts once ${given} has confirmed it too.`
        : `Part ${part} of 3. What you keep here ${given} can read and change at once. It counts once both of you have confirmed it.`,
  save: 'Keep and go on',
  saveLast: 'Keep',
  meanwhileHead: (given: string): string => `What ${given} has written here meanwhile`,
  meanwhile: (given: string): string =>
    `${given} has changed this meanwhile; it stands above. What you typed is still here. Send it again to keep yours.`,

  labels: {
    purpose: 'What our mentoring is for',
    mentorExpects: 'What the mentor expects',
    menteeExpects: 'What the mentee expects',
    weeks: 'How often',
    minutes: 'How long a meeting lasts',
    modes: 'In which way',
    place: 'Where',
    agenda: 'When the agenda comes',
    notice: 'Notice when one of us can’t make it',
    endsOn: 'Until when',
    contact: 'Writing to each other in between',
    reply: 'How soon we answer',
    confidential: 'What may be told, and to whom',
    offLimits: 'What we do not talk about',
    interests: 'Interests that could get in the way',
    feedback: 'How we tell each other what works',
    direction: 'What we will do differently',
    reviewOn: 'When we look at it together',
  },
  hints: {
    purpose: 'Needed before both of you confirm. What should be different at the end?',
    mentorExpects: 'Needed before both of you confirm. For example: that the mentee comes with a question.',
    menteeExpects: 'For example: honest answers, and time to think aloud.',
    place: 'Somewhere you can talk without being overheard.',
    contact: 'For example: chat messages are fine, no calls in the evening.',
    confidential: 'Beyond what always holds. For example: the goals may be named to a line manager.',
    offLimits: 'Nobody has to say why.',
    interests: 'For example: both work on the same grant. Leave it open if there is nothing.',
    direction: 'For example: shorter meetings, another topic, walking instead of sitting.',
    reviewOn: 'On that day both of you are reminded to say how it goes.',
    feedback: 'For example: five minutes at the end of each meeting.',
  } as Record<string, string>,
  weeks: [
    option('2', 'Every two weeks'),
    option('3', 'Every three weeks'),
    option('4', 'Every four weeks'),
    option('6', 'Every six weeks'),
    option('8', 'Every eight weeks'),
  ],
  everyWeeks: (weeks: number): string => `Every ${weeks} weeks`,
  minutes: [
    option('30', 'Half an hour'),
    option('45', 'Three quarters of an hour'),
    option('60', 'An hour'),
    option('90', 'An hour and a half'),
  ],
  agendaWhen: [
    option('day', 'A day before'),
    option('two-days', 'Two days before'),
    option('week', 'A week before'),
    option('none', 'We do without one'),
  ],
  notice: [
    option('same-day', 'The same day is fine'),
    option('day', 'A working day'),
    option('two-days', 'Two working days'),
    option('week', 'A week'),
  ],
  reply: [
    option('2', 'Within two working days'),
    option('5', 'Within five working days'),
    option('10', 'Within ten working days'),
  ],

  /** R20, R24 and what the guidance asks for: in every agreement, and nobody can take it out. */
  always: [
    'The mentor listens, supports, guides, helps to make goals clear and passes on experience. The mentor does not tell the mentee what to do.',
    'The mentor suggests the first meeting. The mentee arranges and leads all that follow.',
    'What we say stays between us. The limits are a risk of harm to somebody, a breach of the organisation’s rules, and what is against the law: that may have to be passed on.',
    'Nothing here is ever used for appraisal, probation or promotion. Line managers have no view of it.',
    'The mentor takes no part in appointing or promoting the mentee, nor in hearing a grievance that concerns them.',
    'Where something lies beyond the mentor’s experience, they say so and point to somebody who knows.',
    'Either of us may end this at any time, without fault and without giving a reason. The co-ordinators hear that it has ended.',
  ],
  workingTime: 'Mentoring is working time.',
  paperTitle: 'Mentoring agreement',
  paperName: 'mentoring-agreement.pdf',
  paperOf: (mentor: string, mentee: string): string => `${mentor} (mentor) and ${mentee} (mentee)`,
  paperFoot: 'This paper belongs to the two people named in it. It is for nobody else to ask for.',
} as const;

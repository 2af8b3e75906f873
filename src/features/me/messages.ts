// All wording about one's own standing in the scheme: pausing, returning, reminders, leaving, what is kept.
import { type Day, sayDay } from '../../scheme/calendar.ts';
import type { Role } from '../../scheme/records/people.ts';

export const as: Record<Role, string> = { mentor: 'As a mentor', mentee: 'As a mentee' };

export const labels = {
  profile: 'My profile',
  status: 'My registration',
  pause: 'Pause',
  otherDay: 'Another day',
  back: 'Return now',
  reminders: 'Reminders',
  leave: 'Leave the scheme',
  stored: 'What is kept about me',
  matching: 'Matching so far',
  register: 'Register',
  open: 'Open',
  home: 'See what is next',
  evaluation: 'How it goes',
  save: 'Save',
  contact: 'Ask the co-ordinators',
};

export const me = {
  title: 'Me',
  none: 'You are not registered with the scheme.',
  lead: 'You can pause, return or leave at any time, and need give no reason.',
  reminders: 'Reminders',
  kept: 'Your data',
  keptText: 'What is kept about you, and who can read it.',
  leaveText: 'You can leave at once.',
  returned: 'Good to have you back. You are where you were before.',
};

export const standing = {
  submitted: (day: Day): string => `You have sent your registration; you will have an answer by ${sayDay(day)}.`,
  'more-info': 'The co-ordinators have asked you something.',
  'not-accepted': 'Your registration was not taken up this time.',
  accepted: {
    mentor: 'You have been accepted; the mentor training comes next.',
    mentee: 'You have been accepted; the mentee briefing comes next.',
  } as Record<Role, string>,
  ready: 'You have been accepted; a matching event comes next.',
  // One sentence for both: that all places are taken would tell a mentor of a proposal before the mentee's yes (R13).
  pool: 'You can be introduced to somebody.',
  resting: 'You are taking a break from new introductions.',
  beside: {
    running: { mentor: 'You are somebody’s mentor.', mentee: 'You have a mentor.' },
    held: { mentor: 'There is nothing to do at present.', mentee: 'There is nothing to do at present.' },
    proposal: {
      mentor: 'A match is under way; “See what is next” says where it stands.',
      mentee: 'A match is under way; “See what is next” says where it stands.',
    },
  },
  paused: (day: Day | undefined): string => (day ? `You have paused until ${sayDay(day)}.` : 'You have paused.'),
  dormant: 'You have not been in touch for a while.',
  withdrawn: 'You have left.',
};

export const pause = {
  title: 'Pause',
  intro:
    'While you pause, nobody new is introduced to you. A pairing that is running goes on. On the day you choose you are back as you were, and hear so; you can return earlier, or choose another day.',
  until: { label: 'Until which day?' },
  roles: { label: 'What would you like to pause?' },
  submit: 'Pause',
  nothing: 'There is nothing you could pause at the moment.',
};

export const reminders = {
  title: 'Reminders',
  intro: 'Introductions, answers and news of an end always come to you directly. This is about check-ins.',
  /** Where the scheme holds no check-ins: what is left is whether to be asked anything at all. */
  without: {
    intro: 'Introductions, answers and news of an end always come to you directly. This is about everything else.',
    checkins: { label: 'When there is something to ask or remind me of' },
    direct: 'Send me a direct message',
  },
  checkins: { label: 'When a check-in is posted' },
  options: [
    { key: 'channel', label: 'The post in the forum is enough' },
    { key: 'direct', label: 'Send me a direct message' },
    { key: 'none', label: 'Do not remind me' },
  ],
  mention: {
    label: 'In the post',
    text: 'Mention me in check-in posts',
    hint: 'It names everybody who ticked this, whether they have a mentor or not, so it gives nothing away.',
  },
  says: { channel: 'The post in the forum.', direct: 'A direct message.', none: 'None.' },
  saysWithout: { channel: 'A direct message.', direct: 'A direct message.', none: 'None.' },
  mentioned: 'You are mentioned in check-in posts.',
};

export const leave = {
  title: 'Leave the scheme',
  lead: 'You can leave at once, and nobody asks why. Your card goes away, and nobody is introduced to you any more. You are welcome to register again whenever you like.',
  running: (called: string): string =>
    `First, please end your pairing with ${called}. It takes one short form, and no reason is needed.`,
  runningButton: 'End it',
  one: { mentor: 'Leave as a mentor', mentee: 'Leave as a mentee' } as Record<Role, string>,
  all: 'Leave the scheme',
  nothing: 'You are not registered with the scheme, so there is nothing to leave.',
  done: 'You have left. Thank you for having been part of it. The door stays open.',
  doneOne: (role: Role): string => `You have left as a ${role}. The rest stays as it was.`,
  first: 'There is a pairing to end first.',
};

export const stored = {
  title: 'What is kept about me',
  lead: 'This is what the scheme keeps, and who can read it. Line managers have no view of anything, and get no message.',
  everybody: 'Others in the scheme',
  everybodyText: 'Your profile card, once you are accepted.',
  coordinators: 'The co-ordinators and you',
  coordinatorsText:
    'Your name, account and address; your registration and its state; what you wrote in fields marked for the co-ordinators; that a pairing exists, with its dates; the form of an early end, if you filled one in; your private lines to them; which mentors you asked yourself, unless they are one of those; which events you signed up for and were at; and, for 30 days, whom you named after one.',
  excluded:
    'A co-ordinator who is your partner cannot read what you wrote for the co-ordinators. One whom you named as somebody not to be paired with sees nothing of you, as long as another can look after you. Whom you named after an event, gladly or not, is read by nobody whom it names.',
  pair: 'You and your partner',
  pairText:
    'Why you were put together, your goals once you are introduced, your agreement, your objectives, your agendas and what you record together about meetings; and, while you are a pair, how you told each other you can be reached, and notes until they have been read.',
  own: 'You alone',
  ownText:
    'What you have begun and not sent, whom you think of asking, what you want for your own career, your own part of a review, your learning log, how meetings are called in your calendar.',
  nobody: 'Nobody',
  nobodyText: 'Answers that are only counted are kept as numbers.',
  howLong: 'How long',
  howLongText: (months: {
    papers: number;
    exit: number;
    registration: number;
    pairing: number;
    passing: number;
  }): string =>
    `What you and a partner wrote: ${months.papers} months after the end of your pairing. A form of an early end: ${months.exit} months. What you wrote to the co-ordinators: ${months.passing} months after it was settled. Your registration: ${months.registration} months after you leave; your name, as long as a pairing of yours is kept, ${months.pairing} months at most. Then it is erased for good.`,
  privacy: 'The scheme’s privacy notice',
};

export const letters = {
  something: 'Mentor: something for you',
  open: 'Open',
  away: (name: string, role: Role, day: Day | undefined): string =>
    day ? `${name} (${role}) has paused until ${sayDay(day)}.` : `${name} (${role}) has paused.`,
  left: (name: string, role: Role): string => `${name} (${role}) has left the scheme.`,
};

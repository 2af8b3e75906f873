// What this room says to everybody: the sessions, signing up, one's own training, the look at one's own skills, and the letters. What co-ordinators read is in desk-messages.ts.
import type { Text } from '../../conversation/notice.ts';
import type { Session } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';

/** What the scheme asks of each role, as people call it. */
export const trainingOf: Record<Role, string> = { mentor: 'the mentor training', mentee: 'the mentee briefing' };

export const labels = {
  open: 'Open',
  look: 'Look',
  signUp: 'Sign up',
  cancel: 'I can’t come',
  cancelWaiting: 'Take me off the list',
  calendar: 'For my calendar',
  feedback: 'How was it?',
  desk: 'Session desk',
  mainDesk: 'Desk',
  newSession: 'New session',
  asked: 'What people ask for',
  waiting: 'Who waits for training',
  all: 'All training',
  events: 'Events',
  home: 'See what is next',
  register: 'What mentoring is',
  status: 'My registration',
  more: 'Later sessions',
  check: 'Look at my own skills',
  ask: 'Say what would help me',
  change: 'Change it',
  erase: 'Erase it',
  send: 'Send',
  save: 'Save',
};

export const forWhom: Record<Session['what'], string> = {
  mentor: 'Training for mentors',
  mentee: 'Briefing for mentees',
  both: 'Training for mentors and mentees',
  topic: 'Open to all mentors and mentees',
};

export const list = {
  title: 'Training',
  lead: 'Trainings, briefings, and sessions on whatever people would like help with.',
  none: 'No session is planned at the moment. When there is one, it stands here.',
  off: 'Sessions are not announced here. The co-ordinators tell you where to find training.',
  offDesk: 'Sessions are switched off. You can switch them on under “Training sessions” in set-up.',
  ahead: 'Coming up',
  past: 'Where you have been',
  pastAll: 'Past sessions',
  mine: { in: 'You are signed up.', waiting: 'You are on the waiting list.' },
  when: (title: string, what: Session['what'], when: string): Text => [{ bold: title }, `\n${forWhom[what]}\n${when}`],
  missing: (role: Role): Text => ['What is missing before you can be matched: ', { bold: trainingOf[role] }, '.'],
  nextStep: {
    booked: 'You have a place in a session for it.',
    waiting: 'You are on the waiting list of a session for it.',
    held: 'You signed up for one that is over. As soon as a co-ordinator has marked who was there, you hear from me.',
    planned: 'The next step is to sign up for a session below.',
    none: 'No session for it is planned yet. When there is one, it stands here.',
  },
  again: 'The one you went to was a while ago, and the scheme asks people to come again from time to time.',
  claimed: 'The co-ordinators are looking at the earlier experience you told them about.',
  partly: 'A part of it is recorded already.',
  takenBack:
    'It was recorded that you had been there, which was a slip at our desk and has been put right. You have done nothing wrong. If you were there after all, please write to the co-ordinators.',
  beforeNext: (role: Role): Text => [
    'Between you and whoever you are paired with nothing changes. Before you are matched with somebody new, there is ',
    { bold: trainingOf[role] },
    '.',
  ],
  done: (role: Role): string => `Recorded for you: ${trainingOf[role]}.`,
  until: (day: string): string => ` It counts until ${day}.`,
  soon: ' You are welcome to come again before then.',
  exempt: {
    mentor: 'As a mentor you need no training: your earlier experience counts.',
    mentee: 'As a mentee you need no briefing: your earlier experience counts.',
  } as Record<Role, string>,
  recommended: (role: Role): string => `Recommended for you, not required: ${trainingOf[role]}.`,
  helpHeading: 'Just for you',
  help: 'You can look at your own skills (nobody else sees it), or say what would help you (it is only counted).',
};

export const one = {
  title: 'Session',
  gone: 'This session is not on the list any more. Nothing was changed.',
  whom: 'For',
  when: 'When',
  zone: (zone: string): string => ` (${zone.replaceAll('_', ' ')})`,
  lasts: 'How long',
  minutes: (n: number): string => `${n} minutes`,
  where: 'Where',
  link: 'Link',
  linkLabel: 'Open the meeting',
  linkLater: 'online; the link stands here once you are signed up',
  places: 'Places',
  taken: (taken: number, of: number): string => {
    if (taken < of) return `${of - taken} of ${of} free`;
    return of === 1 ? 'the one place is taken; there is a waiting list' : `all ${of} taken; there is a waiting list`;
  },
  topic: 'About',
  said: 'You said, we did: several people asked for this.',
  changed: 'This has changed since it was announced. This is how it stands now.',
  changedMine:
    'This has changed since it was announced. This is how it stands now; if you have it in your calendar, please take the file once more.',
  off: 'This session has been called off. You need do nothing.',
  over: 'This session is over.',
  thanks: 'Thank you for coming.',
  part: 'Thank you for coming. It is recorded that you were there for a part of it.',
  strangers:
    'Sessions are for people who have been accepted. You can read everything first; nothing is decided by looking.',
  notYet: 'You can sign up as soon as your registration has been accepted.',
  otherRole: 'This session is for people in the other role.',
  in: 'You have a place.',
  waiting: (nth: number): string =>
    nth === 1
      ? 'You are first on the waiting list. If somebody else can’t come, the place is yours, and you hear from me.'
      : `You are number ${nth} on the waiting list. If a place becomes free for you, you hear from me.`,
  waitingFar: 'You are on the waiting list. If a place becomes free for you, you hear from me.',
  cancelHint: 'If you can’t come after all, one tap is enough, and somebody else can have the place.',
  done: 'Thank you for signing up.',
  listed: 'All places are taken at the moment.',
  cancelled: 'You are not signed up any more. Thank you for saying so. You can sign up again at any time.',
  already: 'You are signed up already.',
  tooLate: 'It is not possible to sign up for this session any more.',
};

export const letters = {
  /** The neutral line of every message to a person. */
  something: 'Mentor: something for you',
  fewer: 'Fewer like this',
};

export const calendar = {
  file: 'session.ics',
  /** What others who see the calendar may read: nothing of mentoring, nor of what it is about. */
  title: 'Training session',
  note: 'Open the chat with Mentor for anything else about it.',
  sent: 'The file is ready, for you alone: here, or in our chat. Open it, and it goes into your calendar.',
};

export const feedback = {
  title: 'How was it?',
  lead: (title: string): Text => ['A question or two about ', { bold: title }, ', and a line if you like.'],
  secret: 'This carries no name, and is only read together with the answers of at least four others.',
  score: { label: 'How useful was it for you?', low: 'not useful', high: 'very useful' },
  gaps: {
    label: 'Where would you like to be surer of yourself?',
    hint: 'Only added up over everybody, so that there can be sessions about it.',
  },
  line: { label: 'What should be different next time, or stay as it is?', hint: 'Please name nobody.' },
  done: 'Thank you. That was all.',
  already: 'You have told us already. Thank you.',
};

/** The nine attributes of a good mentor, as one asks oneself. */
export const attributes: Record<string, string> = {
  shares: 'I share skills, knowledge and experience',
  model: 'Others can look to me',
  motivates: 'I encourage and motivate',
  interest: 'I take a personal interest in the other',
  listens: 'I listen actively',
  feedback: 'I give feedback that helps',
  values: 'I value what others think and bring',
  celebrates: 'I celebrate each step the other reaches',
  stays: 'I stay with it, and keep the meetings',
};

export const check = {
  title: 'My own skills',
  lead: 'Nine things that make a good mentor. Nobody can do all of them from the start. Leave open what you like.',
  secret: (sessions: boolean): string =>
    `For your eyes only: nobody else can read this, not even the co-ordinators. It decides nothing${sessions ? '; it only suggests sessions' : ''}.`,
  low: 'hardly yet',
  high: 'comes easily',
  kept: 'This is kept for you alone. It decides nothing.',
  strong: 'What comes easily',
  weaker: (sessions: boolean): string => (sessions ? 'Where a session could help' : 'What does not come easily yet'),
  fine: (sessions: boolean): string =>
    sessions
      ? 'There is nothing here where you would need a session. They are open to you all the same.'
      : 'There is nothing here where you would need help.',
  sessions: 'Sessions you could come to',
  noSession:
    'No session about this is planned at the moment. If you say that one would help you, it is counted, without your name.',
  erased: 'It is erased.',
  notMember: 'You can do this once the scheme knows you. Have a look at what mentoring is first.',
  off: 'This scheme does without it.',
};

export const ask = {
  title: 'What would help me?',
  lead: 'Tick what you would like help with. Leave everything open to take back what you said before.',
  secret: (sessions: boolean): string =>
    `It is only counted. Nobody is told who asked, not even the co-ordinators${sessions ? ': once a session about it is planned, I invite you myself' : ''}.`,
  topics: { label: 'I would like help with', hint: 'Up to five.' },
  done: (sessions: boolean): string =>
    `Thank you. It is counted, without your name.${sessions ? ' Once a session about it is planned, you hear from me.' : ''}`,
  taken: 'Thank you. Nothing is counted for you any more.',
  planned: 'Planned already',
  urgent: 'If you would rather talk to somebody now, write to the co-ordinators.',
  contact: 'Write to them',
  off: 'This scheme does without it. You can write to the co-ordinators at any time.',
};

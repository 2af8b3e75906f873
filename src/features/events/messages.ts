// What this room says to everybody: the list of events, one event, signing up, and the letters. What co-ordinators read is in desk-messages.ts.
import type { Text } from '../../conversation/notice.ts';
import type { Role } from '../../scheme/records/people.ts';

export const labels = {
  open: 'Open',
  look: 'Look',
  lookOrSign: 'Look, or sign up',
  signUp: 'Sign up',
  as: { mentor: 'Sign up as a mentor', mentee: 'Sign up as a mentee' } as Record<Role, string>,
  cancel: 'I can’t come',
  cancelWaiting: 'Take me off the list',
  calendar: 'For my calendar',
  talk: 'My talk',
  again: 'Look again',
  event: 'The event',
  rank: 'Whom I met',
  feedback: 'How was it?',
  desk: 'Event desk',
  mainDesk: 'Desk',
  newEvent: 'New event',
  all: 'All events',
  home: 'See what is next',
  register: 'What mentoring is',
  status: 'My registration',
  more: 'Later events',
  training: 'All training',
};

export const list = {
  title: 'Events',
  line: 'Training and matching events: what is coming up, and what you signed up for',
  lead: 'At a matching event mentors and mentees meet for short talks, one after the other, and see with whom they could work well.',
  none: 'No event is planned at the moment. When there is one, it is announced in the forum and stands here.',
  ahead: 'Coming up',
  training: 'Training and briefings',
  past: 'Where you have been',
  pastAll: 'Past events',
  when: (title: string, when: string): Text => [{ bold: title }, `\n${when}`],
  mine: {
    in: { mentor: 'You are signed up as a mentor.', mentee: 'You are signed up as a mentee.' } as Record<Role, string>,
    waiting: 'You are on the waiting list.',
  },
};

export const one = {
  title: 'Matching event',
  gone: 'This event is not on the list any more. Nothing was changed.',
  when: 'When',
  zone: (zone: string): string => ` (${zone.replaceAll('_', ' ')})`,
  lasts: 'How long',
  minutes: (n: number): string => (n === 1 ? 'one minute' : `${n} minutes`),
  where: 'Where',
  link: 'Link',
  linkLabel: 'Open the meeting',
  linkLater: 'online; the link stands here once you are signed up',
  talks: 'Talks',
  talksOf: (n: number): string => `${n === 1 ? 'one minute' : `${n} minutes`} each, one after the other`,
  places: { mentor: 'Places for mentors', mentee: 'Places for mentees' } as Record<Role, string>,
  taken: (taken: number, of: number): string =>
    taken >= of ? `all ${of} taken; there is a waiting list` : `${of - taken} of ${of} free`,
  changed: 'This has changed since it was announced. This is how it stands now.',
  changedMine:
    'This has changed since it was announced. This is how it stands now; if you have it in your calendar, please take the file once more.',
  off: 'This event has been called off. You need do nothing.',
  over: 'This event is over.',
  overThere: 'Thank you for coming.',
  takenBack:
    'It was recorded that you had been there, which was a slip at our desk and has been put right. You have done nothing wrong. If you were there after all, please write to the co-ordinators; the next events stand under “Events”.',
  strangers:
    'Events are for people who have been accepted as mentors or mentees. You can read everything first; nothing is decided by looking.',
  notYet: 'You can sign up as soon as your registration has been accepted.',
  chooseRole:
    'You are registered both as a mentor and as a mentee. Please choose how you would like to come this time.',
  in: {
    mentor: 'You have a place as a mentor.',
    mentee: 'You have a place as a mentee.',
  } as Record<Role, string>,
  waiting: (nth: number, role: Role): string =>
    nth === 1
      ? `You are first on the waiting list for ${role}s. If somebody else can’t come, the place is yours, and you hear from me.`
      : `You are number ${nth} on the waiting list for ${role}s. If a place becomes free for you, you hear from me.`,
  waitingFar: 'You are on the waiting list. If a place becomes free for you, you hear from me.',
  cancelHint: 'If you can’t come after all, one tap is enough, and somebody else can have the place.',
  done: 'Thank you for signing up.',
  listed: 'All places are taken at the moment.',
  cancelled: 'You are not signed up any more. Thank you for saying so. You can sign up again at any time.',
  already: 'You are signed up already.',
  tooLate: 'It is not possible to sign up for this event any more.',
};

/** Five lines on choosing well: at such events people choose by liking and forget about fit. */
export const choosing: Record<Role, { lead: string; lines: string[] }> = {
  mentee: {
    lead: 'Five lines on choosing well',
    lines: [
      'Before you come, note one thing in your work that you would like to be different in half a year. Tell everybody you meet about it.',
      'Notice with whom you think more clearly. That matters more than whom you like at once.',
      'Ask what they have been through themselves. You are looking for experience that you could use.',
      'A mentor need not be more senior, nor do the same work, nor be like you.',
      'Think of practical things as well: when and how could the two of you meet, about once a month?',
    ],
  },
  mentor: {
    lead: 'Five lines on choosing well',
    lines: [
      'Ask everybody what they would like to be different in half a year, and listen before you tell of yourself.',
      'Notice where your own experience could be of use. That matters more than whom you like at once.',
      'You need not have all the answers, nor do the same work. Questions that help somebody to think are enough.',
      'The one who is most like you is not always the one you can help most.',
      'Think of practical things as well: when and how could the two of you meet, about once a month?',
    ],
  },
};

export const letters = {
  /** The neutral line of every message to a person. */
  something: 'Mentor: something for you',
  fewer: 'Fewer like this',
  post: (title: string): string => `Mentor: a matching event, ${title}`,
  postHead: (scheme: string): Text => [{ bold: scheme }, ' invites you to a matching event.'],
  postHow: 'Mentors and mentees meet for short talks, one after the other. What the button opens, only you can see.',
  postNotHere: 'Please don’t sign up by answering here: nobody need know who comes.',
  postOff: (title: string): string => `Mentor: the matching event ${title} has been called off`,
  postOffHead: (title: string, when: string): Text => [
    { bold: title },
    `, which was planned for ${when}, has been called off. Whoever had signed up has been told.`,
  ],
};

export const calendar = {
  file: 'event.ics',
  note: 'From your mentoring scheme. Open the chat with Mentor for anything else about it.',
  sent: 'The file is ready, for you alone: here, or in our chat. Open it, and it goes into your calendar.',
};

export const talk = {
  title: 'My talk',
  letter: (n: number, of: number): string => `Mentor: round ${n} of ${of}`,
  round: (n: number, of: number): string => `Round ${n} of ${of}`,
  with: (name: string, role: Role): Text => ['You talk with ', { bold: name }, `, who is here as a ${role}.`],
  minutes: (n: number): string => `You have ${n === 1 ? 'one minute' : `${n} minutes`}.`,
  /** By the role of the other. */
  tip: {
    mentor: 'You might begin with the one thing you would like to be different in half a year.',
    mentee: 'You might begin by asking what they would like to be different in half a year.',
  } as Record<Role, string>,
  pause: 'You have a pause in this round.',
  pauseNote: 'Pauses go round, so that nobody has more of them than others. You hear when the next round begins.',
  late: 'Welcome! You are in from the next round on, and hear when it begins.',
  notYet: 'The talks have not begun yet. You hear when they do.',
  over: 'The talks are over.',
};

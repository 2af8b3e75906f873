// All wording of the co-ordinators' desk and directory, in English.
import type { Text } from '../../conversation/notice.ts';
import { type Day, sayDay } from '../../scheme/calendar.ts';
import type { Role } from '../../scheme/records/people.ts';

export const labels = {
  matchingSoFar: 'Matching so far',
  open: 'Open',
  look: 'Look',
  read: 'Read',
  answer: 'Answer',
  came: 'Who was there',
  people: 'People',
  endForThem: 'End it for them',
  ends: 'Ends',
  matching: 'Matching',
  events: 'Events',
  training: 'Training',
  forum: 'Forum',
  two: 'Put two together',
  checkins: 'Check-ins',
  evaluations: 'How it goes',
  setup: 'Set-up',
  desk: 'Desk',
  mine: 'My own next step',
  find: 'Find somebody',
  more: 'More people',
  first: 'From the beginning',
  everybody: 'Everybody',
  coordinator: 'Make a co-ordinator',
  coordinators: 'Co-ordinators',
  show: 'Show',
};

const some = (n: number, most: number): string => (n > most ? `More than ${most}` : String(n));

export const desk = {
  title: 'Desk',
  line: 'Co-ordinators: what needs you, people, matching, training, events, forum, check-ins, set-up',
  setupFirst: 'The scheme is not open yet. Set-up takes three short steps.',
  needs: 'What needs you',
  nothing: 'Nothing needs you at the moment.',
  places: 'Everything else',
  waiting: (n: number, most: number, oldest: Day): string =>
    n === 1
      ? `One registration waits for an answer, sent on ${sayDay(oldest)}.`
      : `${some(n, most)} registrations wait for an answer, the first sent on ${sayDay(oldest)}.`,
  exit: (names: string, on: Day): string => `${names}: ended on ${sayDay(on)}. Not read yet.`,
  exitOpen: (names: string, on: Day): string => `${names}: ended on ${sayDay(on)}. Read, and still to be closed.`,
  moreExits: 'There are more; they follow here once these are done.',
  inquiry: (name: string, by: Day, urgent: boolean): string =>
    `${name} has written to you. ${urgent ? 'It is marked as urgent. ' : ''}An answer is promised by ${sayDay(by)}.`,
  inquiryTaken: (name: string, by: Day): string =>
    `You are looking after what ${name} wrote. An answer is promised by ${sayDay(by)}.`,
  moreInquiries: 'There are more lines to answer; they follow here once these are done.',
  quiet: (n: number, most: number): string =>
    n === 1 ? 'There is no news of one pairing.' : `There is no news of ${some(n, most).toLowerCase()} pairings.`,
  finished: (n: number, most: number): string =>
    n === 1
      ? 'One pairing has finished as agreed in the last four weeks.'
      : `${some(n, most)} pairings have finished as agreed in the last four weeks.`,
  training: (n: number, most: number): string =>
    n === 1
      ? 'One person is accepted and waits for the training to be marked.'
      : `${some(n, most)} people are accepted and wait for the training to be marked.`,
  unmarked: (title: string, day: Day): Text => [
    { bold: title },
    ` was on ${sayDay(day)}. Nobody is marked as having been there yet.`,
  ],
  events: (n: number, most: number): string =>
    n === 1
      ? 'One person is accepted and can be matched once they have been to a matching event.'
      : `${some(n, most)} people are accepted and can be matched once they have been to a matching event.`,
  stories: (n: number, most: number): string =>
    n === 1
      ? 'Something written for the forum waits to be looked at.'
      : `${some(n, most)} things written for the forum wait to be looked at.`,
  asked: (n: number): string =>
    n === 1 ? 'Several people ask for help with one topic.' : `Several people ask for help with ${n} topics.`,
  pool: (mentees: number, mentors: number, most: number): string =>
    `Waiting for a mentor: ${some(mentees, most).toLowerCase()}. Mentors with a place free: ${some(mentors, most).toLowerCase()}.`,
  nextBest: (n: number, most: number): string =>
    n === 1
      ? 'For one mentee a proposal came to nothing; a next-best mentor is prepared.'
      : `For ${some(n, most).toLowerCase()} mentees a proposal came to nothing; a next-best mentor is prepared.`,
  looking: (n: number, most: number): string =>
    n === 1
      ? 'One mentee has come to the end of their own list of mentors. Perhaps you know somebody.'
      : `${some(n, most)} mentees have come to the end of their own list of mentors. Perhaps you know somebody.`,
  byHand: (n: number, most: number): string =>
    n === 1
      ? 'One mentee waits for you to think of a mentor.'
      : `${some(n, most)} mentees wait for you to think of a mentor.`,
  run: (pairs: number): string =>
    pairs === 1
      ? 'A match has been worked out: one pair waits to be looked at and released.'
      : `A match has been worked out: ${pairs} pairs wait to be looked at and released.`,
  somebody: 'Somebody',
  pair: (mentor: string, mentee: string): string => `${mentor} and ${mentee}`,
  second: 'There is only one co-ordinator. Somebody else should be able to read what concerns you.',
};

export const roles: Record<Role, string> = { mentor: 'Mentor', mentee: 'Mentee' };

export const states = {
  submitted: 'waits for an answer',
  'more-info': 'has a question to answer',
  'not-accepted': 'was not taken up',
  accepted: 'accepted, training to come',
  ready: 'accepted, a matching event to come',
  available: 'can be matched',
  full: (role: Role): string =>
    role === 'mentor' ? 'has no place left at the moment' : 'has a mentor, or is being asked about one',
  resting: 'is taking a break',
  paused: (day: Day | undefined): string => (day ? `has paused until ${sayDay(day)}` : 'has paused'),
  dormant: 'has not been in touch for a while',
  withdrawn: 'has left',
};

export const people = {
  title: 'People',
  none: 'Nobody has registered yet.',
  unregistered: 'not registered',
  gone: 'account gone',
  coordinator: 'co-ordinator',
  findTitle: 'Find somebody',
  find: { label: 'Who?', hint: 'Type the beginning of a first name or a surname.' },
  oneTitle: 'Somebody',
  oneGone: 'This person is not in the scheme any more.',
  account: 'Account',
  joined: 'Known since',
  mentees: 'Places',
  places: (taken: number, capacity: number): string => `${taken} of ${capacity} taken`,
  pairings: 'Pairings',
  pairing: (mentor: string, mentee: string): Text => ['Mentor ', { bold: mentor }, ' and mentee ', { bold: mentee }],
  since: (day: Day): string => `since ${sayDay(day)}`,
  met: (n: number): string => (n === 0 ? 'no meeting recorded yet' : n === 1 ? 'one meeting' : `${n} meetings`),
  last: (day: Day): string => `the last on ${sayDay(day)}`,
  until: (day: Day): string => `planned until ${sayDay(day)}`,
  confirmCoordinator: {
    title: 'Make a co-ordinator?',
    text: 'They see the desk, what people wrote for co-ordinators, and alerts. They are told at once.',
    yes: 'Yes, add them',
    no: 'No',
  },
};

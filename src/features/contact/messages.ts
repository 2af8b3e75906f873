// All wording of contact with the co-ordinators, in English.
import type { Text } from '../../conversation/notice.ts';
import { type Day, sayDay } from '../../scheme/calendar.ts';

export const labels = {
  write: 'Write to the co-ordinators',
  send: 'Send',
  open: 'Open',
  home: 'See what is next',
  desk: 'Desk',
  take: 'I’ll answer this',
  takeOver: 'Answer it instead',
  reply: 'Answer',
  contact: 'Contact',
};

export const contact = {
  title: 'Contact',
  coordinators: 'The co-ordinators:',
  coordinatorsText:
    'You can write to any of them directly, or send a line here that they all can read; then you are told by when you will have an answer.',
  none: 'No co-ordinator is named yet.',
  people: 'People to talk to, besides the co-ordinators:',
  mine: 'What you wrote',
  mineOf: (day: Day): string => `On ${sayDay(day)}`,
  waits: (day: Day): string => `an answer by ${sayDay(day)}`,
  waitsLonger: 'it is taking longer than we said, and they know',
  answered: 'answered',
};

export const ask = {
  title: 'A private line',
  readers: (names: Text): Text => [
    'Read by ',
    ...(typeof names === 'string' ? [names] : names),
    ', and by nobody else.',
  ],
  urgent: 'If it is urgent, please talk to a person first. These people are there for that:',
  text: { label: 'What is on your mind?', hint: 'A sentence is enough.' },
  /** Where something isn’t working between two people (F16). */
  helpTitle: 'Help with what isn’t working',
  help: { label: 'What would help?' },
  helps: {
    talk: 'A private talk with a co-ordinator',
    third: (arbiter: string | undefined): string =>
      arbiter
        ? `${arbiter} with the two of us, as a neutral third person`
        : 'A neutral third person with the two of us',
  },
  talked: { label: 'Have the two of you talked about it?', hint: 'Either is fine; it helps to know where to begin.' },
  talks: { yes: 'Yes', 'not-yet': 'Not yet', 'rather-not': 'I would rather not' },
  hard: { label: 'What is hard?', hint: 'Only if you like. The other one does not read it.' },
  urgentTick: { label: 'Urgent', text: 'This is urgent' },
  nobody:
    'The only co-ordinator is somebody you are in a pairing with, or would rather not deal with. A line here would reach them. Please talk to one of these people instead:',
  nobodyElse: 'The scheme has no co-ordinator who could read this at the moment.',
  thanks: 'Thank you',
  sent: (day: Day): string =>
    `Your line is with the co-ordinators. You will have an answer by ${sayDay(day)}, here in private.`,
};

export const inquiry = {
  title: 'A private line',
  from: 'From',
  help: 'Would help',
  helps: { talk: 'a private talk with a co-ordinator', third: 'a neutral third person with the two of them' },
  talked: 'Have talked about it with each other',
  talks: { yes: 'yes', 'not-yet': 'not yet', 'rather-not': 'would rather not' },
  on: 'Written on',
  by: 'Answer by',
  urgent: 'It is marked as urgent.',
  yours: 'You are looking after this.',
  theirs: (who: Text): Text => [...spans(who), ' is looking after this.'],
  open: 'Nobody is looking after this yet.',
  own: 'You wrote this yourself, so somebody else answers it.',
  answeredBy: (who: Text): Text => ['Answered by ', ...spans(who), ':'],
  gone: 'This is not available any more, or it is for another co-ordinator to read.',
};

export const reply = {
  title: 'Your answer',
  asked: (name: string): string => `${name} wrote:`,
  answer: { label: 'Your answer', hint: 'Only the person who wrote can read it, and the co-ordinators.' },
};

export const answer = {
  title: 'Your line',
  you: 'You wrote:',
  waits: (day: Day): string => `It is with the co-ordinators. You will have an answer by ${sayDay(day)}.`,
  longer: 'It is taking longer than we said. The co-ordinators know.',
  people: 'In the meantime you can talk to one of these people:',
  gone: 'This is not available any more.',
};

export const letters = {
  somebody: 'Somebody',
  alert: (name: string): string => `${name} has written to the co-ordinators.`,
  urgent: 'It is marked as urgent.',
  by: (day: Day): string => `An answer is promised by ${sayDay(day)}.`,
  taken: (who: Text): Text => [...spans(who), ' is looking after it.'],
  closedLine: 'A private line to the co-ordinators has been answered.',
  waits: (name: string): string => `${name} wrote to the co-ordinators and is still waiting for an answer.`,
  something: 'Mentor: something for you',
};

function spans(text: Text): Exclude<Text, string> {
  return typeof text === 'string' ? [text] : text;
}

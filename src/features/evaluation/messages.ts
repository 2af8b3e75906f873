// Everything people read about evaluations, in British English. What co-ordinators read: desk-messages.ts.
import { type Day, sayDay } from '../../scheme/calendar.ts';
import { inWords } from '../../scheme/options.ts';

export const labels = {
  answer: 'Answer',
  send: 'Send',
  survey: 'Open the survey',
  done: 'I have done it',
  home: 'See what is next',
  all: 'All questions for me',
  contact: 'Ask the co-ordinators',
  difficulty: 'Something isn’t working',
  certificate: 'Certificate of mentoring',
  make: 'Make the file',
  log: 'My learning log',
  become: 'Become a mentor',
  again: { mentor: 'Offer a place again', mentee: 'Look for another mentor' },
  objectives: 'Objectives',
  agreement: 'Our agreement',
  ask: 'Say what would help me',
  open: 'Open',
  fewer: 'Fewer like this',
};

export const letters = { something: 'Mentor: something for you' };

export const list = {
  title: 'How it goes',
  lead: 'From time to time you are asked how mentoring goes for you. Answers are only ever counted.',
  none: 'There are no questions for you at present.',
  row: (name: string, called: string): string => `${name}, with ${called}`,
  certificate: (called: string): string => `For your time with ${called}`,
};

export const form = {
  lead: (called: string): string => `About you and ${called}. It takes about three minutes.`,
  secret:
    'Nobody is told what you answer, neither the other one nor the co-ordinators. It is counted, and told only together with the answers of at least four others. Please name nobody in what you write.',
  required:
    'The scheme asks everybody for this. Nothing is held back from you if you leave it, except a certificate of mentoring.',
  topics: {
    label: 'With which topics would more help be good?',
    hint: (sessions: boolean): string =>
      `Co-ordinators learn that a topic is wanted, not by whom.${sessions ? ' If there is a session about it, you are invited.' : ''}`,
  },
  link: (called: string): string => `There is a survey about you and ${called}, run outside Mentor.`,
  linkSecret: 'Mentor does not see what you answer there. Tell me when you have done it, and you are not asked again.',
  thanks: 'Thank you. It has been counted, without your name.',
  thanksLink: 'Thank you. You are not asked again.',
  already: 'You have answered this already. Thank you.',
  closed: 'These questions have closed, and nothing depends on them. Thank you for looking.',
  fit: 'If something between you and the other one is not as it should be, you need not wait for anything.',
  unsure:
    'Not being sure is nobody’s fault. There are several ways from here, and none of them needs a reason: “Something isn’t working” shows them.',
  contactMe: {
    label: 'The co-ordinators',
    text: 'Please contact me',
    hint: 'They hear that you would like to talk, and nothing of what stands here.',
  },
  contactText: 'Please contact me. (Ticked beside questions about how it goes.)',
  contacted: (day: Day): string => `A co-ordinator will be in touch by ${sayDay(day)}.`,
  contactNobody: 'There is no co-ordinator just now who could be told without your partner knowing, so nobody was.',
  contactOthers: 'These people are there for you:',
  together: ({ objectives, agreements }: { objectives: boolean; agreements: boolean }): string => {
    const what = [...(objectives ? ['your objectives'] : []), ...(agreements ? ['your agreement'] : [])];
    return `This is also a good time for the two of you to look at ${inWords(what)} together: does it still fit?`;
  },
  end: 'What you take along from this is worth a line in your learning log.',
};

export const certificate = {
  title: 'Certificate of mentoring',
  ready:
    'Thank you for being a mentor. Here is a page that says so, for you to keep or to show. It names nobody but you.',
  missing: (points: readonly string[]): string =>
    `Thank you for being a mentor. The scheme asks for your answers first: ${inWords(points)}.`,
  none: 'There is no certificate of mentoring for you here at present.',
  sent: 'The file is ready, for you alone: here, or in our chat. Thank you for being a mentor.',
  file: 'certificate-of-mentoring.pdf',
  says: 'This is to say that',
  was: (scheme: string, host: string): string =>
    host ? `has been a mentor in ${scheme}, run by ${host}.` : `has been a mentor in ${scheme}.`,
  from: 'From',
  to: 'To',
  met: 'Meetings held',
  day: (day: Day): string => sayDay(day),
  thanks:
    'Mentoring is given freely: listening, supporting, passing on experience. The scheme and those who learned from it say thank you.',
  by: (names: readonly string[]): string => `For the scheme: ${inWords(names)}`,
  made: (day: Day): string => `Made on ${sayDay(day)}`,
};

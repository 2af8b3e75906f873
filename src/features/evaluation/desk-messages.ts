// What co-ordinators read of evaluations: the settings, and what was counted.
import type { Role } from '../../scheme/records/people.ts';

export const labels = {
  change: 'Change',
  look: 'Look',
  add: 'Add a point',
  save: 'Save',
  remove: 'Remove',
  desk: 'Desk',
  setup: 'Set-up',
  settings: 'What is asked',
  topics: 'Topics people ask for',
  more: 'More lines',
  file: 'A file for a report',
};

export const roles: Record<Role, string> = { mentor: 'Mentors', mentee: 'Mentees' };

export const report = {
  title: 'How it goes',
  lead: 'Answers are only counted: nobody’s name stands with them. Those of a month appear when that month is over, and only where at least five people have answered, so that nobody can be known by them.',
  row: (name: string, role: Role, answers: number): string =>
    `${name}: ${roles[role]}\n${answers === 0 ? 'Nothing to show yet' : `${answers} answers`}`,
  one: (name: string, role: Role): string => `${name}: ${roles[role]}`,
  few: 'There is nothing to show yet: it takes at least five answers from months that are over.',
  answers: 'Answers',
  average: (average: number, counts: readonly number[]): string =>
    `${average.toFixed(1)} of 5 (from 1 to 5: ${counts.join(', ')})`,
  before: (average: number): string => `At the beginning: ${average.toFixed(1)}, among everybody who answered then`,
  fewer: 'Fewer than five have answered this',
  file: 'how-it-goes.csv',
  columns: ['Question', 'Answer', 'How many'],
  columnAverage: 'Average, of 5',
  moreLines: 'There are more lines than fit here; all of them are on the page.',
  sent: 'The file is ready, for you alone: here, or in our chat. It holds what stands on this page, and no more.',
  closed: {
    mentee:
      'What mentees wrote is not shown to you: you have been a mentor here, and it may be about you. Another co-ordinator can read it.',
    mentor:
      'What mentors wrote is not shown to you: you have been a mentee here, and it may be about you. Another co-ordinator can read it.',
  },
  link: 'These were asked to answer a survey outside Mentor. Who says to have done it is counted here.',
  off: 'Nothing is asked at any point. You can switch points on in the settings.',
};

export const settings = {
  title: 'What is asked, and when',
  lead: 'At each point both people are asked by themselves. Whatever they answer is only counted, and shown from five people on.',
  rules: { off: 'Nobody is asked', offered: 'Offered', required: 'Required' } as const,
  ways: {
    ours: 'Short questions that come with Mentor',
    both: 'The questions that come with Mentor, and yours after them',
    own: 'Your questions',
    link: 'A survey of yours',
  } as const,
  when: {
    introduction: 'Shortly after the introduction',
    half: 'Half-way to the planned end',
    end: 'At the planned end',
    later: (months: number): string => `${months} months after the end`,
    weeks: (weeks: number): string => `${weeks} weeks after the introduction`,
  },
  row: (name: string, when: string, rule: string, way: string): string => `${name}\n${when}. ${rule}${way}`,
  certificates: {
    label: 'Certificates of mentoring',
    text: 'Mentors can have a certificate of mentoring',
    hint: 'At the end of a pairing, whichever way it came, if the two have met.',
  },
  months: { label: 'Months between the end and the last questions' },
};

export const point = {
  title: 'Questions at one point',
  addTitle: 'Another point',
  name: { label: 'What is it called?' },
  weeks: { label: 'How many weeks after the introduction?' },
  rule: {
    label: 'Are people asked?',
    hint: 'Required means two reminders at most, and no certificate of mentoring without it. It holds nothing else back.',
  },
  way: { label: 'What is asked?' },
  scales: {
    label: 'Your questions, answered from 1 (not at all) to 5 (very much)',
    hint: 'Only if you ask your own. Six at most.',
  },
  texts: { label: 'Your questions, answered in a few words', hint: 'Only if you ask your own. Four at most.' },
  link: { label: 'Address of your survey', hint: 'Only if you have a survey outside Mentor.' },
  without: {
    label: 'Leave out of the questions that come with Mentor',
    hint: 'Both roles are listed; each is asked its own. What was answered earlier stays counted.',
  },
  leaveSome: 'Please leave at least one question in for each role, or choose “Nobody is asked”.',
  needsQuestions: 'Please write at least one question, here or below.',
  needsLink: 'Please give the address of your survey.',
  twice: 'Please ask each question only once.',
  full: (n: number): string => `There can be ${n} points at most.`,
  confirmRemove: {
    title: 'Remove this point?',
    text: 'Nobody is asked at it any more. What was counted is not shown any more.',
    yes: 'Remove it',
    no: 'Keep it',
  },
};

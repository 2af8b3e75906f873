// Everything the learning log says, in British English. What a CPD record says: record-messages.ts.
import type { Text } from '../../conversation/notice.ts';
import { type Day, sayDay } from '../../scheme/calendar.ts';

export const kindsOfLearning = [
  { key: 'work', label: 'Work-based learning', hint: 'At work: supervising, showing somebody, looking back.' },
  { key: 'professional', label: 'Professional activity', hint: 'Mentoring belongs here, or a professional body.' },
  { key: 'formal', label: 'Formal or educational', hint: 'A course, further education, writing an article.' },
  { key: 'self', label: 'Self-directed learning', hint: 'Reading, watching, trying out.' },
  { key: 'other', label: 'Something else', hint: 'Voluntary work, public service.' },
];

export const skills = [
  { key: 'listening', label: 'Listening' },
  { key: 'questioning', label: 'Asking questions' },
  { key: 'feedback', label: 'Giving and taking feedback' },
  { key: 'goals', label: 'Setting goals' },
  { key: 'planning', label: 'Planning' },
  { key: 'leadership', label: 'Leadership' },
  { key: 'inclusion', label: 'Inclusion' },
  { key: 'networks', label: 'Building networks' },
  { key: 'technical', label: 'Technical skill' },
  { key: 'other', label: 'Something else' },
];

export const labels = {
  add: 'Add an entry',
  find: 'Search',
  export: 'CPD record',
  change: 'Change',
  write: 'Write it down',
  open: 'Open',
  edit: 'Edit',
  more: 'Add for a CPD record',
  delete: 'Delete',
  log: 'My learning log',
  older: 'Older entries',
  newest: 'Newest entries',
  save: 'Save',
  keep: 'Keep this',
  again: 'Another search',
  home: 'See what is next',
};

export const log = {
  title: 'My learning log',
  line: 'My learning log, for my eyes only; export as a CPD record',
  lead: 'Only you can read this. Nobody else sees what is in it, nor whether there is anything in it.',
  aim: 'What I want from this',
  noAim: 'You have not written down yet what you want from this for yourself. It helps to look back on later.',
  none: 'There is nothing in it yet. An entry is two lines: what you did, and what you learned.',
  off: 'This scheme does without a learning log.',
  offLead: 'This scheme does without a learning log now. What you wrote is still here, for you alone.',
  row: (activity: string, day: Day, kind: string, beginning: string): Text => [
    { bold: activity },
    `\n${sayDay(day)} · ${kind}\n${beginning}`,
  ],
};

export const entry = {
  title: 'An entry in my log',
  newTitle: 'A new entry',
  editTitle: 'Change an entry',
  intro: 'Only you can read this.',
  gone: 'This entry is not there any more. What you write here is kept as a new one.',
  noNames:
    'Only you can read this. If you might hand it in one day, leave out names and what was told to you in confidence.',
  on: { label: 'When was it?' },
  activity: { label: 'What was it?', hint: 'A meeting, a course, an article, a talk.' },
  learning: { label: 'What kind of learning?' },
  learned: { label: 'What did you learn?' },
  useNext: {
    label: 'What will you do with it?',
    hint: 'At work, or with your next mentor or mentee. It comes back to you when you are next introduced to somebody.',
  },
  changed:
    'You have changed this entry in another window meanwhile. What you typed is still here; send it again if it is what you want to keep.',
  kept: 'That is in your log.',
  was: 'This is in your log already.',
  confirm: {
    title: 'Delete this entry?',
    text: 'It is erased for good, and cannot be brought back.',
    yes: 'Delete it',
    no: 'Keep it',
  },
  deleted: 'The entry has been deleted.',
};

export const more = {
  title: 'For a CPD record',
  intro: 'All of this is optional. It is what the Science Council and the Engineering Council look for in a record.',
  did: { label: 'What did you do?' },
  practice: { label: 'What has it done for your own work?', hint: 'For the Science Council, standard 3.' },
  users: {
    label: 'What has it done for those you work for?',
    hint: 'Students, staff, customers. For the Science Council, standard 4.',
  },
  plan: {
    label: 'How does it fit your own plan?',
    hint: 'What you set out to learn, and whether that is different now. For the Engineering Council.',
  },
  skills: { label: 'Skills it has to do with' },
  minutes: { label: 'How many minutes did it take?', hint: 'Neither body asks for this; some employers do.' },
  link: {
    label: 'A link that shows it',
    hint: 'A page or a file that you may show others. Please choose none that names your mentor or mentee.',
  },
  facts: {
    when: 'When',
    learning: 'Kind of learning',
    with: 'With',
    learned: 'What I learned',
    useNext: 'What I will do with it',
    did: 'What I did',
    practice: 'For my own work',
    users: 'For those I work for',
    plan: 'And my own plan',
    skills: 'Skills',
    minutes: 'Minutes',
    link: 'A link',
  },
};

export const meeting = {
  activity: (number: number): string => (number > 0 ? `Mentoring meeting ${number}` : 'Mentoring meeting'),
  nothing: 'There was nothing to copy: your note about this meeting is empty. You can write your entry here.',
};

export const find = {
  title: 'Search my log',
  words: { label: 'Words to look for', hint: 'All of them must be in the entry.' },
  learning: { label: 'Kind of learning' },
  submit: 'Search',
  empty: 'Please write a word, or choose a kind of learning.',
  found: (n: number): string => (n === 1 ? 'One entry.' : `${n} entries.`),
  none: 'There is no such entry here.',
  further: 'Look further back',
};

export const aim = {
  title: 'What I want from this',
  intro: 'Only you can read this. It stands at the head of your learning log.',
  aim: { label: 'What do I want from this for my own career?' },
};

export const next = {
  title: 'For this time',
  lead: 'What you wrote down for next time, in your learning log. Only you can read it.',
  none: 'There is nothing in your log that you wanted to do next time.',
  from: (activity: string, day: Day): string => `${activity}, ${sayDay(day)}`,
};

// What the export says, and the words of a CPD record in its two layouts.
import { type Day, sayDay } from '../../scheme/calendar.ts';

export const exporting = {
  title: 'CPD record',
  intro:
    'Your log as a file for you alone, laid out for the body you are registered with. Both ask for reflection and benefit, and neither counts hours.',
  older: 'This goes on with older entries, from where the last file ended.',
  layout: { label: 'For whom is it?' },
  layouts: [
    { key: 'science', label: 'Science Council', hint: 'RSciTech, RSci, CSci, CSciTeach; also for the IST.' },
    { key: 'engineering', label: 'Engineering Council', hint: 'EngTech, ICTTech, IEng, CEng.' },
  ],
  file: { label: 'What kind of file?' },
  files: [
    { key: 'pdf', label: 'To read and print (PDF)' },
    { key: 'csv', label: 'For a spreadsheet (CSV)' },
  ],
  from: { label: 'From which day?', hint: 'An audit may ask for twelve months.' },
  to: { label: 'To which day?' },
  aim: {
    label: 'At its head',
    text: 'Put what I want from this at the head of it',
    hint: 'In the PDF alone. It is private otherwise.',
  },
  partner: {
    label: 'The other one',
    text: 'Name the people I met with',
    hint: 'Please ask them first: that somebody has a mentor is theirs to tell. Without a tick, where you wrote a name the file says “my mentor” or “my mentee”.',
  },
  submit: 'Make the file',
  empty: 'There is nothing in your log between these days.',
  onlyOlder: (n: number): string =>
    `There is nothing between these days among the ${n} entries looked through. There are older ones.`,
  order: 'Please choose a day that is not before the first.',
  sent: 'The file is ready, for you alone: here, or in our chat. Nobody else has it.',
  lookLeftOut:
    'Names that I know are left out. A nickname, or somebody who has left, I would not know: please read it through before you hand it in.',
  lookNamed: 'It names the people you met with. Please hand it in only if they know.',
  moreFile: 'Older entries, in another file',
  another: 'Another file',
};

export const leftOutAs = { mentor: 'my mentor', mentee: 'my mentee' } as const;

export const record = {
  name: { science: 'cpd-record-science-council', engineering: 'cpd-record-engineering-council' },
  title: { science: 'CPD record, Science Council', engineering: 'CPD record, Engineering Council' },
  by: (name: string): string => `The record of ${name}`,
  period: (from: Day, to: Day): string => `From ${sayDay(from)} to ${sayDay(to)}`,
  aim: 'What I want from this',
  kinds: 'Kinds of learning',
  kindsSaid: (kinds: readonly string[]): string => kinds.join('; '),
  kindsNote:
    'The Science Council asks for at least three kinds, exceptionally two, in twelve months; what is recorded elsewhere counts as well.',
  planNote:
    'The Engineering Council asks for reflection on each activity, and for a look at the own plan from time to time.',
  entry: (activity: string, day: Day): string => `${sayDay(day)}: ${activity}`,
  columns: {
    on: 'Date',
    activity: 'Activity',
    learning: 'Kind of learning',
    with: 'With',
    did: 'What I did',
    learned: 'What I learned',
    practice: { science: 'Benefit to my practice (standard 3)', engineering: 'Benefit to my work' },
    users: { science: 'Benefit to the users of my work (standard 4)', engineering: 'Benefit to others' },
    plan: { science: 'And my own plan', engineering: 'Against my plan and objectives' },
    useNext: { science: 'What I will do with it', engineering: 'What I will do next' },
    skills: 'Skills',
    link: 'Evidence',
    minutes: 'Minutes',
  },
};

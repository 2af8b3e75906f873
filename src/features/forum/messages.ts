// All wording of the forum, in English.
import type { Text } from '../../conversation/notice.ts';
import type { Contribution, Story } from '../../scheme/kinds.ts';

type What = Story['what'];
type Side = Story['side'];

export const labels = {
  read: 'Read',
  write: 'Write something',
  find: 'Look for something',
  all: 'Everything',
  mine: 'What I wrote',
  desk: 'Forum desk',
  mainDesk: 'Desk',
  more: 'Earlier ones',
  home: 'See what is next',
  forum: 'The forum',
  contact: 'Tell the co-ordinators',
  writeTo: (name: string): string => `Write to ${name}`,
  help: 'Offer to help',
  findMentor: 'Find a mentor',
  answer: 'Answer it',
  question: 'The question',
  moreAnswers: 'More answers',
  answers: 'See the answers',
  change: 'Change it',
  back: 'Take it back',
  channel: 'Post it in the channel',
  register: 'Register with this offer',
  look: 'Look',
  show: 'Show it',
  why: 'Not like this',
  down: 'Take it down',
  send: 'Send',
  search: 'Show',
};

export const kinds: Record<What, { one: string; many: string }> = {
  experience: { one: 'An experience', many: 'Experiences' },
  offer: { one: 'An offer', many: 'Offers' },
  request: { one: 'A request', many: 'Requests' },
  question: { one: 'A question', many: 'Questions' },
  milestone: { one: 'A milestone', many: 'Milestones' },
};

export const sides: Record<Side, string> = {
  mentor: 'a mentor',
  mentee: 'a mentee',
  other: 'somebody in the scheme',
};
const bySide: Record<Side, string> = { mentor: 'by mentors', mentee: 'by mentees', other: 'by others' };

export const list = {
  title: 'Forum',
  lead: 'Experiences, offers, requests and questions around mentoring. Everybody can read them.',
  none: 'Nothing has been written here yet. Yours would be the first.',
  noneFound: 'There is nothing like that here yet.',
  off: 'There is no forum here. Perhaps you find what you look for elsewhere.',
  shown: (what: What | undefined, side: Side | undefined, topic: string | undefined): string =>
    `${[what ? kinds[what].many : 'Everything', ...(side ? [bySide[side]] : []), ...(topic ? [`about ${topic}`] : [])].join(' ')}:`,
  elsewhere: 'Elsewhere',
  elsewhereLead: 'Forums and schemes that others run. Nothing about you is passed on when you follow a link.',
};

/** `An experience, by Sam Okoro`. */
export const byline = ({ what, name, side }: Pick<Story, 'what' | 'name' | 'side'>): string =>
  `${kinds[what].one}, by ${name ?? sides[side]}`;

export const find = {
  title: 'Look for something',
  what: { label: 'What?' },
  side: { label: 'By whom?' },
  sides: [
    { key: 'mentor', label: 'Mentors' },
    { key: 'mentee', label: 'Mentees' },
  ],
  topic: { label: 'About what?' },
};

export const one = {
  title: 'From the forum',
  gone: 'This is not here any more.',
  about: 'About',
  answers: 'Answers',
  noAnswers: 'Nobody has answered yet.',
};

export const write = {
  title: 'Write in the forum',
  changeTitle: 'Change it',
  lead: 'Everybody can read this, also people who have not registered.',
  looked: 'A co-ordinator looks at it first; you hear when it is there.',
  what: { label: 'What is it?' },
  heading: { label: 'Title' },
  text: { label: 'What would you like to say?' },
  side: { label: 'From whose point of view?' },
  sides: [
    { key: 'mentor', label: 'A mentor’s' },
    { key: 'mentee', label: 'A mentee’s' },
    { key: 'other', label: 'Neither' },
  ],
  topics: { label: 'Topics', hint: 'Up to three, so that others find it.' },
  shown: {
    label: 'How shall others see you?',
    hint: 'The co-ordinators can always see who wrote it.',
  },
  showns: [
    { key: 'contact', label: 'With my name, and others may write to me' },
    { key: 'name', label: 'With my name' },
    { key: 'side', label: 'As a mentor or a mentee, without a name' },
    { key: 'nobody', label: 'Not at all' },
  ],
  read: {
    label: 'Others',
    text: 'It names nobody else, and tells nothing that was told in confidence',
  },
  many: 'You have written as much as fits here. Please take back something older first.',
  meanwhile: 'This has changed meanwhile. Please look at it once more and send it again.',
  names: (name: string): string =>
    `This names ${name}. Please leave the name out, so that nobody can tell who the two of you are.`,
  answerTo: (title: string): Text => ['An answer to: ', { bold: title }],
  answerTitle: (title: string): string => `About: ${title}`,
  off: 'There is no forum here at present.',
};

export const mine = {
  title: 'What I wrote',
  none: 'You have not written anything here.',
  states: {
    waiting: 'A co-ordinator looks at it first. You hear when it is there.',
    shown: 'It is there for everybody to read.',
    down: 'It is not shown.',
  } as Record<Contribution['state'], string>,
  short: { waiting: 'waits to be looked at', shown: 'is shown', down: 'is not shown' } as Record<
    Contribution['state'],
    string
  >,
  news: 'Somebody has answered.',
  shortNews: 'somebody has answered',
  note: 'A co-ordinator wrote to you:',
  noteAdvice: 'You are welcome to change it and send it again, or to talk with them about it.',
  as: {
    contact: 'Others see your name, and can write to you.',
    name: 'Others see your name.',
    side: 'Others do not see your name.',
    nobody: 'Others do not see your name, nor your role.',
  } as Record<Contribution['shown'], string>,
  posted: 'It stands in the forum channel as well.',
  postedNow: 'It is on its way into the forum channel. If you take it back, it goes from there too.',
  gone: 'It is taken back, and nobody can read it any more.',
  backConfirm: {
    title: 'Take it back?',
    text: 'It is erased here, and in the forum channel if it stands there.',
    yes: 'Yes, take it back',
    no: 'Leave it',
  },
};

export const desk = {
  title: 'Forum desk',
  waiting: 'Waiting to be looked at',
  none: 'Nothing waits to be looked at.',
  shown: 'Shown at present',
  noneShown: 'Nothing is shown at present.',
  row: (title: string, says: string): Text => [{ bold: title }, `\n${says}`],
  author: 'Written by',
  shownAs: 'Shown as',
  as: {
    contact: 'by name; others may write to them',
    name: 'by name',
    side: 'by role, without a name',
    nobody: 'without name or role',
  } as Record<Contribution['shown'], string>,
  somebody: 'Somebody',
  own: 'You wrote this yourself. Another co-ordinator looks at it.',
  gone: 'This is not here any more, or another co-ordinator deals with it.',
  meanwhile: 'Its author has changed it since you opened it, so nothing is shown yet. Here it is as it stands now.',
  done: 'It is shown now, and its author is being told.',
  downTitle: 'Not shown',
  downLead: 'Its author alone reads this, beside the co-ordinators. They can change what they wrote and send it again.',
  reason: { label: 'Why is it not shown?', hint: 'Kind and plain. What would need to be different?' },
  isDown: 'It is not shown. This was written to its author:',
  posted: 'It stands in the forum channel as well, and goes from there too if you take it down.',
};

export const letters = {
  something: 'Mentor: something for you',
  open: 'Open',
  waiting: (n: number, more: boolean): string => {
    if (n === 0) return 'Nothing written for the forum waits to be looked at';
    if (more) return `More than ${n} things written for the forum wait to be looked at`;
    return n === 1
      ? 'Something written for the forum waits to be looked at'
      : `${n} things written for the forum wait to be looked at`;
  },
  post: (title: string): string => `From the forum: ${title}`,
  postRead: 'Read it here',
};

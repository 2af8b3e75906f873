// All wording of registering but the pages to read, in English.
import type { Text } from '../../conversation/notice.ts';
import type { Role } from '../../scheme/records/people.ts';

type Way = Role | 'both';
const as: Record<Way, string> = { mentor: 'as a mentor', mentee: 'as a mentee', both: 'as a mentor and as a mentee' };
const other: Record<Role, string> = { mentor: 'mentees', mentee: 'mentors' };

export const labels = {
  readMore: 'Read more',
  back: 'Back',
  home: 'See what is next',
  open: 'Open',
  change: 'Change',
  ways: {
    mentee: 'Find a mentor',
    mentor: 'Become a mentor',
    both: 'Both',
    forum: 'Start from an offer',
    external: 'Other schemes',
  },
  goOn: 'Go on',
  twin: 'That is me',
  discard: 'Clear what I wrote',
  next: 'Next',
  look: 'Look it over',
  save: 'Save',
  send: 'Send',
  withdraw: 'Take it back',
  profile: 'Change what I wrote',
  more: 'Improve my match',
  claim: 'Experience that counts',
  answer: 'Answer the question',
  choose: 'Choose a mentor',
  events: 'Events',
  training: 'Training',
  stories: 'Read in the forum',
  again: 'Register again',
  contact: 'Ask the co-ordinators',
  me: 'Pause or leave',
};

export const front = {
  title: 'Mentoring',
  lead: 'Two colleagues talk, about once a month, about work and where it could go. One has been a little further along that road. It is private, it is your own choice, and reading here commits you to nothing.',
  twin: (app: string): string =>
    `Somebody with your address uses Mentor on ${app} already. If that is you, there is no need to register again.`,
  mine: 'Yours so far',
  draft: (way: Way): string =>
    `You have begun to register ${as[way]}. What you wrote is still here; nobody else has seen it.`,
  standing: (role: Role): string => `You are registered ${as[role]}.`,
  read: 'Read more',
  ways: 'Ways in',
  waysText:
    'You may be a mentor, a mentee, or both at once; the two are kept apart. It takes two or three short forms.',
  waysLeft: 'You may hold the other role as well; the two are kept apart.',
  forumText: 'Have you offered help in the forum, or would you like to? Start from that, and the rest follows.',
  notOpen:
    'Registration is not open yet: the co-ordinators are still getting the scheme ready. Everything here can be read already.',
  help: 'What mentoring is, what it asks and gives, and the ways in',
  discardConfirm: {
    title: 'Clear what you wrote?',
    text: 'Your draft goes away. Nothing that you have sent is changed.',
    yes: 'Clear it',
    no: 'Keep it',
  },
};

export const external = {
  title: 'Other schemes',
  lead: 'These schemes are run by others. Nothing about you is stored here or passed on when you follow a link.',
  none: 'The co-ordinators have listed no other schemes. They may know of one all the same: just ask.',
};

export const offer = {
  title: 'Your offer',
  already:
    'Thank you. You are registered as a mentor already, so nothing more is needed. Topics and places can be changed under “Change what I wrote”.',
  intro:
    'Write your offer as you wrote it in the forum, or as you would. It becomes the story on your card; you can change it before anybody sees it.',
  text: {
    label: 'What could you offer, and from what experience?',
    hint: 'For example: ten years in a chemistry workshop, and a late move into management.',
  },
};

export const you = {
  title: 'About you',
  intro: 'This stands on your card, which others in the scheme may see once you are accepted.',
  name: { label: 'Your name, as you like it to be used' },
  pronouns: { label: 'Pronouns' },
  jobTitle: { label: 'Your job' },
  department: { label: 'Department, and institution if there are several' },
  modes: { label: 'How you would like to meet' },
};

const criteria = {
  label: 'Which of these are true of you?',
  hint: 'If one is not, leave it open. A co-ordinator will look at it with you; nobody is turned away by a form.',
};

export const mentor = {
  title: 'What you offer',
  intro:
    'A mentor listens, supports and passes on experience; a mentor neither judges nor tells people what to do. The topics and your story stand on your card.',
  topics: { label: 'What could you talk about?' },
  career: {
    label: 'Your career so far, in a few sentences',
    hint: 'Mentees read this. Turns, detours and things learned the hard way are welcome.',
  },
  capacity: { label: 'How many mentees at a time?', hint: 'One is a good number to start with.' },
  criteria,
  whySuitable: {
    label: 'If your path was another one: what makes you suitable?',
    hint: 'Only the co-ordinators read this.',
  },
};

export const mentee = {
  title: 'What you would like',
  intro:
    'The topics stand on your card. Your mentor sees what you hope for once you have been introduced; before that only the co-ordinators do.',
  topics: { label: 'What would you most like to talk about?', hint: 'Up to three, the most important first.' },
  goals: {
    label: 'What would you like to be different at the end?',
    hint: 'A sentence or two is enough. Read by the co-ordinators, and by your mentor once you are introduced. Please leave out health and other private matters.',
  },
  criteria,
};

export const last = {
  title: 'Last questions',
  intro: 'Only the tick at the end is needed.',
  changeIntro: 'All of this is optional.',
  aim: {
    label: 'What do I want from this for my own career?',
    hint: 'For your eyes only: nobody else can read this, not even the co-ordinators. You find it again with your other answers.',
  },
  notPair: {
    label: 'People not to pair me with',
    hint: 'You may include your manager; nobody is told, and no reason is asked. Somebody who is not listed can be named by e-mail address.',
  },
  oneself: 'That is you. Please name other people only.',
  arrangement: {
    label: 'An arrangement',
    text: 'Please contact me about an arrangement I need',
    hint: 'A co-ordinator will get in touch; you need not say more here.',
  },
  mention: {
    label: 'Check-in posts',
    text: 'Mention me in check-in posts',
    hint: 'Every few weeks a post in the forum asks how things are going. It names everybody who ticked this, whether they have a mentor or not, so it gives nothing away. Without the tick you are not named. You can change it at any time.',
  },
  read: { label: 'Your data', text: 'I have read how my data are used' },
  dataLead:
    'How your data are used: others in the scheme see your card. The co-ordinators see your registration and what is marked for them. What you talk about with your partner stays between you two. Line managers see nothing.',
  dataLink: 'The scheme’s privacy notice',
};

export const check = {
  title: 'Before you send',
  lead: 'This is how others in the scheme will see you once you are accepted.',
  asMentor: 'Your card as a mentor',
  asMentee: 'Your card as a mentee',
  gap: (items: string): string => `Left open: ${items}. That is fine: a co-ordinator will look at it with you.`,
  gapTitle: 'Criteria',
  send: 'Nothing has been sent yet.',
  nothing: 'There are still answers to give before this can be sent. What you wrote is kept.',
};

export const status = {
  title: 'My registration',
  none: 'You are not registered with the scheme.',
  sent: 'Thank you. Your registration has been sent.',
  changed: 'Your change has been saved.',
  heading: (role: Role): string => `You, ${as[role]}`,
  waits: (names: Text, day: string): Text => ['It is with ', ...spans(names), `. You will have an answer by ${day}.`],
  waitsLonger: (names: Text): Text => [
    'It is with ',
    ...spans(names),
    '. It is taking longer than we said, and they know. There is nothing you need to do.',
  ],
  question: 'The co-ordinators would like to ask you something:',
  answered: 'You answered:',
  accepted: (by: Text): Text => ['You have been accepted, by ', ...spans(by), '. Welcome.'],
  acceptedPlain: 'You have been accepted. Welcome.',
  training: {
    mentor: 'One step is left before you can be matched: the mentor training.',
    mentee: 'One step is left before you can be matched: the mentee briefing.',
  } as Record<Role, string>,
  trainingAgain: 'The one you went to was a while ago, and the scheme asks people to come again from time to time.',
  trainingTakenBack:
    'It was recorded that you had been there, which was a slip at our desk and has been put right. If you were there after all, please write to the co-ordinators.',
  trainingUntil: (day: string): string => `It counts until ${day}.`,
  event:
    'One step is left before you can be matched: a matching event. Whenever one is planned it is announced in the forum, and stands under “Events”.',
  trainingRecommended: 'The scheme recommends some training; it is not a condition.',
  trainingClaimed: 'The co-ordinators are looking at the earlier training or experience you told them about.',
  trainingPartly:
    'Part of your earlier training or experience has been counted; the rest of the training is still to come.',
  trainingNeeded:
    'Your earlier training or experience was looked at; the training is still needed. The step stands as it was.',
  trainingDone: (by: Text): Text => ['Your training has been recorded, by ', ...spans(by), '.'],
  trainingExempt: (by: Text): Text => [
    'Your earlier training or experience counts in full, says ',
    ...spans(by),
    '. No further training is needed.',
  ],
  noteFrom: 'They wrote:',
  pool: (role: Role): string =>
    role === 'mentor'
      ? 'You are among the scheme’s mentors. You will hear as soon as somebody would like to meet you.'
      : 'You can be matched. You will hear as soon as there is a mentor to suggest.',
  nothingToDo: 'There is nothing you need to do.',
  choose: 'You can choose a mentor now: look through the mentors and say whom you would like to ask.',
  beside: {
    running: {
      mentor: 'You are somebody’s mentor. “See what is next” says what comes next with them.',
      mentee: 'You have a mentor. “See what is next” says what comes next with them.',
    },
    held: { mentor: 'There is nothing to do at present.', mentee: 'There is nothing to do at present.' },
    proposal: {
      mentor: 'A match is under way; “See what is next” says where it stands.',
      mentee: 'A match is under way; “See what is next” says where it stands.',
    },
  },
  resting: 'You are taking a break from new introductions. When you would like to start again, just say so.',
  paused: (day: string | undefined): string =>
    day ? `You have paused until ${day}.` : 'You have paused. You can return whenever you like.',
  dormant: 'We have not heard from you for a while. Tell us whenever you would like to go on.',
  declined: 'Your registration was not taken up this time. The co-ordinators wrote to you, and to you alone:',
  declinedAgain: 'That need not be the end of it: you may register again whenever you like.',
  declinedOffers: 'These may suit you as well, or better:',
  withdrawn: 'You took your registration back. You may register again whenever you like.',
  forum: (channel: string): Text => [
    'You are welcome to read and write in the forum: ',
    { channel },
    '. It is never a condition for anything.',
  ],
  withdrawConfirm: {
    title: 'Take it back?',
    text: 'Your registration is taken back and your card goes away. What you wrote is kept for you as a draft.',
    yes: 'Take it back',
    no: 'Keep it',
  },
  decided:
    'Your registration has been answered meanwhile, so it was not taken back. If you would like to leave the scheme, you can do so here.',
};

export const profile = {
  title: 'What I wrote',
  lead: 'You can change any of this at any time.',
  card: (role: Role): string => `How ${other[role]} see you`,
  about: 'About me',
  mentor: 'What I offer',
  mentee: 'What I would like',
  last: 'Private questions',
  more: 'Improve my match',
  none: 'You are not registered with the scheme, so there is nothing to change yet.',
};

export const more = {
  title: 'Improve my match',
  lead: 'All of this is optional. Each answer helps to find somebody who fits.',
  done: 'Filled in',
  match: {
    label: 'Stage, areas, place and times',
    text: 'Where you stand, what you work on, where and when you are free.',
  },
  background: { label: 'Background', text: 'What you hold, what you are proud of, what draws you to this.' },
  wishes: { label: 'Wishes', text: 'What you would like in a partner. Only the co-ordinators read it.' },
  claim: {
    label: 'Experience that counts',
    text: 'Earlier training or experience that may stand in for the training.',
  },
};

export const match = {
  title: 'Stage, place and times',
  intro: 'This stands on your card.',
  stage: { label: 'Your career stage' },
  areas: { label: 'Your technical areas' },
  site: { label: 'Your site' },
  slots: { label: 'When you are usually free', hint: 'Leave it open if it changes from week to week.' },
};

export const background = {
  title: 'Background',
  held: { label: 'Registrations you hold', hint: 'Shown on your card.' },
  achievements: {
    label: 'Up to three things you are proud of',
    hint: 'Read by the co-ordinators, and by your mentor once you are introduced.',
  },
  whyMentor: {
    label: 'Why would you like to mentor, and what would you like to learn yourself?',
    hint: 'Only the co-ordinators read this.',
  },
  mentoredBefore: {
    label: 'Have you mentored before?',
    hint: 'Only the co-ordinators read this. Either answer is fine.',
  },
  mentoredOptions: [
    { key: 'no', label: 'No' },
    { key: 'informally', label: 'Informally' },
    { key: 'scheme', label: 'In a scheme' },
  ],
};

export const wishes = {
  title: 'Wishes',
  intro: 'Only the co-ordinators read this. Your wishes are never shown to anybody you might be paired with.',
  areaWish: { label: 'Somebody from' },
  areaOptions: [
    { key: 'same', label: 'My own technical area' },
    { key: 'different', label: 'Another technical area' },
    { key: 'any', label: 'Either' },
  ],
  wishes: { label: 'Anything you would like in a partner', hint: 'You need not give reasons.' },
  whyNow: { label: 'Why now?' },
  whyNowOptions: [
    { key: 'new-post', label: 'New in post' },
    { key: 'promotion', label: 'Preparing for promotion' },
    { key: 'registration', label: 'Professional registration' },
    { key: 'field', label: 'Change of field' },
    { key: 'return', label: 'Return from leave' },
    { key: 'new-work', label: 'A new line of work' },
    { key: 'other', label: 'Something else' },
  ],
};

export const claim = {
  title: 'Experience that counts',
  intro:
    'Tell the co-ordinators what you have done already. They decide whether all of it, part of it or none of it stands in for the training, and tell you. Only they read this.',
  what: { label: 'What was it?', hint: 'A course, a role, a qualification.' },
  when: { label: 'Where and when?' },
  relevance: { label: 'Why does it fit this scheme?' },
  link: { label: 'A link that shows it' },
  notAsked: 'The scheme asks for no training in your role, so there is nothing to be counted. Thank you all the same.',
  decided: 'The co-ordinators have answered this already.',
};

export const answer = {
  title: 'A question for you',
  intro: 'The co-ordinators ask:',
  reply: { label: 'Your answer', hint: 'Read by the co-ordinators.' },
  submit: 'Send',
  gone: 'This question has been answered, or is no longer open. Thank you.',
};

/** The neutral line of every message: what it is about stands behind the button. */
export const letter = { something: 'Mentor: something for you', received: 'Mentor: we have your form', open: 'Open' };

function spans(t: Text): Exclude<Text, string> {
  return typeof t === 'string' ? [t] : t;
}

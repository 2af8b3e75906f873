// All wording of the home page and the bare command: one next step, said plainly.
import { upper } from '../../conversation/whose-turn.ts';
import type { Role } from '../../scheme/records/people.ts';

export const labels = {
  closing: 'Look back and finish',
  desk: 'Desk',
  setup: 'Set up the scheme',
  setupGoOn: 'Go on with set-up',
  register: 'What mentoring is',
  twin: 'That is me',
  goOn: 'Go on registering',
  again: 'Register again',
  answer: 'Answer',
  look: 'Look at it',
  status: 'My registration',
  events: 'Events',
  training: 'Training',
  profile: 'My profile',
  me: 'Pause or settings',
  settings: 'Settings and my data',
  forum: 'Forum',
  return: 'Pause and return',
  back: 'I’m here again',
  help: 'Help',
  contact: 'Contact',
  pair: { mentor: 'My mentor', mentee: 'My mentee' } as Record<Role, string>,
  choose: 'Choose a mentor',
  chosen: 'My choice',
  plan: 'Plan the next meeting',
  meeting: 'Next meeting',
  suggest: 'Suggest times',
  chooseTime: 'Choose a time',
  confirm: 'Read and confirm',
  met: 'We met',
  review: 'How was it?',
  offer: { mentor: 'Offer a place again', mentee: 'Look for another mentor' } as Record<Role, string>,
  difficulty: 'Something isn’t working',
  evaluation: 'How it goes',
};

export const says = {
  hello: (name: string): string => `Hello ${name}.`,
  notOpen:
    'The scheme is not open yet: the co-ordinators are still getting it ready. You can read what it is about already.',
  stranger:
    'Two colleagues talk, about once a month, about work and where it could go. You can find a mentor here, or be one.',
  twin: (app: string): string =>
    `Somebody with your address uses Mentor on ${app} already. If that is you, the two can be one.`,
  evaluation: 'There are a few questions about how mentoring goes for you. They take about three minutes.',
  draft: 'You have begun to register. What you wrote is still here.',
  fresh: 'The scheme is waiting to be set up. It takes three short steps.',
  desk: 'Your desk shows what needs you.',
  proposal: {
    mentor: 'Somebody would like you as a mentor.',
    mentee: 'There is a mentor for you to look at.',
  } as Record<Role, string>,
  proposalWaits: 'You said yes to a mentor. They have been asked, and you hear either way.',
  chosen: 'A mentor you chose has been asked, and you hear either way.',
  choose: 'You can choose a mentor now: look through the mentors and say whom you would like to ask.',
  chooseAgain:
    'With the mentors on your list it did not come about this time. That says nothing about you, and you can choose again.',
  question: 'The co-ordinators have asked you something about your registration.',
  closing: (called: string, mayGoOn: boolean): string =>
    `Your time with ${called} draws to its end. Look back together${mayGoOn ? ', celebrate, or agree to go on' : ', and celebrate'}.`,
  finished: (called: string): string =>
    `${upper(called)} has said that the two of you have finished. If you see it in the same way, say so too.`,
  /** The only measure; more meetings than were thought of are simply so many. */
  measure: (met: number, all: number): string => (met > all ? `Met so far: ${met}.` : `Met so far: ${met} of ${all}.`),
  held: (called: string): string => `There is nothing to do at present with ${called}.`,
  heldBy: (day: string): string => `Your co-ordinator will be in touch by ${day}.`,
  submitted: (day: string): string => `Your registration has been sent. You will have an answer by ${day}.`,
  submittedLonger: 'Your registration has been sent. It is taking longer than we said, and the co-ordinators know.',
  training: {
    mentor: 'You have been accepted. One step is left before you can be matched: the mentor training.',
    mentee: 'You have been accepted. One step is left before you can be matched: the mentee briefing.',
  } as Record<Role, string>,
  event: 'You have been accepted. One step is left before you can be matched: a matching event.',
  ready: 'You have been accepted.',
  // One sentence for mentors with and without a place left: that all are taken would tell of a proposal before the mentee's yes (R13).
  pool: {
    mentor:
      'You are among the scheme’s mentors. You will hear as soon as somebody would like to meet you; there is nothing you need to do.',
    mentee:
      'You can be matched. You will hear as soon as there is a mentor to suggest; there is nothing you need to do.',
  } as Record<Role, string>,
  resting: {
    mentor: 'Nobody new is suggested to you at the moment. When you would like to mentor again, just say so.',
    mentee: 'You have no mentor at the moment. When you would like another one, just say so.',
  } as Record<Role, string>,
  paused: (day: string | undefined): string => (day ? `You have paused until ${day}.` : 'You have paused.'),
  dormant: 'We have not heard from you for a while. Tell us whenever you would like to go on.',
  declined: 'Your registration was not taken up this time. The reason is for you alone to read.',
  withdrawn: 'You are not registered at the moment. You are welcome to register again.',
};

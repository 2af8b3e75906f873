// What is said after an event: whom people would like to be matched with, how it was, and what co-ordinators read of both.
import type { Text } from '../../conversation/notice.ts';
import type { Role } from '../../scheme/records/people.ts';

const other: Record<Role, string> = { mentor: 'mentees', mentee: 'mentors' };

export const rank = {
  title: 'Whom I met',
  lead: (title: string, role: Role): Text => [
    'With which of the ',
    other[role],
    ' you met at ',
    { bold: title },
    ' could you work well? It helps to put people together who wish it.',
  ],
  secret:
    'Only co-ordinators read this, and never one whom it names. Nobody is told who named them, or who did not. It is erased 30 days after the event, or after the matching it was used for.',
  ranked: {
    label: 'I would like to be matched with',
    hint: 'Up to five, best first. Leave it empty if you would rather leave it open.',
  },
  ratherNot: {
    label: 'Rather not with',
    hint: 'No reason is needed. The two of you are then not put together, and nobody is told.',
  },
  both: 'Somebody stands in both lists. Please decide for one of them.',
  notThere: 'Please name only people who were there in the other role.',
  submit: 'Send',
  closed: 'This is closed by now. Thank you for coming.',
  early: 'You can say whom you would like to meet again as soon as the event is over.',
  nobody: 'You have not talked with anybody who could be named here.',
  notMine: 'This is for people who were at the event.',
  done: 'Thank you. You can change it until the co-ordinators close it.',
  emptied: 'Thank you. Nothing is kept of it.',
  letterOpen: 'Open',
};

export const feedback = {
  title: 'How was it?',
  lead: (title: string): Text => ['One question about ', { bold: title }, ', and a line if you like.'],
  secret: 'This carries no name, and is only read together with the answers of at least four others.',
  score: { label: 'How useful was it for you?', low: 'not useful', high: 'very useful' },
  line: { label: 'What should be different next time, or stay as it is?', hint: 'Please name nobody.' },
  submit: 'Send',
  done: 'Thank you. That was all.',
  already: 'You have told us already. Thank you.',
};

export const desk = {
  heading: 'Afterwards',
  nobodyMarked:
    'Nobody is marked as having been there. Mark them now, and each is asked whom they would like to be matched with.',
  asked: 'Everybody who was there is asked once, in their own working hours, whom they would like to be matched with.',
  closed: 'What people said is closed: nobody can change it any more.',
  mark: 'Who was there',
  rankings: 'Whom people named',
  said: 'How people found it',
  close: 'Close it',
  match: 'To matching',
  closeConfirm: {
    title: 'Close this now?',
    text: 'Nobody can name people for this event any more, or change what they said. A matching can use it at any time, closed or not.',
    yes: 'Yes, close it',
    no: 'Leave it open',
  },
};

export const rankings = {
  title: 'Whom people named',
  lead: 'For your eyes only. It is erased 30 days after the event, or after the matching it was used for.',
  hidden:
    'What names you yourself, or comes from somebody connected with you, is never listed for you, and you cannot tell whether there is any.',
  none: 'There is nothing here for you to read.',
  author: (name: string, role: Role): Text => [{ bold: name }, `, ${role}`],
  ranked: (names: string[]): string => names.map((name, n) => `${n + 1}. ${name}`).join(' · '),
  ratherNot: (names: string[]): string => `Rather not: ${names.join(', ')}`,
  somebody: 'Somebody',
  more: 'More',
};

export const said = {
  title: 'How people found it',
  few: 'Fewer than five people have told so far. What they said is shown from five on.',
  answers: 'Answers',
  average: 'On average',
  outOf: (average: number): string => `${average.toFixed(1)} of 5`,
  step: (score: number): string => (score === 5 ? '5, very useful' : score === 1 ? '1, not useful' : String(score)),
  lines: 'In their words',
  more: 'More',
};

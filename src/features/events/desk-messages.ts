// What co-ordinators read about events: the form, the desk of one event, who signed up, and what happens around it.

import type { Role } from '../../scheme/records/people.ts';

const some = (n: number, one: string): string => `${n === 0 ? 'no' : n} ${one}${n === 1 ? '' : 's'}`;

export const labels = {
  change: 'Change',
  off: 'Call it off',
  desk: 'Back to the desk',
  save: 'Save',
  announce: 'Announce it',
  people: 'Who has signed up',
  next: 'Next people',
};

export const form = {
  newTitle: 'New event',
  changeTitle: 'Change the event',
  newLead: 'When you send this, the event is announced in the forum. You can change it or call it off later.',
  changeLead:
    'The post in the forum changes with it. If the title, the time or the place is another one, everybody who signed up is told so once.',
  title: { label: 'Title', hint: 'As it stands in the forum, such as “Meet a mentor, summer term”.' },
  day: { label: 'Day' },
  time: { label: 'Begins at', hint: 'In the scheme’s own time zone.' },
  lasts: { label: 'How long in all, in minutes' },
  place: { label: 'Where', hint: 'A room, or how to find it. Leave it empty if it is online only.' },
  link: { label: 'Link, if it is online', hint: 'Only people who have a place see it.' },
  mentors: { label: 'Places for mentors' },
  mentees: {
    label: 'Places for mentees',
    hint: 'Whoever has signed up already keeps the place, even if you lower the number.',
  },
  talkMinutes: { label: 'Minutes for each talk', hint: 'Five to ten minutes work well.' },
  later: 'Please choose a time that is still to come.',
  somewhere: 'Please say where it is, or give a link.',
  meanwhile: 'Somebody has changed this event meanwhile. Please look at it once more and send it again.',
  notOpen: 'The scheme is not open yet. Once it is, you can announce events.',
};

export const desk = {
  title: 'Event desk',
  gone: 'This event is not there any more.',
  isOff: 'It has been called off.',
  waiting: (mentors: number, mentees: number, more: boolean): string =>
    `On the waiting list: ${more ? 'at least ' : ''}${some(mentors, 'mentor')} and ${some(mentees, 'mentee')}.`,
  offDone: 'It has been called off. Everybody who had signed up is being told, and the post in the forum says so.',
  offConfirm: {
    title: 'Call this event off?',
    text: 'Everybody who signed up is told so once, and the post in the forum says so. This cannot be taken back.',
    yes: 'Yes, call it off',
    no: 'Keep it',
  },
};

export const people = {
  title: 'Who has signed up',
  none: 'Nobody has signed up yet.',
  somebody: 'Somebody',
  standing: (role: Role, { state, here, attended }: { state: 'in' | 'waiting'; here: boolean; attended: boolean }) =>
    `${role}, ${here ? 'is here' : attended ? 'was here' : state === 'in' ? 'has a place' : 'on the waiting list'}`,
};

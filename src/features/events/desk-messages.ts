// What co-ordinators read about events: the form, the desk of one event, who signed up, and what happens around it.
import type { Text } from '../../conversation/notice.ts';
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
  here: 'Who is here',
  gone: 'Who has gone',
  add: 'Add somebody',
  talks: 'Prepare the talks',
  talksAgain: 'Rounds and links',
  plan: 'All talks',
  begin: (n: number): string => `Begin round ${n}`,
  look: 'Look again',
};

export const form = {
  newTitle: 'New event',
  changeTitle: 'Change the event',
  newLead: 'When you send this, the event is announced in the forum. You can change it or call it off later.',
  changeLead:
    'The post in the forum changes with it. If you change the title, the time or the place, everybody who signed up is told so once. Whoever has a place keeps it, even if you lower the number of places.',
  title: { label: 'Title', hint: 'As it stands in the forum, such as “Meet a mentor, summer term”.' },
  day: { label: 'Day' },
  time: { label: 'Begins at', hint: 'In the scheme’s own time zone.' },
  lasts: { label: 'How long in all, in minutes' },
  place: { label: 'Where', hint: 'A room, or how to find it. Leave it empty if it is online only.' },
  link: { label: 'Link, if it is online', hint: 'Only people who have a place see it.' },
  mentors: { label: 'Places for mentors' },
  mentees: { label: 'Places for mentees' },
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
  here: (mentors: number, mentees: number, more: boolean): string =>
    `Here now: ${more ? 'at least ' : ''}${some(mentors, 'mentor')} and ${some(mentees, 'mentee')}.`,
  nobodyHere: 'Nobody is marked as here yet.',
  day: 'On the day',
  nextRound: (n: number, of: number): string =>
    n === 1
      ? `Mark who is here, then begin round 1 of ${of}. Each person is told privately with whom they talk.`
      : `Round ${n - 1} of ${of} is on. Whoever has come or gone meanwhile is taken into account with round ${n}.`,
  lastRound: (n: number): string => `Round ${n} is on. It is the last one.`,
  allMet: (n: number): string =>
    `Round ${n} is on. After it, everybody here has talked with everybody they can talk with, unless somebody else comes.`,
  bothNeeded: 'For a round, at least one mentor and one mentee have to be here.',
  working: 'The talks are being worked out. It takes a moment.',
  already: 'Somebody has begun this round already, so nothing was changed.',
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

export const rounds = {
  title: 'All talks',
  setTitle: 'Prepare the talks',
  setLead:
    'In each round everybody here talks with one person of the other role. Nobody meets the same person twice, or somebody they are to be kept apart from, and pauses are spread evenly. It is worked out anew with every round, for whoever is here then.',
  howMany: { label: 'How many rounds?' },
  links: {
    label: 'Links for single talks, one a line',
    hint: 'Only needed online: the first talk of each round takes the first link, and so on. Talks beyond them take the link of the event.',
  },
  save: 'Work out the talks',
  oddLink: (line: string): string =>
    `“${[...line].slice(0, 60).join('')}” is no web address that starts with https://.`,
  begunAlready: (n: number): string => `${n} rounds have begun already, so please give at least that number.`,
  none: 'No talks have been worked out yet. Mark who is here first, and then prepare the talks.',
  working: 'The talks are being worked out. Please look again in a moment.',
  round: (n: number): string => `Round ${n}`,
  talk: (mentor: string, mentee: string, link: string | undefined) =>
    link === undefined ? `${mentor} with ${mentee}` : `${mentor} with ${mentee} · ${link}`,
  pauses: (names: string): string => `A pause in this round: ${names}`,
  more: 'More of this round',
  print: 'To print',
  sent: 'The list is ready, for you alone: here, or in our chat.',
  mayChange: 'Rounds that have not begun may still change with who comes and goes.',
  file: 'talks.csv',
  columns: ['Round', 'Mentor', 'Mentee', 'Link'],
  pauseCell: '(pause)',
};

export const here = {
  hereTitle: 'Who is here',
  goneTitle: 'Who has gone',
  who: {
    label: 'Who has come?',
    hint: 'Several at once, if you like. Whoever is marked already stays so; “Marked by mistake” on the event’s desk takes a mark back.',
  },
  whoLeft: { label: 'Who has gone?', hint: 'They are left out from the next round on.' },
  option: (name: string, role: Role, { here: isHere, attended }: { here: boolean; attended: boolean }): string =>
    `${[...name].slice(0, 48).join('')}, ${role}${isHere ? ' (here)' : attended ? ' (was here)' : ''}`,
  nobody: 'Nobody has signed up yet.',
  nobodyHere: 'Nobody is marked as here.',
  over: 'This event is not on any more.',
  hereSubmit: 'They are here',
  goneSubmit: 'They have gone',
  next: 'Next people',
};

export const back = {
  title: 'Marked by mistake',
  button: 'Marked by mistake',
  who: {
    label: 'Who was not there after all?',
    hint: 'One at a time. You see what follows from it before anything is changed.',
  },
  show: 'Show',
  takeBack: 'Take it back',
  keep: 'Leave it as it is',
  none: 'Nobody is marked as having been there.',
  ask: (name: string): Text => [{ bold: name }, ' is marked as having been there.'],
  shuts: (name: string, role: Role): string =>
    `It was this event that made it possible to match them as a ${role}. If you take it back, ${name} waits for another one, and I tell them kindly.`,
  stays: (name: string): string =>
    `Nothing else changes for ${name} if you take it back. Nobody they are paired with is touched.`,
  done: (name: string): string => `That is taken back. ${name} is not marked as having been there any more.`,
};

export const add = {
  title: 'Add somebody',
  who: { label: 'Who has come without signing up?', hint: 'Type the beginning of a first name or a surname.' },
  submit: 'Show',
  as: { mentor: 'Here as a mentor', mentee: 'Here as a mentee' } as Record<Role, string>,
  ask: (name: string): string => `${name} is here. As what?`,
  notAccepted: (name: string): string => `${name} has not been accepted yet, so it is too early for an event.`,
  already: (name: string): string => `${name} is on the list already. Please mark them under “Who is here”.`,
  gone: 'This person is not in the scheme any more.',
};

export const waiting = {
  title: 'Waiting for an event',
  lead: 'These people are accepted. The scheme’s way of matching asks that they have been to an event first.',
  none: 'Nobody waits for an event.',
};

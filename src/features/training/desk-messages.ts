// What co-ordinators read about training: the form of a session, its desk, who was there, and what people ask for.

import type { Text } from '../../conversation/notice.ts';
import type { Booking } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { trainingOf } from './messages.ts';

export const labels = {
  announce: 'Announce it',
  save: 'Save',
  change: 'Change',
  off: 'Call it off',
  people: 'Who has signed up',
  came: 'Who was there',
  add: 'Add somebody',
  said: 'How people found it',
  next: 'Next people',
  more: 'More',
  make: 'Make a session of it',
  session: 'The session',
  show: 'Show',
  back: 'Marked by mistake',
  takeBack: 'Take it back',
  keep: 'Leave it as it is',
  was: { all: 'Was there', part: 'Was there for a part' },
};

export const form = {
  newTitle: 'New session',
  changeTitle: 'Change the session',
  newLead:
    'When you send this, the session stands under “Training” and can be signed up for. Whoever waits for this training, or has asked for the topic, is told of it.',
  askedLead: 'When you send this, everybody who asked for it is invited. Who they are is not shown to anybody.',
  changeLead:
    'If you change the title, the time or the place, everybody who signed up is told so once. Whoever has a place keeps it, even if you lower the number of places.',
  what: {
    label: 'What is it?',
    hint: 'Being there for all of it counts as the training that the scheme asks of that role. A session on a topic counts for nothing but itself.',
  },
  title: { label: 'Title', hint: 'As it stands on the list.' },
  topic: { label: 'About', hint: 'If it is about something people can ask for. Whoever asked for it is invited.' },
  day: { label: 'Day' },
  time: { label: 'Begins at', hint: 'In the scheme’s own time zone.' },
  lasts: { label: 'How long, in minutes' },
  place: { label: 'Where', hint: 'A room, or how to find it. Leave it empty if it is online only.' },
  link: { label: 'Link, if it is online', hint: 'Only people who have a place see it.' },
  places: { label: 'How many places?' },
  whats: [
    { key: 'mentor', label: 'The training for mentors' },
    { key: 'mentee', label: 'The briefing for mentees' },
    { key: 'both', label: 'The training for both together' },
    { key: 'topic', label: 'A session on a topic' },
  ],
  later: 'Please choose a time that is still to come.',
  somewhere: 'Please say where it is, or give a link.',
  meanwhile: 'Somebody has changed this session meanwhile. Please look at it once more and send it again.',
  notOpen: 'The scheme is not open yet. Once it is, you can announce sessions.',
  off: 'Sessions are switched off. You can switch them on under “Training sessions” in set-up.',
};

export const desk = {
  title: 'Session desk',
  gone: 'This session is not there any more.',
  isOff: 'It has been called off.',
  waiting: (n: number, more: boolean): string =>
    n === 1 && !more
      ? 'One person is on the waiting list.'
      : `${more ? 'At least ' : ''}${n} people are on the waiting list.`,
  ahead: 'Once it has begun, you can mark who is there.',
  begun:
    'Mark who was there, several at once. Whoever waited for this training can be matched from then on, and is told so.',
  begunTopic: 'Mark who was there, several at once.',
  offDone: 'It has been called off. Everybody who had signed up is being told.',
  offConfirm: {
    title: 'Call this session off?',
    text: 'Everybody who signed up is told so once. This cannot be taken back.',
    yes: 'Yes, call it off',
    no: 'Keep it',
  },
};

export const people = {
  title: 'Who has signed up',
  none: 'Nobody has signed up yet.',
  somebody: 'Somebody',
  standing: ({ state, came, takenBackAt }: Pick<Booking, 'state' | 'came' | 'takenBackAt'>): string =>
    came === 'all'
      ? 'was there'
      : came === 'part'
        ? 'was there for a part'
        : takenBackAt !== undefined
          ? 'was marked by mistake'
          : state === 'in'
            ? 'has a place'
            : 'on the waiting list',
};

export const came = {
  title: 'Who was there',
  who: {
    label: 'Who was there?',
    hint: 'Several at once, if you like. Whoever is marked already stays so; “Marked by mistake” on the session’s desk takes a mark back.',
  },
  how: { label: 'For how much of it?' },
  hows: [
    { key: 'all', label: 'For all of it' },
    { key: 'part', label: 'For a part of it' },
  ],
  option: (name: string, said: 'all' | 'part' | undefined): string =>
    `${[...name].slice(0, 52).join('')}${said === 'all' ? ' (was there)' : said === 'part' ? ' (for a part)' : ''}`,
  nobody: 'Nobody has signed up. You can add somebody who came all the same.',
  own: 'You have signed up yourself. Another co-ordinator marks that you were there.',
  early: 'It has not begun yet.',
  off: 'This session is not on any more.',
};

export const back = {
  title: 'Marked by mistake',
  who: {
    label: 'Who was not there after all?',
    hint: 'One at a time. You see what follows from it before anything is changed.',
  },
  none: 'Nobody is marked as having been there.',
  ask: (name: string): Text => [{ bold: name }, ' is marked as having been there.'],
  shuts: (name: string, role: Role): string =>
    `Nothing else has opened the way to matching for them as a ${role}. If you take it back, ${name} needs ${trainingOf[role]} again first, and I tell them kindly. Nobody they are paired with is touched.`,
  keeps: (name: string, role: Role): string =>
    `Before ${name} is matched with somebody new as a ${role}, they need ${trainingOf[role]}. Nobody they are paired with is touched.`,
  stays: (name: string): string => `Nothing else changes for ${name} if you take it back.`,
  part: 'If they were there for less of it than is marked, take it back and mark them anew.',
  done: (name: string): string => `That is taken back. ${name} is not marked as having been there any more.`,
};

export const add = {
  title: 'Add somebody',
  who: { label: 'Who came without signing up?', hint: 'Type the beginning of a first name or a surname.' },
  ask: (name: string): string => `${name} did not sign up. Were they there?`,
  notAccepted: (name: string): string => `${name} has not been accepted in a role this session is for.`,
  already: (name: string): string => `${name} is on the list already. Please mark them under “Who was there”.`,
  own: 'That is you. Another co-ordinator marks that you were there.',
  gone: 'This person is not in the scheme any more.',
};

export const said = {
  title: 'How people found it',
  few: 'Fewer than five people have told so far. What they said is shown from five on.',
  answers: 'Answers',
  average: 'On average',
  outOf: (average: number): string => `${average.toFixed(1)} of 5`,
  step: (score: number): string => (score === 5 ? '5, very useful' : score === 1 ? '1, not useful' : String(score)),
  lines: 'In their words',
};

export const asked = {
  title: 'What people ask for',
  lead: 'What people said would help them. Nobody is told who asked. A topic stands here once two have asked, with a number from five on.',
  none: 'No topic has been asked for by two people yet.',
  count: (n: number | undefined): string => (n === undefined ? 'Asked for by a few' : `Asked for by ${n}`),
  planned: 'A session about it is planned.',
  gaps: 'Where people would like to be surer of themselves',
  gapsLead: 'Added up from what people said after sessions; shown from five answers on.',
  gapsFew: 'Fewer than five people have told so far.',
  gap: (label: string, n: number): string => `${label}: ${n}`,
  gapsNone: 'No skill was named by five people yet.',
  off: 'Asking is switched off. You can switch it on under “Training” in set-up.',
};

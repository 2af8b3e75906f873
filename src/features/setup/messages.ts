// All wording of setting up the scheme, in English.
import type { Span, Text } from '../../conversation/notice.ts';
import { type Day, sayDay } from '../../scheme/calendar.ts';

export const labels = {
  begin: 'Begin',
  makeCoordinator: 'Make a co-ordinator',
  goOn: 'Go on',
  next: 'Next',
  save: 'Save',
  change: 'Change',
  add: 'Add',
  addPerson: 'Add somebody',
  addQuestion: 'Add a question',
  remove: 'Remove',
  back: 'Back',
  setup: 'Set-up',
  desk: 'Desk',
  open: 'Open',
  start: 'Start',
  openScheme: 'Open the scheme',
  invite: 'Post the invitation',
  inviteAgain: 'Post it again',
  checkChannels: 'Check the channels',
  checkAgain: 'Check again',
  find: 'Find somebody',
  ask: 'Ask to be added',
  settled: 'That is settled',
  keep: 'Keep',
};

export const overview = {
  title: 'Set-up',
  fresh:
    'Welcome. Three short steps and the scheme can open: what it is and who runs it, where it lives, and whom people can talk to. Everything else has a default that you can look at and change, now or later.',
  almost:
    'The three steps are done. Look through the rest if you like; then open the scheme. People can register from that moment on.',
  open: 'The scheme is open. Whatever you change here counts from now on.',
  invitation: 'Invitation',
  invited: (day: Day): string => `The invitation was posted in the forum on ${sayDay(day)}.`,
  notInvited: 'The forum has not heard about the scheme yet. The invitation says what it is, and has a Start button.',
  /** In Teams no bot can pin anything. */
  inviteNote: (onSlack: boolean, inTeams: boolean): string =>
    [
      onSlack
        ? `I pin it${inTeams ? ' on Slack' : ' there'}, so that people find it later. If you do not see it pinned, I am not allowed to there: please pin it yourself.`
        : '',
      inTeams
        ? `I cannot pin anything in Teams: please pin it there yourself${onSlack ? '' : ', so that people find it later'}.`
        : '',
      'Whoever registers appears on your desk.',
    ]
      .filter(Boolean)
      .join(' '),
  needs: 'Worth doing soon',
  troubles: 'Channels',
  settings: 'Settings',
  forum: 'forum',
  alerts: 'co-ordinators',
  nothing: 'Nothing yet',
  rules: { off: 'not asked', offered: 'offered', required: 'required' },
};

export const needs = {
  coordinator:
    'A second co-ordinator. An alert that waits goes to them; and if you are in a pairing yourself, what concerns your partner must be read by somebody else.',
  forumHere: (app: string): string =>
    `Channels on ${app}. Until there is a forum, whoever is only there gets check-ins directly.`,
  arbiter: 'An arbiter: somebody who is no co-ordinator, for whatever concerns a co-ordinator.',
  training: 'You ask for training, but say nothing yet about where to find it.',
  privacy: 'A link to your privacy notice. Everybody who registers is asked to have read how their data are used.',
};

export const troubles = {
  forum: 'The forum channel cannot be used at the moment. Check-ins go to people directly until it can.',
  alerts: 'The co-ordinators’ channel cannot be used at the moment. Alerts go to a co-ordinator directly until it can.',
  lane: (app: string): string =>
    `Mentor was removed from ${app}, or switched off there. Until it is there again, nobody can be reached there.`,
};

export const settings = {
  basics: 'Name, host and aims',
  channels: 'Channels',
  coordinators: 'Co-ordinators',
  people: 'People to talk to',
  arbiter: 'Arbiter',
  criteria: 'Criteria',
  checks: 'Tick questions',
  training: 'Training',
  topics: 'Topics',
  areas: 'Technical areas',
  sites: 'Sites',
  external: 'Other schemes',
  texts: 'Next steps and privacy',
  closed: 'Closed days',
  numbers: 'Numbers',
  rhythm: 'Check-ins',
  steps: 'Steps',
  evaluations: 'Questions about how it goes',
  sessions: 'Training sessions',
  forum: 'What people write in the forum',
  between: 'Between mentor and mentee',
  keeping: 'How long things are kept',
};

export const basics = {
  title: 'About the scheme',
  name: { label: 'What is the scheme called?' },
  host: { label: 'Who runs it?', hint: 'The institution, or the group of institutions.' },
  aims: {
    label: 'What is it for?',
    hint: 'A few sentences. Everybody can read this before they register.',
  },
  intro: 'A scheme needs two co-ordinators, so that nothing waits unread, and nobody decides about their own partner.',
  second: {
    label: 'A second co-ordinator',
    hint: 'They are told at once. You can also name them later.',
  },
  same: 'This is you, or somebody who is a co-ordinator already. Please choose another person.',
  unknown: 'I could not look this person up. Please choose a person (not an app), or leave this open for now.',
  gone: 'This person’s account is not active any more. Please choose somebody else.',
};

export const channels = {
  title: 'Two channels',
  intro: (app: string): string =>
    app === 'Slack'
      ? 'Please invite me to both channels first. I look at once whether I can post there.'
      : 'Please add Mentor to the team or teams of both channels first. I look at once whether I can post there.',
  stays: (other: string, here: string): string =>
    `These are the channels on ${here}. What is chosen on ${other} stays as it is, and is changed there.`,
  forum: {
    label: 'The technicians’ forum',
    hint: 'The invitation and the check-ins go here. Nobody’s pairing is ever named in it.',
  },
  alerts: {
    label: 'The co-ordinators’ channel',
  },
  alertsHint: (app: string): string =>
    app === 'Slack'
      ? 'A private channel for co-ordinators only: alerts name people here.'
      : 'A channel of a team that has co-ordinators only: alerts name people here. A private channel that I was added to is listed once somebody has mentioned me in it.',
  unseen: (app: string): string =>
    app === 'Slack'
      ? 'I cannot see this channel. Please invite me to it, then send this again.'
      : 'I cannot see this channel. Please add Mentor to its team, then send this again.',
  archived: 'This channel has been archived. Please choose another one.',
  cannotPost: (app: string): string =>
    app === 'Slack'
      ? 'I cannot post in this channel. Please invite me to it, then send this again.'
      : 'I cannot post in this channel. Please let me, then send this again.',
  isPublic: 'This channel is public, and alerts name people. Please choose a private channel for co-ordinators only.',
  same: 'Please choose a channel of its own for the co-ordinators: the forum is read by everybody.',
};

export const checked = {
  title: 'The channels',
  none: 'Nothing has been chosen yet.',
  forum: 'The technicians’ forum',
  alerts: 'The co-ordinators’ channel',
  on: (app: string): string => `on ${app}`,
  elsewhere: (app: string): string => `Looked at from the other side: open Mentor on ${app} to see how it stands.`,
  fine: 'I can post here.',
  fineAlerts: 'I can post here, and it is private.',
  strangers: 'In it, but no co-ordinators:',
  strangersToo: 'Also in it:',
  second:
    'A second co-ordinator is needed: an alert that waits goes to them, and what concerns a partner of yours must be read by somebody else. Invite them to the co-ordinators’ channel, press Check again, and make them a co-ordinator here.',
  strangersMore: (n: number): string => `and ${n} more`,
  strangersWhat:
    'Alerts name people here. Please tell them so, make them co-ordinators, or remove them from the channel.',
  many: 'It has so many members that I could not look through them all. Only co-ordinators should be in it.',
  closed: 'Please look at this before the scheme opens.',
};

export const people = {
  title: 'People to talk to',
  lead: 'At least two people besides the co-ordinators: a dignity adviser, HR, a union representative, an arbiter. They stand in help, in contact, and wherever something is difficult.',
  none: 'Nobody is named yet.',
  tooFew: 'Two people at least should stay named. Add another one first, then remove this one.',
  full: 'That is as many as fit. Remove somebody to add another.',
  which: (n: number): string => (n === 0 ? 'The first of at least two.' : n === 1 ? 'And a second one.' : 'One more.'),
  name: { label: 'Name' },
  role: { label: 'What they are here', hint: 'For example: dignity and respect adviser.' },
  how: { label: 'How to reach them', hint: 'A telephone number, an address, a room.' },
  formTitle: 'Somebody to talk to',
};

export const arbiter = {
  title: 'Arbiter',
  intro:
    'Somebody who is no co-ordinator, and to whom people can turn when something concerns a co-ordinator. They are named first in that case.',
  none: 'Nobody',
};

export const coordinators = {
  title: 'Co-ordinators',
  lead: 'They accept people, release matches and read alerts. The first in the list is told first; what waits goes to the second.',
  add: 'To add somebody who is in the scheme, find them among the people. Somebody who is not can write the two words “setup join” to me; you are then asked.',
  last: 'The scheme needs at least one co-ordinator. Add another one first.',
  added:
    'They are a co-ordinator now, and have been told. Remember the co-ordinators’ channel: they see alerts there once they are in it.',
  unknown: 'This person is not available any more.',
  gone: 'This person’s account is gone, so they cannot be added.',
  you: ' (you)',
  confirmRemove: {
    title: 'Remove this co-ordinator?',
    text: 'They no longer see the desk. Please take them out of the co-ordinators’ channel as well.',
    yes: 'Remove',
    no: 'Keep',
  },
};

export const join = {
  title: 'Help to run it',
  lead: 'Co-ordinators accept people, release matches and read alerts. If you are meant to be one, ask here: a co-ordinator of the scheme is told and decides.',
  already: 'You are a co-ordinator already.',
  asked: 'Thank you. The co-ordinators have been told, and you will hear from me when one of them has added you.',
  letter: 'Mentor: somebody asks to be a co-ordinator',
  /** `person`: as the reader can write to them; only by name, where they are on another platform. */
  asks: (person: Span, name: string): Text => [
    person,
    `${person === name ? '' : ` (${name})`} asks to help run the scheme. If you expected this, open their page and make them a co-ordinator. If not, there is nothing you need to do.`,
  ],
  welcomeLine: 'Mentor: you are a co-ordinator now',
  welcome: (scheme: string): string =>
    `You are now a co-ordinator of ${scheme}. Your desk shows what needs you, and is the way to everything else.`,
};

export const criteria = {
  title: 'Criteria',
  intro:
    'Everybody can read these before they register. Whatever somebody does not meet is looked at by you; nobody is turned away by a form.',
  mentor: { label: 'Who can be a mentor?' },
  mentee: { label: 'Who can be a mentee?' },
};

export const checks = {
  title: 'Tick questions',
  lead: 'People tick what is true of them when they register. A gap is shown to you; it never turns anybody away.',
  none: 'There are no tick questions.',
  formTitle: 'A tick question',
  label: { label: 'The sentence people tick', hint: 'For example: I can give about an hour a month.' },
  role: { label: 'Who is asked?' },
  roles: [
    { key: 'mentor', label: 'Mentors' },
    { key: 'mentee', label: 'Mentees' },
    { key: 'both', label: 'Both' },
  ],
  either: {
    label: 'One of several',
    text: 'Any one of the questions marked so is enough',
  },
  enough: 'any one of these is enough',
  full: 'Ten questions are as many as people should be asked. Remove one to add another.',
  gone: 'This question is not there any more.',
};

export const training = {
  title: 'Training',
  intro:
    'Required: nobody is matched before you have marked them as trained, or as exempt. Recommended or none never holds anybody back.',
  mentor: { label: 'Training for mentors' },
  mentee: { label: 'Training for mentees' },
  options: [
    { key: 'none', label: 'None' },
    { key: 'recommended', label: 'Recommended' },
    { key: 'required', label: 'Required before matching' },
  ],
  text: { label: 'What the training is, and where to find it' },
};

export const options = {
  titles: { topics: 'Topics', areas: 'Technical areas', sites: 'Sites' } as Record<string, string>,
  leads: {
    topics: 'What mentors offer to talk about, and mentees choose from.',
    areas: 'What people work on. It helps to find a partner from the same field, or from another.',
    sites: 'Where people work. Two people of one site can meet in person more easily. Without sites, nobody is asked.',
  } as Record<string, string>,
  none: 'Nothing is listed yet.',
  gone: 'This is not listed any more.',
  renameTitle: 'Change the words',
  label: { label: 'What people read', hint: 'Everybody who chose this keeps it, with the new words.' },
  addTitle: 'Add to the list',
  more: { label: 'New ones' },
  full: (n: number): string => `The list can hold ${n} in all. Please add fewer, or remove some first.`,
  same: 'This stands in the list already.',
  confirmRemove: {
    title: 'Remove this?',
    text: 'Nobody can choose it any more. Who chose it before keeps it on their card until they change it.',
    yes: 'Remove',
    no: 'Keep',
  },
};

export const external = {
  title: 'Other schemes',
  list: {
    label: 'Schemes that others run',
    hint: 'The name, an upright bar, and a web address: NTDC mentoring | https://example.org/mentoring.',
  },
  odd: (line: string): string => `Please write the name, an upright bar and a web address: “${line}”.`,
};

export const texts = {
  title: 'Next steps and privacy',
  nextSteps: {
    label: 'Your own next steps after an introduction',
    hint: 'If you fill this in, it leads what the two read when they are introduced.',
  },
  privacyLink: { label: 'Link to your privacy notice' },
};

export const closed = {
  title: 'Closed days',
  list: {
    label: 'Days on which nobody works',
    hint: 'A day such as 2026-12-25 or 25 December 2026, or several: 2026-12-24 to 2027-01-03.',
  },
  odd: (line: string): string => `Please write a day, or a first and a last day: “${line}”.`,
  long: 'That is more than 400 days. Please leave out those that are past.',
};

export const numbers = {
  title: 'Numbers',
  maxMentees: {
    label: 'Mentees at a time, at most',
    hint: 'If you lower this, mentors who offered more places keep the mentees they have.',
  },
  answerDays: { label: 'Working days for an answer to a registration or a private line' },
  proposalDays: { label: 'Days for an answer to a proposal' },
  intervalWeeks: { label: 'Weeks from one meeting to the next' },
  lengthMonths: { label: 'Months a pairing usually lasts' },
  firstContactDays: { label: 'Days for the first message after an introduction' },
  exitUnreadDays: {
    label: 'Working days before an early end goes to a second co-ordinator',
    hint: 'Counted from the alert, if nobody has read it.',
  },
  noticeHeldDays: {
    label: 'Working days a notice of an end is held back, at most',
    hint: 'For ends of which the other one does not know yet. A co-ordinator can release it earlier.',
  },
};

export const rhythm = {
  title: 'Check-ins',
  intro:
    'A check-in is one post in the forum with a button; what people answer is private. It takes place on a working day: a closed day shifts it.',
  weeks: { label: 'How often?' },
  every: (weeks: number): string => (weeks === 1 ? 'Every week' : `Every ${weeks} weeks`),
  off: 'No check-ins',
  weekday: { label: 'On which day?' },
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  time: { label: 'At what time?' },
  nextOn: (when: string): string => `The next one is on ${when}.`,
};

export const steps = {
  title: 'Steps',
  intro:
    'Which steps people go through. Training and check-ins have settings of their own: each can be switched off there.',
  acceptance: {
    label: 'Who accepts a registration?',
    hint: 'Counts for registrations sent from now on. Whatever somebody could not tick is always looked at by you.',
  },
  acceptances: [
    { key: 'coordinator', label: 'A co-ordinator looks at each' },
    { key: 'automatic', label: 'At once, where every question is ticked' },
  ],
  reviews: { label: 'A review after each planned meeting' },
  reviewsOptions: [
    { key: 'on', label: 'Is offered to both, once' },
    { key: 'off', label: 'Is not offered; people can still write one' },
  ],
  log: { label: 'A learning log for everybody', hint: 'Only its owner can read it; you do not learn who keeps one.' },
  logOptions: [
    { key: 'on', label: 'Is offered' },
    { key: 'off', label: 'Is not offered; what was written stays its owner’s' },
  ],
};

export const between = {
  title: 'Between the two',
  intro:
    'What a mentor and a mentee are offered once they are introduced. Whatever they write there is theirs alone: you see dates, counts and states.',
  steps: 'What is offered',
  options: [
    { key: 'agreements', label: 'An agreement that both confirm' },
    { key: 'agendas', label: 'Agendas' },
    { key: 'meetingReminders', label: 'A reminder before each meeting' },
    { key: 'objectives', label: 'Objectives of the mentee' },
    { key: 'closings', label: 'Looking back and finishing, when the agreed time is over' },
    { key: 'extensions', label: 'Going on for longer, where both agree' },
  ],
  workingTime: {
    label: 'Working time',
    text: 'Agreements say that mentoring is working time',
    hint: 'Please tick this only where your institution has said so.',
  },
  nothing: 'Nothing is offered',
  working: 'Mentoring is working time.',
};

export const sessions = {
  title: 'Training sessions',
  intro:
    'Sessions stand under the word “training”: people sign up, are reminded, and whoever was there is marked in one list. What training is asked of each role is set under “Training”.',
  offers: 'What is offered',
  options: [
    { key: 'sessions', label: 'Sessions to sign up for' },
    { key: 'selfCheck', label: 'A private look at one’s own skills' },
    { key: 'supportAsked', label: 'Asking for topics, without a name' },
  ],
  nothing: 'Nothing is offered',
  months: {
    label: 'How long does required training count?',
    hint: 'People are asked four weeks before it runs out to come again. Pairings that run are not touched. Exemptions stay.',
  },
  counts: (months: number): string => (months === 0 ? 'For good' : `For ${months} months`),
};

export const forum = {
  title: 'The forum',
  intro:
    'People can tell of experiences, offer, ask for something or ask a question, with their name or without. Everybody can read it, also before they register.',
  stories: { label: 'Who looks before others read it?' },
  options: [
    { key: 'at-once', label: 'Nobody: it is shown at once, and you can take it down' },
    { key: 'looked-at', label: 'A co-ordinator looks at each first' },
    { key: 'off', label: 'There is no forum here' },
  ],
};

export const keeping = {
  title: 'How long it is kept',
  intro:
    'Months, counted from the end of what they are about. Once a week, at night, what has been kept long enough is erased for good.',
  papers: { label: 'What two people wrote to each other', hint: 'Counted from the end of their pairing.' },
  exit: { label: 'Forms of an early end' },
  registration: {
    label: 'Registrations, and matching runs',
    hint: 'Of somebody who has left, or was not taken up. Then also the person, once no pairing of theirs is kept.',
  },
  pairing: { label: 'That a pairing existed, with its dates' },
  passing: { label: 'Private lines to you that are settled' },
  longest: 'Please give at least as many months as for what two people wrote and for forms of an early end.',
  says: (months: { papers: number; exit: number; registration: number; pairing: number; passing: number }): string =>
    `What two people wrote: ${months.papers} months after the end. Early ends: ${months.exit} months. Registrations: ${months.registration} months. Pairings: ${months.pairing} months. Private lines: ${months.passing} months.`,
};

export const invitation = {
  line: (name: string): string => `${name}: find a mentor, or become one`,
  by: (host: string): string => `A mentoring scheme for technical staff, run by ${host}.`,
  what: 'Two colleagues talk, about once a month, about work and where it could go. You can be a mentor, a mentee, or both.',
  read: 'Press Start to read what it is, what it asks and who runs it. Looking commits you to nothing, and nobody sees that you looked.',
};

export const ripple = {
  line: 'Mentor: something for you',
  text: 'The co-ordinators have changed what the scheme asks for, and that changes where you stand. Nothing you did is lost.',
};

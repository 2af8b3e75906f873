// All wording of answering registrations, in English.
import type { Text } from '../../conversation/notice.ts';
import type { Role } from '../../scheme/records/people.ts';

export const asRole: Record<Role, string> = { mentor: 'as a mentor', mentee: 'as a mentee' };

export const labels = {
  open: 'Open',
  accept: 'Accept',
  ask: 'Ask a question',
  decline: 'Decline',
  several: 'Accept several',
  mark: 'Mark several',
  attended: 'Attended',
  mistake: 'Marked by mistake',
  claim: 'Answer the claim',
  next: 'Next page',
  list: 'All registrations',
  training: 'Training',
  setup: 'Add a co-ordinator',
  send: 'Send',
  save: 'Save',
  desk: 'Desk',
};

export const digest = {
  waiting: (n: number, more: boolean): string => {
    if (n === 0) return 'No registration waits for an answer';
    if (more) return `More than ${n} registrations wait for an answer`;
    return n === 1 ? 'One registration waits for an answer' : `${n} registrations wait for an answer`;
  },
  others: (n: number): string => (n === 1 ? 'and one more' : `and ${n} more`),
  claims: (n: number): string =>
    n === 1
      ? 'One person waits to hear whether earlier experience counts as training'
      : `${n} people wait to hear whether earlier experience counts as training`,
};

export const listing = {
  title: 'Registrations',
  none: 'No registration waits for an answer. Thank you for looking.',
  lead: 'These people wait for an answer, the longest wait first.',
  row: (name: string, role: Role): Exclude<Text, string> => [{ bold: name }, `, ${asRole[role]}`],
  by: (day: string): string => ` · promised by ${day}`,
  gaps: (n: number): string => (n === 0 ? '' : n === 1 ? ' · one criterion left open' : ` · ${n} criteria left open`),
  asked: 'Waiting for their reply to a question',
  own: 'This is your own registration; another co-ordinator answers it.',
  closed: 'Another co-ordinator deals with this one.',
};

export const one = {
  title: 'Registration',
  heading: (name: string, role: Role): string => `${name}, ${asRole[role]}`,
  gone: 'This isn’t available any more.',
  promised: (day: string): string => `An answer was promised by ${day}.`,
  card: 'The card others will see',
  criteria: 'Criteria',
  criteriaMet: 'All the criteria are ticked.',
  criteriaNone: 'The scheme has no criteria to tick for this role.',
  gap: (items: string): string => `Left open: ${items}.`,
  gapAdvice: 'A gap is a reason to talk, not to refuse.',
  forCoordinators: 'For co-ordinators',
  goals: 'Hopes',
  achievements: 'Proud of',
  whySuitable: 'Why suitable',
  whyMentor: 'Why mentor',
  wishes: 'Wishes',
  areaWish: {
    same: 'Would like somebody from their own technical area',
    different: 'Would like somebody from another technical area',
    any: 'Own or other technical area: either',
  },
  whyNow: 'Why now',
  mentoredBefore: {
    no: 'Has not mentored before',
    informally: 'Has mentored informally',
    scheme: 'Has mentored in a scheme',
  },
  capacity: (n: number): string => (n === 1 ? 'Takes one mentee at a time' : `Takes up to ${n} mentees at a time`),
  arrangement: 'Asks to be contacted about an arrangement. Please get in touch; no more was asked.',
  exclusions: 'Has named people not to be paired with. Matching keeps to it; you need do nothing.',
  claim: 'Earlier training or experience',
  question: 'You asked',
  reply: 'The answer',
  marked: (by: Text, day: string): Text => ['Marked by ', ...spans(by), ` as having been at the training, on ${day}.`],
  another: 'another co-ordinator',
  mistakeAsk: (name: string) => ({
    title: 'Marked by mistake?',
    text: `${shortened(name)} then has the training to do, where the scheme asks for it. Nobody they are paired with is touched.`,
    yes: 'Take it back',
    no: 'Leave it as it is',
  }),
  unmarked: (name: string): string => `That is taken back. For ${name} nothing else changes now.`,
  unmarkedTold: (name: string): string =>
    `That is taken back. ${name} has the training to do before they can be matched, and is being told.`,
  own: 'This is your own registration. Another co-ordinator answers it, so that everybody is treated alike.',
  only: 'This is your own registration. You are the scheme’s only co-ordinator, so you may answer it yourself; the history will say so.',
  closed: 'Another co-ordinator deals with this registration. There is nothing you need to do.',
  closedOnly:
    'This registration is for another co-ordinator to deal with, and there is none yet. Please add one in set-up; they will find it there.',
  questionOpen: (by: Text, question: string): Text => [
    ...spans(by),
    ' asked, and the reply has not come yet: ',
    question,
  ],
  accepted: (name: string): string => `${name} has been accepted and can be matched. They are being told.`,
  acceptedTraining: (name: string): string =>
    `${name} has been accepted. The training is the one step left before matching. They are being told.`,
  asked: (name: string): string => `Your question is on its way to ${name}.`,
  declined: (name: string): string => `${name} is being told, in private, with your words and other offers.`,
  already: {
    accepted: (by: Text, name: string): Text => [...spans(by), ` has accepted ${name} already. Nothing was changed.`],
    declined: (by: Text, name: string): Text => [
      ...spans(by),
      ` has answered ${name} already: not this time. Nothing was changed.`,
    ],
    asked: (by: Text, name: string): Text => [
      ...spans(by),
      ` has asked ${name} a question already. Nothing was changed.`,
    ],
    withdrawn: (name: string): Text => `${name} has taken the registration back. Nothing was changed.`,
    other: (name: string): Text => `${name}’s registration has been answered already. Nothing was changed.`,
  },
  decided: {
    accepted: (by: Text): Text => ['Accepted by ', ...spans(by), '.'],
    declined: (by: Text): Text => ['Answered by ', ...spans(by), ': not this time.'],
    withdrawn: 'They took this registration back.',
  },
};

export const several = {
  title: 'Accept several',
  lead: 'Everybody you tick is accepted and told.',
  field: { label: 'Who is accepted?' },
  option: (name: string, role: Role): string => `${shortened(name)}, ${asRole[role]}`,
  gaps: (n: number): string => (n === 1 ? 'One criterion left open' : `${n} criteria left open`),
  none: 'None of these wait for an answer from you any more.',
  done: (names: string): string => `Accepted: ${names}. They are being told.`,
  already: (by: Text, name: string): Text => [`${name} had been answered already, by `, ...spans(by), '.'],
  skipped: (name: string): string => `${name} is for another co-ordinator to answer.`,
};

export const ask = {
  title: 'Ask a question',
  intro: (name: string): string =>
    `${name} reads your question in private and can answer it there. The registration waits for the reply.`,
  question: { label: 'What would you like to know?', hint: 'Read by them and the co-ordinators.' },
};

export const decline = {
  title: 'Decline',
  intro: (name: string): string =>
    `${name} alone reads this, beside the co-ordinators, together with other offers. They may register again at any time.`,
  reason: { label: 'Why not this time?', hint: 'Kind and plain. What would need to be different?' },
};

export const claim = {
  title: 'Earlier experience',
  intro: (name: string): string => `What ${name} has told you:`,
  decision: { label: 'What does it stand in for?' },
  options: [
    { key: 'exempt', label: 'All of the training: none is needed' },
    { key: 'partly', label: 'Part of it: the rest is still needed' },
    { key: 'needed', label: 'The training is still needed' },
  ],
  note: { label: 'A note to them', hint: 'Read by them and the co-ordinators.' },
  when: 'When',
  what: 'What',
  why: 'Why it fits',
  already: (by: Text): Text => [...spans(by), ' has answered this already. Nothing was changed.'],
  done: (name: string): string => `Thank you. ${name} is being told.`,
};

export const training = {
  title: 'Training',
  none: 'Nobody waits for training at the moment.',
  lead: 'These people have been accepted; the training is what is left before they can be matched.',
  states: {
    needed: '',
    claimed: ' · has told you about earlier experience',
    partly: ' · part of it has been counted',
    'not-needed': '',
    exempt: '',
    attended: '',
  },
  own: ' · you; another co-ordinator marks this',
  another: 'another co-ordinator',
  confirm: (name: string) => ({
    title: 'Training attended?',
    text: `${shortened(name)} can be matched from then on, and is told so.`,
    yes: 'Yes, attended',
    no: 'Not yet',
  }),
  done: (names: string): string => `Recorded: ${names}. They can be matched now and are being told.`,
  already: (by: Text, name: string): Text => [`${name} had been marked already, by `, ...spans(by), '.'],
  severalTitle: 'Mark several',
  who: { label: 'Who?' },
  mark: { label: 'What shall be recorded?' },
  marks: [
    { key: 'attended', label: 'Attended the training' },
    { key: 'exempt', label: 'Exempt: earlier experience counts' },
  ],
};

export const letters = {
  something: 'Mentor: something for you',
  waits: (name: string, role: Role): string => `A registration still waits for an answer: ${name}, ${asRole[role]}`,
  waitsMore: 'The day promised for an answer is here.',
};

/** A name short enough for an option of a form, whose label holds 75 characters. */
export function shortened(name: string): string {
  const letters = [...name];
  return letters.length > 56 ? `${letters.slice(0, 55).join('')}…` : name;
}

function spans(t: Text): Exclude<Text, string> {
  return typeof t === 'string' ? [t] : t;
}

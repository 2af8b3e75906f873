// More wording of matching, in English: what happens to a pair once it was asked, the next-best, a call for mentors, and the settings of a preview.
import type { Role } from '../../scheme/records/people.ts';

export const asked = {
  title: 'A pair that was asked',
  somebody: 'somebody',
  waits: (day: string): string => `The mentee has been asked and has until ${day}. The mentor knows nothing of it yet.`,
  settled: 'This has been answered, or has ended. There is nothing to take back any more.',
  lead: 'As long as the mentee has not answered you can take it back. They read that it did not come about, without a reason; the mentor never hears of it. Both can be matched again at once.',
  takeBack: 'Take it back',
  confirm: {
    title: 'Take it back?',
    text: 'The mentee reads one neutral sentence; the mentor never hears of it.',
    yes: 'Take it back',
    no: 'Leave it',
  },
  late: 'The mentee has answered meanwhile, so nothing was taken back.',
  done: 'It is taken back. Both are available again.',
  toRun: 'Back to the pairs',
  desk: 'Desk',
};

export const next = {
  title: 'Next best',
  lead: 'For these mentees a proposal came to nothing, and this is the best that is free now. Nothing is sent by itself: look, and propose it if you agree.',
  none: 'Nothing is prepared at present: either nobody waits after a no, or there is nobody free who fits.',
  look: 'Look',
  more: 'More',
  desk: 'Desk',
  somebody: 'somebody',
};

const people = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const times = [
  { key: '0', label: 'Does not count' },
  { key: '1', label: 'Counts as usual' },
  { key: '2', label: 'Counts double' },
];

export const how = {
  title: 'What counts',
  intro:
    'Whatever you choose, nobody is put with somebody on either one’s list, and what you keep or take out stays so. The preview is worked out again; you can compare it with this one, and come back to this one.',
  objective: { label: 'What should the pairs be best at?' },
  always: [
    { key: 'most-matched', label: 'As many people as possible', hint: 'Then the best fit among all such ways' },
    { key: 'max-score', label: 'The best fit overall', hint: 'Even if somebody waits longer for it' },
    { key: 'fair-floor', label: 'Nobody gets a poor match', hint: 'The weakest pair as strong as possible' },
  ],
  afterEvents: [
    { key: 'stable', label: 'What both said after the event', hint: 'No two would both rather have each other' },
    { key: 'first-choices', label: 'As many first choices as can be', hint: 'Of what mentees said after the event' },
  ],
  weights: {
    topics: 'Topics they share',
    area: 'The technical area the mentee wishes for',
    stage: 'The mentor being a step ahead',
    site: 'The same site, for those who meet in person',
    event: 'What they said of each other after an event',
  },
  times,
  submit: 'Work it out',
};

const best: Record<string, string> = {
  'most-matched': 'as many people as possible',
  'max-score': 'the best fit overall',
  'fair-floor': 'nobody gets a poor match',
  stable: 'what both said after the event',
  'first-choices': 'as many first choices as can be',
  'keep-draft': 'as few changes as possible',
};

export const changes = {
  title: 'Compared',
  none: 'There is no preview before this one to compare it with.',
  before: 'Before:',
  now: 'Now:',
  draft: (pairs: number, left: number, objective: string): string =>
    `${people(pairs, 'pair', 'pairs')}, ${people(left, 'mentee', 'mentees')} left over (best at: ${best[objective] ?? objective}).`,
  counts: (gain: number, lose: number, even: number): string => {
    const turns = [
      ...(gain > 0 ? [`a gain for ${people(gain, 'mentee', 'mentees')}`] : []),
      ...(lose > 0 ? [`a loss for ${people(lose, 'mentee', 'mentees')}`] : []),
    ];
    const said = [
      ...(turns.length > 0 ? [`It is ${turns.join(', ')}.`] : []),
      ...(even > 0 ? [`${people(even, 'mentee', 'mentees')} would have somebody else who fits as well.`] : []),
    ];
    return said.length > 0 ? said.join(' ') : 'Everybody has the same mentor in both.';
  },
  takeBefore: 'Go back to the one before',
  nobody: 'nobody',
  fromTo: (before: string, after: string): string => `${before} before, ${after} now.`,
  turns: {
    better: 'Fits better.',
    worse: 'Fits less well.',
    other: 'Fits as well.',
    more: 'One more.',
    fewer: 'One fewer.',
    'from-nobody': '',
    'to-nobody': '',
  },
};

export const some = {
  title: 'Ask some now',
  intro:
    'Those you choose are asked now, each mentee first. The others stay in this preview, and nobody is told yet that they are left over.',
  pairs: { label: 'Which pairs?' },
  submit: 'Ask them',
  asking: (n: number): string =>
    n === 1
      ? 'The mentee is being asked now. The mentor hears of it after a yes.'
      : `${n} mentees are being asked now. Each mentor hears of it after a yes.`,
  toRun: 'Back to the pairs',
  none: 'There is nothing on this page that can be asked now. If you have changed something, work it out again first.',
  sent: (n: number): string => `${people(n, 'mentee has', 'mentees have')} been asked already.`,
};

export const sent = {
  title: 'Asked so far',
  none: 'Nobody has been asked from this preview yet.',
  look: 'Look',
  more: 'More',
  somebody: 'somebody',
};

export const run = {
  how: 'What counts',
  fewest: 'Again, changing little',
  compare: 'Compare',
  some: 'Ask some now',
  sent: 'Asked so far',
  bestAt: (objective: string): string => `Best at: ${best[objective] ?? objective}.`,
};

export const likings = {
  counted: 'What people said after an event counts here. Look at a pair to read who would like whom.',
  both: 'both would like this, as they said after an event',
  one: (who: string, whom: string): string => `${who} would like ${whom}, as said after an event`,
};

export const call = {
  title: 'A call for mentors',
  lead: (mentors: number, topic: string, site: string, matches: number): string =>
    `${people(mentors, 'mentor', 'mentors')} for “${topic}”${site ? ` at ${site}` : ''} would match ${people(matches, 'person', 'people')} of those left over.`,
  draft: (mentors: number, topic: string, site: string, matches: number | undefined): string =>
    `We are looking for ${mentors === 1 ? 'a mentor' : `${mentors} mentors`} who can talk about “${topic}”${site ? `, at ${site}` : ''}. ${mentors === 1 ? 'That' : 'They'} would give ${matches === undefined ? 'some colleagues' : `${matches} colleagues`} somebody to talk with, about an hour a month. You need not be more senior, and you may just ask.`,
  intro:
    'This goes to the technicians’ forum, with a button by which somebody can offer. Change it as you like; please name nobody.',
  text: { label: 'What the forum reads' },
  post: 'Post it',
  posted: 'A call for this matching has been posted in the forum.',
  none: 'There is no call to be made: nobody was left over whom one more mentor would help, or there is no forum.',
  button: 'Draft a call',
  line: (scheme: string): string => `${scheme}: could you be a mentor?`,
  offer: 'Offer to mentor',
};

export const whyNot = {
  title: 'Why not these two?',
  intro: 'Choose a mentee and a mentor: I work out what stands in the way, or what it would mean for the others.',
  mentee: 'Which mentee?',
  mentor: 'Which mentor?',
  hint: 'Type the beginning of a first name or a surname.',
  submit: 'Find out',
  another: 'Ask about two',
  button: 'Why not these two?',
  working: 'This is being worked out; it takes a few seconds.',
  none: 'You have not asked about anybody yet.',
  same: 'Please choose two different people.',
  self: 'This concerns you, so it is for another co-ordinator to ask.',
  paired: 'They are a pair in this preview.',
  notAvailable: 'One of them is not looking at present, or has no place free.',
  locked: (name: string): string => `${name} is kept with somebody else by hand.`,
  notRanked: (names: string): string =>
    `Pairs are made by what was said after the event, and ${names} did not name the other.`,
  blocked: (because: string): string => `They cannot be put together: ${because}.`,
  rules: {
    excluded: 'they must not be paired',
    removed: 'the pair was taken out, or did not come about before',
    modes: 'there is no way of meeting in common',
    slots: 'there is no free time in common',
    minimum: 'there is too little in common for the scheme’s minimum',
  },
  costsPeople: (n: number): string =>
    `They could be, but then ${people(n, 'person', 'people')} fewer would have a mentor.`,
  costsFit: 'They could be, but the pairs as a whole would fit less well.',
  equal: 'They could be just as well: the pairs as a whole would be as good.',
  others: (names: string): string => `It would change who is with ${names}.`,
};

const noMode = (n: number): string => `with ${n} there was no way of meeting in common`;

export const mine = {
  title: 'Matching so far',
  lead: 'Each time pairs were looked for, this is what was noted about you at the time.',
  none: 'No pairs have been looked for since you joined.',
  noneThem: 'Nothing was noted about them: no pairs have been looked for since they joined.',
  own: 'This is your own, so it is said in the words that everybody reads about themselves.',
  on: (day: string, role: string): string => `${day}, as a ${role}`,
  asked: 'There was somebody for you, and you were asked.',
  askedThem: 'There was somebody for them, and they were asked.',
  late: 'A pair had been found, but by the time people were asked it was no longer possible.',
  noMentors: 'There was no mentor with a place free.',
  noMentees: 'Nobody was looking for a mentor.',
  considered: {
    mentee: (n: number): string => people(n, 'mentor was', 'mentors were'),
    mentor: (n: number): string => people(n, 'mentee was', 'mentees were'),
  },
  noneFits: (considered: string): string => `${considered} looked at for you, and there was none to put forward.`,
  because: (why: string): string =>
    `Among the reasons: ${why}. More times or ways of meeting on your profile can change that.`,
  ruledOut: {
    modes: noMode,
    slots: (n: number): string => `with ${n} there was no free time in common`,
    minimum: (n: number): string => `with ${n} there was too little in common`,
  },
  notRanked: 'Pairs were made by what people said after the event, and this time none came of it for you.',
  allServed: 'Everybody whom you could have helped found a mentor. Your offer is most welcome next time.',
  allFull: (n: number): string =>
    `${people(n, 'mentor', 'mentors')} would have fitted, but there were fewer places than people. You come first among equals next time.`,
  keptFree: 'The places that were free fitted others better this time. You come first among equals next time.',
  away: 'You were not looked at, because you were not available at that time.',
  awayThem: 'They were not looked at, because they were not available at that time.',
  training: {
    mentor: 'You were not looked at: the mentor training was still to come.',
    mentee: 'You were not looked at: the mentee briefing was still to come.',
  } as Record<Role, string>,
  states: {
    ready: 'You were not looked at: a matching event was still to come for you.',
    paused: 'You were not looked at, because you had paused.',
    resting: 'You were not looked at, because you were taking a break.',
    dormant: 'You were not looked at, because we had not heard from you for a while.',
  },
  statesThem: {
    accepted: 'They were not looked at: the training was still to come.',
    ready: 'They were not looked at: a matching event was still to come.',
    paused: 'They were not looked at: they had paused.',
    resting: 'They were not looked at: they were taking a break.',
    dormant: 'They were not looked at: they had not answered for a while.',
  },
  profile: 'My profile',
  ask: 'Ask the co-ordinators',
};

export const apart = {
  button: 'Keep apart for good',
  confirm: {
    title: 'Keep these two apart?',
    text: 'They are never put together again, in no matching and by nobody. Neither of them is told.',
    yes: 'Keep them apart',
    no: 'Cancel',
  },
};

// Ways to break the rules of matching, one at a time, in order of number.
const propose = 'test/features/propose';

/** As in ../breaks.mjs: `[name, how it is broken, file, from, to, tests]` */
export const matching = [
  [
    'R12',
    'nobody’s list keeps anybody apart',
    'src/scheme/sealed.ts',
    'entry => entry.person === other.id || (entry.emailHash !== undefined && entry.emailHash === other.emailHash),',
    '() => false,',
    [propose, 'test/features/match/rather-not.test.ts'],
  ],
  [
    'R13',
    'the mentor is asked first',
    'src/scheme/proposals.ts',
    "if (pairing.state === 'proposed') return 'mentee';",
    "if (pairing.state === 'proposed') return 'mentor';",
    [propose],
  ],
  [
    'R14',
    'one yes introduces the two',
    'src/features/propose/proposal-page.ts',
    "party.side === 'mentee' ? menteeYes(turn, party.pairing) : mentorYes(turn, party.pairing)",
    'mentorYes(turn, party.pairing)',
    [propose],
  ],
  [
    'R15',
    'a no takes somebody out of the pool',
    'src/scheme/sealed.ts',
    "if (after === 'pairing' || state === 'resting') return 'resting';",
    "return 'resting';",
    [propose],
  ],
  [
    'R16',
    'a mentor has one mentee more than places',
    'src/scheme/sealed.ts',
    'return taken <= capacity;',
    'return taken <= capacity + 1;',
    [propose],
  ],
  [
    'R16b',
    'the last on a mentee’s list is asked first',
    'src/features/choose/next.ts',
    'askFirst(turn, wish.id, wish.left, wish.asked)',
    'askFirst(turn, wish.id, [...wish.left].reverse(), wish.asked)',
    ['test/features/choose'],
  ],
  [
    'R17',
    'those who are named may read it',
    'src/features/events/rank-keep.ts',
    'closedTo: rankingClosedTo(named, excludedAmong(list, coordinators)),',
    'closedTo: [],',
    ['test/features/events/afterwards.test.ts'],
  ],
  [
    'R18',
    'a wish about the partner comes along to the partner with the goals',
    'src/scheme/sealed.ts',
    'const { goals, achievements } = inside(cover);',
    "const { goals: own, wishes, achievements } = inside(cover);\n  const goals = [own, wishes].filter(Boolean).join(' ') || undefined;",
    ['test/features/match/reasons.test.ts'],
  ],
  [
    'R18',
    'who the two are is named among the reasons',
    'src/scheme/why.ts',
    '    ...topicsInWords(why, scheme, reader),\n',
    "    ...topicsInWords(why, scheme, reader),\n    ...(kept['pronouns'] ? ['both are ' + kept['pronouns']] : []),\n",
    ['test/features/match/reasons.test.ts'],
  ],
];

// Ways to break the rules of the first meeting and of every later one, one at a time, in order of number.
const agreement = 'test/features/agreement';
const meeting = 'test/features/meeting';
const checkin = 'test/features/checkin';
const review = 'test/features/review';

/** As in ../breaks.mjs: `[name, how it is broken, file, from, to, tests]` */
export const meetings = [
  [
    'R19',
    'the mentee finds the time of the first meeting',
    'src/scheme/meetings.ts',
    "return pairing.met === 0 ? 'mentor' : 'mentee';",
    "return 'mentee';",
    [meeting],
  ],
  [
    'R20',
    'the mentor plans later meetings too',
    'src/features/checkin/plan-page.ts',
    "=> side === 'mentee' || pairing.met === 0;",
    '=> side.length > 0 || pairing.met === 0;',
    [checkin],
  ],
  [
    'R21',
    'the first meeting does not lead to the agreement',
    'src/features/review/record.ts',
    'if (!isFirst || !scheme.agreements',
    'if (isFirst || !scheme.agreements',
    [review, agreement],
  ],
  [
    'R22',
    'it is confirmed without what the mentor expects',
    'src/features/agreement/rules.ts',
    "(['purpose', 'mentorExpects'] as const)",
    "(['purpose'] as const)",
    [agreement],
  ],
  [
    'R23',
    'a change leaves confirmations as they were',
    'src/features/agreement/rules.ts',
    '[part]: by }, confirmed: [] }',
    '[part]: by }, confirmed: draft?.confirmed ?? [] }',
    [agreement],
  ],
  [
    'R24',
    'an agreement does not say what always holds',
    'src/features/agreement/terms.ts',
    '  ...says.always,\n',
    '',
    [agreement],
  ],
  [
    'R25',
    'the follow-up goes to the mentor',
    'src/features/checkin/ask.ts',
    'to: { person: mentee.id },',
    'to: { person: pairing.mentor },',
    [checkin],
  ],
  [
    'R26',
    'a mentee is asked again within the interval',
    'src/features/checkin/ask.ts',
    'pairing.askedAt !== undefined && now - pairing.askedAt <',
    'pairing.askedAt !== undefined && now - now > 0 && now - pairing.askedAt <',
    [checkin],
  ],
  [
    'R27',
    'a mentor of a quiet pairing reads nothing of it',
    'src/features/checkin/checkin-page.ts',
    "side === 'mentor' && pairing.quiet && pairing.met > 0",
    "side === 'mentee' && pairing.quiet && pairing.met > 0",
    [checkin],
  ],
  [
    'R28',
    'the mentor writes the agenda',
    'src/features/meeting/agenda-page.ts',
    "if (found?.mine.side !== 'mentee' || !found.meeting || !isOpen(turn, found)) return elsewhere(turn, ids);\n  const { agenda }",
    'if (!found?.meeting || !isOpen(turn, found)) return elsewhere(turn, ids);\n  const { agenda }',
    [meeting],
  ],
  [
    'R29',
    'only mentees are reminded of a meeting',
    'src/features/meeting/letters.ts',
    '[...mentors, ...mentees].filter(isReachable)',
    '[...mentees].filter(isReachable)',
    [meeting],
  ],
  [
    'R30',
    'a meeting that did not take place leaves its trace',
    'src/features/review/rules.ts',
    "const met = pairing.met + Number(recorded.state === 'held')",
    "const met = pairing.met + Number(recorded.state !== 'moved')",
    [review],
  ],
  [
    'R31',
    'only mentors are offered a review',
    'src/features/review/offer.ts',
    'reachable([...mentors, ...mentees])',
    'reachable([...mentors])',
    [review],
  ],
];

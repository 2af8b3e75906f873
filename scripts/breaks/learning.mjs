// Ways to break the rules of objectives, learning and evaluation, one at a time, in order of number.
const objectives = 'test/features/objectives';
const log = 'test/features/log';
const evaluation = 'test/features/evaluation';

/** As in ../breaks.mjs: `[name, how it is broken, file, from, to, tests]` */
export const learning = [
  [
    'R32',
    'the mentor changes and closes objectives',
    'src/features/objectives/about.ts',
    "(side === 'either' || found.mine.side === side)",
    "(side === 'either' || found.mine.side !== undefined)",
    [objectives],
  ],
  [
    'R33',
    'whoever says how far an objective is, is not asked what shows it',
    'src/features/objectives/work-pages.ts',
    '  evidence: { ...written, label: says.reviewEvidence, hint: says.reviewEvidenceHint, max: 500 },\n',
    '',
    [objectives],
  ],
  [
    'R34',
    'what was reached is posted in the forum',
    'src/features/objectives/write-pages.ts',
    "letter: 'objective.met',\n  ids: { objective: objective.id },\n  to: { person: mine.partner },",
    "letter: 'objective.met',\n  ids: { objective: objective.id },\n  to: { channel: 'forum' },",
    [objectives],
  ],
  [
    'R34',
    'each step that was reached is a message of its own',
    'src/features/objectives/reached.ts',
    'put: [...[objective, ...waiting].map(uncheered), put(',
    'put: [uncheered(objective), put(',
    [objectives],
  ],
  [
    'R35',
    'co-ordinators read the learning log',
    'src/scheme/records/logs.ts',
    "readers: 'own',",
    "readers: 'self',",
    [log],
  ],
  [
    'R36',
    'the CPD record leaves the other one’s name where it was written',
    'src/features/log/record.ts',
    "'leftOut' in others ? withoutNames(text, others.leftOut) : text",
    'text',
    ['test/features/log/record.test.ts'],
  ],
  [
    'R37',
    'only mentees are asked how it goes',
    'src/scheme/evaluations.ts',
    "return (['mentor', 'mentee'] as const).map(role => ({",
    "return (['mentee'] as const).map(role => ({",
    ['test/features/evaluation/asking.test.ts'],
  ],
  [
    'R38',
    'half-way nobody is asked what needs more support',
    'src/features/evaluation/answer-page.ts',
    "point.when === 'half' && turn.scheme.supportAsked",
    "point.when === 'end' && turn.scheme.supportAsked",
    [evaluation],
  ],
  [
    'R39',
    'what is required is reminded of again and again',
    'src/scheme/evaluations.ts',
    'const MOST_REMINDERS = 2;',
    'const MOST_REMINDERS = 5;',
    ['test/features/evaluation/asking.test.ts'],
  ],
  [
    'R39',
    'a certificate is made although something required is not answered',
    'src/scheme/evaluations.ts',
    "return points.length > 0 ? { state: 'missing', points } : { state: 'ready', until };",
    "return { state: 'ready', until };",
    ['test/features/evaluation/required.test.ts'],
  ],
  [
    'R39b',
    'a mentor who is a co-ordinator reads what mentees wrote about mentors',
    'src/features/evaluation/report-page.ts',
    'return own.some(pairing => pairing.introducedAt !== undefined && pairing[other] === actor.person?.id);',
    'return own.length < 0 && actor.person?.id === other;',
    ['test/features/evaluation/about-partner.test.ts'],
  ],
  [
    'R39b',
    'whoever is left reads the note that the other one wrote for themselves',
    'src/features/exit/end.ts',
    'endReasonText: exit.reasonText',
    'endReasonText: draft.ownPart',
    ['test/features/evaluation/about-partner.test.ts'],
  ],
];

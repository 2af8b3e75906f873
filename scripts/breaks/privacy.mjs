// Ways to break the rules of privacy, one at a time, in order of number.

/** As in ../breaks.mjs: `[name, how it is broken, file, from, to, tests]` */
export const privacy = [
  [
    'R53',
    'a manager who is a co-ordinator sees whoever keeps them at a distance',
    'src/scheme/access.ts',
    '(!isClosedTo(named, reader) || (reader.others ?? []).every(one => isClosedTo(named, one)))',
    'reader.coordinator',
    ['test/walks/manager.test.ts'],
  ],
  [
    'R53',
    'what somebody asks the co-ordinators reaches a manager whom they named by address',
    'src/conversation/private-line.ts',
    'entry.person === id || (emailHash !== undefined && entry.emailHash === emailHash)',
    'entry.person === id',
    ['test/walks/manager.test.ts'],
  ],
  [
    'R53',
    'the alert of an end goes to the channel that a manager reads',
    'src/scheme/ends.ts',
    'const listed = [open.mentorList, open.menteeList].flatMap(list => excludedAmong(list, coordinators));',
    'const listed: string[] = [];',
    ['test/walks/manager.test.ts'],
  ],
  [
    'R54',
    'co-ordinators read what two people wrote about a meeting',
    'src/scheme/records/pairs.ts',
    "name: 'meeting',\n  version: 1,\n  readers: 'pairing',",
    "name: 'meeting',\n  version: 1,\n  readers: 'both',",
    ['test/house/privacy.test.ts'],
  ],
  [
    'R55',
    'answers of fewer than five are shown',
    'src/scheme/sealed.ts',
    'FEWEST_ANSWERS = 5;',
    'FEWEST_ANSWERS = 1;',
    ['test/features/evaluation', 'test/features/events'],
  ],
  [
    'R56',
    'whoever has finished is celebrated in the forum',
    'src/features/closing/finish.ts',
    "letter: 'closing.done', ids: { pairing: id }, to: { person },",
    "letter: 'closing.done', ids: { pairing: id }, to: { channel: 'forum' },",
    ['test/house/letters.test.ts'],
  ],
  [
    'R56',
    'what is drawn for the forum may use what the two of a pairing read',
    'src/scheme/access.ts',
    "  if (reader.channel === 'forum') return false;\n",
    "  if (reader.channel === 'forum') return readers === 'both';\n",
    ['test/house/letters.test.ts'],
  ],
];

// Ways to break the rules of what happens when it does not work, and of ends, one at a time, in order of number.
const exit = 'test/features/exit';

/** As in ../breaks.mjs: `[name, how it is broken, file, from, to, tests]` */
export const ends = [
  [
    'R41',
    'the ways out stand in another order',
    'src/features/exit/difficulty-page.ts',
    'list(says.steps(mine?.given ?? says.other, arbiterIn(turn)))',
    'list(says.steps(mine?.given ?? says.other, arbiterIn(turn)).reverse())',
    [exit],
  ],
  ['R43', 'an end without its form', 'src/features/exit/end.ts', "      put('exit', exit),\n", '', [exit]],
  [
    'R44',
    'a reason is asked for',
    'src/features/exit/exit-form.ts',
    'options: optionsOf(says.reasonLabels),\n      optional: true,',
    'options: optionsOf(says.reasonLabels),\n      optional: false,',
    [exit],
  ],
  [
    'R45',
    'only the mentee may end a pairing',
    'src/features/exit/end-page.ts',
    'if (!mine || self === undefined) return tooLate(turn, id);',
    "if (!mine || self === undefined || mine.side === 'mentor') return tooLate(turn, id);",
    [exit],
  ],
  [
    'R46',
    'nobody is alerted of an end',
    'src/features/exit/end.ts',
    '...(to ? [alertOrder(exit.id, to)] : [])',
    '...(to ? [] : [])',
    [exit],
  ],
  [
    'R47',
    'the partner reads reasons that were not for them',
    'src/features/exit/end.ts',
    "papers && exit.reasonFor === 'partner'",
    'papers && exit.reasonFor !== undefined',
    [exit],
  ],
  [
    'R48',
    'a planned meeting stands on after the end',
    'src/scheme/ends.ts',
    'meetings: meeting ? [meeting] : [],',
    'meetings: [],',
    [exit, 'test/scheme'],
  ],
  [
    'R49',
    'the two may be put together again',
    'src/scheme/ends.ts',
    'exclusions: keptApart(pairing, open, at),',
    'exclusions: [],',
    [exit, 'test/scheme'],
  ],
  [
    'R52',
    'an urgent concern finds no people first',
    'src/features/exit/end-page.ts',
    '    ...(draft.urgent ? peopleParts(turn.scheme) : []),\n',
    '',
    [exit],
  ],
];

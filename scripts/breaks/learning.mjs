// Ways to break the rules of objectives, learning and evaluation, one at a time, in order of number.

/** As in ../breaks.mjs: `[name, how it is broken, file, from, to, tests]` */
export const learning = [];

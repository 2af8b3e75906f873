// Ways to break the rules of the whole journey and of joining, one at a time, in order of number.

/** As in ../breaks.mjs: `[name, how it is broken, file, from, to, tests]` */
export const joining = [];

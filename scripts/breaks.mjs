// Every way to break a rule in docs/rules.md, or a check that keeps the program safe: what stands in a file and what is put in its place, and the tests that must notice.
import { checks } from './breaks/checks.mjs';
import { ends } from './breaks/ends.mjs';
import { joining } from './breaks/joining.mjs';
import { learning } from './breaks/learning.mjs';
import { matching } from './breaks/matching.mjs';
import { meetings } from './breaks/meetings.mjs';
import { privacy } from './breaks/privacy.mjs';

/** `[rule or check, how it is broken, file, from, to, tests]` */
export const breaks = [...joining, ...matching, ...meetings, ...learning, ...ends, ...privacy, ...checks];

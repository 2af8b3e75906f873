// npm run bench: all benches, or the one named, and of it the cases whose name holds a second word. Ends badly when a target is missed or a result is not the best.
import { benchLoad } from './load/load.ts';
import { benchMatching } from './matching/matching.ts';
import { benchStart } from './start/start.ts';

type Bench = (word: string) => string[] | Promise<string[]>;
const BENCHES: Readonly<Record<string, Bench>> = { start: benchStart, matching: benchMatching, load: benchLoad };

const [name, word = ''] = process.argv.slice(2);
const chosen = Object.entries(BENCHES).filter(([one]) => name === undefined || one === name);
if (chosen.length === 0) {
  console.error(`There is no bench ${name}; there is ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
try {
  const wrong: string[] = [];
  for (const [, run] of chosen) wrong.push(...(await run(word)));
  for (const one of wrong) console.error(`bench: ${one}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

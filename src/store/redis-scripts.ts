// The Lua scripts of the Redis store, read once at the start. What they do is written in them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Script = { text: string; sha: string };

const part = (name: string): string => readFileSync(new URL(`./lua/${name}.lua`, import.meta.url), 'utf8');

/**
 * The first line decides how Redis treats a script: with it, a full server refuses the script as a whole instead of half-way;
 * `allow-oom` lets deliveries drain even then.
 */
function script(flags: string, ...names: string[]): Script {
  const text = `#!lua${flags}\n${names.map(part).join('\n')}`;
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

export const scripts = {
  open: script(' flags=no-writes', 'common', 'open'),
  look: script(' flags=no-writes', 'common', 'look'),
  alive: script(' flags=allow-oom', 'common', 'alive'),
  commit: script('', 'common', 'deliveries', 'commit'),
  claim: script(' flags=allow-oom', 'common', 'deliveries', 'claim'),
  settle: script(' flags=allow-oom', 'common', 'deliveries', 'settle'),
  dead: script(' flags=allow-oom', 'common', 'deliveries', 'dead'),
};

// Tells how the simulated year went: how many messages each person had, in all and by kind, and how far the pairings came.
import type { Person } from '../../src/scheme/kinds.ts';
import { kindOfLeft } from './letters.ts';
import type { Town } from './town.ts';
import type { World } from './world.ts';

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Median, ninetieth of a hundred, and most. */
export function spread(counts: readonly number[]): { median: number; ninetieth: number; most: number } {
  const sorted = [...counts].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), ninetieth: at(sorted, 0.9), most: sorted.at(-1) ?? 0 };
}

/** How many messages each person had, in all, by kind and by letter. */
function perPerson(town: Town, people: readonly Person[]): Map<string, Map<string, number>> {
  const owner = new Map(people.flatMap(person => person.accounts.map(account => [account, person.id] as const)));
  const counts = new Map(people.map(person => [person.id, new Map<string, number>()]));
  for (const left of town.sent) {
    const own = counts.get(owner.get(left.to) ?? '');
    for (const what of ['all', kindOfLeft(town, left), town.letters.get(left.id) ?? '?'])
      own?.set(what, (own.get(what) ?? 0) + 1);
  }
  return counts;
}

const line = (name: string, counts: number[]): string => {
  const { median, ninetieth, most } = spread(counts);
  const sum = counts.reduce((a, b) => a + b, 0);
  return `  ${name.padEnd(24)} median ${String(median).padStart(3)}   90th ${String(ninetieth).padStart(3)}   most ${String(most).padStart(3)}   in all ${sum}`;
};

const sums = ['all', 'prompts', 'reminders of meetings', 'answers and news'];

/** The year in some sixty lines. */
export function theYear(town: Town, world: World): string {
  const counts = [...perPerson(town, world.people).values()];
  const names = [...new Set(counts.flatMap(own => [...own.keys()]))].filter(name => !sums.includes(name)).sort();
  const lineOf = (name: string): string =>
    line(
      name,
      counts.map(own => own.get(name) ?? 0),
    );
  const states = Object.entries(Object.groupBy(world.pairings, one => one.state)).map(
    ([state, all]) => `${state} ${all?.length}`,
  );
  return [
    `A year of ${town.joined.size} people on both platforms: ${world.pairings.length} proposals and pairings (${states.join(', ')}),`,
    `${world.pairings.reduce((sum, one) => sum + one.met, 0)} meetings held. Messages to each person:`,
    ...sums.map(lineOf),
    'By letter:',
    ...names.map(lineOf),
  ].join('\n');
}

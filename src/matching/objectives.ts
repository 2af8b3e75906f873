// The six objectives: what each one counts, and how it is reached with the solver and the rounds of asking. Reading people's wishes is for the callers.
import { aboveBestFloor } from './floor.ts';
import { solveLevels } from './levels.ts';
import { narrowed } from './narrow.ts';
import { type Objective, type Problem, type Weights, weightsFor } from './problem.ts';
import type { Prices } from './prove.ts';
import { asOutline, type Rows, type WithRows } from './rows.ts';
import { solve } from './solve.ts';
import { solveRows } from './solve-rows.ts';
import { stableDraw } from './stable.ts';
import { type Lists, tiersOfMentees, tiersOfMentors, UNLISTED } from './tiers.ts';

export const OBJECTIVES: readonly Objective[] = [
  'most-matched',
  'max-score',
  'fair-floor',
  'stable',
  'first-choices',
  'keep-draft',
];

/** What people and the co-ordinator wish besides the scores, in numbers of the problem. */
export type Wishes = {
  readonly menteeLists?: Lists;
  readonly mentorLists?: Lists;
  readonly draft?: readonly (readonly [mentee: number, mentor: number])[];
};

/** The wishes an objective cannot do without. */
export const NEEDS: Readonly<Record<Objective, readonly (keyof Wishes)[]>> = {
  'most-matched': [],
  'max-score': [],
  'fair-floor': [],
  stable: ['menteeLists', 'mentorLists'],
  'first-choices': ['menteeLists'],
  'keep-draft': ['draft'],
};

/** A draw: two mentors per mentee, -1 for none, locks not included. */
export type Draw = {
  readonly held: Int32Array;
  readonly count: Uint8Array;
  /** The problem with the pairs among which the objective chooses. */
  readonly offered: Problem;
  /** Whether people may be moved along from place to place for the good of the whole; a stable draw moves nobody. */
  readonly moves: boolean;
  /** Prices that prove the draw, and their weights, where one sum says all that counts. */
  readonly proof: { readonly weights: Weights; readonly prices: Prices } | null;
};

/** Draws by an objective, exactly; null when its sums would leave exact numbers. Throws when a wish it needs is missing. */
export function draw(problem: WithRows, objective: Objective, wishes: Wishes): Draw | null {
  switch (objective) {
    case 'most-matched':
    case 'max-score':
      return bySum(problem, objective, problem.rows);
    case 'fair-floor': {
      const found = bySum(aboveBestFloor(problem), 'most-matched');
      return found && { ...found, offered: problem, proof: null };
    }
    case 'keep-draft':
      return keepingDraft(problem, needed(wishes, 'draft'));
    case 'first-choices':
      return byChoices(problem, needed(wishes, 'menteeLists'));
    case 'stable':
      return byRankings(problem, needed(wishes, 'menteeLists'), needed(wishes, 'mentorLists'));
  }
}

function needed<K extends keyof Wishes>(wishes: Wishes, name: K): NonNullable<Wishes[K]> {
  const wish = wishes[name];
  if (wish === undefined) throw new Error(`matching: ${name} is missing`);
  return wish as NonNullable<Wishes[K]>;
}

function bySum(problem: Problem, objective: 'most-matched' | 'max-score', rows?: Rows): Draw | null {
  const weights = (rows && weightsFor(asOutline(problem, rows), objective)) ?? weightsFor(problem, objective);
  if (weights === null) return null;
  const { held, count, prices } = rows
    ? solveRows(problem, rows, weights, objective)
    : solve(problem, weights, objective);
  return { held, count, offered: problem, moves: true, proof: { weights, prices } };
}

/** As many people and pairs as possible and among those ways the most pairs of the draft; then the total. */
function keepingDraft(problem: Problem, draft: NonNullable<Wishes['draft']>): Draw | null {
  const before = new Map<number, Set<number>>();
  for (const [i, j] of draft) before.set(i, (before.get(i) ?? new Set()).add(j));
  const kept = new Int32Array(problem.mentor.length);
  for (const [i, mentors] of before) {
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) if (mentors.has(problem.mentor[e]!)) kept[e] = 1;
  }
  const weights = weightsFor({ ...problem, score: kept }, 'most-matched');
  const found = weights && solveLevels(problem, [kept, problem.score], { weights, objective: 'most-matched' });
  return found && { ...found, offered: problem, moves: true, proof: null };
}

/** Ranks that are told apart; everybody further down a list is alike. */
const CHOICES = 3;

/** Rank-maximal over pairs (Irving et al. 2006): first choices, then second, third, any other; then the total. */
function byChoices(problem: Problem, lists: Lists): Draw | null {
  const tiers = tiersOfMentors(problem, lists);
  const { problem: offered, from } = narrowed(problem, pair => tiers[pair] !== UNLISTED);
  const choice = from.map(pair => Math.min(tiers[pair]!, CHOICES));
  const levels = [...Array(CHOICES + 1).keys()]
    .map(rank => choice.map(one => (one === rank ? 1 : 0)))
    .filter(level => level.includes(1));
  const none = { weights: { first: 0, again: 0 }, objective: 'max-score' } as const;
  const found = solveLevels(offered, [...levels, offered.score], none);
  return found && { ...found, offered, moves: true, proof: null };
}

function byRankings(problem: Problem, menteeLists: Lists, mentorLists: Lists): Draw {
  const tiers = { ofMentors: tiersOfMentors(problem, menteeLists), ofMentees: tiersOfMentees(problem, mentorLists) };
  const mutual = (pair: number): boolean => tiers.ofMentors[pair] !== UNLISTED && tiers.ofMentees[pair] !== UNLISTED;
  return { ...stableDraw(problem, tiers), offered: narrowed(problem, mutual).problem, moves: false, proof: null };
}

// Why each mentee was left over, under any objective, in numbers; names and what would help are added in explain.ts and solve-instance.ts.
import type { Draw } from './objectives.ts';
import type { Problem } from './problem.ts';
import { type Reach, reachOfLeft } from './shortage.ts';

export type WhyLeft =
  | { readonly kind: 'nobody-eligible' }
  /** Free places there are, but with nobody of those on the lists. */
  | { readonly kind: 'ranked-none-reachable' }
  /** Every eligible mentor is full; `reach` where lists say nothing, because then a shortage shows in it. */
  | { readonly kind: 'all-full'; readonly reach: Reach | null }
  | { readonly kind: 'kept-free'; readonly reach: Reach };

/** The true reason for each mentee without a mentor. */
export function whyLeft(problem: Problem, drawn: Draw): Map<number, WhyLeft> {
  const { held, count, offered } = drawn;
  const reaches = drawn.moves ? reachOfLeft(offered, held, count) : new Map<number, Reach>();
  const open = problem.places.slice();
  for (const mentor of held) if (mentor >= 0) open[mentor]!--;
  const seesOpen = (mentee: number): boolean => {
    for (let e = problem.start[mentee]!; e < problem.start[mentee + 1]!; e++)
      if (open[problem.mentor[e]!]! > 0) return true;
    return false;
  };
  const reasonOf = (mentee: number): WhyLeft => {
    if (problem.start[mentee] === problem.start[mentee + 1]) return { kind: 'nobody-eligible' };
    const reach = reaches.get(mentee);
    if (reach !== undefined && reach.open.length > 0) return { kind: 'kept-free', reach };
    if (offered === problem) return { kind: 'all-full', reach: reach ?? null };
    return seesOpen(mentee) ? { kind: 'ranked-none-reachable' } : { kind: 'all-full', reach: null };
  };
  const found = new Map<number, WhyLeft>();
  for (let i = 0; i < problem.mentees; i++) {
    if (count[i] === 0 && problem.hasOne[i] === 0) found.set(i, reasonOf(i));
  }
  return found;
}

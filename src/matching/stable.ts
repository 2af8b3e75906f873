// "Respect the rankings": first mentors for everybody in one round, second ones in another on the places left. How a round goes is in deferred.ts.
import { askInTurn } from './deferred.ts';
import type { Problem } from './problem.ts';
import { type BothTiers, proposalsOf } from './proposals.ts';

const NOBODY = -1;

/** The mentors of each mentee, two entries each, -1 for none; weakly stable in each round. */
export function stableDraw(problem: Problem, tiers: BothTiers): { held: Int32Array; count: Uint8Array } {
  const { mentees, wants, hasOne, waited } = problem;
  const held = new Int32Array(2 * mentees).fill(NOBODY);
  const count = new Uint8Array(mentees);
  const rooms = roomsOf(problem);
  const round = (asks: (mentee: number) => boolean, slot: 0 | 1): void => {
    const proposals = proposalsOf(problem, tiers, asks, i => held[2 * i]!, rooms);
    askInTurn(proposals, rooms, waited).forEach((mentor, i) => {
      if (mentor === NOBODY) return;
      held[2 * i + slot] = mentor;
      count[i]!++;
      rooms[mentor]!--;
    });
  };
  round(i => wants[i]! > 0 && hasOne[i] === 0, 0);
  // A mentor by a lock was a first one, so a further one comes in the second round.
  const second = (i: number): boolean => wants[i]! - count[i]! > 0 && (hasOne[i] === 1 || count[i] === 1);
  if (wants.some((_, i) => second(i))) round(second, 1);
  return { held, count };
}

/** Places, but no more than people who could come, so that a huge capacity costs nothing. */
function roomsOf({ mentor, mentors, places }: Problem): Int32Array {
  const asked = new Int32Array(mentors);
  for (let e = 0; e < mentor.length; e++) asked[mentor[e]!]!++;
  return asked.map((most, j) => Math.min(most, places[j]!));
}

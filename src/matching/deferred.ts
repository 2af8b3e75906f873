// Mentees ask, mentors hold whom they like best and turn down the others (Gale and Shapley 1962), with Kiraly's rules where people are held equal.
import { makeDesk } from './desk.ts';
import { makeEquals } from './equals.ts';
import type { Proposals } from './proposals.ts';

const NOBODY = -1;

/** Among people a mentor holds equal, those in their second round come first, then those who waited before; lower is wanted more. */
const keyOf = (rank: number, second: number, waited: number): number => 4 * rank + 2 * (1 - second) + (1 - waited);

/**
 * The mentor of each mentee, -1 for none: weakly stable, and on strict lists the best stable one for every mentee. With equals
 * at least two thirds as many people as any stable draw has (Kiraly 2013, "Linear time local approximation algorithm for maximum
 * stable marriage"): whoever was turned down everywhere asks everybody once more and then wins ties; among mentors held equal
 * one with a free place is asked first; and somebody who could as well go to a free place makes room for whoever asks.
 */
export function askInTurn(proposals: Proposals, rooms: Int32Array, waited: Uint8Array): Int32Array {
  const { start, mentor, rank } = proposals;
  const mentees = start.length - 1;
  const desk = makeDesk(mentees, rooms);
  const mentorOf = new Int32Array(mentees).fill(NOBODY);
  /** Where in their row each mentee stands, and where they were taken. */
  const next = start.slice(0, mentees);
  const takenAt = new Int32Array(mentees);
  const second = new Uint8Array(mentees);
  const equals = proposals.equals ? makeEquals(proposals, rooms, next, mentorOf, desk.isOpen) : null;

  /** The pair to ask for now; at the end of a row the second round begins, and after that there is none. */
  const choose = (mentee: number): number => {
    if (next[mentee] === start[mentee + 1]) {
      if (second[mentee] === 1) return NOBODY;
      second[mentee] = 1;
      next[mentee] = start[mentee]!;
      if (next[mentee] === start[mentee + 1]) return NOBODY;
    }
    const open = equals?.openEqual(mentee) ?? NOBODY;
    return open === NOBODY ? next[mentee]! : open;
  };

  /** Goes down a mentee's list until a mentor takes them; returns who loses a place by it. */
  const ask = (mentee: number): number => {
    for (let pair = choose(mentee); pair !== NOBODY; pair = choose(mentee)) {
      const to = mentor[pair]!;
      const key = keyOf(rank[pair]!, second[mentee]!, waited[mentee]!);
      const open = desk.isOpen(to);
      const leaver = open ? NOBODY : (equals?.whoCouldMove(to) ?? NOBODY);
      if (!open && leaver === NOBODY && key >= desk.worst(to)) {
        next[mentee]!++;
        continue;
      }
      const loser = leaver === NOBODY && !open ? desk.worstHolder(to) : leaver;
      if (open) desk.take(to, mentee, key);
      else desk.replace(to, loser, mentee, key);
      if (open) equals?.came(to, mentee);
      mentorOf[mentee] = to;
      takenAt[mentee] = pair;
      if (loser !== NOBODY) {
        mentorOf[loser] = NOBODY;
        // Who makes room without being turned down may ask the same mentor again.
        if (leaver === NOBODY && next[loser] === takenAt[loser]) next[loser]!++;
      }
      return loser;
    }
    return NOBODY;
  };

  for (let i = 0; i < mentees; i++) for (let asking = i; asking !== NOBODY; ) asking = ask(asking);
  return mentorOf;
}

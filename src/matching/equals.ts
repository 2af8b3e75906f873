// What mentees who hold several mentors equal can do for others: go where a place is free. Part of deferred.ts, kept apart because strict lists never need it.
import type { Proposals } from './proposals.ts';

const NONE = -1;

export type Equals = {
  /** The first pair with a free place among those as good as where the mentee stands, or -1. */
  readonly openEqual: (mentee: number) => number;
  /** A mentee came to a mentor while a place was free. */
  readonly came: (mentor: number, mentee: number) => void;
  /** Somebody on a full mentor's places who could as well go to a free one, or -1. */
  readonly whoCouldMove: (mentor: number) => number;
};

/**
 * Free places only ever become fewer, so every search goes on where the last one ended. Only those who came while a place was
 * free need be looked at: whoever comes to a full mentor had no free place to go to, and never will.
 */
export function makeEquals(
  { start, mentor, tier }: Proposals,
  rooms: Int32Array,
  next: Int32Array,
  mentorOf: Int32Array,
  isOpen: (mentor: number) => boolean,
): Equals {
  const seenTo = start.slice(0, -1);
  const base = new Int32Array(rooms.length + 1);
  for (let j = 0; j < rooms.length; j++) base[j + 1] = base[j]! + rooms[j]!;
  const newcomers = new Int32Array(base[rooms.length]!);
  const came = new Int32Array(rooms.length);
  const looked = new Int32Array(rooms.length);

  const openEqual = (mentee: number): number => {
    const from = next[mentee]!;
    let at = Math.max(seenTo[mentee]!, from);
    while (at < start[mentee + 1]! && tier[at] === tier[from] && !isOpen(mentor[at]!)) at++;
    seenTo[mentee] = at;
    return at < start[mentee + 1]! && tier[at] === tier[from] ? at : NONE;
  };

  return {
    openEqual,
    came(to, mentee) {
      newcomers[base[to]! + came[to]!++] = mentee;
    },
    whoCouldMove(from) {
      for (; looked[from]! < came[from]!; looked[from]!++) {
        const mentee = newcomers[base[from]! + looked[from]!]!;
        if (mentorOf[mentee] === from && openEqual(mentee) !== NONE) return mentee;
      }
      return NONE;
    },
  };
}

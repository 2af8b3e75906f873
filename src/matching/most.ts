// The most people and the most pairs that pairs from a given score upwards allow (Hopcroft and Karp 1973, with places); scores are not added up here.
import { type Board, emptyBoard, hold, leave } from './board.ts';
import type { Problem } from './problem.ts';

/** Mentees with a mentor (besides those who have one by a lock), and pairs. */
export type Most = { readonly people: number; readonly pairs: number };

const NONE = -1;

/** The most of both at once: giving somebody one more mentor never takes the last one from anybody. */
export function mostFrom(problem: Problem, floor: number): Most {
  const board = emptyBoard(problem);
  const { count } = board;
  const firsts = problem.wants.map((wants, i) => (problem.hasOne[i] ? 0 : Math.min(1, wants)));
  const widen = makeWidener(problem, floor, board);
  widen(firsts);
  let people = 0;
  for (let i = 0; i < problem.mentees; i++) people += count[i]!;
  widen(problem.wants);
  let pairs = 0;
  for (let i = 0; i < problem.mentees; i++) pairs += count[i]!;
  return { people, pairs };
}

/** Makes a function that gives people more mentors, up to so many each, until no chain of moves gives anybody one more. */
function makeWidener(problem: Problem, floor: number, board: Board): (upTo: Uint8Array) => void {
  const { start, mentor, score, mentees, mentors } = problem;
  const { placeStart, filled, holder, held, count } = board;
  const layerOf = new Int32Array(mentees);
  const mentorLayer = new Int32Array(mentors);
  const pairAt = new Int32Array(mentees);
  const placeAt = new Int32Array(mentors);
  const queue = new Int32Array(mentees);
  const mover = new Int32Array(mentees + 1);
  const givesUp = new Int32Array(mentees + 1);

  const isOpen = (one: number): boolean => filled[one]! < placeStart[one + 1]! - placeStart[one]!;
  const has = (mentee: number, one: number): boolean => held[2 * mentee] === one || held[2 * mentee + 1] === one;

  /** Numbers everybody by the fewest moves from somebody who may have more; false when no free place is in reach. */
  const layers = (upTo: Uint8Array): boolean => {
    mentorLayer.fill(NONE);
    let [size, last] = [0, Number.POSITIVE_INFINITY];
    for (let i = 0; i < mentees; i++) {
      layerOf[i] = count[i]! < upTo[i]! ? 0 : NONE;
      if (layerOf[i] === 0) queue[size++] = i;
    }
    for (let at = 0; at < size; at++) {
      const i = queue[at]!;
      if (layerOf[i]! > last) break;
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        const to = mentor[e]!;
        if (mentorLayer[to] !== NONE || score[e]! < floor || has(i, to)) continue;
        mentorLayer[to] = layerOf[i]!;
        if (isOpen(to)) last = layerOf[i]!;
        for (let place = placeStart[to]!; place < placeStart[to]! + filled[to]!; place++) {
          if (layerOf[holder[place]!] !== NONE) continue;
          layerOf[holder[place]!] = layerOf[i]! + 1;
          queue[size++] = holder[place]!;
        }
      }
    }
    return last !== Number.POSITIVE_INFINITY;
  };

  const nextMentor = (mentee: number): number => {
    for (; pairAt[mentee]! < start[mentee + 1]!; pairAt[mentee]!++) {
      const to = mentor[pairAt[mentee]!]!;
      if (mentorLayer[to] === layerOf[mentee] && score[pairAt[mentee]!]! >= floor && !has(mentee, to)) return to;
    }
    return NONE;
  };

  /** The next place of a mentor whose holder stands one layer further on. */
  const nextPlace = (one: number): number => {
    while (placeAt[one]! < placeStart[one]! + filled[one]!) {
      const place = placeAt[one]!++;
      if (layerOf[holder[place]!] === mentorLayer[one]! + 1) return place;
    }
    return NONE;
  };

  const move = (depth: number, to: number): void => {
    let place = placeStart[to]! + filled[to]!++;
    for (let at = depth; at >= 0; at--) {
      if (at > 0) leave(board, givesUp[at]!);
      hold(board, mover[at]!, place, 0);
      place = givesUp[at]!;
    }
  };

  /** One more mentor for a mentee along the layers. */
  const give = (mentee: number): boolean => {
    mover[0] = mentee;
    for (let depth = 0; depth >= 0; ) {
      const to = nextMentor(mover[depth]!);
      if (to === NONE) {
        layerOf[mover[depth--]!] = NONE;
        continue;
      }
      if (isOpen(to)) {
        move(depth, to);
        return true;
      }
      const place = nextPlace(to);
      if (place === NONE) {
        pairAt[mover[depth]!]!++;
        continue;
      }
      mover[++depth] = holder[place]!;
      givesUp[depth] = place;
    }
    return false;
  };

  return upTo => {
    while (layers(upTo)) {
      pairAt.set(start.subarray(0, mentees));
      placeAt.set(placeStart.subarray(0, mentors));
      for (let i = 0; i < mentees; i++) while (count[i]! < upTo[i]! && layerOf[i] === 0 && give(i));
    }
  };
}

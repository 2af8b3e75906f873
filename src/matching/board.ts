// The state of a matching being solved: who holds which place and what a place costs; how it is improved stands in bid.ts and exchange.ts.
import { type Objective, type Points, type Problem, type Weights, worthOfNext } from './problem.ts';

/**
 * The problem on the solver's finer scale. Every score and weight is multiplied by `scale`; what is added below one unit decides
 * among draws of equal worth alone: whoever waited before, and under max-score rather more people than fewer. Two draws differ
 * by exchanges that change each of these counts by at most one, so the small weights keep their order.
 */
export type Scaled = {
  readonly scale: number;
  readonly score: Points;
  /** Worth of each mentee's first mentor (or next one, after a lock) and of the second. */
  readonly first: Float64Array;
  readonly second: number;
};

export function onFinerScale(problem: Problem, weights: Weights, objective: Objective): Scaled {
  const [scale, person, pair] = objective === 'max-score' ? [14, 9, 3] : [2, 0, 0];
  const first = new Float64Array(problem.mentees);
  for (let i = 0; i < first.length; i++) {
    first[i] = scale * worthOfNext(problem, weights, i) + pair + (problem.hasOne[i] ? 0 : person + problem.waited[i]!);
  }
  return { scale, score: problem.score.map(one => one * scale), first, second: scale * weights.again + pair };
}

/** Places lie in a row, those of mentor j from `placeStart[j]`, the first `filled[j]` of them held. */
export type Board = {
  /** What a place costs; infinite for a mentor without places, whom nobody then looks at. */
  readonly price: Float64Array;
  readonly placeStart: Int32Array;
  readonly placeOf: Int32Array;
  readonly filled: Int32Array;
  readonly holder: Int32Array;
  /** Scaled score of the pair on each held place. */
  readonly worth: Points;
  /** Two mentors per mentee, -1 where there is none. */
  readonly held: Int32Array;
  readonly count: Uint8Array;
};

/** An empty board. No mentor gets more places than one above the mentees who could come, so a huge capacity costs nothing. */
export function emptyBoard(problem: Problem): Board {
  const { mentees, mentors } = problem;
  const asked = new Int32Array(mentors);
  for (const mentor of problem.mentor) asked[mentor]!++;
  const placeStart = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) placeStart[j + 1] = placeStart[j]! + Math.min(problem.places[j]!, asked[j]! + 1);
  const places = placeStart[mentors]!;
  const placeOf = new Int32Array(places);
  for (let j = 0; j < mentors; j++) placeOf.fill(j, placeStart[j], placeStart[j + 1]);
  return {
    price: new Float64Array(mentors).map((_, j) =>
      placeStart[j] === placeStart[j + 1] ? Number.POSITIVE_INFINITY : 0,
    ),
    placeStart,
    placeOf,
    filled: new Int32Array(mentors),
    holder: new Int32Array(places).fill(-1),
    worth: problem.score instanceof Int32Array ? new Int32Array(places) : new Float64Array(places),
    held: new Int32Array(2 * mentees).fill(-1),
    count: new Uint8Array(mentees),
  };
}

/** The same draw and prices on the board of a problem with more pairs. */
export function carriedOver(problem: Problem, before: Board): Board {
  const board = emptyBoard(problem);
  board.price.set(before.price);
  for (let j = 0; j < problem.mentors; j++) {
    for (let k = 0; k < before.filled[j]!; k++) {
      const place = before.placeStart[j]! + k;
      hold(board, before.holder[place]!, board.placeStart[j]! + board.filled[j]!++, before.worth[place]!);
    }
  }
  return board;
}

/** Puts a mentee on a place, whoever held it before having been taken off. */
export function hold(board: Board, mentee: number, place: number, worth: number): void {
  const { held } = board;
  board.holder[place] = mentee;
  board.worth[place] = worth;
  held[2 * mentee + (held[2 * mentee]! < 0 ? 0 : 1)] = board.placeOf[place]!;
  board.count[mentee]!++;
}

/** Takes the holder off a place and says who it was; the place is for somebody else at once. */
export function leave(board: Board, place: number): number {
  const { held } = board;
  const mentee = board.holder[place]!;
  held[2 * mentee + (held[2 * mentee] === board.placeOf[place] ? 0 : 1)] = -1;
  board.count[mentee]!--;
  return mentee;
}

/** Empties a place whose holder has left, keeping the held places of the mentor in front. */
export function clear(board: Board, place: number): void {
  const { holder, worth, placeOf, placeStart, filled } = board;
  const mentor = placeOf[place]!;
  const last = placeStart[mentor]! + --filled[mentor]!;
  holder[place] = holder[last]!;
  worth[place] = worth[last]!;
  holder[last] = -1;
}

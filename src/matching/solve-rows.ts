// The exact solver for rows: solves on the candidates, proves over all pairs, adds what was missed, and solves again until nothing was.
import { type Board, carriedOver, emptyBoard, onFinerScale, type Scaled } from './board.ts';
import { asCandidates, candidateLists, type Extra, withMore } from './candidates.ts';
import { type COMPETITION, estimatePrices } from './estimate.ts';
import { highest, type Objective, type Problem, type Weights } from './problem.ts';
import { priceTheResult } from './prove.ts';
import { asOutline, type Outline, type Rows } from './rows.ts';
import { EASY, fill, mend, type Solution } from './solve.ts';
import { makeSweep, priceTheFullInRows } from './sweep.ts';

/** Candidates of each mentee to begin with. */
const WIDTH = 24;

/** When more than this share of the mentees miss somebody, the candidates are of little use: everybody wants the same mentors. */
const MISSING = 0.05;

/** Candidates whose places hold less than this share of those who could have one are too few. */
const ROOM = 0.9;

/** How many times more places an auction has of each mentor than if everybody spread out; the rest nobody competes for. */
const SPREAD = 4;

/** A draw on candidates. */
type Draft = { readonly problem: Problem; readonly scaled: Scaled; readonly board: Board; readonly whole: boolean };

/** Solves exactly, like `solve`, without ever keeping all pairs. `width` says how many candidates each mentee begins with. */
export function solveRows(
  outline: Outline,
  rows: Rows,
  weights: Weights,
  objective: Objective,
  width: number = WIDTH,
): Solution {
  const all = asOutline(outline, rows);
  const scaled = onFinerScale(all, weights, objective);
  const lists = candidateLists(outline, rows, scaled.scale, width);

  const fineOf = (problem: Problem): Scaled => ({ ...scaled, score: problem.score.map(one => one * scaled.scale) });
  const draftOf = (problem: Problem, prices: Float64Array | null, mostLooked: number): Draft => {
    const fine = fineOf(problem);
    const board = emptyBoard(problem);
    if (prices !== null) board.price.set(prices);
    return { problem, scaled: fine, board, whole: fill(problem, fine, board, mostLooked) };
  };
  const afterAuction = (draft: Draft, competition: keyof typeof COMPETITION): Draft => {
    const most = highest(draft.scaled.score);
    const prices = estimatePrices(all, scaled, lists, roomsOf(outline, draft.problem), most, competition);
    return draftOf(asCandidates(all, lists, scaled.scale), prices, Number.POSITIVE_INFINITY);
  };
  const withMissed = (draft: Draft, missed: Extra): Draft => {
    const problem = withMore(draft.problem, missed);
    const fine = fineOf(problem);
    const board = carriedOver(problem, draft.board);
    mend(problem, fine, board, missed.keys());
    return { problem, scaled: fine, board, whole: true };
  };
  const sweep = makeSweep(outline, rows);

  const first = asCandidates(all, lists, scaled.scale);
  const crowded = isCrowded(first);
  let draft = draftOf(first, null, crowded ? 0 : EASY * first.mentor.length);
  if (!draft.whole) draft = afterAuction(draft, crowded ? 'same' : 'few');
  let missed = sweep(draft.scaled, draft.board);
  if (missed.size > MISSING * outline.mentees) {
    draft = afterAuction(draft, 'same');
    missed = sweep(draft.scaled, draft.board);
  }
  for (; missed.size > 0; missed = sweep(draft.scaled, draft.board)) draft = withMissed(draft, missed);

  const prices = priceTheResult(draft.problem, weights, draft.scaled, draft.board);
  priceTheFullInRows(outline, rows, prices.mentee, prices.mentor);
  return { held: draft.board.held, count: draft.board.count, prices };
}

/** Whether the candidates' places would not hold everybody though there are others: everybody wants the same mentors. */
function isCrowded({ mentor, places, wants }: Problem): boolean {
  const asked = new Uint8Array(places.length);
  for (const j of mentor) asked[j] = 1;
  let [here, everywhere] = [0, 0];
  places.forEach((free, j) => {
    everywhere += free;
    if (asked[j] === 1) here += free;
  });
  return (
    here <
    ROOM *
      Math.min(
        everywhere,
        wants.reduce((sum, one) => sum + one, 0),
      )
  );
}

/** Places of the auction: as many as candidates ask for, and as could be needed if everybody spread out. */
function roomsOf({ mentors, mentees, places }: Outline, { mentor }: Problem): Int32Array {
  const asked = new Int32Array(mentors).fill(Math.ceil((SPREAD * mentees) / mentors));
  for (const j of mentor) asked[j]!++;
  const start = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) start[j + 1] = start[j]! + Math.min(places[j]!, asked[j]!);
  return start;
}

// What the worker thread is asked, and its answer: a draw, with what changed since the one before and what would help; or why two are not together.
import { type Call, callFor } from './call.ts';
import { type Comparison, compareDrafts } from './compare.ts';
import type { DrawnPair, MatchInput, MatchResult } from './draw.ts';
import { match } from './match.ts';
import { type WhyNot, whyNot } from './why-not.ts';

/** A pair of an earlier draw, with the points it had. */
export type EarlierPair = Pick<DrawnPair, 'mentee' | 'mentor' | 'score'>;

export type Question =
  | {
      readonly ask: 'draw';
      readonly input: MatchInput;
      /** The draw before this one, to be set against it. */
      readonly before?: readonly EarlierPair[];
      /** Places that a further mentor would offer; 0 where nobody asks for that. */
      readonly placesEach: number;
      /** Whether what people said after an event went into the input. */
      readonly ranked: boolean;
    }
  | { readonly ask: 'why-not'; readonly input: MatchInput; readonly mentee: string; readonly mentor: string };

/** `changes` only where there was a draw before; `call` only where somebody was left over whom one more mentor would help. */
export type Drawn = {
  readonly result: MatchResult;
  readonly ranked: boolean;
  readonly changes?: Comparison;
  readonly call?: Call;
};

/** Answers a question. Throws where `match` does. */
export function answer(question: Question): Drawn | WhyNot {
  if (question.ask === 'why-not') {
    const { input, mentee, mentor } = question;
    return whyNot(input, match(input), mentee, mentor);
  }
  const { input, before, placesEach, ranked } = question;
  const result = match(input);
  const call = placesEach > 0 ? callFor(input, result, placesEach) : undefined;
  return {
    result,
    ranked,
    ...(before === undefined ? {} : { changes: compareDrafts(earlier(before), result) }),
    ...(call === undefined ? {} : { call }),
  };
}

const earlier = (pairs: readonly EarlierPair[]) => ({
  pairs,
  matched: new Set(pairs.map(pair => pair.mentee)).size,
  total: pairs.reduce((sum, pair) => sum + pair.score, 0),
});

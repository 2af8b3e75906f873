// What the pages of evaluations open and share: one's own part in a pairing, and the point that is meant.
import { type MyPairing, myPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import type { Ids } from '../../conversation/notice.ts';
import { allOf, me, type Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Point } from '../../scheme/evaluations.ts';
import type { Evaluation } from '../../scheme/kinds.ts';

export const minePlan = () => ({ ...pairingsPlan(), evaluations: allOf('evaluation', me, 40) });
export type MineTurn = Turn<Opened<ReturnType<typeof minePlan>>>;

export type Part = { evaluation: Evaluation; mine: MyPairing };

/** One's own parts, each with its pairing. */
export function myParts(turn: MineTurn): Part[] {
  return turn.open.evaluations.flatMap(evaluation => {
    const mine = myPairing(turn, evaluation.pairing);
    return mine ? [{ evaluation, mine }] : [];
  });
}

export const partIn = (turn: MineTurn, ids: Ids): Part | undefined =>
  myParts(turn).find(part => part.evaluation.id === ids['evaluation']);

export const pointIn = ({ scheme }: Turn, ids: Ids): Point | undefined =>
  scheme.evaluations.find(point => point.key === ids['point']);

/** The name under which the answers of one role to one point are counted; a point's own questions are told apart by their keys. */
export const aboutPoint = (point: string, role: string): string => `evaluation-${point}-${role}`;

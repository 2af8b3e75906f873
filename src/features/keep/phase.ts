// One stretch of the weekly erasing: which records it looks at, page by page, and what it does with each page.
import type { Changes } from '../../conversation/outcome.ts';
import type { Opened, Plan } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';

/** Where the work goes on: the cursor within this stretch, or undefined when it is done. */
export type Step = { changes: Changes; after: string | undefined };

export type Phase<P extends Plan = Plan> = {
  plan: (after: string | undefined) => P;
  step: (turn: Turn<Opened<P>>, after: string | undefined) => Step;
};

/** Declares a stretch; its plan gives the types of what is open. The list holds stretches of every shape, so the type is dropped here. */
export const phaseOf = <P extends Plan>(phase: Phase<P>): Phase => phase as unknown as Phase;

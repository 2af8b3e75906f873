// What two people share with each other, opened to be erased: wherever a pairing ends, it ends with it.
import { noteIds, shareId } from '../scheme/between.ts';
import type { Changes } from './outcome.ts';
import { type Opened, sealedSome } from './plan.ts';

/** What the two of this pairing share, and the notes on their way. */
export const betweenPlan = (pairing: string) => ({
  shares: sealedSome('share', [shareId(pairing, 'mentor'), shareId(pairing, 'mentee')]),
  notes: sealedSome('note', [...noteIds(pairing, 'mentor'), ...noteIds(pairing, 'mentee')]),
});

/** All of it goes. */
export function endingBetween({ shares, notes }: Opened<ReturnType<typeof betweenPlan>>): Pick<Changes, 'erase'> {
  return {
    erase: [
      ...shares.map(({ id }) => ({ kind: 'share' as const, id })),
      ...notes.map(({ id }) => ({ kind: 'note' as const, id })),
    ],
  };
}

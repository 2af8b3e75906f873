// What was answered on the exit form before the last page: kept in the author's own notebook until the pairing is ended (or for ever, if it is not).
import { z } from 'zod';
import type { Notebook } from '../../scheme/kinds.ts';

const shape = z.object({
  lastDay: z.string(),
  partnerKnows: z.enum(['together', 'told', 'not-yet']),
  triedFirst: z.enum(['yes', 'no', 'not-suitable']).optional(),
  reasons: z.array(z.string()),
  reasonText: z.string().optional(),
  gained: z.string().optional(),
  ownPart: z.string().optional(),
  next: z.enum(['offer-again', 'look-again', 'pause', 'leave', 'later']),
  urgent: z.boolean(),
});
/** The answers of the exit form. */
export type Draft = z.infer<typeof shape>;

const named = (pairing: string): string => `exit ${pairing}`;

/** The draft about a pairing, if there is one. */
export function draftOf(notebook: Notebook | undefined, pairing: string): Draft | undefined {
  const found = shape.safeParse(notebook?.drafts[named(pairing)]);
  return found.success ? found.data : undefined;
}

const empty = (person: string): Notebook => ({ id: person, person, drafts: {}, reviews: {}, exits: {} });

/** The notebook with the form's answers in it. */
export function keptDraft(notebook: Notebook | undefined, person: string, pairing: string, draft: Draft): Notebook {
  const before = notebook ?? empty(person);
  return { ...before, drafts: { ...before.drafts, [named(pairing)]: draft } };
}

/** The notebook after the end: the draft is gone, what was written for oneself stays. */
export function afterEnd(notebook: Notebook | undefined, person: string, pairing: string, draft: Draft): Notebook {
  const before = notebook ?? empty(person);
  const { [named(pairing)]: _sent, ...drafts } = before.drafts;
  const { gained, ownPart } = draft;
  const own = { ...(gained === undefined ? {} : { gained }), ...(ownPart === undefined ? {} : { ownPart }) };
  return Object.keys(own).length === 0
    ? { ...before, drafts }
    : { ...before, drafts, exits: { ...before.exits, [pairing]: own } };
}

/** Whether any reason was given at all; only then is it asked who may see them (R44). */
export function hasReasons(draft: Pick<Draft, 'reasons' | 'reasonText'>): boolean {
  return draft.reasons.length > 0 || draft.reasonText !== undefined;
}

/** R44: "I would rather not say" is the same as nothing. */
export function reasonsGiven(chosen: readonly string[]): string[] {
  return chosen.includes('prefer-not') ? [] : [...chosen];
}

// The criteria as tick questions. Never required: a gap goes to a human, not to a refusal (R4).
import type { ChoicesField } from '../../conversation/form.ts';
import { type Check, checksFor } from '../../scheme/joining.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import type { Way } from './chain.ts';

/** A field for these checks; none where there is nothing to tick. */
export function criteriaField(
  words: { label: string; hint: string },
  checks: readonly Check[],
): { criteria?: ChoicesField<true> } {
  if (checks.length === 0) return {};
  const options = checks.map(({ key, label }) => ({ key, label }));
  return { criteria: { kind: 'choices', ...words, options, optional: true, seenBy: 'self' } };
}

/** What the mentee's form asks: for "both", what is asked of both roles was asked on the mentor's form already. */
export function menteeChecks(scheme: Scheme, way: Way): Check[] {
  return checksFor(scheme, 'mentee').filter(check => way !== 'both' || check.role === 'mentee');
}

/** The ticks that count for a role, among all that were given. */
export function ticksFor(scheme: Scheme, role: Role, given: readonly string[]): string[] {
  return checksFor(scheme, role)
    .map(check => check.key)
    .filter(key => given.includes(key));
}

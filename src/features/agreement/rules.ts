// What writing and confirming do to an agreement: versions that are only added to, confirmations that an edit resets (R22, R23), two changes at once put together.
import { type Instant, instantAt } from '../../scheme/calendar.ts';
import type { Agreement, Pairing, Scheme } from '../../scheme/kinds.ts';
import { heardFrom } from '../../scheme/news.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import type { Role } from '../../scheme/records/people.ts';
import { pairingMay } from '../../scheme/states.ts';

/** The parts in which an agreement is written: one short form each. The last two are for later: a new direction (R42), and a later end (B18). */
export const PARTS = {
  1: ['purpose', 'mentorExpects', 'menteeExpects'],
  2: ['weeks', 'minutes', 'modes', 'place', 'agenda', 'notice', 'endsOn'],
  3: ['contact', 'reply', 'confidential', 'offLimits', 'interests', 'feedback'],
  4: ['direction', 'reviewOn'],
  5: ['endsOn'],
} as const;
export type PartNumber = keyof typeof PARTS;
export type TermName = (typeof PARTS)[PartNumber][number];

export const emptyAgreement = ({ id, mentor, mentee }: Pick<Pairing, 'id' | 'mentor' | 'mentee'>): Agreement => ({
  id,
  mentor,
  mentee,
  revision: 0,
  versions: [],
});

export const inForce = (agreement: Agreement | undefined) => agreement?.versions.at(-1);

/** What is being written, or else what is in force. */
export const standing = (agreement: Agreement | undefined): Terms =>
  agreement?.draft?.terms ?? inForce(agreement)?.terms ?? {};

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(Array.isArray(a) && a.length === 0 ? undefined : a) ===
  JSON.stringify(Array.isArray(b) && b.length === 0 ? undefined : b);

export type Merged = { terms: Terms } | { differing: TermName[] };

/**
 * A part as somebody sends it while the other one has changed it: each question takes whichever was changed. Where both were,
 * all that differ are named, so that nobody's words go unseen.
 */
export function merged(part: PartNumber, typed: Terms, agreement: Agreement): Merged {
  const [theirs, before] = [standing(agreement), agreement.draft?.before ?? {}];
  const differing = PARTS[part].filter(name => !same(typed[name], theirs[name]));
  const clash = differing.some(name => !same(typed[name], before[name]) && !same(theirs[name], before[name]));
  if (clash) return { differing };
  const kept = PARTS[part].map(name => [name, same(typed[name], before[name]) ? theirs[name] : typed[name]]);
  return { terms: Object.fromEntries(kept) };
}

/** The agreement with one part written anew by somebody. R23: whatever was confirmed of it has to be confirmed again. */
export function revised(agreement: Agreement, part: PartNumber, terms: Terms, by: string): Agreement {
  const before = standing(agreement);
  if (PARTS[part].every(name => same(terms[name], before[name]))) return agreement;
  const { draft, revision } = agreement;
  return {
    ...agreement,
    revision: revision + 1,
    draft: { terms: { ...before, ...terms }, before, by: { ...draft?.by, [part]: by }, confirmed: [] },
  };
}

/** What is still open before it can be confirmed: what it is for, and what the mentor expects (R22). */
export function stillOpen(terms: Terms): TermName[] {
  return (['purpose', 'mentorExpects'] as const).filter(name => !terms[name]);
}

/** One side confirms; with the second it is a new version, in force from now. */
export function confirmed(
  agreement: Agreement,
  side: Role,
  now: Instant,
  scheme: Pick<Scheme, 'workingTime'>,
): Agreement {
  const { draft, versions } = agreement;
  if (!draft) return agreement;
  const sides = [...new Set([...draft.confirmed, side])];
  if (sides.length < 2) return { ...agreement, draft: { ...draft, confirmed: sides } };
  const version = {
    number: versions.length + 1,
    terms: draft.terms,
    agreedAt: now,
    workingTime: scheme.workingTime,
  };
  return { ...agreement, versions: [...versions, version], draft: undefined };
}

/** What a confirmation does to the pairing: who is asked next, or what is agreed; only that makes it active (R23, B8). */
export function pairingAfter(
  pairing: Pairing,
  agreement: Agreement,
  side: Role,
  now: Instant,
  scheme: Scheme,
): Pairing {
  if (agreement.draft) return { ...pairing, toConfirm: side === 'mentor' ? 'mentee' : 'mentor' };
  const { weeks, endsOn, direction, reviewOn } = inForce(agreement)?.terms ?? {};
  const reviewAt = direction && reviewOn ? instantAt(reviewOn, '09:00', scheme.zone) : undefined;
  const starts = pairingMay(pairing.state, 'active');
  const agreed: Pairing = {
    ...pairing,
    toConfirm: undefined,
    agreedAt: now,
    intervalWeeks: weeks,
    endsOn,
    reviewAt: reviewAt !== undefined && reviewAt > now ? reviewAt : undefined,
    reviewLateAt: undefined,
    // With another end there is another time to look back (B18): found anew from now, since no instant is decided twice.
    ...(endsOn === pairing.endsOn ? {} : { closingAt: now, closingAsked: undefined, finishedBy: undefined }),
    ...(starts ? { state: 'active', activeAt: now } : {}),
  };
  return heardFrom(agreed, now, scheme);
}

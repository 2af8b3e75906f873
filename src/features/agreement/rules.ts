// What writing and confirming do to an agreement: versions that are only added to, confirmations that an edit resets (R22, R23), two changes at once put together.
import { type Day, type Instant, instantAt } from '../../scheme/calendar.ts';
import { endOf } from '../../scheme/evaluations.ts';
import type { Agreement, Pairing, Scheme } from '../../scheme/kinds.ts';
import { heardFrom } from '../../scheme/news.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import type { Role } from '../../scheme/records/people.ts';
import { pairingMay } from '../../scheme/states.ts';

/** The parts in which an agreement is written: one short form each. The last two are for later: a new direction (R42), and a later end (B18). */
export const PARTS = {
  1: ['purpose', 'mentorExpects', 'menteeExpects'],
  2: ['weeks', 'minutes', 'modes', 'place', 'agenda', 'notice', 'missed', 'endsOn'],
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

const isSame = (names: readonly TermName[], a: Terms, b: Terms): boolean => names.every(name => same(a[name], b[name]));

/** What an agreement is about, besides what can be agreed on without one: a new direction, and a later day. */
const OF_AN_AGREEMENT = [...PARTS[1], ...PARTS[2], ...PARTS[3]].filter(name => name !== 'endsOn');

/**
 * Whether these terms are an agreement; else only a new direction or a later day, which two people can agree on also where they
 * never wrote one, or their scheme does without.
 */
export const isWhole = (terms: Terms): boolean => !isSame(OF_AN_AGREEMENT, terms, {});

/** Whether a draft changes nothing but the direction or the end. */
export const isChange = (agreement: Agreement): boolean =>
  isSame(OF_AN_AGREEMENT, agreement.draft?.terms ?? {}, inForce(agreement)?.terms ?? {});

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

/** Whether somebody has changed, in the draft, a question that this part asks too. */
export function hasWritten(agreement: Agreement | undefined, person: string, part: PartNumber): boolean {
  const asks: readonly TermName[] = PARTS[part];
  const parts = ([1, 2, 3, 4, 5] as const).filter(other => PARTS[other].some(name => asks.includes(name)));
  return parts.some(other => agreement?.draft?.by[other] === person);
}

/** The agreement with one part written anew by somebody. R23: whatever was confirmed of it has to be confirmed again. */
export function revised(agreement: Agreement, part: PartNumber, terms: Terms, by: string): Agreement {
  const before = standing(agreement);
  if (isSame(PARTS[part], terms, before)) return agreement;
  const { draft, revision } = agreement;
  // What was left open in the form is taken out, too.
  const written = Object.fromEntries(PARTS[part].map(name => [name, terms[name]]));
  return {
    ...agreement,
    revision: revision + 1,
    draft: { terms: { ...before, ...written }, before, by: { ...draft?.by, [part]: by }, confirmed: [] },
  };
}

/**
 * What is still open before a draft can be confirmed: of an agreement, what it is for and what the mentor expects (R22); of a new
 * direction, the day on which it is looked at (R42). A day that was changed has to be still to come.
 */
export function stillOpen(agreement: Agreement, today: Day): TermName[] {
  const terms = agreement.draft?.terms ?? {};
  const before = inForce(agreement)?.terms ?? {};
  const words = isWhole(terms) ? (['purpose', 'mentorExpects'] as const).filter(name => !terms[name]) : [];
  const days = (['reviewOn', 'endsOn'] as const).filter(name => {
    const isNew = terms[name] !== before[name] || (name === 'reviewOn' && terms.direction !== before.direction);
    const day = terms[name] ?? (name === 'reviewOn' && terms.direction ? '' : undefined);
    return isNew && day !== undefined && day <= today;
  });
  return [...words, ...days];
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

/** What a confirmation does to the pairing: who is asked next, or what is agreed; only an agreement makes it active (R23, B8). */
export function pairingAfter(
  pairing: Pairing,
  agreement: Agreement,
  side: Role,
  now: Instant,
  scheme: Scheme,
): Pairing {
  if (agreement.draft)
    return {
      ...pairing,
      toConfirm: side === 'mentor' ? 'mentee' : 'mentor',
      confirms: isChange(agreement) ? 'change' : 'agreement',
    };
  const terms = inForce(agreement)?.terms ?? {};
  const { weeks, endsOn, direction, reviewOn } = terms;
  const reviewAt = direction && reviewOn ? instantAt(reviewOn, '09:00', scheme.zone) : undefined;
  const starts = isWhole(terms) && pairingMay(pairing.state, 'active');
  const agreed: Pairing = {
    ...notAsked(pairing),
    agreedAt: now,
    intervalWeeks: weeks,
    endsOn,
    reviewAt: reviewAt !== undefined && reviewAt > now ? reviewAt : undefined,
    reviewLateAt: undefined,
    // With another end there is another time to look back (B18): found anew from now, since no instant is decided twice.
    ...(endOf({ ...pairing, endsOn }, scheme) === endOf(pairing, scheme)
      ? {}
      : { closingAt: now, closingAsked: undefined, finishedBy: undefined }),
    ...(starts ? { state: 'active', activeAt: now } : {}),
  };
  return heardFrom(agreed, now, scheme);
}

/** The pairing where nobody is asked to confirm anything any more. */
export const notAsked = (pairing: Pairing): Pairing => ({ ...pairing, toConfirm: undefined, confirms: undefined });

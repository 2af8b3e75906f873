// Where each answer lands: the card, the casefile, the registration, the person, or the person's own notebook, by who may read it.
import type { PersonAnswer } from '../../conversation/form.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Instant } from '../../scheme/calendar.ts';
import type { Exclusions, Registration, Scheme } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { ticksFor } from './criteria.ts';
import { type Folder, inRoles } from './folder.ts';
import type { LastAnswers } from './last-form.ts';
import type { MenteeAnswers } from './mentee-form.ts';
import type { MentorAnswers } from './mentor-form.ts';
import { isUndecided } from './mine.ts';
import type { BackgroundAnswers, ClaimAnswers, MatchAnswers, WishesAnswers } from './more-forms.ts';
import type { YouAnswers } from './you-form.ts';

/** The version of "how my data are used" that a tick stands for. */
const NOTICE = 1;

export function withYou(folder: Folder, { name, pronouns, jobTitle, department, modes }: YouAnswers): Folder {
  const common = { name, pronouns, jobTitle, department, modes };
  const named: Folder = { ...folder, person: { ...folder.person, name, pronouns } };
  return inRoles(named, one => ({ ...one, card: { ...one.card, ...common } }));
}

/**
 * A10, R16: with more places than are taken a full mentor is free again, by their own word; with fewer, no new proposal is made.
 * Lowering it never ends a pairing that runs.
 */
export function withCapacity(before: Registration, capacity: number): Registration {
  const wanted = before.taken < capacity ? 'available' : 'full';
  const pooled = before.state === 'available' || before.state === 'full';
  return { ...before, capacity, state: pooled ? wanted : before.state };
}

export function withMentor(folder: Folder, answers: MentorAnswers, scheme: Scheme): Folder {
  const { mentor } = folder;
  if (!mentor) return folder;
  const { topics, career, capacity, whySuitable, criteria = [] } = answers;
  const registration = {
    ...withCapacity(mentor.registration, capacity),
    criteria: ticksFor(scheme, 'mentor', criteria),
  };
  const card = { ...mentor.card, topics, career };
  return { ...folder, mentor: { registration, card, casefile: { ...mentor.casefile, whySuitable } } };
}

/** `alsoTicked`: what was ticked on the mentor's form and is asked of both roles. */
export function withMentee(folder: Folder, answers: MenteeAnswers, scheme: Scheme, alsoTicked: string[]): Folder {
  const { mentee } = folder;
  if (!mentee) return folder;
  const { topics, goals, criteria = [] } = answers;
  const ticks = ticksFor(scheme, 'mentee', [...criteria, ...alsoTicked]);
  return {
    ...folder,
    mentee: {
      registration: { ...mentee.registration, criteria: ticks },
      card: { ...mentee.card, topics },
      casefile: { ...mentee.casefile, goals },
    },
  };
}

/** The list as it is now wished for; former partners stay on it whatever is answered (R49). */
function exclusionsWith(before: Exclusions, named: PersonAnswer[], at: Instant): Exclusions {
  const kept = before.not.filter(entry => entry.why !== 'asked');
  const not = [...kept, ...named.map(one => ({ ...one, why: 'asked' as const, at }))];
  return { ...before, not, closedTo: closedTo(before.closedTo, not) };
}

/** Whoever is on the list may not read it, nor what only co-ordinators read, should they be one; by the address where they are known by that alone. */
function closedTo(before: string[], not: Exclusions['not']): string[] {
  return [...new Set([...before, ...not.flatMap(({ person, emailHash }) => person ?? emailHash ?? [])])];
}

/** R53: whom they asked to be kept apart from does not see them in the scheme either. */
function keptFrom<R extends Pick<Folder['person'], 'closedTo'>>(record: R, { not }: Exclusions): R {
  const asked = not.filter(({ why }) => why === 'asked');
  const kept = closedTo([], asked);
  return kept.join() === (record.closedTo ?? []).join() ? record : { ...record, closedTo: kept };
}

/** What is not asked, where the scheme does without a log or check-ins (R0), stays as it was. */
export function withLast({ scheme, now: at }: Turn, folder: Folder, answers: LastAnswers, only?: Role): Folder {
  const { aim, notPair, arrangement, mention, read = false } = answers;
  const same = notPair.length === 0 && !folder.exclusions.not.some(entry => entry.why === 'asked');
  const exclusions = same ? folder.exclusions : exclusionsWith(folder.exclusions, notPair, at);
  const told: Folder = {
    ...folder,
    exclusions,
    notebook: scheme.learningLog ? { ...folder.notebook, aim } : folder.notebook,
    person: keptFrom(withNotice(folder.person, read, at), exclusions),
  };
  const inEach = inRoles(told, (one, role) => ({
    ...one,
    registration: keptFrom(one.registration, exclusions),
    casefile: {
      ...one.casefile,
      arrangement: only === undefined || only === role ? arrangement : one.casefile.arrangement,
      closedTo: closedTo(one.casefile.closedTo, exclusions.not),
    },
  }));
  return hasCheckins(scheme) ? withMention(inEach, mention) : inEach;
}

function withNotice(person: Folder['person'], read: boolean, at: Instant): Folder['person'] {
  return read ? { ...person, notices: [...person.notices, { what: 'data', version: NOTICE, at }] } : person;
}

/** Nobody is named in a post before a co-ordinator has accepted them: until then the wish waits with the registration. */
function withMention(folder: Folder, mention: boolean): Folder {
  const accepted = [folder.mentor, folder.mentee].some(one => one && !isUndecided(one.registration));
  const waiting = inRoles(folder, one =>
    isUndecided(one.registration) ? { ...one, registration: { ...one.registration, mention } } : one,
  );
  return { ...waiting, person: { ...folder.person, mention: accepted && mention } };
}

/** Whether check-in posts may mention this person, now or once accepted. */
export function wantsMention(folder: Folder): boolean {
  return folder.person.mention || [folder.mentor, folder.mentee].some(one => one?.registration.mention === true);
}

export function withMatch(folder: Folder, { stage, site, areas = [], slots = [] }: MatchAnswers): Folder {
  return inRoles(folder, one => ({ ...one, card: { ...one.card, stage, site, areas, slots } }));
}

export function withBackground(folder: Folder, answers: BackgroundAnswers): Folder {
  const { held = [], achievements, whyMentor, mentoredBefore } = answers;
  return inRoles(folder, (one, role) => ({
    ...one,
    card: { ...one.card, held },
    casefile: { ...one.casefile, ...(role === 'mentor' ? { whyMentor, mentoredBefore } : { achievements }) },
  }));
}

export function withWishes(folder: Folder, { areaWish, wishes, whyNow = [] }: WishesAnswers): Folder {
  const wish = areaWish as 'same' | 'different' | 'any' | undefined;
  return inRoles(folder, (one, role) => ({
    ...one,
    casefile: { ...one.casefile, areaWish: wish, wishes, ...(role === 'mentee' ? { whyNow } : {}) },
  }));
}

/** F05: a claim waits for a co-ordinator; it never opens the gate by itself (R5). */
export function withClaim(folder: Folder, role: Role, claim: ClaimAnswers): Folder {
  const one = folder[role];
  if (!one) return folder;
  const registration: Registration = { ...one.registration, training: 'claimed' };
  return { ...folder, [role]: { ...one, registration, casefile: { ...one.casefile, claim } } };
}

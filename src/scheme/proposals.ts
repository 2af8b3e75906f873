// From a proposal to an introduction, or to nothing: everything it touches, as patches (B1–B5, R12–R16). Who may decide and what is said is the rooms' business.
import {
  addDays,
  addWorkingDays,
  type Day,
  dayOf,
  type Hours,
  type Instant,
  instantAt,
  workingDayFrom,
} from './calendar.ts';
import { knownCoordinators } from './coordinators.ts';
import { closedTo } from './ends.ts';
import type { Casefile, Exclusions, Pairing, Papers, Registration, Scheme } from './kinds.ts';
import { heardFrom } from './news.ts';
import {
  closedToPartner,
  forPapers,
  freePlace,
  listClosedTo,
  nameOf,
  type Sealed,
  waitsNoMore,
  withExclusion,
} from './sealed.ts';
import { pairingMay } from './states.ts';

type Side = 'mentor' | 'mentee';
export type AnswerDates = { answerBy: Day; deadlineAt: Instant; remindAt: Instant | undefined };

/** How long before the last day the one reminder goes out. */
const REMIND_WORKING_DAYS = 2;

/**
 * By when an answer is asked for: the end of a working day of the one who is asked, `proposalDays` days on or the next such
 * day; one reminder two of their working days before, if that still lies ahead (R58).
 */
export function answerDates(
  now: Instant,
  scheme: Pick<Scheme, 'proposalDays' | 'closedDays'>,
  who: { zone: string; hours: Hours },
): AnswerDates {
  const { zone, hours } = who;
  const answerBy = workingDayFrom(addDays(dayOf(now, zone), scheme.proposalDays), scheme.closedDays, hours.days);
  const before = addWorkingDays(answerBy, -REMIND_WORKING_DAYS, scheme.closedDays, hours.days);
  const remindAt = instantAt(before, hours.from, zone);
  return {
    answerBy,
    deadlineAt: instantAt(answerBy, hours.to, zone),
    remindAt: remindAt > now ? remindAt : undefined,
  };
}

/** Who is asked at present: the mentee first, then the mentor (R13); nobody once it is settled. */
export function askedSide(pairing: Pick<Pairing, 'state'>): Side | undefined {
  if (pairing.state === 'proposed') return 'mentee';
  return pairing.state === 'mentee-yes' ? 'mentor' : undefined;
}

/** Who is asked at present, as a person. */
export function askedPerson(pairing: Pick<Pairing, 'state' | 'mentor' | 'mentee'>): string | undefined {
  const side = askedSide(pairing);
  return side && pairing[side];
}

/** A new proposal: the mentee is asked, and the mentor knows nothing of it (B1, R13). */
export function newProposal(
  about: { id: string; mentor: string; mentee: string; run?: string; closedTo: string[] },
  now: Instant,
  dates: AnswerDates,
): Pairing {
  return { ...about, ...dates, state: 'proposed', proposedAt: now, met: 0, notice: 'none', quiet: false };
}

/** A mentor whom the mentee chose themselves: by choosing they have said yes, so the mentor is asked at once (R13, R14). */
export function chosenProposal(
  about: { id: string; mentor: string; mentee: string; closedTo: string[] },
  now: Instant,
  dates: AnswerDates,
): Pairing {
  return { ...newProposal(about, now, dates), state: 'mentee-yes', menteeYesAt: now, chosen: true };
}

/** The mentee's yes: now the mentor is asked, with a deadline of their own, and may read why (B2, R13). */
export function menteeSaysYes(
  pairing: Pairing,
  papers: Papers | undefined,
  now: Instant,
  dates: AnswerDates,
): { pairing: Pairing; papers: Papers | undefined } {
  mustMove(pairing, 'mentee-yes');
  return {
    pairing: { ...pairing, ...dates, state: 'mentee-yes', menteeYesAt: now },
    papers: papers && { ...papers, state: undefined },
  };
}

/** What must be open to introduce two people to each other; all of both, in both roles. */
export type Introducing = {
  mentorPlace: Sealed<'registration'> | undefined;
  menteePlace: Sealed<'registration'> | undefined;
  mentorList: Sealed<'exclusions'> | undefined;
  menteeList: Sealed<'exclusions'> | undefined;
  /** The mentee's casefile as a mentee: the goals in it are the mentor's to read from now on. */
  menteeFile: Sealed<'casefile'> | undefined;
  otherMenteeFiles: readonly (Sealed<'casefile'> | undefined)[];
  mentorFiles: readonly (Sealed<'casefile'> | undefined)[];
};
export type Introduced = {
  pairing: Pairing;
  papers: Papers;
  registrations: Registration[];
  casefiles: Casefile[];
  exclusions: Exclusions[];
};

/**
 * Both have said yes (R14): the pairing runs, the goals become the pair's, and if one of the two is or becomes a co-ordinator
 * they do not read the other's file or list. Throws for a proposal that the mentor is not being asked about.
 */
export function introduce(
  pairing: Pairing,
  papers: Papers | undefined,
  open: Introducing,
  now: Instant,
  scheme: Scheme,
): Introduced {
  mustMove(pairing, 'introduced');
  const { mentor, mentee } = pairing;
  const coordinators = knownCoordinators(scheme);
  const introduced: Pairing = {
    ...pairing,
    state: 'introduced',
    introducedAt: now,
    deadlineAt: undefined,
    remindAt: undefined,
    closedTo: [...new Set([...pairing.closedTo, ...closedTo(pairing, open, coordinators)])],
  };
  const files = (covers: readonly (Sealed<'casefile'> | undefined)[], partner: string): Casefile[] =>
    covers.flatMap(cover => (cover ? [closedToPartner(cover, partner)] : []));
  return {
    // Nothing was heard of it yet, but from here on silence counts (B22).
    pairing: { ...heardFrom(introduced, now, scheme), heardAt: pairing.heardAt },
    papers: {
      ...(papers ?? { id: pairing.id, mentor, mentee, why: {} }),
      state: undefined,
      ...forPapers(open.menteeFile),
    },
    registrations: [open.mentorPlace, open.menteePlace].flatMap(place => (place ? [waitsNoMore(place)] : [])),
    casefiles: [...files([open.menteeFile, ...open.otherMenteeFiles], mentor), ...files(open.mentorFiles, mentee)],
    exclusions: [
      ...(open.menteeList ? [listClosedTo(open.menteeList, mentor)] : []),
      ...(open.mentorList ? [listClosedTo(open.mentorList, mentee)] : []),
    ],
  };
}

export type ProposalEnd = {
  /** On whose side it ended. */
  side: Side;
  /** They said no; they share a line of management; the time passed; they are not there any more (account gone, left, paused). */
  why: 'no' | 'line' | 'lapse' | 'gone';
  at: Instant;
};
export type EndedProposal = {
  pairing: Pairing;
  registrations: Registration[];
  /** Who hears of it by letter; the mentor never does when the mentee has not said yes (B3), and nobody hears what they did themselves. */
  tell: string | undefined;
};

/**
 * A proposal comes to nothing: both have their place back and are available again by right; no reason is kept but that
 * somebody said no, and it counts for nothing later (B3, B5, R15). Throws for a pairing that is no open proposal: ask `askedSide` first.
 */
export function proposalEnds(
  pairing: Pairing,
  places: { mentorPlace: Sealed<'registration'> | undefined; menteePlace: Sealed<'registration'> | undefined },
  end: ProposalEnd,
): EndedProposal {
  mustMove(pairing, 'not-formed');
  const saidNo = end.why === 'no' || end.why === 'line';
  const mentor = places.mentorPlace && freePlace(places.mentorPlace, 'proposal');
  const mentee = places.menteePlace && freePlace(places.menteePlace, 'proposal');
  // A mentee who did nothing but wait comes first among equals next time.
  const waited = mentee && end.side === 'mentor' ? { ...mentee, leftOverBefore: true } : mentee;
  return {
    pairing: {
      ...pairing,
      state: 'not-formed',
      endedAt: end.at,
      ...(saidNo ? { endedBy: pairing[end.side] } : {}),
      deadlineAt: undefined,
      remindAt: undefined,
    },
    registrations: [mentor, waited].flatMap(place => (place ? [place] : [])),
    tell: whoHears(pairing, end),
  };
}

function whoHears(pairing: Pairing, { side, why }: ProposalEnd): string | undefined {
  if (side === 'mentor') return pairing.mentee;
  if (why === 'lapse') return pairing.mentee;
  // The mentor has been asked already, and need not answer any more.
  return pairing.state === 'mentee-yes' ? pairing.mentor : undefined;
}

/** "We are in one line of management": the two are kept apart on both lists; nobody is told (R12). */
export function sameLine(
  pairing: Pick<Pairing, 'mentor' | 'mentee'>,
  open: {
    mentor: Sealed<'person'> | undefined;
    mentee: Sealed<'person'> | undefined;
    mentorList: Sealed<'exclusions'> | undefined;
    menteeList: Sealed<'exclusions'> | undefined;
  },
  now: Instant,
): Exclusions[] {
  const entry = (person: string, cover: Sealed<'person'> | undefined) => ({
    person,
    emailHash: nameOf(cover)?.emailHash,
  });
  return [
    withExclusion(open.menteeList, pairing.mentee, entry(pairing.mentor, open.mentor), 'line', now),
    withExclusion(open.mentorList, pairing.mentor, entry(pairing.mentee, open.mentee), 'line', now),
  ];
}

function mustMove(pairing: Pairing, to: Pairing['state']): void {
  if (!pairingMay(pairing.state, to)) throw new Error(`pairing ${pairing.id} is ${pairing.state} and cannot be ${to}`);
}

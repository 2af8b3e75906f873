// Reading everybody who is available, page by page, into what the matching is asked. What becomes of its answer is in prepare.ts.
import type { Ids } from '../../conversation/notice.ts';
import { type Opened, one, page, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { IdPair, MatchInput } from '../../matching/draw.ts';
import type { EarlierPair, Question } from '../../matching/question.ts';
import { IN_PERSON, type Mentee, type Mentor } from '../../matching/score.ts';
import type { Card, Casefile, Pairing, Ranking, Registration, Run, Scheme } from '../../scheme/kinds.ts';
import { rankingsFor, type Wanted } from '../../scheme/rankings.ts';
import type { Role } from '../../scheme/records/people.ts';
import { usualWeights } from '../../scheme/records/scheme.ts';
import { listedAmong, type Sealed } from '../../scheme/sealed.ts';
import type { PairingState } from '../../scheme/states.ts';
import { pageId } from './pages.ts';

/** Registrations at a time; each brings a card, a casefile, a list and a person with it. */
const PEOPLE_A_STEP = 20;
const PAIRINGS_A_STEP = 100;
const RANKINGS_A_STEP = 100;
const DRAFT_PAGES_A_STEP = 7;
const tried: PairingState = 'not-formed';
/** Who has or had a mentor is not given the same one again (R49); nor are two who are being asked about each other. */
const bound: PairingState[] = ['proposed', 'mentee-yes', 'introduced', 'active', 'ended-early', 'completed'];
type Phase = { role: Role } | { pairings: PairingState } | { read: 'draft' | 'rankings' };
const phases: Phase[] = [
  { role: 'mentee' },
  { role: 'mentor' },
  ...[tried, ...bound].map(pairings => ({ pairings })),
  { read: 'draft' },
  { read: 'rankings' },
];

/** What is gathered; it lives in this process only. */
export type Pool = {
  phase: number;
  mentees: Mentee[];
  mentors: Mentor[];
  people: { id: string; emailHash?: string | undefined }[];
  lists: Sealed<'exclusions'>[];
  apart: IdPair[];
  triedBefore: IdPair[];
  locks: IdPair[];
  removed: IdPair[];
  earlier: boolean;
  minScore: number;
  placesEach: number;
  how: How;
  /** The preview before this one: how many pages it has, and its pairs. */
  draftPages: number;
  draftRead: number;
  draft: EarlierPair[];
  rankings: Ranking[];
};

/** What the pairs are to be best at, and how much each thing counts. */
export type How = Pick<Run, 'objective' | 'weights' | 'fewest'>;

export const emptyPool = (): Pool => ({
  phase: 0,
  mentees: [],
  mentors: [],
  people: [],
  lists: [],
  apart: [],
  triedBefore: [],
  locks: [],
  removed: [],
  earlier: false,
  minScore: 0,
  placesEach: 0,
  how: {},
  draftPages: 0,
  draftRead: 0,
  draft: [],
  rankings: [],
});

/** Where gathering stands, as text: the phase, and where its list goes on. */
function readAfter(after: string | undefined): { phase: number; cursor: string | undefined } {
  const [phase = '0', ...cursor] = (after ?? '0').split('~');
  return { phase: Number(phase), cursor: cursor.length > 0 ? cursor.join('~') : undefined };
}

/** The pages of the preview before this one; whichever are there. */
const draftIds = (ids: Ids, from: number): string[] =>
  Array.from({ length: DRAFT_PAGES_A_STEP }, (_, k) =>
    pageId(ids['run'] ?? '', Number(ids['generation'] ?? 1) - 1, 'pairs', from + k),
  );

export const gatherPlan = (ids: Ids, after: string | undefined) => {
  const { phase, cursor } = readAfter(after);
  const now = phases[phase] ?? { role: 'mentee' };
  return {
    run: one('run', ids['run'] ?? ''),
    registrations:
      'role' in now
        ? page('registration', `registration.role:${now.role}:available`, {
            max: PEOPLE_A_STEP,
            after: cursor,
            oldestFirst: true,
          })
        : some('registration', []),
    cards: some('card', via('registrations', 'id')),
    files: some('casefile', via('registrations', 'id')),
    people: some('person', via('registrations', 'person')),
    lists: sealedSome('exclusions', via('registrations', 'person')),
    pairings:
      'pairings' in now
        ? page('pairing', `pairing.state:${now.pairings}`, { max: PAIRINGS_A_STEP, after: cursor, oldestFirst: true })
        : some('pairing', []),
    draft: some('runpage', 'read' in now && now.read === 'draft' ? draftIds(ids, Number(cursor ?? 0)) : []),
    rankings:
      'read' in now && now.read === 'rankings'
        ? page('ranking', 'ranking.all', { max: RANKINGS_A_STEP, after: cursor, oldestFirst: true })
        : some('ranking', []),
  };
};
type Gathering = Turn<Opened<ReturnType<typeof gatherPlan>>>;
/** As much of what is open as taking in people needs. */
type PeopleTurn = Turn<Pick<Gathering['open'], 'registrations' | 'cards' | 'files' | 'people' | 'lists'>>;

/** Takes one page in. */
export function gatherTake(turn: Gathering, pool: Pool): { memory: Pool; after: string | undefined } {
  const now = phases[pool.phase] ?? { role: 'mentee' };
  const { run, pairings } = turn.open;
  if (pool.phase === 0 && run) {
    pool.locks = run.locks;
    pool.removed = run.removed;
    pool.earlier = run.earlier ?? false;
    pool.minScore = turn.scheme.minimumScore;
    pool.placesEach = turn.scheme.maxMentees;
    pool.how = run;
    pool.draftPages = run.generation > 1 ? run.pages : 0;
  }
  if ('role' in now) takePeople(turn, pool, now.role);
  else if ('pairings' in now) takePairings(pairings, pool);
  else {
    // Who has been asked already is not in the pool any more, and not to be compared.
    pool.draft.push(...turn.open.draft.flatMap(one => one.pairs.filter(row => row.pairing === undefined)));
    pool.rankings.push(...turn.open.rankings);
  }
  const more = moreOf(turn, now, pool);
  if (more !== undefined) return { memory: pool, after: `${pool.phase}~${more}` };
  const next = { ...pool, phase: pool.phase + 1 };
  return { memory: next, after: next.phase < phases.length ? String(next.phase) : undefined };
}

/** Where a phase goes on. */
function moreOf({ more }: Gathering, now: Phase, pool: Pool): string | undefined {
  if ('role' in now) return more['registrations'];
  if ('pairings' in now) return more['pairings'];
  if (now.read === 'rankings') return more['rankings'];
  pool.draftRead += DRAFT_PAGES_A_STEP;
  return pool.draftRead < pool.draftPages ? String(pool.draftRead) : undefined;
}

/** Whoever has or had a mentor is not given the same one again; who said no may be asked again if a co-ordinator allows it. */
export function takePairings(pairings: readonly Pick<Pairing, 'state' | 'mentee' | 'mentor'>[], pool: Pool): void {
  for (const { state, mentee, mentor } of pairings)
    (state === tried ? pool.triedBefore : pool.apart).push([mentee, mentor]);
}

/** Registrations with what belongs to each, taken in for one role; and everybody's list of people they are not to be paired with. */
export function takePeople(turn: PeopleTurn, pool: Pool, role: Role): void {
  takeRegistrations(turn, pool, role);
  const { people, lists } = turn.open;
  pool.people.push(...people.filter(person => !person.goneAt).map(({ id, emailHash }) => ({ id, emailHash })));
  pool.lists.push(...lists);
}

function takeRegistrations({ open, scheme }: PeopleTurn, pool: Pool, role: Role): void {
  const here = new Set(open.people.filter(person => !person.goneAt).map(person => person.id));
  for (const registration of open.registrations) {
    // Somebody whose account is gone is not put forward, nor anybody without a place (R16).
    if (!here.has(registration.person) || registration.taken >= registration.capacity) continue;
    const card = open.cards.find(found => found.id === registration.id);
    if (role === 'mentor') pool.mentors.push(asMentor(registration, card, scheme));
    else
      pool.mentees.push(
        asMentee(
          registration,
          card,
          open.files.find(file => file.id === registration.id),
          scheme,
        ),
      );
  }
}

const common = (card: Card | undefined, scheme: Scheme) => {
  const stage = scheme.stages.findIndex(option => option.key === card?.stage);
  return {
    topics: card?.topics ?? [],
    areas: card?.areas ?? [],
    stage: stage < 0 ? null : stage,
    site: card?.site ?? null,
    modes: (card?.modes ?? []).map(mode => (mode === PERSON ? IN_PERSON : mode)),
    slots: card?.slots ?? [],
  };
};
/** The scheme's own key for meeting in person. */
const PERSON = 'person';

/** A meeting mode as cards name it. */
export const modeOnCards = (mode: string): string => (mode === IN_PERSON ? PERSON : mode);

function asMentee(
  registration: Registration,
  card: Card | undefined,
  file: Casefile | undefined,
  scheme: Scheme,
): Mentee {
  return {
    id: registration.person,
    wants: 1,
    ...common(card, scheme),
    areaWish: file?.areaWish ?? 'any',
    waitedBefore: registration.leftOverBefore,
  };
}

function asMentor(registration: Registration, card: Card | undefined, scheme: Scheme): Mentor {
  return { id: registration.person, capacity: registration.capacity - registration.taken, ...common(card, scheme) };
}

/** Somebody with whom they would like to be matched, if they said so after an event. */
function withLikings<P extends Mentee | Mentor>(person: P, ranks: ReadonlyMap<string, readonly string[]>): P {
  const liked = ranks.get(person.id);
  return liked ? { ...person, liked } : person;
}

const byPerson = (ranks: readonly Wanted[]): Map<string, readonly string[]> =>
  new Map(ranks.map(one => [one.id, one.tiers.flat()]));

/** What the matching is asked: a list on either side keeps two people apart (R12, R49), and so does "rather not" after an event. */
export function inputOf(pool: Pool): MatchInput {
  const { menteeRanks, mentorRanks, apart } = rankingsFor(pool.rankings);
  const [menteeLikings, mentorLikings] = [byPerson(menteeRanks), byPerson(mentorRanks)];
  const listed = listedAmong(pool.lists, pool.people).flatMap(([owner, other]): IdPair[] => [
    [owner, other],
    [other, owner],
  ]);
  return {
    mentees: pool.mentees.map(one => withLikings(one, menteeLikings)),
    mentors: pool.mentors.map(one => withLikings(one, mentorLikings)),
    excluded: [...listed, ...pool.apart, ...apart],
    locks: pool.locks,
    removed: [...pool.removed, ...(pool.earlier ? [] : pool.triedBefore)],
    minScore: pool.minScore,
    objective: pool.how.fewest && pool.draft.length > 0 ? 'keep-draft' : (pool.how.objective ?? 'most-matched'),
    weights: { ...(pool.how.weights ?? usualWeights), ...(pool.rankings.length > 0 ? {} : { event: 0 }) },
    menteeRanks,
    mentorRanks,
    draft: pool.draft.map(({ mentee, mentor }): IdPair => [mentee, mentor]),
  };
}

/** The whole question: the draw, with what changed since the preview before, and what would help those left over. */
export function askFor(pool: Pool): Question {
  const before = pool.draft.map(({ mentee, mentor, score }) => ({ mentee, mentor, score }));
  const { placesEach, rankings, draftPages } = pool;
  const ranked = rankings.length > 0;
  return { ask: 'draw', input: inputOf(pool), placesEach, ranked, ...(draftPages > 0 ? { before } : {}) };
}

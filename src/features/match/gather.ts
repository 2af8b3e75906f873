// Reading everybody who is available, page by page, into what the matching is asked. What it becomes is in pool.ts.
import type { Ids } from '../../conversation/notice.ts';
import { type Opened, one, page, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import type { PairingState } from '../../scheme/states.ts';
import { pageId } from './pages.ts';
import { asMentee, asMentor, type Pool } from './pool.ts';

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

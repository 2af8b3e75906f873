// The job that releases a run: each pair becomes a proposal to its mentee, and everybody left over hears of it (B1, R12, R13, R16).
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, type Put, put, together } from '../../conversation/outcome.ts';
import { type Opened, one, sealedSome, some } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Papers, Run, RunPage } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { leftOver } from '../../scheme/sealed.ts';
import { closed } from './anew.ts';
import type { PairRow } from './kept.ts';
import { type Made, newProposals } from './new-proposals.ts';
import { asked, FIRST_PASSED, leftOut, passedAt, passedBy, passedPlan } from './notes.ts';
import { coordinatorsIn } from './orders.ts';
import { type PageKind, pageId, pairKey } from './pages.ts';
import { rankingsPage, withRatherNot } from './rather-not.ts';

type Somebody = { id: string; role: Role };
/** Who stands on which page of the run; gathered first, because the pages themselves cannot be followed. */
type Roll = {
  run: Run | undefined;
  index: number;
  pairs: [mentee: string, mentor: string][][];
  left: Somebody[][];
  /** Pairs that one of the two would rather not be in. */
  apart: Set<string>;
};

const PAGES_A_STEP = 4;

const pagesFrom = (ids: Ids, from: number): string[] =>
  Array.from({ length: PAGES_A_STEP }, (_, k) => from + k).flatMap(n =>
    (['pairs', 'left'] as PageKind[]).map(kind => pageId(ids['run'] ?? '', ids['generation'] ?? '', kind, n)),
  );

/** First the pages, then (`r` and a cursor) what people said after events. */
const rankingsAt = (after: string | undefined): boolean => after?.startsWith('r') === true;
const FIRST_RANKINGS = 'r';

const gatherPlan = (ids: Ids, after: string | undefined) => ({
  run: one('run', ids['run'] ?? ''),
  pages: some('runpage', rankingsAt(after) ? [] : pagesFrom(ids, Number(after ?? 0))),
  rankings: rankingsAt(after) ? rankingsPage(after?.slice(1) || undefined) : some('ranking', []),
});

const pagesIn = (run: Run | undefined): number =>
  run ? Math.max(run.pages, run.leftPages, 1) : Number.MAX_SAFE_INTEGER;

function gatherTake({ open, more }: Turn<Opened<ReturnType<typeof gatherPlan>>>, ids: Ids, roll: Roll) {
  const { run } = open;
  if (roll.index >= pagesIn(roll.run)) {
    const after = more['rankings'];
    const memory = { ...roll, apart: withRatherNot(roll.apart, open.rankings) };
    return { memory, after: after === undefined ? undefined : `${FIRST_RANKINGS}${after}` };
  }
  for (const id of pagesFrom(ids, roll.index)) {
    const page = open.pages.find(found => found.id === id);
    if (page && page.pairs.length > 0) roll.pairs.push(page.pairs.map(({ mentee, mentor }) => [mentee, mentor]));
    if (page && page.left.length > 0) roll.left.push(page.left.map(({ person, role }) => ({ id: person, role })));
  }
  const index = roll.index + PAGES_A_STEP;
  const memory = { ...roll, run, index };
  if (!run) return { memory, after: undefined };
  return { memory, after: index >= pagesIn(run) ? FIRST_RANKINGS : String(index) };
}

const pageOf = (roll: Roll | undefined, index: number): { pairs: [string, string][]; left: Somebody[] } => ({
  pairs: roll?.pairs[index] ?? [],
  left: roll?.left[index - (roll?.pairs.length ?? 0)] ?? [],
});

/** The page of pairs or of people left over that is written at this point. */
function pageIdAt(ids: Ids, roll: Roll | undefined, index: number): string {
  const pairPages = roll?.pairs.length ?? 0;
  const [kind, n]: [PageKind, number] = index < pairPages ? ['pairs', index] : ['left', index - pairPages];
  return pageId(ids['run'] ?? '', ids['generation'] ?? '', kind, n);
}

const writePlan = (ids: Ids, after: string | undefined, roll: Roll | undefined) => {
  const index = passedAt(after) ? Number.MAX_SAFE_INTEGER : Number(after ?? 0);
  const { pairs, left } = pageOf(roll, index);
  const people = [...new Set([...pairs.flat(), ...left.map(person => person.id)])];
  return {
    run: one('run', ids['run'] ?? ''),
    page: one('runpage', pageIdAt(ids, roll, index)),
    people: some('person', people),
    lists: sealedSome('exclusions', people),
    places: sealedSome('registration', [
      ...pairs.map(([mentee]) => `${mentee}-mentee`),
      ...new Set(pairs.map(([, mentor]) => `${mentor}-mentor`)),
      ...left.map(({ id, role }) => `${id}-${role}`),
    ]),
    coordinators: some('person', coordinatorsIn(ids)),
    passed: passedPlan(after),
  };
};
export type Releasing = Turn<Opened<ReturnType<typeof writePlan>>>;

export const releaseJob = jobOf({
  name: 'match.release',
  gather: {
    plan: gatherPlan,
    start: (): Roll => ({ run: undefined, index: 0, pairs: [], left: [], apart: new Set() }),
    take: gatherTake,
  },
  write: {
    plan: writePlan,
    step: (turn: Releasing, _ids, roll: Roll, after) => {
      const { run, page } = turn.open;
      if (run?.state !== 'releasing') return { changes: {}, after: undefined };
      if (after !== undefined && passedAt(after)) return notedOrDone(turn, run, after);
      const index = Number(after ?? 0);
      const onward = index + 1 < roll.pairs.length + roll.left.length ? String(index + 1) : FIRST_PASSED;
      if (index >= roll.pairs.length + roll.left.length) return { changes: {}, after: FIRST_PASSED };
      const isPairs = index < roll.pairs.length;
      const changes =
        isPairs && page ? releasePairs(turn, run, page, roll) : tellLeft(turn, run, pageOf(roll, index).left);
      return { changes, after: onward };
    },
  },
});

/** Who was not considered is noted page by page; after the last one the run is released. */
function notedOrDone(turn: Releasing, run: Run, after: string): { changes: Changes; after: string | undefined } {
  const { puts, after: onward } = passedBy(run, turn.open.passed, turn.now, after, turn.more['passed']);
  if (onward !== undefined) return { changes: { put: puts }, after: onward };
  const released: Changes = {
    put: [put('run', { ...closed(run), state: 'released' })],
    history: [{ what: 'match.released', about: [run.id] }],
  };
  return { changes: together({ put: puts }, released), after: undefined };
}

/** One page of pairs: a proposal for each that is still possible; whoever falls through by then hears as the others left over do. */
function releasePairs(turn: Releasing, run: Run, page: RunPage, roll: Roll): Changes {
  // Those asked in a stage before have their proposal.
  const rows = page.pairs.filter(row => row.pairing === undefined);
  const { changes, made, skipped } = proposing(turn, run, page, rows, roll.apart);
  const fallen = [
    ...skipped.map(({ mentee }): Somebody => ({ id: mentee, role: 'mentee' })),
    // A mentor who is in another pair of this run is not left over.
    ...[...new Set(skipped.map(({ mentor }) => mentor))]
      .filter(mentor => pairsWith(roll, mentor) === skipped.filter(row => row.mentor === mentor).length)
      .map((id): Somebody => ({ id, role: 'mentor' })),
  ];
  const told = tellLeft(turn, run, fallen);
  return together(changes, told, {
    put: [
      put('run', {
        ...run,
        proposed: (run.proposed ?? 0) + made.length,
        skipped: (run.skipped ?? 0) + skipped.length,
      }),
    ],
  });
}

/** Proposals for these rows of a page, as far as they are still possible; the page knows what each became. */
export function proposing(
  turn: Releasing,
  run: Run,
  page: RunPage,
  rows: readonly PairRow[],
  apart: ReadonlySet<string>,
): { changes: Changes; made: Made[]; skipped: PairRow[] } {
  const { made, skipped, registrations } = newProposals(turn, run, rows, apart);
  const pairingOf = new Map(made.map(({ row, pairing }) => [row, pairing.id]));
  const released: RunPage = {
    ...page,
    pairs: page.pairs.map(row => {
      const pairing = pairingOf.get(row);
      return pairing === undefined ? row : { ...row, pairing };
    }),
    pairings: [...(page.pairings ?? []), ...made.map(({ pairing }) => pairing.id)],
  };
  const changes: Changes = {
    put: [
      put('runpage', released),
      ...registrations.map(place => put('registration', place)),
      ...made.map(({ pairing }) => asked(run, pairing, turn.now)),
      ...made.flatMap(({ pairing, row }): Put[] => [
        put('pairing', pairing),
        put('papers', papersOf(run, pairing, row.why)),
      ]),
    ],
    letters: made.map(
      ({ pairing }): LetterOrder => ({
        letter: 'proposal.asked',
        ids: { pairing: pairing.id },
        to: { person: pairing.mentee },
        id: `proposal.asked:${pairing.id}:${pairing.mentee}`,
      }),
    ),
    history: made.map(({ pairing }) => ({ what: 'proposed', about: [pairing.id, pairing.mentee, pairing.mentor] })),
  };
  return { changes, made, skipped };
}

const pairsWith = (roll: Roll, mentor: string): number => roll.pairs.flat().filter(pair => pair[1] === mentor).length;

function papersOf(
  run: Run,
  { id, mentee, mentor }: { id: string; mentee: string; mentor: string },
  why: Record<string, unknown>,
): Papers {
  const line = run.lines[pairKey(mentee, mentor)];
  return { id, mentor, mentee, state: 'proposed', why, ...(line === undefined ? {} : { line }) };
}

/** People left over: they come first among equals next time, and hear what comes next. Whoever is not waiting any more hears nothing. */
function tellLeft(turn: Releasing, run: Run, left: Somebody[]): Changes {
  const waiting = left.flatMap(({ id, role }) => {
    const place = leftOver(turn.open.places.find(found => found.id === `${id}-${role}`));
    return place ? [place] : [];
  });
  return {
    put: [
      ...waiting.map(place => put('registration', place)),
      ...waiting.map(place => leftOut(run, place, turn.now, turn.open.page)),
    ],
    letters: waiting.map(place => ({
      letter: 'match.left-over',
      ids: { registration: place.id },
      to: { person: place.person },
      id: `match.left-over:${run.id}:${place.id}`,
    })),
  };
}

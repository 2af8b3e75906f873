// A check-in round: when it starts, the forum posts, and who is asked directly. The posts depend on who wished to be named, and on nothing about pairings.
import { dateOf, jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import { counts, type Opened, one, page, sealedPage, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { DAY, type Instant } from '../../scheme/calendar.ts';
import { usableChannels } from '../../scheme/channels.ts';
import type { Round, Scheme } from '../../scheme/kinds.ts';
import { nextRound } from '../../scheme/rounds.ts';
import { askPairings } from './ask.ts';

/** How many names one post takes: about 880 fit one message where the limit is lowest for text. */
export const NAMES_PER_POST = 800;
const PAGE = 200;
/** From how many people upwards names are used at all; fewer could be guessed about. */
export const FEWEST_NAMED = 10;
const PAIRINGS_A_STEP = 60;
const NO_FORUM = 'checkin.no-forum';

/** Whether there is any forum channel in which a check-in can stand. */
export function hasForum(scheme: Scheme): boolean {
  return usableChannels(scheme, 'forum').length > 0;
}

/** From when on a recorded meeting answers the next round: since the one before, of whatever kind. */
export function sinceOf(scheme: Scheme, last: Round | undefined, at: Instant): Instant {
  return last?.at ?? at - Math.max(1, scheme.checkinWeeks) * 7 * DAY;
}

/** The co-ordinators hear once that there is no forum channel; again only after there was one. */
function troubled(scheme: Scheme, now: Instant): { troubles: Scheme['troubles']; letters: LetterOrder[] } {
  const { [NO_FORUM]: told, ...others } = scheme.troubles;
  if (hasForum(scheme)) return { troubles: others, letters: [] };
  if (told !== undefined) return { troubles: scheme.troubles, letters: [] };
  const first = scheme.coordinators[0];
  const to =
    usableChannels(scheme, 'alerts').length > 0 ? ({ channel: 'coordinators' } as const) : first && { account: first };
  return {
    troubles: { ...others, [NO_FORUM]: now },
    letters: to ? [{ letter: 'checkin.no-forum', ids: {}, to }] : [],
  };
}

/** Starts a round: the job does the rest. `nextAt` is the slot after it, or what it was for a round between two slots. */
export function startRound(
  turn: Turn<{ rounds: Round[] }>,
  when: { at: Instant; nextAt: Instant | undefined; isSlot: boolean },
): Changes {
  const { scheme } = turn;
  const number = scheme.rounds + 1;
  const id = String(number);
  const { troubles, letters } = troubled(scheme, turn.now);
  const since = sinceOf(scheme, turn.open.rounds[0], when.at);
  return {
    put: [
      put('scheme', {
        ...scheme,
        troubles,
        rounds: number,
        nextRoundAt: when.nextAt,
        ...(when.isSlot ? { lastRoundAt: when.at } : {}),
      }),
      put('round', { id, number, at: when.at, since, posts: 0, posted: hasForum(scheme) }),
    ],
    letters,
    jobs: [{ job: 'checkin.round', ids: { round: id }, id: `checkin.round-${id}` }],
    history: [{ what: 'checkin.round', about: [id] }],
  };
}

/** The newest slot that has come, and the one after it: several that were slept through are held once. */
export function slotsOf(scheme: Scheme, now: Instant): { at: Instant; nextAt: Instant | undefined } | undefined {
  let at = scheme.nextRoundAt;
  if (at === undefined || at > now) return undefined;
  for (;;) {
    const nextAt: Instant | undefined = nextRound(scheme, at);
    if (nextAt === undefined || nextAt > now) return { at, nextAt };
    at = nextAt;
  }
}

/** `checkin.round` is due on the scheme's rhythm; the next slot is counted from this slot, never from now. */
export const roundDate = dateOf({
  what: 'checkin.round',
  plan: () => ({ rounds: page('round', 'round.all', { max: 1 }) }),
  decide: turn => {
    const slots = slotsOf(turn.scheme, turn.now);
    return slots && startRound(turn, { ...slots, isSlot: true });
  },
});

/** What the first pass over the people who wished to be named finds: how many, and where each post's names begin. */
type Named = { count: number; pages: number; starts: string[] };

const writePlan = (ids: Ids, after: string | undefined) => ({
  round: one('round', ids['round'] ?? 'none'),
  pairings: page('pairing', 'pairing.running', { max: PAIRINGS_A_STEP, after, oldestFirst: true }),
  mentors: some('person', via('pairings', 'mentor')),
  mentees: some('person', via('pairings', 'mentee')),
});
export type WriteTurn = Turn<Opened<ReturnType<typeof writePlan>>>;

function postOrders(round: Round, starts: (string | undefined)[]): LetterOrder[] {
  return starts.map((after, n) => ({
    letter: 'checkin.post',
    ids: { round: round.id, post: String(n + 1), ...(after === undefined ? {} : { after }) },
    to: { channel: 'forum' },
    id: `checkin.post-${round.id}-${n + 1}`,
    place: `round-${round.id}-${n + 1}`,
  }));
}

function posts(round: Round, found: Named): Changes {
  if (!round.posted) return {};
  const named = found.count >= FEWEST_NAMED;
  const starts = named ? [undefined, ...found.starts] : [undefined];
  return { put: [put('round', { ...round, named, posts: starts.length })], letters: postOrders(round, starts) };
}

export const roundJob = jobOf({
  name: 'checkin.round',
  gather: {
    plan: (_ids: Ids, after: string | undefined) => ({
      people: sealedPage('person', 'person.mention', { max: PAGE, after, oldestFirst: true }),
    }),
    start: (): Named => ({ count: 0, pages: 0, starts: [] }),
    take: (turn, _ids, memory) => {
      const after = turn.more['people'];
      const pages = memory.pages + 1;
      const begins = after !== undefined && (pages * PAGE) % NAMES_PER_POST === 0;
      return {
        memory: {
          count: memory.count + turn.open.people.length,
          pages,
          starts: begins ? [...memory.starts, after] : memory.starts,
        },
        after,
      };
    },
  },
  write: {
    plan: writePlan,
    step: (turn, _ids, found: Named, after) => {
      const { round } = turn.open;
      if (!round) return { changes: {}, after: undefined };
      const first = after === undefined ? posts(round, found) : {};
      const asked = askPairings(turn, round);
      return {
        changes: {
          put: [...(first.put ?? []), ...(asked.put ?? [])],
          letters: [...(first.letters ?? []), ...(asked.letters ?? [])],
        },
        after: turn.more['pairings'],
      };
    },
  },
});

export const postPlan = (ids: Ids) => ({
  round: one('round', ids['round'] ?? 'none'),
  people: sealedPage('person', 'person.mention', { max: NAMES_PER_POST, after: ids['after'], oldestFirst: true }),
  answers: counts(`round.${ids['round'] ?? 'none'}`),
});

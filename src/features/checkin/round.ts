// A check-in round: when it starts, the posts in each forum, and who is asked directly. The posts depend on who wished to be named, and on nothing about pairings.
import { dateOf, jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import { counts, type Opened, one, page, sealedPage, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { DAY, type Instant } from '../../scheme/calendar.ts';
import { usableChannels } from '../../scheme/channels.ts';
import type { Round, Scheme } from '../../scheme/kinds.ts';
import { laneOf } from '../../scheme/lanes.ts';
import { nextRound } from '../../scheme/rounds.ts';
import { askPairings } from './ask.ts';

/** How many names one post takes, by platform: on Slack about 880 fit one message; in Teams each name costs about 190 bytes. Whole pages. */
export const namesPerPost: Record<string, number> = { slack: 800, teams: 80 };
const PAGE = 80;
/** From how many people upwards names are used at all in a forum; fewer could be guessed about, also where most are somewhere else. */
export const FEWEST_NAMED = 10;
const PAIRINGS_A_STEP = 60;
const NO_FORUM = 'checkin.no-forum';

/** Whether there is any forum channel in which a check-in can stand. */
export function hasForum(scheme: Scheme): boolean {
  return usableChannels(scheme, 'forum').length > 0;
}

/** The workspaces and tenants in which a check-in can be posted. */
const forumLanes = (scheme: Scheme): string[] => usableChannels(scheme, 'forum').map(laneOf);

const namesIn = (lane: string): number => namesPerPost[lane.split('/')[0] ?? ''] ?? PAGE;

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
      put('round', { id, number, at: when.at, since, posts: 0, postedIn: forumLanes(scheme) }),
    ],
    letters,
    jobs: [
      { job: 'checkin.round', ids: { round: id, lanes: forumLanes(scheme).join(' ') }, id: `checkin.round-${id}` },
    ],
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

type NamedIn = { count: number; pages: number; starts: string[] };
/** What the first pass over the people who wished to be named has found, forum after forum: how many, and where each post's names begin. */
type Named = { at: number; lanes: Record<string, NamedIn> };

const mentioned = (lane: string | undefined): string => `person.mention:${lane ?? ''}`;

const writePlan = (ids: Ids, after: string | undefined) => ({
  round: one('round', ids['round'] ?? 'none'),
  pairings: page('pairing', 'pairing.running', { max: PAIRINGS_A_STEP, after, oldestFirst: true }),
  mentors: some('person', via('pairings', 'mentor')),
  mentees: some('person', via('pairings', 'mentee')),
});
export type WriteTurn = Turn<Opened<ReturnType<typeof writePlan>>>;

function postOrders(round: Round, lane: string, starts: (string | undefined)[]): LetterOrder[] {
  return starts.map((after, n) => ({
    letter: 'checkin.post',
    ids: { round: round.id, lane, post: String(n + 1), ...(after === undefined ? {} : { after }) },
    to: { channel: 'forum', lane },
    id: `checkin.post-${round.id}-${n + 1}@${lane}`,
    place: `round-${round.id}-${n + 1}`,
  }));
}

/** R55: names only where ten or more would stand, in each forum by itself, so that nobody is given away by standing among few. */
function posts(round: Round, { lanes }: Named): Changes {
  if (round.postedIn.length === 0) return {};
  const namedIn = round.postedIn.filter(lane => (lanes[lane]?.count ?? 0) >= FEWEST_NAMED);
  const orders = round.postedIn.flatMap(lane => {
    const starts = namedIn.includes(lane) ? (lanes[lane]?.starts ?? []) : [];
    return postOrders(round, lane, [undefined, ...starts]);
  });
  return { put: [put('round', { ...round, namedIn, posts: orders.length })], letters: orders };
}

const lanesIn = (ids: Ids): string[] => (ids['lanes'] ?? '').split(' ');

/** With one more page of a forum's names: a post takes only so many, and the next begins where this page ended. */
function withPage(before: NamedIn | undefined, most: number, people: number, after: string | undefined): NamedIn {
  const { count, pages, starts } = before ?? { count: 0, pages: 0, starts: [] };
  const isFull = after !== undefined && ((pages + 1) * PAGE) % most === 0;
  return { count: count + people, pages: pages + 1, starts: isFull ? [...starts, after] : starts };
}

export const roundJob = jobOf({
  name: 'checkin.round',
  gather: {
    // `<number of the forum>~<cursor>`: where the pass stands.
    plan: (ids: Ids, after: string | undefined) => {
      const [at = '0', ...cursor] = (after ?? '0').split('~');
      const list = mentioned(lanesIn(ids)[Number(at)]);
      return {
        people: sealedPage('person', list, { max: PAGE, after: cursor.join('~') || undefined, oldestFirst: true }),
      };
    },
    start: (): Named => ({ at: 0, lanes: {} }),
    take: (turn, ids, { at, lanes }) => {
      const lane = lanesIn(ids)[at] ?? '';
      const after = turn.more['people'];
      const found = withPage(lanes[lane], namesIn(lane), turn.open.people.length, after);
      const memory = { at: after === undefined ? at + 1 : at, lanes: { ...lanes, [lane]: found } };
      const isOver = after === undefined && memory.at >= lanesIn(ids).length;
      return { memory, after: isOver ? undefined : `${memory.at}~${after ?? ''}` };
    },
  },
  write: {
    plan: writePlan,
    step: (turn, ids, found: Named, after) => {
      const { round } = turn.open;
      if (!round) return { changes: {}, after: undefined };
      const first = after === undefined && ids['again'] === undefined ? posts(round, found) : {};
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
  people: sealedPage('person', mentioned(ids['lane']), {
    max: namesIn(ids['lane'] ?? ''),
    after: ids['after'],
    oldestFirst: true,
  }),
  answers: counts(`round.${ids['round'] ?? 'none'}`),
});

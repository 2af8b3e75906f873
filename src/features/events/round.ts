// The job behind a round: everybody who is here is gathered, the rounds still to come are worked out, and, when one begins, each is told privately of their own talk.
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import { type Opened, one, page, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { listedAmong, type Sealed } from '../../scheme/sealed.ts';
import { allTalks, type Present, roundsFrom, talksId } from '../../scheme/talks.ts';
import { eventIn } from './mine.ts';

const GATHERED_A_STEP = 60;
const TOLD_A_STEP = 150;
const TELL = 'tell';

type Gathered = {
  here: Present[];
  people: { id: string; emailHash?: string | undefined }[];
  lists: Sealed<'exclusions'>[];
};

const gatherPlan = (ids: Ids, after: string | undefined) => ({
  signups: page('signup', 'signup.here', { of: eventIn(ids), max: GATHERED_A_STEP, after, oldestFirst: true }),
  people: some('person', via('signups', 'person')),
  lists: sealedSome('exclusions', via('signups', 'person')),
});

function gatherTake({ open, more }: Turn<Opened<ReturnType<typeof gatherPlan>>>, memory: Gathered) {
  const { signups, people, lists } = open;
  const here = signups.flatMap(({ person, role }): Present[] => {
    const found = people.find(one_ => one_.id === person && one_.goneAt === undefined);
    return found ? [{ person, role, name: found.name }] : [];
  });
  return {
    memory: {
      here: [...memory.here, ...here],
      people: [...memory.people, ...people.map(({ id, emailHash }) => ({ id, emailHash }))],
      lists: [...memory.lists, ...lists],
    },
    after: more['signups'],
  };
}

/** Where writing goes on: nothing yet, or telling people from this place of the list on. */
const tellingFrom = (after: string | undefined): { isTelling: boolean; cursor: string | undefined } => {
  const [phase, ...rest] = (after ?? '').split('~');
  return { isTelling: phase === TELL, cursor: rest.length > 0 ? rest.join('~') : undefined };
};

const writePlan = (ids: Ids, after: string | undefined) => {
  const { isTelling, cursor } = tellingFrom(after);
  return {
    event: one('event', eventIn(ids)),
    links: one('talklinks', eventIn(ids)),
    talks: some('talks', isTelling ? [] : allTalks(eventIn(ids))),
    told: isTelling
      ? page('signup', 'signup.here', { of: eventIn(ids), max: TOLD_A_STEP, after: cursor, oldestFirst: true })
      : some('signup', []),
  };
};
type Writing = Turn<Opened<ReturnType<typeof writePlan>>>;

/** The rounds from this one on; those that cannot be held any more are taken away. */
function drawnUp({ open }: Writing, ids: Ids, { here, people, lists }: Gathered): Changes {
  const { event, links, talks } = open;
  const from = Number(ids['from']);
  if (!event) return {};
  const apart = listedAmong(lists, people);
  const rounds = roundsFrom(event, from, here, { apart, before: talks, links: links?.links ?? [] });
  const last = from - 1 + rounds.length;
  const begun = ids[TELL] && rounds.length > 0 ? from : event.begun;
  return {
    put: [
      put('event', {
        ...event,
        working: false,
        drawnUp: last,
        begun,
        on: begun > 0 ? talksId(event.id, begun) : undefined,
      }),
      ...rounds.map(round => put('talks', round)),
    ],
    erase: talks.filter(round => round.number > last).map(({ id }) => ({ kind: 'talks', id })),
    history: [{ what: ids[TELL] ? 'event.round' : 'event.talks', about: [event.id] }],
  };
}

const talkOrder = (event: string, person: string): LetterOrder => ({
  letter: 'event.talk',
  ids: { event },
  to: { person },
  id: `event.talk-${event}-${person}`,
});

export const roundJob = jobOf({
  name: 'event.round',
  gather: {
    plan: gatherPlan,
    start: (): Gathered => ({ here: [], people: [], lists: [] }),
    take: (turn, _ids, memory) => gatherTake(turn, memory),
  },
  write: {
    plan: writePlan,
    step: (turn: Writing, ids: Ids, gathered: Gathered, after) => {
      const { event, told } = turn.open;
      if (event?.state !== 'planned') return { changes: {}, after: undefined };
      if (!tellingFrom(after).isTelling)
        return { changes: drawnUp(turn, ids, gathered), after: ids[TELL] ? TELL : undefined };
      const letters = told.map(({ person }) => talkOrder(event.id, person));
      const further = turn.more['told'];
      return { changes: { letters }, after: further === undefined ? undefined : `${TELL}~${further}` };
    },
  },
});

/** Orders the talks from a round on; with `tell`, this round begins with it. */
export function roundOrder(turn: Turn, event: string, from: number, tell: boolean) {
  return {
    job: 'event.round',
    ids: { event, from: String(from), ...(tell ? { [TELL]: 'yes' } : {}) },
    id: turn.id('round'),
  };
}

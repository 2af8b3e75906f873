// Which pairs of a page are still possible at the moment of release, and the proposals they become. Nobody gets more than they have places for (R16).
import { unregistered } from '../../scheme/coordinators.ts';
import { closedTo } from '../../scheme/ends.ts';
import type { Pairing, Person, Registration, Run } from '../../scheme/kinds.ts';
import { answerDates, newProposal } from '../../scheme/proposals.ts';
import { excludes, hasPlace, takePlace } from '../../scheme/sealed.ts';
import type { PairRow } from './kept.ts';
import { pairKey } from './pages.ts';
import type { Releasing } from './release.ts';

export type Made = { row: PairRow; pairing: Pairing };
export type NewProposals = { made: Made[]; skipped: PairRow[]; registrations: Registration[] };

export function newProposals(
  turn: Releasing,
  run: Run,
  rows: readonly PairRow[],
  apart: ReadonlySet<string>,
): NewProposals {
  const made: Made[] = [];
  const skipped: PairRow[] = [];
  /** Places given away on this page, by registration. */
  const given = new Map<string, number>();
  for (const row of rows) {
    const wanted = [`${row.mentee}-mentee`, `${row.mentor}-mentor`];
    const asked = apart.has(pairKey(row.mentee, row.mentor)) ? undefined : whoIsAsked(turn, row);
    if (!asked || !wanted.every(id => hasPlace(placeAt(turn, id), given.get(id) ?? 0))) {
      skipped.push(row);
      continue;
    }
    for (const id of wanted) given.set(id, (given.get(id) ?? 0) + 1);
    made.push({ row, pairing: proposalFor(turn, run, row, asked) });
  }
  const registrations = [...given].flatMap(([id, places]) => {
    const place = placeAt(turn, id);
    return place ? [takePlace(place, places)] : [];
  });
  return { made, skipped, registrations };
}

const placeAt = ({ open }: Releasing, id: string) => open.places.find(place => place.id === id);
const personAt = ({ open }: Releasing, id: string) => open.people.find(person => person.id === id && !person.goneAt);
const listAt = ({ open }: Releasing, id: string) => open.lists.find(list => list.id === id);

/** The mentee, if both are there and neither has put the other on their list since the preview (R12). */
function whoIsAsked(turn: Releasing, { mentee, mentor }: PairRow): Person | undefined {
  const [one, other] = [personAt(turn, mentee), personAt(turn, mentor)];
  if (!one || !other || one.id === other.id) return undefined;
  const isBarred = excludes(listAt(turn, mentee), other) || excludes(listAt(turn, mentor), one);
  return isBarred ? undefined : one;
}

function proposalFor(turn: Releasing, run: Run, { mentee, mentor }: PairRow, asked: Person): Pairing {
  const lists = { mentorList: listAt(turn, mentor), menteeList: listAt(turn, mentee) };
  return newProposal(
    {
      id: turn.id(`pairing:${mentee}:${mentor}`),
      mentee,
      mentor,
      run: run.id,
      closedTo: closedTo({ mentee, mentor }, lists, [...turn.open.coordinators, ...unregistered(turn.scheme)]),
    },
    turn.now,
    answerDates(turn.now, turn.scheme, asked),
  );
}

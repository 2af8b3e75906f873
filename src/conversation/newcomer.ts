// Somebody the scheme does not know yet: the records that come into being together when the first thing about them is kept.
import { isZone } from '../scheme/calendar.ts';
import { withCoordinatorKnown } from '../scheme/coordinators.ts';
import type { Notebook, Person } from '../scheme/kinds.ts';
import { type Put, put } from './outcome.ts';
import type { Turn } from './turn.ts';

/** The person who acts: as on record, or as they begin. `isNew` asks for `newcomerPuts` in the same commit. */
export function whoActs(turn: Turn): { person: Person; isNew: boolean } {
  if (turn.actor.person) return { person: turn.actor.person, isNew: false };
  const { account, profile, emailHash } = turn.actor;
  const person: Person = {
    id: turn.id('person'),
    accounts: [account],
    name: profile?.name ?? '',
    ...(profile?.email ? { email: profile.email } : {}),
    ...(emailHash ? { emailHash } : {}),
    zone: profile?.zone && isZone(profile.zone) ? profile.zone : turn.scheme.zone,
    hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    joinedAt: turn.now,
    mention: false,
    checkins: 'channel',
    notices: [],
    prompts: [],
  };
  return { person, isNew: true };
}

/** The writes for a new person; `early` is what they had begun before (the notebook kept under their account), which goes on in their own. */
export function newcomerPuts(turn: Turn, person: Person, early: Notebook | undefined): Put[] {
  const own = { id: person.id, person: person.id };
  const { account } = turn.actor;
  return [
    put('account', { id: account, person: person.id }),
    put('person', person),
    put('notebook', { drafts: {}, reviews: {}, exits: {}, ...early, ...own }),
    ...(turn.scheme.coordinators.includes(account)
      ? [put('scheme', withCoordinatorKnown(turn.scheme, account, person))]
      : []),
  ];
}

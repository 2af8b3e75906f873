// What the pages of one event open for the one who acts: the event, their registrations and sign-up, and who waits for a place.
import type { Ids } from '../../conversation/notice.ts';
import { mine, type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { mayAttend, noSeats } from '../../scheme/events.ts';
import type { Seats, SignUp } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';

/** Somebody further down the list is not told their number. */
const COUNTED = 40;

export const eventIn = (ids: Ids): string => ids['event'] ?? 'none';
export const roles: readonly Role[] = ['mentor', 'mentee'];

export const minePlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  seats: one('seats', eventIn(ids)),
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
  signup: one('signup', mine(`-${eventIn(ids)}`)),
  waitingMentors: sealedPage('signup', 'signup.waiting', {
    of: `${eventIn(ids)}:mentor`,
    max: COUNTED,
    oldestFirst: true,
  }),
  waitingMentees: sealedPage('signup', 'signup.waiting', {
    of: `${eventIn(ids)}:mentee`,
    max: COUNTED,
    oldestFirst: true,
  }),
});
export type MineTurn = Turn<Opened<ReturnType<typeof minePlan>>>;

export const waitingFor = ({ open }: MineTurn, role: Role) =>
  role === 'mentor' ? open.waitingMentors : open.waitingMentees;

/** The roles in which this person may come. */
export function rolesOf({ open, actor }: MineTurn): Role[] {
  return roles.filter(role => open[role]?.person === actor.person?.id && mayAttend(open[role]));
}

/** My own sign-up; co-ordinators may open everybody's, but here they are people like others. */
export function mySignUp({ open, actor }: MineTurn): SignUp | undefined {
  return open.signup && open.signup.person === actor.person?.id ? open.signup : undefined;
}

export const seatsOf = ({ open }: MineTurn): Seats => open.seats ?? noSeats(open.event?.id ?? 'none');

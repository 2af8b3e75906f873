// A held notice given to whom it is for: released by a co-ordinator, or because one of them has told the other one in person. By itself it goes out in dates.ts.
import type { Changes } from '../../conversation/outcome.ts';
import { put } from '../../conversation/outcome.ts';
import type { Day } from '../../scheme/calendar.ts';
import { noticeGiven } from '../../scheme/ends.ts';
import type { Exit, Pairing } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { noticeOrders } from './end.ts';

/** The side of whoever did not end it. */
const otherSide = ({ person, mentor }: Exit): Role => (person === mentor ? 'mentee' : 'mentor');

/** Both sides once each, in the order they are always named in. */
const withSide = (before: Exit['spokeWith'], side: Role): Role[] =>
  (['mentor', 'mentee'] as const).filter(one => one === side || before?.includes(one));

/** That a co-ordinator has told the other one on this day, and so has spoken with them (F21). */
export const toldRecord = (exit: Exit, toldOn: Day): Exit => ({
  ...exit,
  toldOn,
  spokeWith: withSide(exit.spokeWith, otherSide(exit)),
});

/** The notice goes out, with what takes a planned meeting out of the other one's calendar. It is written also to whoever has been told: that is where their next steps are. */
export function releasing(pairing: Pairing, toldOn?: Day): Changes & { pairing: Pairing } {
  const given: Pairing = { ...noticeGiven(pairing), ...(toldOn === undefined ? {} : { toldOn }) };
  return {
    pairing: given,
    put: [put('pairing', given)],
    letters: pairing.noticeTo === undefined ? [] : noticeOrders(pairing, pairing.noticeTo),
    history: [{ what: 'notice.released', about: [pairing.id] }],
  };
}

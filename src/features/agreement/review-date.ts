// The day on which the two wished to look at their new direction: both are reminded, once, within what may be asked of anybody (R42). Also where a scheme does without agreements: a new direction needs none.
import { agreedWord } from '../../conversation/agreed.ts';
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Ids, open } from '../../conversation/notice.ts';
import { put } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import { DAY, intoWorkingHours } from '../../scheme/calendar.ts';
import type { Person } from '../../scheme/kinds.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';
import { inForce } from './rules.ts';

/** Somebody who was asked something else just now is reminded a little later; after three weeks it has lost its meaning. */
const LATE = 21 * DAY;

export const reviewDate = dateOf({
  what: 'agreement.review',
  plan: ids => ({
    pairing: one('pairing', ids['id'] ?? 'none'),
    mentor: one('person', via('pairing', 'mentor')),
    mentee: one('person', via('pairing', 'mentee')),
  }),
  decide: ({ open: { pairing, mentor, mentee }, now, scheme }) => {
    if (pairing?.reviewAt === undefined || pairing.reviewAt > now || !isRunning(pairing.state)) return undefined;
    const wants = (person: Person | undefined): person is Person =>
      person !== undefined && person.goneAt === undefined && person.checkins !== 'none';
    const people = [mentor, mentee].filter(wants);
    // Both on the same day, since they look at it together.
    const isFree = people.every(person => mayPrompt(person, now, scheme));
    if (!isFree && now < (pairing.reviewLateAt ?? Infinity))
      return {
        put: [put('pairing', { ...pairing, reviewAt: now + DAY, reviewLateAt: pairing.reviewLateAt ?? now + LATE })],
      };
    const told = isFree ? people : [];
    return {
      put: [
        put('pairing', { ...pairing, reviewAt: undefined, reviewLateAt: undefined }),
        ...told.map(person => put('person', prompted(person, now, scheme))),
      ],
      letters: told.map(person => ({
        letter: 'agreement.review',
        ids: { pairing: pairing.id },
        to: { person: person.id },
        id: `agreement.review-${pairing.id}-${person.id}`,
        notBefore: intoWorkingHours(now, person.zone, person.hours, scheme.closedDays),
      })),
    };
  },
});

export const reviewLetter = letterOf({
  name: 'agreement.review',
  class: 'nudge',
  plan: (ids: Ids) => ({
    pairing: one('pairing', ids['pairing'] ?? 'none'),
    agreement: one('agreement', ids['pairing'] ?? 'none'),
  }),
  draw: ({ open: { pairing, agreement }, scheme }) =>
    pairing && isRunning(pairing.state) && inForce(agreement)?.terms.direction
      ? {
          text: says.something,
          buttons: [
            open(says.open, agreedWord(scheme), { pairing: pairing.id }, 'primary'),
            open(says.fewer, 'me.reminders'),
          ],
        }
      : undefined,
});

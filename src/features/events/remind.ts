// Two working days before an event: those who have a place are reminded, in their own working hours (R58). It is a meeting they planned, so it counts against no budget.
import { dateOf, jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { put } from '../../conversation/outcome.ts';
import { one, page, some, via } from '../../conversation/plan.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import { eventIn } from './mine.ts';

const PEOPLE_A_STEP = 60;

export const remindDate = dateOf({
  what: 'event.remind',
  plan: ids => ({ event: one('event', ids['id'] ?? 'none') }),
  decide: ({ open: { event }, now }) => {
    if (event?.state !== 'planned' || event.remindAt === undefined || event.remindAt > now) return undefined;
    return {
      put: [put('event', { ...event, remindAt: undefined })],
      jobs: [{ job: 'event.remind', ids: { event: event.id }, id: `event.remind-${event.id}-${event.revision}` }],
    };
  },
});

export const remindJob = jobOf({
  name: 'event.remind',
  write: {
    plan: (ids: Ids, after: string | undefined) => ({
      signups: page('signup', 'signup.of', { of: eventIn(ids), max: PEOPLE_A_STEP, after, oldestFirst: true }),
      people: some('person', via('signups', 'person')),
    }),
    step: (turn, ids, _result: unknown) => {
      const { signups, people } = turn.open;
      const coming = people.filter(
        person => !person.goneAt && signups.some(one_ => one_.person === person.id && one_.state === 'in'),
      );
      return {
        changes: {
          letters: coming.map(person => ({
            letter: 'event.reminder',
            ids: { event: eventIn(ids) },
            to: { person: person.id },
            id: `event.reminder-${eventIn(ids)}-${person.id}`,
            notBefore: intoWorkingHours(turn.now, person.zone, person.hours, turn.scheme.closedDays),
          })),
        },
        after: turn.more['signups'],
      };
    },
  },
});

// The letters about meetings: a neutral line and a button; what it is about is read on its page. And the reminder, two working days before (B10, B11, R29).
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, open } from '../../conversation/notice.ts';
import { type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, some, via } from '../../conversation/plan.ts';
import type { Meeting, Person } from '../../scheme/kinds.ts';
import { reminderFor } from '../../scheme/meetings.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

const something = (pairing: string): Notice => ({
  text: says.something,
  buttons: [open(says.open, 'meeting', { pairing }, 'primary')],
});

/** Something has changed about the next meeting: one message, however often it changes before it is sent. */
export const newsOrder = (pairing: string, to: string): LetterOrder => ({
  letter: 'meeting.news',
  ids: { pairing },
  to: { person: to },
  id: `meeting.news-${pairing}-${to}`,
});

const reminderId = (meeting: string, person: string): string => `meeting.reminder-${meeting}-${person}`;
/** The reminders of a meeting, to be taken back when its time changes. */
export const reminderIds = ({ id, mentor, mentee }: Meeting): string[] =>
  [mentor, mentee].map(who => reminderId(id, who));

export const newsLetter = letterOf({
  name: 'meeting.news',
  class: 'answer',
  plan: (ids: Ids) => ({ pairing: one('pairing', ids['pairing'] ?? 'none') }),
  draw: ({ open: { pairing } }) => (pairing && isRunning(pairing.state) ? something(pairing.id) : undefined),
});

/** Whoever is there and has not chosen to get no such messages. */
const isReachable = (person: Person): boolean => person.goneAt === undefined && person.checkins !== 'none';

export const remindDate = dateOf({
  what: 'meeting.remind',
  plan: ids => ({
    meeting: one('meeting', ids['id'] ?? 'none'),
    pairing: one('pairing', via('meeting', 'pairing')),
    mentors: some('person', via('meeting', 'mentor')),
    mentees: some('person', via('meeting', 'mentee')),
  }),
  decide: ({ open: { meeting, pairing, mentors, mentees }, now, scheme }) => {
    if (meeting?.state !== 'planned' || meeting.remindAt === undefined || meeting.remindAt > now) return undefined;
    const isWanted = scheme.meetingReminders && pairing !== undefined && isRunning(pairing.state);
    const people = isWanted ? [...mentors, ...mentees].filter(isReachable) : [];
    return {
      put: [put('meeting', { ...meeting, remindAt: undefined })],
      letters: people.flatMap((person): LetterOrder[] => {
        const time = { at: meeting.at ?? now, since: meeting.changedAt ?? now };
        const when = reminderFor(person, time, now, scheme.closedDays);
        if (when === undefined) return [];
        return [
          {
            letter: 'meeting.reminder',
            ids: { meeting: meeting.id, at: String(meeting.at) },
            to: { person: person.id },
            id: reminderId(meeting.id, person.id),
            notBefore: when,
          },
        ];
      }),
    };
  },
});

/** True only while the meeting stands at the time it was ordered for. */
export const reminderLetter = letterOf({
  name: 'meeting.reminder',
  class: 'nudge',
  plan: (ids: Ids) => ({
    meeting: one('meeting', ids['meeting'] ?? 'none'),
    pairing: one('pairing', via('meeting', 'pairing')),
  }),
  draw: ({ open: { meeting, pairing }, now }, ids): Notice | undefined => {
    const isTrue =
      meeting?.state === 'planned' && String(meeting.at) === ids['at'] && (meeting.at ?? 0) > now && pairing;
    if (!isTrue || !isRunning(pairing.state)) return undefined;
    const { text, buttons = [] } = something(pairing.id);
    return { text, buttons: [...buttons, open(says.fewer, 'me.reminders')] };
  },
});

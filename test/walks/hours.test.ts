// Whatever Mentor writes to people by itself reaches them inside their own working hours: for somebody in Auckland who works three short days, and somebody in Newfoundland who works two (R58).
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../src/conversation/outcome.ts';
import { DAY, HOUR, type Hours, isWorkingDay, wallClock } from '../../src/scheme/calendar.ts';
import type { Person, Registration, Scheme } from '../../src/scheme/kinds.ts';
import { usualPoints } from '../../src/scheme/records/evaluations.ts';
import { accountOf, samAndAlex, somebody } from '../features/people.ts';
import { type aPairing, aRegistration } from '../features/records.ts';
import { aStory, type Story } from '../features/story.ts';
import { aPerson, NOW } from '../features/turn.ts';

const begun: Story[] = [];
afterEach(async () => {
  for (const story of begun.splice(0)) await story.close();
});

type Life = { zone: string; hours: Hours };
const auckland: Life = { zone: 'Pacific/Auckland', hours: { days: [2, 3, 4], from: '10:00', to: '14:00' } };
const newfoundland: Life = { zone: 'America/St_Johns', hours: { days: [1, 5], from: '08:30', to: '11:30' } };
const lives: Record<string, Life> = { sam: auckland, alex: newfoundland };
const closedDays = ['2026-12-25', '2026-12-28', '2027-01-01'];
const sam = accountOf('sam');
const alex = accountOf('alex');
const P1 = { pairing: 'P1' };

const asThemselves = (more: Partial<Person> = {}): Put[] => [
  put('person', aPerson('sam', 'Sam Okoro', { ...auckland, ...more })),
  put('person', aPerson('alex', 'Alex Reed', { ...newfoundland, ...more })),
];
/** The newest record of an id stands in the place of the one before. */
const last = (records: Put[]): Put[] => [...new Map(records.map(one => [`${one.kind}/${one.value.id}`, one])).values()];

async function begin(records: Put[], scheme: Partial<Scheme> = {}, person: Partial<Person> = {}): Promise<Story> {
  const quiet = { closedDays, evaluations: [], closings: false, checkinWeeks: 0, ...scheme };
  const story = await aStory(last([...records, ...asThemselves(person)]), quiet);
  begun.push(story);
  return story;
}
const paired = (more: Parameters<typeof aPairing>[2] = {}): Put[] =>
  samAndAlex({ state: 'active', met: 2, agreedAt: NOW - 9 * DAY, activeAt: NOW - 9 * DAY, ...more });
const inPool = (role: 'mentor' | 'mentee', person: string, more: Partial<Registration> = {}): Put[] => [
  ...somebody(person, person),
  put('registration', aRegistration(person, role, more)),
];

const letterOf = (id: string): string => /^(checkin\.follow-up|[a-z]+\.[a-z]+)/.exec(id)?.[0] ?? 'another';
/** What was sent to the two by itself, and what of it came outside their hours. */
function sent(story: Story): { letters: string[]; outside: string[] } {
  const all = story.box.messages.flatMap(({ to, id, at }) => {
    const life = lives[to === sam ? 'sam' : to === alex ? 'alex' : ''];
    return life ? [{ letter: letterOf(id), at, ...life }] : [];
  });
  const outside = all.filter(({ at, zone, hours }) => {
    const { day, time } = wallClock(at, zone);
    return !isWorkingDay(day, closedDays, hours.days) || time < hours.from || time > hours.to;
  });
  const said = ({ letter, at, zone }: (typeof all)[number]): string => {
    const { day, time } = wallClock(at, zone);
    return `${letter} on ${day} at ${time}`;
  };
  return { letters: [...new Set(all.map(({ letter }) => letter))].sort(), outside: outside.map(said) };
}

/** What becomes due, at an hour at which both are asleep or at home, and what is to be written then. */
const stories: Record<string, { letters: string[]; tell: () => Promise<Story> }> = {
  'check-ins in the direct chat': {
    letters: ['checkin.direct'],
    tell: async () => {
      const story = await begin(paired(), { checkinWeeks: 4, nextRoundAt: NOW + 11 * HOUR }, { checkins: 'direct' });
      await story.later(70 * DAY);
      return story;
    },
  },
  'the follow-up to a check-in': {
    letters: ['checkin.follow-up'],
    tell: async () => {
      const story = await begin(paired(), { checkinWeeks: 4, nextRoundAt: NOW + 11 * HOUR });
      await story.later(40 * DAY);
      return story;
    },
  },
  'how it goes': {
    letters: ['evaluation.ask'],
    tell: async () => {
      const evaluations = usualPoints.map(point => ({ ...point, rule: 'required' as const }));
      const story = await begin(paired({ introducedAt: NOW + 5 * HOUR, evaluating: false }), { evaluations });
      await story.later(500 * DAY);
      return story;
    },
  },
  'the agreed end': {
    letters: ['closing.ask', 'closing.done'],
    tell: async () => {
      const story = await begin(paired({ endsOn: '2026-12-20' }), { closings: true });
      await story.later(90 * DAY);
      return story;
    },
  },
  'an end that nobody told them of': {
    letters: ['exit.notice'],
    tell: async () => {
      const held = { notice: 'held', noticeTo: 'sam', noticeReleaseAt: NOW + 7 * HOUR, endedBy: 'alex' } as const;
      const story = await begin(paired({ state: 'ended-early', endedAt: NOW - DAY, lastDay: '2026-11-22', ...held }));
      await story.later(20 * DAY);
      return story;
    },
  },
  'whether to offer again, and whether still there': {
    letters: ['offer.ask', 'offer.still'],
    tell: async () => {
      const asks = { state: 'resting', freeAgain: 'ask', availableFrom: '2026-12-05' } as const;
      const story = await begin([...inPool('mentor', 'sam', asks), ...inPool('mentee', 'alex', { waitingSince: NOW })]);
      await story.later(500 * DAY);
      return story;
    },
  },
  'a proposal that waits, and that nobody answered': {
    letters: ['proposal.ended', 'proposal.reminder'],
    tell: async () => {
      const due = { remindAt: NOW + 8 * HOUR, deadlineAt: NOW + 9 * DAY };
      const story = await begin(paired({ state: 'mentee-yes', introducedAt: undefined, ...due }));
      await story.later(30 * DAY);
      return story;
    },
  },
  'a meeting to come, and its review': {
    letters: ['meeting.reminder', 'review.offer'],
    tell: async () => {
      const story = await begin(paired());
      const form = await story.open(alex, 'checkin.plan', P1);
      await story.send(alex, form, { day: '2026-12-14', time: '19:00' });
      await story.settle();
      story.box.messages.splice(0);
      await story.later(60 * DAY);
      return story;
    },
  },
  'a day to look at an objective, and a new direction': {
    letters: ['agreement.review', 'objective.ask'],
    tell: async () => {
      const objective = {
        ...{ id: 'O1', pairing: 'P1', mentor: 'sam', mentee: 'alex', at: NOW, state: 'running' as const },
        ...{ title: 't', specific: 's', measure: 'm', due: '2027-03-31', reviewOn: '2026-12-02' },
        ...{ steps: [], evidence: [], comments: [], reviews: [], askAt: NOW + 9 * DAY },
      };
      const terms = { purpose: 'p', direction: 'Shorter meetings', reviewOn: '2026-12-23' };
      const versions = [{ number: 1, terms, agreedAt: NOW - DAY, workingTime: false }];
      const story = await begin([
        ...paired({ reviewAt: NOW + 30 * DAY + 11 * HOUR }),
        put('objective', objective),
        put('agreement', { id: 'P1', mentor: 'sam', mentee: 'alex', revision: 1, versions }),
      ]);
      await story.later(60 * DAY);
      return story;
    },
  },
  'a pause that is over': {
    letters: ['me.back'],
    tell: async () => {
      const paused = { state: 'paused', formerState: 'available', pausedUntil: '2026-12-06' } as const;
      const story = await begin([...inPool('mentor', 'sam', paused), ...inPool('mentee', 'alex', paused)]);
      await story.later(40 * DAY);
      return story;
    },
  },
  'a registration, or a question, that waits longer': {
    letters: ['accept.longer', 'contact.still'],
    tell: async () => {
      const waits = { state: 'submitted', escalateAt: NOW + 6 * HOUR } as const;
      const inquiry = { id: 'Q1', person: 'alex', text: 'q', urgent: false, at: NOW, answerBy: '2026-11-24' };
      const open = { ...inquiry, state: 'open' as const, escalated: false, closedTo: [], escalateAt: NOW + 6 * HOUR };
      const story = await begin([...inPool('mentor', 'sam', waits), ...inPool('mentee', 'alex'), put('inquiry', open)]);
      await story.later(30 * DAY);
      return story;
    },
  },
  'training that counts for some time only': {
    letters: ['training.again', 'training.over'],
    tell: async () => {
      const runs = { training: 'attended', trainingAt: NOW - 300 * DAY, trainingAskAt: NOW + 6 * HOUR } as const;
      const more = { ...runs, trainingEndsAt: NOW + 40 * DAY };
      const scheme = { trainingMentor: 'required', trainingMentee: 'required', trainingMonths: 12 } as Partial<Scheme>;
      const story = await begin([...inPool('mentor', 'sam', more), ...inPool('mentee', 'alex', more)], scheme);
      await story.later(90 * DAY);
      return story;
    },
  },
};

describe('R58: people are written to in their own zone and inside their working hours', () => {
  test.each(Object.entries(stories))('%s', async (_what, { letters, tell }) => {
    const { letters: found, outside } = sent(await tell());
    expect(outside).toEqual([]);
    expect(found).toEqual(letters);
  });
});

// The form of an event, for co-ordinators: announcing a new one, and changing one that is planned.
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form, Problems } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { type Changes, next, type Outcome, put } from '../../conversation/outcome.ts';
import { type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { addDays, dayOf, type Instant, instantAt, wallClock } from '../../scheme/calendar.ts';
import { eventTimes, takesSignUps } from '../../scheme/events.ts';
import type { MatchingEvent } from '../../scheme/kinds.ts';
import { desk, form, labels } from './desk-messages.ts';
import { eventIn } from './mine.ts';
import { postOrder } from './post.ts';
import { tellOrder } from './tell.ts';

const everybody = { optional: false, seenBy: 'everybody' } as const;
const maybe = { optional: true, seenBy: 'everybody' } as const;
const number = (words: { label: string; hint?: string }, from: number, to: number) =>
  ({ kind: 'number', ...words, from, to, ...everybody }) as const;

const fieldsFrom = (today: string) =>
  ({
    title: { kind: 'text', ...form.title, max: 75, lines: false, ...everybody },
    day: { kind: 'date', ...form.day, from: today, to: addDays(today, 730), ...everybody },
    time: { kind: 'time', ...form.time, ...everybody },
    lasts: number(form.lasts, 15, 600),
    place: { kind: 'text', ...form.place, max: 150, lines: false, ...maybe },
    link: { kind: 'link', ...form.link, ...maybe },
    mentors: number(form.mentors, 1, 1000),
    mentees: number(form.mentees, 1, 1000),
    talkMinutes: number(form.talkMinutes, 2, 60),
  }) as const;
type EventFields = ReturnType<typeof fieldsFrom>;
type Given = AnswersOf<EventFields>;

const today = (turn: Turn): string => dayOf(turn.now, turn.scheme.zone);
const when = (turn: Turn, given: Given): Instant => instantAt(given.day, given.time, turn.scheme.zone);

function problemsIn(turn: Turn, given: Given): Problems | undefined {
  if (when(turn, given) <= turn.now) return { time: form.later };
  return given.place || given.link ? undefined : { place: form.somewhere };
}

type Wanted = Pick<
  MatchingEvent,
  'title' | 'at' | 'lasts' | 'place' | 'link' | 'places' | 'talkMinutes' | 'endsAt' | 'remindAt'
>;

function wanted(turn: Turn, given: Given): Wanted {
  const { title, lasts, place, link, mentors, mentees, talkMinutes } = given;
  const at = when(turn, given);
  return {
    title,
    at,
    lasts,
    place,
    link,
    places: { mentor: mentors, mentee: mentees },
    talkMinutes,
    ...eventTimes(at, lasts, turn.now, turn.scheme),
  };
}

const usual = { time: '14:00', lasts: 90, mentors: 12, mentees: 12, talkMinutes: 8 };

export const newPage = pageOf({
  word: 'event.new',
  for: 'coordinator',
  plan: () => ({}),
  show: (turn): Form<EventFields> | View =>
    turn.scheme.ready
      ? {
          title: form.newTitle,
          intro: [text(form.newLead)],
          fields: fieldsFrom(today(turn)),
          values: usual,
          submit: labels.announce,
          back: { word: 'events' },
        }
      : { title: form.newTitle, parts: [text(form.notOpen)], back: { word: 'events' } },
  take: (turn, _ids, given): Outcome => {
    const problems = problemsIn(turn, given);
    if (problems) return { problems };
    const event: MatchingEvent = {
      id: turn.id('event'),
      ...wanted(turn, given),
      state: 'planned',
      by: turn.actor.account,
      announcedAt: turn.now,
      revision: 0,
      rounds: 0,
      begun: 0,
      working: false,
      drawnUp: 0,
    };
    return {
      changes: {
        put: [put('event', event)],
        letters: [postOrder(event.id, 'post')],
        history: [{ what: 'event.announced', about: [event.id] }],
      },
      screen: next('event.desk', { event: event.id }),
    };
  },
});

const changePlan = (ids: Ids) => ({ event: one('event', eventIn(ids)) });
type ChangeTurn = Turn<Opened<ReturnType<typeof changePlan>>>;

/** What people who signed up would want to hear of; more or fewer places are not it. */
function isNews(before: MatchingEvent, after: MatchingEvent): boolean {
  return (['title', 'at', 'lasts', 'place', 'link'] as const).some(field => before[field] !== after[field]);
}

/** Places may have been added, so the waiting list is gone through in any case. */
function changing(before: MatchingEvent, after: MatchingEvent, now: Instant): Changes {
  const news = isNews(before, after);
  return {
    put: [put('event', news ? { ...after, changedAt: now } : after)],
    letters: [postOrder(after.id, 'update')],
    jobs: [tellOrder(after, news ? 'changed' : 'places')],
    history: [{ what: 'event.changed', about: [after.id] }],
  };
}

function valuesOf(turn: ChangeTurn, event: MatchingEvent) {
  const { title, at, lasts, place, link, places, talkMinutes } = event;
  return {
    title,
    ...wallClock(at, turn.scheme.zone),
    lasts,
    ...(place ? { place } : {}),
    ...(link ? { link } : {}),
    mentors: places.mentor,
    mentees: places.mentee,
    talkMinutes,
  };
}

export const changePage = pageOf({
  word: 'event.change',
  for: 'coordinator',
  plan: changePlan,
  show: (turn, ids): Form<EventFields> | View => {
    const { event } = turn.open;
    const back = { word: 'event.desk', ids: { event: eventIn(ids) } };
    if (!event || !takesSignUps(event, turn.now)) return { title: form.changeTitle, parts: [text(desk.gone)], back };
    return {
      title: form.changeTitle,
      intro: [text(form.changeLead)],
      fields: fieldsFrom(today(turn)),
      values: valuesOf(turn, event),
      submit: labels.save,
      back,
    };
  },
  take: (turn, ids, given): Outcome => {
    const { event } = turn.open;
    const to = next('event.desk', { event: eventIn(ids) });
    if (!event || !takesSignUps(event, turn.now)) return { screen: to };
    if (turn.changed('event', event.id)) return { problems: { title: form.meanwhile } };
    // Whoever changes something while it is running cannot be asked for a time that is still to come.
    const problems = when(turn, given) === event.at ? undefined : problemsIn(turn, given);
    if (problems) return { problems };
    const after: MatchingEvent = { ...event, ...wanted(turn, given), revision: event.revision + 1 };
    return { changes: changing(event, after, turn.now), screen: to };
  },
});

// The form of a session, for co-ordinators: announcing a new one (also in one press from what people ask for), and changing one that is planned.
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form, Problems } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { type Changes, next, type Outcome, put } from '../../conversation/outcome.ts';
import { counts, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { addDays, dayOf, type Instant, instantAt, wallClock } from '../../scheme/calendar.ts';
import { eventTimes } from '../../scheme/events.ts';
import type { Scheme, Session } from '../../scheme/kinds.ts';
import { labelOf } from '../../scheme/options.ts';
import { takesBookings } from '../../scheme/sessions.ts';
import { askedFor, SUPPORT, supportOptions } from '../../scheme/support.ts';
import { desk, form, labels } from './desk-messages.ts';
import { inviting } from './invite.ts';
import { sessionIn } from './mine.ts';
import { tellOrder } from './tell.ts';

const everybody = { optional: false, seenBy: 'everybody' } as const;
const maybe = { optional: true, seenBy: 'everybody' } as const;

const fieldsFrom = (today: string, scheme: Scheme) =>
  ({
    what: { kind: 'choice', ...form.what, options: form.whats, ...everybody },
    title: { kind: 'text', ...form.title, max: 75, lines: false, ...everybody },
    topic: { kind: 'choice', ...form.topic, options: supportOptions(scheme), ...maybe },
    day: { kind: 'date', ...form.day, from: today, to: addDays(today, 730), ...everybody },
    time: { kind: 'time', ...form.time, ...everybody },
    lasts: { kind: 'number', ...form.lasts, from: 10, to: 600, ...everybody },
    place: { kind: 'text', ...form.place, max: 150, lines: false, ...maybe },
    link: { kind: 'link', ...form.link, ...maybe },
    places: { kind: 'number', ...form.places, from: 1, to: 1000, ...everybody },
  }) as const;
type SessionFields = ReturnType<typeof fieldsFrom>;
type Given = AnswersOf<SessionFields>;

const today = (turn: Turn): string => dayOf(turn.now, turn.scheme.zone);
const when = (turn: Turn, given: Given): Instant => instantAt(given.day, given.time, turn.scheme.zone);

function problemsIn(turn: Turn, given: Given): Problems | undefined {
  if (when(turn, given) <= turn.now) return { time: form.later };
  return given.place || given.link ? undefined : { place: form.somewhere };
}

function wanted(turn: Turn, given: Given) {
  const { what, title, topic, lasts, place, link, places } = given;
  const at = when(turn, given);
  const times = eventTimes(at, lasts, turn.now, turn.scheme);
  return { what: what as Session['what'], title, topic, at, lasts, place, link, places, ...times };
}

const newPlan = () => ({ counted: counts(SUPPORT) });
type NewTurn = Turn<Opened<ReturnType<typeof newPlan>>>;

/** A topic that is asked for, as the button of it names it; whatever else stands there is left alone. */
const topicAsked = ({ open, scheme }: NewTurn, key: string | undefined): string | undefined =>
  askedFor(open.counted, scheme).find(option => option.key === key)?.key;

function usual(turn: NewTurn, topic: string | undefined) {
  const common = { time: '14:00', lasts: 60, places: 20 };
  if (topic === undefined) return common;
  const title = [...labelOf(supportOptions(turn.scheme), topic)].slice(0, 75).join('');
  return { ...common, what: 'topic', title, topic };
}

function newForm(turn: NewTurn, ids: Ids): Form<SessionFields> | View {
  const { scheme } = turn;
  const topic = topicAsked(turn, ids['topic']);
  const back = { word: topic === undefined ? 'training' : 'training.asked' };
  if (!scheme.ready || !scheme.sessions)
    return { title: form.newTitle, parts: [text(scheme.ready ? form.off : form.notOpen)], back };
  return {
    title: form.newTitle,
    intro: [text(topic === undefined ? form.newLead : form.askedLead)],
    fields: fieldsFrom(today(turn), scheme),
    values: usual(turn, topic),
    submit: labels.announce,
    back,
  };
}

export const newPage = pageOf({
  word: 'session.new',
  for: 'coordinator',
  plan: newPlan,
  show: newForm,
  take: (turn, _ids, given): Outcome => {
    if (!turn.scheme.ready || !turn.scheme.sessions) return { screen: next('training') };
    const problems = problemsIn(turn, given);
    if (problems) return { problems };
    const { session, jobs } = inviting({
      id: turn.id('session'),
      ...wanted(turn, given),
      ...(topicAsked(turn, given.topic) === undefined ? {} : { asked: true }),
      state: 'planned',
      by: turn.actor.account,
      announcedAt: turn.now,
      revision: 0,
    });
    return {
      changes: {
        put: [put('session', session)],
        jobs,
        history: [{ what: 'session.announced', about: [session.id] }],
      },
      screen: next('session.desk', { session: session.id }),
    };
  },
});

const changePlan = (ids: Ids) => ({ session: one('session', sessionIn(ids)) });
type ChangeTurn = Turn<Opened<ReturnType<typeof changePlan>>>;

/** What people who signed up would want to hear of; more or fewer places are not it. */
function isNews(before: Session, after: Session): boolean {
  return (['title', 'at', 'lasts', 'place', 'link', 'what'] as const).some(field => before[field] !== after[field]);
}

/** Places may have been added, so the waiting list is gone through in any case; and the topic may be another one now. */
function changing(before: Session, after: Session, now: Instant): Changes {
  const news = isNews(before, after);
  const { session, jobs } = inviting(news ? { ...after, changedAt: now } : after, before);
  return {
    put: [put('session', session)],
    jobs: [tellOrder(after, news ? 'changed' : 'places'), ...jobs],
    history: [{ what: 'session.changed', about: [after.id] }],
  };
}

function valuesOf(turn: ChangeTurn, session: Session) {
  const { what, title, topic, at, lasts, place, link, places } = session;
  return {
    what,
    title,
    ...(topic && supportOptions(turn.scheme).some(({ key }) => key === topic) ? { topic } : {}),
    ...wallClock(at, turn.scheme.zone),
    lasts,
    ...(place ? { place } : {}),
    ...(link ? { link } : {}),
    places,
  };
}

export const changePage = pageOf({
  word: 'session.change',
  for: 'coordinator',
  plan: changePlan,
  show: (turn, ids): Form<SessionFields> | View => {
    const { session } = turn.open;
    const back = { word: 'session.desk', ids: { session: sessionIn(ids) } };
    if (!session || !takesBookings(session, turn.now))
      return { title: form.changeTitle, parts: [text(desk.gone)], back };
    return {
      title: form.changeTitle,
      intro: [text(form.changeLead)],
      fields: fieldsFrom(today(turn), turn.scheme),
      values: valuesOf(turn, session),
      submit: labels.save,
      back,
    };
  },
  take: (turn, ids, given): Outcome => {
    const { session } = turn.open;
    const to = next('session.desk', { session: sessionIn(ids) });
    if (!session || !takesBookings(session, turn.now)) return { screen: to };
    if (turn.changed('session', session.id)) return { problems: { title: form.meanwhile } };
    // Whoever changes something while it is running cannot be asked for a time that is still to come.
    const problems = when(turn, given) === session.at ? undefined : problemsIn(turn, given);
    if (problems) return { problems };
    const after: Session = { ...session, ...wanted(turn, given), revision: session.revision + 1 };
    return { changes: changing(session, after, turn.now), screen: to };
  },
});

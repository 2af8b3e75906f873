// Pausing until a day (A11), and coming back on it (A12). Running pairings are untouched.
import { dateOf, pageOf } from '../../conversation/feature.ts';
import type { Fields, Form } from '../../conversation/form.ts';
import { open, text, type View } from '../../conversation/notice.ts';
import { next, put } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import { mayPause, paused, returned } from '../../scheme/absence.ts';
import { addDays, type Day, dayOf, intoWorkingHours } from '../../scheme/calendar.ts';
import { digestOrder } from '../../scheme/joining.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { type MyTurn, myPlan } from './me-page.ts';
import { as, labels, pause } from './messages.ts';

const YEAR = 366;

function fieldsFor(today: Day, pausable: readonly Registration[]): Fields {
  const until = {
    kind: 'date',
    ...pause.until,
    from: addDays(today, 1),
    to: addDays(today, YEAR),
    optional: false,
    seenBy: 'self',
  } as const;
  if (pausable.length < 2) return { until };
  const options = pausable.map(({ role }) => ({ key: role, label: as[role] }));
  return { until, roles: { kind: 'choices', ...pause.roles, options, optional: false, seenBy: 'none' } };
}

function pauseForm(turn: MyTurn, role: string | undefined): Form | View {
  const pausable = turn.open.registrations.filter(mayPause);
  if (pausable.length === 0) {
    return { title: pause.title, parts: [text(pause.nothing)], buttons: [open(labels.home, 'home')] };
  }
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  return {
    title: pause.title,
    intro: [text(pause.intro)],
    fields: fieldsFor(dayOf(turn.now, zone), pausable),
    values: pausable.length > 1 && pausable.some(one => one.role === role) ? ({ roles: [role] } as never) : {},
    submit: pause.submit,
    back: { word: 'me' },
  };
}

export const pausePage = pageOf({
  word: 'me.pause',
  also: ['pause'],
  for: 'member',
  plan: () => myPlan(),
  show: (turn, ids) => pauseForm(turn, ids['role']),
  take: (turn, _ids, answers) => {
    const pausable = turn.open.registrations.filter(mayPause);
    const { until, roles } = answers as unknown as { until: Day; roles?: string[] };
    const chosen = pausable.filter(one => pausable.length === 1 || roles?.includes(one.role));
    const after = chosen.map(one => paused(one, until));
    return {
      changes: {
        put: after.map(one => put('registration', one)),
        letters: [
          ...after.map(({ id }) => ({
            letter: 'me.away',
            ids: { registration: id },
            to: { channel: 'coordinators' as const },
            id: `me.away.${id}`,
          })),
          ...(chosen.some(one => one.state === 'submitted') ? [digestOrder('update')] : []),
        ],
        history: after.map(({ id }) => ({ what: 'registration.paused', about: [id] })),
      },
      screen: next('me'),
    };
  },
});

export const resumeRule = dateOf({
  what: 'registration.resume',
  plan: ids => ({
    registration: one('registration', ids['id'] ?? 'none'),
    person: one('person', via('registration', 'person')),
  }),
  decide: ({ open: { registration, person }, scheme, now }) => {
    if (registration?.state !== 'paused') return undefined;
    // Whoever is gone stays away until they say otherwise themselves.
    if (!person || person.goneAt) return { put: [put('registration', { ...registration, pausedUntil: undefined })] };
    const after = returned(registration, scheme, now);
    return {
      put: [put('registration', after)],
      letters: [
        {
          letter: 'me.back',
          ids: {},
          to: { person: after.person },
          id: `me.back.${after.person}`,
          // R58: in their own zone, inside their working hours.
          notBefore: intoWorkingHours(now, person.zone, person.hours, scheme.closedDays),
        },
        ...(after.state === 'submitted' ? [digestOrder('update')] : []),
      ],
      history: [{ what: 'registration.returned', about: [after.id] }],
    };
  },
});

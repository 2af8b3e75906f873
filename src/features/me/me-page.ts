// My own place in the scheme: how I stand in each role, and the ways to pause, return, be reminded otherwise, or leave.
import { pageOf } from '../../conversation/feature.ts';
import { type Button, buttons, heading, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { put, view } from '../../conversation/outcome.ts';
import { allOf, type Opened, me as self } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { mayPause, mayReturn, returned } from '../../scheme/absence.ts';
import { activePoints } from '../../scheme/evaluations.ts';
import { digestOrder } from '../../scheme/joining.ts';
import type { Person, Registration, Scheme } from '../../scheme/kinds.ts';
import { appOf } from '../../scheme/lanes.ts';
import { inWords } from '../../scheme/options.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { standsWith } from '../../scheme/sides.ts';
import { isLive } from '../../scheme/states.ts';
import { labels as accountLabels, accounts } from './accounts-messages.ts';
import { as, labels, me, reminders, standing } from './messages.ts';

export const myPlan = () => ({ registrations: allOf('registration', self, 4), pairings: allOf('pairing', self, 40) });
export type MyTurn = Turn<Opened<ReturnType<typeof myPlan>>>;

/** How a registration stands, in words; beside a pairing or a proposal, only what the person may know of that. */
function standingOf(turn: MyTurn, registration: Registration): string {
  const { state, role } = registration;
  if (state === 'available' || state === 'full' || state === 'resting') {
    const partner = standsWith(turn.open.pairings, turn.actor.person?.id, role);
    if (partner) return standing.beside[partner][role];
  }
  if (state === 'submitted') return standing.submitted(registration.answerBy);
  if (state === 'accepted') return standing.accepted[role];
  if (state === 'paused') return standing.paused(registration.pausedUntil);
  return state === 'available' || state === 'full' ? standing.pool : standing[state];
}

function roleParts(turn: MyTurn, registration: Registration): Part[] {
  const ids = { role: registration.role };
  const back = press(labels.back, 'me', 'return', ids, 'primary');
  const actions: Button[] = [
    ...(mayReturn(registration) ? [back] : []),
    ...(mayPause(registration)
      ? [open(mayReturn(registration) ? labels.otherDay : labels.pause, 'me.pause', ids)]
      : []),
    open(labels.status, 'register.status'),
    ...(mayPause(registration) ? [open(labels.matching, 'match.mine')] : []),
  ];
  return [heading(as[registration.role]), text(standingOf(turn, registration)), buttons(...actions)];
}

/** Whether anybody is asked how it goes here, or can have a certificate (R0). */
const asksHow = (scheme: Scheme): boolean => activePoints(scheme).length > 0 || scheme.certificates;

function accountParts({ accounts: own }: Person): Part[] {
  const apps = [...new Set(own.map(appOf))];
  return [
    heading(accounts.heading),
    text(accounts.line(inWords(apps))),
    buttons(open(accountLabels.accounts, 'me.accounts')),
  ];
}

function meView(turn: MyTurn, said?: string): View {
  const { actor } = turn;
  const { registrations } = turn.open;
  const { person } = actor;
  if (!person || registrations.length === 0)
    return {
      title: me.title,
      parts: [text(me.none), ...(person ? accountParts(person) : [])],
      buttons: [
        open(labels.register, 'register', {}, 'primary'),
        ...(person ? [] : [open(accountLabels.link, 'me.link')]),
      ],
    };
  const live = registrations.some(one => isLive(one.state));
  const isRhythm = hasCheckins(turn.scheme);
  const mention = isRhythm && person.mention ? ` ${reminders.mentioned}` : '';
  return {
    title: me.title,
    parts: [
      ...(said ? [text(said)] : []),
      text(me.lead),
      ...registrations.flatMap(one => roleParts(turn, one)),
      heading(me.reminders),
      text(`${(isRhythm ? reminders.says : reminders.saysWithout)[person.checkins]}${mention}`),
      buttons(open(labels.reminders, 'me.reminders')),
      ...accountParts(person),
      heading(me.kept),
      text(me.keptText),
      buttons(open(labels.stored, 'me.stored')),
    ],
    buttons: [
      ...(live ? [open(labels.profile, 'profile'), open(labels.leave, 'me.leave')] : []),
      ...(asksHow(turn.scheme) ? [open(labels.evaluation, 'evaluation')] : []),
      open(labels.home, 'home'),
    ],
  };
}

export const mePage = pageOf({
  word: 'me',
  also: ['availability', 'settings'],
  // Whoever is not known here may be so elsewhere, and finds the way to say so.
  for: 'anyone',
  help: 'My profile, pause or return, reminders, leaving',
  plan: myPlan,
  show: turn => meView(turn),
  press: {
    return: (turn, ids) => {
      const { open: opened, scheme, now } = turn;
      const before = opened.registrations.find(one => one.role === ids['role'] && mayReturn(one));
      if (!before) return { screen: view(meView(turn), { word: 'me' }) };
      const after = returned(before, scheme, now);
      const registrations = opened.registrations.map(one => (one === before ? after : one));
      return {
        changes: {
          put: [put('registration', after)],
          letters: after.state === 'submitted' ? [digestOrder('update')] : [],
          history: [{ what: 'registration.returned', about: [after.id] }],
        },
        screen: view(meView({ ...turn, open: { ...opened, registrations } }, me.returned), { word: 'me' }),
      };
    },
  },
});

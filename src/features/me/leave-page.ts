// Leaving the scheme at once, without a reason (A13); a running pairing is ended by its own form first.
import { pageOf } from '../../conversation/feature.ts';
import { endingProposals, proposalsPlan } from '../../conversation/leaving.ts';
import { myRunning } from '../../conversation/my-pairings.ts';
import { buttons, type Ids, open, type Part, press, row, text, type View } from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { allOf, type Opened, me as self, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { left, withPlaces } from '../../scheme/absence.ts';
import { digestOrder } from '../../scheme/joining.ts';
import type { Registration } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { isLive } from '../../scheme/states.ts';
import { labels, leave } from './messages.ts';

const leavePlan = () => ({
  registrations: allOf('registration', self, 4),
  ...proposalsPlan(self),
  mentorCards: some('card', via('pairings', 'mentor', '-mentor')),
  menteeCards: some('card', via('pairings', 'mentee', '-mentee')),
  mine: allOf('card', self, 4),
});
type LeaveTurn = Turn<Opened<ReturnType<typeof leavePlan>>>;

const here = { word: 'me.leave' };
const live = (turn: LeaveTurn): Registration[] => turn.open.registrations.filter(one => isLive(one.state));

/** Roles that can be left now: those without a running pairing. */
function freeRoles(turn: LeaveTurn): Role[] {
  const busy = myRunning(turn).map(mine => mine.side);
  return live(turn)
    .map(one => one.role)
    .filter(role => !busy.includes(role));
}

function leaveButtons(turn: LeaveTurn): Part[] {
  const roles = freeRoles(turn);
  const all = live(turn).length;
  const everything = press(leave.all, 'me.leave', 'leave', { role: 'both' }, 'danger');
  const single = roles.map(role => press(leave.one[role], 'me.leave', 'leave', { role }));
  const offered = [...(all > 1 ? single : []), ...(roles.length === all ? [everything] : [])];
  return offered.length > 0 ? [buttons(...offered)] : [];
}

function leaveView(turn: LeaveTurn, said?: string): View {
  if (live(turn).length === 0)
    return { title: leave.title, parts: [text(leave.nothing)], buttons: [open(labels.home, 'home')] };
  const running = myRunning(turn).map(({ called, pairing }) =>
    row(leave.running(called), open(leave.runningButton, 'exit', { pairing: pairing.id })),
  );
  return {
    title: leave.title,
    parts: [...(said ? [text(said)] : []), text(leave.lead), ...running, ...leaveButtons(turn)],
    back: { word: 'me' },
  };
}

function leaving(turn: LeaveTurn, goes: Registration[], person: NonNullable<Turn['actor']['person']>): Changes {
  const roles = goes.map(one => one.role);
  const ended = endingProposals(person.id, turn.open, turn.now, roles);
  const alone = live(turn).length === goes.length;
  const cards = turn.open.mine.filter(card => card.person === person.id && roles.includes(card.role));
  return together(ended.changes, {
    put: [
      ...goes.map(one => put('registration', withPlaces(left(one, turn.now), ended.freed))),
      ...(alone && person.mention ? [put('person', { ...person, mention: false })] : []),
    ],
    erase: cards.map(({ id }) => ({ kind: 'card' as const, id })),
    letters: [
      ...goes.map(({ id }) => ({
        letter: 'me.away',
        ids: { registration: id },
        to: { channel: 'coordinators' as const },
        id: `me.away.${id}`,
      })),
      ...(goes.some(one => one.state === 'submitted') ? [digestOrder('update')] : []),
    ],
    history: goes.map(({ id }) => ({ what: 'registration.left', about: [id] })),
  });
}

function leaveNow(turn: LeaveTurn, ids: Ids): Outcome {
  const { person } = turn.actor;
  const wanted = live(turn).filter(one => ids['role'] === 'both' || one.role === ids['role']);
  if (!person || wanted.length === 0) return { screen: view(leaveView(turn), here) };
  const free = freeRoles(turn);
  if (wanted.some(one => !free.includes(one.role))) return { screen: view(leaveView(turn, leave.first), here) };
  const stays = live(turn).length > wanted.length;
  const done: View = {
    title: leave.title,
    parts: [text(stays && wanted[0] ? leave.doneOne(wanted[0].role) : leave.done)],
    buttons: [open(labels.home, 'home')],
  };
  return { changes: leaving(turn, wanted, person), screen: view(done, here) };
}

export const leavePage = pageOf({
  word: 'me.leave',
  also: ['leave'],
  for: 'member',
  plan: leavePlan,
  show: turn => leaveView(turn),
  press: { leave: leaveNow },
});

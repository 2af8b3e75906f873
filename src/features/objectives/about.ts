// What the pages of objectives open, and which pairing and objective are meant.
import {
  chosenPairing,
  heldView,
  type MyPairing,
  myPairing,
  myRunning,
  pairingsPlan,
} from '../../conversation/my-pairings.ts';
import { type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Objective } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { isHeldFrom } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

/** As many as are listed; only so many may be on their way at once. */
export const LISTED = 12;
export const MOST_RUNNING = 5;

export const listPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  objectives: page('objective', 'objective.of', { of: ids['pairing'] ?? via('pairings', 'id'), max: LISTED }),
});
export type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

/** One objective, alone, so that its version is watched. */
export const onePlan = (ids: Ids) => ({ ...pairingsPlan(), objective: one('objective', ids['objective'] ?? 'none') });
export type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

export type About = { mine: MyPairing; zone: string; runs: boolean };
export type AboutOne = About & { objective: Objective };

/** Mine, unless its end is not mine to know yet: a page without its buttons would tell of it. */
function known(turn: ListTurn | OneTurn, id: string): MyPairing | undefined {
  const mine = myPairing(turn, id);
  return mine && !isHeldFrom(mine.pairing, turn.actor.person?.id) ? mine : undefined;
}

const zoneOf = ({ actor, scheme }: Turn): string => actor.person?.zone ?? scheme.zone;

/** The pairing whose objectives are meant: running, or ended, since what belongs to the two stays theirs to read (R48). Without its id only the newest can be. */
export function about(turn: ListTurn, ids: Ids): About | undefined {
  const id = ids['pairing'];
  const mine = chosenPairing(turn, id) ?? (id === undefined ? undefined : known(turn, id));
  if (!mine || (id === undefined && turn.open.pairings[0]?.id !== mine.pairing.id)) return undefined;
  const runs = isRunning(mine.pairing.state);
  const hasSome = turn.open.objectives.some(one_ => one_.pairing === mine.pairing.id);
  return runs || hasSome ? { mine, zone: zoneOf(turn), runs } : undefined;
}

/** The objective that is named, for one of its two people. */
export function aboutOne(turn: OneTurn): AboutOne | undefined {
  const { objective } = turn.open;
  const mine = objective && known(turn, objective.pairing);
  return mine && { mine, objective, zone: zoneOf(turn), runs: isRunning(mine.pairing.state) };
}

/** The same for whoever may do something with it: on this side, while the pairing runs and the objective is on its way. */
export function workingOn(turn: OneTurn, side: Role | 'either'): AboutOne | undefined {
  const found = aboutOne(turn);
  const isTheirs = found && (side === 'either' || found.mine.side === side);
  return found?.runs && isTheirs && found.objective.state === 'running' ? found : undefined;
}

export const at = ({ objective }: Pick<AboutOne, 'objective'>) => ({
  word: 'objective',
  ids: { pairing: objective.pairing, objective: objective.id },
});

export const goneView = (turn?: OneTurn): View =>
  (turn?.open.objective && heldView(turn, turn.open.objective.pairing)) ?? {
    title: says.oneTitle,
    parts: [text(says.gone)],
    buttons: [open(says.home, 'home')],
  };

/** Where no one pairing is meant: a choice, or that there is none. */
export function noneView(turn: ListTurn, ids: Ids): View {
  const held = heldView(turn, ids['pairing']);
  if (ids['pairing'] !== undefined) return held ?? goneView();
  const running = myRunning(turn);
  if (running.length === 0)
    return held ?? { title: says.title, parts: [text(says.none)], buttons: [open(says.home, 'home')] };
  const rows = running.map(({ called, pairing }) =>
    row(says.with(called), open(says.open, 'objectives', { pairing: pairing.id })),
  );
  return { title: says.title, parts: [text(says.which), ...rows] };
}

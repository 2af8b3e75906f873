// Something isn't working: people to talk to first, then honesty, a new direction, help, and the exit form, in the guidance's order; none of it is enforced (R41, R42, R52).
import { agreedPartWord } from '../../conversation/agreed.ts';
import { pageOf } from '../../conversation/feature.ts';
import { type MyPairing, myPairings, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Button, type Ids, list, note, open, text, type View } from '../../conversation/notice.ts';
import type { Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { quietMentor } from '../../conversation/whose-turn.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { isHeldFrom } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';
import { peopleParts } from './told.ts';

type DifficultyTurn = Turn<Opened<ReturnType<typeof pairingsPlan>>>;

const asBefore = (turn: DifficultyTurn): MyPairing[] =>
  myPairings(turn).filter(({ pairing }) => isRunning(pairing.state) || isHeldFrom(pairing, turn.actor.person?.id));

/** The pairing it is about. One whose end may not be known to this person yet looks as it did before. */
function aboutWhich(turn: DifficultyTurn, ids: Ids): MyPairing | undefined {
  const all = asBefore(turn);
  if (ids['pairing'] !== undefined) return all.find(mine => mine.pairing.id === ids['pairing']);
  return all.length === 1 ? all[0] : undefined;
}

function waysOut(turn: DifficultyTurn, mine: MyPairing | undefined): Button[] {
  if (!mine) {
    const exit = asBefore(turn).length > 0 ? [open(says.title, 'exit')] : [];
    return [open(says.ask, 'contact.ask', {}, 'primary'), ...exit, open(says.home, 'home')];
  }
  const ids = { pairing: mine.pairing.id };
  // A new direction needs no agreement before it (R42); somebody who does not know yet that it has ended is offered what they were before.
  return [
    open(says.help, 'contact.ask', { ...ids, about: 'difficulty' }, 'primary'),
    open(says.direction, agreedPartWord(turn.scheme), { ...ids, part: '4' }),
    ...(hasCheckins(turn.scheme) ? [open(says.pausePlan, 'checkin.pause', ids)] : []),
    open(says.end, 'exit', ids),
  ];
}

/** A neutral third person, where the scheme has named one. */
const arbiterIn = ({ scheme }: DifficultyTurn): string | undefined => scheme.arbiter?.name;

function show(turn: DifficultyTurn, ids: Ids): View {
  const mine = aboutWhich(turn, ids);
  // Whoever has no partner may be in need of somebody all the same, but of no advice about the two of them.
  const hasAny = asBefore(turn).length > 0;
  // R27: before the first meeting it is the mentor's to suggest one (R19), so this would not be true.
  const isLed = mine?.side === 'mentor' && mine.pairing.met > 0;
  return {
    title: says.difficultyTitle,
    parts: [
      text(hasAny ? says.difficultyIntro : says.difficultyNone),
      ...(mine && isLed ? [text(quietMentor(mine.called))] : []),
      ...peopleParts(turn.scheme),
      ...(hasAny
        ? [note(says.unsafe), list(says.steps(mine?.given ?? says.other, arbiterIn(turn)))]
        : [note(says.unsafeAlone)]),
    ],
    buttons: waysOut(turn, mine),
  };
}

export const difficultyPage = pageOf({ word: 'difficulty', for: 'anyone', plan: pairingsPlan, show });

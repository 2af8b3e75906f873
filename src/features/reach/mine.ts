// Whose page this is: the pairing that is meant, as long as it runs; where it does not, nothing can be sent or shared.
import { chosenPairing, heldView, type MyPairing, type pairingsPlan } from '../../conversation/my-pairings.ts';
import { open, text, type View } from '../../conversation/notice.ts';
import type { Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { says } from './messages.ts';

type Open = Opened<ReturnType<typeof pairingsPlan>>;

export const goneView = (): View => ({
  title: says.goneTitle,
  parts: [text(says.gone)],
  buttons: [open(says.home, 'home')],
});

/** Typed as a bare word: the page of the two has the buttons. */
const whichView = (): View => ({
  title: says.which,
  parts: [text(says.whichText)],
  buttons: [open(says.pair, 'pair', {}, 'primary')],
});

/** My running pairing of this id; or what is to be seen instead: there is nothing to do at present, or nothing here. */
export function mineOr(turn: Turn<Open>, id: string | undefined): MyPairing | View {
  if (id === undefined) return whichView();
  return chosenPairing(turn, id) ?? heldView(turn, id) ?? goneView();
}

export const isView = (found: MyPairing | View): found is View => 'title' in found;

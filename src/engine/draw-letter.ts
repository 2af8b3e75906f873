// Drawing a letter late: with what is on record now, for the one who receives it; and finding where it goes.
import type { Notice } from '../conversation/notice.ts';
import { one, type Plan } from '../conversation/plan.ts';
import type { Posted } from '../scheme/kinds.ts';
import { laneOf } from '../scheme/lanes.ts';
import { reachedBy } from '../scheme/reach.ts';
import type { Claimed } from '../store/store.ts';
import type { Payload } from './commit.ts';
import type { Core } from './core.ts';
import { type Opening, openPlan, turnOf, type Who } from './open.ts';

/** What is to be sent where; or why nothing is. */
export type Drawn =
  | { notice: Notice; to: string; posted: Posted | undefined; opening: Opening }
  /** Not true any more: it vanishes. */
  | { vanished: true }
  /** Another process holds that door. */
  | { lane: string }
  /** Nobody to send it to: no account, or the account is gone. */
  | { nobody: true };

/** A letter that is drawn and has somewhere to go. */
export type Sendable = Extract<Drawn, { notice: Notice }>;

function readerOf(to: Payload['to']): Who {
  if ('channel' in to) return { channel: to.channel };
  return to;
}

/** Reads the parcel of a claimed delivery. */
export function payloadOf(claimed: Claimed): Payload {
  return JSON.parse(claimed.delivery.payload) as Payload;
}

/** Opens what the letter needs, in one round trip, and draws it. Throws for a letter that no room draws. */
export async function drawLetter(core: Core, claimed: Claimed): Promise<Drawn> {
  const payload = payloadOf(claimed);
  const letter = core.letters.get(payload.letter);
  if (!letter) throw new Error(`no room draws the letter "${payload.letter}"`);
  const plan: Plan = letter.plan(payload.ids);
  const place = placeOf(payload);
  const opening = await openPlan(
    core,
    readerOf(payload.to),
    place ? { ...plan, '~posted': one('posted', place) } : plan,
  );
  // Where a message stands is nobody's to read, so no room is shown it; the engine itself may know.
  const posted = opening.held.get(`posted/${place}`)?.value as Posted | undefined;
  const address = addressOf(payload, opening, posted);
  if (address === undefined) return { nobody: true };
  if (address === 'taken off') return { vanished: true };
  if (!core.platforms.some(platform => platform.lanes().includes(laneOf(address)))) return { lane: laneOf(address) };
  if (payload.mode === 'delete') return { notice: { text: '' }, to: address, posted, opening };
  const turn = turnOf(opening, `letter:${claimed.delivery.id}`, { account: address });
  const notice = letter.draw(turn, payload.ids);
  return notice ? { notice, to: address, posted, opening } : { vanished: true };
}

function addressOf({ to, mode }: Payload, { me, scheme }: Opening, posted: Posted | undefined): string | undefined {
  if ('channel' in to) return to.address;
  if ('account' in to) return to.account;
  if (!me || me.goneAt) return undefined;
  // A message that stands is changed where it stands, whatever its receiver prefers by now.
  if (mode === 'post' || !posted) return reachedBy(me, scheme);
  return me.accounts.find(account => laneOf(account) === posted.lane) ?? 'taken off';
}

/** The name under which this delivery's message stands, each platform's copy under its own; empty for one that is not looked for again. */
export function placeOf(payload: Payload): string {
  if (!payload.place) return '';
  return 'channel' in payload.to ? `${payload.place}@${laneOf(payload.to.address)}` : payload.place;
}

// Drawing a letter late: with what is on record now, for the one who receives it; and finding where it goes.
import type { Notice } from '../conversation/notice.ts';
import { one, type Plan } from '../conversation/plan.ts';
import type { Posted } from '../scheme/kinds.ts';
import type { Claimed } from '../store/store.ts';
import type { Payload } from './commit.ts';
import { type Core, laneOf } from './core.ts';
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

/** The account through which a person is reached: one whose door is here, else their first. */
function accountOf(core: Core, accounts: string[]): string | undefined {
  const here = core.platforms.flatMap(platform => platform.lanes());
  return accounts.find(account => here.includes(laneOf(account))) ?? accounts[0];
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
  const address = addressOf(core, payload, opening);
  if (address === undefined) return { nobody: true };
  if (!core.platforms.some(platform => platform.lanes().includes(laneOf(address)))) return { lane: laneOf(address) };
  // Where a message stands is nobody's to read, so no room is shown it; the engine itself may know.
  const posted = opening.held.get(`posted/${place}`)?.value as Posted | undefined;
  if (payload.mode === 'delete') return { notice: { text: '' }, to: address, posted, opening };
  const turn = turnOf(opening, `letter:${claimed.delivery.id}`, { account: address });
  const notice = letter.draw(turn, payload.ids);
  return notice ? { notice, to: address, posted, opening } : { vanished: true };
}

function addressOf(core: Core, payload: Payload, opening: Opening): string | undefined {
  if ('channel' in payload.to) return payload.to.address;
  if ('account' in payload.to) return payload.to.account;
  return opening.me && !opening.me.goneAt ? accountOf(core, opening.me.accounts) : undefined;
}

/** The name under which this delivery's message stands, each platform's copy under its own; empty for one that is not looked for again. */
export function placeOf(payload: Payload): string {
  if (!payload.place) return '';
  return 'channel' in payload.to ? `${payload.place}@${laneOf(payload.to.address)}` : payload.place;
}

// What the outcome of a send means for its delivery: done, again after a while, or set aside. And where a message stands that was sent.
import type { Sent } from '../platforms/platform.ts';
import type { Posted } from '../scheme/kinds.ts';
import { laneOf } from '../scheme/lanes.ts';
import type { Claimed, Settlement } from '../store/store.ts';
import { moved } from './commit.ts';
import type { Core } from './core.ts';
import { payloadOf, placeOf, type Sendable } from './draw-letter.ts';
import { encode, placesOf } from './records.ts';

/** After so many attempts at something that goes wrong here, a delivery is set aside and the co-ordinators are told. */
export const MOST_ATTEMPTS = 12;
/** A platform may be gone for most of a day: an alert must outlive that. A nudge need not. */
export const MOST_WAITS = { must: 120, answer: 120, nudge: 12 };
const LONGEST_WAIT = 600_000;

const growing = (first: number, attempt: number): number => Math.min(LONGEST_WAIT, first * 2 ** (attempt - 1));
/** How long to wait after a refusal that named no time. */
export const backoff = (core: Core, attempt: number): number => growing(core.timing.backoffMs, attempt);

function standing(
  core: Core,
  claimed: Claimed,
  drawn: Sendable,
  sent: { channel: string; message: string },
): Settlement {
  const payload = payloadOf(claimed);
  if (!payload.place || payload.mode === 'update') return { how: 'done' };
  const id = placeOf(payload);
  const before = drawn.posted ? placesOf('posted', drawn.posted) : [];
  if (payload.mode === 'delete') return { how: 'done', deletes: [`posted/${id}`], listed: moved(before, []) };
  const stands = { id, lane: laneOf(drawn.to), ...sent, at: drawn.opening.now, people: [] };
  const posted: Posted = payload.pin ? { ...stands, pinned: true } : stands;
  const json = encode('posted', posted, core.vault, core.known);
  return { how: 'done', writes: [{ key: `posted/${id}`, json }], listed: moved(before, placesOf('posted', posted)) };
}

/** What a send's outcome means for its delivery. */
export function verdict(core: Core, claimed: Claimed, drawn: Sendable, sent: Sent): Settlement {
  if ('sent' in sent) return standing(core, claimed, drawn, sent.sent);
  const isLast = claimed.attempt >= MOST_WAITS[claimed.delivery.class];
  if ('unsure' in sent) {
    const afterMs = growing(core.timing.ambiguousMs, claimed.attempt);
    return isLast
      ? { how: 'dead', why: `unknown whether it arrived: ${sent.unsure}` }
      : { how: 'again', afterMs, certain: false, why: sent.unsure };
  }
  if ('refused' in sent) {
    if (sent.afterMs === undefined || isLast) return { how: 'dead', why: sent.refused };
    const afterMs = Math.max(sent.afterMs, backoff(core, claimed.attempt));
    return { how: 'again', afterMs, certain: true, why: sent.refused };
  }
  // An organisation that has switched us off may switch us on again: until then nothing is lost.
  if (sent.gone === 'bot' && !isLast)
    return { how: 'again', afterMs: backoff(core, claimed.attempt), certain: true, why: sent.why };
  return { how: 'dead', why: sent.why };
}

// From the outbox to the platforms: claim, draw late, look up what is in doubt, send, settle. The queue owns every retry.
import { errorKind, errorPlace, log } from '../log.ts';
import type { Ref, Sent } from '../platforms/platform.ts';
import { channelTrouble, laneTrouble } from '../scheme/channels.ts';
import type { Scheme } from '../scheme/kinds.ts';
import { laneOf } from '../scheme/lanes.ts';
import type { Claimed, Settlement } from '../store/store.ts';
import type { Payload } from './commit.ts';
import { type Core, doorOf, lanesHere } from './core.ts';
import { decideDate } from './date.ts';
import { type Drawn, drawLetter, payloadOf, type Sendable } from './draw-letter.ts';
import { sendOut } from './send-out.ts';
import { backoff, MOST_ATTEMPTS, MOST_WAITS, verdict } from './verdict.ts';

/** What cannot be read was not written by us; it is set aside like anything else that goes wrong. */
function parcelOf(claimed: Claimed): Payload | undefined {
  try {
    return payloadOf(claimed);
  } catch {
    return undefined;
  }
}

async function tell(core: Core, what: string, ids: Record<string, string>, op: string): Promise<void> {
  try {
    await decideDate(core, what, ids, op);
  } catch (error) {
    log('error', 'delivery.tell', { what, kind: errorKind(error) });
  }
}

/** What the co-ordinators hear of, beyond the delivery itself. */
async function afterwards(
  core: Core,
  claimed: Claimed,
  drawn: Drawn,
  sent: Sent | undefined,
  settlement: Settlement,
): Promise<void> {
  const { id } = claimed.delivery;
  const to = 'to' in drawn ? drawn.to : undefined;
  const parcel = parcelOf(claimed);
  if (!parcel) return;
  if (to && sent && 'sent' in sent && !('channel' in parcel.to)) core.homeChanged(to);
  if (sent && 'gone' in sent && to) {
    if (sent.gone === 'person') await tell(core, 'happening.person-gone', { account: to }, `gone:${id}`);
    if (sent.gone === 'channel') await tell(core, 'happening.channel-gone', { channel: to }, `gone:${id}`);
    if (sent.gone === 'bot') await tell(core, 'happening.bot-removed', { lane: laneOf(to) }, `gone:${id}`);
  }
  if (to && 'opening' in drawn && sent && 'sent' in sent && parcel.mode === 'post')
    await foundAgain(core, drawn.opening.scheme, to, `found:${id}`);
  if (settlement.how === 'dead' && claimed.delivery.class !== 'nudge') {
    const { letter, to: addressee } = parcel;
    const ids = { letter, why: sent && 'gone' in sent ? sent.gone : 'unknown', ...addresseeIds(addressee) };
    await tell(core, 'happening.undelivered', ids, `undelivered:${id}`);
  }
}

/** What was lost and takes messages again: not every platform tells of that. */
async function foundAgain(core: Core, scheme: Scheme, to: string, op: string): Promise<void> {
  const lane = laneOf(to);
  if (laneTrouble(lane) in scheme.troubles) await tell(core, 'happening.bot-back', { lane }, op);
  if (channelTrouble(to) in scheme.troubles) await tell(core, 'happening.channel-back', { channel: to }, op);
}

function addresseeIds(to: Payload['to']): Record<string, string> {
  if ('person' in to) return { person: to.person };
  return 'account' in to ? { account: to.account } : { channel: to.address };
}

/** An alert whose channel is gone goes to a co-ordinator directly: it must not be lost with the channel. */
async function rescue(core: Core, claimed: Claimed, drawn: Sendable): Promise<boolean> {
  const payload = payloadOf(claimed);
  if (
    !('channel' in payload.to) ||
    payload.to.channel !== 'coordinators' ||
    claimed.delivery.class !== 'must' ||
    payload.mode !== 'post'
  )
    return false;
  // Somebody who reads that channel, if there is one there.
  const { coordinators } = drawn.opening.scheme;
  const account = coordinators.find(one => laneOf(one) === laneOf(drawn.to)) ?? coordinators[0];
  if (!account) return false;
  const parcel: Payload = { ...payload, to: { account } };
  const op = `rescue:${claimed.delivery.id}`;
  const delivery = {
    id: `${claimed.delivery.id}.direct`,
    lane: laneOf(account),
    class: 'must' as const,
    replace: false,
    gate: `account:${account}`,
    gateMs: core.timing.gateMs,
    payload: JSON.stringify(parcel),
  };
  await core.store.commit({
    op: { id: op, answer: 'null' },
    checks: [],
    writes: [],
    deletes: [],
    listed: { add: [], remove: [] },
    counts: [],
    deliveries: [delivery],
    cancel: [],
    history: [],
  });
  return true;
}

/** Pinned where it stands, if that was asked for. Whether it works changes nothing about the message itself. */
async function pinned(core: Core, claimed: Claimed, drawn: Sendable, ref: Ref): Promise<void> {
  const { pin, mode } = payloadOf(claimed);
  if (!pin || mode !== 'post') return;
  const done = await doorOf(core, drawn.to)?.pin(ref);
  if (done && !('sent' in done)) log('warn', 'delivery.pin', { id: claimed.delivery.id, ...done });
}

/** Whether this account is gone, and its person has another. */
function isReachedElsewhere(claimed: Claimed, { opening }: Sendable, sent: Sent): boolean {
  const isGone = 'gone' in sent && sent.gone === 'person';
  return isGone && 'person' in payloadOf(claimed).to && (opening.me?.accounts.length ?? 0) > 1;
}

async function sendAndJudge(
  core: Core,
  claimed: Claimed,
  drawn: Sendable,
): Promise<{ settlement: Settlement; sent?: Sent }> {
  const sent = await sendOut(core, claimed, drawn);
  if (sent === 'nothing') {
    // The message it belongs to may still be on its way.
    return {
      settlement:
        claimed.attempt < 4
          ? { how: 'again', afterMs: backoff(core, claimed.attempt), certain: true, why: 'nothing stands there yet' }
          : { how: 'done' },
    };
  }
  const isLast = claimed.attempt >= MOST_WAITS[claimed.delivery.class];
  if (sent === 'give-up' || ('later' in sent && isLast))
    return { settlement: { how: 'dead', why: 'unknown whether it arrived' } };
  if ('later' in sent) {
    const afterMs = Math.max(sent.later, backoff(core, claimed.attempt));
    // Nothing was sent this time, so there is no doubt more than before.
    return { settlement: { how: 'again', afterMs, certain: true, why: 'cannot be asked yet whether it arrived' } };
  }
  if ('sent' in sent) await pinned(core, claimed, drawn, sent.sent);
  if (isReachedElsewhere(claimed, drawn, sent)) {
    // First it has to be known that this account is gone, or it would be tried again.
    await tell(core, 'happening.person-gone', { account: drawn.to }, `gone:${claimed.delivery.id}`);
    return { settlement: { how: 'relane', lane: 'people' }, sent };
  }
  if ('gone' in sent && sent.gone === 'channel' && (await rescue(core, claimed, drawn)))
    return { settlement: { how: 'done' }, sent };
  if ('gone' in sent && payloadOf(claimed).mode !== 'post') return { settlement: { how: 'done' }, sent };
  return { settlement: verdict(core, claimed, drawn, sent), sent };
}

async function judge(
  core: Core,
  claimed: Claimed,
  claimedAt: number,
): Promise<{ settlement: Settlement; sent?: Sent; drawn: Drawn }> {
  const drawn = await drawLetter(core, claimed);
  if ('vanished' in drawn) return { drawn, settlement: { how: 'done' } };
  if ('nobody' in drawn) return { drawn, settlement: { how: 'dead', why: 'nobody to send it to' } };
  if ('lane' in drawn) {
    // While it is not known where somebody is, any process may try, also one that holds the door it now goes to.
    const inDoubt = claimed.delivery.lane === 'people' && claimed.doubts > 0;
    return { drawn, settlement: { how: 'relane', lane: drawn.lane, ...(inDoubt ? { inDoubt } : {}) } };
  }
  // A process that was stopped for a while may have lost its lease: it must not send any more.
  if (performance.now() - claimedAt > core.timing.leaseMs / 3)
    return { drawn, settlement: { how: 'again', afterMs: 1, certain: true, why: 'came too late to its lease' } };
  return { drawn, ...(await sendAndJudge(core, claimed, drawn)) };
}

async function deliver(core: Core, claimed: Claimed, claimedAt: number): Promise<void> {
  const { id } = claimed.delivery;
  let judged: Awaited<ReturnType<typeof judge>>;
  try {
    judged = await judge(core, claimed, claimedAt);
  } catch (error) {
    log('error', 'delivery.error', { id, attempt: claimed.attempt, kind: errorKind(error), place: errorPlace(error) });
    log('debug', 'delivery.error.why', {
      id,
      message: error instanceof Error ? `${error.message} ${error.stack}` : String(error),
    });
    const settlement: Settlement =
      claimed.attempt >= MOST_ATTEMPTS
        ? { how: 'dead', why: errorKind(error) }
        : { how: 'again', afterMs: backoff(core, claimed.attempt), certain: true, why: errorKind(error) };
    judged = { settlement, drawn: { vanished: true } };
  }
  const held = await core.store.settle(id, claimed.token, judged.settlement);
  log('info', 'delivery', {
    id,
    letter: parcelOf(claimed)?.letter,
    attempt: claimed.attempt,
    how: judged.settlement.how,
    held,
  });
  if (held) await afterwards(core, claimed, judged.drawn, judged.sent, judged.settlement);
}

/** Sends what is due now; answers how many deliveries were taken up. */
export async function deliverDue(core: Core, most = 20): Promise<number> {
  const lanes = lanesHere(core);
  const claimedAt = performance.now();
  core.sending++;
  try {
    const claimed = await core.store.claim(lanes, core.timing.leaseMs, most);
    await Promise.all(claimed.map(one => deliver(core, one, claimedAt)));
    return claimed.length;
  } finally {
    core.sending--;
  }
}

// From the outbox to the platforms: claim, draw late, look up what is in doubt, send, settle. The queue owns every retry.

import type { Notice } from '../conversation/notice.ts';
import { text } from '../conversation/notice.ts';
import { sentences } from '../conversation/sentences.ts';
import { errorKind, errorPlace, log } from '../log.ts';
import type { Sent } from '../platforms/platform.ts';
import type { Claimed, Settlement } from '../store/store.ts';
import type { Payload } from './commit.ts';
import { type Core, doorOf, laneOf } from './core.ts';
import { decideDate } from './date.ts';
import { hashShort } from './draw-ids.ts';
import { type Drawn, drawLetter, payloadOf, placeOf } from './draw-letter.ts';
import { encode } from './records.ts';

/** After so many attempts at something that goes wrong here, or repeats of unknown outcome, a delivery is set aside and the co-ordinators are told. */
const MOST_ATTEMPTS = 12;
/** A platform may be gone for most of a day: an alert must outlive that. A nudge need not. */
const MOST_WAITS = { must: 120, answer: 120, nudge: 12 };
const LONGEST_WAIT = 600_000;

type Sendable = Extract<Drawn, { notice: Notice }>;

const growing = (first: number, attempt: number): number => Math.min(LONGEST_WAIT, first * 2 ** (attempt - 1));
const backoff = (core: Core, attempt: number): number => growing(core.timing.backoffMs, attempt);

/** What cannot be read was not written by us; it is set aside like anything else that goes wrong. */
function parcelOf(claimed: Claimed): Payload | undefined {
  try {
    return payloadOf(claimed);
  } catch {
    return undefined;
  }
}

/** What is known about an earlier attempt whose outcome was unknown. */
async function doubt(
  core: Core,
  claimed: Claimed,
  drawn: Sendable,
): Promise<'send' | 'send-marked' | { landed: Sent } | { later: number } | 'give-up'> {
  const payload = payloadOf(claimed);
  if (!claimed.ambiguous || payload.mode !== 'post') return 'send';
  const door = doorOf(core, drawn.to);
  const answer = await door?.find(drawn.to, claimed.delivery.id, claimed.firstAttemptAt - 60_000);
  if (answer && 'found' in answer) return { landed: { sent: answer.found } };
  if (answer && 'absent' in answer) return 'send';
  if (answer && 'later' in answer) return answer;
  // Where the platform cannot be asked at all: what must arrive is repeated and marked, a nudge is not.
  return claimed.delivery.class === 'nudge' || claimed.attempt > MOST_ATTEMPTS ? 'give-up' : 'send-marked';
}

function marked(notice: Notice, id: string): Notice {
  return {
    ...notice,
    parts: [...(notice.parts ?? [text(notice.text)]), { part: 'note', text: sentences.maybeRepeat(hashShort(id)) }],
  };
}

type SentOut = Sent | { later: number } | 'give-up' | 'nothing';

async function sendOut(core: Core, claimed: Claimed, drawn: Sendable): Promise<SentOut> {
  const payload = payloadOf(claimed);
  const door = doorOf(core, drawn.to);
  if (!door) throw new Error(`no door for ${laneOf(drawn.to)}`);
  const out = { id: claimed.delivery.id, notice: drawn.notice };
  const ref = drawn.posted && { channel: drawn.posted.channel, message: drawn.posted.message };
  if (payload.mode === 'update') return ref ? door.update(ref, out) : 'nothing';
  if (payload.mode === 'delete') return ref ? door.remove(ref) : 'nothing';
  const known = await doubt(core, claimed, drawn);
  if (known === 'give-up') return 'give-up';
  if (typeof known === 'object') return 'later' in known ? known : known.landed;
  return door.send(drawn.to, known === 'send-marked' ? { ...out, notice: marked(out.notice, out.id) } : out);
}

function standing(
  core: Core,
  claimed: Claimed,
  drawn: Sendable,
  sent: { channel: string; message: string },
): Settlement {
  const payload = payloadOf(claimed);
  if (!payload.place || payload.mode === 'update') return { how: 'done' };
  const id = placeOf(payload);
  if (payload.mode === 'delete') return { how: 'done', deletes: [`posted/${id}`] };
  const json = encode('posted', { id, lane: laneOf(drawn.to), ...sent, at: drawn.opening.now, people: [] }, core.vault);
  return { how: 'done', writes: [{ key: `posted/${id}`, json }] };
}

/** What a send's outcome means for its delivery. */
function verdict(core: Core, claimed: Claimed, drawn: Sendable, sent: Sent): Settlement {
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
  return { how: 'dead', why: sent.why };
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
  if (settlement.how === 'dead' && claimed.delivery.class !== 'nudge') {
    const { letter, to: addressee } = parcel;
    const ids = { letter, why: sent && 'gone' in sent ? sent.gone : 'unknown', ...addresseeIds(addressee) };
    await tell(core, 'happening.undelivered', ids, `undelivered:${id}`);
  }
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
  const account = drawn.opening.scheme.coordinators[0];
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
    return { settlement: { how: 'again', afterMs, certain: false, why: 'cannot be asked yet whether it arrived' } };
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
  if ('lane' in drawn) return { drawn, settlement: { how: 'relane', lane: drawn.lane } };
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
        : { how: 'again', afterMs: backoff(core, claimed.attempt), certain: !claimed.ambiguous, why: errorKind(error) };
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
  const lanes = ['people', ...core.platforms.flatMap(platform => platform.lanes())];
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

// Sending one drawn letter: first what is in doubt is looked up, so that nothing comes twice; then one try, never two.
import type { Notice } from '../conversation/notice.ts';
import { text } from '../conversation/notice.ts';
import { sentences } from '../conversation/sentences.ts';
import type { Sent } from '../platforms/platform.ts';
import { laneOf } from '../scheme/lanes.ts';
import type { Claimed } from '../store/store.ts';
import { type Core, doorOf } from './core.ts';
import { hashShort } from './draw-ids.ts';
import { payloadOf, type Sendable } from './draw-letter.ts';

/** What is known about an earlier attempt whose outcome was unknown. */
async function doubt(
  core: Core,
  claimed: Claimed,
  drawn: Sendable,
): Promise<'send' | 'send-marked' | { landed: Sent } | { later: number } | 'give-up'> {
  const payload = payloadOf(claimed);
  if (claimed.doubts === 0 || payload.mode !== 'post') return 'send';
  const door = doorOf(core, drawn.to);
  const answer = await door?.find(drawn.to, claimed.delivery.id, claimed.firstAttemptAt - 60_000);
  if (answer && 'found' in answer) return { landed: { sent: answer.found } };
  if (answer && 'absent' in answer) return 'send';
  if (answer && 'later' in answer) return answer;
  // Where the platform cannot be asked at all: what must arrive is repeated once and marked, a nudge is not.
  return claimed.delivery.class === 'nudge' || claimed.doubts > 1 ? 'give-up' : 'send-marked';
}

function marked(notice: Notice, id: string): Notice {
  return {
    ...notice,
    parts: [...(notice.parts ?? [text(notice.text)]), { part: 'note', text: sentences.maybeRepeat(hashShort(id)) }],
  };
}

/** `later`: it cannot be asked yet whether an earlier try arrived; `nothing`: no message stands there to be changed. */
type SentOut = Sent | { later: number } | 'give-up' | 'nothing';

/** One try. Throws only for what is our own mistake. */
export async function sendOut(core: Core, claimed: Claimed, drawn: Sendable): Promise<SentOut> {
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

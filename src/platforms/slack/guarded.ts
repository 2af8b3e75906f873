// Around each listener: whatever goes wrong inside, Slack is not left waiting.
import { errorKind, log } from '../../log.ts';
import { keep, type SlackDoor } from './door.ts';

/** Whatever goes wrong in a listener, Slack gets its acknowledgement: with an error handler Bolt would let it wait for three seconds. */
export async function guarded(
  door: SlackDoor,
  what: string,
  ack: () => Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await keep(door, work());
  } catch (error) {
    log('error', 'slack.listener', { what, kind: errorKind(error) });
    await ack().catch(() => {});
  }
}

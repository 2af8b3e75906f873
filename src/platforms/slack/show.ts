// Puts something before somebody's eyes: a window, the window that is open, or a message only they see. What and when is decided in answer.ts.
import type { ModalView } from '@slack/types';
import { errorKind, log } from '../../log.ts';
import { within } from '../within.ts';
import { fitting } from './check.ts';
import { keep, type SlackDoor } from './door.ts';
import type { Message } from './draw-notice.ts';
import { slackError } from './refusals.ts';
import { directChannel } from './send.ts';

/** Who is to be told, and the address for an answer beside what they did, if Slack gave one. */
export type Whisper = { user: string; responseUrl?: string };

/** `spent`: another copy of the same deed has opened its window already. */
export type Opened = { id: string } | 'spent' | 'no';

/** Opens a window; Slack takes a trigger only once and for three seconds. */
export async function openWindow(door: SlackDoor, trigger_id: string, view: ModalView): Promise<Opened> {
  try {
    const opening = door.interactions.views.open({ trigger_id, view: fitting(view) });
    const answer = await within(door.budgets.viewsOpenMs, keep(door, opening));
    return answer?.view?.id ? { id: answer.view.id } : 'no';
  } catch (error) {
    log('warn', 'slack.open', { kind: errorKind(error), why: slackError(error) });
    return slackError(error) === 'exchanged_trigger_id' ? 'spent' : 'no';
  }
}

/** `closed`: the person closed it meanwhile, or it shows something newer. */
export type Updated = 'shown' | 'closed' | 'no';

/** Turns an open window to another page. With `hash`, only if it still shows what that hash stands for. */
export async function updateWindow(door: SlackDoor, view_id: string, view: ModalView, hash?: string): Promise<Updated> {
  try {
    await door.interactions.views.update({ view_id, view: fitting(view), ...(hash ? { hash } : {}) });
    return 'shown';
  } catch (error) {
    const why = slackError(error);
    if (why === 'not_found' || why === 'hash_conflict') return 'closed';
    log('warn', 'slack.update', { kind: errorKind(error), why });
    return 'no';
  }
}

async function respond(door: SlackDoor, url: string, message: Message): Promise<boolean> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
    signal: AbortSignal.timeout(door.budgets.interactionMs),
  });
  return answer.ok;
}

/** Tells one person something in a direct message; used where nothing more private is at hand. Never throws. */
export async function writeTo(door: SlackDoor, user: string, message: Message): Promise<void> {
  try {
    const channel = await directChannel(door, user);
    await door.deliveries.chat.postMessage({ ...fitting(message), channel, unfurl_links: false, unfurl_media: false });
  } catch (error) {
    log('warn', 'slack.write', { kind: errorKind(error), why: slackError(error) });
  }
}

/** Tells one person something that nobody else sees: beside what they did, else in a direct message. Never throws. */
export async function whisper(door: SlackDoor, { user, responseUrl }: Whisper, message: Message): Promise<void> {
  try {
    if (responseUrl && (await respond(door, responseUrl, fitting(message)))) return;
  } catch (error) {
    log('warn', 'slack.respond', { kind: errorKind(error) });
  }
  await writeTo(door, user, message);
}

// The parts of Slack's payloads that we read, and what they mean: who, where, which deed. Nothing in them is trusted but the signature's word that they come from Slack.
import type { Target } from '../../conversation/notice.ts';
import type { Interaction } from '../platform.ts';
import { accountOf, type SlackDoor } from './door.ts';
import type { SentWindow } from './window.ts';

export type CommandBody = {
  user_id: string;
  channel_id: string;
  channel_name?: string;
  text?: string;
  trigger_id: string;
  response_url?: string;
};

export type PressBody = {
  user: { id: string };
  trigger_id: string;
  response_url?: string;
  container?: { type?: string; channel_id?: string };
  view?: SentWindow;
  actions: { action_id?: string; type?: string; value?: string; action_ts?: string }[];
};

export type ShortcutBody = { user: { id: string }; trigger_id: string };
export type SuggestBody = { user: { id: string }; block_id: string; value: string; view?: SentWindow };
export type TypedEvent = {
  channel?: string;
  channel_type?: string;
  user?: string;
  text?: string;
  ts?: string;
  subtype?: string;
  bot_id?: string;
};
export type HomeEvent = { user?: string; tab?: string };

type Where = Pick<Interaction, 'place' | 'channel'>;

const inChannel = (door: SlackDoor, id: string | undefined): Where =>
  !id || id.startsWith('D') ? { place: 'direct' } : { place: 'channel', channel: `slack/${door.team}/${id}` };

/** A typed command: its trigger is new each time it is typed, and the same in each copy. */
export function commandDeed(door: SlackDoor, body: CommandBody): Interaction {
  return {
    op: `slack:command:${body.trigger_id}`,
    account: accountOf(door, body.user_id),
    ...inChannel(door, body.channel_id),
    did: { what: 'word', text: body.text ?? '' },
  };
}

function pressedIn(door: SlackDoor, { view, container }: PressBody): Where {
  if (view) return { place: view.type === 'home' ? 'home' : 'window' };
  return inChannel(door, container?.channel_id);
}

/** A pressed button that leads somewhere. */
export function pressDeed(door: SlackDoor, body: PressBody, target: Target): Interaction {
  const { action_ts = '', action_id = '' } = body.actions[0] ?? {};
  return {
    op: `slack:press:${body.user.id}:${action_ts}:${action_id}`,
    account: accountOf(door, body.user.id),
    ...pressedIn(door, body),
    did: { what: 'press', target },
  };
}

export function shortcutDeed(door: SlackDoor, body: ShortcutBody): Interaction {
  return {
    op: `slack:shortcut:${body.trigger_id}`,
    account: accountOf(door, body.user.id),
    place: 'none',
    did: { what: 'word', text: '' },
  };
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Words somebody typed to the bot, with or without the command before them; undefined for anything else in a direct channel. */
export function typedDeed(
  door: SlackDoor,
  event: TypedEvent,
  command: string,
): (Interaction & { user: string }) | undefined {
  const { user, channel, ts, subtype, bot_id: bot, channel_type: kind, text = '' } = event;
  if (kind !== 'im' || !user || !channel || !ts || bot || user === door.botUser) return undefined;
  if (subtype !== undefined && subtype !== 'file_share') return undefined;
  const said = unescaped(text).trim();
  const after = said.toLowerCase().startsWith(command) ? said.slice(command.length) : said;
  return {
    // Copies of one message may come with different event ids; its place and time are its own.
    op: `slack:typed:${channel}:${ts}`,
    account: accountOf(door, user),
    place: 'direct',
    did: { what: 'word', text: after.trim() },
    user,
  };
}

// One human at their keyboard: everything a test or the demo page lets somebody do, and what that person can see.

import { idNamed } from './find.ts';
import { closeView, fill, submit } from './forms.ts';
import { giveCommand, openHome, press, shortcut, suggest } from './interactions.ts';
import { letIn } from './methods/conversations.ts';
import { isIn } from './methods/method.ts';
import { personMessage, postInto, sendEvent } from './posts.ts';
import { type Seen, type SeenView, seenView } from './seen.ts';
import type { Block, Message, Option } from './shapes.ts';
import type { Where } from './spots.ts';
import { richText } from './values.ts';
import { topView } from './view-stack.ts';
import type { Workspace } from './workspace.ts';
import { asSent, type Channel, directChannel, landed, type User } from './world.ts';

export type Person = {
  id: string;
  /** Types a command, in the direct channel with the bot unless another is named. */
  command(text: string, channelId?: string): Promise<Seen>;
  openHome(tab?: 'home' | 'messages'): Promise<Seen>;
  /** Presses by label or action_id. `value` chooses in a menu, or tells buttons of the same label apart; so does the block. */
  press(where: Where | { ts: string }, wanted: string, value?: unknown, blockId?: string): Promise<Seen>;
  fill(answers: Record<string, unknown>, where?: Where): Promise<Seen>;
  submit(): Promise<Seen>;
  /** Closes the window on top, or with true the whole pile. */
  closeView(all?: boolean): Promise<Seen>;
  view(): SeenView | undefined;
  home(): SeenView | undefined;
  /** The direct-message channel with the bot. */
  dm(): { id: string; messages: Message[] };
  messages(channelId: string): Message[];
  ephemerals(channelId?: string): Message[];
  /** Takes a message only this person sees away. */
  dismiss(ts: string): void;
  suggest(
    question: string,
    query: string,
    where?: Where,
  ): Promise<{ options: Option[]; error?: string; details?: string[] }>;
  joinChannel(channelId: string): void;
  leaveChannel(channelId: string): void;
  say(channelId: string, text: string, threadTs?: string): Message;
  shortcut(callbackId: string): Promise<Seen>;
};

function channelOf(ws: Workspace, user: User, name: string): Channel {
  const channel = ws.world.channels[idNamed(ws.world, name)];
  if (!channel?.members.includes(user.id)) throw new Error(`${user.realName} is not in ${name}`);
  return channel;
}

function say(ws: Workspace, user: User, channelId: string, text: string, threadTs: string | undefined): Message {
  const channel = channelOf(ws, user, channelId);
  if (channel.isArchived) throw new Error(`#${channel.name} is archived`);
  const message = personMessage(ws, user.id, text, [richText(text) as unknown as Block]);
  return asSent(postInto(ws, channel, threadTs === undefined ? message : { ...message, thread_ts: threadTs }));
}

function join(ws: Workspace, user: User, channelId: string): void {
  const channel = ws.world.channels[idNamed(ws.world, channelId)];
  if (channel?.kind !== 'public') throw new Error(`${user.realName} cannot join ${channelId} without an invitation`);
  letIn(ws, channel, user.id);
}

function leave(ws: Workspace, user: User, channelId: string): void {
  const channel = channelOf(ws, user, channelId);
  channel.members = channel.members.filter(each => each !== user.id);
  const channel_type = channel.kind === 'public' ? 'C' : 'G';
  if (isIn(ws, channel))
    sendEvent(ws, {
      type: 'member_left_channel',
      user: user.id,
      channel: channel.id,
      channel_type,
      team: ws.world.team.id,
    });
  ws.changed();
}

/** The driver of one person; throws when that person could not do such a thing in Slack. */
export function personOf(ws: Workspace, userId: string): Person {
  const user = ws.world.users[userId];
  if (!user || user.isBot || user.deleted) throw new Error(`Nobody can sit at the keyboard as ${userId}`);
  const dm = () => directChannel(ws.world, [ws.world.app.botUserId, userId]);
  return {
    id: userId,
    command: (text, channelId) =>
      giveCommand(ws, user, channelId === undefined ? dm() : channelOf(ws, user, channelId), text),
    openHome: tab => openHome(ws, user, tab),
    press: (where, wanted, value, blockId) =>
      press(ws, user, typeof where === 'string' ? where : where.ts, wanted, value, blockId),
    fill: (answers, where) => fill(ws, user, answers, where),
    submit: () => submit(ws, user),
    closeView: all => closeView(ws, user, all),
    view: () => {
      const top = topView(ws.world, userId);
      return top && seenView(top);
    },
    home: () => {
      const home = ws.world.homes[userId];
      return home && seenView(home);
    },
    dm: () => ({ id: dm().id, messages: landed(dm()).map(asSent) }),
    messages: channelId => landed(channelOf(ws, user, channelId)).map(asSent),
    ephemerals: channelId =>
      ws.world.ephemerals
        .filter(each => each.userId === userId && (channelId === undefined || each.channelId === channelId))
        .map(each => asSent(each.message)),
    dismiss: ts => {
      ws.world.ephemerals = ws.world.ephemerals.filter(each => each.userId !== userId || each.message.ts !== ts);
      ws.changed();
    },
    suggest: (question, query, where) => suggest(ws, user, question, query, where),
    joinChannel: channelId => join(ws, user, channelId),
    leaveChannel: channelId => leave(ws, user, channelId),
    say: (channelId, text, threadTs) => say(ws, user, channelId, text, threadTs),
    shortcut: callbackId => shortcut(ws, user, callbackId),
  };
}

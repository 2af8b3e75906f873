// Words typed to the bot, in its own chat with somebody or by mention elsewhere. Private answers go to the own chat only.
import type { Notice } from '../../conversation/notice.ts';
import { within } from '../within.ts';
import type { Activity } from './activity.ts';
import { ask, type Question, sorryFor } from './ask.ts';
import { typedDeed } from './deeds.ts';
import type { TeamsDoor } from './door.ts';
import { doorstep } from './draw-notice.ts';
import { cardMessage, type Message } from './message.ts';
import { forSomebody } from './places.ts';
import { answerPress } from './presses.ts';
import { drawn, post } from './send.ts';
import { sentences } from './sentences.ts';
import { tell, tellHome, tellNotice } from './tell.ts';

/** What people write to begin with. */
const GREETING = /^(home|hi|hello|hey|start|menu)?$/i;

type Mentioned = { type?: string | undefined; text?: unknown; mentioned?: { id?: unknown } };

/** The words without the mention of the bot, as they were typed. */
export function wordsIn({ text = '', entities = [], recipient }: Activity): string {
  const ours = (entities as Mentioned[]).filter(
    ({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id,
  );
  const bare = ours.reduce((left, { text: at }) => (typeof at === 'string' ? left.replaceAll(at, ' ') : left), text);
  return bare
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where nothing private may be said: how to come to the own chat. */
async function pointToChat(door: TeamsDoor, activity: Activity, account: string): Promise<void> {
  const { conversation, serviceUrl: service, recipient } = activity;
  if (conversation.conversationType === 'personal') return;
  const place = { service, bot: recipient.id, aim: 'channel', conversation: conversation.id } as const;
  const message = await drawn(door, account, { text: sentences.openOurChat });
  await post(place, message, forSomebody(door));
}

async function said(door: TeamsDoor, question: Question): Promise<Message | Notice | undefined> {
  const { budgets } = door;
  const answer =
    (await within(budgets.patienceMs, ask(door, question))) ?? sorryFor(door, new Error('no answer in time'), question);
  const { reply, page } = answer;
  if (reply.show === 'close') return undefined;
  if (reply.show === 'say') return reply.notice;
  // A page is private: it opens from a button, or stands in the own chat where no dialogs are.
  return door.forms === 'chat' ? cardMessage(page.card, sentences.inOurChatSummary) : doorstep(reply.at);
}

async function answerWords(door: TeamsDoor, activity: Activity, account: string, text: string): Promise<void> {
  const interaction = typedDeed(door, activity, account, text);
  if (!door.once.first(interaction.op)) return;
  const told = GREETING.test(text)
    ? await tellHome(door, account)
    : await toldOf(door, account, await said(door, { interaction, way: 'chat' }));
  if (!told) await pointToChat(door, activity, account);
}

async function toldOf(door: TeamsDoor, account: string, answer: Message | Notice | undefined): Promise<boolean> {
  if (!answer) return true;
  return 'type' in answer ? tell(door, account, answer) : tellNotice(door, account, answer);
}

/** A button whose client opens no dialogs sends its data as a message. */
async function answerData(door: TeamsDoor, activity: Activity, account: string): Promise<void> {
  const shown = await answerPress(door, { activity, account, data: activity.value, way: 'chat', inDialog: false });
  if ('sentence' in shown) await tellNotice(door, account, { text: shown.sentence });
  else await tell(door, account, cardMessage(shown.page.card, sentences.inOurChatSummary));
}

/** Answers a message. */
export async function hearMessage(door: TeamsDoor, activity: Activity, account: string): Promise<void> {
  const text = wordsIn(activity);
  const isData = text === '' && typeof activity.value === 'object' && activity.value !== null;
  await (isData ? answerData(door, activity, account) : answerWords(door, activity, account, text));
}

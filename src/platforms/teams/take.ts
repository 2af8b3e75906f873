// What becomes of each kind of activity: which part of the door answers it, and how the answer is given to Teams. Whatever goes wrong, nobody is left before an error of Teams' own.
import { errorKind, errorPlace, log } from '../../log.ts';
import { within } from '../within.ts';
import type { Activity } from './activity.ts';
import type { Card } from './card.ts';
import { rememberFrom } from './contacts.ts';
import { accountIn, keep, type TeamsDoor } from './door.ts';
import { answerConsent } from './files.ts';
import { hearEvent } from './happenings.ts';
import { hearMessage } from './hear-words.ts';
import { type Attachment, attached, cardMessage } from './message.ts';
import { answerPress, type Pressed, type Shown } from './presses.ts';
import { sentences } from './sentences.ts';
import { homeIsNoMore, tell } from './tell.ts';
import { words } from './words.ts';

/** What a dialog shows: a page, only words, or nothing any more. */
export type DialogAnswer = { title: string; height: string; width: string; card: Attachment } | string | undefined;

const isRemoval = ({ type, action, membersRemoved = [], recipient }: Activity): boolean =>
  (type === 'installationUpdate' && action?.startsWith('remove') === true) ||
  membersRemoved.some(({ id }) => id === recipient.id);

async function remembered(door: TeamsDoor, activity: Activity): Promise<void> {
  if (isRemoval(activity)) return;
  try {
    await rememberFrom(door, activity);
  } catch (error) {
    log('warn', 'teams.remember', { kind: errorKind(error) });
  }
}

function noted(what: string, error: unknown): void {
  log('error', 'teams.activity', { what, kind: errorKind(error), place: errorPlace(error) });
}

/** Work whose end Teams need not wait for; it is told that all is well when most of its patience is gone. */
async function inTime(door: TeamsDoor, what: string, work: Promise<void>): Promise<void> {
  const safe = work.catch((error: unknown) => noted(what, error));
  await within(door.budgets.answerMs, keep(door, safe));
}

/** A message: typed words, or the data of a button. */
export async function takeMessage(door: TeamsDoor, activity: Activity): Promise<void> {
  await remembered(door, activity);
  const account = accountIn(door, activity);
  if (account) await inTime(door, 'message', hearMessage(door, activity, account));
}

/** Something happened around us. */
export async function takeEvent(door: TeamsDoor, activity: Activity): Promise<void> {
  await remembered(door, activity);
  await inTime(door, activity.type, hearEvent(door, activity));
}

/** An offered file was accepted or declined. */
export async function takeConsent(door: TeamsDoor, activity: Activity): Promise<void> {
  await remembered(door, activity);
  const account = accountIn(door, activity);
  if (account) await inTime(door, 'file', answerConsent(door, activity, account));
}

async function pressAnswered(
  door: TeamsDoor,
  activity: Activity,
  press: Omit<Pressed, 'account' | 'activity'>,
): Promise<Shown> {
  await remembered(door, activity);
  const account = accountIn(door, activity);
  if (!account) return { sentence: sentences.unknownSender };
  try {
    return await answerPress(door, { activity, account, ...press });
  } catch (error) {
    noted('press', error);
    return { sentence: door.host.sorry(error, `teams:press:${account}`).text };
  }
}

const thingIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** A dialog is opened, or something in it was pressed or sent. */
export async function takeDialog(door: TeamsDoor, activity: Activity, inDialog: boolean): Promise<DialogAnswer> {
  const data = thingIn(activity.value, 'data');
  const shown = await pressAnswered(door, activity, { data, way: 'dialog', inDialog });
  if ('sentence' in shown) return shown.sentence;
  if (shown.closed) return inDialog ? undefined : words.doneText;
  const { title, card, height, width } = shown.page;
  return { title, height, width, card: attached(card) };
}

/** A card's button was pressed that turns the card it stands on. Elsewhere than in the own chat the answer goes there. */
export async function takeExecute(door: TeamsDoor, activity: Activity): Promise<Card | string> {
  const data = thingIn(thingIn(activity.value, 'action'), 'data');
  const shown = await pressAnswered(door, activity, { data, way: 'chat', inDialog: false });
  const account = accountIn(door, activity);
  if ('sentence' in shown || !account) return 'sentence' in shown ? shown.sentence : sentences.unknownSender;
  const { card } = shown.page;
  if (activity.conversation.conversationType === 'personal') {
    await homeIsNoMore(door, account, activity.replyToId).catch((error: unknown) => noted('home', error));
    return card;
  }
  const told = await tell(door, account, cardMessage(card, sentences.inOurChatSummary));
  return told ? sentences.inOurChat : sentences.openOurChat;
}

// What Teams' errors mean for a message: certainly refused, never to be tried again, or not known. Whether to try again is the queue's to decide.
// The codes: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "Status codes".
import { errorKind, log } from '../../log.ts';
import type { Sent } from '../platform.ts';
import { CallError } from './call-error.ts';

/** When the other side named no time: the queue's own waits, which grow, are long enough. */
export const SOON_MS = 0;

/** Whom a message was for: what is gone depends on it. */
export type Aim = 'person' | 'channel';

type Judge = (error: CallError, aim: Aim) => Sent;
const gone: Judge = ({ code }, aim) => ({ gone: aim, why: code });
const never: Judge = ({ code }) => ({ refused: code });
const again: Judge = ({ code, afterMs = SOON_MS }) => ({ refused: code, afterMs });
const unsure: Judge = ({ code }) => ({ unsure: code });
const operators: Judge = error => {
  log('error', 'teams.credentials', {
    status: error.status,
    what: 'Teams does not take the bot’s credentials: look at the app id, its password and the bot’s registration',
  });
  return again(error, 'person');
};

/** Each reason Teams gives for a 403. */
const FORBIDDEN: Record<string, Judge> = {
  // The app was taken out of the chat or the team.
  BotNotInConversationRoster: gone,
  // Blocked or muted by the person, or by the channel's moderation.
  ConversationBlockedByUser: gone,
  MessageWritesBlocked: gone,
  // Neither installed for the person, nor in a team of theirs.
  ForbiddenOperationException: gone,
  BotDisabledByAdmin: ({ code }) => ({ gone: 'bot', why: code }),
  // Of a cloud that this address does not serve.
  InvalidBotApiHost: never,
};

/** For other reasons we may not write: a channel is lost then, so that what must be said is said elsewhere; of a person nothing is known by it, who may be of another tenant. */
const forbidden: Judge = (error, aim) => (aim === 'channel' ? gone : never)(error, aim);

const STATUS: Record<number, Judge> = {
  401: operators,
  403: (error, aim) => (FORBIDDEN[error.code] ?? forbidden)(error, aim),
  404: gone,
  410: gone,
  412: again,
  413: never,
  429: again,
  503: again,
};

/** What became of a message when a call ended with this error. */
export function sentAfter(error: unknown, aim: Aim): Sent {
  if (!(error instanceof CallError)) return { unsure: errorKind(error) };
  if (!error.wasSent) return again(error, aim);
  if (error.status === undefined) return unsure(error, aim);
  return (STATUS[error.status] ?? (error.status >= 500 ? unsure : never))(error, aim);
}

/** The same for a step before the message itself: whatever went wrong there, nothing was sent. */
export function sentBefore(error: unknown, aim: Aim): Sent {
  const sent = sentAfter(error, aim);
  return 'unsure' in sent ? { refused: sent.unsure, afterMs: SOON_MS } : sent;
}

/** Whether Teams says that something is not there. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof CallError && (error.status === 404 || error.status === 410);

// How the connector says no: a status, Microsoft's code and a sentence; the answer itself is written in connector.ts.

/** A call the connector refuses; thrown by operations, turned into the answer in one place. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** The states and sentences of learn.microsoft.com, "Status codes from bot conversational APIs". */
const KNOWN: Record<string, [status: number, message: string]> = {
  BadArgument: [400, 'Bad argument.'],
  BadSyntax: [400, 'Bad format of conversation ID.'],
  BotNotRegistered: [401, 'No registration found for this bot.'],
  BotDisabledByAdmin: [403, 'The tenant admin disabled this bot'],
  BotNotInConversationRoster: [403, 'The bot is not part of the conversation roster.'],
  ConversationBlockedByUser: [403, 'User blocked the conversation with the bot.'],
  MessageWritesBlocked: [403, 'Messages cannot be written to this conversation.'],
  ForbiddenOperationException: [403, "Bot is not installed in user's personal scope"],
  InvalidBotApiHost: [403, 'Invalid bot api host.'],
  NotEnoughPermissions: [403, 'The bot does not have permission to do this.'],
  ActivityNotFoundInConversation: [404, 'Activity not found.'],
  ConversationNotFound: [404, 'Conversation not found.'],
  MemberNotFoundInConversation: [404, 'The member was not found in the conversation.'],
  PreconditionFailed: [412, 'Precondition failed, please try again.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
  Throttled: [429, 'Too many requests.'],
  ServiceError: [502, 'A dependency did not answer.'],
};

/** A refusal by Microsoft's code; `because` says more than its usual sentence. */
export function refused(code: string, because?: string, retryAfter?: number): Refusal {
  const [status, message] = KNOWN[code] ?? [400, code];
  return new Refusal(status, code, because ?? message, retryAfter);
}

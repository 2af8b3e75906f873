// A real teams-ai bot on the other side of the Teams stand-in, with only what a test gives it; tokens are verified, offline.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Application, TeamsAdapter, type TurnState } from '@microsoft/teams-ai';
import { CardFactory, type ConversationReference, MemoryStorage, TurnContext } from 'botbuilder';
import { AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector';
import express from 'express';
import { startTeams, type TeamsStandIn, type TeamsStandInOptions } from '../../src/demo/teams/stand-in.ts';

/** A tenth of Teams' patience, so that tests need not wait for it; no limits but where a test asks for them. */
const QUICK = { invokeMs: 500, messageMs: 1500, settleMs: 500, sends: [[500, 1000]], perSecond: 5000 } as const;

const closers: (() => Promise<unknown>)[] = [];

/** Ends everything a test has started; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** A stand-in with Ada and Sam in it, who have the bot, and Kim, who has not; closed by `closeAll`. */
export async function aTenant(options: TeamsStandInOptions = {}): Promise<TeamsStandIn> {
  const teams = await startTeams({ ...options, timing: { ...QUICK, ...options.timing } });
  closers.push(() => teams.close());
  if (Object.keys(teams.world.users).length > 0) return teams;
  teams.addUser({ aadObjectId: 'ada', name: 'Ada Quill', hasBot: true });
  teams.addUser({ aadObjectId: 'sam', name: 'Sam Field', hasBot: true });
  teams.addUser({ aadObjectId: 'kim', name: 'Kim Ross' });
  return teams;
}

/** A token for the connector, as the login service hands it out. */
export async function aToken(teams: TeamsStandIn): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: teams.world.app.id,
    client_secret: 's',
  });
  const answer = await fetch(`${teams.url}/login/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

const credentialsOf = (teams: TeamsStandIn): ServiceClientCredentialsFactory => ({
  isValidAppId: async id => id === teams.world.app.id,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async request => {
      request.headers.set('authorization', `Bearer ${await aToken(teams)}`);
      return request;
    },
  }),
});

const configOf = (teams: TeamsStandIn) => ({
  MicrosoftAppId: teams.world.app.id,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: teams.world.tenant.id,
  ToChannelFromBotLoginUrl: `${teams.url}/login`,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToBotFromChannelOpenIdMetadataUrl: teams.openIdUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: teams.openIdUrl,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  ValidateAuthority: 'false',
});

export type App = Application<TurnState>;
export type Bot = {
  app: App;
  adapter: TeamsAdapter;
  /** What went wrong in turns, by code. */
  errors: string[];
  references: Partial<ConversationReference>[];
};

/** A started bot, known to the stand-in. */
export async function aBot(teams: TeamsStandIn, listen: (app: App, bot: Bot) => void): Promise<Bot> {
  const adapter = new TeamsAdapter(configOf(teams), credentialsOf(teams));
  const app: App = new Application({
    adapter,
    botAppId: teams.world.app.id,
    storage: new MemoryStorage(),
    startTypingTimer: false,
  });
  const bot: Bot = { app, adapter, errors: [], references: [] };
  adapter.onTurnError = async (_context, error) => {
    const { statusCode, code } = error as { statusCode?: number; code?: string };
    bot.errors.push(`${statusCode ?? ''} ${code ?? error.message}`.trim());
  };
  app.turn('beforeTurn', async context => {
    bot.references.push(TurnContext.getConversationReference(context.activity));
    return true;
  });
  listen(app, bot);
  const web = express();
  web.use(express.json());
  web.post('/api/messages', (request, response) => {
    adapter
      .process(request, response, context => app.run(context).then(() => undefined))
      .catch(() => response.status(500).end());
  });
  const server = await new Promise<Server>(resolve => {
    const starting = web.listen(0, '127.0.0.1', () => resolve(starting));
  });
  closers.push(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  teams.setBotUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);
  return bot;
}

export const card = (body: object[], actions: object[] = [], more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
  ...more,
});
export const attached = (content: object) => ({ type: 'message', attachments: [CardFactory.adaptiveCard(content)] });
export const text = (words: string) => ({ type: 'TextBlock', text: words, wrap: true });
export const input = (kind: string, id: string, label: string, more: object = {}) => ({
  type: `Input.${kind}`,
  id,
  label,
  ...more,
});
export const opens = (title: string, data: object = {}) => ({
  type: 'Action.Submit',
  title,
  data: { ...data, msteams: { type: 'task/fetch' } },
});
export const sends = (title: string, data: object = {}) => ({ type: 'Action.Submit', title, data });

type Answered = { status: number; retryAfter: string | null; body: unknown; code: string | undefined };

/** A call of the connector as it goes over the wire, without a client in between. */
export async function call(
  teams: TeamsStandIn,
  method: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<Answered> {
  const response = await fetch(teams.serviceUrl() + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? (await aToken(teams))}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { error?: { code: string } };
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: answer,
    code: answer?.error?.code,
  };
}

export const activitiesOf = (conversationId: string): string =>
  `v3/conversations/${encodeURIComponent(conversationId)}/activities`;

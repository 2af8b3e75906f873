// The environment, read and checked once: the only reader of process.env. A wrong or missing value is one line that names the variable and says what to do.
import { readFileSync } from 'node:fs';
import { isLoopback, SECRETS, shape, type Values } from './config-shape.ts';

export type Config = {
  port: number;
  host: string;
  /** Where people's browsers reach this program, for links to files. */
  publicUrl?: string;
  /** Through which proxies others are called, and which hosts are called without one. */
  proxies?: { http?: string; https?: string; none?: string };
  store: { kind: 'redis'; url: string } | { kind: 'embedded'; dir: string };
  /** First is current, others are older ones. Empty: the embedded store makes and keeps one. */
  dataKeys: string[];
  /** At least one of the two platforms is there. */
  slack?: {
    botToken: string;
    signingSecret?: string;
    appToken?: string;
    command: string;
    lookup: 'on' | 'off';
    apiUrl: string;
  };
  teams?: {
    appId?: string;
    password?: string;
    tenant: string;
    /** `none` only where nobody but this machine can reach the program. */
    auth: 'on' | 'none';
    forms: 'dialog' | 'chat';
    openIdUrl?: string;
    serviceHosts: string[];
  };
  /** `slack:U…`, `teams:…`, or in full with the workspace or tenant: `slack/T…/U…`, `teams/…/…`. */
  coordinators: string[];
  forumChannel: string[];
  coordinatorChannel: string[];
  zone: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
};

/** What is wrong with the environment, in one line for whoever starts the program. */
export class ConfigProblem extends Error {
  override name = 'ConfigProblem';
}

const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);

/** Any secret may come as `NAME_FILE`, a path to a file that holds it. */
function withFiles(env: NodeJS.ProcessEnv): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value === '') continue;
    if (!name.endsWith('_FILE') || !SECRETS.includes(name.slice(0, -5))) {
      values[name] ??= value;
      continue;
    }
    try {
      values[name.slice(0, -5)] = readFileSync(value, 'utf8').trim();
    } catch {
      throw new ConfigProblem(
        `${name} names a file that cannot be read: ${value}. Check the path and its permissions.`,
      );
    }
  }
  return values;
}

function storeFrom(env: Values): Config['store'] {
  if (env.REDIS_URL) return { kind: 'redis', url: env.REDIS_URL };
  if (env.NODE_ENV === 'production' && env.STORE !== 'embedded') {
    throw new ConfigProblem(
      'REDIS_URL is missing: set it, or set STORE=embedded to run on this one host with the embedded store.',
    );
  }
  return { kind: 'embedded', dir: env.DATA_DIR };
}

function keysFrom(env: Values, store: Config['store']): string[] {
  const keys = listOf(env.DATA_KEY);
  if (store.kind === 'redis' && keys.length === 0)
    throw new ConfigProblem(
      'DATA_KEY is missing: with Redis, set it to a secret of at least 32 characters (for example from "openssl rand -base64 32") and keep it safe.',
    );
  if (keys.some(key => key.length < 32))
    throw new ConfigProblem(
      'DATA_KEY is too short: each key needs at least 32 characters (for example from "openssl rand -base64 32").',
    );
  return keys;
}

function slackFrom(env: Values): Config['slack'] {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN } = env;
  if (!SLACK_BOT_TOKEN && !SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN) return undefined;
  if (!SLACK_BOT_TOKEN)
    throw new ConfigProblem(
      'SLACK_BOT_TOKEN is missing: copy the bot token (xoxb-…) from Slack app › OAuth & Permissions.',
    );
  if (!SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN) {
    throw new ConfigProblem(
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: set SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
    );
  }
  return {
    botToken: SLACK_BOT_TOKEN,
    ...(SLACK_SIGNING_SECRET ? { signingSecret: SLACK_SIGNING_SECRET } : {}),
    ...(SLACK_APP_TOKEN ? { appToken: SLACK_APP_TOKEN } : {}),
    command: env.SLACK_COMMAND,
    lookup: env.SLACK_LOOKUP,
    apiUrl: env.SLACK_API_URL,
  };
}

/** Without an app id nothing says who is speaking, so that only this machine may speak. */
function checkTeams(env: Values): void {
  if (env.TEAMS_AUTH === 'none' && !isLoopback(env.HOST))
    throw new ConfigProblem(
      'TEAMS_AUTH can be none only together with HOST=127.0.0.1, since nobody’s identity is checked then: leave it out, or set HOST.',
    );
  if (env.TEAMS_AUTH === 'none') return;
  if (!env.TEAMS_APP_ID)
    throw new ConfigProblem(
      'TEAMS_APP_ID is missing: copy the Microsoft app id from the Azure bot › Configuration. To try out on this machine without one, set TEAMS_AUTH=none and HOST=127.0.0.1.',
    );
  if (!env.TEAMS_APP_PASSWORD)
    throw new ConfigProblem(
      'TEAMS_APP_PASSWORD is missing: make a client secret in the app registration › Certificates & secrets, and copy its value.',
    );
}

function teamsFrom(env: Values): Config['teams'] {
  const { TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID, TEAMS_AUTH, TEAMS_OPENID_URL } = env;
  if (!TEAMS_APP_ID && !TEAMS_APP_PASSWORD && !TEAMS_TENANT_ID && TEAMS_AUTH === 'on') return undefined;
  checkTeams(env);
  if (!TEAMS_TENANT_ID)
    throw new ConfigProblem(
      'TEAMS_TENANT_ID is missing: copy the directory (tenant) id from the app registration › Overview.',
    );
  return {
    ...(TEAMS_APP_ID ? { appId: TEAMS_APP_ID } : {}),
    ...(TEAMS_APP_PASSWORD ? { password: TEAMS_APP_PASSWORD } : {}),
    tenant: TEAMS_TENANT_ID,
    auth: TEAMS_AUTH,
    forms: env.TEAMS_FORMS,
    ...(TEAMS_OPENID_URL ? { openIdUrl: TEAMS_OPENID_URL } : {}),
    serviceHosts: listOf(env.TEAMS_SERVICE_HOSTS),
  };
}

function platformsFrom(env: Values): Pick<Config, 'slack' | 'teams'> {
  const slack = slackFrom(env);
  const teams = teamsFrom(env);
  if (!slack && !teams)
    throw new ConfigProblem(
      'SLACK_BOT_TOKEN or TEAMS_APP_ID is missing: set up Slack, Microsoft Teams or both, as the README says. To look around without either, run "npm run demo".',
    );
  return { ...(slack ? { slack } : {}), ...(teams ? { teams } : {}) };
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PEOPLE = {
  slack: /^slack(:|\/[TE][A-Z0-9]+\/)[UW][A-Z0-9]+$/,
  teams: new RegExp(`^teams(:|/${ID}/)${ID}$`),
  example: 'slack:U0123ABCD or teams:1b4e28ba-2fa1-41d2-883f-0016d3cca427',
};
const CHANNELS = {
  slack: /^slack(:|\/[TE][A-Z0-9]+\/)[CG][A-Z0-9]+$/,
  teams: new RegExp(`^teams(:|/${ID}/)19:[\\w-]+@thread\\.(tacv2|skype)$`),
  example: 'slack:C0123ABCD or teams:19:0123abcd@thread.tacv2',
};

/** A channel's id is copied out of a link, where some of its characters are written as %3A and %40. */
function tidy(item: string): string {
  try {
    return item.startsWith('teams') ? decodeURIComponent(item) : item;
  } catch {
    return item;
  }
}

type Named = 'COORDINATORS' | 'FORUM_CHANNEL' | 'COORDINATOR_CHANNEL';

/** People or channels of the platforms that are set up here; of others only in full, since nothing says which workspace or tenant is meant. */
function namedIn(env: Values, name: Named, config: Pick<Config, 'slack' | 'teams'>): string[] {
  const known = name === 'COORDINATORS' ? PEOPLE : CHANNELS;
  return listOf(env[name])
    .map(tidy)
    .map(item => {
      const written = name === 'COORDINATORS' && item.startsWith('teams') ? item.toLowerCase() : item;
      const platform = (['slack', 'teams'] as const).find(one => known[one].test(written));
      if (!platform) throw new ConfigProblem(`${name} holds "${item}": write ${known.example}, several with commas.`);
      if (written.startsWith(`${platform}:`) && !config[platform])
        throw new ConfigProblem(
          `${name} holds "${item}", but ${platform === 'slack' ? 'Slack' : 'Teams'} is not set up here: take it out, or write it with its ${platform === 'slack' ? 'workspace, slack/T…/…' : 'tenant, teams/…/…'}`,
        );
      return written;
    });
}

function valuesOf(env: NodeJS.ProcessEnv): Values {
  const read = shape.safeParse(withFiles(env));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new ConfigProblem(`${issue?.path.join('.')} ${issue?.message ?? 'is not right'}.`);
}

/** What the app package for Teams is made of; nothing else has to be set yet. Throws ConfigProblem with the one line to show. */
export function readPackageIds(env: NodeJS.ProcessEnv): { appId: string; publicUrl: string } {
  const { TEAMS_APP_ID: appId, PUBLIC_URL } = valuesOf(env);
  if (!appId)
    throw new ConfigProblem('TEAMS_APP_ID is missing: copy the Microsoft app id from the Azure bot › Configuration.');
  if (!PUBLIC_URL?.startsWith('https://'))
    throw new ConfigProblem(
      'PUBLIC_URL must be the https address where Teams reaches this program, such as https://mentor.example.ac.uk: set it.',
    );
  return { appId, publicUrl: withoutSlash(PUBLIC_URL) };
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** The usual variables of proxies, in small letters before capitals. */
function proxiesFrom(env: NodeJS.ProcessEnv): Config['proxies'] {
  const proxy = (name: string): string | undefined => {
    const value = env[name] || env[name.toUpperCase()];
    if (value && !/^https?:\/\/[^\s/]+\/?$/.test(value))
      throw new ConfigProblem(`${name.toUpperCase()} must be a web address such as http://proxy.example.ac.uk:3128.`);
    return value;
  };
  const http = proxy('http_proxy');
  const https = proxy('https_proxy');
  const none = env['no_proxy'] || env['NO_PROXY'];
  if (!http && !https) return undefined;
  return { ...(http ? { http } : {}), ...(https ? { https } : {}), ...(none ? { none } : {}) };
}

/** Reads and checks the environment. Throws ConfigProblem with the one line to show. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const values = valuesOf(env);
  const store = storeFrom(values);
  const dataKeys = keysFrom(values, store);
  const platforms = platformsFrom(values);
  const proxies = proxiesFrom(env);
  return {
    port: values.PORT,
    host: values.HOST,
    ...(values.PUBLIC_URL ? { publicUrl: withoutSlash(values.PUBLIC_URL) } : {}),
    ...(proxies ? { proxies } : {}),
    store,
    dataKeys,
    ...platforms,
    coordinators: namedIn(values, 'COORDINATORS', platforms),
    forumChannel: namedIn(values, 'FORUM_CHANNEL', platforms),
    coordinatorChannel: namedIn(values, 'COORDINATOR_CHANNEL', platforms),
    zone: values.SCHEME_TIMEZONE,
    logLevel: values.LOG_LEVEL,
  };
}

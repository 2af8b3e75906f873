// The environment, read and checked once: the only reader of process.env. A wrong or missing value is one line that names the variable and says what to do.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isZone } from './scheme/calendar.ts';

export type Config = {
  port: number;
  host: string;
  store: { kind: 'redis'; url: string } | { kind: 'embedded'; dir: string };
  /** First is current, others are older ones. Empty: the embedded store makes and keeps one. */
  dataKeys: string[];
  slack: {
    botToken: string;
    signingSecret?: string;
    appToken?: string;
    command: string;
    lookup: 'on' | 'off';
    apiUrl: string;
  };
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
    if (!name.endsWith('_FILE') || !secrets.includes(name.slice(0, -5))) {
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

const secrets = ['DATA_KEY', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'REDIS_URL'];

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  REDIS_URL: z
    .string()
    .regex(/^redis(s|\+sentinel|\+cluster)?:\/\//, { error: 'must start with redis:// or rediss://' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  STORE: z.enum(['embedded'], { error: 'can only be "embedded" (or be left out)' }).optional(),
  NODE_ENV: z.string().optional(),
  DATA_KEY: z.string().optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', { error: 'must be the bot token, which starts with xoxb- (Slack app › OAuth & Permissions)' })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(8, { error: 'is too short: copy it from Slack app › Basic Information' })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', {
      error: 'must be an app-level token, which starts with xapp- (Slack app › Basic Information)',
    })
    .optional(),
  SLACK_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/, { error: 'must be a slash command such as /mentor' })
    .default('/mentor'),
  SLACK_LOOKUP: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  SLACK_API_URL: z
    .url({ error: 'must be a web address such as https://slack.com/api/' })
    .default('https://slack.com/api/'),
  TEAMS_APP_ID: z.undefined({ error: 'is set, but this version serves Slack only: remove it' }).optional(),
  COORDINATORS: z.string().optional(),
  FORUM_CHANNEL: z.string().optional(),
  COORDINATOR_CHANNEL: z.string().optional(),
  SCHEME_TIMEZONE: z
    .string()
    .refine(isZone, { error: 'must be a time zone such as Europe/London' })
    .default('Europe/London'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info'),
});

function accounts(name: string, value: string | undefined, pattern: RegExp, example: string): string[] {
  const items = listOf(value);
  const odd = items.find(item => !pattern.test(item));
  if (odd) throw new ConfigProblem(`${name} holds "${odd}": write ${example}, several with commas.`);
  return items;
}

function storeFrom(env: z.infer<typeof shape>): Config['store'] {
  if (env.REDIS_URL) return { kind: 'redis', url: env.REDIS_URL };
  if (env.NODE_ENV === 'production' && env.STORE !== 'embedded') {
    throw new ConfigProblem(
      'REDIS_URL is missing: set it, or set STORE=embedded to run on this one host with the embedded store.',
    );
  }
  return { kind: 'embedded', dir: env.DATA_DIR };
}

function slackFrom(env: z.infer<typeof shape>): Config['slack'] {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN } = env;
  if (!SLACK_BOT_TOKEN)
    throw new ConfigProblem(
      'SLACK_BOT_TOKEN is missing: copy the bot token (xoxb-…) from Slack app › OAuth & Permissions. To look around without Slack, run "npm run demo".',
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

/** Reads and checks the environment. Throws ConfigProblem with the one line to show. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = shape.safeParse(withFiles(env));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new ConfigProblem(`${issue?.path.join('.')} ${issue?.message ?? 'is not right'}.`);
  }
  const values = read.data;
  const store = storeFrom(values);
  const dataKeys = listOf(values.DATA_KEY);
  if (store.kind === 'redis' && dataKeys.length === 0)
    throw new ConfigProblem(
      'DATA_KEY is missing: with Redis, set it to a secret of at least 32 characters (for example from "openssl rand -base64 32") and keep it safe.',
    );
  const short = dataKeys.find(key => key.length < 32);
  if (short)
    throw new ConfigProblem(
      'DATA_KEY is too short: each key needs at least 32 characters (for example from "openssl rand -base64 32").',
    );
  return {
    port: values.PORT,
    host: values.HOST,
    store,
    dataKeys,
    slack: slackFrom(values),
    coordinators: accounts('COORDINATORS', values.COORDINATORS, /^slack:[UW][A-Z0-9]+$/, 'slack:U0123ABCD'),
    forumChannel: accounts('FORUM_CHANNEL', values.FORUM_CHANNEL, /^slack:[CG][A-Z0-9]+$/, 'slack:C0123ABCD'),
    coordinatorChannel: accounts(
      'COORDINATOR_CHANNEL',
      values.COORDINATOR_CHANNEL,
      /^slack:[CG][A-Z0-9]+$/,
      'slack:C0123ABCD',
    ),
    zone: values.SCHEME_TIMEZONE,
    logLevel: values.LOG_LEVEL,
  };
}

// What each variable may hold, and what is said of one that holds something else. What they mean together is config.ts's business.
import { z } from 'zod';
import { isZone } from './scheme/calendar.ts';

/** These may come as `NAME_FILE`, a path to a file that holds them. */
export const SECRETS = [
  'DATA_KEY',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'TEAMS_APP_PASSWORD',
  'REDIS_URL',
];

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a host name or address is this machine talking to itself. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

const loopbackUrl = (value: string): boolean => URL.canParse(value) && isLoopback(new URL(value).hostname);

/** People's browsers send what is under it, so it is encrypted on its way, except on this machine itself. */
const publicUrl = (value: string): boolean =>
  URL.canParse(value) && (new URL(value).protocol === 'https:' || loopbackUrl(value)) && !/[?#]/.test(value);

const slack = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-./, { error: 'must be the bot token, which starts with xoxb- (Slack app › OAuth & Permissions)' })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(8, { error: 'is too short: copy it from Slack app › Basic Information' })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-./, {
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
};

const teams = {
  TEAMS_APP_ID: z
    .string()
    .regex(GUID, { error: 'must be the Microsoft app id of the bot, such as 1b4e28ba-2fa1-41d2-883f-0016d3cca427' })
    .toLowerCase()
    .optional(),
  TEAMS_APP_PASSWORD: z
    .string()
    .min(8, { error: 'is too short: copy the value of a client secret (not its id) from the app registration' })
    .optional(),
  TEAMS_TENANT_ID: z
    .string()
    .regex(GUID, { error: 'must be the directory (tenant) id, such as 1b4e28ba-2fa1-41d2-883f-0016d3cca427' })
    .toLowerCase()
    .optional(),
  TEAMS_AUTH: z.enum(['on', 'none'], { error: 'must be on (or, to try out on this machine, none)' }).default('on'),
  TEAMS_FORMS: z.enum(['dialog', 'chat'], { error: 'must be dialog or chat' }).default('dialog'),
  TEAMS_OPENID_URL: z.string().refine(loopbackUrl, { error: 'is for tests on this machine: leave it out' }).optional(),
  TEAMS_SERVICE_HOSTS: z
    .string()
    .refine(value => value.split(',').every(host => loopbackUrl(`http://${host.trim()}`)), {
      error: 'is for tests on this machine and holds loopback hosts only: leave it out',
    })
    .optional(),
};

export const shape = z.object({
  ...slack,
  ...teams,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: z
    .string()
    .refine(publicUrl, {
      error: 'must be the web address where people reach this program, such as https://mentor.example.ac.uk',
    })
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^redis(s|\+sentinel|\+cluster)?:\/\//, { error: 'must start with redis:// or rediss://' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  STORE: z.enum(['embedded'], { error: 'can only be "embedded" (or be left out)' }).optional(),
  NODE_ENV: z.string().optional(),
  DATA_KEY: z.string().optional(),
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

export type Values = z.infer<typeof shape>;

// Our own token for calls to Teams: asked for with the app's password, kept until shortly before it runs out.
import { z } from 'zod';
import { log } from '../../log.ts';
import { CallError } from './call-error.ts';

const SCOPE = 'https://api.botframework.com/.default';
/** So long before its end a token is not used any more. */
const SPARE_MS = 300_000;

const grantedOf = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number() });

export type TokenOptions = {
  appId: string;
  password: string;
  /** Where tokens are handed out. */
  endpoint: () => Promise<string>;
  ms: number;
};
export type Tokens = {
  /** A token that is good for a while. Throws `CallError`; nothing was sent then. */
  get: () => Promise<string>;
  /** Teams did not take it: the next one is asked for anew. */
  drop: () => void;
};

/** Where an organisation's tokens are handed out. */
export const loginOf = (tenant: string): string =>
  `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;

async function asked({ appId, password, endpoint, ms }: TokenOptions): Promise<z.infer<typeof grantedOf>> {
  const answer = await fetch(await endpoint(), {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: password,
      scope: SCOPE,
    }),
    signal: AbortSignal.timeout(ms),
  });
  if (!answer.ok) {
    await answer.body?.cancel();
    log('error', 'teams.token', {
      what: 'refused: look at TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID',
      status: answer.status,
    });
    throw new CallError({ code: `no token (${answer.status})`, wasSent: false });
  }
  return grantedOf.parse(await answer.json());
}

/** The app's tokens; those who ask at once share one request. */
export function makeTokens(options: TokenOptions): Tokens {
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;
  const fetchOne = async () => {
    try {
      const { access_token, expires_in } = await asked(options);
      held = { token: access_token, until: performance.now() + expires_in * 1_000 - SPARE_MS };
      return access_token;
    } catch (error) {
      throw error instanceof CallError ? error : new CallError({ code: 'no token', wasSent: false, cause: error });
    }
  };
  return {
    get: async () => {
      if (held && performance.now() < held.until) return held.token;
      asking ??= fetchOne().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    drop: () => {
      held = undefined;
    },
  };
}

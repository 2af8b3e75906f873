// The keys that Microsoft signs its requests with, as its key server publishes them: kept for a day, asked for anew when one is not known.
import { importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { log } from '../../log.ts';
import type { Budgets } from './budgets.ts';

const OPENID = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const metadataOf = z.looseObject({ jwks_uri: z.url(), token_endpoint: z.url().optional() });
const keysOf = z.looseObject({
  keys: z.array(
    z.looseObject({ kty: z.string(), kid: z.string().optional(), endorsements: z.array(z.string()).optional() }),
  ),
});

export type Metadata = z.infer<typeof metadataOf>;
type PublicKey = Awaited<ReturnType<typeof importJWK>>;
export type Key = { key: PublicKey; endorsements: string[] };
type Held = { byId: Map<string, Key>; at: number };

/** Nobody can say now whether a token is good. */
export class KeysUnreachable extends Error {
  override name = 'KeysUnreachable';
}

export type Keys = {
  /** The key of this id; undefined when there is none. Throws `KeysUnreachable` when nobody can say. */
  find: (kid: string) => Promise<Key | undefined>;
  metadata: () => Promise<Metadata>;
};

async function json(url: string, ms: number): Promise<unknown> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(ms) });
  if (!answer.ok) throw new KeysUnreachable(`http ${answer.status}`);
  return answer.json();
}

async function imported(body: unknown): Promise<Map<string, Key>> {
  const byId = new Map<string, Key>();
  for (const jwk of keysOf.parse(body).keys) {
    if (!jwk.kid || jwk.kty !== 'RSA') continue;
    byId.set(jwk.kid, { key: await importJWK(jwk as JWK, 'RS256'), endorsements: jwk.endorsements ?? [] });
  }
  return byId;
}

/** The keys behind an OpenID metadata address; Microsoft's own unless said. */
export function makeKeys(budgets: Budgets, url = OPENID): Keys {
  let held: Held | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const metadata = async () => metadataOf.parse(await json(url, budgets.keysMs));
  const fetchAll = async () => {
    triedAt = performance.now();
    try {
      const { jwks_uri } = await metadata();
      held = { byId: await imported(await json(jwks_uri, budgets.keysMs)), at: performance.now() };
    } catch {
      log('warn', 'teams.keys', { what: 'cannot be fetched', held: held !== undefined });
    }
  };
  const refresh = () => {
    asking ??= fetchAll().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const find = async (kid: string) => {
    const isOld = !held || performance.now() - held.at > budgets.keysHoldMs;
    const mayAsk = !held || performance.now() - triedAt > budgets.keysAgainMs;
    if ((isOld || !held?.byId.has(kid)) && mayAsk) await refresh();
    if (!held) throw new KeysUnreachable('no keys yet');
    return held.byId.get(kid);
  };
  return { find, metadata };
}

// The login service of the stand-in: a key pair, the metadata that names it, signed tokens for the bot to check, and tokens for its own calls.
import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

export const ISSUER = 'https://api.botframework.com';
const LIFE_S = 3600;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export type Claims = Record<string, unknown>;

/** A JSON Web Token signed with RS256, as the connector signs what it sends. */
export function signedToken(key: KeyObject, header: Record<string, unknown>, claims: Claims): string {
  const head = `${encoded({ alg: 'RS256', typ: 'JWT', ...header })}.${encoded(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key).toString('base64url')}`;
}

export type Keys = {
  /** What `/.well-known/openidconfiguration` answers. */
  metadata(): Record<string, unknown>;
  jwks(): Record<string, unknown>;
  /** A token for one activity; `claims` change what is in it. */
  tokenFor(serviceUrl: string, claims?: Claims): string;
  /** A token with which the bot may call the connector for an hour. */
  issue(): { token_type: 'Bearer'; expires_in: number; ext_expires_in: number; access_token: string };
  isIssued(token: string): boolean;
};

let pair: ReturnType<typeof newPair> | undefined;
const newPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Keys of one tenancy; `loginUrl` is where the metadata is served. */
export function newKeys(appId: string, tenantId: string, loginUrl: string): Keys {
  // Making one takes long; what tells two tenancies apart is the audience.
  pair ??= newPair();
  const { privateKey, publicKey } = pair;
  const kid = randomBytes(12).toString('base64url');
  const issued = new Map<string, number>();
  const seconds = () => Math.floor(Date.now() / 1000);
  return {
    metadata: () => ({
      issuer: ISSUER,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${loginUrl}/keys`,
      token_endpoint: `${loginUrl}/token`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
    jwks: () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid, x5t: kid, use: 'sig', endorsements: ['msteams'] }],
    }),
    tokenFor: (serviceurl, claims = {}) =>
      signedToken(
        privateKey,
        { kid, x5t: kid },
        { iss: ISSUER, aud: appId, nbf: seconds() - 60, exp: seconds() + LIFE_S, serviceurl, ...claims },
      ),
    issue: () => {
      const claims = { aud: ISSUER, appid: appId, tid: tenantId, iat: seconds(), exp: seconds() + LIFE_S };
      const token = signedToken(privateKey, { kid, x5t: kid }, { ...claims, jti: randomBytes(8).toString('hex') });
      issued.set(token, seconds() + LIFE_S);
      return { token_type: 'Bearer', expires_in: LIFE_S, ext_expires_in: LIFE_S, access_token: token };
    },
    isIssued: token => (issued.get(token) ?? 0) > seconds(),
  };
}

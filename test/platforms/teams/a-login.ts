// A key server written out by hand, which signs whatever a test wants signed: with its good key, with one that is not endorsed for Teams, with one nobody published.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { APP } from './a-door.ts';

export const ISSUER = 'https://api.botframework.com';

export type ALogin = {
  openIdUrl: string;
  /** A token for this service URL; `claims` change what is in it, undefined takes one out. */
  token: (service: string, claims?: Record<string, unknown>, how?: { key?: KeyName; kid?: string }) => Promise<string>;
  /** The key server answers nothing but 500 from now on, or answers again. */
  setDown: (isDown: boolean) => void;
  /** Publishes the key that was not. */
  publish: () => void;
  asked: () => number;
  close: () => Promise<void>;
};
type KeyName = 'good' | 'unendorsed' | 'unpublished';

/** Starts the key server; outgoing tokens are handed out elsewhere. */
export async function aLogin(tokenEndpoint: () => string): Promise<ALogin> {
  const pairs = {
    good: await generateKeyPair('RS256'),
    unendorsed: await generateKeyPair('RS256'),
    unpublished: await generateKeyPair('RS256'),
  };
  const published = new Set<KeyName>(['good', 'unendorsed']);
  const jwkOf = async (name: KeyName) => ({
    ...(await exportJWK(pairs[name].publicKey)),
    kid: name,
    use: 'sig',
    endorsements: name === 'unendorsed' ? ['webchat'] : ['msteams', 'webchat'],
  });
  let isDown = false;
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked++;
    if (isDown) return void response.writeHead(500).end('the inside');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = request.url?.endsWith('/keys')
      ? { keys: await Promise.all([...published].map(jwkOf)) }
      : { issuer: ISSUER, jwks_uri: `${base}/keys`, token_endpoint: tokenEndpoint() };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    openIdUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/openidconfiguration`,
    token: (service, claims = {}, { key = 'good', kid = key } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: ISSUER, aud: APP, nbf: now - 60, exp: now + 3600, serviceurl: service, ...claims };
      const left = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return new SignJWT(left).setProtectedHeader({ alg: 'RS256', kid }).sign(pairs[key].privateKey);
    },
    setDown: down => {
      isDown = down;
    },
    publish: () => void published.add('unpublished'),
    asked: () => asked,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}

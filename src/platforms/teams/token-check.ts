// Whether a request truly comes from Teams and is meant for this bot. What is wrong with one that is not, nobody is told.
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { type Keys, KeysUnreachable } from './keys.ts';

const ISSUER = 'https://api.botframework.com';
/** How far two clocks may be apart. */
const TOLERANCE_S = 300;

/** Checks the token of a request: `forged` for whatever is wrong with it, `unknown` when the key server cannot be asked. */
export async function checkToken(
  keys: Keys,
  appId: string,
  header: string | undefined,
  activity: { channelId: unknown; serviceUrl: unknown },
): Promise<'good' | 'forged' | 'unknown'> {
  const token = header?.match(/^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/)?.[1];
  if (!token) return 'forged';
  try {
    const { kid } = decodeProtectedHeader(token);
    if (!kid) return 'forged';
    const found = await keys.find(kid);
    if (!found?.endorsements.includes('msteams') || activity.channelId !== 'msteams') return 'forged';
    const { payload } = await jwtVerify(token, found.key, {
      algorithms: ['RS256'],
      issuer: ISSUER,
      audience: appId,
      clockTolerance: TOLERANCE_S,
      requiredClaims: ['exp', 'serviceurl'],
    });
    return payload['serviceurl'] === activity.serviceUrl ? 'good' : 'forged';
  } catch (error) {
    return error instanceof KeysUnreachable ? 'unknown' : 'forged';
  }
}

// The vault: text at rest is readable only with a key, and keyed hashes come from the same keys. Where keys come from is configuration.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Vault } from './store.ts';

/** `seal` is made into a key once: given as bytes it is made anew for each text, which takes several times as long as the text itself. */
type Keys = { id: string; seal: KeyObject; hash: Buffer };

const SHORTEST = 32;
const IV = 12;
const TAG = 16;

/** Separate keys for separate purposes (HKDF, RFC 5869), so that a hash tells nothing of the sealing key. */
function derive(secret: string): Keys {
  if (secret.length < SHORTEST)
    throw new Error(
      `DATA_KEY is too short: each key needs at least ${SHORTEST} characters, this one has ${secret.length}.`,
    );
  const part = (what: string) => Buffer.from(hkdfSync('sha256', secret, '', `mentor ${what}`, 32));
  return { id: part('id').toString('hex').slice(0, 8), seal: createSecretKey(part('seal')), hash: part('hash') };
}

function seal(keys: Keys, plain: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, iv).setAAD(Buffer.from(keys.id));
  const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${keys.id}.${body.toString('base64url')}`;
}

function unseal(keys: Keys, body: Buffer): string {
  if (body.length < IV + TAG) throw new Error('this sealed text is cut short');
  const cipher = createDecipheriv('aes-256-gcm', keys.seal, body.subarray(0, IV), { authTagLength: TAG })
    .setAAD(Buffer.from(keys.id))
    .setAuthTag(body.subarray(-TAG));
  return Buffer.concat([cipher.update(body.subarray(IV, -TAG)), cipher.final()]).toString('utf8');
}

const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Makes the vault. The first key locks; all of them unlock, so that a new key can be put in front of an
 * old one. Hashes come from the last (oldest) key: they stay the same until it is taken out.
 * Throws an Error of one clear line when there is no key, or one is shorter than 32 characters.
 */
export function makeVault(secrets: string[]): Vault {
  const all = secrets.map(derive);
  const newest = all[0];
  const oldest = all.at(-1);
  if (!newest || !oldest) throw new Error('DATA_KEY is missing: set it to a secret of at least 32 characters.');
  return {
    lock: plain => seal(newest, plain),
    unlock(locked) {
      const [id, body = ''] = locked.split('.', 2);
      const keys = all.find(one => one.id === id);
      if (!keys) throw new Error('no key fits this sealed text: the key it was locked with is not in DATA_KEY');
      return unseal(keys, Buffer.from(body, 'base64url'));
    },
    hash: plain => mac(oldest.hash, plain).toString('base64url'),
  };
}

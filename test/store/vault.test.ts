// The vault: what is locked opens with its key only, and hashes outlive a change of keys.
import { expect, test } from 'vitest';
import { makeVault } from '../../src/store/vault.ts';

const old = 'an old key of at least thirty-two characters';
const fresh = 'a fresh key of at least thirty-two characters';

test('what is locked can be read again, and looks different each time', () => {
  const vault = makeVault([old]);
  const [one, two] = [vault.lock('Zoë Müller 🙂'), vault.lock('Zoë Müller 🙂')];
  expect(vault.unlock(one)).toBe('Zoë Müller 🙂');
  expect(vault.unlock(vault.lock(''))).toBe('');
  expect(one).not.toBe(two);
  expect(one).not.toContain('Zo');
});

test('a new key in front locks from now on, and the old one still opens', () => {
  const before = makeVault([old]).lock('quiet words');
  const vault = makeVault([fresh, old]);
  expect(vault.unlock(before)).toBe('quiet words');
  expect(makeVault([fresh]).unlock(vault.lock('quiet words'))).toBe('quiet words');
  expect(() => makeVault([fresh]).unlock(before)).toThrow('no key fits');
});

test('text that was tampered with does not open', () => {
  const vault = makeVault([old]);
  const locked = vault.lock('quiet words');
  const flipped = locked.slice(0, -3) + (locked.at(-3) === 'A' ? 'B' : 'A') + locked.slice(-2);
  expect(() => vault.unlock(flipped)).toThrow();
  expect(() => vault.unlock(locked.slice(0, 15))).toThrow('cut short');
  expect(() => vault.unlock('nonsense')).toThrow('no key fits');
});

test('a hash stays the same while its key is listed, and tells one text from another', () => {
  const hash = makeVault([old]).hash('sam@example.org');
  expect(makeVault([fresh, old]).hash('sam@example.org')).toBe(hash);
  expect(makeVault([fresh]).hash('sam@example.org')).not.toBe(hash);
  expect(makeVault([old]).hash('kim@example.org')).not.toBe(hash);
});

test('a key that is too short is refused with one clear line', () => {
  expect(() => makeVault(['short'])).toThrow(
    'DATA_KEY is too short: each key needs at least 32 characters, this one has 5.',
  );
  expect(() => makeVault([])).toThrow('DATA_KEY is missing');
});

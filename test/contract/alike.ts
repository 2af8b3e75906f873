// Makes what two sides have on record comparable: accounts and channels by their common names, instants by the hour, and each drawn id by what it stands for.
import { createHash } from 'node:crypto';
import type { Delivery } from '../../src/store/store.ts';
import type { Record as Kept, Side } from './sides.ts';

/** As the engine draws them (src/engine/draw-ids.ts). */
const DRAWN = /(?<![a-z0-9])[a-hjkmnp-tv-z0-9]{20}(?![a-z0-9])/g;
const HOUR = 3_600_000;
const ROUNDS = 4;

/** One way of writing a value: fields in order. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, content]) => [field, written(content)]),
  );
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/**
 * Every drawn id gets the name of what is said about it, round after round, so that the same thing has the same name on both sides
 * whatever was drawn for it.
 */
function named(texts: string[]): string[] {
  let names = new Map(texts.flatMap(text => text.match(DRAWN) ?? []).map(id => [id, 'id']));
  const mentions = new Map([...names.keys()].map(id => [id, texts.filter(text => text.includes(id))]));
  const nameOf = (id: string): string => names.get(id) ?? 'id';
  for (let round = 0; round < ROUNDS; round++) {
    const said = (id: string): string =>
      (mentions.get(id) ?? [])
        .map(text => text.replace(DRAWN, one => (one === id ? 'ITSELF' : nameOf(one))))
        .sort()
        .join('\n');
    names = new Map([...names.keys()].map(id => [id, short(said(id))]));
  }
  return texts.map(text => text.replace(DRAWN, nameOf)).sort();
}

function commonly(text: string, called: Side['called']): string {
  const byHour = text.replace(/(?<!\d)1[6-9]\d{11}(?!\d)/g, instant => `hour${Math.floor(Number(instant) / HOUR)}`);
  return [...called]
    .sort(([a], [b]) => b.length - a.length)
    .reduce((left, [address, name]) => left.replaceAll(address, name), byHour);
}

type Pair = { pairing: string; menteeName: string };

/** Pairs that fit equally well stand in the order of their drawn ids, which says nothing. */
function inOrder(page: { [field: string]: unknown }): { [field: string]: unknown } {
  const pairs = [...((page['pairs'] ?? []) as Pair[])].sort((a, b) => a.menteeName.localeCompare(b.menteeName));
  return { ...page, pairs, pairings: pairs.map(one => one.pairing) };
}

const sorted = (value: { [field: string]: unknown }, field: string): { [field: string]: unknown } => ({
  [field]: Object.values((value[field] ?? {}) as Record<string, string>).sort(),
});

/** Where a message stands is the platform's own business. */
function shown({ kind, value }: Kept): unknown {
  if (kind === 'posted') return { ...value, channel: 'there', message: 'there' };
  // Their order is that of the accounts, which differ.
  if (kind === 'scheme')
    return { ...value, ...sorted(value, 'coordinatorNames'), ...sorted(value, 'coordinatorHashes') };
  return kind === 'runpage' ? inOrder(value) : value;
}

const ofRecord = (one: Kept): string => `${one.kind} ${JSON.stringify(written(shown(one)))}`;

/** What counts of a letter: which, about what, to whom, how urgent, and when it may go. */
function ofLetter({ lane, gate, class: urgency, notBefore, payload }: Delivery): string {
  return `letter ${JSON.stringify(written({ lane, gate, urgency, notBefore, payload: JSON.parse(payload) }))}`;
}

/** All records and letters of a side in one comparable list of lines. */
export async function summed(side: Side): Promise<string[]> {
  const lines = [...(await side.records()).map(ofRecord), ...side.letters.map(ofLetter)];
  return named(lines.map(line => commonly(line, side.called)));
}

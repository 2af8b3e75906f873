// What the platforms have to remember of their own accounts, channels and teams; the engine keeps it for them and reads none of it.
import { randomUUID } from 'node:crypto';
import type { Contact } from '../platforms/platform.ts';
import type { ContactRecord } from '../scheme/kinds.ts';
import { laneOf } from '../scheme/lanes.ts';
import type { Commit, Stored } from '../store/store.ts';
import { moved } from './commit.ts';
import type { Core } from './core.ts';
import { decode, encode, placesOf } from './records.ts';

/** Two who keep the same contact at once: the second looks again. */
const TRIES = 5;
/** How many contacts of one kind a platform can ask for at once. */
const MOST = 500;

type Held = { version: number; value: ContactRecord | undefined };

const keyOf = (id: string): string => `contact/${id}`;
const asContact = ({ id, what, note }: ContactRecord): Contact => ({ id, what, note });

async function hold(core: Core, id: string): Promise<Held & { now: number }> {
  const answer = await core.store.open([{ name: 'it', kind: 'contact', source: { ids: [id] } }]);
  const stored: Stored | undefined = answer.records['it']?.[0];
  const now = answer.storyNow;
  return stored
    ? { version: stored.version, value: decode('contact', stored, core.vault), now }
    : { version: 0, value: undefined, now };
}

const nothing: Omit<Commit, 'op' | 'checks'> = {
  writes: [],
  deletes: [],
  listed: { add: [], remove: [] },
  counts: [],
  deliveries: [],
  cancel: [],
  history: [],
};

const isSame = (before: ContactRecord | undefined, { what, note }: Contact): boolean =>
  before?.what === what &&
  JSON.stringify(Object.entries(before.note).sort()) === JSON.stringify(Object.entries(note).sort());

/** Keeps a contact in place of an earlier one of this id; writes nothing where nothing has changed. */
export async function rememberContact(core: Core, contact: Contact): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const { version, value, now } = await hold(core, contact.id);
    if (isSame(value, contact)) return;
    const kept: ContactRecord = { ...contact, lane: laneOf(contact.id), at: now };
    const { result } = await core.store.commit({
      ...nothing,
      op: { id: `contact:${randomUUID()}`, answer: 'null' },
      checks: [{ key: keyOf(contact.id), version }],
      writes: [{ key: keyOf(contact.id), json: encode('contact', kept, core.vault, core.known) }],
      listed: moved(value ? placesOf('contact', value) : [], placesOf('contact', kept)),
    });
    if (result !== 'conflict') return;
  }
}

/** Forgets a contact; one that is not there is forgotten already. */
export async function forgetContact(core: Core, id: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const { version, value } = await hold(core, id);
    if (!value) return;
    const { result } = await core.store.commit({
      ...nothing,
      op: { id: `contact:${randomUUID()}`, answer: 'null' },
      checks: [{ key: keyOf(id), version }],
      deletes: [keyOf(id)],
      listed: moved(placesOf('contact', value), []),
    });
    if (result !== 'conflict') return;
  }
}

/** One contact, if it is kept. */
export async function contactAt(core: Core, id: string): Promise<Contact | undefined> {
  const { value } = await hold(core, id);
  return value && asContact(value);
}

/** All contacts of this kind in a lane, up to five hundred, in no order that means anything. */
export async function contactsOf(core: Core, lane: string, what: string): Promise<Contact[]> {
  const list = `contact.${what}:${lane}`;
  const { records } = await core.store.open([
    { name: 'all', kind: 'contact', source: { list, max: MOST, oldestFirst: true } },
  ]);
  return (records['all'] ?? []).map(stored => asContact(decode('contact', stored, core.vault)));
}

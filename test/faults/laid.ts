// Records put straight into a store, as if people had been there for weeks: what the tests of faults begin with.
import { type Put, put } from '../../src/conversation/outcome.ts';
import { alertsChannel, coordinators, forumChannel, technicians } from '../../src/demo/seed.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { makeCore } from '../../src/engine/core.ts';
import { openPlan } from '../../src/engine/open.ts';
import { decode, encode } from '../../src/engine/records.ts';
import { rooms } from '../../src/features/features.ts';
import { newScheme } from '../../src/scheme/defaults.ts';
import type { KindName, Pairing, Person, RecordOf, Scheme } from '../../src/scheme/kinds.ts';
import type { Store, Vault } from '../../src/store/store.ts';
import { aCard } from '../features/people.ts';
import { aPairing, aRegistration } from '../features/records.ts';
import { aPerson, NOW } from '../features/turn.ts';

export const TEAM = 'T0NORTHMOOR';
const LANE = `slack/${TEAM}`;
export const accountOf = (user: string): string => `${LANE}/${user}`;
/** `USAM` is the person `sam`. */
export const personOf = (user: string): string => user.slice(1).toLowerCase();
const nameOf = (user: string): string => technicians.find(one => one.id === user)?.realName ?? user;

/** A ready scheme of this workspace. */
export function readyScheme(more: Partial<Scheme> = {}): Scheme {
  const two = coordinators.map(one => accountOf(one.id));
  return {
    ...newScheme('Europe/London', two, [accountOf(forumChannel.id)], [accountOf(alertsChannel.id)]),
    ready: true,
    name: 'Northmoor mentoring',
    people: [{ name: 'Dr Dee Green', role: 'dignity adviser', how: 'dignity@northmoor.example' }],
    ...more,
  };
}

/** Somebody of the workspace as a person of the scheme. */
export function somebody(user: string, more: Partial<Person> = {}): Put[] {
  const id = personOf(user);
  return [
    put('account', { id: accountOf(user), person: id }),
    put('person', aPerson(id, nameOf(user), { accounts: [accountOf(user)], ...more })),
    put('notebook', { id, person: id, drafts: {}, reviews: {}, exits: {} }),
  ];
}

/** Two people of whom the first mentors the second; introduced, met twice. */
export function aPair(id: string, mentor: string, mentee: string, more: Partial<Pairing> = {}): Put[] {
  const [one, other] = [personOf(mentor), personOf(mentee)];
  return [
    ...somebody(mentor),
    ...somebody(mentee),
    put('registration', aRegistration(one, 'mentor', { state: 'full', taken: 1 })),
    put('registration', aRegistration(other, 'mentee', { state: 'full', taken: 1 })),
    put('card', aCard(one, 'mentor', nameOf(mentor))),
    put('card', aCard(other, 'mentee', nameOf(mentee))),
    put('papers', { id, mentor: one, mentee: other, why: {} }),
    put('pairing', aPairing(one, other, { id, state: 'active', met: 2, activeAt: NOW - 15 * 86_400_000, ...more })),
  ];
}

const nothing = { deletes: [], listed: { add: [], remove: [] }, counts: [], deliveries: [], cancel: [], history: [] };

/** Founds the scheme in an empty store, unless it is there. */
async function found(store: Store, vault: Vault, scheme: Scheme): Promise<void> {
  const writes = [{ key: 'scheme/scheme', json: encode('scheme', scheme, vault) }];
  const checks = [{ key: 'scheme/scheme', version: 0 }];
  await store.commit({ ...nothing, op: { id: 'found', answer: 'null' }, checks, writes });
}

let laid = 0;

/** Puts records into a store, in their lists and with what is due about them; `settings` changes the scheme. */
export async function lay(store: Store, vault: Vault, records: Put[], settings: Partial<Scheme> = {}): Promise<void> {
  const scheme = readyScheme(settings);
  await found(store, vault, scheme);
  const core = makeCore({ store, vault, rooms, platforms: [] });
  for (let from = 0; from === 0 || from < records.length; from += 800) {
    const opening = await openPlan(core, { clock: true }, {});
    const puts = [...records.slice(from, from + 800), ...(from === 0 ? [put('scheme', scheme)] : [])];
    const commit = commitOf(core, opening, `lay-${laid++}`, 'test', { put: puts }, undefined);
    const { result } = await store.commit(commit);
    if (result !== 'done') throw new Error(`the records were not taken: ${result}`);
  }
}

/** A record as it stands. */
export async function kept<K extends KindName>(
  store: Store,
  vault: Vault,
  kind: K,
  id: string,
): Promise<RecordOf<K> | undefined> {
  const answer = await store.open([{ name: 'it', kind, source: { ids: [id] } }]);
  const [stored] = answer.records['it'] ?? [];
  return stored && decode(kind, stored, vault);
}

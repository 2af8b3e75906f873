// Questions to a platform's directory within a turn: who is this newcomer, what is this channel. Answered in time or not at all.
import type { AccountFacts, Actor, ChannelFacts, Profile } from '../conversation/turn.ts';
import type { Platform } from '../platforms/platform.ts';
import { laneOf } from '../scheme/lanes.ts';
import { type Core, doorOf } from './core.ts';
import { decode } from './records.ts';

/** What the directory says of somebody the scheme does not know yet. */
export type Newcomer = { profile?: Profile; emailHash?: string; twin?: NonNullable<Actor['twin']> };

async function inTime<T>(answer: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** An address as it is hashed: the same for everybody who writes it differently. */
export function hashAddress(hash: (plain: string) => string, email: string): string {
  return hash(`address:${email.trim().toLowerCase()}`);
}

/** The one person with this address who has no account yet where this one is; nobody where there are several. */
async function twinOf(core: Core, account: string, emailHash: string): Promise<Pick<Newcomer, 'twin'>> {
  const list = `person.address:${emailHash}`;
  const { records } = await core.store.open([{ name: 'found', kind: 'person', source: { list, max: 2 } }]);
  const [stored, another] = records['found'] ?? [];
  if (!stored || another) return {};
  const { id, accounts } = decode('person', stored, core.vault);
  const isElsewhere = accounts.length > 0 && accounts.every(other => laneOf(other) !== laneOf(account));
  return isElsewhere ? { twin: { person: id, accounts } } : {};
}

/** The profile of an account, and who may be its twin; empty when the platform does not answer in time. */
export async function newcomer(core: Core, account: string): Promise<Newcomer> {
  const door = doorOf(core, account);
  if (!door) return {};
  const profile = await inTime(door.profile(account), core.timing.askMs);
  if (!profile) return {};
  const { gone: _gone, ...known } = profile;
  if (!known.email) return { profile: known };
  const emailHash = hashAddress(core.vault.hash, known.email);
  return { profile: known, emailHash, ...(await twinOf(core, account, emailHash)) };
}

type Ask<Facts> = (door: Platform, address: string) => Promise<Facts | undefined>;

/** What the platforms tell about these addresses; those nobody knows are left out. */
async function askAll<Facts>(core: Core, addresses: string[], ask: Ask<Facts>): Promise<Record<string, Facts>> {
  const asked = [...new Set(addresses)].slice(0, 8).map(async address => {
    const door = doorOf(core, address);
    const facts = door && (await inTime(ask(door, address), core.timing.askMs));
    return facts === undefined ? [] : [[address, facts] as const];
  });
  return Object.fromEntries((await Promise.all(asked)).flat());
}

export type LookedUp = {
  channels: Record<string, ChannelFacts>;
  accounts: Record<string, AccountFacts>;
  /** Of another process's doors. */
  elsewhere: string[];
};

/** What the platforms tell about channels and accounts that a page names, asked at the same time. */
export async function lookUp(
  core: Core,
  { channels = [], accounts = [] }: { channels?: string[]; accounts?: string[] },
): Promise<LookedUp> {
  const [known, people] = await Promise.all([
    askAll(core, channels, (door, channel) => door.channel(channel)),
    askAll(core, accounts, (door, account) => door.profile(account)),
  ]);
  const elsewhere = [...channels, ...accounts].filter(address => !doorOf(core, address));
  return { channels: known, accounts: people, elsewhere };
}

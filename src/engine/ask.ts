// Questions to a platform's directory within a turn: who is this newcomer, what is this channel. Answered in time or not at all.
import type { ChannelFacts, Profile } from '../conversation/turn.ts';
import { type Core, doorOf } from './core.ts';

/** What the directory says of somebody the scheme does not know yet. */
export type Newcomer = { profile?: Profile; emailHash?: string };

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

/** The profile of an account; empty when the platform does not answer in time. */
export async function newcomer(core: Core, account: string): Promise<Newcomer> {
  const door = doorOf(core, account);
  if (!door) return {};
  const profile = await inTime(door.profile(account), core.timing.askMs);
  if (!profile) return {};
  const { gone: _gone, ...known } = profile;
  return { profile: known, ...(known.email ? { emailHash: hashAddress(core.vault.hash, known.email) } : {}) };
}

/** What the platforms tell about these channels; those nobody knows are left out. */
export async function askChannels(core: Core, channels: string[]): Promise<Record<string, ChannelFacts>> {
  const asked = [...new Set(channels)].slice(0, 4).map(async channel => {
    const door = doorOf(core, channel);
    return [channel, door && (await inTime(door.channel(channel), core.timing.askMs))] as const;
  });
  const found = (await Promise.all(asked)).filter((entry): entry is [string, ChannelFacts] => entry[1] !== undefined);
  return Object.fromEntries(found);
}

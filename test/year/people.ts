// The two hundred: who they are, on which platform, when they come, and how they are.
import type { Dice } from './dice.ts';
import type { Town } from './town.ts';

export type Soul = {
  account: string;
  roles: 'mentor' | 'mentee' | 'both';
  /** Working days after the beginning on which they register. */
  comesOn: number;
  /** How readily they do what there is to do, from 0 to 1. */
  eager: number;
  capacity: string;
  checkins: 'channel' | 'direct' | 'none';
  mention: boolean;
  /** Registers, answers what is asked about that, and does nothing more before this working day. */
  wakesOn?: number;
  /** A second account of the same person, on the other platform. */
  other?: string;
};

export const ANA = 'slack/T1/UC1';
export const BEN = 'teams/X/c2';

const zones = ['Europe/Athens', 'America/New_York', 'Asia/Kolkata'];

function zoneOf(n: number): string {
  return n % 25 === 7 ? (zones[n % zones.length] ?? 'Europe/London') : 'Europe/London';
}

/** Mentees who register and then do not look: some for ever, some until they are asked after a year whether they are still there. */
const sleepers = new Map(
  [20, 32, 61, 122, 148].map((n): [number, number] => [n, 9_999]).concat([46, 85, 133, 164, 191].map(n => [n, 258])),
);

/** Half of them on each platform; a third are mentors; some are both, some have two accounts, some are elsewhere. */
export function twoHundred(town: Pick<Town, 'profiles'>, dice: Dice): Soul[] {
  return Array.from({ length: 200 }, (_, n): Soul => {
    const isSlack = n % 2 === 0;
    const account = isSlack ? `slack/T1/U${n}` : `teams/X/p${n}`;
    const profile = { name: `Person Number${n}`, email: `p${n}@example.org`, zone: zoneOf(n), gone: false };
    town.profiles.set(account, profile);
    const other = n % 33 === 5 ? (isSlack ? `teams/X/o${n}` : `slack/T1/UO${n}`) : undefined;
    if (other) town.profiles.set(other, { ...profile, email: `other${n}@example.org` });
    return {
      account,
      roles: n % 13 === 4 ? 'both' : n % 3 === 0 ? 'mentor' : 'mentee',
      comesOn: dice.chance(0.6) || sleepers.has(n) ? dice.between(0, 12) : dice.between(13, 150),
      eager: 0.2 + 0.8 * dice.roll(),
      capacity: String(dice.between(1, 2)),
      checkins: dice.chance(0.2) ? 'direct' : dice.chance(0.1) && !sleepers.has(n) ? 'none' : 'channel',
      mention: dice.chance(0.4),
      ...(other ? { other } : {}),
      ...(sleepers.has(n) ? { wakesOn: sleepers.get(n) ?? 0 } : {}),
    };
  });
}

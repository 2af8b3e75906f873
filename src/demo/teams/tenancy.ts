// What all parts of the stand-in share while it runs: the world, the clocks, the door to the bot, and the way to say "something changed".
import type { Door } from './door.ts';
import type { Faults, Operation } from './faults.ts';
import type { Keys } from './keys.ts';
import type { Timing } from './limits.ts';
import type { Rates } from './rates.ts';
import type { World } from './world.ts';

/** One call of the connector as it came and was answered; `status` 0 means that no answer was sent. */
export type LoggedCall = {
  operation: Operation | 'unknown';
  method: string;
  path: string;
  conversationId: string;
  body: unknown;
  answer: unknown;
  status: number;
  at: number;
};

export type Tenancy = {
  world: World;
  /** Base address, without a slash at the end. */
  url: string;
  timing: Timing;
  /** Whether the bot's calls must bring a token; not when it runs without an app id. */
  checksTokens: boolean;
  faults: Faults;
  rates: Rates;
  keys: Keys;
  log: LoggedCall[];
  door: Door;
  now(): number;
  /** To be called after each change that somebody could see. */
  changed(): void;
  /** Resolves when `check` holds, asked again after every change; with undefined when the time is up. */
  until<T>(check: () => T | undefined | false, ms?: number): Promise<T | undefined>;
  later(ms: number, act: () => void): void;
};

/** Where the bot reaches the connector at present; it changes with the region. */
export const serviceUrlOf = (tenancy: Tenancy): string => `${tenancy.url}/${tenancy.world.app.region}/`;

// What all parts of the stand-in share while it runs: the world, the clocks, the door to the bot, and the way to say "something changed".
import type { Door } from './door.ts';
import type { Faults } from './faults.ts';
import type { Timing } from './limits.ts';
import type { Rates } from './rates.ts';
import type { Sockets } from './sockets.ts';
import type { Triggers } from './triggers.ts';
import type { World } from './world.ts';

/** One Web API call as it came and was answered; `status` 0 means that no answer was sent. */
export type LoggedCall = {
  method: string;
  args: Record<string, unknown>;
  answer: Record<string, unknown> | undefined;
  status: number;
  at: number;
  who: 'bot' | 'app' | 'nobody';
};

export type ResponseUrl = { userId: string; channelId: string; ts: string | undefined; uses: number; until: number };

export type Workspace = {
  world: World;
  /** Base address, without a slash at the end. */
  url: string;
  command: string;
  tokens: { bot: string; app: string | undefined };
  scopes: Set<string>;
  timing: Timing;
  faults: Faults;
  rates: Rates;
  triggers: Triggers;
  responseUrls: Map<string, ResponseUrl>;
  log: LoggedCall[];
  door: Door;
  sockets: Sockets;
  newTs(): string;
  /** To be called after each change that somebody could see. */
  changed(): void;
  /** Resolves when `check` holds, asked again after every change; with undefined when the time is up. */
  until<T>(check: () => T | undefined | false, ms?: number): Promise<T | undefined>;
  later(ms: number, act: () => void): void;
};

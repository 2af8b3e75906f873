// The Bot Connector's limits in one table, with the times its clients keep; whoever enforces one takes it from here.

export const LIMITS = {
  /** What every page of the documentation allows; the newest ones say more. Whoever stays below is right everywhere. */
  messageBytes: 28 * 1024,
  rosterPage: { least: 50, most: 500 },
  cardActions: 6,
  titleLength: 128,
} as const;

/** Calls within so many milliseconds, by one bot in one conversation. */
type Windows = readonly (readonly [calls: number, ms: number])[];

export type Timing = {
  /** How long a client waits for the answer to a press or a dialog, and how often it asks again. */
  invokeMs: number;
  invokeRetries: number;
  /** How long a typed message or an event is held open. */
  messageMs: number;
  /** Posting, and creating conversations. */
  sends: Windows;
  /** Members, teams and channels. */
  looks: Windows;
  /** Calls a second of one app in one tenant. */
  perSecond: number;
  /** How long after the answer a message becomes visible. */
  landingMs: number;
  /** How long a driver of a person looks on for something to happen. */
  settleMs: number;
};

export const REAL_TIMING: Timing = {
  invokeMs: 5000,
  invokeRetries: 2,
  messageMs: 15_000,
  sends: [
    [7, 1000],
    [8, 2000],
    [60, 30_000],
    [1800, 3_600_000],
  ],
  looks: [
    [14, 1000],
    [16, 2000],
    [120, 30_000],
    [3600, 3_600_000],
  ],
  perSecond: 50,
  landingMs: 0,
  settleMs: 3000,
};

// Slack's limits in one table, with the times its servers keep; whoever enforces one takes it from here. Lengths are code points.

export const LIMITS = {
  viewBytes: 250_000,
  viewBlocks: 100,
  viewTitle: 24,
  viewStack: 3,
  privateMetadata: 3000,
  callbackId: 255,
  externalId: 255,
  messageBlocks: 50,
  messageText: 40_000,
  updateText: 4000,
  messageBlocksText: 13_200,
  markdown: 12_000,
  metadataBytes: 8000,
  blockId: 255,
  actionId: 255,
  text: 3000,
  header: 150,
  sectionFields: 10,
  sectionField: 2000,
  contextElements: 10,
  actionsElements: 25,
  imageAlt: 2000,
  imageTitle: 2000,
  url: 3000,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  selectOptions: 100,
  optionGroups: 100,
  groupLabel: 75,
  placeholder: 150,
  overflowOptions: 5,
  boxes: 10,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLabel: 2000,
  inputHint: 2000,
  inputLength: 3000,
  openUsers: 8,
  inviteUsers: 100,
  historyPage: 999,
  listPage: 1000,
  responseUrlUses: 5,
} as const;

/** Calls a minute by Slack's tiers, per method and workspace. */
export const TIERS = { t1: 1, t2: 20, t3: 50, t4: 100, special: 600 } as const;
export type Tier = keyof typeof TIERS;

export type Timing = {
  /** How long Slack waits for an acknowledgement. */
  ackMs: number;
  /** How long a trigger_id lives. */
  triggerMs: number;
  /** Waits before the first, second and third repeat of an event. */
  eventRetriesMs: readonly number[];
  /** Steady rate of chat.postMessage per channel, and how many may come at once. */
  postsPerSecond: number;
  postBurst: number;
  /** chat.postMessage over all channels of the workspace. */
  postsPerMinute: number;
  /** Multiplies the tiers' calls a minute. */
  rateFactor: number;
  /** How long after the answer a post becomes visible and readable. */
  landingMs: number;
  responseUrlMs: number;
  /** How long a driver of a person looks on for something to happen after the acknowledgement. */
  settleMs: number;
};

export const REAL_TIMING: Timing = {
  ackMs: 3000,
  triggerMs: 3000,
  eventRetriesMs: [0, 60_000, 300_000],
  postsPerSecond: 1,
  postBurst: 3,
  postsPerMinute: 300,
  rateFactor: 1,
  landingMs: 0,
  responseUrlMs: 30 * 60_000,
  settleMs: 3000,
};

/** Length as Slack counts it: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

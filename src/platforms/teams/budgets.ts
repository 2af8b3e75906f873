// How long each step towards somebody in Teams may take, how much Teams takes from us in a while, and how long what we asked is held. Teams itself waits about five seconds for an answer.

export type Budgets = {
  /** For the answer to a press or a sent form; after that Teams would say that something went wrong. */
  answerMs: number;
  /** For names in a search. */
  searchMs: number;
  /** For an answer to typed words. */
  patienceMs: number;
  /** A call while somebody waits. */
  interactionMs: number;
  /** A call of the outbox. */
  deliveryMs: number;
  /** For the key server. */
  keysMs: number;
  /** How long keys are good for, and how soon they may be asked for anew when one is not known. */
  keysHoldMs: number;
  keysAgainMs: number;
  /** How long a roster and a list of channels are good for. */
  rosterHoldMs: number;
  /** How long a repeated press of the same button counts as the same. */
  doubleMs: number;
  /** Calls that Teams takes, as [so many, in so many milliseconds]. */
  perConversation: [number, number][];
  perTenant: [number, number][];
  /** Of a conversation's members; these are counted apart. */
  perRoster: [number, number][];
};

export const usualBudgets: Budgets = {
  answerMs: 4_000,
  searchMs: 3_000,
  patienceMs: 10_000,
  interactionMs: 3_000,
  deliveryMs: 10_000,
  keysMs: 3_000,
  keysHoldMs: 24 * 3_600_000,
  keysAgainMs: 300_000,
  rosterHoldMs: 60_000,
  doubleMs: 15_000,
  perConversation: [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
    [1_800, 3_600_000],
  ],
  perTenant: [[30, 1_000]],
  perRoster: [
    [14, 1_000],
    [16, 2_000],
    [120, 30_000],
    [3_600, 3_600_000],
  ],
};

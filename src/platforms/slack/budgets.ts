// How long each step towards somebody in Slack may take, so that nobody waits before a window that does not open. Slack itself waits three seconds.

export type Budgets = {
  /** For the answer to be there before a window opens with it; afterwards a window that says "one moment" opens. */
  openMs: number;
  /** For Slack to open a window. */
  viewsOpenMs: number;
  /** For a sent form to be saved; after that Slack's three seconds would run out. */
  submitMs: number;
  /** For names in a search field. */
  searchMs: number;
  /** For an answer at all, once something tells the person that it is coming. */
  patienceMs: number;
  /** Any other call while somebody waits. */
  interactionMs: number;
  /** A call of the outbox. */
  deliveryMs: number;
};

/** All of them may be given by tests. */
export type SlackBudgets = Partial<Budgets>;

export const usualBudgets: Budgets = {
  openMs: 800,
  viewsOpenMs: 1_500,
  submitMs: 2_600,
  searchMs: 2_500,
  patienceMs: 10_000,
  interactionMs: 2_000,
  deliveryMs: 10_000,
};

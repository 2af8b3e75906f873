// The limits of Teams on what is drawn, in one table; check.ts compares. Where Microsoft names none, the number is the one at which people can still read it.

export const LIMITS = {
  /**
   * Text, card and mentions of one message, in bytes. Microsoft allows a bot about 100 KB (as UTF-16) and advises 80; its other ways into
   * a channel end at 28 KB, and what keeps to that is taken everywhere.
   */
  messageBytes: 28_000,
  /** One page in a dialog or in the personal chat. A longer one is parted. */
  pageBytes: 28_000,
  /** A form cannot be parted: what was typed in it must come back whole, so it may use what Microsoft advises, counted as UTF-16. */
  formBytes: 80_000,
  /** More buttons than these in one set are not shown on a desktop. */
  actions: 6,
  /** Letters of all labels side by side, at phone width. */
  actionsText: 34,
  dialogTitle: 60,
  summary: 1000,
  buttonText: 75,
  /** A row's button longer than this stands under its words instead of beside them. */
  besideText: 12,
  /** The same for a row whose words take more than this: beside a button they cannot be parted. */
  besideBytes: 2000,
  url: 2000,
  /** One stretch of words; a longer one is parted into several. */
  text: 2000,
  heading: 300,
  confirmTitle: 100,
  confirmText: 300,
  label: 1000,
  id: 200,
  /** More choices than these stand in a menu instead of one below the other. */
  expanded: 10,
  /** The same where several may be ticked: a list of boxes is read more easily than a menu of them. */
  boxes: 20,
  /** More than these in a menu can be searched. */
  menu: 30,
  /** Longer words are cut off in a menu on a phone, so they stand above it in full. */
  menuText: 60,
  choices: 500,
  choiceValue: 500,
  /** Everything a button carries, in bytes: a card of a sentence and one button has room for all that was typed in a form. */
  dataBytes: 24_000,
  /** People named in one message: with the longest names and ids each costs about 320 bytes, and a few lines must fit besides. */
  mentions: 80,
  /** Bytes of a name where somebody is mentioned. */
  mentionName: 40,
} as const;

// What the Slack door itself says: labels of windows, and sentences for when Slack or we are slow. All other wording comes from the rooms.

export const words = {
  bot: 'Mentor',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  more: 'More',
  earlier: 'Earlier',
  open: 'Open',
  done: 'Done',
  doneText: 'That’s done. You can close this window.',
  choose: 'Choose',
  typeAName: 'Type the first letters of a name',
  noAnswer: 'No answer',
  yes: 'Yes',
  somebodyElsewhere: 'a colleague',
  channelElsewhere: 'a channel elsewhere',
  somebodyChosen: 'Somebody you chose earlier',
  somebodyByAddress: 'Somebody you named by e-mail',
  onePerLine: 'One per line.',
  nth: (label: string, n: number): string => `${label} (${n})`,
  ranked: (label: string, n: number): string =>
    `${label}${label.endsWith('?') ? '' : ':'} ${['first', 'second', 'third', 'fourth', 'fifth'][n - 1] ?? `number ${n}`} choice`,
  allChoices: 'The choices in full:',
  oneMoment: 'One moment',
  oneMomentText: 'One moment, please. This page opens here by itself.',
  ready: 'Your page is ready. It is private to you.',
  oldButton: 'That button is from an earlier version of this page. Please open the page again.',
  oldForm: 'This form is from an earlier version, so nothing was saved. Please open it again.',
  notKnownYet:
    'This is taking longer than usual and we can’t say yet whether it is saved. Please press once more in a moment: it counts only once, and what you wrote is still here.',
  pages: (page: number, of: number): string => `Page ${page} of ${of}`,
} as const;

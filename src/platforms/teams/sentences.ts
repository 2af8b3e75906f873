// What the Teams door says by itself when Teams or we are slow, and where something private cannot be said. Labels: words.ts; all other wording comes from the rooms.

export const sentences = {
  oldButton: 'That button is from an earlier version of this page. Please open the page again.',
  oldForm: 'This form is from an earlier version, so nothing was saved. Please open it again.',
  slow: 'This is taking longer than usual. Please look again in a moment.',
  slowForm:
    'This is taking longer than usual and we can’t say yet whether it is saved. Please look again in a moment: it counts only once, and what you wrote is kept.',
  homeSummary: 'Mentor: your home page',
  lookAgain: 'Look again',
  tryAgain: 'Try again',
  inOurChat: 'I’ve written to you in our own chat, where nobody else reads it.',
  openOurChat: 'I answer in private only. Please add me under Apps first, then write to me in our own chat.',
  inOurChatSummary: 'Mentor: something for you',
  unknownSender: 'Teams does not say who you are here, so nothing was done. Please write to me in our own chat.',
  fileOffer: 'Your file is ready. If you accept, it is put into your OneDrive.',
  fileReady: 'Here is your file.',
  fileDeclined: 'All right, the file was not handed over. You can ask for it again at any time.',
  fileGone: 'There is no file to hand over any more. Please ask for it again.',
} as const;

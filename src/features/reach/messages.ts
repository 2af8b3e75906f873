// All wording about how two people of a pairing reach each other: what they share, and notes.

export const says = {
  shareTitle: 'How to reach me',
  shareIntro: (given: string): string =>
    `Only ${given} sees what you give here, on the page of the two of you. What you leave open is not shared. You can change it or take it back at any time, and it is erased when your pairing ends.`,
  emailTick: { label: 'E-mail', text: (address: string): string => `Share my address: ${address}` },
  email: { label: 'E-mail', hint: 'An address by which you like to be written to.' },
  phone: { label: 'Phone', hint: 'A number, and when it suits you.' },
  call: { label: 'Link for calls', hint: 'Your own room for video calls, for example.' },
  save: 'Save',
  badEmail: 'Please give an address such as sam@example.org.',

  noteTitle: (given: string): string => `A note to ${given}`,
  noteIntro: (given: string): string =>
    `${given} gets a message that something is here, and reads the note in a window that only they see. It is kept until it has been read, and for two weeks at most; nobody else can read it, and no copy is kept for you.`,
  note: { label: 'Your note' },
  send: 'Send',
  full: 'There is room for three notes at a time. Another can be sent once one of them has been read, or after two weeks.',
  sent: (given: string): string => `Your note is on its way to ${given}.`,

  readTitle: (given: string): string => `A note from ${given}`,
  unread: (given: string): string =>
    `${given} has sent you a note. Once you have opened it, it stays here for an hour.`,
  read: 'Read it',
  stays: 'It stays here for an hour after you first opened it, and is then erased. You can erase it now.',
  done: 'Erase it',
  answer: 'Send a note back',

  gone: 'There is nothing here any more. Nothing was changed.',
  goneTitle: 'Not here any more',
  which: 'With whom?',
  whichText: 'What you share, and notes, are on the page of the two of you.',
  something: 'Mentor: something for you',
  open: 'Open',
  pair: 'Back to the two of you',
  home: 'See what is next',
};

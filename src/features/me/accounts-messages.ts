// All wording about the accounts by which somebody is known: on Slack, on Microsoft Teams, or on both.

export const labels = {
  accounts: 'Where I use Mentor',
  prefer: (app: string): string => `Write to me on ${app}`,
  unlink: (app: string): string => `Take off ${app}`,
  code: (app: string): string => `Use Mentor on ${app} too`,
  link: 'I use Mentor elsewhere already',
  ask: (app: string): string => `Ask me on ${app}`,
  send: 'Link',
  register: 'What mentoring is',
  contact: 'Ask the co-ordinators',
  yes: 'Yes, that is me',
  no: 'No, not me',
  me: 'Me',
  home: 'See what is next',
};

export const accounts = {
  title: 'Where I use Mentor',
  heading: 'Where I use Mentor',
  line: (apps: string): string => `On ${apps}.`,
  one: (app: string, other: string): string =>
    `You use Mentor on ${app}. If you work on ${other} as well, and Mentor is there, you can use it there too: it is one registration, and everything is the same in both.`,
  several:
    'It is one registration, and everything is the same wherever you open it. Messages come to you in one place.',
  here: ' (here)',
  written: 'Messages come to you here.',
  notWritten: 'You can open Mentor here; no messages come.',
  later: (app: string): string => `${app} can be taken off there, in Mentor under “Where I use Mentor”.`,
  confirm: (app: string) => ({
    title: `Take off ${app}?`,
    text: `Mentor does not know you on ${app} any more, and everything stays as it is in the other place. You can link it again whenever you like.`,
    yes: 'Take it off',
    no: 'Keep it',
  }),
  preferred: (app: string): string => `From now on messages come to you on ${app}.`,
  unlinked: (app: string): string => `Mentor does not know you on ${app} any more.`,
  unlinkedHere: 'Done: this account is not linked any more. Your registration stays as it is in the other place.',
  notFromHere:
    'Nothing was changed: this account can be taken off only from itself, or from one that was there before it.',
};

export const code = {
  title: 'Your code',
  how: (app: string): string =>
    `Within ten minutes, open Mentor on ${app} and type the word “me” to it. Choose “I use Mentor elsewhere already”, and give this code there. It works once.`,
  never: 'Nobody from the scheme will ever ask you for it.',
};

export const link = {
  title: 'I use Mentor elsewhere already',
  intro:
    'Then this account can be linked to the one you have: one registration, and everything the same in both. Open Mentor there, type the word “me”, choose “Where I use Mentor”, and make a code.',
  twin: (app: string): string =>
    `Somebody with your address uses Mentor on ${app}. If that is you, I can ask you there.`,
  waits: (app: string): string =>
    `I have asked on ${app} whether that is you. Once you say yes there, this account is linked.`,
  refused: 'The question whether that is you was answered with a no. If it is you after all, a code links the two.',
  field: { label: 'The code', hint: 'Eight letters and digits, valid for ten minutes.' },
  wrong: 'This code does not fit. It holds for ten minutes and works once; you can make another one there.',
  locked:
    'That was a code that does not fit a few times running. For a quarter of an hour none is taken, to keep everybody’s account safe.',
  asked: 'Thank you. Please look there.',
  done: (app: string): string => `This account is linked: you are one and the same on ${app} and here.`,
  already: 'This account is linked already.',
  hereAlready: 'This code belongs to somebody who uses Mentor here already, with another account. Nothing was changed.',
  twice:
    'With this account you have begun something of your own: the two cannot simply become one. If there is nothing on the other side yet, make the code here and give it there. Otherwise the co-ordinators gladly help.',
};

export const twin = {
  title: 'Is this you?',
  asks: (app: string, name: string): string =>
    `Somebody has opened Mentor on ${app}, as ${name}, with the same address as yours.`,
  nameless: 'somebody',
  onward:
    'If it is you, the two can be one: one registration, and everything the same in both. If it is not, nothing happens, and nobody learns anything about you.',
  over: 'There is nothing to answer here any more.',
  done: (app: string): string =>
    `Thank you. You can use Mentor on ${app} too now. Messages come to you here, unless you choose otherwise.`,
  refused: 'Thank you. Nothing was linked. If this surprises you, the co-ordinators would like to know.',
  meanwhile:
    'Nothing was linked: meanwhile somebody has begun something of their own with that account. The co-ordinators gladly help.',
};

export const letters = {
  something: 'Mentor: something for you',
  open: 'Open',
  linked: 'Mentor: this account is linked now.',
  notLinked: 'Mentor: this account was not linked.',
  unlinked: 'Mentor: this account is not linked any more.',
};

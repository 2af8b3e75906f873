// All wording of a pair that a co-ordinator puts together by hand.

export const two = {
  title: 'Put two together',
  intro:
    'The mentee is asked first; the mentor hears of it only after the mentee’s yes. Before anybody is asked you see what the two share.',
  mentee: { label: 'Who looks for a mentor?', hint: 'Type the beginning of a first name or a surname.' },
  mentor: { label: 'Which mentor do you think of?', hint: 'Type the beginning of a first name or a surname.' },
  onward: 'Look at the two',
  same: 'Please choose two different people.',
  lookTitle: 'These two?',
  names: (mentee: string, mentor: string) => `${mentee} with ${mentor}`,
  share: 'What they share',
  noReasons: 'Nothing in common on their cards yet.',
  line: {
    label: 'One line from you that both will read',
    hint: 'It stands beside what they share when each of them is asked. You can leave it empty.',
  },
  propose: 'Ask the mentee',
  stands: 'What stands in the way',
  nothingSent: 'Nobody has been asked anything.',
  ways: {
    cannot: 'These two cannot be proposed to each other.',
    self: 'This concerns you or somebody connected with you. Another co-ordinator sees to it.',
    noMentee: (name: string) => `${name} is not registered as a mentee.`,
    noMentor: (name: string) => `${name} is not registered as a mentor.`,
    waits: (name: string) => `${name} cannot be matched yet: a step is still open.`,
    away: (name: string) => `${name} has paused.`,
    resting: (name: string) => `${name} is taking a break, and has not offered again yet.`,
    menteeTaken: (name: string) => `${name} has a mentor, or a match is under way.`,
    mentorFull: (name: string) => `${name} has no free place at present.`,
  },
  somebody: 'This person',
  doneTitle: 'Asked',
  done: (mentee: string, day: string) =>
    `${mentee} is asked now, and has until ${day}. The mentor hears of it after a yes.`,
  others: 'Put others together',
  another: 'Choose others',
  waiting: {
    title: 'Waiting for a mentor',
    lead: 'Those who have waited longest come first.',
    none: 'Nobody waits for a mentor at present.',
    topics: (labels: string) => `Would like to talk about: ${labels}`,
    think: 'Think of a mentor',
    more: 'More people',
  },
  desk: 'Desk',
};

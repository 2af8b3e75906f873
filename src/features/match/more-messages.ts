// More wording of matching, in English: what happens to a pair once it was asked, the next-best, a call for mentors, and the settings of a preview.

export const asked = {
  title: 'A pair that was asked',
  somebody: 'somebody',
  waits: (day: string): string => `The mentee has been asked and has until ${day}. The mentor knows nothing of it yet.`,
  settled: 'This has been answered, or has ended. There is nothing to take back any more.',
  lead: 'As long as the mentee has not answered you can take it back. They read that it did not come about, without a reason; the mentor never hears of it. Both can be matched again at once.',
  takeBack: 'Take it back',
  confirm: {
    title: 'Take it back?',
    text: 'The mentee reads one neutral sentence; the mentor never hears of it.',
    yes: 'Take it back',
    no: 'Leave it',
  },
  late: 'The mentee has answered meanwhile, so nothing was taken back.',
  done: 'It is taken back. Both are available again.',
  toRun: 'Back to the pairs',
  desk: 'Desk',
};

export const next = {
  title: 'Next best',
  lead: 'For these mentees a proposal came to nothing, and this is the best that is free now. Nothing is sent by itself: look, and propose it if you agree.',
  none: 'Nothing is prepared at present: either nobody waits after a no, or there is nobody free who fits.',
  look: 'Look',
  more: 'More',
  desk: 'Desk',
  somebody: 'somebody',
};

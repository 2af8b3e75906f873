// All wording of the way of matching.
import type { Scheme } from '../../scheme/kinds.ts';

export const matching = {
  setting: 'Way of matching',
  title: 'Way of matching',
  intro:
    'However it is done, nobody is introduced before both have said yes, and the mentor hears of it only after the mentee’s yes. Whichever you choose, you can put two people together by hand from the desk. People who are registered already are told if the change concerns them; what is under way is seen through.',
  way: {
    label: 'How do people come together?',
    hint: 'With an event, whoever is accepted and trained can be matched once they have been to one.',
  },
  ways: {
    profile: { label: 'From their profiles', hint: 'Topics, areas, times and sites' },
    event: { label: 'At an event', hint: 'People meet first, then say whom they would like' },
    both: { label: 'Profiles and an event', hint: 'Both count together' },
    mentee: {
      label: 'The mentee chooses',
      hint: 'Mentees look through mentors and name up to three, asked one by one',
    },
    coordinator: { label: 'Pair by pair', hint: 'The desk shows who waits; you think of a mentor for each' },
  } satisfies Record<Scheme['matchingMode'], { label: string; hint: string }>,
};

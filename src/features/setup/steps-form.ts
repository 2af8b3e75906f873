// Steps of the journey that a scheme may do without (R0): a co-ordinator's look at each registration, and the offer of a review.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { labels, steps } from './messages.ts';
import { save } from './save.ts';

const choice = { kind: 'choice', optional: false, seenBy: 'everybody' } as const;

export const stepsPage = pageOf({
  word: 'setup.steps',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: steps.title,
    intro: [text(steps.intro)],
    fields: {
      acceptance: { ...choice, ...steps.acceptance, options: steps.acceptances },
      reviews: { ...choice, ...steps.reviews, options: steps.reviewsOptions },
      log: { ...choice, ...steps.log, options: steps.logOptions },
    },
    values: {
      acceptance: scheme.acceptance,
      reviews: scheme.reviewOffers ? 'on' : 'off',
      log: scheme.learningLog ? 'on' : 'off',
    },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { acceptance, reviews, log }) =>
    save(
      turn,
      {
        acceptance: acceptance as Scheme['acceptance'],
        reviewOffers: reviews === 'on',
        learningLog: log === 'on',
      },
      { word: 'setup' },
    ),
});

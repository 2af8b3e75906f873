// How people come together (R8): the way of matching, and what it means for people who are registered already.
import { pageOf } from '../../conversation/feature.ts';
import type { Option } from '../../conversation/form.ts';
import { text } from '../../conversation/notice.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { matching } from './matching-messages.ts';
import { labels } from './messages.ts';
import { rippled } from './ripple.ts';
import { save } from './save.ts';

type Way = Scheme['matchingMode'];

/** The ways that are offered; a way stands here once everything it needs is there. */
const offered: readonly Way[] = ['profile', 'event', 'both', 'mentee', 'coordinator'];

const options: Option[] = offered.map(key => ({ key, ...matching.ways[key] }));

/** The way as the list of settings names it. */
export const saysMatching = ({ matchingMode }: Pick<Scheme, 'matchingMode'>): string =>
  matching.ways[matchingMode].label;

export const matchingPage = pageOf({
  word: 'setup.matching',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: matching.title,
    intro: [text(matching.intro)],
    fields: {
      way: { kind: 'choice', ...matching.way, options, optional: false, seenBy: 'everybody' },
    },
    values: { way: scheme.matchingMode },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { way }) => save(turn, { matchingMode: way as Way }, { word: 'setup' }, rippled(turn)),
});

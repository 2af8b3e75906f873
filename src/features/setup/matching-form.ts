// The setting that says how people come together (R8). What each way means for people is the business of the rooms that carry it out.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { labels, matching } from './messages.ts';
import { save } from './save.ts';

export const matchingPage = pageOf({
  word: 'setup.matching',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: matching.title,
    intro: [text(matching.intro)],
    fields: {
      mode: { kind: 'choice', ...matching.mode, options: matching.modes, optional: false, seenBy: 'everybody' },
    },
    values: matching.modes.some(mode => mode.key === scheme.matchingMode) ? { mode: scheme.matchingMode } : {},
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { mode }) => save(turn, { matchingMode: mode as Scheme['matchingMode'] }, { word: 'setup' }),
});

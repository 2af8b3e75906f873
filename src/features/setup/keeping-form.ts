// How long what people wrote, and what stands about them, is kept: months by class. Erasing is the room keep's business.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import { keeping, labels } from './messages.ts';
import { save } from './save.ts';

const months = (words: { label: string; hint?: string }, from: number, to: number) =>
  ({ kind: 'number', ...words, from, to, optional: false, seenBy: 'everybody' }) as const;

const fields = {
  papers: months(keeping.papers, 1, 24),
  exit: months(keeping.exit, 1, 60),
  registration: months(keeping.registration, 1, 60),
  pairing: months(keeping.pairing, 1, 120),
  passing: months(keeping.passing, 1, 60),
};

export const keepingPage = pageOf({
  word: 'setup.keeping',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: keeping.title,
    intro: [text(keeping.intro)],
    fields,
    values: { ...scheme.keepMonths },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  // What hangs on a pairing cannot outlive it.
  take: (turn, _ids, keepMonths) =>
    keepMonths.pairing < Math.max(keepMonths.papers, keepMonths.exit)
      ? { problems: { pairing: keeping.longest } }
      : save(turn, { keepMonths }, { word: 'setup' }),
});

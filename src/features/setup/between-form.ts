// What two people are offered once they are introduced, step by step; each can be left out (R0). And whether agreements say that mentoring is working time.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { between, labels } from './messages.ts';
import { save } from './save.ts';

const STEPS = ['agreements', 'agendas', 'meetingReminders', 'objectives', 'closings', 'extensions'] as const;

const ticked = (scheme: Scheme): string[] => STEPS.filter(step => scheme[step]);

/** What is offered, in a line. */
export function saysBetween(scheme: Scheme): string {
  const labels_ = between.options.filter(({ key }) => ticked(scheme).includes(key)).map(({ label }) => label);
  const offered = labels_.length > 0 ? labels_.join(' · ') : between.nothing;
  return scheme.workingTime ? `${offered}. ${between.working}` : offered;
}

export const betweenPage = pageOf({
  word: 'setup.between',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: between.title,
    intro: [text(between.intro)],
    fields: {
      steps: {
        kind: 'choices',
        label: between.steps,
        options: between.options,
        optional: true,
        seenBy: 'everybody',
      },
      workingTime: { kind: 'agree', ...between.workingTime, optional: true, seenBy: 'everybody' },
    },
    values: { steps: ticked(scheme), workingTime: scheme.workingTime },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { steps, workingTime }) => {
    const set = Object.fromEntries(STEPS.map(step => [step, steps.includes(step)])) as Pick<
      Scheme,
      (typeof STEPS)[number]
    >;
    return save(turn, { ...set, workingTime }, { word: 'setup' });
  },
});

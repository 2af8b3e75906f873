// What the scheme offers around training (R0): sessions announced here, a private look at one's own skills, asking for topics; and for how long training counts.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { labels, sessions } from './messages.ts';
import { save } from './save.ts';

type Offer = 'sessions' | 'selfCheck' | 'supportAsked';
const offers = sessions.options as { key: Offer; label: string }[];
const months = [0, 6, 12, 18, 24, 36].map(n => ({ key: String(n), label: sessions.counts(n) }));

/** What is offered, and for how long training counts, in a line or two. */
export function saysSessions(scheme: Scheme): string {
  const offered = offers.filter(({ key }) => scheme[key]).map(({ label }) => label);
  const says = offered.length > 0 ? offered.join(' · ') : sessions.nothing;
  return `${says}.\n${sessions.months.label} ${sessions.counts(scheme.trainingMonths)}.`;
}

export const sessionsPage = pageOf({
  word: 'setup.sessions',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: sessions.title,
    intro: [text(sessions.intro)],
    fields: {
      offers: { kind: 'choices', label: sessions.offers, options: offers, optional: true, seenBy: 'everybody' },
      months: { kind: 'choice', ...sessions.months, options: months, optional: false, seenBy: 'everybody' },
    },
    values: {
      offers: offers.map(({ key }) => key).filter(key => scheme[key]),
      months: months.some(({ key }) => key === String(scheme.trainingMonths)) ? String(scheme.trainingMonths) : '0',
    },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, given) =>
    save(
      turn,
      {
        sessions: given.offers.includes('sessions'),
        selfCheck: given.offers.includes('selfCheck'),
        supportAsked: given.offers.includes('supportAsked'),
        trainingMonths: Number(given.months),
      },
      { word: 'setup' },
    ),
});

// How check-ins reach me (where there are none: whether anything is asked of me), and whether I am mentioned in their posts: my own settings, never anybody else's.
import { pageOf } from '../../conversation/feature.ts';
import type { Fields, Form } from '../../conversation/form.ts';
import { open, text, type View } from '../../conversation/notice.ts';
import { next, put } from '../../conversation/outcome.ts';
import type { Person, Scheme } from '../../scheme/kinds.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { labels, me, reminders } from './messages.ts';

const choice = { kind: 'choice', optional: false, seenBy: 'self' } as const;

/** Nobody is asked about check-ins that the scheme does without (R0): then there are messages, or none; what was wished for a check-in stays. */
function fieldsOf(scheme: Scheme, { checkins }: Person): Fields {
  if (hasCheckins(scheme))
    return {
      checkins: { ...choice, ...reminders.checkins, options: reminders.options },
      mention: { kind: 'agree', ...reminders.mention, optional: true, seenBy: 'self' },
    };
  const some = { key: checkins === 'none' ? 'channel' : checkins, label: reminders.without.direct };
  const none = reminders.options.filter(({ key }) => key === 'none');
  return { checkins: { ...choice, ...reminders.without.checkins, options: [some, ...none] } };
}

type Chosen = { checkins: Person['checkins']; mention?: boolean };

export const remindersPage = pageOf({
  word: 'me.reminders',
  also: ['reminders'],
  for: 'member',
  plan: () => ({}),
  show: ({ actor: { person }, scheme }): Form | View =>
    person
      ? {
          title: reminders.title,
          intro: [text(hasCheckins(scheme) ? reminders.intro : reminders.without.intro)],
          fields: fieldsOf(scheme, person),
          values: { checkins: person.checkins, mention: person.mention } as never,
          submit: labels.save,
          back: { word: 'me' },
        }
      : { title: reminders.title, parts: [text(me.none)], buttons: [open(labels.register, 'register')] },
  take: ({ actor: { person } }, _ids, answers: unknown) => {
    const { checkins, mention = person?.mention ?? false } = answers as Chosen;
    return {
      ...(person ? { changes: { put: [put('person', { ...person, checkins, mention })] } } : {}),
      screen: next('me'),
    };
  },
});

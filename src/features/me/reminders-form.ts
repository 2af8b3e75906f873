// How check-ins reach me, and whether I am mentioned in their posts: my own settings, never anybody else's.
import { pageOf } from '../../conversation/feature.ts';
import { open, text } from '../../conversation/notice.ts';
import { next, put } from '../../conversation/outcome.ts';
import type { Person } from '../../scheme/kinds.ts';
import { labels, me, reminders } from './messages.ts';

export const remindersPage = pageOf({
  word: 'me.reminders',
  also: ['reminders'],
  for: 'member',
  plan: () => ({}),
  show: ({ actor: { person } }) =>
    person
      ? {
          title: reminders.title,
          intro: [text(reminders.intro)],
          fields: {
            checkins: {
              kind: 'choice',
              ...reminders.checkins,
              options: reminders.options,
              optional: false,
              seenBy: 'self',
            },
            mention: { kind: 'agree', ...reminders.mention, optional: true, seenBy: 'self' },
          },
          values: { checkins: person.checkins, mention: person.mention },
          submit: labels.save,
          back: { word: 'me' },
        }
      : { title: reminders.title, parts: [text(me.none)], buttons: [open(labels.register, 'register')] },
  take: ({ actor: { person } }, _ids, { checkins, mention }) => ({
    ...(person
      ? { changes: { put: [put('person', { ...person, checkins: checkins as Person['checkins'], mention })] } }
      : {}),
    screen: next('me'),
  }),
});

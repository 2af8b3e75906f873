// Whether people write in the forum, and whether a co-ordinator looks before others read it (R0, F20).
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { forum, labels } from './messages.ts';
import { save } from './save.ts';

export const saysForum = (scheme: Scheme): string =>
  forum.options.find(({ key }) => key === scheme.stories)?.label ?? '';

export const forumPage = pageOf({
  word: 'setup.forum',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: forum.title,
    intro: [text(forum.intro)],
    fields: {
      stories: { kind: 'choice', ...forum.stories, options: forum.options, optional: false, seenBy: 'everybody' },
    },
    values: { stories: scheme.stories },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { stories }) => save(turn, { stories: stories as Scheme['stories'] }, { word: 'setup' }),
});

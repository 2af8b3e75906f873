// The search for a mentor: a topic, a site, a word, or somebody in mind. What is typed steers the next page and is kept nowhere.
import { pageOf } from '../../conversation/feature.ts';
import type { PersonAnswer } from '../../conversation/form.ts';
import { text } from '../../conversation/notice.ts';
import { next } from '../../conversation/outcome.ts';
import { messages } from './messages.ts';
import { LONGEST_WORD, searchIn } from './search.ts';

const words = messages.find;
const seen = { optional: true, seenBy: 'none' } as const;

type Answers = { topic?: string; site?: string; word?: string; who: PersonAnswer[] };

export const findPage = pageOf({
  word: 'choose.find',
  for: 'member',
  plan: () => ({}),
  show: ({ scheme }, ids) => ({
    title: words.title,
    intro: [text(words.intro)],
    fields: {
      ...(scheme.topics.length > 0
        ? { topic: { kind: 'choice', ...words.topic, options: scheme.topics, ...seen } }
        : {}),
      ...(scheme.sites.length > 0 ? { site: { kind: 'choice', ...words.site, options: scheme.sites, ...seen } } : {}),
      word: { kind: 'text', ...words.word, max: LONGEST_WORD, lines: false, ...seen },
      who: { kind: 'person', ...words.who, atMost: 1, byEmail: false, ...seen },
    },
    submit: words.submit,
    back: { word: 'choose', ids: ids['more'] === 'yes' ? { more: 'yes' } : {} },
  }),
  take: (_turn, ids, answers) => {
    const { topic = '', site = '', word = '', who } = answers as unknown as Answers;
    const more = ids['more'] ?? '';
    const found = who[0];
    if (found && 'person' in found)
      return { screen: next('choose.one', { mentor: found.person, ...searchIn({ more }) }) };
    return { screen: next('choose', searchIn({ topic, site, word, more })) };
  },
});

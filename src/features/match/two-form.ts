// A co-ordinator thinks of two people: the form in which both are named. What stands between them is two-page.ts.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import { next } from '../../conversation/outcome.ts';
import { two } from './two-messages.ts';

const who = { kind: 'person', atMost: 1, byEmail: false, optional: false, seenBy: 'none' } as const;

export const twoForm = pageOf({
  word: 'match.two',
  for: 'coordinator',
  plan: () => ({}),
  show: (_turn, ids) => ({
    title: two.title,
    intro: [text(two.intro)],
    fields: { mentee: { ...who, ...two.mentee }, mentor: { ...who, ...two.mentor } },
    values: { ...named('mentee', ids['mentee']), ...named('mentor', ids['mentor']) },
    submit: two.onward,
    back: { word: 'match' },
  }),
  take: (_turn, _ids, { mentee, mentor }) => {
    const [one, other] = [mentee[0], mentor[0]];
    if (!one || !other || !('person' in one) || !('person' in other) || one.person === other.person)
      return { problems: { mentor: two.same } };
    return { screen: next('match.propose', { mentee: one.person, mentor: other.person }) };
  },
});

const named = (field: 'mentee' | 'mentor', person: string | undefined) =>
  person === undefined ? {} : { [field]: [{ person }] };

// What a CPD record asks for beside the entry itself (F14); all of it optional.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put } from '../../conversation/outcome.ts';
import { sentences } from '../../conversation/sentences.ts';
import { LONG } from './entry-form.ts';
import { labels, entry as saysOfEntry, skills, more as words } from './messages.ts';
import { entryIn } from './mine.ts';

const long = (said: { label: string; hint?: string }) =>
  ({ kind: 'text', ...said, max: LONG, lines: true, optional: true, seenBy: 'own' }) as const;

const fields = {
  did: long(words.did),
  practice: long(words.practice),
  users: long(words.users),
  plan: long(words.plan),
  skills: { kind: 'choices', ...words.skills, options: skills, optional: true, seenBy: 'own' },
  minutes: { kind: 'number', ...words.minutes, from: 1, to: 6000, optional: true, seenBy: 'own' },
  link: { kind: 'link', ...words.link, optional: true, seenBy: 'own' },
} as const;
type Fields = typeof fields;

export const morePage = pageOf({
  word: 'log.more',
  for: 'member',
  plan: (ids: Ids) => ({ entry: entryIn(ids) }),
  show: (turn): Form<Fields> | View => {
    const { entry } = turn.open;
    if (!entry) return sentences.notHere();
    const { did, practice, users, plan, minutes, link } = entry;
    const given = Object.entries({ did, practice, users, plan, minutes, link }).filter(([, v]) => v !== undefined);
    return {
      title: words.title,
      intro: [text(words.intro)],
      fields,
      values: { ...Object.fromEntries(given), skills: entry.skills ?? [] },
      submit: labels.save,
      back: { word: 'log.entry', ids: { entry: entry.id } },
    };
  },
  take: (turn, _ids, answers): Outcome => {
    const { entry } = turn.open;
    if (!entry) return { screen: next('log') };
    if (turn.changed('logentry', entry.id)) return { problems: { did: saysOfEntry.changed } };
    const { skills: chosen, ...rest } = answers;
    const after = { ...entry, ...rest, skills: chosen.length > 0 ? chosen : undefined };
    return { changes: { put: [put('logentry', after)] }, screen: next('log.entry', { entry: entry.id, kept: '1' }) };
  },
});

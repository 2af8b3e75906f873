// A message that could not be delivered: one line to the co-ordinators, saying to whom but never what.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Button, type Ids, open, text } from '../../conversation/notice.ts';
import type { Changes, LetterOrder } from '../../conversation/outcome.ts';
import { one } from '../../conversation/plan.ts';
import type { Person, Scheme } from '../../scheme/kinds.ts';
import { labels, undelivered } from './messages.ts';

/** `person:…`, `account:…` or `channel:…`: one line for each waits at a time, however many messages there were. */
function addressee(ids: Ids): string {
  const kind = (['person', 'account', 'channel'] as const).find(name => ids[name] !== undefined);
  return kind ? `${kind}:${ids[kind]}` : 'somebody';
}

function routes(scheme: Scheme, ids: Ids): LetterOrder[] {
  const order = { letter: 'watch.undelivered', ids, id: `watch.undelivered.${addressee(ids)}` };
  if (!ids['channel'] || !scheme.alerts.includes(ids['channel']))
    return [{ ...order, to: { channel: 'coordinators' } }];
  return scheme.coordinators.map((account, n) => ({ ...order, id: `${order.id}.${n}`, to: { account } }));
}

export const undeliveredRule = dateOf({
  what: 'happening.undelivered',
  plan: ids => ({ person: one('person', ids['person'] ?? 'none') }),
  decide: ({ scheme, open: { person } }, ids): Changes | undefined => {
    // Our own lines about trouble never beget further ones; of somebody who is gone the co-ordinators know already.
    if (ids['letter']?.startsWith('watch.') || person?.goneAt) return undefined;
    return {
      letters: routes(scheme, ids),
      history: [{ what: 'letter.undelivered', about: [ids['person'] ?? ids['account'] ?? ids['channel'] ?? 'scheme'] }],
    };
  },
});

function lineFor(scheme: Scheme, person: Person | undefined, ids: Ids): string {
  if (ids['person'] !== undefined) return person ? undelivered.person(person.name) : undelivered.somebody;
  if (ids['account'] !== undefined) return undelivered.account;
  return scheme.alerts.includes(ids['channel'] ?? '') ? undelivered.alerts : undelivered.forum;
}

export const undeliveredLetter = letterOf({
  name: 'watch.undelivered',
  class: 'answer',
  plan: ids => ({ person: one('person', ids['person'] ?? 'none') }),
  draw: ({ scheme, open: { person } }, ids) => {
    const line = lineFor(scheme, person, ids);
    const why = undelivered.why[ids['why'] ?? ''] ?? undelivered.why['unknown'] ?? '';
    const to: Button = person
      ? open(labels.open, 'people.one', { person: person.id })
      : open(labels.setup, 'setup.checked');
    return {
      text: line,
      parts: [text([{ bold: line }, ` ${why}`, ...(person ? [` ${undelivered.what}`] : [])])],
      buttons: [to],
    };
  },
});

// A message that could not be delivered: one line to the co-ordinators, saying to whom but never what; and a check-in without its forum, which goes to people directly.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Button, type Ids, open, text } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, page } from '../../conversation/plan.ts';
import { usableChannels } from '../../scheme/channels.ts';
import { onceEach } from '../../scheme/coordinators.ts';
import type { Person, Round, Scheme } from '../../scheme/kinds.ts';
import { laneOf } from '../../scheme/lanes.ts';
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
  return onceEach(scheme).map((account, n) => ({ ...order, id: `${order.id}.${n}`, to: { account } }));
}

/** A forum was lost before anybody knew: its round is gone through again, and everybody due who can see no other post is asked directly. That the channel is gone has been said. */
function withoutForum(scheme: Scheme, [round]: Round[], channel: string): Changes {
  const lane = laneOf(channel);
  const isBack = usableChannels(scheme, 'forum').some(address => laneOf(address) === lane);
  if (!round?.postedIn.includes(lane) || isBack) return {};
  return {
    put: [put('round', { ...round, postedIn: round.postedIn.filter(other => other !== lane) })],
    jobs: [
      { job: 'checkin.round', ids: { round: round.id, again: 'yes' }, id: `checkin.directly-${round.id}@${lane}` },
    ],
  };
}

export const undeliveredRule = dateOf({
  what: 'happening.undelivered',
  plan: ids => ({
    person: one('person', ids['person'] ?? 'none'),
    rounds: page('round', 'round.all', { max: 1 }),
  }),
  decide: ({ scheme, open: { person, rounds } }, ids): Changes | undefined => {
    if (ids['letter'] === 'checkin.post' && ids['why'] === 'channel')
      return withoutForum(scheme, rounds, ids['channel'] ?? '');
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

// A story with somebody who keeps a learning log.
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import type { LogEntry, Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { words } from '../page.ts';
import { accountOf, samAndAlex } from '../people.ts';
import { aStory, type Story } from '../story.ts';
import { NOW } from '../turn.ts';

export const sam = accountOf('sam');
export const alex = accountOf('alex');

export const anEntry = (id: string, more: Partial<LogEntry> = {}): Put =>
  put('logentry', {
    id,
    person: 'sam',
    on: '2026-11-20',
    at: NOW - 1,
    learning: 'professional',
    activity: 'Mentoring meeting 2',
    learned: 'To ask before I answer.',
    ...more,
  });

export const aMeeting = (id: string, more: object = {}): Put =>
  put('meeting', {
    id,
    pairing: 'P1',
    mentor: 'sam',
    mentee: 'alex',
    on: '2026-11-20',
    state: 'held',
    recordedBy: ['sam'],
    offeredTo: [],
    ...more,
  });

/** The two of a pairing, and these records; a record given here stands in the place of their own. */
export function begin(
  records: Put[] = [],
  scheme: Partial<Scheme> = {},
  pairing: Partial<Pairing> = {},
): Promise<Story> {
  const all = [...samAndAlex({ state: 'active', met: 2, ...pairing }), ...records];
  return aStory([...new Map(all.map(one => [`${one.kind}/${one.value.id}`, one])).values()], scheme);
}

/** Everything a reply says. */
export const read = (reply: Reply): string => {
  if (reply.show === 'view') return words(reply.view.parts);
  return reply.show === 'form' ? JSON.stringify([reply.problems, reply.form.intro, reply.form.values]) : reply.show;
};

export async function entries(on: Story): Promise<LogEntry[]> {
  const { keys } = await on.store.keys(undefined, 10_000);
  const ids = keys.filter(key => key.startsWith('logentry/')).map(key => key.slice('logentry/'.length));
  const found = await Promise.all(ids.map(id => on.read('logentry', id)));
  return found.flatMap(one => one ?? []);
}

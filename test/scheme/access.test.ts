// Who may read what, for every kind of record: a table written down here without asking the program, so that a mistake in it cannot agree with itself.
import { describe, expect, test } from 'vitest';
import { mayRead, type Reader } from '../../src/scheme/access.ts';
import type { Readers } from '../../src/scheme/kind.ts';
import { type KindName, kinds } from '../../src/scheme/kinds.ts';

/** A record about Alex, whom Sam mentors; one co-ordinator is kept away from it. */
const record = { id: 'r', person: 'alex', mentee: 'alex', mentor: 'sam', state: 'active', closedTo: ['kept-away'] };
const coordinating = { coordinator: true, others: [{ person: 'cora' }] };
const readers = {
  alex: { person: 'alex', coordinator: false },
  sam: { person: 'sam', coordinator: false },
  'another member': { person: 'ros', coordinator: false },
  'a stranger': { account: 'slack/T1/USTR', coordinator: false },
  'a co-ordinator': { ...coordinating, person: 'cora' },
  'a co-ordinator without a registration': { ...coordinating, account: 'slack/T1/UC1' },
  'a co-ordinator who is kept away': { ...coordinating, person: 'kept-away' },
  'Sam as a co-ordinator': { ...coordinating, person: 'sam' },
  'the forum': { coordinator: false, channel: 'forum' },
  'the co-ordinators’ channel': { coordinator: false, channel: 'coordinators' },
} satisfies Record<string, Reader>;
type Name = keyof typeof readers;

const coordinators: Name[] = ['a co-ordinator', 'a co-ordinator without a registration'];
const channel: Name = 'the co-ordinators’ channel';
const table: Record<Readers, Name[]> = {
  everybody: Object.keys(readers) as Name[],
  self: ['alex', ...coordinators, 'Sam as a co-ordinator', channel],
  pool: [
    'alex',
    'sam',
    'another member',
    ...coordinators,
    'a co-ordinator who is kept away',
    'Sam as a co-ordinator',
    channel,
  ],
  coordinator: ['alex', ...coordinators, channel],
  both: ['alex', 'sam', ...coordinators, 'Sam as a co-ordinator', channel],
  pairing: ['alex', 'sam', 'Sam as a co-ordinator'],
  own: ['alex'],
  counts: [],
  engine: [],
};

const names = Object.keys(kinds) as KindName[];
// That an account is somebody's, each turn begins with.
const readable = names.filter(name => name !== 'account');

describe('who may read', () => {
  test.each(readable)('%s', name => {
    const allowed = (Object.keys(readers) as Name[]).filter(who => mayRead(name, record as never, readers[who]));
    expect(allowed.sort()).toEqual([...table[kinds[name].readers]].sort());
  });

  test('R13: a mentor reads nothing of a proposal before the mentee’s yes, nor of one that came to nothing before it', () => {
    for (const state of ['proposed', 'not-formed'])
      for (const name of readable.filter(one => ['both', 'pairing'].includes(kinds[one].readers))) {
        const proposal = { ...record, state } as never;
        expect(mayRead(name, proposal, readers.alex), name).toBe(true);
        expect(mayRead(name, proposal, readers.sam), name).toBe(false);
        expect(mayRead(name, proposal, readers['Sam as a co-ordinator']), name).toBe(false);
      }
  });

  test('R54: of what two people write to each other a co-ordinator reads nothing', () => {
    const between: KindName[] = ['papers', 'agreement', 'objective', 'meeting', 'share', 'note'];
    for (const name of between) expect(mayRead(name, record as never, readers['a co-ordinator']), name).toBe(false);
  });
});

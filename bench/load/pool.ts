// A pool of technicians for the load bench as records of a store: seeded people, registered and free, with cards, casefiles and lists.
import { type Put, put } from '../../src/conversation/outcome.ts';
import { newScheme, slots } from '../../src/scheme/defaults.ts';
import { aCard } from '../../test/features/people.ts';
import { aRegistration } from '../../test/features/records.ts';
import { aPerson, NOW } from '../../test/features/turn.ts';
import { stream } from '../matching/families.ts';

const scheme = newScheme('Europe/London', [], [], []);
const keys = (options: readonly { key: string }[]): string[] => options.map(option => option.key);
const MODES = ['person', 'video', 'phone'];

/** So many mentees and mentors, each of whom could be matched. */
export function poolOf(mentees: number, mentors: number, seed: number): Put[] {
  const whole = stream(seed);
  const some = (names: readonly string[], count: number): string[] =>
    [...new Set(Array.from({ length: count }, () => names[whole(names.length)] ?? ''))].filter(Boolean);
  const one = (role: 'mentee' | 'mentor', n: number): Put[] => {
    const id = `${role}${n}`;
    const account = `slack/T0NORTHMOOR/UPOOL${role.toUpperCase()}${n}`;
    const card = {
      ...aCard(id, role, `Person Number ${n}`),
      topics: some(keys(scheme.topics), role === 'mentee' ? 3 : 6),
      areas: some(keys(scheme.areas), 2),
      stage: keys(scheme.stages)[whole(5)] ?? '',
      modes: some(MODES, 2),
      slots: some(keys(slots), 5),
      ...(role === 'mentor' ? { career: 'Years at the bench, and glad to share what they taught. '.repeat(6) } : {}),
    };
    return [
      put('account', { id: account, person: id }),
      put(
        'person',
        aPerson(id, `Person Number ${n}`, { accounts: [account], joinedAt: NOW - n, emailHash: `hash-${id}` }),
      ),
      put('registration', aRegistration(id, role, { capacity: role === 'mentor' ? 1 + whole(3) : 1 })),
      put('card', card),
      put('casefile', {
        id: `${id}-${role}`,
        person: id,
        role,
        arrangement: false,
        closedTo: [],
        goals: 'To see further. '.repeat(20),
      }),
    ];
  };
  return [
    ...Array.from({ length: mentees }, (_, n) => one('mentee', n)).flat(),
    ...Array.from({ length: mentors }, (_, n) => one('mentor', n)).flat(),
  ];
}

// R11: joining is voluntary. Whoever acts registers themselves or nobody, whatever ids they send, and whatever role they have in the scheme.
import { expect, test } from 'vitest';
import type { Changes } from '../../../src/conversation/outcome.ts';
import type { Actor, Turn } from '../../../src/conversation/turn.ts';
import type { Mine } from '../../../src/features/register/mine.ts';
import { registerRoom } from '../../../src/features/register/register.ts';
import type { Person } from '../../../src/scheme/kinds.ts';
import { changesOf, leads, pressed, show } from '../page.ts';
import { aPerson } from '../turn.ts';
import { ANSWERS, answered, myTurn, NEW, SAM } from './mine.ts';

/** Ids that name somebody else in every way there is. */
const alex = {
  person: 'alex',
  registration: 'alex-mentor',
  account: 'slack/T1/Ualex',
  mentor: 'alex',
  mentee: 'alex',
  id: 'alex',
};
const coordinator: Actor = {
  account: 'slack/T1/UC1',
  coordinator: true,
  person: aPerson('c1', 'Cora', { accounts: ['slack/T1/UC1'] }),
};

const owners = ({ put = [] }: Changes): string[] =>
  put.flatMap(({ kind, value }) => {
    if (kind === 'scheme') return [];
    const { id, person } = value as { id: string; person?: string };
    return [person ?? id];
  });

/** Everything is answered, and sent, with ids that name Alex. */
function sentFor(actor: Person | Actor, role: 'mentor' | 'mentee'): Changes {
  const ids = { ...alex, role };
  const last = ANSWERS['last'] ?? {};
  const forms: [string, Record<string, unknown>][] = [
    ['you', ANSWERS['you'] ?? {}],
    [role, role === 'mentee' ? { ...ANSWERS[role], ...last } : (ANSWERS[role] ?? {})],
    ...(role === 'mentor' ? [['last', last] satisfies [string, Record<string, unknown>]] : []),
  ];
  const { book } = answered(actor, ids, forms);
  const kept: Partial<Mine> = 'account' in actor ? { early: book } : { notebook: book };
  return changesOf(pressed(registerRoom, 'register.check', 'send', myTurn(actor, kept), ids));
}

test.each([
  ['somebody new', NEW, 'id-person'],
  ['somebody known', SAM, 'sam'],
  ['a co-ordinator', coordinator, 'c1'],
] as const)('R11: %s who names somebody else everywhere registers nobody but themselves', (_who, actor, self) => {
  for (const role of ['mentor', 'mentee'] as const) {
    const changes = sentFor(actor, role);
    expect(changes.put?.some(({ kind }) => kind === 'registration')).toBe(true);
    const own = [self, 'slack/T1/UNEW'];
    expect(owners(changes).filter(owner => !own.includes(owner))).toEqual([]);
    expect(JSON.stringify(changes)).not.toContain('alex');
  }
});

test('R11: no page of registering asks for whom it is, and none begins anything by being looked at', () => {
  for (const page of registerRoom.pages) {
    for (const actor of [NEW, SAM, coordinator]) {
      const screen = show(registerRoom, page.word, myTurn(actor) as Turn<Mine>, { ...alex, role: 'mentor' });
      if (!('fields' in screen)) continue;
      const people = Object.entries(screen.fields).filter(([, { kind }]) => kind === 'person' || kind === 'account');
      // The one person ever asked for is somebody one is not to be paired with.
      expect(people.map(([name]) => name).filter(name => name !== 'notPair')).toEqual([]);
    }
  }
});

test('R11: a co-ordinator has no way to register somebody: what they are offered is their own registration', () => {
  const front = leads(show(registerRoom, 'register', myTurn(coordinator), alex));
  const plain = leads(show(registerRoom, 'register', myTurn(SAM), {}));
  expect(front).toEqual(plain);
});

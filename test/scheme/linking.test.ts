// One person with two accounts: codes, what may be linked and taken off, and whose a co-ordinator's rights are.
import { describe, expect, test } from 'vitest';
import { onceEach, withoutPersonOf } from '../../src/scheme/coordinators.ts';
import {
  codeFrom,
  coordinatorLinked,
  coordinatorUnlinked,
  isOnlyDrafts,
  LOCKED_FOR,
  mayLink,
  mayUnlink,
  readCode,
  sayCode,
  withAccount,
  withDraftsOf,
  withoutAccount,
  wrongCode,
} from '../../src/scheme/linking.ts';
import { reachedBy } from '../../src/scheme/reach.ts';
import { aPerson, aScheme, NOW } from '../features/turn.ts';

const SLACK = 'slack/T1/US';
const TEAMS = 'teams/X/1';
const sam = aPerson('S', 'Sam');
const both = withAccount(sam, TEAMS);
const book = (drafts: object) => ({ id: 'S', person: 'S', drafts, reviews: {}, exits: {} }) as never;

describe('codes', () => {
  test('eight letters and digits that are not taken for each other, and the same when typed in any way', () => {
    const code = codeFrom('x9-_AZaz09bcd');
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect(readCode(` ${sayCode(code).toLowerCase().replace('-', ' - ')} `)).toBe(code);
  });
  test('after five that do not fit none is taken for a while, and then they are counted anew', () => {
    let after = wrongCode(undefined, TEAMS, NOW);
    for (let n = 1; n < 4; n++) after = wrongCode(after, TEAMS, NOW);
    expect(after).toMatchObject({ wrong: 4 });
    expect(after.lockedUntil).toBeUndefined();
    expect(wrongCode(after, TEAMS, NOW)).toMatchObject({ wrong: 0, lockedUntil: NOW + LOCKED_FOR });
  });
});

describe('accounts', () => {
  test('one in each workspace or tenant, and none for somebody who is gone', () => {
    expect(mayLink(sam, TEAMS)).toBe(true);
    expect(mayLink(sam, 'slack/T1/UOTHER')).toBe(false);
    expect(mayLink({ ...sam, goneAt: 1 }, TEAMS)).toBe(false);
  });
  test('never the last is taken off, and none from one that was linked after it', () => {
    expect(mayUnlink(both, TEAMS, SLACK)).toBe(true);
    expect(mayUnlink(both, TEAMS, TEAMS)).toBe(true);
    expect(mayUnlink(both, SLACK, SLACK)).toBe(true);
    expect(mayUnlink(both, SLACK, TEAMS)).toBe(false);
    expect(mayUnlink(sam, SLACK, SLACK)).toBe(false);
    expect(mayUnlink(both, 'teams/X/2', SLACK)).toBe(false);
  });
  test('a preference goes with the account it was for, and no other', () => {
    expect(withoutAccount({ ...both, prefers: TEAMS }, TEAMS)).toEqual(sam);
    expect(withoutAccount({ ...both, prefers: SLACK }, TEAMS).prefers).toBe(SLACK);
  });
  test('messages go where somebody prefers, else where they began, and never where we are shut out if there is another', () => {
    expect(reachedBy(both, { troubles: {} })).toBe(SLACK);
    expect(reachedBy({ ...both, prefers: TEAMS }, { troubles: {} })).toBe(TEAMS);
    expect(reachedBy({ ...both, prefers: TEAMS }, { troubles: { 'lane:teams/X': 1 } })).toBe(SLACK);
    expect(reachedBy(sam, { troubles: { 'lane:slack/T1': 1 } })).toBe(SLACK);
  });
});

describe('co-ordinators', () => {
  const scheme = aScheme({ coordinators: [SLACK, 'slack/T1/UC2'], coordinatorNames: { [SLACK]: 'Sam O.' } });
  test('whoever is one is so by either account, under one name, and counts once', () => {
    const linked = coordinatorLinked(scheme, both);
    expect(linked?.coordinators).toEqual([SLACK, 'slack/T1/UC2', TEAMS]);
    expect(linked?.coordinatorPersons).toEqual({ [SLACK]: 'S', [TEAMS]: 'S' });
    expect(linked?.coordinatorNames[TEAMS]).toBe('Sam O.');
    expect(onceEach(linked!)).toEqual([SLACK, 'slack/T1/UC2']);
    expect(onceEach(linked!, linked!.coordinators, 'teams/X')).toEqual([TEAMS, 'slack/T1/UC2']);
    expect(withoutPersonOf(linked!, linked!.coordinators, TEAMS)).toEqual(['slack/T1/UC2']);
    expect(coordinatorLinked(aScheme(), both)).toBeUndefined();
  });
  test('an account that is taken off keeps no rights that came by linking', () => {
    const linked = coordinatorLinked(scheme, both)!;
    const after = coordinatorUnlinked(linked, sam, TEAMS);
    expect(after?.coordinators).toEqual([SLACK, 'slack/T1/UC2']);
    expect(after?.coordinatorPersons).toEqual({ [SLACK]: 'S' });
  });
  test('the only account that had the rights keeps them', () => {
    const after = coordinatorUnlinked(
      aScheme({ coordinators: [TEAMS], coordinatorPersons: { [TEAMS]: 'S' } }),
      sam,
      TEAMS,
    );
    expect(after).toMatchObject({ coordinators: [TEAMS], coordinatorPersons: {} });
  });
});

test('what was begun elsewhere comes along, and never in place of what was begun here', () => {
  expect(withDraftsOf(book({ a: { x: 1 } }), [book({ a: { x: 2 }, b: {} }), undefined]).drafts).toEqual({
    a: { x: 1 },
    b: {},
  });
  expect([isOnlyDrafts(undefined), isOnlyDrafts(book({ a: {} }))]).toEqual([true, true]);
  expect(isOnlyDrafts({ ...(book({}) as object), aim: 'x' } as never)).toBe(false);
});

// What is on record about somebody in tests of registering: nothing, a draft, or registrations in some state.
import type { Outcome } from '../../../src/conversation/outcome.ts';
import type { Actor, Turn } from '../../../src/conversation/turn.ts';
import type { Mine } from '../../../src/features/register/mine.ts';
import { registerRoom } from '../../../src/features/register/register.ts';
import type { Card, Casefile, Notebook, Person } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import { changesOf, take, written } from '../page.ts';
import { aPerson, aTurn } from '../turn.ts';

/** Somebody the scheme does not know yet, as Slack's directory describes them. */
export const NEW: Actor = {
  account: 'slack/T1/UNEW',
  coordinator: false,
  profile: { name: 'Sam Okafor', email: 'sam@example.org', zone: 'Europe/London', jobTitle: 'Senior technician' },
  emailHash: 'hash-sam',
};

export const SAM = aPerson('sam', 'Sam Okafor', { emailHash: 'hash-sam' });

export function mine(more: Partial<Mine> = {}): Mine {
  return {
    notebook: undefined,
    early: undefined,
    exclusions: undefined,
    mentor: undefined,
    mentee: undefined,
    mentorCard: undefined,
    menteeCard: undefined,
    mentorFile: undefined,
    menteeFile: undefined,
    pairings: [],
    waiting: [],
    ...more,
  };
}

export const myTurn = (actor: Person | Actor, more: Partial<Mine> = {}, turn: Partial<Turn<Mine>> = {}): Turn<Mine> =>
  aTurn(actor, mine(more), turn);

export function aCard(person: string, role: Role, more: Partial<Card> = {}): Card {
  return {
    id: `${person}-${role}`,
    person,
    role,
    name: 'Sam Okafor',
    jobTitle: 'Senior technician',
    areas: [],
    topics: ['career'],
    modes: ['video'],
    slots: [],
    held: [],
    ...(role === 'mentor' ? { career: 'Ten years at the bench.' } : {}),
    ...more,
  };
}

export const aCasefile = (person: string, role: Role, more: Partial<Casefile> = {}): Casefile => ({
  id: `${person}-${role}`,
  person,
  role,
  arrangement: false,
  closedTo: [],
  ...more,
});

/** Answers that fill each form of the chain; only what is required. */
export const ANSWERS: Record<string, Record<string, unknown>> = {
  offer: { text: 'Years of glassblowing, happily shared.' },
  you: { name: 'Sam Okafor', jobTitle: 'Senior technician', modes: ['video'] },
  mentor: { topics: ['career'], career: 'Ten years at the bench.', capacity: '1' },
  mentee: { topics: ['management', 'career'], goals: 'To know whether I want to lead a team.' },
  last: { read: true },
};

/** Answers these forms one after the other, each turn seeing the draft that the one before has kept. */
export function answered(
  actor: Person | Actor,
  ids: Record<string, string>,
  forms: [word: string, answers: Record<string, unknown>][],
  more: Partial<Mine> = {},
  turn: Partial<Turn<Mine>> = {},
): { book: Notebook; last: Outcome } {
  let open = mine(more);
  let last: Outcome | undefined;
  for (const [word, answers] of forms) {
    last = take(registerRoom, `register.${word}`, aTurn(actor, open, turn), answers, ids);
    const book = written(changesOf(last), 'notebook');
    open = 'account' in actor ? { ...open, early: book } : { ...open, notebook: book };
  }
  const book = open.early ?? open.notebook;
  if (!book || !last) throw new Error('no form was answered');
  return { book, last };
}

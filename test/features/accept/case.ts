// A registration in front of a co-ordinator, for tests: what its plan opens.
import type { Opened } from '../../../src/conversation/plan.ts';
import type { Turn } from '../../../src/conversation/turn.ts';
import type { casePlan } from '../../../src/features/accept/case.ts';
import type { Exclusions, Person, Registration } from '../../../src/scheme/kinds.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import { aRegistration } from '../records.ts';
import { aCard, aCasefile } from '../register/mine.ts';
import { aPerson, aScheme, aTurn, NOW } from '../turn.ts';

type Open = Opened<ReturnType<typeof casePlan>>;

export const ALEX = aPerson('C1', 'Alex Kim', { accounts: ['slack/T1/UC1'], emailHash: 'hash-alex' });
export const JO = aPerson('C2', 'Jo Reyes', { accounts: ['slack/T1/UC2'], emailHash: 'hash-jo' });
export const SAM = aPerson('sam', 'Sam Okafor');
export const scheme = aScheme({
  coordinatorNames: { 'slack/T1/UC1': 'Alex', 'slack/T1/UC2': 'Jo' },
  coordinatorPersons: { 'slack/T1/UC1': 'C1', 'slack/T1/UC2': 'C2' },
});

export const waiting = (person: string, role: 'mentor' | 'mentee', more: Partial<Registration> = {}): Registration =>
  aRegistration(person, role, { state: 'submitted', escalateAt: NOW, criteria: ['background', 'time'], ...more });

export const listOf = (person: string, ...not: Exclusions['not']): Exclusions => ({
  id: person,
  person,
  not,
  closedTo: [],
});

export const as = <O>(who: Person, open: O, more: Partial<Turn<O>> = {}): Turn<O> =>
  aTurn({ account: who.accounts[0] ?? '', person: who, coordinator: true }, open, { scheme, ...more });

export function aCase(registration: Registration, more: Partial<Open> = {}): Open {
  const { person, role } = registration;
  return {
    registration,
    person: { ...SAM, id: person },
    card: aCard(person, role),
    casefile: aCasefile(person, role, { goals: 'To lead a team.' }),
    exclusions: undefined,
    notebook: seal('notebook', { id: person, person, drafts: {}, reviews: {}, exits: {}, aim: 'MARK-aim' }),
    ...more,
  };
}

export const IDS = { registration: 'sam-mentor' };

// Everything on record about one person, as one value: it is begun or taken from what was opened, changed by answers (answers.ts), and written back where it changed.
import { whoActs } from '../../conversation/newcomer.ts';
import { type Put, put } from '../../conversation/outcome.ts';
import { answerPromise, REGISTER_DRAFT, trainingRule } from '../../scheme/joining.ts';
import type { Card, Casefile, Exclusions, Notebook, Person, Registration } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { isLive } from '../../scheme/states.ts';
import { cardOf, casefileOf, type MyTurn, registrationOf, roles } from './mine.ts';

export type RoleFolder = { registration: Registration; card: Card; casefile: Casefile };
export type Folder = {
  person: Person;
  notebook: Notebook;
  exclusions: Exclusions;
  mentor?: RoleFolder;
  mentee?: RoleFolder;
};

const blankCard = (person: Person, role: Role): Card => ({
  id: `${person.id}-${role}`,
  person: person.id,
  role,
  name: person.name,
  jobTitle: '',
  areas: [],
  topics: [],
  modes: [],
  slots: [],
  held: [],
});

function casefileFrom(before: Casefile | undefined, person: Person, role: Role): Casefile {
  return before ?? { id: `${person.id}-${role}`, person: person.id, role, arrangement: false, closedTo: [] };
}

function liveFolder(turn: MyTurn, person: Person, role: Role): RoleFolder | undefined {
  const registration = registrationOf(turn.open, role);
  if (!registration || !isLive(registration.state)) return undefined;
  const card = cardOf(turn.open, role) ?? blankCard(person, role);
  return { registration, card, casefile: casefileFrom(casefileOf(turn.open, role), person, role) };
}

/** What is on record of the one who acts, or the beginning of it. Only live registrations are in it. */
export function folderOf(turn: MyTurn): Folder {
  const { person } = whoActs(turn);
  const { notebook, early, exclusions } = turn.open;
  const own = { id: person.id, person: person.id };
  const mentor = liveFolder(turn, person, 'mentor');
  const mentee = liveFolder(turn, person, 'mentee');
  return {
    person,
    notebook: notebook ?? { drafts: {}, reviews: {}, exits: {}, ...early, ...own },
    exclusions: exclusions ?? { ...own, not: [], closedTo: [] },
    ...(mentor ? { mentor } : {}),
    ...(mentee ? { mentee } : {}),
  };
}

/** Training that was done before, with who marked it and until when it counts. */
function trainedBefore(before: Registration | undefined): Partial<Registration> {
  const { trainingBy, trainingAt, trainingAskAt, trainingEndsAt } = before ?? {};
  return { trainingBy, trainingAt, trainingAskAt, trainingEndsAt };
}

/** The folder with a new registration in a role (A1). Training that was done before is not asked for again. */
export function withRole(folder: Folder, role: Role, turn: MyTurn): Folder {
  const { person } = folder;
  const id = `${person.id}-${role}`;
  const before = registrationOf(turn.open, role);
  const trained = before?.training === 'attended' || before?.training === 'exempt' ? before.training : undefined;
  const registration: Registration = {
    id,
    person: person.id,
    role,
    state: 'submitted',
    submittedAt: turn.now,
    ...answerPromise(turn.scheme, turn.now),
    criteria: [],
    ...(before?.state === 'not-accepted' || before?.declinedBefore ? { declinedBefore: true } : {}),
    training: trained ?? (trainingRule(turn.scheme, role) === 'required' ? 'needed' : 'not-needed'),
    ...(trained ? trainedBefore(before) : {}),
    capacity: 1,
    taken: before?.taken ?? 0,
    leftOverBefore: false,
  };
  const casefile = { ...casefileFrom(casefileOf(turn.open, role), person, role), arrangement: false };
  return { ...folder, [role]: { registration, card: blankCard(person, role), casefile } };
}

export function withoutDraft(folder: Folder): Folder {
  const { [REGISTER_DRAFT]: _gone, ...drafts } = folder.notebook.drafts;
  return { ...folder, notebook: { ...folder.notebook, drafts } };
}

/** The folder with the same change made in each role it holds. */
export function inRoles(folder: Folder, change: (one: RoleFolder, role: Role) => RoleFolder): Folder {
  const changed = roles.flatMap(role => {
    const one = folder[role];
    return one ? [[role, change(one, role)] as const] : [];
  });
  return { ...folder, ...Object.fromEntries(changed) };
}

/** The writes that make the records what the folder says; what did not change is left alone. */
export function writesOf(turn: MyTurn, before: Folder, after: Folder): Put[] {
  const isNew = !turn.actor.person;
  const { person, notebook, exclusions } = after;
  return [
    ...(isNew ? [put('account', { id: turn.actor.account, person: person.id })] : []),
    ...(isNew || person !== before.person ? [put('person', person)] : []),
    ...(!turn.open.notebook || notebook !== before.notebook ? [put('notebook', notebook)] : []),
    ...(exclusions === before.exclusions ? [] : [put('exclusions', exclusions)]),
    ...roles.flatMap(role => roleWrites(before[role], after[role])),
  ];
}

function roleWrites(before: RoleFolder | undefined, after: RoleFolder | undefined): Put[] {
  if (!after) return [];
  return [
    ...(after.registration === before?.registration ? [] : [put('registration', after.registration)]),
    ...(after.card === before?.card ? [] : [put('card', after.card)]),
    ...(after.casefile === before?.casefile ? [] : [put('casefile', after.casefile)]),
  ];
}

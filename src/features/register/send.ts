// Sending a registration (A1), taking it back (A13), and answering a question (A3).
import { type Page, pageOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import {
  type Changes,
  type LetterOrder,
  type Outcome,
  put,
  type Screen,
  together,
  view,
} from '../../conversation/outcome.ts';
import { withCoordinatorKnown } from '../../scheme/coordinators.ts';
import { digestOrder, draftFrom, REGISTER_DRAFT } from '../../scheme/joining.ts';
import type { Person, Registration } from '../../scheme/kinds.ts';
import { assembled, gapIn } from './assemble.ts';
import { acceptedAtOnce } from './at-once.ts';
import { type Draft, draftOf, idsOf, type Journey, journeyOf, rolesOf } from './chain.ts';
import { draftFor } from './chain-pages.ts';
import { checkView } from './check-view.ts';
import { type Folder, folderOf, inRoles, withoutDraft, writesOf } from './folder.ts';
import { chainForm } from './forms.ts';
import { status } from './messages.ts';
import { cardOf, isUndecided, liveOf, type MyTurn, minePlan, registrationOf, roles } from './mine.ts';
import { notOpenView, statusView } from './status-view.ts';

const statusScreen = (turn: MyTurn, more: { after?: Folder; lead?: string } = {}): Screen =>
  view(statusView(turn, more), { word: 'register.status' });

/** The digest in the co-ordinators' channel, after somebody has come to wait. */
export const arrival = ({ open }: MyTurn): LetterOrder => digestOrder(open.waiting.length > 0 ? 'update' : 'post');

/** The digest, where something is left for a co-ordinator to look at. */
function arrivals(turn: MyTurn, registrations: readonly Registration[]): LetterOrder[] {
  return registrations.some(({ state }) => state === 'submitted') ? [arrival(turn)] : [];
}

/** A co-ordinator who registers is known as a person from here on, so that they are kept out of what concerns them. */
function coordinatorKnown({ actor, scheme }: MyTurn, person: Person): Changes {
  if (!scheme.coordinators.includes(actor.account) || scheme.coordinatorPersons[actor.account] === person.id) return {};
  return { put: [put('scheme', withCoordinatorKnown(scheme, actor.account, person))] };
}

/**
 * Should they have been here before and been erased, those they are not to be paired with are found again (R12). Somebody without any
 * registration may be known already, because they have asked something first.
 */
function comeback(turn: MyTurn, { id, emailHash }: Person): Changes {
  const isFirst = roles.every(role => registrationOf(turn.open, role) === undefined);
  if (!isFirst || emailHash === undefined) return {};
  return { jobs: [{ job: 'keep.comeback', ids: { person: id }, id: `keep.comeback.${turn.id('comeback')}` }] };
}

function sent(turn: MyTurn, journey: Journey, draft: Draft): Outcome {
  const before = folderOf(turn);
  const asked = rolesOf(journey.way);
  const written = withoutDraft(assembled(turn, journey, draft, before));
  const after = acceptedAtOnce(written, asked, turn.scheme, turn.now);
  const { person } = after;
  const registrations = asked.flatMap(role => after[role]?.registration ?? []);
  const about = registrations.map(registration => registration.id);
  const accepted = registrations.filter(registration => registration.state !== 'submitted').map(({ id }) => id);
  const receipt: LetterOrder = {
    letter: 'register.receipt',
    ids: {},
    to: { person: person.id },
    id: `register.receipt.${person.id}`,
  };
  return {
    changes: together(
      { put: writesOf(turn, before, after), letters: [...arrivals(turn, registrations), receipt] },
      turn.open.early ? { erase: [{ kind: 'notebook', id: turn.open.early.id }] } : {},
      coordinatorKnown(turn, person),
      comeback(turn, person),
      { history: [{ what: 'registration.sent', about }] },
      accepted.length > 0 ? { history: [{ what: 'registration.accepted', about: accepted }] } : {},
    ),
    screen: statusScreen(turn, { after, lead: status.sent }),
  };
}

function send(turn: MyTurn, ids: Ids): Outcome {
  const journey = journeyOf(turn.open, ids);
  if (!turn.scheme.ready) return { screen: view(notOpenView(), { word: 'register' }) };
  if (!journey) return { screen: statusScreen(turn) };
  const draft = draftFor(turn, journey);
  const gap = gapIn(turn, journey, draft);
  if (!gap) return sent(turn, journey, draft);
  const at = { word: `register.${gap.step}`, ids: idsOf(journey) };
  return { screen: { show: 'form', form: chainForm(turn, gap.step, journey, draft), at, problems: gap.problems } };
}

export const checkPage: Page = pageOf({
  word: 'register.check',
  for: 'anyone',
  plan: minePlan,
  show: (turn, ids) => {
    const journey = journeyOf(turn.open, ids);
    if (!turn.scheme.ready) return notOpenView();
    return journey ? checkView(turn, journey, draftFor(turn, journey)) : statusView(turn);
  },
  press: { send },
});

/** The folder after a registration was taken back; without another live one its owner is no longer mentioned in posts. */
function withdrawn(turn: MyTurn, folder: Folder, registration: Registration): Folder {
  const alone = liveOf(turn.open).length === 1;
  const card = cardOf(turn.open, registration.role);
  const kept = card && draftFrom(card, registration);
  const draft = kept && { ...kept, ...draftOf(turn.open) };
  const { notebook, person } = folder;
  const left = inRoles(folder, (one, role) =>
    role === registration.role
      ? { ...one, registration: { ...one.registration, state: 'withdrawn' as const, leftAt: turn.now } }
      : one,
  );
  return {
    ...left,
    person: alone ? { ...person, mention: false } : person,
    notebook: draft ? { ...notebook, drafts: { ...notebook.drafts, [REGISTER_DRAFT]: draft } } : notebook,
  };
}

function withdraw(turn: MyTurn, ids: Ids): Outcome {
  const role = ids['registration']?.endsWith('-mentor') ? 'mentor' : 'mentee';
  const registration = registrationOf(turn.open, role);
  if (!registration || registration.id !== ids['registration']) return { screen: statusScreen(turn) };
  if (!isUndecided(registration)) {
    return { screen: statusScreen(turn, registration.state === 'withdrawn' ? {} : { lead: status.decided }) };
  }
  const before = folderOf(turn);
  const after = withdrawn(turn, before, registration);
  const puts = writesOf(turn, before, after).filter(one => one.kind !== 'card' || one.value.role !== role);
  const card = cardOf(turn.open, role);
  return {
    changes: together(
      { put: puts, letters: [digestOrder('update')] },
      card ? { erase: [{ kind: 'card', id: card.id }] } : {},
      { history: [{ what: 'registration.withdrawn', about: [registration.id] }] },
    ),
    screen: statusScreen(turn, { after }),
  };
}

export const statusPage: Page = pageOf({
  word: 'register.status',
  for: 'anyone',
  plan: minePlan,
  show: turn => statusView(turn),
  press: { withdraw },
});

// My registration, in words: who has it and by when, a question, the answer, which step is left. States are never named.

import { type Button, heading, list, open, type Part, type Text, text, type View } from '../../conversation/notice.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import { knownAs, onceEach } from '../../scheme/coordinators.ts';
import {
  coordinatorName,
  hasRunOut,
  mustComeAgain,
  trainingRule,
  waitsForEvent,
  waitsForTraining,
} from '../../scheme/joining.ts';
import type { Casefile, Registration, Scheme } from '../../scheme/kinds.ts';
import { laneOf } from '../../scheme/lanes.ts';
import { standsWith } from '../../scheme/sides.ts';
import { isLive } from '../../scheme/states.ts';
import { menteesChoose } from '../../scheme/wishes.ts';
import { type Folder, folderOf } from './folder.ts';
import { front, labels, status } from './messages.ts';
import { casefileOf, isUndecided, type MyTurn, registrationOf, roles } from './mine.ts';

/** Those who are accepted and about: they are welcome in the forum (R7). */
const inForum: ReadonlySet<Registration['state']> = new Set(['accepted', 'ready', 'available', 'full']);

type Span = Exclude<Text, string>[number];

/** The co-ordinators who have it: those whom this person wants kept apart are not among them. */
function holders(scheme: Scheme, folder: Folder): Text {
  const kept = new Set(folder.exclusions.not.flatMap(entry => [entry.person ?? [], entry.emailHash ?? []].flat()));
  const all = onceEach(scheme).filter(account => !kept.has(knownAs(scheme, account) ?? ''));
  return all.flatMap((account, n): Span[] => {
    const joint = n === 0 ? [] : [n === all.length - 1 ? ' and ' : ', '];
    return [...joint, coordinatorName(scheme, account)];
  });
}

const byWhom = (scheme: Scheme, account: string | undefined): Text => [
  account === undefined ? 'the co-ordinators' : coordinatorName(scheme, account),
];

function trainingParts(scheme: Scheme, registration: Registration, file: Casefile | undefined): Part[] {
  const words: Partial<Record<Registration['training'], Text>> = {
    attended: status.trainingDone(byWhom(scheme, registration.trainingBy)),
    exempt: status.trainingExempt(byWhom(scheme, registration.trainingBy)),
    claimed: status.trainingClaimed,
    partly: status.trainingPartly,
    ...(registration.trainingBy ? { needed: status.trainingNeeded } : {}),
  };
  const said = words[registration.training];
  const ends = registration.trainingEndsAt;
  // A4: who is accepted hears what training there is; where none is described there is nothing to recommend.
  const isRecommended =
    scheme.trainingText !== '' &&
    trainingRule(scheme, registration.role) === 'recommended' &&
    registration.decidedAt !== undefined &&
    said === undefined;
  const noted = file?.claimNote !== undefined && registration.training !== 'claimed';
  return [
    ...(waitsForTraining(registration) ? [text(status.training[registration.role])] : []),
    ...(registration.trainingTakenBack && mustComeAgain(registration)
      ? [text(status.trainingTakenBack)]
      : hasRunOut(registration)
        ? [text(status.trainingAgain)]
        : []),
    ...(isRecommended ? [text(status.trainingRecommended)] : []),
    ...((isRecommended || waitsForTraining(registration)) && scheme.trainingText ? [text(scheme.trainingText)] : []),
    ...(said ? [text(said)] : []),
    ...(registration.training === 'attended' && ends !== undefined
      ? [text(status.trainingUntil(sayDay(dayOf(ends, scheme.zone))))]
      : []),
    ...(noted ? [text([status.noteFrom, ' ', file.claimNote ?? ''])] : []),
  ];
}

/** Said once, also to somebody who was accepted in both roles. */
function forumPart(turn: MyTurn, registrations: readonly Registration[]): Part[] {
  if (!registrations.some(({ state }) => inForum.has(state))) return [];
  const lane = laneOf(turn.actor.account);
  const channel = turn.scheme.forum.find(one => one.startsWith(`${lane}/`));
  return channel ? [text(status.forum(channel))] : [];
}

/** R8: where mentees choose for themselves, that is their open step. */
const maySeek = (scheme: Scheme, role: Registration['role']): boolean => role === 'mentee' && menteesChoose(scheme);

function acceptedPart(scheme: Scheme, { decidedBy }: Registration): Part {
  return text(decidedBy ? status.accepted(byWhom(scheme, decidedBy)) : status.acceptedPlain);
}

/** Among those who can be matched, or at rest: beside a pairing or a proposal, only what the person may know of that. */
function poolParts(turn: MyTurn, { role, state }: Registration): Part[] {
  const partner = standsWith(turn.open.pairings, turn.actor.person?.id, role);
  if (partner) return [text(status.beside[partner][role])];
  if (state === 'available' && maySeek(turn.scheme, role)) return [text(status.choose)];
  return state === 'resting' ? [text(status.resting)] : [text(status.pool(role)), text(status.nothingToDo)];
}

function stateParts(turn: MyTurn, registration: Registration, folder: Folder): Part[] {
  const { scheme } = turn;
  switch (registration.state) {
    case 'submitted':
      return [
        text(
          registration.escalateAt === undefined
            ? status.waitsLonger(holders(scheme, folder))
            : status.waits(holders(scheme, folder), sayDay(registration.answerBy)),
        ),
      ];
    case 'more-info':
      return [text(status.question), text(registration.question ?? '')];
    case 'not-accepted':
      return [
        text(status.declined),
        text(registration.reason ?? ''),
        text(status.declinedAgain),
        ...(scheme.external.length > 0
          ? [text(status.declinedOffers), list(scheme.external.map(({ name, link }) => [{ link, label: name }]))]
          : []),
      ];
    case 'accepted':
    case 'ready':
      return [acceptedPart(scheme, registration), ...(waitsForEvent(registration) ? [text(status.event)] : [])];
    // One sentence for both: that all places are taken would tell a mentor of a proposal before the mentee's yes (R13).
    case 'available':
    case 'full':
      return [acceptedPart(scheme, registration), ...poolParts(turn, registration)];
    case 'resting':
      return poolParts(turn, registration);
    case 'paused':
      return [text(status.paused(registration.pausedUntil && sayDay(registration.pausedUntil)))];
    case 'dormant':
      return [text(status.dormant)];
    case 'withdrawn':
      return [text(status.withdrawn)];
  }
}

function withdrawButton({ id }: Registration): Button {
  return {
    label: labels.withdraw,
    to: { word: 'register.status', ids: { registration: id }, press: 'withdraw' },
    confirm: status.withdrawConfirm,
  };
}

function buttonsFor(scheme: Scheme, registration: Registration): Button[] {
  const { state, role, id } = registration;
  if (state === 'withdrawn' || state === 'not-accepted') {
    const again = scheme.ready ? [open(labels.again, 'register.you', { role })] : [];
    return state === 'not-accepted' ? [...again, open(labels.contact, 'contact')] : again;
  }
  const mayClaim = state !== 'paused' && (registration.training === 'needed' || registration.training === 'partly');
  const mayChoose = state === 'available' && maySeek(scheme, role);
  return [
    ...(scheme.sessions && waitsForTraining(registration) ? [open(labels.training, 'training', {}, 'primary')] : []),
    ...(waitsForEvent(registration) ? [open(labels.events, 'events', {}, 'primary')] : []),
    ...(mayChoose ? [open(labels.choose, 'choose', {}, 'primary')] : []),
    ...(state === 'more-info' ? [open(labels.answer, 'register.answer', { registration: id }, 'primary')] : []),
    ...(mayClaim ? [open(labels.claim, 'register.claim', { role })] : []),
    open(labels.more, 'register.more', { role }),
    ...(isUndecided(registration) ? [withdrawButton(registration)] : []),
  ];
}

/** Both of my registrations as they stand; `after` is what has just been decided, `lead` a line above it. */
export function statusView(turn: MyTurn, { after, lead }: { after?: Folder; lead?: string } = {}): View {
  const folder = after ?? folderOf(turn);
  const found = roles.flatMap(role => {
    const registration = folder[role]?.registration ?? registrationOf(turn.open, role);
    return registration ? [{ role, registration, file: folder[role]?.casefile ?? casefileOf(turn.open, role) }] : [];
  });
  if (found.length === 0) return noneView();
  const parts = found.flatMap(({ role, registration, file }): Part[] => {
    const actions = buttonsFor(turn.scheme, registration);
    return [
      heading(status.heading(role)),
      ...stateParts(turn, registration, folder),
      ...(registration.state === 'withdrawn' || registration.state === 'not-accepted'
        ? []
        : trainingParts(turn.scheme, registration, file)),
      ...(actions.length > 0 ? [{ part: 'buttons' as const, buttons: actions }] : []),
    ];
  });
  const live = found.some(({ registration }) => isLive(registration.state));
  return {
    title: status.title,
    parts: [
      ...(lead === undefined ? [] : [text(lead)]),
      ...parts,
      ...forumPart(
        turn,
        found.map(one => one.registration),
      ),
    ],
    buttons: [...(live ? [open(labels.profile, 'profile')] : []), open(labels.home, 'home')],
  };
}

function noneView(): View {
  return { title: status.title, parts: [text(status.none)], buttons: [open(front.title, 'register', {}, 'primary')] };
}

/** What is shown instead of a form while set-up has not been finished. */
export function notOpenView(): View {
  return { title: front.title, parts: [text(front.notOpen)], back: { word: 'register' } };
}

// After an end: offering to mentor again, or looking for another mentor. Only one's own yes puts anybody back (F19, R40, R49).
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, ChoiceField, DateField, Form, NumberField } from '../../conversation/form.ts';
import { heldView, myPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Button, type Ids, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { addDays, type Day, dayOf, sayDay } from '../../scheme/calendar.ts';
import { askAgainOn, offeredAgain } from '../../scheme/ends.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { mayBeMistake } from '../../scheme/reopen.ts';
import { isHeldFrom, knownTaken, standsWith } from '../../scheme/sides.ts';
import { menteesChoose } from '../../scheme/wishes.ts';
import { optionsOf } from './exit-form.ts';
import { says } from './messages.ts';
import { toldSentence } from './told.ts';

const offerPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
  exit: one('exit', ids['pairing'] ?? 'none'),
});
type OfferTurn = Turn<Opened<ReturnType<typeof offerPlan>>>;
type OfferFields = { when: ChoiceField<false>; from: DateField<true>; capacity: NumberField<true> };
type Answers = AnswersOf<OfferFields>;

const isAsked = (registration: Registration | undefined): registration is Registration =>
  registration?.state === 'resting' || registration?.state === 'dormant';

/** My registration that is meant: the one named (never anybody else's), by its role, or the one that rests. */
function registrationMeant(turn: OfferTurn, ids: Ids): Registration | undefined {
  const own = [turn.open.mentor, turn.open.mentee].flatMap(one => one ?? []);
  if (ids['registration'] !== undefined) return own.find(one => one.id === ids['registration']);
  if (ids['role'] !== undefined) return own.find(one => one.role === ids['role']);
  return own.find(isAsked) ?? own[0];
}

const todayOf = (turn: OfferTurn): Day => dayOf(turn.now, turn.actor.person?.zone ?? turn.scheme.zone);

/** Just come from the end of a pairing: what has happened is said first. */
function afterExit(turn: OfferTurn, ids: Ids): Part[] {
  const ended = myPairing(turn, ids['pairing']);
  const isMine = ended?.pairing.endedBy !== undefined && ended.pairing.endedBy === turn.actor.person?.id;
  const { exit } = turn.open;
  return isMine && exit ? [text(says.ended(ended.called)), text(toldSentence(exit, turn.scheme))] : [];
}

/** What is true of somebody who is not asked; a mentor reads the same with and without places left (R13). */
function alreadyThere(turn: OfferTurn, { role }: Registration): string {
  const { already } = says;
  if (role === 'mentor') return already.mentor;
  const stands = standsWith(turn.open.pairings, turn.actor.person?.id, role);
  return stands === undefined ? already.mentee : already[stands === 'proposal' ? 'proposal' : 'paired'];
}

/** Just come from an end that may have been a mistake. */
function mistakeButton(turn: OfferTurn, ids: Ids): Button[] {
  const ended = myPairing(turn, ids['pairing'])?.pairing;
  const self = turn.actor.person?.id;
  return ended?.endedBy === self && ended && mayBeMistake(ended, self, turn.now)
    ? [open(says.mistake, 'exit.reopen', { pairing: ended.id })]
    : [];
}

function elsewhere(turn: OfferTurn, registration: Registration | undefined): View {
  const { already } = says;
  const buttons = [open(says.home, 'home')];
  const title = says.offerTitle[registration?.role ?? 'mentor'];
  if (registration?.state === 'available' || registration?.state === 'full')
    return { title, parts: [text(alreadyThere(turn, registration))], buttons };
  if (registration?.state === 'paused')
    return {
      title,
      parts: [text(already.paused)],
      buttons: [open(says.back2me, 'me.pause', {}, 'primary'), ...buttons],
    };
  return { title, parts: [text(already.other)], buttons };
}

/** While an end is not known to somebody, being asked to start again would tell of it; unless they come from another pairing, whose end they know. */
function notYet(turn: OfferTurn, ids: Ids, { role }: Registration): View | undefined {
  const person = turn.actor.person?.id;
  const from = myPairing(turn, ids['pairing'])?.pairing;
  if (from?.endedAt !== undefined && !isHeldFrom(from, person)) return undefined;
  return standsWith(turn.open.pairings, person, role) === 'held' ? heldView(turn) : undefined;
}

/** How many mentees at a time is asked only where there is a choice. */
const asksCapacity = (turn: OfferTurn, { role }: Registration): boolean =>
  role === 'mentor' && turn.scheme.maxMentees > 1;

function fieldsOf(turn: OfferTurn, registration: Registration): OfferFields {
  const today = todayOf(turn);
  const fields = {
    when: {
      kind: 'choice',
      label: says.offerLabel[registration.role],
      options: optionsOf(says.offerOptions),
      optional: false,
      seenBy: 'self',
    },
    from: {
      kind: 'date',
      label: says.offerFrom,
      hint: says.offerFromHint,
      optional: true,
      seenBy: 'self',
      from: addDays(today, 1),
      to: addDays(today, 366),
    },
    ...(asksCapacity(turn, registration)
      ? {
          capacity: {
            kind: 'number',
            label: says.capacity,
            optional: true,
            seenBy: 'self',
            from: 1,
            to: turn.scheme.maxMentees,
          },
        }
      : {}),
  };
  return fields as OfferFields;
}

function show(turn: OfferTurn, ids: Ids): Form<OfferFields> | View {
  const registration = registrationMeant(turn, ids);
  if (!isAsked(registration)) return elsewhere(turn, registration);
  const held = notYet(turn, ids, registration);
  if (held) return held;
  const next = turn.open.exit?.person === turn.actor.person?.id ? turn.open.exit?.next : undefined;
  const wanted = next === 'offer-again' || next === 'look-again';
  return {
    title: says.offerTitle[registration.role],
    intro: [...afterExit(turn, ids), text(says.offerIntro[registration.role])],
    fields: fieldsOf(turn, registration),
    values: {
      ...(wanted ? { when: 'now' } : {}),
      ...(asksCapacity(turn, registration)
        ? { capacity: Math.min(registration.capacity, turn.scheme.maxMentees) }
        : {}),
    },
    submit: says.submit,
    buttons: [
      press(says.offerNow[registration.role], 'offer', 'now', ids),
      open(says.profile, 'profile'),
      ...mistakeButton(turn, ids),
    ],
  };
}

/** R8: where mentees choose for themselves, that is the step which is open to them now. */
const mayChoose = ({ scheme }: OfferTurn, { role, state }: Registration): boolean =>
  role === 'mentee' && state === 'available' && menteesChoose(scheme);

type Decided = { registration: Registration; sentence: string };

function decide(
  turn: OfferTurn,
  before: Registration,
  answers: Answers,
): Decided | { problems: Record<string, string> } {
  // R16: the scheme may have lowered its most meanwhile.
  const capacity = Math.min(answers.capacity ?? before.capacity, turn.scheme.maxMentees);
  const resting: Registration = {
    ...before,
    capacity,
    state: 'resting',
    availableFrom: undefined,
    freeAgain: undefined,
  };
  switch (answers.when) {
    case 'now': {
      const registration = offeredAgain(before, capacity, turn.now);
      // R13: that all places are taken would tell of a proposal before the mentee's yes.
      const isFull = knownTaken(turn.open.pairings, turn.actor.person?.id, before.role) >= capacity;
      if (mayChoose(turn, registration)) return { registration, sentence: says.offered.choose };
      return { registration, sentence: isFull ? says.offered.full : says.offered.now[before.role] };
    }
    case 'from':
      if (answers.from === undefined) return { problems: { from: says.offerFromNeeded } };
      return {
        registration: { ...resting, availableFrom: answers.from, freeAgain: 'yes' },
        sentence: says.offered.from(sayDay(answers.from)),
      };
    case 'later': {
      const day = askAgainOn(todayOf(turn));
      return {
        registration: { ...resting, availableFrom: day, freeAgain: 'ask' },
        sentence: says.offered.later(sayDay(day)),
      };
    }
    default:
      return { registration: resting, sentence: says.offered['not-now'] };
  }
}

function take(turn: OfferTurn, ids: Ids, given?: Answers): Outcome {
  const before = registrationMeant(turn, ids);
  const at = { word: 'home' };
  if (!isAsked(before)) return { screen: view(elsewhere(turn, before), at) };
  const held = notYet(turn, ids, before);
  if (held) return { screen: view(held, at) };
  // One tap is a yes from now, with everything as it was.
  const decided = decide(turn, before, given ?? { when: 'now', from: undefined, capacity: before.capacity });
  if ('problems' in decided) return decided;
  return {
    changes: {
      put: [put('registration', decided.registration)],
      history: [{ what: `registration.${decided.registration.state}`, about: [before.id] }],
    },
    screen: view(
      {
        title: says.offerTitle[before.role],
        parts: [text(decided.sentence)],
        buttons: [
          ...(mayChoose(turn, decided.registration) ? [open(says.chooseMentor, 'choose', {}, 'primary')] : []),
          open(says.home, 'home'),
        ],
      },
      at,
    ),
  };
}

export const offerPage = pageOf({
  word: 'offer',
  for: 'anyone',
  plan: offerPlan,
  show,
  take,
  press: { now: (turn, ids) => take(turn, ids) },
});

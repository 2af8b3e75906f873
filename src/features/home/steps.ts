// A person's own next steps, most pressing first: what is said, and the button that leads there. Nothing from a stage not reached.
import { agreedWord } from '../../conversation/agreed.ts';
import type { MyPairing } from '../../conversation/my-pairings.ts';
import { type Button, open, press } from '../../conversation/notice.ts';
import { lateFirst, waitsForYou, whoseTurn } from '../../conversation/whose-turn.ts';
import { type Instant, sayDay } from '../../scheme/calendar.ts';
import { hasFinished, isClosing, isLateFirst } from '../../scheme/closing.ts';
import { openPoints } from '../../scheme/evaluations.ts';
import { waitsForTraining } from '../../scheme/joining.ts';
import type { Evaluation, Registration, Scheme, Wish } from '../../scheme/kinds.ts';
import { meetingStage, meetingsIn } from '../../scheme/meetings.ts';
import { askedPerson } from '../../scheme/proposals.ts';
import { hearsBy, isHeldFrom, standsWith } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { lastEnd, menteesChoose } from '../../scheme/wishes.ts';
import { labels, says } from './messages.ts';

/**
 * Something to say, with the button that goes with it, if there is anything to do; `more` are for the places that are left. Where nothing
 * waits for this person (`isQuiet`), what does comes first.
 */
type Step = { says: string; button?: Button; more?: Button[]; isQuiet?: true };

export type Standing = {
  now: Instant;
  scheme: Scheme;
  zone: string;
  coordinator: boolean;
  person: string | undefined;
  registrations: readonly Registration[];
  pairings: readonly MyPairing[];
  hasDraft: boolean;
  /** How far this person is with what is asked at certain points. */
  evaluations: readonly Evaluation[];
  /** The app on which somebody with the same address is known, for a visitor who may be the same person. */
  twin?: string | undefined;
  /** The list of mentors this person has sent off, if any. */
  wish: Wish | undefined;
};

function coordinatorSteps({ scheme, coordinator }: Standing): Step[] {
  if (!coordinator) return [];
  if (scheme.ready) return [{ says: says.desk, button: open(labels.desk, 'desk') }];
  return [{ says: says.fresh, button: open(scheme.host ? labels.setupGoOn : labels.setup, 'setup') }];
}

function proposalSteps({ pairings, person }: Standing): Step[] {
  return pairings.flatMap(({ pairing, side }): Step[] => {
    const ids = { pairing: pairing.id };
    if (person !== undefined && askedPerson(pairing) === person)
      return [{ says: says.proposal[side], button: open(labels.look, 'proposal', ids) }];
    if (side !== 'mentee' || pairing.state !== 'mentee-yes') return [];
    return [
      pairing.chosen ? { says: says.chosen, button: open(labels.chosen, 'choose') } : { says: says.proposalWaits },
    ];
  });
}

function questionSteps({ registrations }: Standing): Step[] {
  return registrations
    .filter(one => one.state === 'more-info')
    .map(({ id }) => ({ says: says.question, button: open(labels.answer, 'register.answer', { registration: id }) }));
}

/** What the other one has confirmed waits to be read; an agreement not where the scheme does without by now (R0), a new direction or a later day always. */
function agreementStep({ pairing, side, called }: MyPairing, scheme: Scheme): Step[] {
  if (pairing.toConfirm !== side || !(scheme.agreements || pairing.confirms === 'change')) return [];
  return [
    { says: waitsForYou(called, pairing), button: open(labels.confirm, agreedWord(scheme), { pairing: pairing.id }) },
  ];
}

/** The agreed time draws to its end, or the other one has said that they have finished (B17). */
function closingStep({ pairing, side, called }: MyPairing, scheme: Scheme, now: Instant): Step[] {
  const button = open(labels.closing, 'closing', { pairing: pairing.id });
  const isSaid = hasFinished(pairing, side === 'mentor' ? 'mentee' : 'mentor');
  if (isSaid && !hasFinished(pairing, side)) return [{ says: says.finished(called), button }];
  return isClosing(pairing, scheme, now) ? [{ says: says.closing(called, scheme.extensions), button }] : [];
}

/** Where no meeting stands on record at that time, this one thing is said. */
function lateFirstStep({ pairing, side, called }: MyPairing): Step {
  const ids = { pairing: pairing.id };
  const page = open(labels.pair[side === 'mentor' ? 'mentee' : 'mentor'], 'pair', ids);
  const more = [page, open(labels.met, 'review', ids)];
  return { says: lateFirst(called), button: open(labels.closing, 'closing', ids), more };
}

/** One running pairing: what is said of it is the same on its own page; here is the button that goes with it. */
function runningStep(mine: MyPairing, now: Instant, zone: string): Step {
  const { pairing, side } = mine;
  const ids = { pairing: pairing.id };
  const page = open(labels.pair[side === 'mentor' ? 'mentee' : 'mentor'], 'pair', ids);
  const met = open(labels.met, 'review', ids);
  const said = whoseTurn(mine, now, zone);
  switch (meetingStage(pairing, side, now)) {
    case 'choosing':
      return { says: said, button: open(labels.chooseTime, 'meeting', ids), more: [page, met] };
    case 'ahead':
      return { says: said, button: open(labels.meeting, 'meeting', ids), more: [page, met] };
    case 'past':
      return { says: said, button: open(labels.review, 'review', ids), more: [page] };
    case 'suggested':
      return { says: said, button: page, more: [met], isQuiet: true };
    case 'first':
      return side === 'mentor'
        ? { says: said, button: open(labels.suggest, 'meeting.times', ids), more: [page, met] }
        : { says: said, button: page, more: [met], isQuiet: true };
    case 'led':
      return side === 'mentor'
        ? { says: said, button: page, more: [met], isQuiet: true }
        : { says: said, button: open(labels.plan, 'checkin.plan', ids), more: [met, page] };
  }
}

/** How far the two are, once they have met. */
function withMeasure(step: Step, { pairing }: MyPairing, scheme: Scheme): Step {
  if (pairing.met === 0) return step;
  return { ...step, says: `${step.says} ${says.measure(pairing.met, meetingsIn(pairing, scheme))}` };
}

/** Finishing, where it is time for that, and the meetings. */
function runningSteps(mine: MyPairing, now: Instant, zone: string, scheme: Scheme): Step[] {
  const closing = closingStep(mine, scheme, now);
  const { pairing, side } = mine;
  const isSaid = hasFinished(pairing, side === 'mentor' ? 'mentee' : 'mentor');
  if (isLateFirst(pairing, side, scheme, now)) return isSaid ? closing : [lateFirstStep(mine)];
  const running = runningStep(mine, now, zone);
  const [last] = closing;
  // "You need do nothing" beside looking back would contradict it: where nothing else waits for them, looking back is all that is said.
  if (last && running.isQuiet) {
    const more = [...(running.button ? [running.button] : []), ...(running.more ?? [])];
    return [{ ...withMeasure(last, mine, scheme), more }];
  }
  return [...closing, withMeasure(running, mine, scheme)];
}

function pairingSteps({ pairings, now, zone, person, scheme }: Standing): Step[] {
  return pairings.flatMap((mine): Step[] => {
    if (isRunning(mine.pairing.state))
      return [...agreementStep(mine, scheme), ...runningSteps(mine, now, zone, scheme)];
    if (!isHeldFrom(mine.pairing, person)) return [];
    const by = hearsBy(mine.pairing, scheme);
    const line = [says.held(mine.called), ...(by ? [says.heldBy(sayDay(by))] : [])].join(' ');
    return [{ says: line, button: open(labels.contact, 'contact') }];
  });
}

/** Whoever can be matched: where mentees choose for themselves, that is their own next step. */
function poolStep({ scheme, wish, pairings }: Standing, { role, state }: Registration): Step {
  if (role === 'mentor' || state !== 'available' || !menteesChoose(scheme)) return { says: says.pool[role] };
  const own = pairings.map(mine => mine.pairing);
  const isOver = lastEnd(wish, own) === 'over';
  return { says: isOver ? says.chooseAgain : says.choose, button: open(labels.choose, 'choose') };
}

/** R6: accepted, and what is missing is named; where sessions are announced here, that is where the button leads. */
function trainingStep(scheme: Scheme, registration: Registration, status: Button): Step {
  if (!waitsForTraining(registration)) return { says: says.ready, button: status };
  const missing = says.training[registration.role];
  if (!scheme.sessions) return { says: missing, button: status };
  return { says: missing, button: open(labels.training, 'training'), more: [status] };
}

function registrationStep(standing: Standing, registration: Registration): Step[] {
  const { state, role, id } = registration;
  // What is said of a pairing or a proposal says enough; and where an end is not known yet, an offer to start again would tell of it.
  const isSaid = (): boolean =>
    standsWith(
      standing.pairings.map(mine => mine.pairing),
      standing.person,
      role,
    ) !== undefined;
  const status = open(labels.status, 'register.status');
  switch (state) {
    case 'submitted': {
      const waits = registration.escalateAt === undefined;
      return [{ says: waits ? says.submittedLonger : says.submitted(sayDay(registration.answerBy)), button: status }];
    }
    case 'more-info':
      return [];
    case 'accepted':
      return [trainingStep(standing.scheme, registration, status)];
    case 'ready':
      return [{ says: says.event, button: open(labels.events, 'events'), more: [status] }];
    case 'available':
    case 'full':
      return isSaid() ? [] : [poolStep(standing, registration)];
    case 'resting':
      return isSaid()
        ? []
        : [{ says: says.resting[role], button: open(labels.offer[role], 'offer', { registration: id }) }];
    case 'paused': {
      const until = registration.pausedUntil;
      return [{ says: says.paused(until && sayDay(until)), button: open(labels.return, 'me') }];
    }
    case 'dormant':
      return [{ says: says.dormant, button: press(labels.back, 'offer.still', 'yes', { registration: id }) }];
    case 'not-accepted':
      return [{ says: says.declined, button: status }];
    case 'withdrawn':
      return [{ says: says.withdrawn, button: open(labels.again, 'register') }];
  }
}

function beginning(standing: Standing): Step[] {
  const { registrations, coordinator, twin } = standing;
  if (registrations.length > 0 || coordinator) return [];
  if (twin !== undefined)
    return [{ says: says.twin(twin), button: open(labels.twin, 'me.link') }, ...visiting(standing)];
  return visiting(standing);
}

function visiting({ scheme, hasDraft }: Standing): Step[] {
  if (!scheme.ready) return [{ says: says.notOpen, button: open(labels.register, 'register') }];
  return hasDraft
    ? [{ says: says.draft, button: open(labels.goOn, 'register') }]
    : [{ says: says.stranger, button: open(labels.register, 'register') }];
}

/** Questions that stand open: one way to all of them. */
function evaluationSteps({ evaluations, pairings, scheme, now }: Standing): Step[] {
  const open_ = evaluations.flatMap(part => {
    const mine = pairings.find(one => one.pairing.id === part.pairing);
    return mine ? openPoints(part, mine.pairing, scheme, now).map(point => ({ part, point })) : [];
  });
  const [first] = open_;
  if (!first) return [];
  const ids = { evaluation: first.part.id, point: first.point.key };
  const button =
    open_.length > 1 ? open(labels.evaluation, 'evaluation') : open(labels.evaluation, 'evaluation.answer', ids);
  return [{ says: says.evaluation, button }];
}

const isOver = (one: Registration): boolean => one.state === 'withdrawn' || one.state === 'not-accepted';

/** Everything there is to say and do, in order; a registration that is over is named only when there is nothing else. */
export function stepsFor(standing: Standing): Step[] {
  const paired = pairingSteps(standing);
  const steps = [
    ...coordinatorSteps(standing),
    ...proposalSteps(standing),
    ...questionSteps(standing),
    ...paired.filter(step => !step.isQuiet),
    ...evaluationSteps(standing),
    ...paired.filter(step => step.isQuiet),
    ...standing.registrations.filter(one => !isOver(one)).flatMap(one => registrationStep(standing, one)),
    ...beginning(standing),
  ];
  return steps.length > 0
    ? steps
    : standing.registrations.filter(isOver).flatMap(one => registrationStep(standing, one));
}

const same = (a: Button, b: Button): boolean =>
  'to' in a && 'to' in b && a.to.word === b.to.word && JSON.stringify(a.to.ids) === JSON.stringify(b.to.ids);

/** Pages that ask which pairing is meant when they are not told. */
const ASKING = new Set(['pair', 'review']);

/** Two buttons with one label would leave people guessing: one stands for both, and its page asks which. */
function merged(buttons: readonly Button[]): Button[] {
  const twice = (one: Button): boolean => buttons.filter(other => other.label === one.label).length > 1;
  return buttons.map(one =>
    'to' in one && ASKING.has(one.to.word) && !one.to.press && twice(one) ? open(one.label, one.to.word) : one,
  );
}

/** Where people go when nothing waits: what is theirs, help, and what others wrote, which also those read who have not registered (R7). */
function usualPlaces({ registrations, scheme }: Standing): Button[] {
  const forum = scheme.stories === 'off' ? [] : [open(labels.forum, 'forum')];
  const help = open(labels.help, 'help');
  const contact = open(labels.contact, 'contact');
  if (registrations.length === 0) return [help, contact, ...forum];
  // Whoever has left, or was not accepted, has no profile to change and nothing to pause.
  if (registrations.every(isOver)) return [open(labels.settings, 'me'), help, contact];
  return [open(labels.profile, 'profile'), open(labels.me, 'me'), help, ...forum];
}

const MOST = 4;

/** One primary button and at most three others; the last is always the way to help when a pairing runs (also one whose end is not known yet). */
export function buttonsFor(standing: Standing, steps: readonly Step[]): Button[] {
  const paired = standing.pairings.filter(
    ({ pairing }) => isRunning(pairing.state) || isHeldFrom(pairing, standing.person),
  );
  const ids = paired.length === 1 && paired[0] ? { pairing: paired[0].pairing.id } : {};
  const last = paired.length > 0 ? [open(labels.difficulty, 'difficulty', ids)] : [];
  const wanted = merged([
    ...steps.flatMap(step => step.button ?? []),
    ...steps.flatMap(step => step.more ?? []),
    ...usualPlaces(standing),
  ]);
  const once = wanted.filter((button, n) => wanted.findIndex(other => same(other, button)) === n);
  const [first, ...others] = once.slice(0, MOST - last.length);
  return [...(first ? [{ ...first, style: 'primary' as const }] : []), ...others, ...last];
}

// One pair's page: the other's card, the scheme's own next steps, who does what next, and always the way out.
import { cardParts } from '../../conversation/card.ts';
import {
  type Button,
  buttons,
  heading,
  note,
  open,
  type Part,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { lateFirst, needsOptions, whoseTurn } from '../../conversation/whose-turn.ts';
import { addDays, type Day, dayOf, sayDay } from '../../scheme/calendar.ts';
import { isLateFirst } from '../../scheme/closing.ts';
import type { Card, Pairing, Papers, Scheme } from '../../scheme/kinds.ts';
import { meetingStage, meetingsIn } from '../../scheme/meetings.ts';
import { isReachedLately, isToLookAt } from '../../scheme/milestones.ts';
import { givenName } from '../../scheme/reach.ts';
import type { Role } from '../../scheme/records/people.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { accountsOf, nameOf } from '../../scheme/sealed.ts';
import { hearsBy, isHeldFrom, partnerOf, sideOf } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { agreedParts, waitingParts } from './agreed-parts.ts';
import { messages } from './messages.ts';
import { stepParts, togetherParts } from './pair-buttons.ts';
import type { PairTurn } from './pair-plan.ts';
import { whyParts } from './proposal-view.ts';
import { reachParts } from './reach-view.ts';

const words = messages.pair;

export type Partner = {
  side: Role;
  card: Card | undefined;
  name: string;
  given: string;
  /** As people say it: `your mentor Sam`. */
  called: string;
  lead: string;
  accounts: string[];
};

/** The other one in a pairing of the one who acts; `side` is the other one's role. */
export function partnerIn(turn: PairTurn, pairing: Pairing): Partner {
  const { mentorCards, menteeCards, mentors, mentees } = turn.open;
  const side: Role = sideOf(pairing, turn.actor.person?.id) === 'mentee' ? 'mentor' : 'mentee';
  const id = pairing[side];
  const card = (side === 'mentor' ? mentorCards : menteeCards).find(one => one.person === id);
  const person = (side === 'mentor' ? mentors : mentees).find(one => one.id === id);
  const known = card?.name ?? nameOf(person)?.name;
  const lead = known === undefined ? words.titleOf[side] : words.lead(side, known);
  const given = known === undefined ? words.nameless[side] : givenName(known);
  const called = known === undefined ? given : `your ${side} ${known}`;
  return { side, card, name: known ?? words.nameless[side], given, called, lead, accounts: accountsOf(person) };
}

/** The page of one pairing, for one of its two people. */
export function pairView(turn: PairTurn, pairing: Pairing): View {
  const partner = partnerIn(turn, pairing);
  if (isHeldFrom(pairing, turn.actor.person?.id)) return heldView(turn, pairing, partner);
  if (!isRunning(pairing.state)) return endedView(turn, pairing, partner);
  const papers = turn.open.papers.find(one => one.id === pairing.id);
  return {
    title: words.titleOf[partner.side],
    parts: [
      heading(partner.lead),
      ...waitingParts(turn, pairing, partner),
      ...nextParts(turn, pairing, partner),
      ...stepParts(turn, pairing, ownSide(partner)),
      ...agreedParts(turn, pairing),
      ...restParts(turn, pairing),
      ...milestoneParts(turn, pairing, partner),
      ...reachParts(turn, pairing, partner),
      ...togetherParts(turn, pairing, ownSide(partner)),
      ...nextTimeParts(turn, pairing),
      ...cardOf(turn, partner),
      ...(papers ? goalParts(papers, partner) : []),
      ...(papers && pairing.met === 0
        ? whyParts({ ...turn, open: { papers } }, ownSide(partner), noReasons(pairing))
        : []),
    ],
    buttons: [difficulty(pairing)],
  };
}

const noReasons = ({ chosen }: Pairing): string | undefined => (chosen ? messages.proposal.chosenEachOther : undefined);
const ownSide = (partner: Partner): Role => (partner.side === 'mentor' ? 'mentee' : 'mentor');
const difficulty = (pairing: Pairing): Button => open(words.difficulty, 'difficulty', { pairing: pairing.id });

function cardOf(turn: PairTurn, { card }: Partner): Part[] {
  return card ? cardParts(card, turn.scheme) : [];
}

/** R0: the scheme's own next steps come first; then who does what (R19, R20, R27), in one sentence that is true at this stage. */
function nextParts(turn: PairTurn, pairing: Pairing, partner: Partner): Part[] {
  const { scheme, now, actor } = turn;
  const seen = { pairing, side: ownSide(partner), called: partner.called };
  if (isLateFirst(pairing, seen.side, scheme, now)) return [text(lateFirst(partner.called))];
  const said = whoseTurn(seen, now, actor.person?.zone ?? scheme.zone);
  const options = open(words.options, 'difficulty', { pairing: pairing.id });
  return [
    ...(pairing.met === 0 && scheme.nextSteps ? [text([{ bold: words.nextSteps }, '\n', scheme.nextSteps])] : []),
    needsOptions(seen, now) ? row(said, options) : text([said, ...moreOf(turn, pairing, partner)].join(' ')),
    ...heldSoFar(pairing, scheme),
  ];
}

/** What there is room for on this page: how the first meeting comes about, and where a date goes. */
function moreOf({ scheme, now, actor }: PairTurn, pairing: Pairing, partner: Partner): string[] {
  const side = ownSide(partner);
  const stage = meetingStage(pairing, side, now);
  if (stage === 'led' && side === 'mentee') return [words.putDate];
  if (stage !== 'first') return [];
  const zone = actor.person?.zone ?? scheme.zone;
  const firstBy = addDays(dayOf(pairing.introducedAt ?? now, zone), scheme.firstContactDays);
  // A day that has passed would only weigh on whoever reads it (R25).
  const by = firstBy >= dayOf(now, zone) ? sayDay(firstBy) : undefined;
  return [words.firstMore[side](partner.given, by)];
}

function heldSoFar(pairing: Pairing, scheme: Scheme): Part[] {
  if (pairing.met === 0 || pairing.lastMetOn === undefined) return [];
  return [note(words.lastMet(pairing.met, meetingsIn(pairing, scheme), sayDay(pairing.lastMetOn)))];
}

/** R33: how far it is, on the day the two chose, is the mentee's to say; also for whoever wants no messages about it. */
function lookParts({ open: { objectives }, scheme }: PairTurn, { id }: Pairing, today: Day): Part[] {
  const due = objectives.filter(one => one.pairing === id && scheme.objectives && isToLookAt(one, today));
  return due.map(one =>
    row(words.lookAt(one.title), open(words.howFar, 'objective.review', { pairing: id, objective: one.id })),
  );
}

/** R34: something was reached lately; the mentor is asked for a word, here and nowhere else. */
function milestoneParts(turn: PairTurn, pairing: Pairing, { side, given }: Partner): Part[] {
  const today = dayOf(turn.now, turn.actor.person?.zone ?? turn.scheme.zone);
  const reached = turn.open.objectives.filter(one => one.pairing === pairing.id && isReachedLately(one, today));
  if (side === 'mentor') return lookParts(turn, pairing, today);
  if (reached.length === 0) return [];
  return [row(words.reached(given), open(words.reachedLook, 'objectives', { pairing: pairing.id }))];
}

/** A pause in check-ins is for both to know. */
function restParts({ now, actor, scheme }: PairTurn, { restUntil }: Pairing): Part[] {
  const isAhead = restUntil !== undefined && dayOf(now, actor.person?.zone ?? scheme.zone) < restUntil;
  return isAhead && hasCheckins(scheme) ? [note(words.resting(sayDay(restUntil)))] : [];
}

/** F14: what somebody wrote down for next time comes back at the next introduction, and says no more here than that it is there. */
function nextTimeParts({ open: { forNextTime } }: PairTurn, { met, introducedAt = 0 }: Pairing): Part[] {
  const isEarlier = forNextTime.some(entry => entry.at < introducedAt);
  return met === 0 && isEarlier ? [row(words.nextTime, open(words.nextTimeLook, 'log.next'))] : [];
}

function goalParts(papers: Papers, { side, given }: Partner): Part[] {
  const isOwn = side === 'mentor';
  const part = (title: string, said: string | undefined): Part[] => (said ? [text([{ bold: title }, '\n', said])] : []);
  return [
    ...part(isOwn ? words.goalsOwn : words.goalsPartner(given), papers.goals),
    ...part(isOwn ? words.achievementsOwn : words.achievementsPartner(given), papers.achievements),
  ];
}

/** The end is not for this person to know yet: nothing said here may tell (design: held notice of an exit). */
function heldView(turn: PairTurn, pairing: Pairing, partner: Partner): View {
  const by = hearsBy(pairing, turn.scheme);
  const today = dayOf(turn.now, turn.scheme.zone);
  // The planned meeting was taken back with the end; whoever waits for it must not be left to come in vain.
  const stillAhead = turn.open.meetings.some(
    one => one.pairing === pairing.id && one.on >= today && (one.state === 'planned' || one.state === 'cancelled'),
  );
  return {
    title: words.titleOf[partner.side],
    parts: [
      heading(partner.lead),
      text(words.held),
      ...(stillAhead && by ? [text(words.heldPlanned(sayDay(by)))] : []),
      ...cardOf(turn, partner),
    ],
    buttons: [difficulty(pairing)],
  };
}

/** R48: what the two wrote down, as long as it is kept. */
function keptParts({ open: { objectives } }: PairTurn, { id, met, papersGone }: Pairing): Part[] {
  if (papersGone) return [];
  const ids = { pairing: id };
  const kept = [
    ...(met > 0 ? [open(words.earlier, 'meeting.past', ids)] : []),
    ...(objectives.some(one => one.pairing === id) ? [open(words.objectives, 'objectives', ids)] : []),
  ];
  return kept.length > 0 ? [buttons(...kept)] : [];
}

function endedView(turn: PairTurn, pairing: Pairing, partner: Partner): View {
  const on = pairing.lastDay ?? dayOf(pairing.endedAt ?? turn.now, turn.scheme.zone);
  const own = ownSide(partner);
  const registration = `${partnerOf(pairing, pairing[partner.side])}-${own}`;
  return {
    title: words.titleOf[partner.side],
    parts: [text(words.ended(partner.name, sayDay(on))), text(words.endedMore), ...keptParts(turn, pairing)],
    buttons: [
      open(words.again[own], 'offer', { registration, pairing: pairing.id }),
      open(words.thanks, pairing.state === 'completed' ? 'closing' : 'exit', { pairing: pairing.id }),
      open(words.contact, 'contact'),
    ],
  };
}

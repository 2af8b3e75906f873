// A meeting is planned: its day and time. The first is the mentor's or the mentee's to put in, every later one the mentee's (R19, R20).
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, DateField, Form, TextField, TimeField } from '../../conversation/form.ts';
import { chosenPairing, heldView, type MyPairing } from '../../conversation/my-pairings.ts';
import { type Ids, note, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { addDays, dayOf, type Instant, instantAt, sayInstant, wallClock } from '../../scheme/calendar.ts';
import type { Meeting } from '../../scheme/kinds.ts';
import { meetingAt, nextMeetingOf, pairingWith } from '../../scheme/meetings.ts';
import { says } from './messages.ts';
import { counted, goneView, type MineTurn, minePlan, thanks } from './mine.ts';

type PlanFields = { day: DateField<false>; time: TimeField<false>; place: TextField<true> };
type Answers = AnswersOf<PlanFields>;

/** The next meeting, if it has a time or waits for one. */
const standingIn = ({ open: { planned, undated } }: MineTurn, { pairing }: MyPairing): Meeting | undefined =>
  nextMeetingOf(pairing, [planned ?? [], undated ?? []].flat());

const zoneOf = (turn: MineTurn): string => turn.actor.person?.zone ?? turn.scheme.zone;

/** After the first meeting the dates are the mentee's alone (R20). */
const mayPlan = ({ side, pairing }: MyPairing): boolean => side === 'mentee' || pairing.met === 0;

function form(turn: MineTurn, mine: MyPairing): Form<PlanFields> {
  const zone = zoneOf(turn);
  const today = dayOf(turn.now, zone);
  const { plannedAt } = mine.pairing;
  const standing = plannedAt !== undefined && plannedAt > turn.now ? wallClock(plannedAt, zone) : {};
  const place = standingIn(turn, mine)?.place;
  return {
    title: says.planTitle,
    intro: [text(says.planIntro(mine.called)), note(says.planHint)],
    fields: {
      day: { kind: 'date', label: says.planDay, optional: false, seenBy: 'both', from: today, to: addDays(today, 366) },
      time: { kind: 'time', label: says.planTime, optional: false, seenBy: 'both' },
      place: {
        kind: 'text',
        label: says.planPlace,
        hint: says.planPlaceHint,
        optional: true,
        seenBy: 'pairing',
        lines: false,
        max: 150,
      },
    },
    values: { ...standing, ...(place === undefined ? {} : { place }) },
    submit: says.planSubmit,
    back: { word: 'checkin', ids: { pairing: mine.pairing.id } },
  };
}

function show(turn: MineTurn, ids: Ids): Form<PlanFields> | View {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  if (!mine) return heldView(turn, ids['pairing']) ?? goneView();
  return mayPlan(mine) ? form(turn, mine) : thanks(says.planLed);
}

/** The one meeting that stands ahead or waits for a time, at this one; or a new one. */
function plannedAt(turn: MineTurn, mine: MyPairing, at: Instant, place: string | undefined): Meeting {
  const when = { at, zone: zoneOf(turn), now: turn.now, id: turn.id('meeting') };
  return { ...meetingAt(standingIn(turn, mine), mine.pairing, when), place };
}

function take(turn: MineTurn, ids: Ids, { day, time, place }: Answers): Outcome {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  const here = { word: 'checkin', ids };
  if (!mine || !mayPlan(mine)) return { screen: view(goneView(), here) };
  const { pairing } = mine;
  const at = instantAt(day, time, zoneOf(turn));
  if (at <= turn.now) return { problems: { time: says.planLater } };
  const standing = pairing.plannedAt !== undefined && pairing.plannedAt > turn.now ? pairing.plannedAt : undefined;
  // Both partners in the same form: the second sees the first's date before it is replaced.
  if (standing !== undefined && standing !== at && turn.changed('pairing', pairing.id))
    return { problems: { day: says.planAlready(sayInstant(standing, zoneOf(turn))) } };
  const meeting = plannedAt(turn, mine, at, place);
  const when = sayInstant(at, zoneOf(turn));
  return {
    changes: together(
      {
        put: [put('meeting', meeting), put('pairing', pairingWith(pairing, meeting, turn.now, turn.scheme))],
        letters: [{ letter: 'checkin.planned', ids: { pairing: pairing.id }, to: { person: mine.partner } }],
        history: [{ what: 'meeting.planned', about: [pairing.id] }],
      },
      counted(turn),
    ),
    screen: view(
      {
        title: says.thanksTitle,
        parts: [text(says.planDone(when, mine.called)), text(says.planAfter)],
        buttons: [open(says.planMore, 'meeting', { pairing: pairing.id }, 'primary'), open(says.home, 'home')],
      },
      here,
    ),
  };
}

export const planPage = pageOf({
  word: 'checkin.plan',
  for: 'member',
  plan: (ids: Ids) => minePlan(ids['pairing']),
  show,
  take,
});

// No check-ins about a pairing until a day; either of the two may ask for it, without a reason.
import { pageOf } from '../../conversation/feature.ts';
import type { DateField, Form } from '../../conversation/form.ts';
import { chosenPairing, heldView } from '../../conversation/my-pairings.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { addDays, dayOf, sayDay } from '../../scheme/calendar.ts';
import { restingUntil } from '../../scheme/news.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { says } from './messages.ts';
import { counted, goneView, type MineTurn, minePlan, thanks } from './mine.ts';

type PauseFields = { until: DateField<false> };

function show(turn: MineTurn, ids: Ids): Form<PauseFields> | View {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  if (!mine) return heldView(turn, ids['pairing']) ?? goneView();
  if (!hasCheckins(turn.scheme))
    return { title: says.title, parts: [text(says.off)], buttons: [open(says.home, 'home')] };
  const today = dayOf(turn.now, turn.actor.person?.zone ?? turn.scheme.zone);
  return {
    title: says.pauseTitle,
    intro: [text(says.pauseIntro(mine.called))],
    fields: {
      until: {
        kind: 'date',
        label: says.pauseUntil,
        hint: says.pauseHint,
        optional: false,
        seenBy: 'both',
        from: addDays(today, 1),
        to: addDays(today, 183),
      },
    },
    submit: says.pauseSubmit,
    back: { word: 'checkin', ids: { pairing: mine.pairing.id } },
  };
}

function take(turn: MineTurn, ids: Ids, { until }: { until: string }): Outcome {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  const here = { word: 'checkin', ids };
  if (!mine) return { screen: view(goneView(), here) };
  const pairing = restingUntil(mine.pairing, until, turn.now, turn.scheme);
  return {
    changes: together({ put: [put('pairing', pairing)] }, counted(turn)),
    screen: view(thanks(says.pauseDone(sayDay(until))), here),
  };
}

export const pausePage = pageOf({
  word: 'checkin.pause',
  for: 'member',
  plan: (ids: Ids) => minePlan(ids['pairing']),
  show,
  take,
});

// Questions to begin a conversation with, for where the two are (F10, part A): getting to know each other, agreeing, in the middle, half-way, at the end.
import { pageOf } from '../../conversation/feature.ts';
import { heading, type Ids, list, open, text, type View } from '../../conversation/notice.ts';
import { addDays, type Day, dayOf, daysBetween, type Instant } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { type About, about, type MeetingTurn, meetingPlan, noneView } from './about.ts';
import { says } from './messages.ts';

const STAGES = ['first', 'agree', 'working', 'halfway', 'closing'] as const;
type Stage = (typeof STAGES)[number];

/** From four weeks before the end it is coming to one; two weeks around the middle are half-way. */
const CLOSING_DAYS = 28;
const MIDDLE_DAYS = 14;

function lateStage(begun: Day, ends: Day, today: Day): Stage {
  if (today >= addDays(ends, -CLOSING_DAYS)) return 'closing';
  const middle = addDays(begun, Math.round(daysBetween(begun, ends) / 2));
  return Math.abs(daysBetween(middle, today)) <= MIDDLE_DAYS ? 'halfway' : 'working';
}

function stageOf(pairing: Pairing, hasAgreements: boolean, now: Instant, zone: string): Stage {
  if (pairing.met === 0) return 'first';
  if (hasAgreements && pairing.agreedAt === undefined && pairing.met < 3) return 'agree';
  if (pairing.endsOn === undefined) return 'working';
  return lateStage(dayOf(pairing.introducedAt ?? now, zone), pairing.endsOn, dayOf(now, zone));
}

function guideView({ mine, zone }: About, turn: MeetingTurn, ids: Ids): View {
  const here = { pairing: mine.pairing.id };
  const named = STAGES.find(stage => stage === ids['stage']);
  const stage = named ?? stageOf(mine.pairing, turn.scheme.agreements, turn.now, zone);
  // In the first meeting both are talked through.
  const shown: Stage[] = stage === 'first' && !named ? ['first', 'agree'] : [stage];
  const others = STAGES.filter(one => !shown.includes(one));
  return {
    title: says.guideTitle,
    parts: [
      text(says.guideIntro),
      ...shown.flatMap(one => [heading(says.guideStages[one] ?? ''), list(says.guideQuestions[one]?.slice() ?? [])]),
      heading(says.guideOther),
      {
        part: 'buttons',
        buttons: others.map(one => open(says.guideStages[one] ?? '', 'meeting.guide', { ...here, stage: one })),
      },
    ],
    buttons: [open(says.back, 'pair', here)],
  };
}

export const guidePage = pageOf({
  word: 'meeting.guide',
  for: 'member',
  plan: meetingPlan,
  show: (turn, ids) => {
    const found = about(turn, ids);
    return found ? guideView(found, turn, ids) : noneView(turn, ids);
  },
});

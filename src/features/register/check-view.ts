// The look at everything before it is sent: how others will see me (F07), and which criteria were left open (R4).
import { cardParts } from '../../conversation/card.ts';
import { heading, line, note, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { missingCriteria } from '../../scheme/joining.ts';
import { inWords } from '../../scheme/options.ts';
import { assembled, gapIn } from './assemble.ts';
import { type Draft, idsOf, type Journey, lastStep, rolesOf, type Step, stepsOf } from './chain.ts';
import type { Folder } from './folder.ts';
import { titles } from './forms.ts';
import { check, labels } from './messages.ts';
import type { MyTurn } from './mine.ts';

function gaps(turn: MyTurn, journey: Journey, folder: Folder): string[] {
  const open = rolesOf(journey.way).flatMap(role =>
    missingCriteria(turn.scheme, role, folder[role]?.registration.criteria ?? []),
  );
  return [...new Set(open.map(group => group.map(one => one.label).join(' / ')))];
}

/** What is shown between the last form and *Send*. */
export function checkView(turn: MyTurn, journey: Journey, draft: Draft): View {
  const gap = gapIn(turn, journey, draft);
  if (gap) return nothingView(journey, gap.step);
  const folder = assembled(turn, journey, draft);
  const cards: Part[] = rolesOf(journey.way).flatMap(role => {
    const one = folder[role];
    const title = role === 'mentor' ? check.asMentor : check.asMentee;
    return one ? [line(), note(title), ...cardParts(one.card, turn.scheme)] : [];
  });
  const left = gaps(turn, journey, folder);
  return {
    title: check.title,
    parts: [
      text(check.lead),
      ...cards,
      line(),
      ...(left.length > 0 ? [heading(check.gapTitle), text(check.gap(inWords(left)))] : []),
      note(check.send),
    ],
    buttons: [
      press(labels.send, 'register.check', 'send', idsOf(journey), 'primary'),
      ...stepsOf(journey)
        .filter(step => step !== 'offer')
        .map(step => open(titles[step], `register.${step}`, idsOf(journey))),
    ],
    back: { word: `register.${lastStep(journey)}`, ids: idsOf(journey) },
  };
}

function nothingView(journey: Journey, step: Step): View {
  return {
    title: check.title,
    parts: [text(check.nothing)],
    buttons: [open(labels.goOn, `register.${step}`, idsOf(journey), 'primary')],
    back: { word: 'register' },
  };
}

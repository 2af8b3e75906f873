// The co-ordinators' closing record of an exit (F21): afterwards the alert names nobody.
import { pageOf } from '../../conversation/feature.ts';
import type { ChoiceField, Form, TextField } from '../../conversation/form.ts';
import { note, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Exit } from '../../scheme/kinds.ts';
import { redrawn } from './coordinators.ts';
import { optionsOf } from './exit-form.ts';
import { type ExitTurn, exitPlan } from './letters.ts';
import { says } from './messages.ts';
import { at, notForYou, readable, showExit } from './read-page.ts';

type CloseFields = { action: ChoiceField<false>; note: TextField<true> };

function closeForm(turn: ExitTurn): Form<CloseFields> | View {
  const exit = readable(turn);
  if (!exit) return notForYou();
  if (exit.closedOn !== undefined) return showExit(turn);
  const { pairing } = turn.open;
  const held = pairing?.notice === 'held' ? pairing.noticeReleaseAt : undefined;
  return {
    title: says.closeTitle,
    intro: [
      text(says.closeIntro),
      ...(held === undefined ? [] : [note(says.closeHeld(sayDay(dayOf(held, turn.scheme.zone))))]),
    ],
    fields: {
      action: {
        kind: 'choice',
        label: says.action,
        options: optionsOf(says.actions),
        optional: false,
        seenBy: 'coordinator',
      },
      note: { kind: 'text', label: says.note, optional: true, seenBy: 'coordinator', lines: true, max: 2000 },
    },
    submit: says.closeTitle,
    back: at(exit.id),
  };
}

function close(turn: ExitTurn, answers: { action: string; note: string | undefined }): Outcome {
  const exit = readable(turn);
  if (!exit) return { screen: view(notForYou(), { word: 'desk' }) };
  const closed: Exit = {
    ...exit,
    readAt: exit.readAt ?? turn.now,
    readBy: exit.readBy ?? turn.actor.account,
    action: answers.action as NonNullable<Exit['action']>,
    note: answers.note,
    closedBy: turn.actor.account,
    closedOn: dayOf(turn.now, turn.scheme.zone),
  };
  return {
    changes: {
      put: [put('exit', closed)],
      letters: redrawn(closed),
      history: [{ what: 'exit.closed', about: [exit.id] }],
    },
    screen: view({ title: says.readTitle, parts: [text(says.closeDone)], back: { word: 'desk' } }, at(exit.id)),
  };
}

export const closePage = pageOf({
  word: 'exit.close',
  for: 'coordinator',
  plan: exitPlan,
  show: turn => closeForm(turn),
  take: (turn, _ids, answers) => close(turn, answers),
});

// The co-ordinators' closing record of an exit (F21): afterwards the alert names nobody. While the notice is held it also says whether a co-ordinator has told the other one.
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, ChoiceField, ChoicesField, DateField, Form, TextField } from '../../conversation/form.ts';
import { text, type View } from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { type Day, dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Exit } from '../../scheme/kinds.ts';
import { redrawn } from './coordinators.ts';
import { optionsOf } from './exit-form.ts';
import { type ExitTurn, exitPlan, namesIn } from './letters.ts';
import { says } from './messages.ts';
import { at, notForYou, readable, showExit } from './read-page.ts';
import { releasing, toldRecord } from './release.ts';

type ToldFields = { told: ChoiceField<false>; toldOn: DateField<true> };
type UsualFields = { spokeWith: ChoicesField<true>; action: ChoiceField<false>; note: TextField<true> };
type CloseFields = ToldFields & UsualFields;
type Answers = AnswersOf<CloseFields>;

const todayOf = ({ now, scheme }: ExitTurn): Day => dayOf(now, scheme.zone);

/** Asked only while the other one may not know yet. */
function toldFields(turn: ExitTurn, exit: Exit): ToldFields | undefined {
  const { pairing } = turn.open;
  if (pairing?.notice !== 'held') return undefined;
  const { zone } = turn.scheme;
  const by = sayDay(dayOf(pairing.noticeReleaseAt ?? turn.now, zone));
  return {
    told: {
      kind: 'choice',
      label: says.toldLabel(namesIn(exit, turn.open).other),
      options: optionsOf(says.toldOptions(by)),
      optional: false,
      seenBy: 'coordinator',
    },
    toldOn: {
      kind: 'date',
      label: says.toldOn,
      hint: says.toldOnHint,
      optional: true,
      seenBy: 'both',
      from: dayOf(exit.at, zone),
      to: todayOf(turn),
    },
  };
}

const usualFields: UsualFields = {
  spokeWith: {
    kind: 'choices',
    label: says.spokeWith,
    options: optionsOf(says.spokeWithOptions),
    optional: true,
    seenBy: 'coordinator',
  },
  action: {
    kind: 'choice',
    label: says.action,
    options: optionsOf(says.actions),
    optional: false,
    seenBy: 'coordinator',
  },
  note: { kind: 'text', label: says.note, optional: true, seenBy: 'coordinator', lines: true, max: 2000 },
};

function closeForm(turn: ExitTurn): Form<CloseFields> | View {
  const exit = readable(turn);
  if (!exit) return notForYou();
  if (exit.closedOn !== undefined) return showExit(turn);
  const told = toldFields(turn, exit);
  return {
    title: says.closeTitle,
    intro: [text(says.closeIntro)],
    fields: { ...told, ...usualFields } as CloseFields,
    values: { ...(told ? { toldOn: todayOf(turn) } : {}), spokeWith: exit.spokeWith ?? [] },
    submit: says.closeTitle,
    back: at(exit.id),
  };
}

/** What was told in person releases a notice that is still held; a day left open is today. */
function told(turn: ExitTurn, exit: Exit, answers: Answers): { exit: Exit; changes: Changes } {
  const spoken: Exit = { ...exit, spokeWith: answers.spokeWith as NonNullable<Exit['spokeWith']> };
  const { pairing } = turn.open;
  if (pairing?.notice !== 'held' || answers.told !== 'yes') return { exit: spoken, changes: {} };
  const on = answers.toldOn ?? todayOf(turn);
  const { pairing: _given, ...changes } = releasing(pairing, on);
  return { exit: toldRecord(spoken, on), changes };
}

function close(turn: ExitTurn, answers: Answers): Outcome {
  const before = readable(turn);
  if (!before) return { screen: view(notForYou(), { word: 'desk' }) };
  if (before.closedOn !== undefined) return { screen: view(showExit(turn), at(before.id)) };
  const { exit, changes } = told(turn, before, answers);
  const closed: Exit = {
    ...exit,
    readAt: exit.readAt ?? turn.now,
    readBy: exit.readBy ?? turn.actor.account,
    action: answers.action as NonNullable<Exit['action']>,
    note: answers.note,
    closedBy: turn.actor.account,
    closedOn: todayOf(turn),
  };
  return {
    changes: together(changes, {
      put: [put('exit', closed)],
      letters: redrawn(closed),
      history: [{ what: 'exit.closed', about: [exit.id] }],
    }),
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

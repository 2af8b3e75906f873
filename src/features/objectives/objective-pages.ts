// The pages that show objectives: all of a pairing, one of them, and all that was added to it; with what one tap does there (R32–R34).
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, list, open, row, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { addDays, dayOf, instantAt, sayDay } from '../../scheme/calendar.ts';
import type { Objective } from '../../scheme/kinds.ts';
import { stepsReached } from '../../scheme/milestones.ts';
import {
  type AboutOne,
  about,
  aboutOne,
  at,
  goneView,
  type ListTurn,
  listPlan,
  noneView,
  type OneTurn,
  onePlan,
  workingOn,
} from './about.ts';
import { says } from './messages.ts';
import { evidenceLine, objectiveView } from './objective-view.ts';
import { paperOf } from './paper.ts';
import { reachedParts } from './reached.ts';

function listView(turn: ListTurn, ids: Ids): View {
  const found = about(turn, ids);
  if (!found) return noneView(turn, ids);
  const { mine, runs } = found;
  const here = { pairing: mine.pairing.id };
  const own = turn.open.objectives.filter(one => one.pairing === mine.pairing.id);
  const rows = own.map(({ id, title, state, due }) =>
    row(
      says.rowOf(title, says.states[state] ?? '', sayDay(due)),
      open(says.look, 'objective', { ...here, objective: id }),
    ),
  );
  const none = mine.side === 'mentee' ? says.noneMentee : says.noneMentor(mine.given);
  const isOff = !turn.scheme.objectives && own.length === 0;
  const mayAdd = runs && mine.side === 'mentee' && turn.scheme.objectives;
  return {
    title: says.title,
    parts: [
      text(says.lead(mine.called)),
      ...reachedParts(found, own, dayOf(turn.now, found.zone)),
      ...(isOff ? [text(says.off)] : rows.length > 0 ? rows : [text(none)]),
      text(says.readers),
    ],
    buttons: [...(mayAdd ? [open(says.fresh, 'objective.new', here, 'primary')] : []), open(says.back, 'pair', here)],
  };
}

export const objectivesPage = pageOf({ word: 'objectives', for: 'member', plan: listPlan, show: listView });

function oneView(turn: OneTurn, news?: string): View {
  const found = aboutOne(turn);
  return found ? objectiveView(found, turn, news) : goneView(turn);
}

/** The objective written anew by its own page, which then shows it. */
function changed(turn: OneTurn, objective: Objective): Outcome {
  const found = aboutOne(turn);
  if (!found) return { screen: view(goneView(), { word: 'objectives', ids: {} }) };
  return {
    changes: { put: [put('objective', objective)] },
    screen: view(objectiveView({ ...found, objective }, turn), at({ objective })),
  };
}

const asItIs = (turn: OneTurn, ids: Ids, news?: string): Outcome => ({
  screen: view(oneView(turn, news), { word: 'objective', ids }),
});

/** A step ticked off, or not yet after all. The mentor hears of it the next morning, of all that was ticked off by then at once. */
function ticked(turn: OneTurn, { objective, zone }: AboutOne, step: string | undefined, isDone: boolean): Objective {
  const today = dayOf(turn.now, zone);
  const steps = objective.steps.map(one => {
    if (one.id !== step || one.done === isDone) return one;
    return isDone ? { ...one, done: true, doneOn: today } : { id: one.id, text: one.text, done: false };
  });
  const after = { ...objective, steps };
  if (stepsReached(after, today).length === 0) return { ...after, cheerAt: undefined };
  const isNew = steps.some(one => one.id === step && one.done);
  const morning = instantAt(addDays(today, 1), '09:00', zone);
  return isNew ? { ...after, cheerAt: objective.cheerAt ?? morning } : after;
}

const ticking =
  (isDone: boolean) =>
  (turn: OneTurn, ids: Ids): Outcome => {
    const found = workingOn(turn, 'mentee');
    const isNews = found?.objective.steps.some(({ id, done }) => id === ids['step'] && done !== isDone);
    return found && isNews ? changed(turn, ticked(turn, found, ids['step'], isDone)) : asItIs(turn, ids);
  };

/** The mentor's words, taken or left by the mentee; never others than those that were read. */
const answered =
  (takes: boolean) =>
  (turn: OneTurn, ids: Ids): Outcome => {
    const found = workingOn(turn, 'mentee');
    const proposal = found?.objective.proposal;
    if (!found || !proposal) return asItIs(turn, ids);
    if (proposal.id !== ids['proposal']) return asItIs(turn, ids, says.proposalPassed);
    const { title, specific, measure } = proposal;
    const words = takes ? { title, specific, measure } : {};
    return changed(turn, { ...found.objective, ...words, proposal: undefined });
  };

function reopen(turn: OneTurn, ids: Ids): Outcome {
  const found = aboutOne(turn);
  if (!found?.runs || found.mine.side !== 'mentee' || found.objective.state === 'running') return asItIs(turn, ids);
  return changed(turn, { ...found.objective, state: 'running', closedOn: undefined });
}

/** The mentee's to take along, also after the end (R48). */
function paper(turn: OneTurn, ids: Ids): Outcome {
  const found = aboutOne(turn);
  const name = turn.actor.person?.name;
  if (found?.mine.side !== 'mentee' || name === undefined) return asItIs(turn, ids);
  return {
    screen: {
      show: 'document',
      document: paperOf(found.objective, name),
      view: objectiveView(found, turn, says.paperSent),
      at: at(found),
    },
  };
}

export const objectivePage = pageOf({
  word: 'objective',
  for: 'member',
  plan: onePlan,
  show: turn => oneView(turn),
  press: { step: ticking(true), undo: ticking(false), paper, take: answered(true), leave: answered(false), reopen },
});

const A_PAGE = 10;

function allView(turn: OneTurn, ids: Ids): View {
  const found = aboutOne(turn);
  if (!found) return goneView(turn);
  const from = Math.max(0, Number.parseInt(ids['from'] ?? '0', 10) || 0);
  const all = [...found.objective.evidence].reverse();
  const shown = all.slice(from, from + A_PAGE);
  const { word, ids: here } = at(found);
  const more = open(says.more, 'objective.all', { ...here, from: String(from + A_PAGE) });
  return {
    title: says.evidenceTitle,
    parts: shown.length > 0 ? [list(shown.map(evidenceLine))] : [text(says.evidenceNone)],
    buttons: from + A_PAGE < all.length ? [more] : [],
    back: { word, ids: here },
  };
}

export const allPage = pageOf({ word: 'objective.all', for: 'member', plan: onePlan, show: allView });

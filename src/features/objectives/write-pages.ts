// Writing an objective: set, changed and closed by the mentee alone (R32).
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form, Option } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { type LetterOrder, type Outcome, put, view } from '../../conversation/outcome.ts';
import { addDays, addMonths, type Day, dayOf } from '../../scheme/calendar.ts';
import type { Objective } from '../../scheme/kinds.ts';
import {
  type AboutOne,
  about,
  at,
  goneView,
  type ListTurn,
  listPlan,
  MOST_RUNNING,
  noneView,
  type OneTurn,
  onePlan,
  workingOn,
} from './about.ts';
import { says } from './messages.ts';
import { objectiveView } from './objective-view.ts';

const { form: words } = says;
const written = { kind: 'text', seenBy: 'pairing', lines: true } as const;

const fieldsOf = (today: Day) =>
  ({
    title: { ...written, label: words.title, hint: words.titleHint, lines: false, optional: false, max: 100 },
    specific: { ...written, label: words.specific, hint: words.specificHint, optional: false, max: 600 },
    measure: { ...written, label: words.measure, hint: words.measureHint, optional: false, max: 600 },
    resources: { ...written, label: words.resources, hint: words.resourcesHint, optional: true, max: 400 },
    relevant: { ...written, label: words.relevant, hint: words.relevantHint, optional: true, max: 400 },
    due: {
      kind: 'date',
      label: words.due,
      hint: words.dueHint,
      optional: false,
      seenBy: 'pairing',
      from: today,
      to: addMonths(today, 36),
    },
    steps: {
      kind: 'list',
      label: words.steps,
      hint: words.stepsHint,
      optional: true,
      seenBy: 'pairing',
      atMost: 10,
      max: 150,
    },
  }) as const;
type WriteFields = ReturnType<typeof fieldsOf>;
type Answers = AnswersOf<WriteFields>;

/** The steps as they are sent; what was ticked off stays so. */
function stepsFrom(lines: readonly string[], before: Objective['steps'], id: string): Objective['steps'] {
  const known = new Map(before.map(step => [step.text, step]));
  return [...new Set(lines)].map((line, n) => known.get(line) ?? { id: `${id}-${n}`, text: line, done: false });
}

function wordsFrom({ title, specific, measure, resources, relevant, due }: Answers) {
  return { title, specific, measure, resources, relevant, due };
}

/** Where a new one may be added: by the mentee, while there is room. */
function mayAdd(turn: ListTurn, ids: Ids) {
  const found = about(turn, ids);
  return found?.runs && found.mine.side === 'mentee' && turn.scheme.objectives ? found : undefined;
}
const runningIn = (turn: ListTurn, pairing: string): number =>
  turn.open.objectives.filter(one => one.pairing === pairing && one.state === 'running').length;

function showNew(turn: ListTurn, ids: Ids): Form<WriteFields> | View {
  const found = mayAdd(turn, ids);
  if (!found) return noneView(turn, { pairing: 'none', ...ids });
  const { pairing } = found.mine;
  const back = { word: 'objectives', ids: { pairing: pairing.id } };
  if (runningIn(turn, pairing.id) >= MOST_RUNNING)
    return { title: says.fresh, parts: [text(says.many(MOST_RUNNING))], back };
  const today = dayOf(turn.now, found.zone);
  const due = pairing.endsOn !== undefined && pairing.endsOn > today ? pairing.endsOn : addMonths(today, 3);
  return {
    title: says.fresh,
    intro: [text(says.formIntro)],
    fields: fieldsOf(today),
    values: { due },
    submit: says.save,
    back,
  };
}

export const newPage = pageOf({
  word: 'objective.new',
  for: 'member',
  plan: listPlan,
  show: showNew,
  take: (turn, ids, answers: Answers): Outcome => {
    const found = mayAdd(turn, ids);
    if (!found) return { screen: view(noneView(turn, { pairing: 'none', ...ids }), { word: 'objectives', ids }) };
    const { id: pairing, mentor, mentee } = found.mine.pairing;
    const id = turn.id('objective');
    const steps = stepsFrom(answers.steps, [], turn.id('step'));
    const objective: Objective = {
      ...{ id, pairing, mentor, mentee, at: turn.now, state: 'running', steps },
      ...wordsFrom(answers),
      ...{ evidence: [], comments: [], reviews: [] },
    };
    return {
      changes: { put: [put('objective', objective)], history: [{ what: 'objective.set', about: [pairing] }] },
      screen: view(objectiveView({ ...found, objective }, turn), at({ objective })),
    };
  },
});

/** The page as it is with the objective changed. */
export function kept(
  turn: OneTurn,
  found: AboutOne,
  objective: Objective,
  more: { letters?: LetterOrder[] } = {},
): Outcome {
  return {
    changes: { put: [put('objective', objective)], ...more },
    screen: view(objectiveView({ ...found, objective }, turn), at({ objective })),
  };
}
export const gone = (): Outcome => ({ screen: view(goneView(), { word: 'objectives', ids: {} }) });

export const editPage = pageOf({
  word: 'objective.edit',
  for: 'member',
  plan: onePlan,
  show: (turn): Form<WriteFields> | View => {
    const found = workingOn(turn, 'mentee');
    if (!found) return goneView(turn);
    const { title, specific, measure, resources, relevant, due, steps } = found.objective;
    const today = dayOf(turn.now, found.zone);
    // A day that has passed may stay as it is.
    const [earliest = today] = [due, today].sort();
    const fields = fieldsOf(earliest);
    const open = { ...(resources ? { resources } : {}), ...(relevant ? { relevant } : {}) };
    return {
      title: says.editTitle,
      intro: [text(says.formIntro)],
      fields,
      values: { title, specific, measure, ...open, due, steps: steps.map(step => step.text) },
      submit: says.save,
      back: at(found),
    };
  },
  take: (turn, _ids, answers: Answers) => {
    const found = workingOn(turn, 'mentee');
    if (!found) return gone();
    const steps = stepsFrom(answers.steps, found.objective.steps, turn.id('step'));
    return kept(turn, found, { ...found.objective, ...wordsFrom(answers), steps });
  },
});

const endings: Option[] = says.closeOptions.slice();
const closeFields = {
  state: {
    kind: 'choice',
    label: says.closeLabel,
    options: endings,
    optional: false,
    seenBy: 'pairing',
  },
  result: { ...written, label: says.closeResult, optional: true, max: 600 },
} as const;

export const closePage = pageOf({
  word: 'objective.close',
  for: 'member',
  plan: onePlan,
  show: (turn): Form<typeof closeFields> | View => {
    const found = workingOn(turn, 'mentee');
    if (!found) return goneView(turn);
    return {
      title: says.closeTitle,
      intro: [text(says.reviewIntro(found.objective.title)), text(says.closeIntro)],
      fields: closeFields,
      ...(found.objective.result === undefined ? {} : { values: { result: found.objective.result } }),
      submit: says.closeSave,
      back: at(found),
    };
  },
  take: (turn, _ids, { state, result }: AnswersOf<typeof closeFields>) => {
    const found = workingOn(turn, 'mentee');
    if (!found) return gone();
    const closedOn = dayOf(turn.now, found.zone);
    const objective = { ...found.objective, state: state as Objective['state'], result, closedOn, askAt: undefined };
    return kept(turn, found, objective, { letters: state === 'met' ? [metOrder(found)] : [] });
  },
});

/** R34: the mentor, and nobody else, hears that something was reached. */
const metOrder = ({ objective, mine }: AboutOne): LetterOrder => ({
  letter: 'objective.met',
  ids: { objective: objective.id },
  to: { person: mine.partner },
  id: `objective.met-${objective.id}`,
});

/** The day of looking at it, moved on where it has passed. */
export const dayAhead = (day: Day | undefined, today: Day): Day => (day && day >= today ? day : addDays(today, 28));

// Answering at one point: a few questions, or a survey elsewhere. Answers are counted by the month and lines kept without a name; that somebody has answered stands with them alone.
import { pageOf } from '../../conversation/feature.ts';
import type { AgreeField, ChoicesField, Form } from '../../conversation/form.ts';
import { type Ids, note, press, text, type View } from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one, sealedOne } from '../../conversation/plan.ts';
import { wishChanges, wishToTalk } from '../../conversation/private-line.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Turn } from '../../conversation/turn.ts';
import { mayAnswer, type Point } from '../../scheme/evaluations.ts';
import type { Ballot, Evaluation, Registration } from '../../scheme/kinds.ts';
import { wishedBy } from '../../scheme/sealed.ts';
import { standsWith } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { asking, supportOptions } from '../../scheme/support.ts';
import { fieldsOf, monthOf, startOf, TOTALS, totalField } from '../../scheme/tallies.ts';
import { said } from './after.ts';
import { labels, form as words } from './messages.ts';
import { aboutPoint, minePlan, type Part, partIn, pointIn } from './mine.ts';
import { fieldsFor, type Question, questionsOf } from './questions.ts';

const answerPlan = () => ({
  ...minePlan(),
  wish: sealedOne('supportwish', mine()),
  exclusions: one('exclusions', mine()),
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
});
type AnswerTurn = Turn<Opened<ReturnType<typeof answerPlan>>>;

const TOPICS = 'support-topics';
const CONTACT = 'contact-me';
const MOST_TOPICS = 5;

/** R38: half-way it is always asked with which topics more help would be good, where the scheme takes such wishes. */
const asksTopics = (turn: Turn, point: Point): boolean => point.when === 'half' && turn.scheme.supportAsked;

function topicsField(turn: AnswerTurn): ChoicesField {
  const options = supportOptions(turn.scheme);
  const asked = { label: words.topics.label, hint: words.topics.hint(turn.scheme.sessions) };
  return { kind: 'choices', ...asked, options, atMost: MOST_TOPICS, optional: true, seenBy: 'counts' };
}

/** The one answer that is not counted but told, and no more than that; while the two meet (design: sensitive things). */
const asksContact = (point: Point, part: Part): boolean =>
  isRunning(part.mine.pairing.state) && (point.when === 'half' || point.weeks !== undefined);

const contactField = (): AgreeField => ({
  kind: 'agree',
  ...words.contactMe,
  optional: true,
  seenBy: 'coordinator',
});

function surveyView(part: Part, point: Point, ids: Ids): View {
  return {
    title: point.name,
    parts: [text(words.link(part.mine.called)), note(words.linkSecret)],
    buttons: [
      { label: labels.survey, url: point.link, style: 'primary' },
      press(labels.done, 'evaluation.answer', 'done', ids),
    ],
    back: { word: 'evaluation' },
  };
}

/** What stands in the way of answering, if anything. */
function inTheWay(turn: AnswerTurn, ids: Ids): { part: Part; point: Point; says?: string } | undefined {
  const part = partIn(turn, ids);
  const point = pointIn(turn, ids);
  if (!part || !point) return undefined;
  const state = part.evaluation.points[point.key];
  if (state?.doneAt !== undefined) return { part, point, says: words.already };
  return mayAnswer(point, state, part.mine.pairing, turn.now) ? { part, point } : { part, point, says: words.closed };
}

/** An end that is not known to them yet must not be told by an offer to start again. */
function restingIn(turn: AnswerTurn, { mine: { side } }: Part): Registration | undefined {
  const own = turn.open[side];
  const rests = own?.state === 'resting' || own?.state === 'dormant';
  return rests && standsWith(turn.open.pairings, turn.actor.person?.id, side) === undefined ? own : undefined;
}

const about = (turn: AnswerTurn, part: Part, point: Point) => ({
  scheme: turn.scheme,
  part,
  point,
  mentor: turn.open.mentor,
  resting: restingIn(turn, part),
});

function show(turn: AnswerTurn, ids: Ids): Form | View {
  const found = inTheWay(turn, ids);
  if (!found) return sentences.notHere();
  const { part, point, says } = found;
  if (says !== undefined) return said(about(turn, part, point), says);
  const at = { evaluation: part.evaluation.id, point: point.key };
  if (point.way === 'link') return surveyView(part, point, at);
  const questions = questionsOf(point, part.evaluation.role);
  return {
    title: point.name,
    intro: [
      text(words.lead(part.mine.called)),
      note(words.secret),
      ...(point.rule === 'required' ? [note(words.required)] : []),
    ],
    fields: {
      ...fieldsFor(questions),
      ...(asksTopics(turn, point) ? { [TOPICS]: topicsField(turn) } : {}),
      ...(asksContact(point, part) ? { [CONTACT]: contactField() } : {}),
    },
    submit: labels.send,
    back: { word: 'evaluation' },
  };
}

const withDone = (evaluation: Evaluation, point: Point, now: number): Evaluation => {
  const state = evaluation.points[point.key];
  return state
    ? { ...evaluation, points: { ...evaluation.points, [point.key]: { ...state, doneAt: now } } }
    : evaluation;
};

type Answers = Record<string, unknown>;

function chosenIn(question: Question, answers: Answers): string[] {
  const given = answers[question.key];
  if (question.kind === 'text' || given === undefined) return [];
  return Array.isArray(given) ? given.map(String) : [String(given)];
}

/** R55: by the month, without a name, under ids that tell nothing. */
function counted(turn: AnswerTurn, { evaluation }: Part, point: Point, answers: Answers): Changes {
  const questions = questionsOf(point, evaluation.role);
  const about = aboutPoint(point.key, evaluation.role);
  const month = monthOf(turn.now, turn.scheme.zone);
  const from = startOf(month, turn.scheme.zone);
  const lines = questions.flatMap(({ key, kind }): Ballot[] => {
    const line = kind === 'text' ? answers[key] : undefined;
    return typeof line === 'string' ? [{ id: turn.id(`line ${key}`), about, question: key, line, from }] : [];
  });
  const given = questions.map(question => [question.key, chosenIn(question, answers)] as const);
  return { put: lines.map(line => put('ballot', line)), count: countsOf(about, month, given) };
}

function countsOf(about: string, month: string, given: Parameters<typeof fieldsOf>[1]): NonNullable<Changes['count']> {
  const fields = fieldsOf(month, given).map(field => ({ name: about, field, by: 1 }));
  return [...fields, { name: TOTALS, field: totalField(about, month), by: 1 }];
}

/** Topics go where other wishes for help go: counted, and kept sealed for an invitation. What was wished for before stays. */
function wished(turn: AnswerTurn, point: Point, answers: Answers): Changes {
  const topics = answers[TOPICS];
  const person = turn.actor.person?.id;
  if (!asksTopics(turn, point) || !Array.isArray(topics) || topics.length === 0 || person === undefined) return {};
  const { wish, count } = asking(turn.open.wish, person, [...wishedBy(turn.open.wish, person), ...topics]);
  return { put: [put('supportwish', wish)], count };
}

const contactWish = (turn: AnswerTurn, { evaluation, mine: { pairing } }: Part) =>
  wishToTalk(turn, {
    person: evaluation.person,
    pairing: pairing.id,
    text: words.contactText,
    pairings: turn.open.pairings,
    exclusions: turn.open.exclusions,
  });

function take(turn: AnswerTurn, ids: Ids, answers: Answers): Outcome {
  const found = inTheWay(turn, ids);
  const at = { word: 'evaluation.answer', ids };
  if (!found) return { screen: view(sentences.notHere(), at) };
  const { part, point, says } = found;
  if (says !== undefined) return { screen: view(said(about(turn, part, point), says), at) };
  const done = { put: [put('evaluation', withDone(part.evaluation, point, turn.now))] };
  const isWished = asksContact(point, part) && answers[CONTACT] === true;
  const wish = isWished ? contactWish(turn, part) : undefined;
  return {
    changes: together(
      counted(turn, part, point, answers),
      wished(turn, point, answers),
      wishChanges(turn.scheme, wish),
      done,
    ),
    screen: view(said({ ...about(turn, part, point), answers, isWished, wish }, words.thanks), at),
  };
}

/** A survey elsewhere: that it was done is counted, and noted with whoever says so. */
function pressDone(turn: AnswerTurn, ids: Ids): Outcome {
  const found = inTheWay(turn, ids);
  const at = { word: 'evaluation.answer', ids };
  if (!found) return { screen: view(sentences.notHere(), at) };
  const { part, point, says } = found;
  if (says !== undefined || point.way !== 'link')
    return { screen: view(said(about(turn, part, point), says ?? words.closed), at) };
  const month = monthOf(turn.now, turn.scheme.zone);
  return {
    changes: {
      put: [put('evaluation', withDone(part.evaluation, point, turn.now))],
      count: countsOf(aboutPoint(point.key, part.evaluation.role), month, []),
    },
    screen: view(said(about(turn, part, point), words.thanksLink), at),
  };
}

export const answerPage = pageOf({
  word: 'evaluation.answer',
  for: 'member',
  plan: answerPlan,
  show,
  take,
  press: { done: pressDone },
});

// What was counted, for co-ordinators: averages, numbers and lines without names, in portions of five people and more (R55).
import { pageOf } from '../../conversation/feature.ts';
import {
  buttons,
  facts,
  heading,
  type Ids,
  list,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { allOf, counts, me, type Opened, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { activePoints, type Point } from '../../scheme/evaluations.ts';
import type { Role } from '../../scheme/records/people.ts';
import { linesWithin } from '../../scheme/sealed.ts';
import { answersIn, answersTo, startOf, TOTALS, toldMonths, totalsOf } from '../../scheme/tallies.ts';
import { labels, report as words } from './desk-messages.ts';
import { aboutPoint, pointIn } from './mine.ts';
import { type Question, questionsOf, STEPS } from './questions.ts';
import { fileOf, type Told } from './report-file.ts';

const ROLES = ['mentee', 'mentor'] as const;
const LINES = 40;
const LINES_IN_FILE = 200;
/** The first of the usual points; it can be switched off, but not removed. */
const BEGINNING = 'beginning';

const reportPlan = () => ({ totals: counts(TOTALS) });
type ReportTurn = Turn<Opened<ReturnType<typeof reportPlan>>>;

function rowOf({ open: { totals }, now, scheme }: ReportTurn, point: Point, role: Role): Part {
  const own = totalsOf(totals, aboutPoint(point.key, role));
  const answers = answersIn(own, toldMonths(own, now, scheme.zone));
  const says = words.row(point.name, role, answers);
  return answers > 0 ? row(says, open(labels.look, 'evaluations.one', { point: point.key, role })) : row(says);
}

function reportView(turn: ReportTurn): View {
  const points = activePoints(turn.scheme);
  const rows = points.flatMap(point => ROLES.map(role => rowOf(turn, point, role)));
  return {
    title: words.title,
    parts: [
      text(words.lead),
      ...(rows.some(one => one.part === 'row' && one.button)
        ? rows
        : [text(points.length > 0 ? words.few : words.off)]),
      buttons(
        open(labels.settings, 'evaluation.settings'),
        ...(turn.scheme.supportAsked ? [open(labels.topics, 'training.asked')] : []),
      ),
    ],
    buttons: [open(labels.desk, 'desk')],
  };
}

export const reportPage = pageOf({
  word: 'evaluations',
  also: ['report'],
  for: 'coordinator',
  plan: reportPlan,
  show: reportView,
});

const roleIn = (ids: Ids): Role => (ids['role'] === 'mentor' ? 'mentor' : 'mentee');
const aboutIn = (ids: Ids): string => aboutPoint(ids['point'] ?? 'none', roleIn(ids));

const onePlan = (ids: Ids) => ({
  own: allOf('pairing', me, 40),
  numbers: counts(aboutIn(ids)),
  // What was answered to the same questions at the beginning, to see a difference at the end.
  before: counts(aboutPoint(BEGINNING, roleIn(ids))),
  lines: sealedPage('ballot', 'ballot.lines', {
    of: aboutIn(ids),
    max: ids['all'] === undefined ? LINES : LINES_IN_FILE,
    after: ids['after'],
    oldestFirst: true,
  }),
});
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

const averageOf = (counted: readonly number[]): number =>
  counted.reduce((sum, n, step) => sum + n * (step + 1), 0) / counted.reduce((sum, n) => sum + n, 0);

/** How it was at the beginning, where the same was asked then by us. */
function averageBefore(turn: OneTurn, point: Point, { key }: Question): string[] {
  const first = turn.scheme.evaluations.find(one => one.key === BEGINNING);
  if (point.when !== 'end' || point.way === 'own' || !first || first.way === 'own') return [];
  const { before } = turn.open;
  const counted = answersTo(before, toldMonths(before, turn.now, turn.scheme.zone), key, STEPS);
  return counted ? [words.before(averageOf(counted))] : [];
}

const optionsOf = (question: Question): readonly { key: string; label: string }[] => {
  if (question.kind === 'text') return [];
  return question.kind === 'scale' ? STEPS.map(key => ({ key, label: key })) : question.options;
};

function countedFor(turn: OneTurn, question: Question, months: readonly string[]): number[] | undefined {
  const keys = optionsOf(question).map(({ key }) => key);
  return answersTo(turn.open.numbers, months, question.key, keys);
}

function numberOf(turn: OneTurn, point: Point, question: Question, months: readonly string[]): [string, string][] {
  if (question.kind === 'text') return [];
  const counted = countedFor(turn, question, months);
  if (!counted) return [[question.label, words.fewer]];
  if (question.kind === 'scale') {
    const says = [words.average(averageOf(counted), counted), ...averageBefore(turn, point, question)];
    return [[question.label, says.join('\n')]];
  }
  return [
    [
      question.label,
      optionsOf(question)
        .map(({ label }, n) => `${label}: ${counted[n]}`)
        .join('\n'),
    ],
  ];
}

/** R39b: what mentees wrote may be about the one who mentored them, and the other way about: whoever was paired so reads the numbers alone. */
function mayBeAbout({ open: { own }, actor }: OneTurn, role: Role): boolean {
  const other = role === 'mentee' ? 'mentor' : 'mentee';
  return own.some(pairing => pairing.introducedAt !== undefined && pairing[other] === actor.person?.id);
}

function linesFor(turn: OneTurn, question: Question, months: readonly string[]): string[] {
  const beginnings = months.map(month => startOf(month, turn.scheme.zone));
  return linesWithin(turn.open.lines, question.key, beginnings);
}

function linesOf(turn: OneTurn, question: Question, months: readonly string[]): Part[] {
  const said = question.kind === 'text' ? linesFor(turn, question, months) : [];
  return said.length > 0 ? [heading(question.label), list(said)] : [];
}

const questionsAt = (point: Point, role: Role): readonly Question[] =>
  point.way === 'link' ? [] : questionsOf(point, role);

function oneView(turn: OneTurn, ids: Ids): View {
  const point = pointIn(turn, ids);
  const role = roleIn(ids);
  const months = toldMonths(turn.open.numbers, turn.now, turn.scheme.zone);
  const back = { word: 'evaluations' };
  if (!point || months.length === 0) return { title: words.title, parts: [text(words.few)], back };
  const questions = questionsAt(point, role);
  const isClosed = mayBeAbout(turn, role);
  const after = isClosed ? undefined : turn.more['lines'];
  const again = { point: point.key, role, ...(after ? { after } : {}) };
  return {
    title: words.title,
    parts: [
      heading(words.one(point.name, role)),
      ...(point.way === 'link' ? [text(words.link)] : []),
      facts([
        [words.answers, String(answersIn(turn.open.numbers, months))],
        ...questions.flatMap(question => numberOf(turn, point, question, months)),
      ]),
      ...(isClosed ? [note(words.closed[role])] : questions.flatMap(question => linesOf(turn, question, months))),
    ],
    buttons: [
      press(labels.file, 'evaluations.one', 'file', { point: point.key, role, all: 'yes' }),
      ...(after ? [open(labels.more, 'evaluations.one', again)] : []),
    ],
    back,
  };
}

/** The same as on the page: nothing below five, nothing from a month that runs, no lines that may be about the reader. */
function makeFile(turn: OneTurn, ids: Ids): Outcome {
  const point = pointIn(turn, ids);
  const role = roleIn(ids);
  const months = toldMonths(turn.open.numbers, turn.now, turn.scheme.zone);
  const at = { word: 'evaluations.one', ids: { point: ids['point'] ?? 'none', role } };
  const shown = oneView(turn, ids);
  if (!point || months.length === 0) return { screen: view(shown, at) };
  const isClosed = mayBeAbout(turn, role);
  const told = questionsAt(point, role)
    .filter(({ kind }) => kind !== 'text' || !isClosed)
    .map((question): Told => {
      if (question.kind === 'text') return { question, options: [], lines: linesFor(turn, question, months) };
      const counted = countedFor(turn, question, months);
      return { question, options: optionsOf(question).map(({ label }) => label), ...(counted ? { counted } : {}) };
    });
  const hasMore = !isClosed && turn.more['lines'] !== undefined;
  const name = words.one(point.name, role);
  const document = fileOf(name, answersIn(turn.open.numbers, months), told, averageOf, hasMore);
  const said = { ...shown, parts: [text(words.sent), ...shown.parts] };
  return { screen: { show: 'document', document, view: said, at } };
}

export const onePage = pageOf({
  word: 'evaluations.one',
  for: 'coordinator',
  plan: onePlan,
  show: oneView,
  press: { file: makeFile },
});

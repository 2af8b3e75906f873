// What is asked, and when: each point with its rule and its questions; points of the scheme's own; certificates (R0, R37, R39).
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form } from '../../conversation/form.ts';
import { type Button, buttons, type Ids, open, press, row, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Point } from '../../scheme/evaluations.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { labels, settings, point as words } from './desk-messages.ts';
import { pointIn } from './mine.ts';
import { oursFor, questionsOf } from './questions.ts';

const MOST_POINTS = 8;
const MOST_WEEKS = 104;

function saved(turn: Turn, patch: Partial<Scheme>): Outcome {
  return {
    changes: {
      put: [put('scheme', { ...turn.scheme, ...patch })],
      history: [{ what: `setup: ${Object.keys(patch).join(', ')}`, about: ['scheme'] }],
    },
    screen: next('evaluation.settings'),
  };
}

function whenOf(point: Point, scheme: Scheme): string {
  if (point.weeks !== undefined) return settings.when.weeks(point.weeks);
  return point.when === 'later' ? settings.when.later(scheme.followUpMonths) : settings.when[point.when];
}

/** What is asked, as a co-ordinator chooses it. */
const wayOf = ({ way, withOurs }: Point): keyof typeof settings.ways => (way === 'own' && withOurs ? 'both' : way);

function rowOf(point: Point, scheme: Scheme) {
  const way = point.rule === 'off' ? '.' : `: ${settings.ways[wayOf(point)]}.`;
  const says = settings.row(point.name, whenOf(point, scheme), settings.rules[point.rule], way);
  return row(says, open(labels.change, 'evaluation.setting', { point: point.key }));
}

function settingsView({ scheme }: Turn): View {
  const add: Button[] =
    scheme.evaluations.length < MOST_POINTS ? [open(labels.add, 'evaluation.add', {}, 'primary')] : [];
  return {
    title: settings.title,
    parts: [
      text(settings.lead),
      ...scheme.evaluations.map(point => rowOf(point, scheme)),
      buttons(...add, open(settings.certificates.label, 'evaluation.more')),
    ],
    buttons: [open(labels.setup, 'setup'), open(labels.desk, 'desk')],
  };
}

export const settingsPage = pageOf({
  word: 'evaluation.settings',
  for: 'coordinator',
  plan: () => ({}),
  show: settingsView,
});

const everybody = { seenBy: 'everybody' } as const;
const questions = { kind: 'list', max: 140, optional: true, ...everybody } as const;
const optionsOf = (said: Record<string, string>) => Object.entries(said).map(([key, label]) => ({ key, label }));

const fieldsFor = (point: Point) => ({
  ...pointFields,
  without: {
    kind: 'choices',
    ...words.without,
    options: oursFor(point).map(({ key, label }) => ({ key, label })),
    optional: true,
    ...everybody,
  } as const,
});

const pointFields = {
  rule: { kind: 'choice', ...words.rule, options: optionsOf(settings.rules), optional: false, ...everybody },
  way: { kind: 'choice', ...words.way, options: optionsOf(settings.ways), optional: false, ...everybody },
  scales: { ...questions, ...words.scales, atMost: 6 },
  texts: { ...questions, ...words.texts, atMost: 4 },
  link: { kind: 'link', ...words.link, optional: true, ...everybody },
} as const;
type PointFields = ReturnType<typeof fieldsFor>;
type PointAnswers = AnswersOf<PointFields>;

const plain = (label: string): string => label.trim().toLocaleLowerCase('en-GB');

/** A question keeps its key as long as its words stay, so that its answers are counted on; other words are another question. */
function keyed(turn: Turn, said: readonly string[], before: Point['scales'], what: string): Point['scales'] {
  return said.map((label, n) => ({
    key: before.find(one => plain(one.label) === plain(label))?.key ?? turn.id(`${what} ${n}`),
    label,
  }));
}

function wrong(point: Point, answers: PointAnswers): Record<string, string> | undefined {
  const { way, scales, texts, link, without } = answers;
  const all = [...scales, ...texts].map(plain);
  if (new Set(all).size < all.length) return { scales: words.twice };
  if ((way === 'own' || way === 'both') && all.length === 0) return { scales: words.needsQuestions };
  const isEmpty = (['mentor', 'mentee'] as const).some(
    role => questionsOf({ ...point, way: 'ours', without }, role).length === 0,
  );
  if (way === 'ours' && isEmpty) return { without: words.leaveSome };
  return way === 'link' && link === undefined ? { link: words.needsLink } : undefined;
}

function showPoint(turn: Turn, ids: Ids): Form<PointFields> | View {
  const point = pointIn(turn, ids);
  if (!point) return settingsView(turn);
  const remove = press(labels.remove, 'evaluation.setting', 'remove', { point: point.key });
  return {
    title: words.title,
    intro: [text(`${point.name}. ${whenOf(point, turn.scheme)}.`)],
    fields: fieldsFor(point),
    values: {
      rule: point.rule,
      way: wayOf(point),
      without: oursFor(point).flatMap(({ key }) => (point.without?.includes(key) ? [key] : [])),
      scales: point.scales.map(({ label }) => label),
      texts: point.texts.map(({ label }) => label),
      ...(point.link ? { link: point.link } : {}),
    },
    submit: labels.save,
    back: { word: 'evaluation.settings' },
    // The four usual ones can be switched off, and so come back.
    ...(point.weeks === undefined ? {} : { buttons: [{ ...remove, confirm: words.confirmRemove }] }),
  };
}

function takePoint(turn: Turn, ids: Ids, answers: PointAnswers): Outcome {
  const before = pointIn(turn, ids);
  if (!before) return { screen: next('evaluation.settings') };
  const problems = wrong(before, answers);
  if (problems) return { problems };
  const after: Point = {
    ...before,
    rule: answers.rule as Point['rule'],
    way: answers.way === 'both' ? 'own' : (answers.way as Point['way']),
    withOurs: answers.way === 'both',
    without: answers.without,
    scales: keyed(turn, answers.scales, before.scales, 'scale'),
    texts: keyed(turn, answers.texts, before.texts, 'text'),
    link: answers.link ?? '',
  };
  return saved(turn, { evaluations: turn.scheme.evaluations.map(one => (one === before ? after : one)) });
}

export const settingPage = pageOf({
  word: 'evaluation.setting',
  for: 'coordinator',
  plan: () => ({}),
  show: showPoint,
  take: takePoint,
  press: {
    remove: (turn, ids): Outcome =>
      saved(turn, {
        evaluations: turn.scheme.evaluations.filter(one => one.key !== ids['point'] || one.weeks === undefined),
      }),
  },
});

export const addPage = pageOf({
  word: 'evaluation.add',
  for: 'coordinator',
  plan: () => ({}),
  show: () => ({
    title: words.addTitle,
    fields: {
      name: { kind: 'text', ...words.name, max: 60, lines: false, optional: false, ...everybody },
      weeks: { kind: 'number', ...words.weeks, from: 1, to: MOST_WEEKS, optional: false, ...everybody },
    },
    submit: labels.add,
    back: { word: 'evaluation.settings' },
  }),
  take: (turn, _ids, { name, weeks }): Outcome => {
    const { evaluations } = turn.scheme;
    if (evaluations.length >= MOST_POINTS) return { problems: { name: words.full(MOST_POINTS) } };
    const point: Point = {
      key: turn.id('point'),
      name,
      when: 'introduction',
      weeks,
      rule: 'offered',
      way: 'ours',
      scales: [],
      texts: [],
      link: '',
    };
    const { changes } = saved(turn, { evaluations: [...evaluations, point] }) as { changes: object };
    return { changes, screen: next('evaluation.setting', { point: point.key }) };
  },
});

export const morePage = pageOf({
  word: 'evaluation.more',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: settings.title,
    fields: {
      certificates: { kind: 'agree', ...settings.certificates, optional: true, ...everybody },
      months: { kind: 'number', ...settings.months, from: 1, to: 24, optional: false, ...everybody },
    },
    values: { certificates: scheme.certificates, months: scheme.followUpMonths },
    submit: labels.save,
    back: { word: 'evaluation.settings' },
  }),
  take: (turn, _ids, { certificates, months }) => saved(turn, { certificates, followUpMonths: months }),
});

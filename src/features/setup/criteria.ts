// The criteria people read, the questions they tick, and what training is asked of each role.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, note, open, press, row, text, type View } from '../../conversation/notice.ts';
import { view } from '../../conversation/outcome.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { checks, criteria, labels, training } from './messages.ts';
import { rippled } from './ripple.ts';
import { save } from './save.ts';

const MOST_CHECKS = 10;

export const criteriaPage = pageOf({
  word: 'setup.criteria',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: criteria.title,
    intro: [text(criteria.intro)],
    fields: {
      criteriaMentor: {
        kind: 'text',
        ...criteria.mentor,
        max: 1500,
        lines: true,
        optional: false,
        seenBy: 'everybody',
      },
      criteriaMentee: {
        kind: 'text',
        ...criteria.mentee,
        max: 1500,
        lines: true,
        optional: false,
        seenBy: 'everybody',
      },
    },
    values: { criteriaMentor: scheme.criteriaMentor, criteriaMentee: scheme.criteriaMentee },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { criteriaMentor, criteriaMentee }) =>
    save(turn, { criteriaMentor, criteriaMentee }, { word: 'setup' }),
});

type Check = Scheme['checks'][number];

const roleLabel = (check: Check): string => checks.roles.find(({ key }) => key === check.role)?.label ?? '';

function checksView(scheme: Scheme, said?: string): View {
  const rows = scheme.checks.map(check =>
    row(
      [check.label, `\n${roleLabel(check)}${check.either ? ` – ${checks.enough}` : ''}`],
      open(labels.change, 'setup.check', { key: check.key }),
    ),
  );
  return {
    title: checks.title,
    parts: [
      ...(said ? [text(said)] : []),
      text(checks.lead),
      ...(rows.length > 0 ? rows : [text(checks.none)]),
      ...(scheme.checks.length < MOST_CHECKS
        ? [buttons(open(labels.addQuestion, 'setup.check', {}, 'primary'))]
        : [note(checks.full)]),
    ],
    back: { word: 'setup' },
  };
}

export const checksPage = pageOf({
  word: 'setup.checks',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => checksView(scheme),
  press: {
    remove: (turn, ids) =>
      save(turn, { checks: turn.scheme.checks.filter(check => check.key !== ids['key']) }, { word: 'setup.checks' }),
  },
});

export const checkPage = pageOf({
  word: 'setup.check',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }, ids) => {
    const before = scheme.checks.find(check => check.key === ids['key']);
    if (ids['key'] && !before) return checksView(scheme, checks.gone);
    return {
      title: checks.formTitle,
      fields: {
        label: { kind: 'text', ...checks.label, max: 75, lines: false, optional: false, seenBy: 'everybody' },
        role: { kind: 'choice', ...checks.role, options: checks.roles, optional: false, seenBy: 'everybody' },
        either: { kind: 'agree', ...checks.either, optional: true, seenBy: 'everybody' },
      },
      ...(before
        ? {
            values: { label: before.label, role: before.role, either: before.either !== undefined },
            buttons: [press(labels.remove, 'setup.checks', 'remove', { key: before.key })],
          }
        : {}),
      submit: labels.save,
      back: { word: 'setup.checks' },
    };
  },
  take: (turn, ids, { label, role, either }) => {
    const list = turn.scheme.checks;
    const before = list.find(check => check.key === ids['key']);
    if (!before && list.length >= MOST_CHECKS)
      return { screen: view(checksView(turn.scheme, checks.full), { word: 'setup.checks' }) };
    const check: Check = {
      key: before?.key ?? turn.id('check'),
      label,
      role: role as Check['role'],
      // A group of its own is kept; otherwise all that are marked form one group (R3).
      ...(either ? { either: before?.either ?? 'technical' } : {}),
    };
    const after = before ? list.map(other => (other === before ? check : other)) : [...list, check];
    return save(turn, { checks: after }, { word: 'setup.checks' });
  },
});

type Rule = Scheme['trainingMentor'];

export const trainingPage = pageOf({
  word: 'setup.training',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: training.title,
    intro: [text(training.intro)],
    fields: {
      mentor: { kind: 'choice', ...training.mentor, options: training.options, optional: false, seenBy: 'everybody' },
      mentee: { kind: 'choice', ...training.mentee, options: training.options, optional: false, seenBy: 'everybody' },
      text: { kind: 'text', ...training.text, max: 1500, lines: true, optional: true, seenBy: 'everybody' },
    },
    values: { mentor: scheme.trainingMentor, mentee: scheme.trainingMentee, text: scheme.trainingText },
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { mentor, mentee, text: trainingText }) =>
    save(
      turn,
      { trainingMentor: mentor as Rule, trainingMentee: mentee as Rule, trainingText: trainingText ?? '' },
      { word: 'setup' },
      rippled(turn),
    ),
});

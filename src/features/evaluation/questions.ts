// The questions themselves, by point and role: few, on scales, with two lines of text (F15, F18, F18b). What a scheme asks instead is in its settings.
import type { Field, Fields } from '../../conversation/form.ts';
import type { Point } from '../../scheme/evaluations.ts';
import type { Role } from '../../scheme/records/people.ts';

export type Question = { key: string; label: string; hint?: string; optional: boolean } & (
  | { kind: 'scale'; low: string; high: string }
  | { kind: 'choice' | 'choices'; options: { key: string; label: string }[] }
  | { kind: 'text' }
);

const agrees = { kind: 'scale', low: 'Not at all', high: 'Very much', optional: false } as const;
const scale = (key: string, label: string): Question => ({ key, label, ...agrees });
const text = (key: string, label: string): Question => ({ key, label, kind: 'text', optional: true });

/** The same before and afterwards, so that a difference can be seen. */
const outcomes = [
  scale('plan', 'I know where I want to go in my work'),
  scale('network', 'I have people I can turn to'),
  scale('skill', 'I am sure of my technical skill'),
  scale('recognised', 'My work is recognised'),
];

const halfWay = [
  scale('regular', 'We meet as often as we want to'),
  scale('fit', 'The two of us fit together well'),
  scale('goals', 'We talk about goals and work towards them'),
  text('helps', 'What works well?'),
  text('change', 'What could the scheme do better?'),
];

const scheme = [
  scale('match', 'The two of us fitted together well'),
  scale('support', 'The scheme supported me well'),
  scale('recommend', 'I would recommend it to a colleague'),
];
const looking = [text('best', 'What was best?'), text('change', 'What would you change?')];

const later: Question[] = [
  {
    key: 'touch',
    label: 'Are the two of you still in touch?',
    kind: 'choice',
    options: [
      { key: 'yes', label: 'Yes' },
      { key: 'some', label: 'Now and then' },
      { key: 'no', label: 'No' },
    ],
    optional: false,
  },
  {
    key: 'changes',
    label: 'What is different at work?',
    kind: 'choices',
    options: [
      { key: 'post', label: 'A new post' },
      { key: 'promotion', label: 'A promotion' },
      { key: 'registration', label: 'Professional registration' },
      { key: 'skill', label: 'A new skill in use' },
      { key: 'network', label: 'New people I work with' },
      { key: 'stayed', label: 'I stayed, by choice' },
      { key: 'nothing', label: 'Nothing yet' },
    ],
    optional: true,
  },
  scale('due', 'Mentoring has to do with it'),
  text('comment', 'Anything else?'),
];

const ours: Record<Point['when'], Record<Role, readonly Question[]>> = {
  introduction: {
    mentee: outcomes,
    mentor: [
      scale('role', 'I know what a mentor does, and what not'),
      scale('ready', 'I feel ready for it'),
      scale('ask', 'I know whom to ask when I need help'),
    ],
  },
  half: { mentee: halfWay, mentor: halfWay },
  end: {
    mentee: [...outcomes, ...scheme, ...looking],
    mentor: [
      scale('skills', 'I have learned something for my own work'),
      scale('network', 'I have people I can turn to'),
      scale('glad', 'I am glad I did it'),
      ...scheme,
      ...looking,
    ],
  },
  later: { mentee: later, mentor: later },
};

/** Ours, or those a co-ordinator wrote. A point of the scheme's own, weeks after the introduction, asks what is asked half-way. */
export function questionsOf(point: Point, role: Role): readonly Question[] {
  if (point.way === 'ours') return ours[point.weeks === undefined ? point.when : 'half'][role];
  const scales = point.scales.map(({ key, label }): Question => ({ key, label, ...agrees, optional: true }));
  return [...scales, ...point.texts.map(({ key, label }): Question => text(key, label))];
}

export const STEPS = ['1', '2', '3', '4', '5'];

function fieldOf(question: Question): Field {
  const { label, optional } = question;
  const base = { label, optional, seenBy: 'counts' } as const;
  switch (question.kind) {
    case 'scale':
      return { kind: 'scale', ...base, from: 1, to: 5, low: question.low, high: question.high };
    case 'text':
      return { kind: 'text', ...base, max: 300, lines: true };
    case 'choice':
    case 'choices':
      return { kind: question.kind, ...base, options: question.options };
  }
}

export const fieldsFor = (questions: readonly Question[]): Fields =>
  Object.fromEntries(questions.map(question => [question.key, fieldOf(question)]));

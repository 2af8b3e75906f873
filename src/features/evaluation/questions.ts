// The questions themselves, by point and role: few, on scales, with two lines of text (F15, F18, F18b). What a scheme asks instead is in its settings.
import type { Field, Fields } from '../../conversation/form.ts';
import type { Point } from '../../scheme/evaluations.ts';
import type { Role } from '../../scheme/records/people.ts';

export type Question = { key: string; label: string; hint?: string; optional: boolean } & (
  | { kind: 'scale'; low: string; high: string }
  | { kind: 'choice' | 'choices'; options: { key: string; label: string }[] }
  | { kind: 'text' }
);

/** Two questions whose answers lead somewhere, for whoever has just given them. */
export const GOING_ON = 'going-on';
export const OTHERS = 'others';

const agrees = { kind: 'scale', low: 'Not at all', high: 'Very much', optional: false } as const;
const scale = (key: string, label: string): Question => ({ key, label, ...agrees });
/** For what not everybody can say something about. */
const ifAny = (key: string, label: string, hint: string): Question => ({ ...scale(key, label), hint, optional: true });
const text = (key: string, label: string): Question => ({ key, label, kind: 'text', optional: true });
const options = (said: Record<string, string>) => Object.entries(said).map(([key, label]) => ({ key, label }));

/** The same before and afterwards, so that a difference can be seen. */
const outcomes = [
  scale('plan', 'I know where I want to go in my work'),
  scale('network', 'I have people I can turn to'),
  scale('skill', 'I am sure of my technical skill'),
  scale('recognised', 'My work is recognised'),
  scale('stay', 'I would like to stay in technical work'),
];

const halfWay: Question[] = [
  scale('regular', 'We meet as often as we want to'),
  scale('fit', 'The two of us fit together well'),
  scale('goals', 'We talk about goals and work towards them'),
  {
    key: GOING_ON,
    label: 'Would you like to go on?',
    hint: 'Only counted, like the rest. If you are not sure, the next page shows what can help.',
    kind: 'choice',
    options: options({ yes: 'Yes', changed: 'Yes, with some changes', unsure: 'I am not sure', no: 'Rather not' }),
    optional: true,
  },
  {
    key: 'hinders',
    label: 'Does anything get in the way?',
    kind: 'choices',
    options: options({
      time: 'Time and workload',
      shifts: 'Shifts or term times',
      leave: 'Getting away from the job for it',
      dates: 'Finding a day',
      distance: 'Distance',
      topics: 'Knowing what to talk about',
      us: 'Something between the two of us',
      else: 'Something else',
    }),
    optional: true,
  },
  text('helps', 'What works well?'),
  text('change', 'What could the scheme do better?'),
];

/** What a mentor does and does not (R0b), as mentees saw it; it tells the scheme what trainings are for, and is only ever counted. */
const did: Question = {
  key: 'did',
  label: 'What did your mentor do?',
  hint: 'Tick what is true. It is only counted, and never told to your mentor.',
  kind: 'choices',
  options: options({
    listened: 'Listened without judging',
    asked: 'Asked good questions',
    suggested: 'Suggested rather than told me what to do',
    honest: 'Said honestly what they saw',
    goals: 'Helped me make my goals clear',
    network: 'Brought me together with others',
    kept: 'Kept what we had agreed',
  }),
  optional: true,
};

const scheme = [
  scale('match', 'The two of us fitted together well'),
  ifAny('training', 'The training or briefing prepared me well', 'Leave it open if there was none.'),
  scale('support', 'The scheme supported me well'),
  scale('recommend', 'I would recommend it to a colleague'),
];
const looking = [text('best', 'What was best?'), text('change', 'What would you change?')];

const later: Question[] = [
  {
    key: 'touch',
    label: 'Are the two of you still in touch?',
    kind: 'choice',
    options: options({ yes: 'Yes', some: 'Now and then', no: 'No' }),
    optional: false,
  },
  {
    key: 'changes',
    label: 'What is different at work?',
    kind: 'choices',
    options: options({
      post: 'A new post',
      promotion: 'A promotion',
      registration: 'Professional registration',
      skill: 'A new skill in use',
      network: 'New people I work with',
      stayed: 'I stayed, by choice',
      nothing: 'Nothing yet',
    }),
    optional: true,
  },
  ifAny('due', 'Mentoring had a part in it', 'Leave it open if nothing is different.'),
  {
    key: OTHERS,
    label: 'Do you mentor somebody yourself by now?',
    kind: 'choice',
    options: options({ yes: 'Yes', would: 'I would like to', no: 'No' }),
    optional: true,
  },
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
    mentee: [...outcomes, did, ...scheme, ...looking],
    mentor: [
      scale('skills', 'I have learned something for my own work'),
      scale('network', 'I have people I can turn to'),
      scale('glad', 'I am glad I did it'),
      ...scheme,
      ...looking,
    ],
  },
  // Mentors are asked about mentoring again in its own place.
  later: { mentee: later, mentor: later.filter(({ key }) => key !== OTHERS) },
};

/** A point of the scheme's own, weeks after the introduction, asks what is asked half-way. */
const oursAt = ({ when, weeks }: Pick<Point, 'when' | 'weeks'>, role: Role): readonly Question[] =>
  ours[weeks === undefined ? when : 'half'][role];

/** All of ours at one point, whoever is asked, for a co-ordinator to choose among. */
export function oursFor(point: Pick<Point, 'when' | 'weeks'>): readonly Question[] {
  const all = [...oursAt(point, 'mentee'), ...oursAt(point, 'mentor')];
  return all.filter(({ key }, n) => all.findIndex(one => one.key === key) === n);
}

/** Ours, without those that are left out; those a co-ordinator wrote; or both. */
export function questionsOf(point: Point, role: Role): readonly Question[] {
  const kept = oursAt(point, role).filter(({ key }) => !point.without?.includes(key));
  if (point.way === 'ours') return kept;
  const scales = point.scales.map(({ key, label }): Question => ({ key, label, ...agrees, optional: true }));
  return [...(point.withOurs ? kept : []), ...scales, ...point.texts.map(({ key, label }) => text(key, label))];
}

export const STEPS = ['1', '2', '3', '4', '5'];

function fieldOf(question: Question): Field {
  const { label, optional } = question;
  const base = { label, optional, ...(question.hint ? { hint: question.hint } : {}), seenBy: 'counts' } as const;
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

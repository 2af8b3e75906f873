// A form as data: its fields, what an answer to each looks like, and the check of answers. How it is drawn is the platforms' business.
import { z } from 'zod';
import { type Day, isDay, sayDay, type Time } from '../scheme/calendar.ts';
import type { Readers } from '../scheme/kind.ts';

export type Option = { key: string; label: string; hint?: string };
/** A person found in the scheme's directory, or somebody known by e-mail alone, kept as a keyed hash. */
export type PersonAnswer = { person: string } | { emailHash: string };

type Base<Optional extends boolean> = {
  label: string;
  hint?: string;
  optional: Optional;
  /** Who may read the answer; it must land in a record with these readers. `none`: it only steers what happens next. */
  seenBy: Readers | 'none';
};
export type TextField<O extends boolean = boolean> = Base<O> & {
  kind: 'text';
  max: number;
  min?: number;
  lines: boolean;
  placeholder?: string;
};
export type NumberField<O extends boolean = boolean> = Base<O> & { kind: 'number'; from: number; to: number };
export type DateField<O extends boolean = boolean> = Base<O> & { kind: 'date'; from?: Day; to?: Day };
export type TimeField<O extends boolean = boolean> = Base<O> & { kind: 'time' };
export type ChoiceField<O extends boolean = boolean> = Base<O> & { kind: 'choice'; options: Option[] };
export type ChoicesField<O extends boolean = boolean> = Base<O> & {
  kind: 'choices';
  options: Option[];
  atMost?: number;
};
export type ScaleField<O extends boolean = boolean> = Base<O> & {
  kind: 'scale';
  from: number;
  to: number;
  low: string;
  high: string;
};
export type PersonField<O extends boolean = boolean> = Base<O> & { kind: 'person'; atMost: number; byEmail: boolean };
/** Somebody of the platform's own directory, in the scheme or not: the answer is their account. */
export type AccountField<O extends boolean = boolean> = Base<O> & { kind: 'account' };
export type ChannelField<O extends boolean = boolean> = Base<O> & { kind: 'channel'; privateOnly: boolean };
/** Choose several, best first. */
export type RankedField<O extends boolean = boolean> = Base<O> & { kind: 'ranked'; options: Option[]; places: number };
export type AgreeField<O extends boolean = boolean> = Base<O> & { kind: 'agree'; text: string };
export type LinkField<O extends boolean = boolean> = Base<O> & { kind: 'link' };
/** "Add another": up to `atMost` lines of text, one item each. */
export type ListField<O extends boolean = boolean> = Base<O> & { kind: 'list'; atMost: number; max: number };

export type Field =
  | TextField
  | NumberField
  | DateField
  | TimeField
  | ChoiceField
  | ChoicesField
  | ScaleField
  | PersonField
  | AccountField
  | ChannelField
  | RankedField
  | AgreeField
  | LinkField
  | ListField;
export type Fields = Record<string, Field>;

type Given<F extends Field> = F['kind'] extends 'text' | 'link' | 'choice' | 'account' | 'channel'
  ? string
  : F['kind'] extends 'date'
    ? Day
    : F['kind'] extends 'time'
      ? Time
      : F['kind'] extends 'number' | 'scale'
        ? number
        : F['kind'] extends 'agree'
          ? boolean
          : F['kind'] extends 'person'
            ? PersonAnswer[]
            : string[];

/** The answers to these fields; an optional field left empty is absent (lists and ticks are then empty or false). */
export type AnswersOf<F extends Fields> = {
  [N in keyof F]: F[N]['kind'] extends 'choices' | 'ranked' | 'list' | 'person' | 'agree'
    ? Given<F[N]>
    : F[N]['optional'] extends true
      ? Given<F[N]> | undefined
      : Given<F[N]>;
};

/** A form ready to be drawn. */
export type Form<F extends Fields = Fields> = {
  title: string;
  /** Said above the questions. */
  intro?: import('./notice.ts').Part[];
  fields: F;
  /** What stands in the fields already: a draft, a prefill, or what was typed before. */
  values?: Partial<AnswersOf<F>>;
  submit: string;
  /** Where *Back* leads, in a chain of short forms. */
  back?: import('./notice.ts').Target;
  /** Buttons beside the questions, such as *Skip* or *Something isn't working*. */
  buttons?: import('./notice.ts').Button[];
};

/** A sentence per field that needs another look. */
export type Problems = Record<string, string>;

/** Control characters, and marks that turn the direction of whatever stands after them: in somebody's name they would turn a sentence that another one reads. */
const TURNING = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;
/** Nothing to be seen: spaces, joiners and fillers alone. */
const UNSEEN = /^[\s\p{Cf}\u2800\u3164\u115F\u1160\uFFA0]*$/u;

function tidy(value: string): string {
  const text = value.replace(/\r\n?/g, '\n').replace(TURNING, '').trim();
  return UNSEEN.test(text) ? '' : text;
}
/** What is asked in one line is one line, however it got here. */
const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
const long = (value: string): number => [...value].length;

function check(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return z
        .string()
        .transform(v => (field.lines ? tidy(v) : inOneLine(tidy(v))))
        .refine(v => long(v) <= field.max, { error: `Please keep this to ${field.max} characters.` })
        .refine(v => long(v) >= (field.min ?? 1), {
          error: field.min ? `Please write at least ${field.min} characters.` : 'Please write something here.',
        });
    case 'link':
      return z
        .string()
        .transform(tidy)
        .refine(v => /^https?:\/\/\S+\.\S+/i.test(v) && long(v) <= 500, {
          error: 'Please give a web address that starts with https://.',
        });
    case 'number':
    case 'scale':
      return z.coerce
        .number({ error: 'Please give a number.' })
        .int({ error: 'Please give a whole number.' })
        .min(field.from, { error: `Please give a number from ${field.from} to ${field.to}.` })
        .max(field.to, { error: `Please give a number from ${field.from} to ${field.to}.` });
    case 'date':
      return z
        .string()
        .refine(isDay, { error: 'Please choose a day.' })
        .refine(v => field.from === undefined || v >= field.from, {
          error: () => `Please choose ${sayDay(field.from ?? '')} or later.`,
        })
        .refine(v => field.to === undefined || v <= field.to, {
          error: () => `Please choose ${sayDay(field.to ?? '')} or earlier.`,
        });
    case 'time':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Please choose a time, such as 10:30.' });
    case 'choice':
      return z
        .string()
        .refine(v => field.options.some(option => option.key === v), { error: 'Please choose one of these.' });
    case 'account':
      return z.string().regex(/^\w+(\/[\w-]+){2}$/, { error: 'Please choose somebody.' });
    case 'channel':
      return z.string().min(1, { error: 'Please choose a channel.' });
    case 'choices':
      return z
        .array(z.string())
        .transform(v => [...new Set(v)])
        .refine(v => v.every(key => field.options.some(option => option.key === key)), {
          error: 'Please choose among these.',
        })
        .refine(v => field.atMost === undefined || v.length <= field.atMost, {
          error: `Please choose at most ${field.atMost}.`,
        })
        .refine(v => field.optional || v.length > 0, { error: 'Please choose at least one.' });
    case 'ranked':
      return z
        .array(z.string())
        .refine(v => v.every(key => field.options.some(option => option.key === key)), {
          error: 'Please choose among these.',
        })
        .refine(v => new Set(v).size === v.length, { error: 'Please choose each one only once.' })
        .refine(v => v.length <= field.places, { error: `Please choose at most ${field.places}.` })
        .refine(v => field.optional || v.length > 0, { error: 'Please choose at least one.' });
    case 'list':
      return z
        .array(z.string())
        .transform(items => items.map(tidy).filter(Boolean))
        .refine(v => v.length <= field.atMost, { error: `Please give at most ${field.atMost}.` })
        .refine(v => v.every(item => long(item) <= field.max), {
          error: `Please keep each to ${field.max} characters.`,
        })
        .refine(v => field.optional || v.length > 0, { error: 'Please give at least one.' });
    case 'person':
      return z
        .array(z.union([z.object({ person: z.string() }), z.object({ emailHash: z.string() })]))
        .refine(v => v.length <= field.atMost, { error: `Please name at most ${field.atMost}.` })
        .refine(v => field.optional || v.length > 0, { error: 'Please choose somebody.' });
    case 'agree':
      return z.boolean().refine(v => field.optional || v, { error: 'Please tick this to go on.' });
  }
}

const manyKinds = new Set(['choices', 'ranked', 'list', 'person']);

function isEmpty(raw: unknown): boolean {
  return (
    raw === undefined ||
    raw === null ||
    (typeof raw === 'string' && tidy(raw) === '') ||
    (Array.isArray(raw) && raw.length === 0)
  );
}

const missing: Partial<Record<Field['kind'], string>> = {
  choice: 'Please choose one of these.',
  choices: 'Please choose at least one.',
  ranked: 'Please choose at least one.',
  date: 'Please choose a day.',
  time: 'Please choose a time.',
  account: 'Please choose somebody.',
  channel: 'Please choose a channel.',
  person: 'Please choose somebody.',
  agree: 'Please tick this to go on.',
};

/** Checks raw answers as a platform read them; gives the answers, or a sentence beside each question. Unknown names are dropped. */
export function readAnswers<F extends Fields>(
  fields: F,
  raw: Record<string, unknown>,
): { answers: AnswersOf<F> } | { problems: Problems } {
  const answers: Record<string, unknown> = {};
  const problems: Problems = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = raw[name];
    if (isEmpty(given)) {
      if (!field.optional) problems[name] = missing[field.kind] ?? 'Please write something here.';
      else answers[name] = manyKinds.has(field.kind) ? [] : field.kind === 'agree' ? false : undefined;
      continue;
    }
    const result = check(field).safeParse(given);
    if (result.success) answers[name] = result.data;
    else problems[name] = result.error.issues[0]?.message ?? 'Please look at this once more.';
  }
  return Object.keys(problems).length > 0 ? { problems } : { answers: answers as AnswersOf<F> };
}

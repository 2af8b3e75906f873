// A question of a form on its way to Teams: its input, its id, the words under it. The kinds of questions are drawn in draw-field.ts and draw-choices.ts.
import type { Field, Option } from '../../conversation/form.ts';
import type { RawAnswer } from '../platform.ts';
import type { Blank, CardElement, Choice, Input } from './card.ts';
import { dead, lengthOf, shortened, still } from './dead.ts';
import { LIMITS } from './limits.ts';
import type { Standing } from './standing.ts';
import { drawText, type Pen } from './text.ts';
import { words } from './words.ts';

/** What an input holds, in its id: so answers are read back by whoever does not know the form (read-answers.ts). */
export type Holds =
  | 'text'
  | 'lines'
  | 'item'
  | 'one'
  | 'many'
  | 'place'
  | 'people'
  | 'find'
  | 'agree'
  | 'date'
  | 'time';

/** The value of the choice that takes an answer back. */
export const NO_ANSWER = '~none';

export const inputId = (holds: Holds, name: string, part?: number): string =>
  `${holds}:${encodeURIComponent(name)}${part === undefined ? '' : `:${part}`}`;

/** `isStrict`: the client may hold the form back until an answer is there. */
export type Question = { name: string; field: Field; standing: Standing; pen: Pen; isStrict: boolean };
/** The same, once it is known which kind of question it is. */
export type Asked<F extends Field> = Question & { field: F };

/** What stands in a field that holds one text. */
export const text = (value: RawAnswer | undefined): string => (typeof value === 'string' ? value : '');
/** What stands in a field that holds several. */
export const texts = (value: RawAnswer): string[] => (Array.isArray(value) ? value : []);

type Its = { part?: number; label?: string; optional?: boolean; hint?: string | undefined; error?: string };

/** One input of a question, with the hint under it. */
export function input(question: Question, holds: Holds, blank: Blank, its: Its = {}): CardElement[] {
  const { field, name, pen } = question;
  const optional = its.optional ?? field.optional;
  const label = its.label ?? field.label;
  const must = question.isStrict && !optional;
  const error = its.error ?? (must ? words.required : undefined);
  const whole = {
    ...blank,
    id: inputId(holds, name, its.part),
    label: still(optional ? words.optional(label) : label),
    ...(must ? { isRequired: true } : {}),
    ...(error ? { errorMessage: error } : {}),
  } as Input;
  const hint = 'hint' in its ? its.hint : field.hint;
  return [whole, ...(hint ? drawText(hint, pen, { isQuiet: true, spacing: 'None' }) : [])];
}

/** A comma would part one value into two. */
export const toValue = (key: string): string => key.replace(/[%,]/g, sign => encodeURIComponent(sign));
export const fromValue = (value: string): string => value.replace(/%25|%2C/g, sign => decodeURIComponent(sign));

/** One choice in a list that people see in full. */
export const listed = ({ key, label, hint }: Option): Choice => ({
  title: dead(hint ? `${label}: ${hint}` : label),
  value: toValue(key),
});

/** One choice in a menu; words that are too long for a phone are shortened with an ellipsis. */
export const inMenu = ({ key, label }: Option): Choice => ({
  title: still(shortened(label, LIMITS.menuText)),
  value: toValue(key),
});

/** The words of choices that a menu does not show in full. */
export const inFull = (options: Option[]): string[] =>
  options
    .filter(({ label, hint }) => hint !== undefined || lengthOf(label) > LIMITS.menuText)
    .map(({ label, hint }) => (hint ? `${label}: ${hint}` : label));

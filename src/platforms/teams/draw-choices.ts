// Questions answered by choosing: one, several, a step on a scale, several in order, a tick.
import type { AgreeField, ChoicesField, Option, RankedField, ScaleField } from '../../conversation/form.ts';
import type { Blank, CardElement } from './card.ts';
import { dead } from './dead.ts';
import { drawList } from './draw.ts';
import { LIMITS } from './limits.ts';
import {
  type Asked,
  inFull,
  inMenu,
  input,
  listed,
  NO_ANSWER,
  type Question,
  text,
  texts,
  toValue,
} from './question.ts';
import { drawText } from './text.ts';
import { words } from './words.ts';

const none: Option = { key: NO_ANSWER, label: words.noAnswer };

/** Choices whose words do not fit into a menu stand above the question in full. */
function aboveMenu(options: Option[], { pen }: Question): CardElement[] {
  const long = inFull(options);
  return long.length === 0 ? [] : [...drawText(words.allChoices, pen), ...drawList(long, pen)];
}

const held = (options: Option[], keys: string[]): { value?: string } => {
  const chosen = keys.filter(key => options.some(option => option.key === key));
  return chosen.length > 0 ? { value: chosen.map(toValue).join(',') } : {};
};

function menu(options: Option[], chosen: string): Blank {
  return {
    type: 'Input.ChoiceSet',
    style: options.length > LIMITS.menu ? 'filtered' : 'compact',
    choices: options.map(inMenu),
    placeholder: words.choose,
    ...held(options, [chosen]),
  };
}

/** One of several. */
export function drawOne(question: Question, options: Option[]): CardElement[] {
  const all = question.field.optional ? [...options, none] : options;
  const chosen = text(question.standing.raw);
  if (options.length > LIMITS.expanded)
    return [...aboveMenu(options, question), ...input(question, 'one', menu(all, chosen))];
  const choices = all.map(listed);
  return input(question, 'one', {
    type: 'Input.ChoiceSet',
    style: 'expanded',
    choices,
    wrap: true,
    ...held(all, [chosen]),
  });
}

/** Any of several. */
export function drawChoices(question: Asked<ChoicesField>): CardElement[] {
  const { options } = question.field;
  const chosen = held(options, texts(question.standing.raw));
  const many = { type: 'Input.ChoiceSet', isMultiSelect: true, ...chosen } as const;
  if (options.length <= LIMITS.boxes)
    return input(question, 'many', { ...many, style: 'expanded', choices: options.map(listed), wrap: true });
  const blank: Blank = { ...many, style: 'compact', choices: options.map(inMenu), placeholder: words.choose };
  return [...aboveMenu(options, question), ...input(question, 'many', blank)];
}

/** A step on a scale, with words at its ends. */
export function drawScale(question: Asked<ScaleField>): CardElement[] {
  const { from, to, low, high } = question.field;
  const steps = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  const said = (step: number): string => (step === from ? low : step === to ? high : '');
  return drawOne(
    question,
    steps.map(step => ({ key: String(step), label: said(step) ? `${step} – ${said(step)}` : String(step) })),
  );
}

/** Several, best first: a menu for each place. */
export function drawRanked(question: Asked<RankedField>): CardElement[] {
  const { field, standing } = question;
  const chosen = texts(standing.raw);
  const places = Math.max(chosen.length, Math.min(field.places, field.options.length));
  const place = (nth: number): CardElement[] => {
    const optional = field.optional || nth > 1;
    return input(question, 'place', menu(optional ? [...field.options, none] : field.options, chosen[nth - 1] ?? ''), {
      part: nth,
      label: words.ranked(field.label, nth),
      optional,
      hint: nth === 1 ? field.hint : undefined,
    });
  };
  return [...aboveMenu(field.options, question), ...Array.from({ length: places }, (_, at) => place(at + 1)).flat()];
}

/** One box to tick. */
export function drawAgree(question: Asked<AgreeField>): CardElement[] {
  return input(question, 'agree', {
    type: 'Input.Toggle',
    title: dead(question.field.text),
    value: question.standing.raw === true ? 'true' : 'false',
    valueOn: 'true',
    valueOff: 'false',
    wrap: true,
  });
}

// Each kind of question becomes one or several inputs. Those answered by choosing: draw-choices.ts, about people: draw-people.ts. How answers are read back: read-answers.ts.
import type {
  ChoiceField,
  DateField,
  Field,
  LinkField,
  ListField,
  NumberField,
  Option,
  TextField,
} from '../../conversation/form.ts';
import type { CardElement } from './card.ts';
import { dead } from './dead.ts';
import { drawAgree, drawChoices, drawOne, drawRanked, drawScale } from './draw-choices.ts';
import { drawAccount, drawChannel, drawPerson, type Search } from './draw-people.ts';
import { type Asked, input, type Question, text, texts } from './question.ts';
import { words } from './words.ts';

function drawTyped(question: Asked<TextField>): CardElement[] {
  const { field, standing } = question;
  const value = text(standing.raw);
  return input(question, 'text', {
    type: 'Input.Text',
    maxLength: Math.max(field.max, value.length),
    ...(field.lines || value.includes('\n') ? { isMultiline: true } : {}),
    ...(value ? { value } : {}),
    ...(field.placeholder ? { placeholder: field.placeholder } : {}),
  });
}

function drawNumber(question: Asked<NumberField>): CardElement[] {
  const { field, standing } = question;
  const value = text(standing.raw);
  const { from: min, to: max } = field;
  const error = words.number(min, max);
  return input(
    question,
    'text',
    { type: 'Input.Number', min, max, ...(value ? { value: Number(value) } : {}) },
    { error },
  );
}

function drawDate(question: Asked<DateField>): CardElement[] {
  const { field, standing } = question;
  const value = text(standing.raw);
  return input(
    question,
    'date',
    {
      type: 'Input.Date',
      ...(value ? { value } : {}),
      ...(field.from ? { min: field.from } : {}),
      ...(field.to ? { max: field.to } : {}),
    },
    field.from || field.to ? { error: words.day } : {},
  );
}

function drawLink(question: Asked<LinkField>): CardElement[] {
  const value = text(question.standing.raw);
  return input(question, 'text', {
    type: 'Input.Text',
    style: 'Url',
    maxLength: 500,
    placeholder: 'https://',
    ...(value ? { value } : {}),
  });
}

/** A few short items have a line each; more go into one box, one per line. */
function drawLines(question: Asked<ListField>): CardElement[] {
  const { field, standing } = question;
  const items = texts(standing.raw);
  if (field.atMost <= 5) return drawEach(question, items);
  const value = items.map(item => item.replaceAll('\n', ' ')).join('\n');
  const hint = field.hint ? `${field.hint} ${words.onePerLine}` : words.onePerLine;
  const maxLength = Math.max(field.atMost * (field.max + 1), value.length);
  return input(
    question,
    'lines',
    { type: 'Input.Text', isMultiline: true, maxLength, ...(value ? { value } : {}) },
    { hint },
  );
}

function drawEach(question: Asked<ListField>, items: string[]): CardElement[] {
  const { field } = question;
  const one = (value: string, at: number): CardElement[] =>
    input(
      question,
      'item',
      {
        type: 'Input.Text',
        maxLength: Math.max(field.max, value.length),
        ...(field.max > 200 || value.includes('\n') ? { isMultiline: true } : {}),
        ...(value ? { value } : {}),
      },
      {
        part: at + 1,
        label: at === 0 ? field.label : words.nth(field.label, at + 1),
        optional: field.optional || at > 0,
        hint: at === 0 ? field.hint : undefined,
      },
    );
  return Array.from({ length: Math.max(field.atMost, items.length) }, (_, at) => one(items[at] ?? '', at)).flat();
}

/** Whatever a question needs besides itself. */
export type Help = { search: Search; channels: Option[] };

/** The elements of one question, with what stands in it. */
export function drawQuestion(question: Question, { search, channels }: Help): CardElement[] {
  const { field, standing } = question;
  const as = <F extends Field>(one: F): Asked<F> => ({ ...question, field: one });
  const value = text(standing.raw);
  switch (field.kind) {
    case 'text':
      return drawTyped(as(field));
    case 'number':
      return drawNumber(as(field));
    case 'date':
      return drawDate(as(field));
    case 'time':
      return input(question, 'time', { type: 'Input.Time', ...(value ? { value } : {}) });
    case 'choice':
      return drawOne(as<ChoiceField>(field), field.options);
    case 'choices':
      return drawChoices(as(field));
    case 'scale':
      return drawScale(as(field));
    case 'person':
      return drawPerson(as(field), search);
    case 'account':
      return drawAccount(as(field), search);
    case 'channel':
      return drawChannel(as(field), channels);
    case 'ranked':
      return drawRanked(as(field));
    case 'agree':
      return drawAgree(as(field));
    case 'link':
      return drawLink(as(field));
    case 'list':
      return drawLines(as(field));
  }
}

/** A sentence about a question, in the colour that the reader's theme keeps for it. */
export const drawProblem = (sentence: string): CardElement => ({
  type: 'TextBlock',
  text: dead(sentence),
  wrap: true,
  color: 'Attention',
  weight: 'Bolder',
  spacing: 'None',
});

// What stands in the inputs of a card: initial values, what a person types or chooses, the checks a client makes, and the data it sends.
import { inputsFor, isThing, type Spot, type Thing, type Typed } from './shapes.ts';

type Choice = { title: string; value: string };

const text = (value: unknown): string | undefined =>
  value === undefined || value === null || value === '' ? undefined : String(value);
const choicesOf = (input: Thing): Choice[] => (Array.isArray(input['choices']) ? (input['choices'] as Choice[]) : []);
const onValue = (input: Thing): string => String(input['valueOn'] ?? 'true');
const offValue = (input: Thing): string => String(input['valueOff'] ?? 'false');

/** What stands in an input that nobody touched. */
export function initialValue(input: Thing): string | undefined {
  if (input['type'] === 'Input.Toggle') return text(input['value']) ?? offValue(input);
  return text(input['value']);
}

export const standing = (input: Thing, typed: Typed): string | undefined => {
  const id = String(input['id']);
  return id in typed ? typed[id] : initialValue(input);
};

function choiceNamed(input: Thing, wanted: unknown): string {
  const found =
    choicesOf(input).find(each => each.title === wanted) ?? choicesOf(input).find(each => each.value === wanted);
  if (found) return found.value;
  const offered = choicesOf(input).map(each => each.title);
  throw new Error(`No such choice: ${JSON.stringify(wanted)}. Offered: ${offered.join(' | ') || 'nothing'}`);
}

/** One or several; the values of a multi-select also come joined by commas. */
function asList(input: Thing, wanted: unknown): unknown[] {
  if (wanted === null || wanted === undefined || wanted === '') return [];
  if (typeof wanted !== 'string') return Array.isArray(wanted) ? wanted : [wanted];
  const parts = wanted.split(',');
  const areValues = parts.every(part => choicesOf(input).some(each => each.value === part));
  return input['isMultiSelect'] === true && areValues ? parts : [wanted];
}

/** What stands in an input after a person typed or chose `wanted` (titles as read, or values; null empties it). Throws when no such choice is offered. */
export function enteredValue(input: Thing, wanted: unknown): string | undefined {
  if (input['type'] === 'Input.Toggle') {
    const isOn = Array.isArray(wanted) ? wanted.length > 0 : wanted === true || wanted === onValue(input);
    return isOn ? onValue(input) : offValue(input);
  }
  if (input['type'] !== 'Input.ChoiceSet') return text(wanted);
  const chosen = asList(input, wanted).map(each => choiceNamed(input, each));
  if (input['isMultiSelect'] !== true && chosen.length > 1) throw new Error('Only one can be chosen here');
  return chosen.length > 0 ? chosen.join(',') : undefined;
}

function problemOfText(input: Thing, value: string): boolean {
  const { regex, maxLength } = input;
  if (typeof maxLength === 'number' && value.length > maxLength) return true;
  return typeof regex === 'string' && !new RegExp(regex).test(value);
}

function isOutside(input: Thing, value: string): boolean {
  const { min, max } = input;
  if (input['type'] === 'Input.Number')
    return Number.isNaN(Number(value)) || Number(value) < Number(min ?? value) || Number(value) > Number(max ?? value);
  return (text(min) !== undefined && value < String(min)) || (text(max) !== undefined && value > String(max));
}

const FORMATS: Record<string, RegExp> = { 'Input.Date': /^\d{4}-\d\d-\d\d$/, 'Input.Time': /^\d\d:\d\d$/ };

function isWrong(input: Thing, value: string | undefined): boolean {
  const type = String(input['type']);
  if (type === 'Input.Toggle') return input['isRequired'] === true && value !== onValue(input);
  if (value === undefined) return input['isRequired'] === true;
  if (type === 'Input.Text') return problemOfText(input, value);
  if (FORMATS[type]?.test(value) === false) return true;
  return type !== 'Input.ChoiceSet' && isOutside(input, value);
}

/** What a client says beside the questions before it sends anything, by input id; empty when it would send. */
export function problemsBeforeSending(inputs: readonly Spot[], typed: Typed): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { thing } of inputs) {
    if (isWrong(thing, standing(thing, typed)))
      problems[String(thing['id'])] = text(thing['errorMessage']) ?? 'This needs another look.';
  }
  return problems;
}

/** What a client sends: the button's own data, with the inputs put over it; what is empty is absent. */
export function dataFor(card: Thing, action: Spot, typed: Typed): Thing {
  const own = action.thing['data'];
  const data: Thing = isThing(own) ? structuredClone(own) : {};
  for (const { thing } of inputsFor(card, action)) {
    const value = standing(thing, typed);
    if (value !== undefined) data[String(thing['id'])] = value;
  }
  return data;
}

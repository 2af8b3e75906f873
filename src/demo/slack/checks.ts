// Small checks that combine: objects with known fields, texts of a length, lists, one of several types. What they are combined to is in block-kit.ts.
import { lengthOf } from './limits.ts';

/** What is wrong, in Slack's words, and where (a JSON pointer). */
export type Problem = { text: string; at: string };
/** Adds what is wrong with a value to the list. */
export type Check = (value: unknown, at: string, problems: Problem[]) => void;
export type Fields = Record<string, Check>;
export type Thing = Record<string, unknown>;

/** An object that is no list. */
export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these fields and no others. */
export function object(required: Fields, optional: Fields = {}): Check {
  return (value, at, problems) => {
    if (!isThing(value)) return void problems.push({ text: 'must provide an object', at });
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) problems.push({ text: `missing required field: ${name}`, at });
    }
    for (const [name, field] of Object.entries(value)) {
      const check = required[name] ?? optional[name];
      if (!check) problems.push({ text: `invalid additional property: ${name}`, at });
      else if (field !== undefined) check(field, `${at}/${name}`, problems);
    }
  };
}

/** A text of so many code points. */
export function string(max: number, min = 1): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string') return void problems.push({ text: 'must provide a string', at });
    const length = lengthOf(value);
    if (length > max) problems.push({ text: `must be less than ${max + 1} characters`, at });
    if (length < min) problems.push({ text: `must be more than ${min - 1} characters`, at });
  };
}

/** A text of that form. */
export function matching(pattern: RegExp, what: string): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string' || !pattern.test(value)) problems.push({ text: `must be ${what}`, at });
  };
}

/** A whole number in that range. */
export function whole(min: number, max: number): Check {
  return (value, at, problems) => {
    if (!Number.isInteger(value)) return void problems.push({ text: 'must provide an integer', at });
    if ((value as number) < min || (value as number) > max)
      problems.push({ text: `must be between ${min} and ${max}`, at });
  };
}

/** A list of so many items of one kind. */
export function list(item: Check, max: number, min = 1): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value)) return void problems.push({ text: 'must provide an array', at });
    if (value.length > max) problems.push({ text: `no more than ${max} items allowed`, at });
    if (value.length < min) problems.push({ text: `no fewer than ${min} items allowed`, at });
    for (const [index, each] of value.entries()) item(each, `${at}/${index}`, problems);
  };
}

/** One of these values. */
export function oneOf(...values: unknown[]): Check {
  return (value, at, problems) => {
    if (!values.includes(value)) problems.push({ text: `must be one of ${values.join(', ')}`, at });
  };
}

/** An object whose `type` says which check is meant. */
export function byType(table: Record<string, Check>): Check {
  return (value, at, problems) => {
    if (!isThing(value)) return void problems.push({ text: 'must provide an object', at });
    const check = typeof value['type'] === 'string' ? table[value['type']] : undefined;
    if (!check) return void problems.push({ text: `unsupported type: ${String(value['type'])}`, at: `${at}/type` });
    check(value, at, problems);
  };
}

/** The part of a table with these names (separated by spaces). */
export const only = (table: Record<string, Check>, names: string): Record<string, Check> =>
  Object.fromEntries(names.split(' ').map(name => [name, table[name]!]));

/** Anything: not looked into. */
export const any: Check = () => {};
export const bool = oneOf(true, false);

// What stands in a form's fields when it is drawn, as raw answers: the form's own values, or what somebody had typed. Values that no field of Teams can hold are left out.
import type { Field, Form } from '../../conversation/form.ts';
import { isDay } from '../../scheme/calendar.ts';
import type { RawAnswer } from '../platform.ts';
import { LIMITS } from './limits.ts';
import { words } from './words.ts';

/** `labels`: what people are called, by the value of their choice. */
export type Standing = { raw: RawAnswer; labels: Record<string, string> };

/** `searches`: what was typed to find people and has not been sought yet, by field. */
export type Typed = {
  answers: Record<string, RawAnswer>;
  labels: Record<string, string>;
  searches: Record<string, string>;
};

/** `lane`: accounts and channels elsewhere cannot stand in a field. `isNewer`: what was typed counts, whatever the form says. */
export type Before = { typed?: Typed | undefined; isNewer: boolean; lane: string };

const texts = (value: unknown): string[] =>
  [value].flat().filter((key): key is string => typeof key === 'string' && key !== '');

/** What no choice of ours ever held is no choice that could stand again. */
const fits = (key: string): boolean => key.length <= LIMITS.choiceValue;
const keys = (value: unknown): string[] => texts(value).filter(fits).slice(0, LIMITS.choices);

/** People as options: `p:` somebody of the directory, `h:` the keyed hash of somebody's address. */
function people(value: unknown): Standing {
  const labels: Record<string, string> = {};
  for (const one of [value].flat() as ({ person?: string; emailHash?: string } | string | undefined)[]) {
    if (typeof one !== 'object') continue;
    if (one.person) labels[`p:${one.person}`] = words.somebodyChosen;
    else if (one.emailHash) labels[`h:${one.emailHash}`] = words.somebodyByAddress;
  }
  return { raw: Object.keys(labels), labels };
}

function single(field: Field, value: unknown, lane: string): RawAnswer {
  const text = typeof value === 'number' && !Number.isFinite(value) ? '' : String(value);
  switch (field.kind) {
    case 'date':
      return isDay(text) ? text : null;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
    case 'account':
    case 'channel':
      return text.startsWith(`${lane}/`) && fits(text) ? text : null;
    default:
      return text === '' ? null : text;
  }
}

function rawOf(field: Field, value: unknown, lane: string): RawAnswer {
  if (value === undefined || value === null) return null;
  switch (field.kind) {
    case 'agree':
      return value === true;
    case 'choices':
    case 'ranked':
      return keys(value);
    case 'list':
      return texts(value);
    default:
      return single(field, value, lane);
  }
}

/** What stands in one field. */
export function standingIn(form: Form, name: string, { typed, isNewer, lane }: Before): Standing {
  const field = form.fields[name];
  const own = (form.values as Record<string, unknown> | undefined)?.[name];
  const before = typed?.answers[name];
  const labels = typed?.labels ?? {};
  if (!field) return { raw: null, labels: {} };
  if (field.kind === 'person') {
    if (isNewer || (before !== undefined && before !== null)) return { raw: keys(before), labels };
    return people(own);
  }
  const value = isNewer || own === undefined ? before : own;
  return { raw: rawOf(field, value, lane), labels: field.kind === 'account' ? labels : {} };
}

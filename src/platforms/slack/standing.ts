// What stands in a form's fields when it is drawn, as raw answers: the form's own values, or what somebody had typed. Values that no field of Slack can hold are left out.
import type { Field, Form } from '../../conversation/form.ts';
import { isDay } from '../../scheme/calendar.ts';
import type { RawAnswer } from '../platform.ts';
import { localId } from './text.ts';
import { words } from './words.ts';

/** `labels`: what people are called, by the value of their option. */
export type Standing = { raw: RawAnswer; labels: Record<string, string> };
export type Typed = { answers: Record<string, RawAnswer>; labels: Record<string, string> };

const keys = (value: unknown): string[] =>
  [value].flat().filter((key): key is string => typeof key === 'string' && key !== '');

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

function single(field: Field, value: unknown, team: string): RawAnswer {
  const text = typeof value === 'number' && !Number.isFinite(value) ? '' : String(value);
  switch (field.kind) {
    case 'date':
      return isDay(text) ? text : null;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
    case 'channel':
      return localId(team, text) ? text : null;
    default:
      return text === '' ? null : text;
  }
}

function raw(field: Field, value: unknown, team: string): RawAnswer {
  if (value === undefined || value === null) return null;
  switch (field.kind) {
    case 'agree':
      return value === true;
    case 'choices':
    case 'ranked':
    case 'list':
      return keys(value);
    default:
      return single(field, value, team);
  }
}

/** What stands in one field: what the form says, else what had been typed. */
export function standingIn(form: Form, name: string, typed: Typed | undefined, team: string): Standing {
  const field = form.fields[name];
  const own = (form.values as Record<string, unknown> | undefined)?.[name];
  const before = typed?.answers[name];
  if (field?.kind === 'person') {
    if (before !== undefined && before !== null) return { raw: keys(before), labels: typed?.labels ?? {} };
    return people(own);
  }
  if (!field) return { raw: null, labels: {} };
  const value = own === undefined && typeof before !== 'undefined' ? before : own;
  return { raw: raw(field, value, team), labels: {} };
}

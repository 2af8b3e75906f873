// The answers that Teams adds to a form's data, as raw answers by field name. Whether they are right is the form's own check.
import type { RawAnswer } from '../platform.ts';
import type { Carried } from './carried.ts';
import { fromValue, NO_ANSWER } from './question.ts';
import type { Typed } from './standing.ts';

type Given = string | undefined;

/** The field an input belongs to, what it holds, and which part of it; undefined for what is no answer. */
function fieldOf(id: string): { holds: string; name: string; part?: number } | undefined {
  const [, holds, name, part] = /^([a-z]+):([^:]+)(?::(\d+))?$/.exec(id) ?? [];
  if (holds === undefined || name === undefined) return undefined;
  try {
    return { holds, name: decodeURIComponent(name), ...(part ? { part: Number(part) } : {}) };
  } catch {
    return undefined;
  }
}

/** Several choices come as one text, parted by commas. */
const chosen = (given: Given): string[] =>
  (given ?? '')
    .split(',')
    .map(fromValue)
    .filter(key => key !== '' && key !== NO_ANSWER);

function read(holds: string, given: Given): RawAnswer | undefined {
  switch (holds) {
    case 'text':
    case 'item':
    case 'date':
    case 'time':
      return given === undefined || given === '' ? null : given;
    case 'lines':
      return (given ?? '').split(/\r\n?|\n/).filter(line => line.trim() !== '');
    case 'one':
    case 'place':
      return chosen(given)[0] ?? null;
    case 'many':
    case 'people':
      return chosen(given);
    case 'agree':
      return given === 'true';
    default:
      return undefined;
  }
}

function givenIn(data: Record<string, unknown>, id: string): Given {
  const value = Object.hasOwn(data, id) ? data[id] : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** All answers of a form; those of questions with several parts are put together in order, without the empty ones. */
export function readAnswers(
  data: Record<string, unknown>,
  { asked, labels }: Pick<Carried, 'asked' | 'labels'>,
): Typed {
  const answers = new Map<string, RawAnswer>();
  const parts = new Map<string, [number, RawAnswer][]>();
  const searches = new Map<string, string>();
  for (const id of new Set([...asked, ...Object.keys(data)])) {
    const field = fieldOf(id);
    if (!field) continue;
    const given = givenIn(data, id);
    if (field.holds === 'find') {
      if (given?.trim()) searches.set(field.name, given.trim());
      // Where nobody can be chosen yet, the box to search with is all there is of the question.
      if (!answers.has(field.name)) answers.set(field.name, null);
    }
    const answer = read(field.holds, given);
    if (answer === undefined) continue;
    if (field.part === undefined) answers.set(field.name, answer);
    else parts.set(field.name, [...(parts.get(field.name) ?? []), [field.part, answer]]);
  }
  for (const [name, some] of parts) {
    const inOrder = some.sort(([a], [b]) => a - b).map(([, answer]) => answer);
    answers.set(
      name,
      inOrder.filter((answer): answer is string => typeof answer === 'string' && answer.trim() !== ''),
    );
  }
  return { answers: Object.fromEntries(answers), labels, searches: Object.fromEntries(searches) };
}

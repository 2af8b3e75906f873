// Carries out a plan on the data file: step after step, each seeing what earlier ones opened.
import { readCursor, writeCursor } from './shape.ts';
import type { Sql } from './sqlite-file.ts';
import type { OpenAnswer, RawSource, RawStep, RawVia, Stored } from './store.ts';

type Moment = { sql: Sql; scheme: string };
type Opened = Map<string, string[]>;
type RecordStep = Extract<RawStep, { kind: string }>;
type ListSource = Extract<RawSource, { list: string }>;
type Member = { member: string; score: number };

function textsIn(json: string, field: string): string[] {
  const record: unknown = JSON.parse(json);
  if (typeof record !== 'object' || record === null) return [];
  const value = (record as Record<string, unknown>)[field];
  return (Array.isArray(value) ? value : [value]).filter(text => typeof text === 'string' && text !== '');
}

function follow(opened: Opened, via: RawVia, most = Number.POSITIVE_INFINITY): string[] {
  const records = (opened.get(via.step) ?? []).slice(0, most);
  return records.flatMap(json => textsIn(json, via.field)).map(text => text + (via.suffix ?? ''));
}

const newestFirst = `SELECT member, score FROM listed WHERE scheme = ? AND list = ?
  ORDER BY score DESC, member DESC LIMIT ?`;
const oldestFirst = `SELECT member, score FROM listed WHERE scheme = ? AND list = ?
  ORDER BY score, member LIMIT ?`;
const newestAfter = `SELECT member, score FROM listed WHERE scheme = ? AND list = ? AND (score, member) < (?, ?)
  ORDER BY score DESC, member DESC LIMIT ?`;
const oldestAfter = `SELECT member, score FROM listed WHERE scheme = ? AND list = ? AND (score, member) > (?, ?)
  ORDER BY score, member LIMIT ?`;

function pageOf({ sql, scheme }: Moment, list: string, source: ListSource): Member[] {
  const most = source.max + 1;
  const place = readCursor(source.after);
  if (!place) return sql.all(source.oldestFirst ? oldestFirst : newestFirst, scheme, list, most);
  const { score, member } = place;
  return sql.all(source.oldestFirst ? oldestAfter : newestAfter, scheme, list, score, member, most);
}

function listName(opened: Opened, source: ListSource): string | undefined {
  if (source.of === undefined) return source.list;
  const of = typeof source.of === 'string' ? source.of : follow(opened, source.of, 1)[0];
  return of === undefined ? undefined : `${source.list}:${of}`;
}

function idsOf(at: Moment, opened: Opened, step: RecordStep): { ids: string[]; more?: string } {
  const { source } = step;
  if ('ids' in source) return { ids: source.ids };
  if ('via' in source) return { ids: follow(opened, source.via) };
  const list = listName(opened, source);
  if (list === undefined) return { ids: [] };
  const members = pageOf(at, list, source);
  const shown = members.slice(0, source.max);
  const last = shown.at(-1);
  const ids = shown.map(({ member }) => member);
  return last && members.length > shown.length ? { ids, more: writeCursor(last) } : { ids };
}

function counted({ sql, scheme }: Moment, name: string): Record<string, number> {
  const rows = sql.all<{ field: string; value: number }>(
    'SELECT field, value FROM counter WHERE scheme = ? AND name = ? ORDER BY field',
    scheme,
    name,
  );
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]));
}

/** Runs all steps of a plan; the clocks are the caller's. */
export function runPlan(at: Moment, steps: RawStep[]): Pick<OpenAnswer, 'records' | 'counts' | 'more'> {
  const answer: ReturnType<typeof runPlan> = { records: {}, counts: {}, more: {} };
  const opened: Opened = new Map();
  for (const step of steps) {
    if ('counts' in step) {
      answer.counts[step.name] = counted(at, step.counts);
      continue;
    }
    const { ids, more } = idsOf(at, opened, step);
    const records = [...new Set(ids)].flatMap(id => {
      const key = `${step.kind}/${id}`;
      const found = at.sql.get<Omit<Stored, 'key'>>(
        'SELECT version, json FROM record WHERE scheme = ? AND key = ?',
        at.scheme,
        key,
      );
      return found ? [{ id, key, ...found }] : [];
    });
    opened.set(
      step.name,
      records.map(({ json }) => json),
    );
    answer.records[step.name] = records.map(({ id, key, version, json }) => ({
      key,
      version,
      json: step.known?.[id] === version ? '' : json,
    }));
    if (more !== undefined) answer.more[step.name] = more;
  }
  return answer;
}

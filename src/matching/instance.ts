// Reads an instance and refuses what cannot be: one clear sentence for the first thing found, nothing guessed and nothing mended.
import { INSTANCE_FORMAT, type Instance } from './format.ts';

/** Scores run from 0 to this. */
export const MOST_SCORE = 1_000_000;

/** Carries one sentence out of the checks below; never leaves this file. */
type Refusal = { readonly refused: string };
type Check = Refusal | null;
type Loose = Readonly<Record<string, unknown>>;

const refuse = (refused: string): Refusal => ({ refused });
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isScore = (value: unknown): boolean => isCount(value) && value <= MOST_SCORE;

/** The first refusal among the answers for each element. */
function each<T>(list: readonly T[], check: (one: T, index: number) => Check): Check {
  for (let i = 0; i < list.length; i++) {
    const found = check(list[i]!, i);
    if (found !== null) return found;
  }
  return null;
}

function people(value: unknown, name: string, right: (one: Loose) => string | null): Check {
  if (!Array.isArray(value)) return refuse(`"${name}" has to be a list.`);
  const seen = new Set<string>();
  return each(value, (one: unknown, i) => {
    const id = isObject(one) ? one['id'] : undefined;
    if (!isObject(one) || typeof id !== 'string' || id === '') return refuse(`${name}[${i}] needs an id.`);
    if (seen.has(id)) return refuse(`The id ${id} stands twice in "${name}".`);
    seen.add(id);
    const wrong = right(one);
    return wrong === null ? null : refuse(`${id}: ${wrong}`);
  });
}

function scores(value: unknown, mentees: number, mentors: number): Check {
  if (!isObject(value)) return refuse('"scores" has to be an object with kind and rows.');
  const { kind, rows } = value as { kind: unknown; rows: unknown };
  if (kind !== 'dense' && kind !== 'sparse') return refuse('"scores.kind" has to be dense or sparse.');
  if (!Array.isArray(rows) || rows.length !== mentees)
    return refuse(`"scores.rows" needs one row for each of the ${mentees} mentees.`);
  return each(rows, (row: unknown, i) => {
    if (!Array.isArray(row)) return refuse(`scores.rows[${i}] has to be a list.`);
    return kind === 'dense' ? denseRow(row, i, mentors) : sparseRow(row, i, mentors);
  });
}

const offScale = (i: number, j: number): Refusal =>
  refuse(`scores.rows[${i}][${j}] has to be a whole number from 0 to ${MOST_SCORE}.`);

function denseRow(row: readonly unknown[], i: number, mentors: number): Check {
  if (row.length !== mentors) return refuse(`scores.rows[${i}] needs ${mentors} entries, one for each mentor.`);
  return each(row, (score, j) => (score === null || isScore(score) ? null : offScale(i, j)));
}

function sparseRow(row: readonly unknown[], i: number, mentors: number): Check {
  const seen = new Set<unknown>();
  return each(row, (entry, e) => {
    if (!Array.isArray(entry) || entry.length !== 2)
      return refuse(`scores.rows[${i}][${e}] has to be [mentor index, score].`);
    const [mentor, score] = entry as unknown[];
    if (!isCount(mentor) || mentor >= mentors)
      return refuse(`scores.rows[${i}][${e}] names a mentor who is not in "mentors".`);
    if (seen.has(mentor)) return refuse(`scores.rows[${i}] names mentor ${mentor} twice.`);
    seen.add(mentor);
    return isScore(score) ? null : offScale(i, e);
  });
}

type Known = { readonly mentees: ReadonlySet<string>; readonly mentors: ReadonlySet<string> };

function pair(known: Known, where: string, mentee: unknown, mentor: unknown): Check {
  if (typeof mentee !== 'string' || !known.mentees.has(mentee))
    return refuse(`${where} names an unknown mentee: ${String(mentee)}.`);
  if (typeof mentor !== 'string' || !known.mentors.has(mentor))
    return refuse(`${where} names an unknown mentor: ${String(mentor)}.`);
  return null;
}

function pairs(value: unknown, name: string, known: Known, reasoned: boolean): Check {
  if (!Array.isArray(value)) return refuse(`"${name}" has to be a list.`);
  return each(value, (one: unknown, i) => {
    if (!isObject(one)) return refuse(`${name}[${i}] has to name a mentee and a mentor.`);
    if (reasoned && typeof one['reason'] !== 'string') return refuse(`${name}[${i}] needs a reason in words.`);
    return pair(known, `${name}[${i}]`, one['mentee'], one['mentor']);
  });
}

function draft(value: unknown, known: Known): Check {
  if (value === undefined) return null;
  if (!Array.isArray(value)) return refuse('"draft" has to be a list of [mentee, mentor].');
  const seen = new Set<string>();
  return each(value, (one: unknown, i) => {
    if (!Array.isArray(one) || one.length !== 2) return refuse(`draft[${i}] has to be [mentee, mentor].`);
    const key = JSON.stringify(one);
    if (seen.has(key)) return refuse(`draft[${i}] names a pair for the second time.`);
    seen.add(key);
    return pair(known, `draft[${i}]`, one[0], one[1]);
  });
}

function preferences(value: unknown, name: string, lists: number, known: ReadonlySet<string>): Check {
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.length !== lists)
    return refuse(`"${name}" needs ${lists} lists, one for each person.`);
  return each(value, (list: unknown, i) => {
    if (!Array.isArray(list) || !list.every(tier => Array.isArray(tier)))
      return refuse(`${name}[${i}] has to be a list of tiers.`);
    const ids = (list as unknown[][]).flat();
    const stranger = ids.find(id => typeof id !== 'string' || !known.has(id));
    if (stranger !== undefined) return refuse(`${name}[${i}] names somebody unknown: ${String(stranger)}.`);
    return new Set(ids).size === ids.length ? null : refuse(`${name}[${i}] names somebody twice.`);
  });
}

/** Locks must be possible together: no pair twice, none excluded or without a score, none above wants or capacity. */
function locks(instance: Instance): Check {
  const rows = new Map(instance.mentees.map((one, i) => [one.id, i]));
  const columns = new Map(instance.mentors.map((one, j) => [one.id, j]));
  const excluded = new Set(instance.exclusions.map(one => JSON.stringify([one.mentee, one.mentor])));
  const seen = new Set<string>();
  const wants = instance.mentees.map(one => one.wants as number);
  const places = instance.mentors.map(one => one.capacity);
  return each(instance.locks, ({ mentee, mentor }) => {
    const key = JSON.stringify([mentee, mentor]);
    const [i, j] = [rows.get(mentee)!, columns.get(mentor)!];
    if (seen.has(key)) return refuse(`${mentee} and ${mentor} are locked twice.`);
    seen.add(key);
    if (excluded.has(key)) return refuse(`${mentee} and ${mentor} are both locked and excluded.`);
    if (scoreOf(instance, i, j) === null)
      return refuse(`${mentee} and ${mentor} are locked, but their pair has no score.`);
    if (wants[i]!-- === 0) return refuse(`${mentee} is locked to more mentors than wanted.`);
    if (places[j]!-- === 0) return refuse(`More mentees are locked to ${mentor} than there are places.`);
    return null;
  });
}

/** The score of a pair by index, null where there is none. */
export function scoreOf(instance: Instance, mentee: number, mentor: number): number | null {
  if (instance.scores.kind === 'dense') return instance.scores.rows[mentee]![mentor]!;
  return instance.scores.rows[mentee]!.find(([index]) => index === mentor)?.[1] ?? null;
}

function head(value: Loose): Check {
  if (value['format'] !== INSTANCE_FORMAT) return refuse(`"format" has to be ${INSTANCE_FORMAT}.`);
  if (typeof value['name'] !== 'string') return refuse('"name" has to be text.');
  const { seed, minScore } = value as { seed: unknown; minScore: unknown };
  if (typeof seed !== 'string' && !Number.isSafeInteger(seed))
    return refuse('"seed" has to be a whole number or text.');
  if (minScore !== undefined && !Number.isSafeInteger(minScore)) return refuse('"minScore" has to be a whole number.');
  return (
    people(value['mentees'], 'mentees', one =>
      one['wants'] === 1 || one['wants'] === 2 ? null : '"wants" has to be 1 or 2.',
    ) ??
    people(value['mentors'], 'mentors', one =>
      isCount(one['capacity']) ? null : '"capacity" has to be a whole number from 0.',
    )
  );
}

function body(value: Loose): Check {
  const ids = (list: unknown): Set<string> => new Set((list as { id: string }[]).map(one => one.id));
  const known: Known = { mentees: ids(value['mentees']), mentors: ids(value['mentors']) };
  const [mentees, mentors] = [known.mentees.size, known.mentors.size];
  return (
    scores(value['scores'], mentees, mentors) ??
    pairs(value['exclusions'], 'exclusions', known, true) ??
    pairs(value['locks'], 'locks', known, false) ??
    draft(value['draft'], known) ??
    preferences(value['menteePrefs'], 'menteePrefs', mentees, known.mentors) ??
    preferences(value['mentorPrefs'], 'mentorPrefs', mentors, known.mentees) ??
    locks(value as Instance)
  );
}

/** Reads the JSON value of an instance file: the instance, or one sentence saying what cannot be. */
export function readInstance(value: unknown): { readonly instance: Instance } | { readonly problem: string } {
  if (!isObject(value)) return { problem: 'The file has to hold one JSON object.' };
  const wrong = head(value) ?? body(value);
  return wrong === null ? { instance: value as Instance } : { problem: wrong.refused };
}

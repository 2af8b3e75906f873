// Answers that are only counted, kept by the month: they are told in portions of five and more, so that nobody can be known by when a number or a line came (R55). Pure.
import { type Day, dayOf, type Instant, instantAt } from './calendar.ts';
import { FEWEST_ANSWERS } from './sealed.ts';

/** Numbers by name: `2026-11|answers`, `2026-11|met|4`. */
export type Counted = Readonly<Record<string, number>>;

const ANSWERS = 'answers';

export const monthOf = (now: Instant, zone: string): string => dayOf(now, zone).slice(0, 7);

/** The beginning of a month, the same for everybody who answers in it. */
export const startOf = (month: string, zone: string): Instant => instantAt(`${month}-01` as Day, '00:00', zone);

/** Stands for any answer to a question, so that it is known how many gave one. */
const ANY = 'any';

/** The names under which one form's answers are counted: each question with what was answered to it, several where several could be chosen. */
export function fieldsOf(month: string, answers: readonly (readonly [question: string, chosen: string[]])[]): string[] {
  const given = answers.filter(([, chosen]) => chosen.length > 0);
  return [
    `${month}|${ANSWERS}`,
    ...given.flatMap(([question, chosen]) => [ANY, ...chosen].map(answer => `${month}|${question}|${answer}`)),
  ];
}

/** All totals in one place, by what they are about, so that an overview is opened at once. */
export const TOTALS = 'evaluations';
export const totalField = (about: string, month: string): string => `${about}|${month}|${ANSWERS}`;

/** The totals of one thing out of all. */
export function totalsOf(counted: Counted, about: string): Counted {
  const own = Object.entries(counted).filter(([field]) => field.startsWith(`${about}|`));
  return Object.fromEntries(own.map(([field, n]) => [field.slice(about.length + 1), n]));
}

/** The months whose answers may be told: over, and in portions in which at least five people answered. */
export function toldMonths(counted: Counted, now: Instant, zone: string): string[] {
  const months = Object.keys(counted)
    .filter(field => field.endsWith(`|${ANSWERS}`))
    .map(field => field.slice(0, 7))
    .filter(month => month < monthOf(now, zone))
    .sort();
  const told: string[] = [];
  let portion: string[] = [];
  let people = 0;
  for (const month of months) {
    portion.push(month);
    people += counted[`${month}|${ANSWERS}`] ?? 0;
    if (people < FEWEST_ANSWERS) continue;
    told.push(...portion);
    portion = [];
    people = 0;
  }
  return told;
}

/** How many people answered in these months. */
export const answersIn = (counted: Counted, months: readonly string[]): number =>
  months.reduce((sum, month) => sum + (counted[`${month}|${ANSWERS}`] ?? 0), 0);

/** How often each answer to a question was given in these months; undefined below five people who answered it. */
export function answersTo(
  counted: Counted,
  months: readonly string[],
  question: string,
  options: readonly string[],
): number[] | undefined {
  const of = (answer: string): number =>
    months.reduce((sum, month) => sum + (counted[`${month}|${question}|${answer}`] ?? 0), 0);
  return of(ANY) < FEWEST_ANSWERS ? undefined : options.map(of);
}

// The short forms in which an agreement is written, and those for a new direction and for a later day: what was written stands in them, else what is usual in the scheme.
import { agreedPartWord, agreedWord } from '../../conversation/agreed.ts';
import type { Form } from '../../conversation/form.ts';
import type { MyPairing } from '../../conversation/my-pairings.ts';
import { facts, heading, open, type Part, type Target, text } from '../../conversation/notice.ts';
import { addDays, addMonths, type Day, dayOf, workingDayFrom } from '../../scheme/calendar.ts';
import { endOf } from '../../scheme/evaluations.ts';
import type { Agreement, Scheme } from '../../scheme/kinds.ts';
import { weeksBetween } from '../../scheme/news.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import { says } from './messages.ts';
import { type Days, fieldsOf } from './part-fields.ts';
import { inForce, isWhole, PARTS, type PartNumber, standing } from './rules.ts';
import { saidIn } from './terms.ts';

/** What stands in a form. */
function valuesOf(part: PartNumber, terms: Terms): Record<string, unknown> {
  const values = PARTS[part].map(name => [name, typeof terms[name] === 'number' ? String(terms[name]) : terms[name]]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Answers as terms: choices of numbers are numbers again, what was left open is left out. */
export function termsFrom(part: PartNumber, answers: Record<string, unknown>): Terms {
  const entries = PARTS[part].map(name => {
    const value = answers[name];
    const isNumber = (name === 'weeks' || name === 'minutes') && value !== undefined;
    return [name, isNumber ? Number(value) : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Terms;
}

type Drawn = {
  part: PartNumber;
  mine: MyPairing;
  agreement: Agreement | undefined;
  /** The other one has changed this part since the form was drawn. */
  isOvertaken: boolean;
  now: number;
  zone: string;
  scheme: Scheme;
};

function intro({ part, mine, agreement, isOvertaken }: Drawn): Part[] {
  const lead = text(says.partIntro(part, mine.given));
  if (!isOvertaken) return [lead];
  return [lead, heading(says.meanwhileHead(mine.given)), facts(saidIn(part, standing(agreement)))];
}

/** The first three follow one another; the others are come to from where they are wanted. */
function backFrom(part: PartNumber, pairing: string, scheme: Scheme): Target {
  const ids = { pairing };
  if (part === 4) return { word: 'difficulty', ids };
  if (part === 5) return { word: 'closing', ids };
  if (part === 1) return { word: agreedWord(scheme), ids };
  return { word: agreedPartWord(scheme), ids: { ...ids, part: String(part - 1) } };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Between which days one can be chosen, and what stands there where nothing does yet, or only a day that is over. */
function daysFor({ part, mine, now, zone, scheme, agreement }: Drawn): { days: Days; usual: Terms } {
  const { endsOn, reviewOn } = standing(agreement);
  const today = dayOf(now, zone);
  const tomorrow = addDays(today, 1);
  const { closedDays } = scheme;
  if (part === 4) {
    const day = reviewOn && reviewOn > today ? reviewOn : workingDayFrom(addDays(today, 28), closedDays);
    return { days: { from: tomorrow }, usual: { reviewOn: day } };
  }
  const end = dayOf(endOf(mine.pairing, scheme), zone);
  if (part === 5) {
    const from = addDays(later(end, today), 1);
    const day = endsOn && endsOn >= from ? endsOn : workingDayFrom(addMonths(later(end, today), 3), closedDays);
    return { days: { from }, usual: { endsOn: day } };
  }
  // A last day that is over may stay as it is while something else is changed.
  const from = endsOn && endsOn < tomorrow ? endsOn : tomorrow;
  const usual = workingDayFrom(end, closedDays);
  // Where the scheme is without going on for longer (R0), what both have agreed on once moves no further away.
  const isBound = !scheme.extensions && isWhole(inForce(agreement)?.terms ?? {});
  const days = isBound ? { from, to: later(end, from) } : { from };
  return { days, usual: { endsOn: endsOn ?? (usual > today ? usual : addDays(today, 28)) } };
}

/** One part as a form. */
export function partForm(drawn: Drawn): Form {
  const { part, mine, agreement, scheme } = drawn;
  const weeks = weeksBetween(mine.pairing, scheme);
  const { days, usual } = daysFor(drawn);
  const terms = { weeks, minutes: 60, ...standing(agreement), ...usual };
  return {
    title: says.partTitles[part] ?? says.title,
    intro: intro(drawn),
    fields: fieldsOf(part, { weeks, days, scheme }),
    values: valuesOf(part, terms) as never,
    submit: part > 3 ? says.suggestIt : part === 3 ? says.saveLast : says.save,
    back: backFrom(part, mine.pairing.id, scheme),
    buttons: part > 3 ? [] : [open(says.guide, 'meeting.guide', { pairing: mine.pairing.id })],
  };
}

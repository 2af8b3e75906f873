// The three short forms in which an agreement is written. Nearly everything may be left open; what was written stands in them.
import type { ChoiceField, ChoicesField, DateField, Field, Fields, Form, TextField } from '../../conversation/form.ts';
import type { MyPairing } from '../../conversation/my-pairings.ts';
import { facts, heading, open, type Part, type Target, text } from '../../conversation/notice.ts';
import { addDays, addMonths, type Day, dayOf, workingDayFrom } from '../../scheme/calendar.ts';
import { modes } from '../../scheme/defaults.ts';
import type { Agreement, Scheme } from '../../scheme/kinds.ts';
import { weeksBetween } from '../../scheme/news.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import { says } from './messages.ts';
import { PARTS, type PartNumber, standing, type TermName } from './rules.ts';
import { everyWeeks, saidIn } from './terms.ts';

/** Long enough for what two people agree, short enough for a page of them. */
const LONG = 1000;
const SHORT = 500;

const labelled = (name: TermName): { label: string; hint?: string } => {
  const hint = says.hints[name];
  return { label: says.labels[name], ...(hint === undefined ? {} : { hint }) };
};
const written = (name: TermName, max: number): TextField<true> => ({
  kind: 'text',
  ...labelled(name),
  optional: true,
  seenBy: 'pairing',
  lines: max > 150,
  max,
});
const chosen = (name: TermName, options: readonly { key: string; label: string }[]): ChoiceField<true> => ({
  kind: 'choice',
  ...labelled(name),
  options: [...options],
  optional: true,
  seenBy: 'pairing',
});

/** What is on offer, and the scheme's own interval where it is none of those. */
function weekOptions(weeks: number): { key: string; label: string }[] {
  const own = String(weeks);
  return says.weeks.some(({ key }) => key === own)
    ? says.weeks.slice()
    : [...says.weeks, { key: own, label: everyWeeks(weeks) }];
}

const dayField = (name: TermName, from: Day): DateField<true> => ({
  kind: 'date',
  ...labelled(name),
  optional: true,
  seenBy: name === 'endsOn' ? 'both' : 'pairing',
  from,
  to: addMonths(from, 36),
});

/** Where the scheme does without agendas (R0), nobody is asked when one comes. */
function meetingFields(weeks: number, today: Day, { agendas }: Scheme): Record<string, Field> {
  const ways: ChoicesField<true> = {
    kind: 'choices',
    ...labelled('modes'),
    options: modes,
    optional: true,
    seenBy: 'pairing',
  };
  return {
    weeks: { ...chosen('weeks', weekOptions(weeks)), seenBy: 'both' },
    minutes: chosen('minutes', says.minutes),
    modes: ways,
    place: written('place', 150),
    ...(agendas ? { agenda: chosen('agenda', says.agendaWhen) } : {}),
    notice: chosen('notice', says.notice),
    endsOn: dayField('endsOn', today),
  };
}

function fieldsOf(part: PartNumber, weeks: number, today: Day, scheme: Scheme): Fields {
  if (part === 1)
    return {
      purpose: written('purpose', LONG),
      mentorExpects: written('mentorExpects', LONG),
      menteeExpects: written('menteeExpects', LONG),
    };
  if (part === 2) return meetingFields(weeks, today, scheme);
  if (part === 4) return { direction: written('direction', LONG), reviewOn: dayField('reviewOn', today) };
  if (part === 5) return { endsOn: dayField('endsOn', today) };
  return {
    contact: written('contact', SHORT),
    reply: chosen('reply', says.reply),
    confidential: written('confidential', SHORT),
    offLimits: written('offLimits', SHORT),
    interests: written('interests', SHORT),
    feedback: written('feedback', SHORT),
  };
}

/** What stands in a form: as written; where nothing is, what the scheme has as usual. */
function valuesOf(part: PartNumber, terms: Terms, usual: Terms): Record<string, unknown> {
  const all: Terms = { ...usual, ...terms };
  const values = PARTS[part].map(name => [name, typeof all[name] === 'number' ? String(all[name]) : all[name]]);
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

const inFourWeeks = (today: Day, { closedDays }: Scheme): Day => workingDayFrom(addDays(today, 28), closedDays);

/** The first three follow one another; the others are come to from where they are wanted. */
function backFrom(part: PartNumber, pairing: string): Target {
  const ids = { pairing };
  if (part === 4) return { word: 'difficulty', ids };
  if (part === 5) return { word: 'closing', ids };
  return part === 1 ? { word: 'agreement', ids } : { word: 'agreement.part', ids: { ...ids, part: String(part - 1) } };
}

/** One part as a form. */
export function partForm(drawn: Drawn): Form {
  const { part, mine, agreement, now, zone, scheme } = drawn;
  const ids = { pairing: mine.pairing.id };
  const weeks = weeksBetween(mine.pairing, scheme);
  const today = dayOf(now, zone);
  const length = addMonths(dayOf(mine.pairing.introducedAt ?? now, zone), scheme.lengthMonths);
  const ends = workingDayFrom(length, scheme.closedDays);
  const usual: Terms = { weeks, minutes: 60, endsOn: ends > today ? ends : addDays(today, 28) };
  const terms = standing(agreement);
  return {
    title: says.partTitles[part] ?? says.title,
    intro: intro(drawn),
    fields: fieldsOf(part, weeks, today, scheme),
    values: valuesOf(
      part,
      terms,
      part === 2 ? usual : part === 4 ? { reviewOn: inFourWeeks(today, scheme) } : {},
    ) as never,
    submit: part >= 3 ? says.saveLast : says.save,
    back: backFrom(part, mine.pairing.id),
    buttons: [open(says.guide, 'meeting.guide', ids)],
  };
}

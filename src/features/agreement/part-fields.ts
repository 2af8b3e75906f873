// The questions of each part of an agreement, as fields. What stands in them is in part-form.ts.
import type { ChoiceField, ChoicesField, DateField, Field, Fields, TextField } from '../../conversation/form.ts';
import { addMonths, type Day } from '../../scheme/calendar.ts';
import { modes } from '../../scheme/defaults.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { says } from './messages.ts';
import type { PartNumber, TermName } from './rules.ts';
import { everyWeeks } from './terms.ts';

/** Long enough for what two people agree, short enough for a page of them. */
const LONG = 1000;
const SHORT = 500;

const labelled = (name: TermName): { label: string; hint?: string } => {
  const hint = says.hints[name];
  return { label: says.labels[name], ...(hint === undefined ? {} : { hint }) };
};
const written = <O extends boolean = true>(name: TermName, max: number, optional = true as O): TextField<O> => ({
  kind: 'text',
  ...labelled(name),
  optional,
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

/** The first day that can be chosen, and the last where there is one. */
export type Days = { from: Day; to?: Day };

const dayField = <O extends boolean>(name: TermName, { from, to }: Days, optional: O): DateField<O> => ({
  kind: 'date',
  ...labelled(name),
  optional,
  seenBy: name === 'endsOn' ? 'both' : 'pairing',
  from,
  to: to ?? addMonths(from, 36),
});

/** `weeks` lie between meetings as a rule. */
type Asked = { weeks: number; days: Days; scheme: Pick<Scheme, 'agendas'> };

/** Where the scheme does without agendas (R0), nobody is asked when one comes. */
function meetingFields({ weeks, days, scheme: { agendas } }: Asked): Record<string, Field> {
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
    missed: written('missed', SHORT),
    endsOn: dayField('endsOn', days, true),
  };
}

/** The questions of one part. A new direction has its day, and a later day is one: neither can be left open (R42, B18). */
export function fieldsOf(part: PartNumber, asked: Asked): Fields {
  switch (part) {
    case 1:
      return {
        purpose: written('purpose', LONG),
        mentorExpects: written('mentorExpects', LONG),
        menteeExpects: written('menteeExpects', LONG),
      };
    case 2:
      return meetingFields(asked);
    case 3:
      return {
        contact: written('contact', SHORT),
        reply: chosen('reply', says.reply),
        confidential: written('confidential', SHORT),
        offLimits: written('offLimits', SHORT),
        interests: written('interests', SHORT),
        feedback: written('feedback', SHORT),
      };
    case 4:
      return { direction: written('direction', LONG, false), reviewOn: dayField('reviewOn', asked.days, false) };
    case 5:
      return { endsOn: dayField('endsOn', asked.days, false) };
  }
}

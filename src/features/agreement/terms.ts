// An agreement in words: each question that was answered, with its answer; and what always holds.

import { sayDay } from '../../scheme/calendar.ts';
import { modes } from '../../scheme/defaults.ts';
import { labelOf, labelsOf } from '../../scheme/options.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import { says } from './messages.ts';
import { isWhole, PARTS, type PartNumber, type TermName } from './rules.ts';

type Said = [label: string, value: string];

/** A scheme's own interval may be another than those on offer. */
export const everyWeeks = (weeks: number): string =>
  says.weeks.find(({ key }) => key === String(weeks))?.label ?? says.everyWeeks(weeks);

function saidOf(name: TermName, terms: Terms): string {
  switch (name) {
    case 'weeks':
      return terms.weeks === undefined ? '' : everyWeeks(terms.weeks);
    case 'minutes':
      return labelOf(says.minutes, terms.minutes === undefined ? undefined : String(terms.minutes));
    case 'modes':
      return labelsOf(modes, terms.modes ?? []);
    case 'agenda':
      return labelOf(says.agendaWhen, terms.agenda);
    case 'notice':
      return labelOf(says.notice, terms.notice);
    case 'reply':
      return labelOf(says.reply, terms.reply);
    case 'endsOn':
    case 'reviewOn': {
      const day = terms[name];
      return day ? sayDay(day) : '';
    }
    default:
      return terms[name] ?? '';
  }
}

/** The parts in which it is read: those of an agreement, or only what stands without one. */
export const partsOf = (terms: Terms): readonly PartNumber[] => (isWhole(terms) ? [1, 2, 3, 4] : [4, 5]);

/** What a part says; questions left open are left out. */
export const saidIn = (part: PartNumber, terms: Terms): Said[] =>
  PARTS[part].map((name): Said => [says.labels[name], saidOf(name, terms)]).filter(([, value]) => value !== '');

/** R24: what every agreement holds, whoever writes it. */
export const alwaysHolds = (workingTime: boolean): string[] => [
  ...says.always,
  ...(workingTime ? [says.workingTime] : []),
];

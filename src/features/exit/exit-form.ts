// The exit form (F17): four short answers are needed, reasons never (R44).
import type {
  AgreeField,
  AnswersOf,
  ChoiceField,
  ChoicesField,
  DateField,
  Form,
  Option,
  TextField,
} from '../../conversation/form.ts';
import type { MyPairing } from '../../conversation/my-pairings.ts';
import { note, open, text } from '../../conversation/notice.ts';
import { addDays, type Day, dayOf } from '../../scheme/calendar.ts';
import type { Role } from '../../scheme/records/people.ts';
import { type Draft, reasonsGiven } from './draft.ts';
import { says } from './messages.ts';

export type ExitFields = {
  lastDay: DateField<false>;
  partnerKnows: ChoiceField<false>;
  next: ChoiceField<false>;
  urgent: AgreeField<true>;
  reasons: ChoicesField<true>;
  reasonText: TextField<true>;
  triedFirst: ChoiceField<true>;
  gained: TextField<true>;
  ownPart: TextField<true>;
};

export const optionsOf = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }));

const lines = (label: string, seenBy: 'coordinator' | 'own', hint?: string): TextField<true> => ({
  kind: 'text',
  label,
  optional: true,
  seenBy,
  lines: true,
  max: 2000,
  ...(hint === undefined ? {} : { hint }),
});

function fieldsOf(name: string, side: Role, from: Day, today: Day): ExitFields {
  return {
    lastDay: { kind: 'date', label: says.lastDay, optional: false, seenBy: 'both', from, to: addDays(today, 92) },
    partnerKnows: {
      kind: 'choice',
      label: says.partnerKnows(name),
      options: optionsOf(says.knows),
      optional: false,
      seenBy: 'coordinator',
    },
    next: {
      kind: 'choice',
      label: says.next,
      options: optionsOf(side === 'mentor' ? says.nextMentor : says.nextMentee),
      optional: false,
      seenBy: 'coordinator',
    },
    urgent: {
      kind: 'agree',
      label: says.urgent,
      text: says.urgentText,
      hint: says.urgentHint,
      optional: true,
      seenBy: 'coordinator',
    },
    reasons: {
      kind: 'choices',
      label: says.reasons,
      hint: says.reasonsHint,
      options: optionsOf(says.reasonLabels),
      optional: true,
      seenBy: 'coordinator',
    },
    reasonText: lines(says.reasonText, 'coordinator'),
    triedFirst: {
      kind: 'choice',
      label: says.tried,
      options: optionsOf(says.triedOptions),
      optional: true,
      seenBy: 'coordinator',
    },
    gained: lines(says.gained, 'own', says.gainedHint),
    ownPart: lines(says.ownPart, 'own', says.gainedHint),
  };
}

/** The form about one pairing; what was answered before stands in it. */
export function exitForm(mine: MyPairing, draft: Draft | undefined, now: number, zone: string): Form<ExitFields> {
  const { pairing, name, side, called } = mine;
  const today = dayOf(now, zone);
  const from = dayOf(pairing.introducedAt ?? pairing.proposedAt, zone);
  return {
    title: says.title,
    intro: [text(says.intro(called)), note(says.introUrgent)],
    fields: fieldsOf(name, side, from, today),
    values: { lastDay: today, ...draft },
    submit: says.goOn,
    buttons: [open(says.people, 'difficulty', { pairing: pairing.id })],
  };
}

/** The answers as a draft. The choices were checked against the form's options before. */
export function draftFrom(answers: AnswersOf<ExitFields>): Draft {
  return {
    lastDay: answers.lastDay,
    partnerKnows: answers.partnerKnows as Draft['partnerKnows'],
    next: answers.next as Draft['next'],
    urgent: answers.urgent,
    reasons: reasonsGiven(answers.reasons),
    ...(answers.reasonText === undefined ? {} : { reasonText: answers.reasonText }),
    ...(answers.triedFirst === undefined ? {} : { triedFirst: answers.triedFirst as NonNullable<Draft['triedFirst']> }),
    ...(answers.gained === undefined ? {} : { gained: answers.gained }),
    ...(answers.ownPart === undefined ? {} : { ownPart: answers.ownPart }),
  };
}

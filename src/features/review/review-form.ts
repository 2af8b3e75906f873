// The review of a meeting, as short as it can be: two questions, and what either may add (F13). Which meeting it is about: rules.ts.
import type {
  AgreeField,
  ChoiceField,
  ChoicesField,
  DateField,
  Form,
  ListField,
  TextField,
  TimeField,
} from '../../conversation/form.ts';
import type { MyPairing } from '../../conversation/my-pairings.ts';
import { open, press, text } from '../../conversation/notice.ts';
import { addDays, type Day } from '../../scheme/calendar.ts';
import type { Meeting, Objective } from '../../scheme/kinds.ts';
import { says } from './messages.ts';
import { asksForFit, type Held, LONGEST_SUMMARY, MOST_ACTIONS } from './rules.ts';

/** `with` is asked only where no pairing is named, `nextOn` and `nextTime` only of the one who arranges, `fit` after the first two meetings, `objectives` where some are on their way: they are absent otherwise. */
export type ReviewFields = {
  with: ChoiceField<true>;
  held: ChoiceField<false>;
  on: DateField<false>;
  summary: TextField<true>;
  objectives: ChoicesField<true>;
  actions: ListField<true>;
  nextOn: DateField<true>;
  nextTime: TimeField<true>;
  note: TextField<true>;
  fit: ChoiceField<true>;
  contactMe: AgreeField<true>;
};

export type Drawn = {
  mine: MyPairing;
  isNamed: boolean;
  /** The meeting in mind, if there is one on record. */
  meeting: Meeting | undefined;
  note: string | undefined;
  fit: string | undefined;
  today: Day;
  /** The mentee's objectives on their way. */
  objectives: readonly Objective[];
  /** Whether there are agendas in this scheme. */
  agendas: boolean;
};

const fits = Object.entries(says.fits).map(([key, label]) => ({ key, label }));
const held = (Object.keys(says.states) as Held[]).map(key => ({ key, label: says.states[key] }));

/** Dates are the mentee's after the first meeting; before it the mentor may name a new day for it (R19, R20). */
export function mayDate({ mine }: Pick<Drawn, 'mine'>): boolean {
  return mine.side === 'mentee' || mine.pairing.met === 0;
}

function nextFields({ mine, today }: Drawn): Pick<ReviewFields, 'nextOn' | 'nextTime'> {
  return {
    nextOn: {
      kind: 'date',
      label: mine.side === 'mentee' ? says.nextOn : says.nextOnMentor,
      optional: true,
      seenBy: 'both',
      from: today,
      to: addDays(today, 366),
    },
    nextTime: { kind: 'time', label: says.nextTime, optional: true, seenBy: 'both' },
  };
}

/** F13: which of them they talked about; how far each is, is the mentee's to say afterwards, in one tap (R32). */
function objectiveField({ objectives, mine }: Drawn): Partial<Pick<ReviewFields, 'objectives'>> {
  if (objectives.length === 0) return {};
  const options = objectives.map(({ id, title }) => ({ key: id, label: title }));
  const hint = mine.side === 'mentee' ? says.objectivesHint : says.objectivesHintMentor;
  return {
    objectives: { kind: 'choices', label: says.objectives, hint, options, optional: true, seenBy: 'pairing' },
  };
}

/** Those ticked already, or else those on the agenda. */
function talkedAbout({ objectives, meeting }: Drawn): { objectives?: string[] } {
  const named = meeting?.touched ?? meeting?.agenda?.objectives ?? [];
  const ticked = objectives.filter(({ id }) => named.includes(id)).map(({ id }) => id);
  return ticked.length > 0 ? { objectives: ticked } : {};
}

function fieldsOf(drawn: Drawn): ReviewFields {
  const { mine, isNamed, today, agendas } = drawn;
  const fields = {
    ...(isNamed
      ? {}
      : {
          with: {
            kind: 'choice',
            label: says.withWhom,
            options: [{ key: mine.pairing.id, label: mine.name.slice(0, 75) }],
            optional: false,
            seenBy: 'none',
          },
        }),
    held: { kind: 'choice', label: says.held, hint: says.heldHint, options: held, optional: false, seenBy: 'pairing' },
    on: { kind: 'date', label: says.on, optional: false, seenBy: 'both', from: addDays(today, -366), to: today },
    summary: {
      kind: 'text',
      label: says.summary,
      hint: says.summaryHint(mine.given),
      optional: true,
      seenBy: 'pairing',
      lines: true,
      max: LONGEST_SUMMARY,
    },
    ...objectiveField(drawn),
    actions: {
      kind: 'list',
      label: says.actions,
      hint: says.actionsHint(agendas),
      optional: true,
      seenBy: 'pairing',
      atMost: MOST_ACTIONS,
      max: 200,
    },
    ...(mayDate(drawn) ? nextFields(drawn) : {}),
    note: {
      kind: 'text',
      label: says.note,
      hint: says.noteHint,
      optional: true,
      seenBy: 'own',
      lines: true,
      max: LONGEST_SUMMARY,
    },
    ...(asksForFit(mine.pairing, drawn.meeting)
      ? { fit: { kind: 'choice', label: says.fit, hint: says.fitHint, options: fits, optional: true, seenBy: 'own' } }
      : {}),
    contactMe: { kind: 'agree', ...says.contactMe, optional: true, seenBy: 'coordinator' },
  };
  return fields as ReviewFields;
}

/** The form, with what is on record about the meeting in mind. */
export function reviewForm(drawn: Drawn): Form<ReviewFields> {
  const { mine, isNamed, meeting, note, fit, today } = drawn;
  const ids = { pairing: mine.pairing.id };
  const recorded = meeting && meeting.state !== 'planned' ? { held: meeting.state } : {};
  return {
    title: says.title,
    intro: [text(says.intro(mine.called))],
    fields: fieldsOf(drawn),
    values: {
      ...(isNamed ? {} : { with: mine.pairing.id }),
      ...recorded,
      on: meeting && meeting.on <= today ? meeting.on : today,
      ...(meeting?.summary === undefined ? {} : { summary: meeting.summary }),
      ...talkedAbout(drawn),
      ...(meeting?.actions ? { actions: meeting.actions.map(action => action.text) } : {}),
      ...(note === undefined ? {} : { note }),
      ...(fit === undefined ? {} : { fit }),
    },
    submit: says.submit,
    buttons: [press(says.skip, 'review', 'skip', ids), open(says.notWorking, 'difficulty', ids)],
  };
}

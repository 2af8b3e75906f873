// What stands in the forms already: the draft, else what is on record, else what the platform's directory says.
import type { AnswersOf, Field, Fields, PersonAnswer } from '../../conversation/form.ts';
import { wantsMention } from './answers.ts';
import type { Draft, Step } from './chain.ts';
import { type Folder, folderOf } from './folder.ts';
import type { LastAnswers } from './last-form.ts';
import { cardOf, casefileOf, type MyTurn, registrationOf } from './mine.ts';

type Values = Record<string, unknown>;

/** Leaves out what is not there, so that it does not cover what is. */
function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}

function youOnRecord(turn: MyTurn): Values {
  const { profile, person } = turn.actor;
  const card = cardOf(turn.open, 'mentor') ?? cardOf(turn.open, 'mentee');
  return given({
    name: card?.name ?? person?.name ?? profile?.name,
    pronouns: card?.pronouns ?? person?.pronouns ?? profile?.pronouns,
    jobTitle: card?.jobTitle || profile?.jobTitle,
    department: card?.department,
    modes: card?.modes,
  });
}

function mentorOnRecord({ open }: MyTurn): Values {
  const { topics, career } = cardOf(open, 'mentor') ?? {};
  const { capacity = 1, criteria } = registrationOf(open, 'mentor') ?? {};
  return given({ topics, career, capacity, criteria, whySuitable: casefileOf(open, 'mentor')?.whySuitable });
}

function menteeOnRecord({ open }: MyTurn): Values {
  const { criteria } = registrationOf(open, 'mentee') ?? {};
  return given({ topics: cardOf(open, 'mentee')?.topics, goals: casefileOf(open, 'mentee')?.goals, criteria });
}

/** The last questions as they stand. Whoever was put on the list by a former pairing is not shown: that is done silently (R49). */
export function lastOnRecord(folder: Folder): Partial<LastAnswers> {
  const asked = folder.exclusions.not.filter(entry => entry.why === 'asked');
  return {
    ...(folder.notebook.aim === undefined ? {} : { aim: folder.notebook.aim }),
    notPair: asked.flatMap(({ person, emailHash }): PersonAnswer[] => {
      if (person !== undefined) return [{ person }];
      return emailHash === undefined ? [] : [{ emailHash }];
    }),
    arrangement: [folder.mentor, folder.mentee].some(one => one?.casefile.arrangement === true),
    mention: wantsMention(folder),
  };
}

/** What stands in a form of the chain when it is opened. */
export function valuesFor(turn: MyTurn, step: Step, draft: Draft | undefined): Values {
  const last = lastOnRecord(folderOf(turn));
  const typed = draft?.[step] ?? {};
  switch (step) {
    case 'offer':
      return typed;
    case 'you':
      return { ...youOnRecord(turn), ...typed };
    case 'mentor': {
      const told = draft?.offer?.['text'];
      const asked = draft?.topic === undefined ? {} : { topics: [draft.topic] };
      return { ...last, ...mentorOnRecord(turn), ...asked, ...given({ career: told }), ...typed };
    }
    case 'mentee':
      return { ...last, ...menteeOnRecord(turn), ...typed };
    case 'last':
      return { ...last, ...typed };
  }
}

/** A value as far as the field still takes it: options that the scheme has dropped since are left out. */
function fitOne(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'choice':
      return field.options.some(option => option.key === value) ? value : undefined;
    case 'choices':
    case 'ranked': {
      const keys = Array.isArray(value) ? value.filter(key => field.options.some(option => option.key === key)) : [];
      return keys.length > 0 ? keys : undefined;
    }
    case 'number':
      return typeof value === 'number' ? Math.min(field.to, Math.max(field.from, value)) : undefined;
    default:
      return value;
  }
}

/** The values that these fields can show. */
export function fitting<F extends Fields>(fields: F, values: Record<string, unknown>): Partial<AnswersOf<F>> {
  const fitted = Object.entries(fields).map(([name, field]) => [name, fitOne(field, values[name])] as const);
  return Object.fromEntries(fitted.filter(([, value]) => value !== undefined)) as Partial<AnswersOf<F>>;
}

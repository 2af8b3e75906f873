// An entry, as short as it can be: when, what, what kind, what was learned, and what becomes of it. The rest is in more-page.ts.
import type { AnswersOf, Form } from '../../conversation/form.ts';
import type { Day } from '../../scheme/calendar.ts';
import type { LogEntry } from '../../scheme/kinds.ts';
import { kindsOfLearning, labels, entry as words } from './messages.ts';

export const LONG = 2000;

const fieldsFor = (today: Day) =>
  ({
    on: { kind: 'date', ...words.on, to: today, optional: false, seenBy: 'own' },
    activity: { kind: 'text', ...words.activity, max: 150, lines: false, optional: false, seenBy: 'own' },
    learning: { kind: 'choice', ...words.learning, options: kindsOfLearning, optional: false, seenBy: 'own' },
    learned: { kind: 'text', ...words.learned, max: LONG, lines: true, optional: false, seenBy: 'own' },
    useNext: { kind: 'text', ...words.useNext, max: 1000, lines: true, optional: true, seenBy: 'own' },
  }) as const;

export type EntryFields = ReturnType<typeof fieldsFor>;
export type EntryAnswers = AnswersOf<EntryFields>;

/** The form, with what stands in it: an entry as it was, or what is known beforehand. */
export function entryForm(
  today: Day,
  { title, intro }: { title: string; intro: NonNullable<Form['intro']> },
  values: Partial<Pick<LogEntry, 'on' | 'activity' | 'learning' | 'learned' | 'useNext'>>,
): Form<EntryFields> {
  const { on = today, activity, learning = 'professional', learned, useNext } = values;
  return {
    title,
    intro,
    fields: fieldsFor(today),
    values: {
      on,
      learning,
      ...(activity === undefined ? {} : { activity }),
      ...(learned === undefined ? {} : { learned }),
      ...(useNext === undefined ? {} : { useNext }),
    },
    submit: labels.keep,
    back: { word: 'log' },
  };
}

/** The entry with these answers in it; what was left open is gone from it. */
export function withAnswers<E extends Omit<LogEntry, keyof EntryAnswers>>(before: E, answers: EntryAnswers) {
  const { on, activity, learning, learned, useNext } = answers;
  return { ...before, on, activity, learning: learning as LogEntry['learning'], learned, useNext };
}

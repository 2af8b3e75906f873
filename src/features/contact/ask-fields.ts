// The questions of a private line: what is on somebody's mind; and, where a pairing is not working, what would help and whether the two have talked (F16).
import type { AgreeField, ChoiceField, Fields, Option, TextField } from '../../conversation/form.ts';
import type { Text } from '../../conversation/notice.ts';
import type { Inquiry, Scheme } from '../../scheme/kinds.ts';
import { ask, inquiry as words } from './messages.ts';

const LONGEST = 1500;

const urgent: AgreeField<true> = { kind: 'agree', ...ask.urgentTick, optional: true, seenBy: 'coordinator' };
const line = <O extends boolean>(optional: O, said: { label: string; hint: string }): TextField<O> => ({
  kind: 'text',
  ...said,
  max: LONGEST,
  lines: true,
  optional,
  seenBy: 'coordinator',
});
const choice = <O extends boolean>(
  optional: O,
  said: { label: string; hint?: string },
  options: Option[],
): ChoiceField<O> => ({ kind: 'choice', ...said, options, optional, seenBy: 'coordinator' });

export const lineFields = { text: line(false, ask.text), urgent };

/** Only what would help has to be said; all else may stay open. */
export const helpFields = ({ arbiter }: Pick<Scheme, 'arbiter'>): Fields => ({
  help: choice(false, ask.help, [
    { key: 'talk', label: ask.helps.talk },
    { key: 'third', label: ask.helps.third(arbiter?.name) },
  ]),
  talked: choice(
    true,
    ask.talked,
    Object.entries(ask.talks).map(([key, label]) => ({ key, label })),
  ),
  text: line(true, ask.hard),
  urgent,
});

type Said = Pick<Inquiry, 'text' | 'urgent' | 'help' | 'talked'>;

/** The answers to either form; the choices were checked against its options before. */
export function saidIn({ text, urgent: isUrgent, help, talked }: Record<string, unknown>): Said {
  return {
    text: typeof text === 'string' ? text : '',
    urgent: isUrgent === true,
    ...(help === undefined ? {} : { help: help as NonNullable<Said['help']> }),
    ...(talked === undefined ? {} : { talked: talked as NonNullable<Said['talked']> }),
  };
}

/** What would help, in words, for whoever reads the line. */
export function helpFacts({ help, talked }: Inquiry): [string, Text][] {
  return [
    ...(help === undefined ? [] : [[words.help, words.helps[help]] as [string, Text]]),
    ...(talked === undefined ? [] : [[words.talked, words.talks[talked]] as [string, Text]]),
  ];
}

// A question of a form on its way to Slack: its block, its id, what stands in it. The kinds of questions are drawn in draw-field.ts and draw-choices.ts.
import { createHash } from 'node:crypto';
import type { InputBlock, InputBlockElement } from '@slack/types';
import type { Field } from '../../conversation/form.ts';
import type { RawAnswer } from '../platform.ts';
import type { Standing } from './standing.ts';
import { plain } from './text.ts';

/** The value of the option that takes an answer back: Slack's own fields cannot be emptied again. */
export const NO_ANSWER = '~none';

/** A question, what stands in it, and on which page it stands. */
export type Question = { name: string; field: Field; standing: Standing; place: string; team: string };
/** The same, once it is known which kind of question it is. */
export type Asked<F extends Field> = Question & { field: F };

/** Slack keeps what was typed while a block keeps its id: the id changes with the page and with what stood in the field at first. */
export function blockId({ name, place, standing }: Question, part?: number): string {
  const mark = createHash('sha256')
    .update(JSON.stringify([place, name, standing.raw]))
    .digest('hex')
    .slice(0, 6);
  return `${encodeURIComponent(name)}${part === undefined ? '' : `#${part}`}~${mark}`;
}

/** What stands in a field that holds one text. */
export const text = (value: RawAnswer | undefined): string => (typeof value === 'string' ? value : '');
/** What stands in a field that holds several. */
export const texts = (value: RawAnswer): string[] => (Array.isArray(value) ? value : []);

type Input = { part?: number; label?: string; optional?: boolean; hint?: string | undefined };

/** One input block of a question. */
export function input(question: Question, element: InputBlockElement, its: Input = {}): InputBlock {
  const { field } = question;
  const hint = 'hint' in its ? its.hint : field.hint;
  return {
    type: 'input',
    block_id: blockId(question, its.part),
    label: plain(its.label ?? field.label),
    element,
    optional: its.optional ?? field.optional,
    ...(hint ? { hint: plain(hint) } : {}),
  };
}

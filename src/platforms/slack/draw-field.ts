// One question of a form becomes one or several input blocks. How the answers are read back: read-answers.ts.
import { createHash } from 'node:crypto';
import type { Checkboxes, InputBlock, InputBlockElement, KnownBlock } from '@slack/types';
import type {
  AgreeField,
  ChannelField,
  ChoiceField,
  ChoicesField,
  Field,
  ListField,
  NumberField,
  Option,
  PersonField,
  RankedField,
  ScaleField,
  TextField,
} from '../../conversation/form.ts';
import type { RawAnswer } from '../platform.ts';
import { drawList, drawText } from './draw.ts';
import { LIMITS } from './limits.ts';
import { drawOption, type Offer, offerOf } from './options.ts';
import type { Standing } from './standing.ts';
import { inPieces, lengthOf, localId, plain, shortened } from './text.ts';
import { words } from './words.ts';

/** The value of the option that takes an answer back: Slack's own fields cannot be emptied again. */
export const NO_ANSWER = '~none';

export type Question = { name: string; field: Field; standing: Standing; place: string; team: string };
type Asked<F extends Field> = Question & { field: F };

/** Slack keeps what was typed while a block keeps its id: the id changes with the page and with what stood in the field at first. */
export function blockId({ name, place, standing }: Question, part?: number): string {
  const mark = createHash('sha256')
    .update(JSON.stringify([place, name, standing.raw]))
    .digest('hex')
    .slice(0, 6);
  return `${encodeURIComponent(name)}${part === undefined ? '' : `#${part}`}~${mark}`;
}

const text = (value: RawAnswer | undefined): string => (typeof value === 'string' ? value : '');
const texts = (value: RawAnswer): string[] => (Array.isArray(value) ? value : []);

type Input = { part?: number; label?: string; optional?: boolean; hint?: string | undefined };

function input(question: Question, element: InputBlockElement, its: Input = {}): InputBlock {
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

function drawTyped(question: Asked<TextField>): KnownBlock[] {
  const { field, standing } = question;
  const initial = text(standing.raw);
  const max_length = Math.min(LIMITS.typed, Math.max(field.max, lengthOf(initial)));
  return [
    input(question, {
      type: 'plain_text_input',
      action_id: 'text',
      multiline: field.lines || initial.includes('\n'),
      max_length,
      ...(field.min ? { min_length: Math.min(field.min, max_length) } : {}),
      ...(initial ? { initial_value: initial } : {}),
      ...(field.placeholder ? { placeholder: plain(shortened(field.placeholder, LIMITS.placeholder)) } : {}),
    }),
  ];
}

function drawNumber(question: Asked<NumberField>): KnownBlock[] {
  const { field, standing } = question;
  return [
    input(question, {
      type: 'number_input',
      action_id: 'text',
      is_decimal_allowed: false,
      min_value: String(field.from),
      max_value: String(field.to),
      ...(text(standing.raw) ? { initial_value: text(standing.raw) } : {}),
    }),
  ];
}

/** Choices whose words do not fit on a button or in a menu stand above the question in full. */
function inFull(offer: Offer): KnownBlock[] {
  if (offer.inFull.length === 0) return [];
  return [...drawText(words.allChoices, ''), ...drawList(offer.inFull, '')];
}

function select(offer: Offer, chosen: string | undefined, action = 'one'): InputBlockElement {
  const initial = offer.options.find(option => option.value === chosen);
  return {
    type: 'static_select',
    action_id: action,
    placeholder: plain(words.choose),
    ...offer.menu,
    ...(initial ? { initial_option: initial } : {}),
  };
}

function drawOne(question: Question, options: Option[]): KnownBlock[] {
  const offer = offerOf(question.field.optional ? [...options, { key: NO_ANSWER, label: words.noAnswer }] : options);
  const chosen = text(question.standing.raw);
  if (offer.options.length > LIMITS.boxes) return [...inFull(offer), input(question, select(offer, chosen))];
  const initial = offer.options.find(option => option.value === chosen);
  const element = { type: 'radio_buttons', action_id: 'one', options: offer.options } as const;
  return [...inFull(offer), input(question, initial ? { ...element, initial_option: initial } : element)];
}

function drawChoices(question: Asked<ChoicesField>): KnownBlock[] {
  const { field, standing } = question;
  const offer = offerOf(field.options);
  const chosen = offer.options.filter(option => texts(standing.raw).includes(option.value ?? ''));
  const initial = chosen.length > 0 ? { initial_options: chosen } : {};
  if (offer.options.length <= LIMITS.boxes) {
    const boxes = { type: 'checkboxes', action_id: 'many', options: offer.options, ...initial } as const;
    return [...inFull(offer), input(question, boxes)];
  }
  const atMost = field.atMost === undefined ? {} : { max_selected_items: Math.max(field.atMost, chosen.length) };
  return [
    ...inFull(offer),
    input(question, {
      type: 'multi_static_select',
      action_id: 'many',
      placeholder: plain(words.choose),
      ...offer.menu,
      ...atMost,
      ...initial,
    }),
  ];
}

function drawScale(question: Asked<ScaleField>): KnownBlock[] {
  const { from, to, low, high } = question.field;
  const steps = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  const said = (step: number): string => (step === from ? low : step === to ? high : '');
  return drawOne(
    question,
    steps.map(step => ({ key: String(step), label: said(step) ? `${step} – ${said(step)}` : String(step) })),
  );
}

function drawPerson(question: Asked<PersonField>): KnownBlock[] {
  const { field, standing } = question;
  const chosen = texts(standing.raw).map(value =>
    drawOption({ key: value, label: standing.labels[value] ?? words.somebodyChosen }),
  );
  return [
    input(question, {
      type: 'multi_external_select',
      action_id: 'people',
      placeholder: plain(words.typeAName),
      min_query_length: 2,
      max_selected_items: Math.max(field.atMost, chosen.length),
      ...(chosen.length > 0 ? { initial_options: chosen } : {}),
    }),
  ];
}

function drawChannel(question: Asked<ChannelField>): KnownBlock[] {
  const { field, standing, team } = question;
  const initial = localId(team, text(standing.raw));
  return [
    input(question, {
      type: 'conversations_select',
      action_id: 'channel',
      placeholder: plain(words.choose),
      filter: {
        include: field.privateOnly ? ['private'] : ['public', 'private'],
        exclude_bot_users: true,
        exclude_external_shared_channels: true,
      },
      ...(initial ? { initial_conversation: initial } : {}),
    }),
  ];
}

function drawRanked(question: Asked<RankedField>): KnownBlock[] {
  const { field, standing } = question;
  const chosen = texts(standing.raw);
  const places = Math.max(chosen.length, Math.min(field.places, field.options.length));
  const none = { key: NO_ANSWER, label: words.noAnswer };
  const offers = { must: offerOf(field.options), may: offerOf([...field.options, none]) };
  const drawPlace = (nth: number): InputBlock => {
    const optional = field.optional || nth > 1;
    return input(question, select(optional ? offers.may : offers.must, chosen[nth - 1]), {
      part: nth,
      label: words.ranked(field.label, nth),
      optional,
      hint: nth === 1 ? field.hint : undefined,
    });
  };
  return [...inFull(offers.must), ...Array.from({ length: places }, (_, at) => drawPlace(at + 1))];
}

function drawAgree(question: Asked<AgreeField>): KnownBlock[] {
  const { field, standing, team } = question;
  const isShort = lengthOf(field.text) <= LIMITS.optionText;
  const option = drawOption({ key: 'yes', label: isShort ? field.text : words.yes });
  const element: Checkboxes = { type: 'checkboxes', action_id: 'agree', options: [option] };
  return [
    ...(isShort ? [] : drawText(field.text, team)),
    input(question, standing.raw === true ? { ...element, initial_options: [option] } : element),
  ];
}

/** A few short items have a line each; more, or all that fits, go into one box, one per line. */
function drawLines(question: Asked<ListField>): KnownBlock[] {
  const { field, standing } = question;
  const items = texts(standing.raw);
  const together = items.map(item => item.replaceAll('\n', ' ')).join('\n');
  const room = Math.max(field.atMost * (field.max + 1), lengthOf(together));
  if (field.atMost <= 5 || room > LIMITS.typed) return drawEach(question, items);
  const hint = field.hint ? `${field.hint} ${words.onePerLine}` : words.onePerLine;
  const element = { type: 'plain_text_input', action_id: 'lines', multiline: true, max_length: room } as const;
  return [input(question, together ? { ...element, initial_value: together } : element, { hint })];
}

function drawEach(question: Asked<ListField>, items: string[]): KnownBlock[] {
  const { field } = question;
  return Array.from({ length: Math.max(field.atMost, items.length) }, (_, at) => {
    const initial = items[at] ?? '';
    return input(
      question,
      {
        type: 'plain_text_input',
        action_id: 'text',
        multiline: field.max > 200 || initial.includes('\n'),
        max_length: Math.min(LIMITS.typed, Math.max(field.max, lengthOf(initial))),
        ...(initial ? { initial_value: initial } : {}),
      },
      {
        part: at + 1,
        label: at === 0 ? field.label : words.nth(field.label, at + 1),
        optional: field.optional || at > 0,
        hint: at === 0 ? field.hint : undefined,
      },
    );
  });
}

/** The blocks of one question, with what stands in it. */
export function drawQuestion(question: Question): KnownBlock[] {
  const { field, standing } = question;
  const initial = text(standing.raw);
  const as = <F extends Field>(one: F): Asked<F> => ({ ...question, field: one });
  switch (field.kind) {
    case 'text':
      return drawTyped(as(field));
    case 'number':
      return drawNumber(as(field));
    case 'date':
      return [
        input(question, { type: 'datepicker', action_id: 'date', ...(initial ? { initial_date: initial } : {}) }),
      ];
    case 'time':
      return [
        input(question, { type: 'timepicker', action_id: 'time', ...(initial ? { initial_time: initial } : {}) }),
      ];
    case 'choice':
      return drawOne(as<ChoiceField>(field), field.options);
    case 'choices':
      return drawChoices(as(field));
    case 'scale':
      return drawScale(as(field));
    case 'person':
      return drawPerson(as(field));
    case 'channel':
      return drawChannel(as(field));
    case 'ranked':
      return drawRanked(as(field));
    case 'agree':
      return drawAgree(as(field));
    case 'link':
      return [
        input(question, { type: 'url_text_input', action_id: 'text', ...(initial ? { initial_value: initial } : {}) }),
      ];
    case 'list':
      return drawLines(as(field));
  }
}

/** A sentence about a question, above it, when Slack's own place for it is not at hand. */
export function drawProblem(sentence: string, team: string): KnownBlock[] {
  return inPieces(sentence).flatMap(piece => drawText([{ bold: `➜ ${piece}` }], team));
}

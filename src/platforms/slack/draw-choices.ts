// Questions answered by choosing: one, several, a step on a scale, several in order, a tick.
import type { Checkboxes, InputBlock, InputBlockElement, KnownBlock } from '@slack/types';
import type { AgreeField, ChoicesField, Option, RankedField, ScaleField } from '../../conversation/form.ts';
import { drawList, drawText } from './draw.ts';
import { LIMITS } from './limits.ts';
import { drawOption, type Offer, offerOf } from './options.ts';
import { type Asked, input, NO_ANSWER, type Question, text, texts } from './question.ts';
import { lengthOf, plain } from './text.ts';
import { words } from './words.ts';

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

/** One of several. */
export function drawOne(question: Question, options: Option[]): KnownBlock[] {
  const offer = offerOf(question.field.optional ? [...options, { key: NO_ANSWER, label: words.noAnswer }] : options);
  const chosen = text(question.standing.raw);
  if (offer.options.length > LIMITS.boxes) return [...inFull(offer), input(question, select(offer, chosen))];
  const initial = offer.options.find(option => option.value === chosen);
  const element = { type: 'radio_buttons', action_id: 'one', options: offer.options } as const;
  return [...inFull(offer), input(question, initial ? { ...element, initial_option: initial } : element)];
}

/** Any of several. */
export function drawChoices(question: Asked<ChoicesField>): KnownBlock[] {
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

/** A step on a scale, with words at its ends. */
export function drawScale(question: Asked<ScaleField>): KnownBlock[] {
  const { from, to, low, high } = question.field;
  const steps = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  const said = (step: number): string => (step === from ? low : step === to ? high : '');
  return drawOne(
    question,
    steps.map(step => ({ key: String(step), label: said(step) ? `${step} – ${said(step)}` : String(step) })),
  );
}

/** Several, best first: a menu for each place. */
export function drawRanked(question: Asked<RankedField>): KnownBlock[] {
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

/** One box to tick. */
export function drawAgree(question: Asked<AgreeField>): KnownBlock[] {
  const { field, standing, team } = question;
  const isShort = lengthOf(field.text) <= LIMITS.optionText;
  const option = drawOption({ key: 'yes', label: isShort ? field.text : words.yes });
  const element: Checkboxes = { type: 'checkboxes', action_id: 'agree', options: [option] };
  return [
    ...(isShort ? [] : drawText(field.text, team)),
    input(question, standing.raw === true ? { ...element, initial_options: [option] } : element),
  ];
}

// A Teams client as far as cards go, written out by hand: it fills in inputs, holds a form back as the real one does, and gathers what is sent. Cards are also read by Microsoft's own parser.
import { createRequire } from 'node:module';
import type { Action, Card, CardElement, Input } from '../../../src/platforms/teams/card.ts';

type Event = { message: string };
type Parser = {
  SerializationContext: new () => { eventCount: number; getEventAt(nth: number): Event };
  AdaptiveCard: new () => {
    parse(card: object, context: object): void;
    validateProperties(): { validationEvents: Event[] };
  };
};
const parser = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Parser;

/** What Microsoft's parser has to say against a card. */
export function parserSays(card: object): string[] {
  const context = new parser.SerializationContext();
  const read = new parser.AdaptiveCard();
  read.parse(JSON.parse(JSON.stringify(card)) as object, context);
  const events = Array.from({ length: context.eventCount }, (_, nth) => context.getEventAt(nth).message);
  return [...events, ...read.validateProperties().validationEvents.map(event => event.message)];
}

const isInput = (element: CardElement): element is Input => element.type.startsWith('Input.');

/** Everything that stands on a card, inside columns too. */
export function elementsOf(body: CardElement[]): CardElement[] {
  return body.flatMap(element =>
    element.type === 'ColumnSet' ? element.columns.flatMap(({ items }) => elementsOf(items)) : [element],
  );
}

/** All buttons of a card, those that unfold from others too. */
export function actionsOf(card: Card): Action[] {
  const own = elementsOf(card.body).flatMap(element => (element.type === 'ActionSet' ? element.actions : []));
  return own.flatMap(action => (action.type === 'Action.ShowCard' ? [action, ...actionsOf(action.card)] : [action]));
}

/** All words that people read on a card. */
export function wordsOn(card: Card): string {
  return elementsOf(card.body)
    .flatMap(element => {
      if (element.type === 'RichTextBlock') return [element.inlines.map(({ text }) => text).join('')];
      if (element.type === 'TextBlock') return [element.text];
      if (element.type === 'Input.ChoiceSet') return [element.label, ...element.choices.map(({ title }) => title)];
      if (element.type === 'Input.Toggle') return [element.label, element.title];
      return isInput(element) ? [element.label] : [];
    })
    .join('\n');
}

/** What a button sends, or what the client says beside its inputs instead. */
export type Pressed = { data: Record<string, unknown> } | { held: string[] };

export type ACard = {
  fill(label: string, value: string | string[]): void;
  press(title: string): Pressed;
};

const labelled = (input: Input, label: string): boolean => input.label.replace(/ \(optional\)$/, '') === label;

function valueFor(input: Input, given: string | string[]): string {
  if (input.type === 'Input.ChoiceSet') {
    const values = [given].flat().map(title => {
      const choice = input.choices.find(each => each.title === title);
      if (!choice) throw new Error(`no choice “${title}” under “${input.label}”`);
      return choice.value;
    });
    if (values.length > 1 && !input.isMultiSelect) throw new Error(`only one choice under “${input.label}”`);
    return values.join(',');
  }
  if (typeof given !== 'string') throw new Error(`“${input.label}” holds one text`);
  if (input.type === 'Input.Text' && input.maxLength !== undefined && given.length > input.maxLength)
    throw new Error(`“${input.label}” takes ${input.maxLength} characters`);
  return input.type === 'Input.Text' && !input.isMultiline ? given.replaceAll('\n', '') : given;
}

/** Why the client holds the form back at this input. */
function heldBy(input: Input, value: string | undefined): boolean {
  if (!value || (input.type === 'Input.Toggle' && value === 'false')) return input.isRequired === true;
  if (input.type === 'Input.Number') return Number(value) < input.min || Number(value) > input.max;
  if (input.type !== 'Input.Date') return false;
  return value < (input.min ?? '') || value > (input.max ?? '9999-12-31');
}

/** A card in front of somebody. */
export function aCard(card: Card): ACard {
  const inputs = card.body.filter(isInput);
  const values = new Map(inputs.map(input => [input.id, input.value === undefined ? undefined : String(input.value)]));
  return {
    fill(label, value) {
      const input = inputs.find(each => labelled(each, label));
      if (!input) throw new Error(`no question “${label}”`);
      values.set(input.id, valueFor(input, value));
    },
    press(title) {
      const action = actionsOf(card).find(each => each.title === title);
      if (!action || !('data' in action)) throw new Error(`no button “${title}”`);
      if (action.associatedInputs === 'none') return { data: JSON.parse(JSON.stringify(action.data)) };
      const held = inputs.filter(input => heldBy(input, values.get(input.id)));
      if (held.length > 0) return { held: held.map(input => input.errorMessage ?? 'no sentence') };
      const filled = [...values].filter(([, value]) => value !== undefined && value !== '');
      return { data: JSON.parse(JSON.stringify({ ...Object.fromEntries(filled), ...action.data })) };
    },
  };
}

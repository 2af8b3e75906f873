// Parts and buttons become elements of a card. What a page, form or message is made of: draw-page.ts, draw-form.ts, draw-notice.ts.
import type { Button, Notice, Part, Target, Text } from '../../conversation/notice.ts';
import type { Action, ActionSet, CardElement } from './card.ts';
import { carry, type Data, type How } from './carried.ts';
import { dead, lengthOf, still, webAddress } from './dead.ts';
import { LIMITS } from './limits.ts';
import { drawText, nobody, type Pen } from './text.ts';

/** Our own limit was passed: a room asks for more than Teams can show. Never caused by what a person did. */
export class DoesNotFit extends Error {
  override name = 'DoesNotFit';
}

/** What a button does: opens a dialog (`fetch`, in a message), sends within one (`submit`), or turns the card it stands on (`execute`, in the personal chat). */
export type Way = 'fetch' | 'submit' | 'execute';

export type Hand = Pen & {
  way: Way;
  /** Of the page that is drawn: a button of it pressed twice is one deed. */
  nonce?: string | undefined;
};

const styles = { primary: 'positive', danger: 'destructive' } as const;
type Shape = { title: string; style?: 'positive' | 'destructive' };

const shapeOf = ({ label, style }: Pick<Button, 'label' | 'style'>): Shape => ({
  title: still(label),
  ...(style ? { style: styles[style] } : {}),
});

/** An action that comes back to us. `alone`: without the answers that stand on the card, and whether they are right or not. */
export function act(way: Way, shape: Shape, data: Data, alone = true): Action {
  const inputs = alone ? ({ associatedInputs: 'none' } as const) : {};
  if (way === 'execute') return { type: 'Action.Execute', verb: 'mentor', ...shape, data, ...inputs };
  const fetched: Data = way === 'fetch' ? { ...data, msteams: { type: 'task/fetch' } } : data;
  return { type: 'Action.Submit', ...shape, data: fetched, ...inputs };
}

const howOf = (to: Target): How => (to.press === undefined ? 'open' : 'press');

/** A button. One that asks first unfolds the question beneath it; pressing it again folds it away. */
export function drawButton(button: Button, { way, nonce }: Pick<Hand, 'way' | 'nonce'>): Action {
  if ('url' in button) {
    const url = webAddress(button.url);
    if (!url) throw new DoesNotFit('a button leads to something that is no web address');
    return { type: 'Action.OpenUrl', ...shapeOf(button), url };
  }
  const { confirm, to, style } = button;
  const how = howOf(to);
  const data = carry(how, to, how === 'press' && nonce !== undefined ? { nonce } : {});
  if (!confirm) return act(way, shapeOf(button), data);
  const yes = act(way, shapeOf({ label: confirm.yes, style: style ?? 'primary' }), data);
  const pen = { names: nobody, mentions: [] };
  const asked: CardElement[] = [
    { type: 'TextBlock', text: dead(confirm.title), wrap: true, weight: 'Bolder' },
    ...drawText(confirm.text, pen),
    { type: 'ActionSet', actions: [yes] },
  ];
  return { type: 'Action.ShowCard', ...shapeOf(button), card: { type: 'AdaptiveCard', body: asked } };
}

/** Actions in as many sets as a phone has rows for: on a narrow screen Teams shortens the labels of those side by side. */
export function inSets(actions: Action[]): ActionSet[] {
  const sets: ActionSet[] = [];
  let room = 0;
  for (const action of actions) {
    const need = lengthOf(action.title) + (action.type === 'Action.ShowCard' ? 7 : 4);
    const last = sets.at(-1);
    if (last && need <= room && last.actions.length < LIMITS.actions) {
      last.actions.push(action);
      room -= need;
    } else {
      sets.push({ type: 'ActionSet', actions: [action], ...(last ? { spacing: 'Small' } : {}) });
      room = LIMITS.actionsText - need;
    }
  }
  return sets;
}

export const drawButtons = (buttons: Button[], hand: Hand): ActionSet[] =>
  inSets(buttons.map(button => drawButton(button, hand)));

export const drawHeading = (text: string): CardElement => ({
  type: 'TextBlock',
  text: dead(text),
  wrap: true,
  size: 'Medium',
  weight: 'Bolder',
  style: 'heading',
});

/** A row with its button beside it, or under it where either is long or the button unfolds a question. */
function drawRow(text: Text, button: Button | undefined, hand: Hand): CardElement[] {
  const said = drawText(text, hand);
  if (!button) return said;
  const action = drawButton(button, hand);
  const set: ActionSet = { type: 'ActionSet', actions: [action] };
  const isLong = JSON.stringify(said).length > LIMITS.besideBytes || lengthOf(button.label) > LIMITS.besideText;
  if (isLong || action.type === 'Action.ShowCard') return [...said, { ...set, spacing: 'Small' }];
  return [
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: said },
        { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [set] },
      ],
    },
  ];
}

/** Web clients make one blank of several; this one is wide by itself. */
const GAP = '\u2002';

const near = (nth: number): { spacing?: 'Small' } => (nth > 0 ? { spacing: 'Small' } : {});

function drawFacts(facts: [string, Text][], hand: Hand): CardElement[] {
  return facts.flatMap(([label, value], nth) => drawText([{ bold: label }, GAP, ...[value].flat()], hand, near(nth)));
}

/** Items with a dot before each. */
export function drawList(items: Text[], pen: Pen): CardElement[] {
  return items.flatMap((item, nth) => drawText([`•${GAP}`, ...[item].flat()], pen, near(nth)));
}

/** One part of a text; a line becomes the separator of what follows it (see drawParts). */
function drawPart(part: Exclude<Part, { part: 'line' }>, hand: Hand): CardElement[] {
  switch (part.part) {
    case 'text':
      return drawText(part.text, hand);
    case 'heading':
      return [drawHeading(part.text)];
    case 'note':
      return drawText(part.text, hand, { isQuiet: true });
    case 'facts':
      return drawFacts(part.facts, hand);
    case 'list':
      return drawList(part.items, hand);
    case 'row':
      return drawRow(part.text, part.button, hand);
    case 'buttons':
      return drawButtons(part.buttons, hand);
  }
}

export function drawParts(parts: Part[], hand: Hand): CardElement[] {
  const drawn: CardElement[] = [];
  let isParted = false;
  for (const part of parts) {
    if (part.part === 'line') {
      isParted = drawn.length > 0;
      continue;
    }
    const [first, ...rest] = drawPart(part, hand);
    if (!first) continue;
    drawn.push(isParted ? { ...first, separator: true, spacing: 'Medium' } : first, ...rest);
    isParted = false;
  }
  return drawn;
}

/** All texts of some parts. */
export function textsIn(parts: Part[] = []): Text[] {
  return parts.flatMap((part): Text[] => {
    if (part.part === 'facts') return part.facts.map(([, value]) => value);
    if (part.part === 'list') return part.items;
    return 'text' in part ? [part.text] : [];
  });
}

/** What a notice says, when it has no parts of its own. */
export const partsOf = (notice: Notice): Part[] => notice.parts ?? [{ part: 'text', text: notice.text }];

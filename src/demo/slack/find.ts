// Finds buttons, menus and questions by what a person reads (or by their ids), and says what there is when it finds none or several.
import { type Block, type Element, elementsOf, optionsOf } from './shapes.ts';
import type { World } from './world.ts';

type Found = { block: Block; element: Element };

/** What a person reads on an element or beside it. */
function labelsOf({ block, element }: Found): string[] {
  const beside = block.type === 'actions' ? undefined : (block.label?.text ?? block.text?.text);
  const own = [element.action_id, element.text?.text, element.placeholder?.text];
  const options = /^(overflow|radio_buttons|checkboxes)$/.test(element.type)
    ? optionsOf(element).map(each => each.text.text)
    : [];
  const isButton = element.type === 'button';
  return [...own, ...(isButton ? [] : [beside, block.block_id]), ...options].filter(each => each !== undefined);
}

const spoken = (found: Found): string =>
  `${found.element.type} "${labelsOf(found).slice(1, 2)[0] ?? found.element.action_id}"`;

function theOne(found: Found[], all: Found[], wanted: string): Found {
  if (found.length === 1) return found[0]!;
  const what = (found.length > 1 ? found : all).map(spoken).join(', ') || 'nothing to press or fill';
  throw new Error(
    found.length > 1 ? `Several things read "${wanted}": ${what}` : `Nothing reads "${wanted}". There is: ${what}`,
  );
}

/**
 * The element meant by an action_id or a label; several with the same label are told apart by the button's value or the block.
 * Throws, naming what there is, when none or several remain.
 */
export function findElement(blocks: readonly Block[], wanted: string, value?: unknown, blockId?: string): Found {
  const all = elementsOf(blocks).filter(
    ({ block, element }) => element.type !== 'image' && (blockId === undefined || block.block_id === blockId),
  );
  const named = all.filter(each => labelsOf(each).includes(wanted));
  const exact = named.filter(({ element }) => element.value === value);
  return theOne(named.length > 1 && value !== undefined && exact.length > 0 ? exact : named, all, wanted);
}

/** The question meant by its label or block_id. */
export function findInput(blocks: readonly Block[], wanted: string): Found {
  const all = elementsOf(blocks).filter(({ block, element }) => block.type === 'input' || element.type !== 'button');
  const byBlock = all.filter(({ block }) => block.block_id === wanted);
  return theOne(byBlock.length > 0 ? byBlock : all.filter(each => labelsOf(each).includes(wanted)), all, wanted);
}

/** The id of a person or channel named as people name them; throws when there is none. */
export function idNamed(world: World, name: string): string {
  if (world.users[name] || world.channels[name]) return name;
  const user = Object.values(world.users).find(each => each.realName === name || each.name === name.replace(/^@/, ''));
  const channel = Object.values(world.channels).find(each => each.name === name.replace(/^#/, ''));
  const id = user?.id ?? channel?.id;
  if (id === undefined) throw new Error(`Nobody and no channel is called "${name}"`);
  return id;
}

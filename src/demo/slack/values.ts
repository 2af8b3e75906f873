// What stands in the fields of a view or message: initial values, what a person typed, and the checks Slack's own window makes before it asks the app.
import { lengthOf } from './limits.ts';
import { type Block, type Element, elementsOf, type Option, optionsOf, type Value, type Values } from './shapes.ts';

/** The value an untouched element has, or nothing for elements that hold none (buttons, menus, pictures). */
export function initialValue(element: Element): Value | undefined {
  const type = element.type;
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value ? String(element.initial_value) : null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return undefined;
  }
}

/** `state.values` as Slack sends it: every stateful element, empty ones present with null. */
export function valuesOf(blocks: readonly Block[], typed: Values): Values {
  const values: Values = {};
  for (const { block, element } of elementsOf(blocks)) {
    const value = typed[block.block_id]?.[element.action_id!] ?? initialValue(element);
    if (value) values[block.block_id] = { ...values[block.block_id], [element.action_id!]: value };
  }
  return values;
}

/** What a person typed survives an update where block_id, action_id and kind stayed the same. */
export function carriedOver(typed: Values, blocks: readonly Block[]): Values {
  const kept: Values = {};
  for (const { block, element } of elementsOf(blocks)) {
    const value = typed[block.block_id]?.[element.action_id!];
    if (value?.type === element.type) kept[block.block_id] = { ...kept[block.block_id], [element.action_id!]: value };
  }
  return kept;
}

/** The one thing a value holds, whatever its kind: text, option, id, list; null or an empty list when nothing was chosen. */
export function contentOf(value: Value): unknown {
  const [, content] = Object.entries(value).find(([name]) => name !== 'type') ?? [];
  return content;
}

const isEmpty = (value: Value): boolean => {
  const content = contentOf(value);
  return (
    content === null || content === undefined || content === '' || (Array.isArray(content) && content.length === 0)
  );
};

function problemOfText(element: Element, text: string): string | undefined {
  const { type, min_length: min = 0, max_length: max } = element;
  if (type === 'plain_text_input' && lengthOf(text) < min) return `Please enter at least ${min} characters.`;
  if (type === 'plain_text_input' && max !== undefined && lengthOf(text) > max)
    return `Please enter at most ${max} characters.`;
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    return 'Please enter a valid email address.';
  if (type === 'url_text_input' && !/^https?:\/\/\S+$/.test(text)) return 'Please enter a valid URL.';
  if (type === 'number_input') return problemOfNumber(element, text);
  return undefined;
}

function problemOfNumber(element: Element, text: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Please enter a number.';
  if (!element.is_decimal_allowed && text.includes('.')) return 'Please enter a whole number.';
  if (element.min_value !== undefined && Number(text) < Number(element.min_value))
    return `Please enter a number of at least ${element.min_value}.`;
  if (element.max_value !== undefined && Number(text) > Number(element.max_value))
    return `Please enter a number of at most ${element.max_value}.`;
  return undefined;
}

/** What Slack's window says beside each question before it sends anything, by block_id; empty when it would send. */
export function problemsBeforeSending(blocks: readonly Block[], values: Values): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { block, element } of elementsOf(blocks)) {
    const value = values[block.block_id]?.[element.action_id!];
    if (block.type !== 'input' || !value) continue;
    const content = contentOf(value);
    let problem: string | undefined;
    if (isEmpty(value)) problem = block.optional ? undefined : 'Please complete this required field.';
    else if (typeof content === 'string') problem = problemOfText(element, content);
    else if (Array.isArray(content) && content.length > (element.max_selected_items ?? content.length))
      problem = `Please choose at most ${element.max_selected_items}.`;
    if (problem) problems[block.block_id] = problem;
  }
  return problems;
}

function optionNamed(element: Element, offered: readonly Option[], wanted: unknown): Option {
  const options = [...optionsOf(element), ...offered];
  const key = typeof wanted === 'object' && wanted !== null ? (wanted as Option).value : wanted;
  const found = options.find(option => option.text.text === key) ?? options.find(option => option.value === key);
  if (!found)
    throw new Error(
      `No such choice: ${JSON.stringify(wanted)}. Offered: ${options.map(o => o.text.text).join(' | ') || 'nothing'}`,
    );
  return found;
}

const asList = (wanted: unknown): unknown[] => (wanted === null ? [] : Array.isArray(wanted) ? wanted : [wanted]);

/**
 * The value that stands in an element after a person typed or chose `wanted` (labels as read, or values; null empties it).
 * `idOf` turns a person's or channel's name into its id. Throws when no such choice is offered.
 */
export function chosenValue(
  element: Element,
  wanted: unknown,
  offered: readonly Option[],
  idOf: (name: string) => string,
): Value {
  const empty = initialValue({ type: element.type });
  if (!empty) throw new Error(`A ${element.type} takes no value`);
  const [field] = Object.keys(empty).filter(name => name !== 'type');
  const one = (make: (each: unknown) => unknown): Value => ({
    ...empty,
    [field!]: wanted === null || wanted === '' ? null : make(wanted),
  });
  if (field === 'selected_options')
    return { ...empty, selected_options: asList(wanted).map(each => optionNamed(element, offered, each)) };
  if (field === 'selected_option') return one(each => optionNamed(element, offered, each));
  if (/^selected_(user|channel|conversation)s$/.test(field!))
    return { ...empty, [field!]: asList(wanted).map(each => idOf(String(each))) };
  if (/^selected_(user|channel|conversation)$/.test(field!)) return one(each => idOf(String(each)));
  if (field === 'selected_date_time') return one(Number);
  if (field === 'files') return { ...empty, files: asList(wanted) };
  if (field === 'rich_text_value') return one(each => (typeof each === 'string' ? richText(each) : each));
  return one(String);
}

/** Text as Slack's own editor would send it. */
export function richText(text: string): { type: 'rich_text'; elements: unknown[] } {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

// Compares whatever is drawn with Slack's limits before it is sent, so that a page which is too long is our own clear error and never a refusal in front of somebody.
import { DoesNotFit } from './draw.ts';
import { LIMITS } from './limits.ts';
import { lengthOf } from './text.ts';

type Thing = Record<string, unknown>;
type Problems = string[];

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : []);
const wordsOf = (value: unknown): string =>
  isThing(value) ? String(value['text'] ?? '') : typeof value === 'string' ? value : '';

function within(problems: Problems, what: string, value: unknown, most: number): void {
  if (value === undefined) return;
  const length = lengthOf(wordsOf(value));
  if (length > most) problems.push(`${what} has ${length} characters of ${most}`);
  if (length === 0) problems.push(`${what} is empty`);
}

function counted(problems: Problems, what: string, items: unknown[], most: number): void {
  if (items.length > most) problems.push(`${what}: ${items.length} of ${most}`);
  if (items.length === 0) problems.push(`${what}: none`);
}

function options(problems: Problems, element: Thing): void {
  const groups = listOf(element['option_groups']);
  if (element['option_groups']) counted(problems, 'groups of options', groups, LIMITS.groups);
  for (const group of groups) within(problems, 'label of a group', group['label'], LIMITS.groupLabel);
  const isBoxes = element['type'] === 'checkboxes' || element['type'] === 'radio_buttons';
  for (const holder of [element, ...groups]) {
    if (!holder['options']) continue;
    counted(problems, 'options', listOf(holder['options']), isBoxes ? LIMITS.boxes : LIMITS.options);
  }
  const all = [element, ...groups].flatMap(holder => listOf(holder['options']));
  const values = all.map(option => String(option['value']));
  if (new Set(values).size < values.length) problems.push('two options with the same value');
  for (const option of [...all, ...listOf(element['initial_options'])]) {
    within(problems, 'option', option['text'], LIMITS.optionText);
    within(problems, 'value of an option', option['value'], LIMITS.optionValue);
    within(problems, 'hint of an option', option['description'], LIMITS.optionHint);
  }
}

function confirmation(problems: Problems, confirm: unknown): void {
  if (!isThing(confirm)) return;
  within(problems, 'title of a confirmation', confirm['title'], LIMITS.confirmTitle);
  within(problems, 'text of a confirmation', confirm['text'], LIMITS.confirmText);
  within(problems, 'button of a confirmation', confirm['confirm'], LIMITS.confirmButton);
  within(problems, 'button of a confirmation', confirm['deny'], LIMITS.confirmButton);
}

function element(problems: Problems, one: Thing): void {
  within(problems, 'action_id', one['action_id'], LIMITS.id);
  confirmation(problems, one['confirm']);
  if (one['type'] === 'button') {
    within(problems, 'button', one['text'], LIMITS.buttonText);
    within(problems, 'value of a button', one['value'], LIMITS.buttonValue);
    within(problems, 'address of a button', one['url'], LIMITS.url);
    return;
  }
  options(problems, one);
  within(problems, 'placeholder', one['placeholder'], LIMITS.placeholder);
  if (one['type'] === 'plain_text_input')
    within(problems, 'what stands in a field', one['initial_value'], LIMITS.typed);
}

function block(problems: Problems, one: Thing): void {
  within(problems, 'block_id', one['block_id'], LIMITS.id);
  switch (one['type']) {
    case 'header':
      within(problems, 'heading', one['text'], LIMITS.header);
      return;
    case 'section':
      within(problems, 'text', one['text'], LIMITS.text);
      if (isThing(one['accessory'])) element(problems, one['accessory']);
      return;
    case 'input':
      within(problems, 'question', one['label'], LIMITS.label);
      within(problems, 'hint', one['hint'], LIMITS.hint);
      if (isThing(one['element'])) element(problems, one['element']);
      return;
    case 'context':
      counted(problems, 'elements of a note', listOf(one['elements']), LIMITS.contextElements);
      for (const each of listOf(one['elements'])) within(problems, 'note', each, LIMITS.text);
      return;
    case 'actions':
      counted(problems, 'buttons in a row', listOf(one['elements']), LIMITS.actionsElements);
      for (const each of listOf(one['elements'])) element(problems, each);
  }
}

/** All characters people read in these blocks. */
function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textIn(each), 0);
  if (!isThing(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + (name === 'text' && typeof each === 'string' ? lengthOf(each) : textIn(each)),
    0,
  );
}

function blocks(problems: Problems, value: unknown, most: number): void {
  const all = listOf(value);
  counted(problems, 'blocks', all, most);
  for (const each of all) block(problems, each);
  const ids = all.map(each => each['block_id']).filter(id => id !== undefined);
  if (new Set(ids).size < ids.length) problems.push('two blocks with the same block_id');
}

/** What is wrong with a window or home tab; nothing when Slack will take it. */
export function problemsOfView(view: object): string[] {
  const { title, submit, close, private_metadata, blocks: drawn, type } = view as Thing;
  const problems: Problems = [];
  within(problems, 'title of the window', title, LIMITS.windowTitle);
  within(problems, 'button of the window', submit, LIMITS.windowTitle);
  within(problems, 'button of the window', close, LIMITS.windowTitle);
  within(problems, 'metadata', private_metadata, LIMITS.metadata);
  blocks(problems, drawn, LIMITS.viewBlocks);
  const asks = listOf(drawn).some(each => each['type'] === 'input');
  if (type === 'modal' && asks && !submit) problems.push('questions without a button to send the answers');
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > LIMITS.viewBytes) problems.push(`the window has ${bytes} bytes of ${LIMITS.viewBytes}`);
  return problems;
}

/** What is wrong with a message; nothing when Slack will take it. */
export function problemsOfMessage(message: { text: string; blocks: object[] }): string[] {
  const problems: Problems = [];
  within(problems, 'text of the message', message.text, LIMITS.messageText);
  blocks(problems, message.blocks, LIMITS.messageBlocks);
  const length = textIn(message.blocks);
  if (length > LIMITS.messageBlocksText)
    problems.push(`the message has ${length} characters of ${LIMITS.messageBlocksText}`);
  return problems;
}

/** The drawn thing itself. Throws DoesNotFit, naming lengths and counts only, when Slack would refuse it. */
export function fitting<T extends object>(drawn: T): T {
  const problems =
    'type' in drawn ? problemsOfView(drawn) : problemsOfMessage(drawn as unknown as { text: string; blocks: object[] });
  if (problems.length > 0) throw new DoesNotFit(problems.join('; '));
  return drawn;
}

// Holds what was drawn against the limits of Teams before it is sent, so that a page which is too long is our own clear error and never a refusal in front of somebody.
import type { Card, Mention } from './card.ts';
import { lengthOf } from './dead.ts';
import { DoesNotFit } from './draw.ts';
import { LIMITS } from './limits.ts';

type Thing = Record<string, unknown>;
type Problems = string[];

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : []);

/** How many bytes something takes on its way. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');
const wideBytesOf = (value: unknown): number => 2 * (JSON.stringify(value) ?? '').length;

function within(problems: Problems, what: string, value: unknown, most: number): void {
  if (value === undefined) return;
  const length = typeof value === 'string' ? lengthOf(value) : 0;
  if (length > most) problems.push(`${what} has ${length} characters of ${most}`);
  if (length === 0) problems.push(`${what} is empty`);
}

function counted(problems: Problems, what: string, items: unknown[], most: number): void {
  if (items.length > most) problems.push(`${what}: ${items.length} of ${most}`);
  if (items.length === 0) problems.push(`${what}: none`);
}

function action(problems: Problems, one: Thing): void {
  within(problems, 'button', one['title'], LIMITS.buttonText);
  within(problems, 'address of a button', one['url'], LIMITS.url);
  const bytes = one['data'] === undefined ? 0 : bytesOf(one['data']);
  if (bytes > LIMITS.dataBytes) problems.push(`a button carries ${bytes} bytes of ${LIMITS.dataBytes}`);
  if (isThing(one['card'])) confirmation(problems, one['card']);
}

function confirmation(problems: Problems, card: Thing): void {
  const [title, ...rest] = listOf(card['body']);
  within(problems, 'title of a confirmation', title?.['text'], LIMITS.confirmTitle);
  const length = rest
    .flatMap(each => listOf(each['inlines']))
    .reduce((sum, run) => sum + String(run['text']).length, 0);
  if (length > LIMITS.confirmText)
    problems.push(`text of a confirmation has ${length} characters of ${LIMITS.confirmText}`);
  for (const each of rest) element(problems, each);
}

function choices(problems: Problems, input: Thing): void {
  const all = listOf(input['choices']);
  counted(problems, 'choices', all, LIMITS.choices);
  const values = all.map(choice => String(choice['value']));
  if (new Set(values).size < values.length) problems.push('two choices with the same value');
  for (const { title, value } of all) {
    within(problems, 'choice', title, LIMITS.text);
    within(problems, 'value of a choice', value, LIMITS.choiceValue);
    if (String(value).includes(',')) problems.push('a comma in the value of a choice');
  }
}

function element(problems: Problems, one: Thing): void {
  switch (one['type']) {
    case 'TextBlock':
      // Marks and addresses stand among the words.
      within(problems, 'text', one['text'], 2 * LIMITS.text + LIMITS.url);
      return;
    case 'RichTextBlock':
      counted(problems, 'stretches of a text', listOf(one['inlines']), LIMITS.choices);
      for (const run of listOf(one['inlines'])) within(problems, 'text', run['text'], 2 * LIMITS.text);
      return;
    case 'ActionSet':
      counted(problems, 'buttons in a row', listOf(one['actions']), LIMITS.actions);
      for (const each of listOf(one['actions'])) action(problems, each);
      return;
    case 'ColumnSet':
      for (const column of listOf(one['columns'])) for (const each of listOf(column['items'])) element(problems, each);
      return;
    default:
      within(problems, 'question', one['label'], LIMITS.label);
      within(problems, 'id of a question', one['id'], LIMITS.id);
      if (one['type'] === 'Input.ChoiceSet') choices(problems, one);
  }
}

function body(problems: Problems, card: Card): void {
  counted(problems, 'elements', card.body, Number.POSITIVE_INFINITY);
  for (const each of card.body) element(problems, each);
  const ids = card.body.flatMap(each => ('id' in each ? [each.id] : []));
  if (new Set(ids).size < ids.length) problems.push('two questions with the same id');
}

const asks = (card: Card): boolean => card.body.some(each => each.type.startsWith('Input.'));

/** What is wrong with a page, a form or the home card; nothing when Teams will take it. */
export function problemsOfPage({ title, card }: { title?: string; card: Card }): string[] {
  const problems: Problems = [];
  within(problems, 'title of the dialog', title, LIMITS.dialogTitle);
  body(problems, card);
  const [bytes, most] = asks(card) ? [wideBytesOf(card), LIMITS.formBytes] : [bytesOf(card), LIMITS.pageBytes];
  if (bytes > most) problems.push(`the page has ${bytes} bytes of ${most}`);
  return problems;
}

/** What is wrong with a message; nothing when Teams will take it. */
export function problemsOfMessage(message: {
  summary: string;
  text: string;
  card?: Card;
  mentions: Mention[];
}): string[] {
  const problems: Problems = [];
  within(problems, 'the neutral line', message.summary, LIMITS.summary);
  if (message.card) body(problems, message.card);
  else if (!message.text) problems.push('a message without words');
  const bytes = bytesOf(message);
  if (bytes > LIMITS.messageBytes) problems.push(`the message has ${bytes} bytes of ${LIMITS.messageBytes}`);
  if (message.mentions.length > LIMITS.mentions)
    problems.push(`mentions: ${message.mentions.length} of ${LIMITS.mentions}`);
  const said = message.text + JSON.stringify(message.card ?? '');
  for (const { text } of message.mentions)
    if (!said.includes(JSON.stringify(text).slice(1, -1)))
      problems.push('somebody is mentioned who stands nowhere in the words');
  return problems;
}

function orThrow<T>(drawn: T, problems: string[]): T {
  if (problems.length > 0) throw new DoesNotFit(problems.join('; '));
  return drawn;
}

/** The page itself. Throws DoesNotFit, naming lengths and counts only, when Teams would refuse it. */
export const fittingPage = <T extends { title?: string; card: Card }>(page: T): T =>
  orThrow(page, problemsOfPage(page));
/** The message itself; throws as above. */
export const fittingMessage = <T extends { summary: string; text: string; card?: Card; mentions: Mention[] }>(
  message: T,
): T => orThrow(message, problemsOfMessage(message));

// Cards and messages as Teams takes them: known elements, ids that do not clash, mentions whose words and entities agree. What a refusal does to a call is up to posts.ts.
import { LIMITS } from './limits.ts';
import { actionsOf, CARD, CONSENT, everything, FILE_INFO, inputsOf, isThing, type Thing, wordsOf } from './shapes.ts';

const ELEMENTS = new Set(
  'TextBlock RichTextBlock TextRun Image ImageSet Container ColumnSet Column FactSet ActionSet Table TableRow TableCell AdaptiveCard'.split(
    ' ',
  ),
);
const INPUTS = new Set('Text Number Date Time Toggle ChoiceSet'.split(' ').map(each => `Input.${each}`));
const ACTIONS = new Set('Submit Execute OpenUrl ShowCard'.split(' ').map(each => `Action.${each}`));
/** Facts, and texts in a rich block, have no type of their own. */
const UNTYPED = /(facts|inlines)\/\d+$/;

/** In a dialog the client knows no Action.Execute; in a message everything goes. */
export type Place = 'message' | 'dialog';

function problemsOfThing(thing: Thing, path: string, place: Place): string[] {
  const type = thing['type'];
  if (type === undefined)
    return UNTYPED.test(path) || /columns\/\d+$/.test(path) ? [] : [`${path}: an element without a type`];
  const known = typeof type === 'string' && (ELEMENTS.has(type) || INPUTS.has(type) || ACTIONS.has(type));
  if (!known) return [`${path}: ${String(type)} is not known`];
  const problems: string[] = [];
  if (type === 'TextBlock' && typeof thing['text'] !== 'string') problems.push(`${path}: a TextBlock without text`);
  if (type === 'Action.Execute' && place === 'dialog') problems.push(`${path}: a dialog knows no Action.Execute`);
  if (type === 'Action.OpenUrl' && !/^https?:\/\/|^mailto:/.test(String(thing['url'])))
    problems.push(`${path}: no address to open`);
  if (ACTIONS.has(type) && !/selectAction$/.test(path) && !(typeof thing['title'] === 'string' && thing['title']))
    problems.push(`${path}: a button without a title`);
  return problems;
}

function problemsOfChoices(thing: Thing, path: string): string[] {
  const choices = thing['choices'];
  if (!Array.isArray(choices) || choices.length === 0) return [`${path}: a ChoiceSet without choices`];
  const values = choices.map(each => (isThing(each) ? each['value'] : undefined));
  const problems: string[] = [];
  if (choices.some(each => !isThing(each) || typeof each['title'] !== 'string' || typeof each['value'] !== 'string'))
    problems.push(`${path}: choices need a title and a value`);
  if (new Set(values).size !== values.length) problems.push(`${path}: two choices of one value`);
  if (thing['isMultiSelect'] === true && values.some(each => String(each).includes(',')))
    problems.push(`${path}: a comma in a value of a multi-select`);
  return problems;
}

function problemsOfInputs(card: Thing): string[] {
  const inputs = inputsOf(card);
  const ids: unknown[] = inputs.map(({ thing }) => thing['id']);
  return [
    ...ids.flatMap((id, n) =>
      typeof id !== 'string' || id === ''
        ? ['an input without an id']
        : ids.indexOf(id) < n
          ? [`two inputs of the id ${id}`]
          : [],
    ),
    ...inputs
      .filter(({ thing }) => thing['type'] === 'Input.ChoiceSet')
      .flatMap(each => problemsOfChoices(each.thing, each.path)),
    ...inputs
      .filter(({ thing }) => typeof thing['label'] !== 'string')
      .map(each => `${each.path}: an input without a label`),
  ];
}

/** What Teams would not draw, or not as meant; empty when the card is good. */
export function problemsOfCard(card: unknown, place: Place): string[] {
  if (!isThing(card) || card['type'] !== 'AdaptiveCard') return ['not an Adaptive Card'];
  const all = everything(card, () => true);
  const version = Number(card['version']);
  const problems = all.flatMap(({ thing, path }) => problemsOfThing(thing, path, place));
  if (!(version >= 1 && version <= 1.5)) problems.push(`version ${String(card['version'])} is not drawn`);
  if (actionsOf(card).some(({ thing }) => thing['type'] === 'Action.Execute') && version < 1.4)
    problems.push('Action.Execute needs version 1.4');
  for (const { thing, path } of all) {
    if (Array.isArray(thing['actions']) && thing['actions'].length > LIMITS.cardActions)
      problems.push(`${path}: ${thing['actions'].length} buttons in one row, ${LIMITS.cardActions} are shown`);
  }
  const entities = isThing(card['msteams']) ? card['msteams']['entities'] : undefined;
  // Only these two are read for mentions; what stands in an input or a text run stays as it is.
  const spoken = all.filter(({ thing, path }) => thing['type'] === 'TextBlock' || /facts\/\d+$/.test(path));
  const words = spoken.map(({ thing }) => wordsOf(thing)).join('\n');
  return [...problems, ...problemsOfInputs(card), ...problemsOfMentions(words, entities)];
}

/** Every mention has an entity of the same words, and every entity its words. */
export function problemsOfMentions(words: string, entities: unknown): string[] {
  const written: string[] = words.match(/<at\b[^>]*>.*?<\/at>/gs) ?? [];
  const meant = (Array.isArray(entities) ? entities : []).filter(
    each => isThing(each) && each['type'] === 'mention',
  ) as Thing[];
  const texts = meant.map(each => String(each['text']));
  return [
    ...written.filter(each => !texts.includes(each)).map(each => `${each} mentions nobody`),
    ...texts.filter(each => !written.includes(each)).map(each => `the mention ${each} is not in the text`),
    ...meant
      .filter(each => !isThing(each['mentioned']) || typeof each['mentioned']['id'] !== 'string')
      .map(each => `the mention ${String(each['text'])} names nobody`),
  ];
}

/** The ids a message mentions, in its text and its cards. */
export function mentionedIds(message: Thing): string[] {
  const attachments = Array.isArray(message['attachments']) ? message['attachments'].filter(isThing) : [];
  const inCards = attachments.map(each =>
    isThing(each['content']) && isThing(each['content']['msteams']) ? each['content']['msteams']['entities'] : [],
  );
  return [message['entities'], ...inCards]
    .flatMap(each => (Array.isArray(each) ? each.filter(isThing) : []))
    .filter(each => each['type'] === 'mention' && isThing(each['mentioned']))
    .map(each => String((each['mentioned'] as Thing)['id']));
}

function problemsOfAttachment(attachment: unknown): string[] {
  if (!isThing(attachment)) return ['an attachment that is none'];
  const { contentType, content } = attachment;
  if (contentType === CARD) return problemsOfCard(content, 'message');
  if (contentType === CONSENT)
    return isThing(content) && typeof content['sizeInBytes'] === 'number' && typeof attachment['name'] === 'string'
      ? []
      : ['a file consent card needs a name and sizeInBytes'];
  if (contentType === FILE_INFO)
    return isThing(content) && typeof content['uniqueId'] === 'string' && typeof attachment['contentUrl'] === 'string'
      ? []
      : ['a file info card needs uniqueId and contentUrl'];
  return [`attachments of the type ${String(contentType)} are not shown`];
}

/** What is wrong with a message; empty when it can be posted. */
export function problemsOfMessage(message: Thing): string[] {
  const attachments = message['attachments'] ?? [];
  if (!Array.isArray(attachments)) return ['attachments must be a list'];
  const text = message['text'] ?? '';
  if (typeof text !== 'string') return ['text must be a string'];
  if (text === '' && attachments.length === 0) return ['a message needs text or an attachment'];
  return [...attachments.flatMap(problemsOfAttachment), ...problemsOfMentions(text, message['entities'])];
}

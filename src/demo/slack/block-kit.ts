// Block Kit as Slack checks it: which blocks and elements exist, their fields and lengths. What a refusal does to a call is up to web-api.ts and its methods.
import { isDeepStrictEqual } from 'node:util';
import {
  any,
  bool,
  byType,
  type Check,
  type Fields,
  isThing,
  list,
  matching,
  object,
  oneOf,
  only,
  type Problem,
  string,
  type Thing,
  whole,
} from './checks.ts';
import { LIMITS, lengthOf } from './limits.ts';
import { type Block, type Element, elementsOf, optionsOf } from './shapes.ts';

const plain = (max: number): Check => object({ type: oneOf('plain_text'), text: string(max) }, { emoji: bool });
const anyText = (max: number): Check =>
  byType({ plain_text: plain(max), mrkdwn: object({ type: any, text: string(max) }, { verbatim: bool }) });
const url: Check = (value, at, problems) => {
  string(LIMITS.url)(value, at, problems);
  matching(/^(https?|slack|mailto):/, 'a valid URL')(value, at, problems);
};

const optionWith = (text: Check): Check =>
  object({ text, value: string(LIMITS.optionValue) }, { description: plain(LIMITS.optionDescription), url });
const option = optionWith(plain(LIMITS.optionText));
const boxOption = optionWith(anyText(LIMITS.optionText));
const optionGroup = object({ label: plain(LIMITS.groupLabel), options: list(option, LIMITS.selectOptions) });
const confirm = object(
  { text: anyText(LIMITS.confirmText) },
  {
    title: plain(LIMITS.confirmTitle),
    confirm: plain(LIMITS.confirmButton),
    deny: plain(LIMITS.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

const action: Fields = { action_id: string(LIMITS.actionId) };
const focus: Fields = { ...action, focus_on_load: bool };
const held: Fields = { ...focus, placeholder: plain(LIMITS.placeholder) };
const picked: Fields = { ...held, confirm };
const several: Fields = { ...picked, max_selected_items: whole(1, LIMITS.selectOptions) };
const dispatching: Fields = {
  ...held,
  dispatch_action_config: object(
    {},
    { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
  ),
};
const element = (required: Fields, optional: Fields): Check => object({ type: any, ...required }, optional);
const ids = list(string(LIMITS.optionValue), LIMITS.selectOptions);
const id = string(LIMITS.optionValue);
const choices: Fields = {
  options: list(option, LIMITS.selectOptions),
  option_groups: list(optionGroup, LIMITS.optionGroups),
};
const conversations: Fields = { default_to_current_conversation: bool, filter: any };
const typed = (max: number): Fields => ({ ...dispatching, initial_value: string(max, 0) });
const numberText = matching(/^-?\d+(\.\d+)?$/, 'a number written as text');
const image = { alt_text: string(LIMITS.imageAlt) };
const imageSource: Fields = { image_url: url, slack_file: any };

const ELEMENTS: Record<string, Check> = {
  button: element(
    { text: plain(LIMITS.buttonText) },
    {
      ...action,
      confirm,
      value: string(LIMITS.buttonValue),
      url,
      style: oneOf('primary', 'danger'),
      accessibility_label: string(LIMITS.accessibilityLabel),
    },
  ),
  overflow: element({ options: list(option, LIMITS.overflowOptions) }, { ...action, confirm }),
  static_select: element({}, { ...picked, ...choices, initial_option: option }),
  multi_static_select: element({}, { ...several, ...choices, initial_options: list(option, LIMITS.selectOptions) }),
  external_select: element({}, { ...picked, initial_option: option, min_query_length: whole(0, 100) }),
  multi_external_select: element(
    {},
    { ...several, initial_options: list(option, LIMITS.selectOptions), min_query_length: whole(0, 100) },
  ),
  users_select: element({}, { ...picked, initial_user: id }),
  multi_users_select: element({}, { ...several, initial_users: ids }),
  channels_select: element({}, { ...picked, initial_channel: id, response_url_enabled: bool }),
  multi_channels_select: element({}, { ...several, initial_channels: ids }),
  conversations_select: element(
    {},
    { ...picked, ...conversations, initial_conversation: id, response_url_enabled: bool },
  ),
  multi_conversations_select: element({}, { ...several, ...conversations, initial_conversations: ids }),
  checkboxes: element(
    { options: list(boxOption, LIMITS.boxes) },
    { ...focus, confirm, initial_options: list(boxOption, LIMITS.boxes) },
  ),
  radio_buttons: element({ options: list(boxOption, LIMITS.boxes) }, { ...focus, confirm, initial_option: boxOption }),
  datepicker: element({}, { ...picked, initial_date: matching(/^\d{4}-\d\d-\d\d$/, 'a date as YYYY-MM-DD') }),
  timepicker: element(
    {},
    { ...picked, initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm'), timezone: string(100) },
  ),
  datetimepicker: element({}, { ...focus, confirm, initial_date_time: whole(1_000_000_000, 9_999_999_999) }),
  plain_text_input: element(
    {},
    {
      ...typed(LIMITS.inputLength),
      multiline: bool,
      min_length: whole(0, LIMITS.inputLength),
      max_length: whole(1, LIMITS.inputLength),
    },
  ),
  email_text_input: element({}, typed(LIMITS.inputLength)),
  url_text_input: element({}, typed(LIMITS.inputLength)),
  number_input: element(
    { is_decimal_allowed: bool },
    { ...dispatching, initial_value: numberText, min_value: numberText, max_value: numberText },
  ),
  rich_text_input: element(
    {},
    { ...dispatching, initial_value: any, min_lines: whole(1, 100), max_lines: whole(1, 100) },
  ),
  file_input: element({}, { ...action, filetypes: list(string(20), 100), max_files: whole(1, 10) }),
  image: element(image, imageSource),
};

const SELECTS = 'users_select static_select conversations_select channels_select external_select';
const MULTI =
  'multi_users_select multi_static_select multi_conversations_select multi_channels_select multi_external_select';
const PICKS = `checkboxes datepicker radio_buttons timepicker ${SELECTS} ${MULTI}`;
const accessory = byType(only(ELEMENTS, `button image overflow ${PICKS}`));
const actionsElement = byType(only(ELEMENTS, `button overflow datetimepicker rich_text_input ${PICKS}`));
const inputElement = byType(
  only(
    ELEMENTS,
    `datetimepicker email_text_input file_input number_input plain_text_input rich_text_input url_text_input ${PICKS}`,
  ),
);

const style = object({}, { bold: bool, italic: bool, strike: bool, code: bool, underline: bool });
const word = (required: Fields, optional: Fields = {}): Check =>
  object({ type: any, ...required }, { style, ...optional });
const WORDS: Record<string, Check> = {
  text: word({ text: string(LIMITS.text) }),
  link: word({ url }, { text: string(LIMITS.text), unsafe: bool }),
  emoji: word({ name: string(100) }, { unicode: any, url }),
  user: word({ user_id: id }),
  channel: word({ channel_id: id }),
  usergroup: word({ usergroup_id: id }),
  team: word({ team_id: id }),
  broadcast: word({ range: oneOf('here', 'channel', 'everyone') }),
  date: word({ timestamp: any, format: string(100) }, { url, fallback: string(300) }),
  color: word({ value: string(20) }),
};
const words = list(byType(WORDS), 1000, 0);
const richSection = object({ type: oneOf('rich_text_section'), elements: words });
const RICH: Record<string, Check> = {
  rich_text_section: richSection,
  rich_text_list: object(
    { type: any, style: oneOf('bullet', 'ordered'), elements: list(richSection, 1000) },
    { indent: whole(0, 8), offset: whole(0, 10_000), border: oneOf(0, 1) },
  ),
  rich_text_quote: object({ type: any, elements: words }, { border: oneOf(0, 1) }),
  rich_text_preformatted: object({ type: any, elements: words }, { border: oneOf(0, 1), language: string(30) }),
};

const block = (required: Fields, optional: Fields = {}): Check =>
  object({ type: any, ...required }, { block_id: string(LIMITS.blockId), ...optional });
const sectionShape = block(
  {},
  {
    text: anyText(LIMITS.text),
    fields: list(anyText(LIMITS.sectionField), LIMITS.sectionFields),
    accessory,
    expand: bool,
  },
);
const section: Check = (value, at, problems) => {
  sectionShape(value, at, problems);
  if (isThing(value) && value['text'] === undefined && value['fields'] === undefined)
    problems.push({ text: 'missing required field: text', at });
};
const BLOCKS: Record<string, Check> = {
  section,
  header: block({ text: plain(LIMITS.header) }, { level: whole(1, 6) }),
  divider: block({}),
  context: block({
    elements: list(
      byType({ image: ELEMENTS['image']!, plain_text: plain(LIMITS.text), mrkdwn: anyText(LIMITS.text) }),
      LIMITS.contextElements,
    ),
  }),
  actions: block({ elements: list(actionsElement, LIMITS.actionsElements) }),
  image: block(image, { ...imageSource, title: plain(LIMITS.imageTitle) }),
  input: block(
    { label: plain(LIMITS.inputLabel), element: inputElement },
    { hint: plain(LIMITS.inputHint), optional: bool, dispatch_action: bool },
  ),
  rich_text: block({ elements: list(byType(RICH), 1000, 0) }),
};
const MESSAGE_BLOCKS = { ...BLOCKS, markdown: block({ text: string(LIMITS.markdown) }) };

const common: Fields = {
  private_metadata: string(LIMITS.privateMetadata, 0),
  callback_id: string(LIMITS.callbackId, 0),
  external_id: string(LIMITS.externalId, 0),
};
const viewBlocks = list(byType(BLOCKS), LIMITS.viewBlocks);
const VIEWS: Record<string, Check> = {
  modal: object(
    { type: any, title: plain(LIMITS.viewTitle), blocks: viewBlocks },
    {
      ...common,
      submit: plain(LIMITS.viewTitle),
      close: plain(LIMITS.viewTitle),
      clear_on_close: bool,
      notify_on_close: bool,
      submit_disabled: bool,
    },
  ),
  home: object({ type: any, blocks: viewBlocks }, common),
};

/** Rules no single field shows: unique ids, options that exist, minimum not above maximum. Runs only on well-formed blocks. */
function acrossFields(blocks: Block[], at: string, problems: Problem[]): void {
  const seen = new Set<string>();
  let focused = 0;
  for (const [index, each] of blocks.entries()) {
    if (each.block_id !== undefined && seen.has(each.block_id))
      problems.push({ text: `\`block_id\` ${each.block_id} must be unique`, at: `${at}/${index}/block_id` });
    seen.add(each.block_id);
    const actions = elementsOf([each]);
    const actionIds = actions.flatMap(({ element: { action_id } }) => (action_id === undefined ? [] : [action_id]));
    if (new Set(actionIds).size < actionIds.length)
      problems.push({ text: '`action_id` must be unique within its block', at: `${at}/${index}` });
    for (const { element: part } of actions) {
      aboutElement(part, `${at}/${index}`, problems);
      if ((part as Thing)['focus_on_load'] === true) focused++;
    }
  }
  if (focused > 1) problems.push({ text: '`focus_on_load` can only be set once', at });
}

function aboutElement(part: Element, at: string, problems: Problem[]): void {
  if (/^(multi_)?static_select$/.test(part.type) && !part.options === !part.option_groups)
    problems.push({ text: 'must provide exactly one of options and option_groups', at });
  const offered = optionsOf(part);
  const initial = [...(part.initial_option ? [part.initial_option] : []), ...(part.initial_options ?? [])];
  if (!part.type.includes('external') && initial.some(one => !offered.some(other => isDeepStrictEqual(one, other))))
    problems.push({ text: 'initial option must be one of the options', at });
  if ((part.min_length ?? 0) > (part.max_length ?? LIMITS.inputLength))
    problems.push({ text: 'min_length must not be greater than max_length', at });
}

const written = (problems: Problem[]): string[] =>
  problems.map(({ text, at }) => `[ERROR] ${text} [json-pointer:${at || '/'}]`);

/** Problems of a message's blocks, as Slack words them; none when it would take them. */
export function checkMessageBlocks(blocks: unknown): string[] {
  const problems: Problem[] = [];
  list(byType(MESSAGE_BLOCKS), LIMITS.messageBlocks, 0)(blocks, '/blocks', problems);
  if (problems.length === 0) acrossFields(blocks as Block[], '/blocks', problems);
  return written(problems);
}

/** Problems of a view handed to views.open, push, update or publish. */
export function checkView(view: unknown, kinds: readonly ('modal' | 'home')[]): string[] {
  const problems: Problem[] = [];
  byType(only(VIEWS, kinds.join(' ')))(view, '/view', problems);
  if (problems.length > 0) return written(problems);
  const { blocks, type, submit } = view as { blocks: Block[]; type: string; submit?: unknown };
  acrossFields(blocks, '/view/blocks', problems);
  if (type === 'modal' && !submit && blocks.some(each => each.type === 'input'))
    problems.push({ text: 'missing required field: submit (needed with an input block)', at: '/view' });
  return written(problems);
}

/** Problems of what an app answers to a block_suggestion. */
export function checkSuggestions(answer: unknown): string[] {
  const problems: Problem[] = [];
  const groups = isThing(answer) && answer['option_groups'] !== undefined;
  const shape = groups
    ? object({ option_groups: list(optionGroup, LIMITS.optionGroups, 0) })
    : object({ options: list(option, LIMITS.selectOptions, 0) });
  shape(answer, '', problems);
  return written(problems);
}

/** How many characters of text the blocks hold in all, for `msg_blocks_too_long`. */
export function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textIn(each), 0);
  if (!isThing(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + (name === 'text' && typeof each === 'string' ? lengthOf(each) : textIn(each)),
    0,
  );
}

// One control for each kind of element that holds an answer. Menus and searches have files of their own; blocks.js gives every control its label.
import { el, newId } from './dom.js';
import { search } from './search.js';
import { drawText } from './text.js';
import { fromLocal, toLocal } from './time.js';

const describe = ids => ids.filter(Boolean).join(' ') || undefined;

/** What every control of one field says about itself. */
const spoken = ctx => ({
  id: ctx.id,
  'aria-describedby': describe([ctx.hintId, ctx.problemId]),
  'aria-required': ctx.isRequired ? 'true' : undefined,
  'aria-label': ctx.label,
  'data-spot': ctx.spot,
});

function typedField(element, ctx, more = {}) {
  const { place, block } = ctx;
  const isLong = element.multiline || element.type === 'rich_text_input';
  const node = el(isLong ? 'textarea' : 'input', {
    ...spoken(ctx),
    placeholder: element.placeholder?.text,
    autocomplete: 'off',
    rows: isLong ? 4 : undefined,
    ...(isLong ? {} : { type: 'text' }),
    ...more,
  });
  node.value = place.valueOf(block, element) ?? '';
  let timer;
  node.addEventListener('input', () => {
    place.typed(block, element, node.value);
    clearTimeout(timer);
    if (ctx.tells === 'letter') timer = setTimeout(() => place.done(block, element, node.value), 400);
  });
  node.addEventListener('change', () => {
    clearTimeout(timer);
    place.done(block, element, node.value);
  });
  node.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || isLong || ctx.tells !== 'enter') return;
    event.preventDefault();
    place.press(block, element, node.value);
  });
  return { node };
}

function picker(element, ctx, type, read, write) {
  const { place, block } = ctx;
  const node = el('input', { ...spoken(ctx), type });
  const standing = place.valueOf(block, element);
  node.value = standing ? read(standing) : '';
  node.addEventListener('change', () => place.done(block, element, node.value ? write(node.value) : null));
  return { node };
}

const same = value => value;
const optionOf = ({ text, value }, chosen) => el('option', { value, selected: chosen === value }, text.text);

function menu(element, ctx, groups) {
  const { place, block } = ctx;
  const chosen = place.valueOf(block, element);
  const isFilled = chosen !== null && chosen !== '';
  const node = el('select', spoken(ctx), el('option', { value: '' }, element.placeholder?.text ?? 'Choose…'));
  for (const { label, options } of groups) {
    const drawn = options.map(option => optionOf(option, isFilled ? chosen : undefined));
    node.append(...(label ? [el('optgroup', { label: label.text }, drawn)] : drawn));
  }
  node.addEventListener('change', () => {
    // Slack's own menus cannot be emptied where nothing else would be sent along.
    if (node.value !== '' || block.type === 'input') place.done(block, element, node.value || null);
  });
  return { node };
}

function boxes(element, ctx, groups, type) {
  const { place, block } = ctx;
  const name = newId('choice');
  const standing = [place.valueOf(block, element) ?? []].flat();
  const inputs = [];
  const most = element.max_selected_items ?? Infinity;
  const count = el('p', { class: 'hint', 'aria-live': 'polite' });
  const limit = () => {
    const chosen = inputs.filter(input => input.checked).length;
    if (most !== Infinity) count.textContent = `${chosen} of at most ${most} chosen`;
    for (const input of inputs) input.disabled = type === 'checkbox' && chosen >= most && !input.checked;
  };
  const changed = () => {
    limit();
    const chosen = inputs.filter(input => input.checked).map(input => input.value);
    place.done(block, element, type === 'radio' ? (chosen[0] ?? null) : chosen);
  };
  const line = option => {
    const hintId = option.description && newId('about');
    const textId = newId('option');
    const checked = standing.includes(option.value);
    const first = inputs.length === 0 ? ctx.id : newId('box');
    const attributes = {
      id: first,
      type,
      name,
      value: option.value,
      checked,
      'aria-labelledby': textId,
      'aria-describedby': hintId,
    };
    const input = el('input', { ...attributes, 'data-spot': `${ctx.spot}|${option.value}`, on: { change: changed } });
    inputs.push(input);
    const words = [el('span', { id: textId }, drawText(option.text, place.names))];
    if (option.description)
      words.push(el('span', { class: 'hint', id: hintId }, drawText(option.description, place.names)));
    return el('label', { class: 'box', for: first }, input, el('span', { class: 'box-words' }, words));
  };
  const drawn = groups.flatMap(({ label, options }) => [
    ...(label ? [el('p', { class: 'group-label' }, label.text)] : []),
    ...options.map(line),
  ]);
  limit();
  const isMany = inputs.length > 10;
  const list = el('div', { class: isMany ? 'boxes many' : 'boxes' }, drawn);
  return { node: most === Infinity ? list : el('div', {}, list, count), isGroup: true };
}

const groupsOf = element => element.option_groups ?? [{ options: element.options ?? [] }];
const asOption = (value, text) => ({ value, text: { type: 'plain_text', text } });
const people = ({ place }) => [
  { options: place.users.filter(user => !user.isBot && !user.deleted).map(user => asOption(user.id, user.realName)) },
];
const KINDS = { public: 'public', private: 'private' };
const channels = ({ place }, element, kinds = element.filter?.include) => [
  {
    options: place.channels
      .filter(channel => !kinds || kinds.includes(KINDS[channel.kind]))
      .map(channel => asOption(channel.id, `#${channel.name}`)),
  },
];

const files = () => ({ node: el('p', { class: 'hint' }, 'Files cannot be added in this demo.') });

const CONTROLS = {
  plain_text_input: (element, ctx) => typedField(element, ctx),
  email_text_input: (element, ctx) => typedField(element, ctx, { type: 'email', inputmode: 'email' }),
  url_text_input: (element, ctx) => typedField(element, ctx, { type: 'url', inputmode: 'url' }),
  // Not type="number": what is no number must stay to be read and mended.
  number_input: (element, ctx) =>
    typedField(element, ctx, { inputmode: element.is_decimal_allowed ? 'decimal' : 'numeric', class: 'short' }),
  rich_text_input: (element, ctx) => typedField(element, ctx),
  file_input: files,
  static_select: (element, ctx) => menu(element, ctx, groupsOf(element)),
  users_select: (element, ctx) => menu(element, ctx, people(ctx)),
  channels_select: (element, ctx) => menu(element, ctx, channels(ctx, element, ['public'])),
  conversations_select: (element, ctx) => menu(element, ctx, channels(ctx, element)),
  multi_static_select: (element, ctx) => boxes(element, ctx, groupsOf(element), 'checkbox'),
  multi_users_select: (element, ctx) => boxes(element, ctx, people(ctx), 'checkbox'),
  multi_channels_select: (element, ctx) => boxes(element, ctx, channels(ctx, element, ['public']), 'checkbox'),
  multi_conversations_select: (element, ctx) => boxes(element, ctx, channels(ctx, element), 'checkbox'),
  external_select: (element, ctx) => search(element, ctx, spoken(ctx)),
  multi_external_select: (element, ctx) => search(element, ctx, spoken(ctx)),
  radio_buttons: (element, ctx) => boxes(element, ctx, groupsOf(element), 'radio'),
  checkboxes: (element, ctx) => boxes(element, ctx, groupsOf(element), 'checkbox'),
  datepicker: (element, ctx) => picker(element, ctx, 'date', same, same),
  timepicker: (element, ctx) => picker(element, ctx, 'time', same, same),
  datetimepicker: (element, ctx) => {
    const zone = ctx.place.zone;
    const [read, write] = [seconds => toLocal(seconds, zone), local => fromLocal(local, zone)];
    return picker(element, ctx, 'datetime-local', read, write);
  },
};

/** The control of an element: its node, and whether it is a group of several; undefined for what holds no answer. */
export const drawControl = (element, ctx) => CONTROLS[element.type]?.(element, ctx);

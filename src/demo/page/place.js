// One place where things are pressed and filled: the window on top, the home view, or a message. Keeps what is typed until it is sent.

const SELECTED = /^selected_(users|channels|conversations|user|channel|conversation|date|time|date_time)$/;
const wordsIn = value =>
  typeof value === 'object' && value !== null
    ? (value.text ?? '') + Object.values(value).filter(Array.isArray).flat().map(wordsIn).join('')
    : '';

/** What a value of Slack's holds, in the form in which it is sent back: a text, an option's value, an id, or a list of them. */
function simple(value) {
  if (!value) return null;
  if (value.selected_options) return value.selected_options.map(option => option.value);
  if ('selected_option' in value) return value.selected_option?.value ?? null;
  if (value.rich_text_value) return wordsIn(value.rich_text_value);
  const name = Object.keys(value).find(each => SELECTED.test(each)) ?? 'value';
  return value[name] ?? null;
}

const initial = element => {
  const { initial_option: option, initial_options: options } = element;
  if (option || options) return option ? option.value : options.map(each => each.value);
  const name = Object.keys(element).find(each => each.startsWith('initial_'));
  return name === 'initial_value' && typeof element[name] === 'object'
    ? wordsIn(element[name])
    : (element[name] ?? null);
};

/** Whether the app asked to hear of each change in this field. */
export const tellsAtOnce = (block, element) => {
  if (block.type !== 'input') return 'choice';
  if (!block.dispatch_action) return undefined;
  if (!element.type.includes('input')) return 'choice';
  const on = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  return on.includes('on_character_entered') ? 'letter' : 'enter';
};

const optionsIn = value => [value?.selected_option, ...(value?.selected_options ?? [])].filter(Boolean);

/** A place; `act` does something as the person who sits here, `confirm` asks them first. */
export function newPlace({ where, headingLevel, zone, names, users, channels, act, confirm }) {
  const drafts = new Map();
  const unsent = new Map();
  const labels = new Map();
  let values = {};
  const keyOf = (block, element) => `${block.block_id}\n${element.action_id}\n${element.type}`;
  const fill = async (block, element, value) => {
    const mine = unsent.get(block.block_id);
    await act({ do: 'fill', where, values: { [block.block_id]: value } }, { quiet: !tellsAtOnce(block, element) });
    if (unsent.get(block.block_id) === mine) unsent.delete(block.block_id);
  };
  const place = {
    ...{ where, headingLevel, zone, names, users, channels, labels },
    /** Takes in what the demo says stands in the fields; what is typed here goes before it. */
    setValues: (now = {}) => {
      values = now;
      for (const one of Object.values(now).flatMap(Object.values).flatMap(optionsIn)) labels.set(one.value, one);
    },
    /** Forgets what was typed in fields that are gone. */
    forgetOthers: blocks => {
      const ids = new Set(blocks.map(block => block.block_id));
      for (const each of [...drafts.keys()]) if (!ids.has(each.split('\n')[0])) drafts.delete(each);
      for (const each of [...unsent.keys()]) if (!ids.has(each)) unsent.delete(each);
    },
    valueOf: (block, element) => {
      const standing = values[block.block_id]?.[element.action_id];
      const known = standing ? simple(standing) : initial(element);
      return drafts.has(keyOf(block, element)) ? drafts.get(keyOf(block, element)) : known;
    },
    /** Something was typed or chosen; it is sent when the person has finished with the field. */
    typed: (block, element, value) => {
      drafts.set(keyOf(block, element), value);
      if (block.type === 'input') unsent.set(block.block_id, value);
    },
    done: async (block, element, value) => {
      place.typed(block, element, value);
      if (block.type !== 'input') await place.press(block, element, value);
      else if (tellsAtOnce(block, element) !== 'enter') await fill(block, element, value);
    },
    unsent: () => Object.fromEntries(unsent),
    /** Sends what is typed, so that the app sees it with the press. */
    flush: async () => {
      const all = place.unsent();
      if (Object.keys(all).length > 0) await act({ do: 'fill', where, values: all }, { quiet: true });
      unsent.clear();
    },
    press: async (block, element, value) => {
      if (element.confirm && !(await confirm(element.confirm, names))) return undefined;
      unsent.delete(block.block_id);
      await place.flush();
      return act({ do: 'press', where, action: element.action_id, block: block.block_id, value });
    },
    suggest: (block, query) => act({ do: 'suggest', where, block: block.block_id, query }, { quiet: true }),
  };
  return place;
}

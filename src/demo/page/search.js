// A search field that the app fills: type a few letters, choose from what comes back, by keyboard or finger; one choice or several.
import { el, icon, newId } from './dom.js';

const PAUSE_MS = 250;

/** The control of an external select. */
export function search(element, ctx, spoken) {
  const { place, block } = ctx;
  const isMulti = element.type.startsWith('multi');
  const least = element.min_query_length ?? 3;
  const most = isMulti ? (element.max_selected_items ?? Infinity) : 1;
  const listId = newId('found');
  let chosen = [place.valueOf(block, element) ?? []].flat();
  let found = [];
  let active = -1;
  let timer;
  const chips = el('ul', { class: 'chips', 'aria-label': 'Chosen' });
  const list = el('ul', { id: listId, role: 'listbox', 'aria-label': 'Found', class: 'found', hidden: true });
  const said = el('p', { class: 'hint', role: 'status' });
  const input = el('input', {
    ...spoken,
    ...{
      type: 'text',
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-autocomplete': 'list',
    },
    placeholder: element.placeholder?.text ?? 'Type to search',
    autocomplete: 'off',
  });

  const label = value => place.labels.get(value)?.text.text ?? value;
  function drawChips() {
    const remove = value =>
      el(
        'button',
        {
          type: 'button',
          class: 'chip-remove',
          'aria-label': `Remove ${label(value)}`,
          on: { click: () => take(value) },
        },
        icon('close'),
      );
    chips.replaceChildren(...chosen.map(value => el('li', { class: 'chip' }, label(value), remove(value))));
    chips.hidden = chosen.length === 0;
    input.hidden = chosen.length >= most;
  }
  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function changed() {
    drawChips();
    place.done(block, element, isMulti ? chosen : (chosen[0] ?? null));
  }
  function take(value) {
    chosen = chosen.filter(each => each !== value);
    changed();
    input.focus();
  }
  function choose(option) {
    place.labels.set(option.value, option);
    chosen = isMulti ? [...new Set([...chosen, option.value])] : [option.value];
    input.value = '';
    said.textContent = `${option.text.text} chosen.`;
    close();
    changed();
    (input.hidden ? chips.querySelector('button') : input)?.focus();
  }
  function mark(index) {
    active = index;
    for (const [nth, node] of [...list.children].entries()) node.setAttribute('aria-selected', String(nth === index));
    const node = list.children[index];
    if (node) input.setAttribute('aria-activedescendant', node.id);
    node?.scrollIntoView({ block: 'nearest' });
  }
  function draw(options) {
    found = options.filter(option => !chosen.includes(option.value));
    const item = option =>
      el(
        'li',
        {
          ...{ id: newId('option'), role: 'option', 'aria-selected': 'false' },
          // Pressing the mouse must not take the focus out of the field first.
          on: { mousedown: event => event.preventDefault(), click: () => choose(option) },
        },
        option.text.text,
        option.description ? el('span', { class: 'hint' }, option.description.text) : undefined,
      );
    list.replaceChildren(...found.map(item));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    said.textContent = found.length === 0 ? 'Nobody and nothing found. Try other letters.' : `${found.length} found.`;
    active = -1;
  }
  async function ask() {
    const query = input.value.trim();
    if ([...query].length < least) {
      close();
      said.textContent = query === '' ? '' : `Type at least ${least} letters.`;
      return;
    }
    const answer = await ctx.suggest(query);
    if (input.value.trim() !== query || !input.isConnected) return;
    if (answer && !answer.error) draw(answer.options);
    else said.textContent = 'The search did not answer. Please try again.';
  }
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  // What is left of a search is no answer, and must not be taken for one.
  input.addEventListener('change', event => event.stopPropagation());
  input.addEventListener('blur', () => setTimeout(close, 150));
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') event.preventDefault();
    if (list.hidden) return;
    if (step) {
      event.preventDefault();
      mark((active + step + found.length) % found.length);
    } else if (event.key === 'Enter' && found[active]) choose(found[active]);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      close();
    }
  });
  drawChips();
  return { node: el('div', { class: 'search' }, chips, input, list, said) };
}

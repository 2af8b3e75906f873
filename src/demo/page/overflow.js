// A "more" menu behind three dots, by mouse, finger or keyboard.
import { el, icon, newId } from './dom.js';

/** The button of an overflow element, with its menu. */
export function overflow(element, { block, place, aboutId, spot }) {
  const menuId = newId('menu');
  const opener = el(
    'button',
    {
      ...{ type: 'button', class: 'button quiet', 'aria-label': 'More', 'aria-haspopup': 'menu', 'data-spot': spot },
      ...{ 'aria-expanded': 'false', 'aria-controls': menuId, 'aria-describedby': aboutId },
    },
    icon('more'),
  );
  const close = () => {
    menu.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  };
  const choose = option => {
    close();
    opener.focus();
    if (/^https?:/i.test(option.url ?? '')) window.open(option.url, '_blank', 'noreferrer');
    place.press(block, element, option.value);
  };
  const items = element.options.map(option =>
    el(
      'button',
      { type: 'button', role: 'menuitem', tabindex: '-1', on: { click: () => choose(option) } },
      option.text.text,
      option.description ? el('span', { class: 'hint' }, option.description.text) : undefined,
    ),
  );
  const menu = el('div', { id: menuId, role: 'menu', 'aria-label': 'More', class: 'menu', hidden: true }, items);
  const open = () => {
    menu.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    items[0].focus();
  };
  opener.addEventListener('click', () => (menu.hidden ? open() : close()));
  menu.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = items.indexOf(document.activeElement);
    if (step) items[(at + step + items.length) % items.length].focus();
    else if (event.key === 'Escape') {
      close();
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const around = el('div', { class: 'overflow' }, opener, menu);
  around.addEventListener('focusout', event => {
    if (!around.contains(event.relatedTarget)) close();
  });
  return around;
}

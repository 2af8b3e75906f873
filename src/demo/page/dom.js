// Small helpers to make and keep elements. Text always goes in as text, never as markup; what to draw is up to the other files.

const isChild = child => child !== undefined && child !== null && child !== false;

/** A new element. `on` holds listeners; true sets a bare attribute; undefined, null and false leave it out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') for (const [event, listen] of Object.entries(value)) node.addEventListener(event, listen);
    else if (value === true) node.setAttribute(name, '');
    else if (isChild(value)) node.setAttribute(name, String(value));
  }
  node.append(...children.flat(9).filter(isChild));
  return node;
}

let counted = 0;
/** An id no other element has. */
export const newId = (what = 'x') => `${what}-${++counted}`;

/** A picture from a short list of our own, hidden from screen readers: the words beside it say the same. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 24 24',
    class: `icon icon-${name}`,
    'aria-hidden': 'true',
  }))
    svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

const ICONS = {
  home: 'M4 11l8-7 8 7v9h-5v-6h-6v6H4z',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  hash: 'M9 4L7 20M17 4l-2 16M4 9h16M3.500 15h16',
  posts: 'M4 6h16M4 11h16M4 16h9',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  down: 'M6 9l6 6 6-6',
  send: 'M4 12l16-7-6 15-3-6z',
  pin: 'M9 4h6l-1 7 3 3H7l3-3zM12 14v6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  eye: 'M2.500 12S6 6 12 6s9.500 6 9.500 6-3.500 6-9.500 6-9.500-6-9.500-6zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2',
};

/**
 * Brings the children of `parent` in line with `wanted` ({key, mark, make}): what has the same key and mark stays as it is,
 * untouched, so that focus, scrolling and half-typed words survive.
 */
export function keep(parent, wanted) {
  const keys = new Set(wanted.map(each => each.key));
  for (const node of [...parent.children]) if (!keys.has(node.kept?.key)) node.remove();
  const there = new Map([...parent.children].map(node => [node.kept.key, node]));
  let cursor = parent.firstElementChild;
  for (const { key, mark, make } of wanted) {
    const before = there.get(key);
    const node = before?.kept.mark === mark ? before : make();
    node.kept = { key, mark };
    if (before && before !== node) {
      if (cursor === before) cursor = node;
      before.replaceWith(node);
    }
    if (node === cursor) cursor = node.nextElementSibling;
    else parent.insertBefore(node, cursor);
  }
}

/** What can take the focus, in order. */
export const focusables = root =>
  [
    ...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])'),
  ].filter(node => !node.disabled && node.checkVisibility());

const nameOf = node => node.getAttribute('aria-label') ?? node.textContent;

/** Remembers where the focus is; the answer puts it back there, or on what reads the same if that was drawn anew. */
export function rememberFocus(root) {
  const node = document.activeElement;
  if (!node || node === document.body || !root.contains(node)) return () => false;
  const { spot } = node.dataset;
  const name = nameOf(node);
  return () => {
    if (node.isConnected) node.focus();
    else {
      const all = focusables(root);
      const same = all.find(one => spot && one.dataset.spot === spot) ?? all.find(one => name && nameOf(one) === name);
      same?.focus();
    }
    return document.activeElement !== document.body && root.contains(document.activeElement);
  };
}

/** Keeps the Tab key inside a dialog. */
export function keepTabInside(dialog) {
  dialog.addEventListener('keydown', event => {
    if (event.key !== 'Tab') return;
    const all = focusables(dialog);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    const isOutside = !all.includes(document.activeElement) && event.shiftKey;
    if (all.length === 0 || (document.activeElement !== edge && !isOutside)) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0]).focus();
  });
}

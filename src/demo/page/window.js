// The window an app has opened: a real dialog, one above the other as far as the person can see only the top one. Its blocks are drawn by blocks.js.
import { blocksToKeep, showProblems } from './blocks.js';
import { el, icon, keep, keepTabInside, newId, rememberFocus } from './dom.js';
import { newPlace } from './place.js';
import { confirm, hush, saidHere, say } from './say.js';
import { act, names, refresh, state, zone } from './state.js';

const places = new Map();
let open;

function placeOf(view) {
  if (!places.has(view.id)) {
    const { users, channels } = state.world;
    places.set(
      view.id,
      newPlace({ where: 'view', headingLevel: 3, zone: zone(), names, users, channels, act, confirm }),
    );
  }
  return places.get(view.id);
}

const closeTop = all => act({ do: 'close', all });

async function submit(shown) {
  if (shown.form.getAttribute('aria-busy') === 'true') return;
  shown.form.setAttribute('aria-busy', 'true');
  const seen = await act({ do: 'submit', values: shown.place.unsent() });
  shown.form.removeAttribute('aria-busy');
  await refresh();
  const count = Object.keys(seen?.problems ?? {}).length;
  if (open !== shown) return;
  if (count === 0) return hush(shown.dialog);
  say(count === 1 ? 'One answer needs another look.' : `${count} answers need another look.`);
  shown.form.querySelector('[aria-invalid]')?.focus();
}

function build() {
  const titleId = newId('title');
  const shown = {
    form: undefined,
    title: el('h2', { id: titleId, tabindex: '-1' }),
    body: el('div', { class: 'blocks' }),
  };
  const close = el(
    'button',
    { type: 'button', class: 'button quiet', 'aria-label': 'Close', title: 'Close' },
    icon('close'),
  );
  close.addEventListener('click', () => closeTop(true));
  shown.trouble = el('p', { class: 'trouble', role: 'alert' });
  shown.foot = el('footer', {});
  shown.form = el(
    'form',
    { novalidate: true, on: { submit: event => event.preventDefault() } },
    el('header', {}, shown.title, close),
    el('div', { class: 'scroll' }, shown.trouble, shown.body),
    saidHere(),
    shown.foot,
  );
  shown.form.addEventListener('submit', () => shown.view.submit && submit(shown));
  shown.dialog = el('dialog', { class: 'window', 'aria-labelledby': titleId }, shown.form);
  shown.dialog.addEventListener('cancel', event => event.preventDefault());
  shown.dialog.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    closeTop(false);
  });
  keepTabInside(shown.dialog);
  return shown;
}

function drawFoot(shown, view, depth) {
  const label = view.close?.text ?? (depth > 1 ? 'Back' : 'Close');
  const items = [{ key: 'close', mark: label, make: () => el('button', { type: 'button', class: 'button' }, label) }];
  if (view.submit) {
    const text = view.submit.text;
    const make = () => el('button', { type: 'submit', class: 'button primary' }, text);
    items.push({ key: 'submit', mark: text, make });
  }
  keep(shown.foot, items);
  shown.foot.firstElementChild.onclick = () => closeTop(false);
}

function begin(shown, isNew, back) {
  const first = shown.form.querySelector('[data-first] :is(input, select, textarea)');
  if (!isNew && back()) return;
  shown.form.querySelector('.scroll').scrollTop = 0;
  (first ?? shown.title).focus();
}

function draw(shown, view, depth) {
  const isNew = shown.view?.id !== view.id;
  const isTurned = isNew || shown.view.hash !== view.hash;
  const isOther = isNew || shown.view.title?.text !== view.title?.text;
  const back = rememberFocus(shown.dialog);
  if (isNew) shown.body.replaceChildren();
  shown.place = placeOf(view);
  shown.place.setValues(view.state.values);
  shown.view = view;
  shown.title.textContent = view.title?.text ?? '';
  if (isTurned) shown.place.forgetOthers(view.blocks);
  keep(shown.body, blocksToKeep(view.blocks, shown.place));
  drawFoot(shown, view, depth);
  showProblems(shown.body, view.errors);
  const trouble = view.failure ? 'Mentor did not answer in time. What you wrote is still here; please try again.' : '';
  if (shown.trouble.textContent !== trouble) shown.trouble.textContent = trouble;
  shown.trouble.hidden = trouble === '';
  if (isTurned) begin(shown, isOther, back);
}

function shut() {
  const { dialog, back, person } = open;
  open = undefined;
  dialog.close();
  dialog.remove();
  const main = document.querySelector('#main');
  // What opened the window may have been drawn anew meanwhile, or belong to somebody else.
  if (person !== state.me || !back()) (main.querySelector('.composer input') ?? main).focus();
}

/** Shows the window that is open for the person at the page, if there is one. */
export function drawWindow() {
  const { world, me } = state;
  if (open && (open.person !== me || (world && !world.view))) shut();
  if (!world?.view) return;
  if (!open) {
    const back = rememberFocus(document.body);
    open = Object.assign(build(), { back, person: me });
    document.body.append(open.dialog);
    open.dialog.showModal();
  }
  draw(open, world.view, world.depth);
}

// The dialog a bot has opened in Teams (a task module): one at a time, a card in it, and the client's own close button.
import { el, icon, keepTabInside, newId, rememberFocus } from './dom.js';
import { hush, saidHere, say } from './say.js';
import { act, refresh, state } from './state.js';
import { drawCard } from './teams-cards.js';

let open;
let toast;

async function press(shown, action, values) {
  const seen = await act({ do: 'press', where: 'dialog', action, values });
  await refresh();
  if (open !== shown) return;
  const needsLook = seen?.problems || JSON.stringify(shown.card ?? '').includes('"Attention"');
  if (needsLook) say('Something here needs another look.');
  else if (seen?.ok) hush(shown.dialog);
}

function build() {
  const titleId = newId('title');
  const shown = { title: el('h2', { id: titleId, tabindex: '-1' }), body: el('div', { class: 'task-body' }) };
  const close = el(
    'button',
    { type: 'button', class: 'button quiet', 'aria-label': 'Close', title: 'Close' },
    icon('close'),
  );
  close.addEventListener('click', () => act({ do: 'close' }));
  shown.trouble = el('p', { class: 'trouble', role: 'alert', hidden: true });
  shown.dialog = el(
    'dialog',
    { class: 'window task', 'aria-labelledby': titleId },
    el('header', {}, el('img', { src: 'logo.svg', alt: '', class: 'task-logo' }), shown.title, close),
    el('div', { class: 'scroll' }, shown.trouble, shown.body),
    saidHere(),
  );
  shown.dialog.addEventListener('cancel', event => event.preventDefault());
  shown.dialog.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    act({ do: 'close' });
  });
  keepTabInside(shown.dialog);
  return shown;
}

function draw(shown, dialog) {
  const { title, card, failure = '' } = dialog;
  if (shown.trouble.textContent !== failure) shown.trouble.textContent = failure;
  shown.trouble.hidden = failure === '';
  const mark = JSON.stringify([title, card]);
  if (shown.mark === mark) return;
  const isOther = shown.title.textContent !== title;
  const back = rememberFocus(shown.body);
  Object.assign(shown, { mark, card });
  shown.title.textContent = title;
  shown.body.replaceChildren(drawCard(card, (action, values) => press(shown, action, values)));
  shown.dialog.querySelector('.scroll').scrollTop = 0;
  if (isOther || !back()) shown.title.focus();
}

function shut() {
  const { dialog, back, person } = open;
  open = undefined;
  dialog.close();
  dialog.remove();
  const main = document.querySelector('#main');
  // What opened the dialog may have been drawn anew meanwhile, or belong to somebody else.
  if (person !== state.me || !back()) (main.querySelector('.composer input') ?? main).focus();
}

/** What the client shows for a moment. */
function drawToast(now) {
  if (now && now !== toast) say(now);
  toast = now;
}

/** Shows the dialog that is open for the person at the page, if there is one. */
export function drawWindow() {
  const { world, me } = state;
  if (open && (open.person !== me || (world && !world.dialog))) shut();
  if (world) drawToast(world.toast ?? undefined);
  if (!world?.dialog) return;
  if (!open) {
    const back = rememberFocus(document.body);
    open = Object.assign(build(), { back, person: me });
    document.body.append(open.dialog);
    open.dialog.showModal();
  }
  draw(open, world.dialog);
}

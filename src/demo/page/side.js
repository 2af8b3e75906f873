// The column on the left (a drawer on a phone): who one is, for whom there is news, and the places one can look at.
import { el, icon, keep } from './dom.js';
import { avatar, choosePerson, meNow, newMark, others } from './people.js';
import { placesOf } from './places.js';
import { isFramed } from './sides.js';
import { hrefOf, state } from './state.js';

const side = document.querySelector('#side');
const who = document.querySelector('#who');
const news = document.querySelector('#news');
const places = document.querySelector('#places');
const toggle = document.querySelector('#menu');

const isPhone = matchMedia('(max-width: 760px)');

function setDrawer(isOpen) {
  document.body.classList.toggle('drawer-open', isOpen && isPhone.matches);
  toggle.setAttribute('aria-expanded', String(isOpen && isPhone.matches));
  side.inert = isPhone.matches && !isOpen;
  document.querySelector('#centre').inert = isPhone.matches && isOpen;
}

/** Wires the drawer and the person's button, once. */
export function openSide() {
  toggle.addEventListener('click', () => setDrawer(toggle.getAttribute('aria-expanded') !== 'true'));
  document.querySelector('#shade').addEventListener('click', () => setDrawer(false));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || toggle.getAttribute('aria-expanded') !== 'true') return;
    setDrawer(false);
    toggle.focus();
  });
  addEventListener('hashchange', () => setDrawer(false));
  isPhone.addEventListener('change', () => setDrawer(false));
  who.addEventListener('click', choosePerson);
  setDrawer(false);
}

function drawNews() {
  const users = others();
  news.hidden = users.length === 0;
  const one = user => ({
    key: user.id,
    mark: user.realName,
    make: () =>
      el('li', {}, el('a', { href: hrefOf(user.id, 'dm'), class: 'news-person' }, avatar(user), user.realName)),
  });
  keep(news.querySelector('ul'), users.slice(0, 6).map(one));
  const rest = users.length - 6;
  news.querySelector('p').textContent = rest > 0 ? `and ${rest} more` : '';
}

/** Draws the column for whoever sits here. */
export function drawSide() {
  if (!state.all) return;
  const me = meNow();
  side.classList.toggle('nobody', !me);
  const mark = me ? [me.realName, me.title] : [];
  if (who.dataset.mark !== mark.join('\n')) {
    who.dataset.mark = mark.join('\n');
    const words = el(
      'span',
      { class: 'person-words' },
      el('strong', {}, me?.realName ?? ''),
      el('span', {}, me?.title ?? ''),
    );
    who.replaceChildren(el('span', { class: 'unseen' }, 'You are '), avatar(me), words, icon('down'));
    who.append(el('span', { class: 'unseen' }, '. Be somebody else'));
    // Beside the other side there is little room, and who one is here must be plain.
    if (isFramed) toggle.replaceChildren(`${me?.realName ?? ''}: menu`);
  }
  drawNews();
  const dot = toggle.querySelector('.new-mark');
  const isNew = others().length > 0;
  if (isNew && !dot) toggle.append(newMark());
  if (!isNew) dot?.remove();
  keep(places, state.world ? placesOf(state.world) : []);
}

// The column on the left (a drawer on a phone): who one is, for whom there is news, and the places one can look at.
import { el, icon, keep } from './dom.js';
import { seenUpTo } from './marks.js';
import { avatar, choosePerson, meNow, newMark, others } from './people.js';
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

const isOther = message => message.user !== state.me;
const unread = (at, messages) =>
  messages.filter(each => isOther(each) && Number(each.ts) > seenUpTo(state.me, at)).length;

function entry(at, sign, label, count, more = '') {
  const isHere = state.at === at;
  const make = () =>
    el(
      'a',
      { href: hrefOf(state.me, at), 'aria-current': isHere ? 'page' : undefined, class: `place ${more}` },
      icon(sign),
      el('span', { class: 'place-name' }, label),
      count > 0 ? el('span', { class: 'count' }, String(count), el('span', { class: 'unseen' }, ' new')) : undefined,
    );
  return { key: at, mark: JSON.stringify([state.me, isHere, label, count, sign]), make };
}

const title = (key, text) => ({ key, mark: text, make: () => el('h2', {}, text) });

function wantedPlaces({ channels, dm }) {
  const channel = ({ id, name, kind, isMember, messages }) =>
    entry(`channel:${id}`, kind === 'private' ? 'lock' : 'hash', name, unread(id, messages), isMember ? '' : 'outside');
  return [
    title('app', 'Mentor'),
    entry('home', 'home', 'Home', 0),
    entry('dm', 'chat', 'Messages', unread('dm', dm.messages)),
    title('channels', 'Channels'),
    ...channels.map(channel),
  ];
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
  }
  drawNews();
  const dot = toggle.querySelector('.new-mark');
  const isNew = others().length > 0;
  if (isNew && !dot) toggle.append(newMark());
  if (!isNew) dot?.remove();
  if (state.world) keep(places, wantedPlaces(state.world));
}

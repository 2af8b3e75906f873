// The people of the workspace: who somebody can be, with what is new for each of them.
import { el, icon } from './dom.js';
import { hasNews } from './marks.js';
import { openDialog } from './say.js';
import { hrefOn, isFramed, readSides, side } from './sides.js';
import { hrefOf, person, state } from './state.js';

const initials = name =>
  name
    .split(/\s+/)
    .map(part => part[0])
    .filter((_, nth, all) => nth === 0 || nth === all.length - 1)
    .join('');

const toneOf = id => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 8;

/** A round sign with a person's initials; the bot has its own. */
export const avatar = user =>
  user?.isBot
    ? el('img', { src: 'logo.svg', alt: '', class: 'avatar' })
    : el(
        'span',
        { class: `avatar tone-${toneOf(user?.id ?? '')}`, 'aria-hidden': 'true' },
        initials(user?.realName ?? '?'),
      );

export const newMark = () => el('span', { class: 'new-mark' }, 'New');

const humans = () => state.all.users.filter(user => !user.isBot && !user.deleted);
/** Those in a private channel of the bot: the co-ordinators. */
const isInside = user => Object.keys(state.all.latest[user.id] ?? {}).some(place => place !== 'dm');
export const others = () =>
  humans().filter(user => user.id !== state.me && hasNews(user.id, state.all.latest[user.id]));

function entry(user) {
  const isMe = user.id === state.me;
  return el(
    'li',
    {},
    el(
      'a',
      { href: hrefOf(user.id, 'home'), class: 'person', 'aria-current': isMe ? 'true' : undefined },
      avatar(user),
      el('span', { class: 'person-words' }, el('strong', {}, user.realName), el('span', { class: 'soft' }, user.title)),
      !isMe && hasNews(user.id, state.all.latest[user.id]) ? newMark() : undefined,
    ),
  );
}

/** Everybody one can be: co-ordinators, then technicians. */
export function peopleList(level) {
  const group = (label, users) =>
    users.length > 0 && el('section', {}, el(`h${level}`, {}, label), el('ul', { class: 'people' }, users.map(entry)));
  const inside = humans().filter(isInside);
  const outside = humans().filter(user => !isInside(user));
  return el('div', { class: 'people-groups' }, group('Co-ordinators', inside), group('Technicians', outside));
}

const SIDE_NAMES = { slack: 'Slack', teams: 'Teams' };

/** Those on the other side of the same scheme, as a list of links; undefined where there is none, or it is shown beside. */
export async function otherPeople(level) {
  const other = side === 'slack' ? 'teams' : 'slack';
  const users = (await readSides())[other];
  if (!users || isFramed) return undefined;
  const one = ({ id, name, title }) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: hrefOn(other, id, 'home'), class: 'person' },
        avatar({ id, realName: name }),
        el('span', { class: 'person-words' }, el('strong', {}, name), el('span', { class: 'soft' }, title)),
      ),
    );
  return el(
    'section',
    { class: 'people-groups' },
    el(`h${level}`, {}, `In the same scheme, in ${SIDE_NAMES[other]}`),
    el('ul', { class: 'people' }, users.map(one)),
  );
}

/** Lets somebody choose who they are. */
export function choosePerson() {
  const close = el('button', { type: 'button', class: 'button quiet', 'aria-label': 'Close' }, icon('close'));
  const others = el('div', {});
  const dialog = el(
    'dialog',
    { class: 'choose', 'aria-labelledby': 'choose-title' },
    el('header', {}, el('h2', { id: 'choose-title' }, 'Who would you like to be?'), close),
    el('div', { class: 'scroll' }, peopleList(3), others),
  );
  otherPeople(3).then(list => list && others.replaceChildren(list));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', event => event.target.closest('a') && dialog.close());
  openDialog(dialog, dialog.querySelector('[aria-current]') ?? close);
}

export const meNow = () => person(state.me);

// The messages of a channel or of the chat with the bot, with those only this person sees; drawn once, kept as long as they do not change.
import { blocksToKeep } from './blocks.js';
import { el, icon, keep } from './dom.js';
import { avatar } from './people.js';
import { newPlace } from './place.js';
import { confirm } from './say.js';
import { act, names, person, state, zone } from './state.js';
import { drawText } from './text.js';
import { dayOf, msOf, timeOf } from './time.js';

const CLOSE_TOGETHER_MS = 5 * 60_000;

function body(message) {
  const { users, channels } = state.world;
  const place = newPlace({ where: message.ts, headingLevel: 3, zone: zone(), names, users, channels, act, confirm });
  const node = el('div', { class: 'blocks' });
  if (message.blocks?.length) keep(node, blocksToKeep(message.blocks, place));
  else node.append(el('div', { class: 'block text' }, drawText(message.text, names)));
  return node;
}

const fileLink = ({ id, title, name, size }) =>
  el(
    'a',
    { class: 'file', href: `/demo/file/${id}`, download: name },
    icon('file'),
    el('span', {}, title || name),
    el('span', { class: 'soft' }, `${Math.max(1, Math.round(size / 1024))} KB`),
  );

function note(message, isOwn, isPinned) {
  if (isOwn) {
    const dismiss = () => act({ do: 'dismiss', ts: message.ts });
    return el(
      'p',
      { class: 'only-you' },
      icon('eye'),
      'Only visible to you',
      el('button', { type: 'button', class: 'button quiet small', on: { click: dismiss } }, 'Dismiss'),
    );
  }
  return isPinned ? el('p', { class: 'only-you' }, icon('pin'), 'Pinned to this channel') : undefined;
}

function draw({ message, isOwn, isPinned, isFollowing }) {
  const author = person(message.user);
  const name = author?.realName ?? 'Somebody';
  const ms = msOf(message.ts);
  const stamp = el('time', { datetime: new Date(ms).toISOString(), class: 'soft' }, timeOf(ms, zone()));
  const kind = ['message', isOwn && 'own', isFollowing && 'following', message.thread_ts && 'reply'];
  return el(
    'article',
    { class: kind.filter(Boolean).join(' '), 'aria-label': `${name}, ${timeOf(ms, zone())}`, 'data-ts': message.ts },
    avatar(author),
    el(
      'div',
      { class: 'message-body' },
      note(message, isOwn, isPinned),
      el(
        'p',
        { class: 'author' },
        el('strong', {}, name),
        author?.isBot ? el('span', { class: 'tag' }, 'app') : undefined,
        stamp,
        message.edited ? el('span', { class: 'soft' }, '(edited)') : undefined,
      ),
      body(message),
      message.files?.length ? el('div', { class: 'files' }, message.files.map(fileLink)) : undefined,
    ),
  );
}

const line = (key, text, name) => ({ key, mark: text, make: () => el('h2', { class: name }, text) });

/** What `keep` needs to draw a place's messages: days between them, and a line where the new ones begin. */
export function messagesToKeep({ messages, own, pins = [], isNew }) {
  const all = [...messages.map(message => ({ message })), ...own.map(message => ({ message, isOwn: true }))];
  all.sort((a, b) => Number(a.message.ts) - Number(b.message.ts));
  const wanted = [];
  let before;
  let isNewDrawn = false;
  for (const { message, isOwn = false } of all) {
    const ms = msOf(message.ts);
    const day = dayOf(ms, zone());
    if (!before || dayOf(msOf(before.ts), zone()) !== day) wanted.push(line(`day ${day}`, day, 'day'));
    const isFirstNew = !isNewDrawn && !isOwn && message.user !== state.me && isNew(Number(message.ts));
    if (isFirstNew) wanted.push(line('new', 'New', 'day new'));
    isNewDrawn ||= isFirstNew;
    const last = wanted.at(-1);
    const isFollowing =
      before?.user === message.user && !isOwn && last.key === before.ts && ms - msOf(before.ts) < CLOSE_TOGETHER_MS;
    const drawn = { message, isOwn, isPinned: pins.includes(message.ts), isFollowing };
    wanted.push({ key: message.ts, mark: JSON.stringify(drawn), make: () => draw(drawn) });
    before = message;
  }
  return wanted;
}

// What stands in the middle on the Teams side: the welcome, the chat with the bot, or a channel with its posts and their answers.
import { composer, teamsTalk } from './composer.js';
import { el, icon, keep, rememberFocus } from './dom.js';
import { seenUpTo, seeUpTo } from './marks.js';
import { heading, isNear, main, paneWith, welcome } from './pane-parts.js';
import { avatar } from './people.js';
import { act, person, state, zone } from './state.js';
import { drawCard } from './teams-cards.js';
import { markup, typedText } from './teams-text.js';
import { dayOf, msOf, timeOf } from './time.js';

function offer(file, message) {
  const press = action => () => act({ do: 'file', action, message: message.id });
  const size = file.size ? `${Math.max(1, Math.round(file.size / 1024))} KB` : '';
  return el(
    'div',
    { class: 'file' },
    icon('file'),
    el('span', {}, file.name),
    el('span', { class: 'soft' }, size),
    el('button', { type: 'button', class: 'button primary small', on: { click: press('accept') } }, 'Allow'),
    el('button', { type: 'button', class: 'button small', on: { click: press('decline') } }, 'Decline'),
  );
}

const kept = ({ url, name }) =>
  el('a', { class: 'file', href: url, download: name }, icon('file'), el('span', {}, name));

function words(message) {
  if (message.text === '') return undefined;
  const node = el('div', { class: 'block text' });
  // What comes from the bot has marks; what people typed has none.
  if (message.from === 'bot') node.innerHTML = markup(message.text);
  else node.textContent = typedText(message.text);
  return node;
}

function body(message, channel) {
  const place = { where: message.id, ...(channel ? { channel } : {}) };
  const press = (action, values) => act({ do: 'press', ...place, action, values });
  return el(
    'div',
    { class: 'blocks' },
    words(message),
    message.card && el('div', { class: 'framed-card' }, drawCard(message.card.card, press, 14)),
    message.card?.failure && el('p', { class: 'trouble', role: 'alert' }, message.card.failure),
    message.files.map(file => (file.kind === 'offer' ? offer(file, message) : kept(file))),
  );
}

function draw(message, channel) {
  const author = person(message.user);
  const name = author?.realName ?? 'Somebody';
  const ms = msOf(message.ts);
  const stamp = el('time', { datetime: new Date(ms).toISOString(), class: 'soft' }, timeOf(ms, zone()));
  return el(
    'article',
    { class: message.root ? 'message reply' : 'message', 'aria-label': `${name}, ${timeOf(ms, zone())}` },
    avatar(author),
    el(
      'div',
      { class: 'message-body' },
      el(
        'p',
        { class: 'author' },
        el('strong', {}, name),
        author?.isBot && el('span', { class: 'tag' }, 'app'),
        stamp,
        message.isEdited && el('span', { class: 'soft' }, 'Edited'),
      ),
      body(message, channel),
    ),
  );
}

/** Posts in order, each followed by the answers to it. */
function inThreads(messages) {
  const answers = Map.groupBy(messages, each => each.root);
  const roots = new Set(messages.map(each => each.id));
  const top = messages.filter(each => each.root === undefined || !roots.has(each.root));
  return top.flatMap(each => [each, ...(each.root === undefined ? (answers.get(each.id) ?? []) : [])]);
}

const line = (key, text, name) => ({ key, mark: text, make: () => el('h2', { class: name }, text) });

function wantedMessages(messages, channel, isNew) {
  const wanted = [];
  let day;
  let isNewDrawn = false;
  for (const message of inThreads(messages)) {
    const now = dayOf(msOf(message.ts), zone());
    if (now !== day && !message.root) {
      wanted.push(line(`day ${now} ${message.id}`, now, 'day'));
      day = now;
    }
    if (!isNewDrawn && message.user !== state.me && isNew(Number(message.ts))) {
      wanted.push(line('new', 'New', 'day new'));
      isNewDrawn = true;
    }
    const { card, ...rest } = message;
    // What somebody types into a card stays in it: only another card is drawn anew.
    const mark = JSON.stringify([rest, card?.card, card?.failure]);
    wanted.push({ key: message.id, mark, make: () => draw(message, channel) });
  }
  return wanted;
}

function conversation({ at, channel, title, about, sign, label, pick, isOpen }) {
  const newSince = seenUpTo(state.me, at);
  const log = el('div', { class: 'log', role: 'log', 'aria-label': `Messages: ${title}` });
  const nothing = el(
    'p',
    { class: 'soft nothing' },
    channel ? 'Nothing here yet.' : 'Nothing here yet. Type help to see what you can ask.',
  );
  const box = el(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Conversation: ${title}` },
    nothing,
    log,
  );
  main.replaceChildren(heading(title, about, sign), box, isOpen ? composer({ at, label, ...teamsTalk(at) }) : '');
  let isFirst = true;
  let newUpTo = 0;
  return world => {
    const messages = pick(world);
    const wasNear = isFirst || isNear(box);
    const back = rememberFocus(log);
    // The line marks what was there on coming in; what comes while one looks on needs none.
    if (isFirst) newUpTo = Math.max(0, ...messages.map(each => Number(each.ts)));
    keep(
      log,
      wantedMessages(messages, channel, ts => ts > newSince && ts <= newUpTo),
    );
    back();
    nothing.hidden = messages.length > 0;
    if (wasNear) box.scrollTop = box.scrollHeight;
    isFirst = false;
    if (document.visibilityState === 'visible') seeUpTo(state.me, at, messages.at(-1)?.ts);
  };
}

function build() {
  const { me, at, world } = state;
  if (!me) return welcome();
  const channel = world.channels.find(each => `channel:${each.id}` === at);
  if (!channel) {
    const about = 'Between you and the bot; nobody else sees it.';
    const pick = ({ dm }) => dm.messages;
    return conversation({
      at: 'dm',
      title: 'Mentor',
      about,
      sign: 'chat',
      label: 'Write to Mentor',
      pick,
      isOpen: true,
    });
  }
  const { id, name, type, teamId } = channel;
  const team = world.teams.find(each => each.id === teamId);
  const about = `${team?.name ?? ''}${type === 'private' ? ', private' : ''}${team?.isArchived ? ', archived' : ''}`;
  const pick = now => now.channels.find(each => each.id === id)?.messages ?? [];
  const sign = type === 'private' ? 'lock' : 'posts';
  const label = `Write to ${name}`;
  return conversation({ at: id, channel: id, title: name, about, sign, label, pick, isOpen: !team?.isArchived });
}

const whatIsShown = ({ me, at, world }) => {
  const channel = world?.channels.find(each => `channel:${each.id}` === at);
  return JSON.stringify([me, channel && at, channel && [channel.name, channel.type]]);
};

/** Draws the middle of the page. */
export const drawPane = paneWith(build, whatIsShown);

// What stands in the middle on the Slack side: the welcome, somebody's home, or a conversation.
import { blocksToKeep } from './blocks.js';
import { composer, slackTalk } from './composer.js';
import { el, icon, keep, rememberFocus } from './dom.js';
import { seenUpTo, seeUpTo } from './marks.js';
import { messagesToKeep } from './messages.js';
import { heading, isNear, main, paneWith, welcome } from './pane-parts.js';
import { newPlace } from './place.js';
import { confirm } from './say.js';
import { act, names, person, state, zone } from './state.js';

function home() {
  const blocks = el('div', { class: 'blocks' });
  const waiting = el('p', { class: 'soft' }, 'One moment…');
  main.replaceChildren(
    heading('Home', 'What Mentor shows to nobody but you', 'home'),
    el('div', { class: 'scroll home' }, el('div', { class: 'card' }, waiting, blocks)),
  );
  let place;
  act({ do: 'openHome', tab: 'home' });
  return ({ users, channels, home: view }) => {
    place ??= newPlace({ where: 'home', headingLevel: 2, zone: zone(), names, users, channels, act, confirm });
    waiting.hidden = Boolean(view);
    if (!view) return;
    place.setValues(view.state.values);
    place.forgetOthers(view.blocks);
    const back = rememberFocus(blocks);
    keep(blocks, blocksToKeep(view.blocks, place));
    back();
  };
}

function pinBar(pins, log) {
  const bar = el('button', { type: 'button', class: 'pin-bar', hidden: true }, icon('pin'), 'Show the pinned message');
  bar.addEventListener('click', () => {
    const pinned = log.querySelector(`[data-ts="${pins().at(-1)}"]`);
    pinned?.scrollIntoView({ block: 'start' });
    pinned?.querySelector('button, a')?.focus({ preventScroll: true });
  });
  return bar;
}

function conversation({ at, id, title, about, sign, label, pick, isOpen }) {
  const newSince = seenUpTo(state.me, at);
  const log = el('div', { class: 'log', role: 'log', 'aria-label': `Messages: ${title}` });
  const nothing = el(
    'p',
    { class: 'soft nothing' },
    id === state.world.dm.id ? 'Nothing here yet. /mentor shows what you can ask.' : 'Nothing here yet.',
  );
  const box = el(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Conversation: ${title}` },
    nothing,
    log,
  );
  const bar = pinBar(() => pick(state.world).pins, log);
  main.replaceChildren(
    heading(title, about, sign),
    bar,
    box,
    ...(isOpen ? [composer({ at, label, ...slackTalk(at, id) })] : []),
  );
  let isFirst = true;
  let newUpTo = 0;
  return world => {
    const { messages, pins } = pick(world);
    const own = world.ephemerals.filter(each => each.channelId === id).map(each => each.message);
    const wasNear = isFirst || isNear(box);
    const back = rememberFocus(log);
    // The line marks what was there on coming in; what comes while one looks on needs none.
    if (isFirst) newUpTo = Number(messages.at(-1)?.ts ?? 0);
    const wanted = messagesToKeep({ messages, own, pins, isNew: ts => ts > newSince && ts <= newUpTo });
    keep(log, wanted);
    back();
    nothing.hidden = wanted.length > 0;
    bar.hidden = pins.length === 0;
    if (wasNear) box.scrollTop = box.scrollHeight;
    isFirst = false;
    if (document.visibilityState === 'visible') seeUpTo(state.me, at, messages.at(-1)?.ts);
  };
}

function outside(channel) {
  const join = () => act({ do: 'join', channel: channel.id });
  main.replaceChildren(
    heading(channel.name, 'You are not in this channel.', 'hash'),
    el(
      'div',
      { class: 'scroll home' },
      el('button', { type: 'button', class: 'button primary', on: { click: join } }, 'Join'),
    ),
  );
  return () => {};
}

function build() {
  const { me, at, world } = state;
  if (!me) return welcome();
  if (at === 'dm') {
    act({ do: 'openHome', tab: 'messages' });
    const pick = ({ dm }) => ({ messages: dm.messages, pins: [] });
    const words = { title: 'Mentor', about: 'Between you and the bot; nobody else sees it.', sign: 'chat' };
    return conversation({ at, id: world.dm.id, ...words, label: 'Write to Mentor', pick, isOpen: true });
  }
  const channel = world.channels.find(each => `channel:${each.id}` === at);
  if (!channel) return home();
  if (!channel.isMember) return outside(channel);
  const { id, name, members, kind, isArchived } = channel;
  const people = members.filter(each => !person(each)?.isBot).length;
  const count = `${people} people${kind === 'private' ? ', private' : ''}${isArchived ? ', archived' : ''}`;
  const pick = now => now.channels.find(each => each.id === id) ?? { messages: [], pins: [] };
  const sign = kind === 'private' ? 'lock' : 'hash';
  return conversation({
    at: id,
    id,
    title: name,
    about: count,
    sign,
    label: `Write to #${name}`,
    pick,
    isOpen: !isArchived,
  });
}

const whatIsShown = ({ me, at, world }) => {
  const channel = world?.channels.find(each => `channel:${each.id}` === at);
  return JSON.stringify([me, at, channel && [channel.isMember, channel.isArchived, channel.members.length]]);
};

/** Draws the middle of the page. */
export const drawPane = paneWith(build, whatIsShown);

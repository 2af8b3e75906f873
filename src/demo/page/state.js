// Who sits at the page and where they look (kept in the address), and the workspace as it is now. Asks again whenever something changes.
import { readClock, readWorld, act as send, watch } from './api.js';
import { openMarks } from './marks.js';
import { kindly, say, wordsOf } from './say.js';
import { hrefOn, side } from './sides.js';

export const state = {
  me: undefined,
  at: 'home',
  world: undefined,
  all: undefined,
  now: Date.now(),
  isConnected: true,
};
const listeners = new Set();

/** Calls `draw` after each change. */
export const onChange = draw => void listeners.add(draw);
function changed() {
  for (const draw of listeners) draw();
}

/** The address of a place as somebody sees it. */
export const hrefOf = (as, at) => hrefOn(side, as, at);

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const as = asked.get('as') ?? undefined;
  if (as !== state.me) state.world = undefined;
  state.me = as;
  const at = asked.get('at') ?? 'home';
  // There is no page of one's own in Teams: home is the chat with the bot.
  state.at = at === 'home' && side === 'teams' ? 'dm' : at;
}

let running;
let isStale = false;
/** Reads everything anew and draws it; asked while reading, it reads once more. */
export function refresh() {
  isStale = true;
  running ??= readAll().finally(() => {
    running = undefined;
  });
  return running;
}

async function readAll() {
  while (isStale) {
    isStale = false;
    const me = state.me;
    try {
      const [all, world, now] = await Promise.all([readWorld(), me ? readWorld(me) : undefined, readClock()]);
      openMarks(all.bot, now / 1000);
      Object.assign(state, { all, now: { at: now, read: performance.now() } });
      if (me === state.me) state.world = world;
      else isStale = true;
    } catch (error) {
      if (me && !(error instanceof TypeError)) state.me = undefined;
      say(wordsOf(error));
    }
    changed();
  }
}

/** The story's time at this moment, in milliseconds. */
export const storyNow = () => state.now.at + performance.now() - state.now.read;

/** Does something as the person who sits here. What went wrong is said; gives undefined then. */
export async function act(what, { quiet = false } = {}) {
  try {
    const seen = await send(state.me, what);
    if (seen?.error && !quiet) say(kindly(seen.error));
    return seen;
  } catch (error) {
    if (!quiet) say(wordsOf(error));
    return undefined;
  }
}

const userNamed = id => state.all?.users.find(user => user.id === id);
const channelNamed = id => state.world?.channels.find(channel => channel.id === id);

/** How people and channels are called in text. */
export const names = {
  user: id => userNamed(id)?.realName ?? 'somebody',
  channel: id => channelNamed(id)?.name,
  hrefOf: id => hrefOf(state.me, `channel:${id}`),
  date: ms => new Date(ms).toLocaleString('en-GB', { timeZone: zone() }),
};

export const person = id => userNamed(id);
/** The time zone of whoever sits here. */
export const zone = () => userNamed(state.me)?.tz ?? 'Europe/London';

/** Listens for changes from now on. */
function listen() {
  watch(refresh, isConnected => {
    if (state.isConnected === isConnected) return;
    state.isConnected = isConnected;
    changed();
  });
}

/** Begins with whom and where the address says. */
export function begin() {
  document.querySelector('#skip').addEventListener('click', event => {
    // The address holds who one is and where, so the usual way of skipping would lose it.
    event.preventDefault();
    document.querySelector('#main').focus();
  });
  addEventListener('hashchange', () => {
    readAddress();
    changed();
    refresh();
  });
  readAddress();
  lookOn();
}

/** Looks on without being anybody, for a page that shows both sides beside each other. */
export function lookOn() {
  listen();
  refresh();
}

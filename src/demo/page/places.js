// The places one can look at in the column on the left, with how much is new in each.
import { el, icon } from './dom.js';
import { seenUpTo } from './marks.js';
import { side } from './sides.js';
import { hrefOf, state } from './state.js';

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

const slackPlaces = ({ channels, dm }) => {
  const channel = ({ id, name, kind, isMember, messages }) =>
    entry(`channel:${id}`, kind === 'private' ? 'lock' : 'hash', name, unread(id, messages), isMember ? '' : 'outside');
  return [
    title('app', 'Mentor'),
    entry('home', 'home', 'Home', 0),
    entry('dm', 'chat', 'Messages', unread('dm', dm.messages)),
    title('channels', 'Channels'),
    ...channels.map(channel),
  ];
};

const teamsPlaces = ({ teams, channels, dm }) => {
  const channel = ({ id, name, type, messages }) =>
    entry(`channel:${id}`, type === 'private' ? 'lock' : 'posts', name, unread(id, messages));
  const team = ({ id, name }) => [title(id, name), ...channels.filter(each => each.teamId === id).map(channel)];
  return [title('app', 'Chat'), entry('dm', 'chat', 'Mentor', unread('dm', dm.messages)), ...teams.flatMap(team)];
};

/** The places of whoever sits here, for `keep`. */
export const placesOf = side === 'teams' ? teamsPlaces : slackPlaces;

// Where somebody writes: words to the bot, a message to a channel, or a /mentor command. What is half written stays with its place.
import { el, icon, newId } from './dom.js';
import { act, state } from './state.js';

const halfWritten = new Map();

/** The words to offer, as `/mentor help` lists them. */
const WORDS = [
  ['', 'my next step'],
  ['register', 'become a mentor or a mentee'],
  ['pair', 'my mentor or mentees'],
  ['review', 'what we talked about'],
  ['exit', 'end a pairing, or leave'],
  ['contact', 'the co-ordinators, and people to talk to'],
  ['me', 'my profile, pauses, reminders'],
  ['help', 'about the scheme, and all the words'],
  ['desk', 'for co-ordinators: what needs you'],
];

/** How one talks on the Slack side. */
export const slackTalk = (at, channel) => ({
  opener: state.all.command,
  hint: `Commands begin with ${state.all.command}. Enter sends.`,
  words: WORDS.map(([word, about]) => [`${state.all.command} ${word}`.trim(), about]),
  send: typed => {
    if (!typed.startsWith('/')) return act({ do: 'say', channel, text: typed });
    return act({ do: 'command', text: typed, ...(at === 'dm' ? {} : { channel }) });
  },
});

/** How one talks on the Teams side: words are typed as they are; in a channel the bot hears what mentions it. */
export function teamsTalk(at) {
  const name = `@${state.all.botName}`;
  const isChat = at === 'dm';
  return {
    opener: isChat ? 'Words' : name,
    hint: isChat
      ? 'Type a word, such as help. Enter sends.'
      : `${name} hears what begins with its name, and answers you in your own chat. Enter sends.`,
    words: WORDS.filter(([word]) => word !== '').map(([word, about]) => [isChat ? word : `${name} ${word}`, about]),
    send: typed => act({ do: 'say', text: typed, ...(isChat ? {} : { channel: at }) }),
  };
}

function wordMenu(opening, words, choose) {
  const menuId = newId('words');
  const opener = el(
    'button',
    { type: 'button', class: 'button slash', 'aria-expanded': 'false', 'aria-controls': menuId },
    opening,
  );
  const set = isOpen => {
    list.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  const item = ([typed, about]) => {
    const take = () => {
      set(false);
      choose(typed);
    };
    const words = [el('code', {}, typed), el('span', { class: 'hint' }, about)];
    return el('li', {}, el('button', { type: 'button', on: { click: take } }, words));
  };
  const list = el(
    'ul',
    { id: menuId, class: 'menu up', hidden: true, 'aria-label': 'Words to choose' },
    words.map(item),
  );
  const around = el('div', { class: 'overflow' }, opener, list);
  opener.addEventListener('click', () => set(list.hidden));
  around.addEventListener('focusout', event => !around.contains(event.relatedTarget) && set(false));
  around.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || list.hidden) return;
    event.stopPropagation();
    set(false);
    opener.focus();
  });
  return around;
}

/** The composer of a place. */
export function composer({ at, label, opener, hint, words, send }) {
  const draft = `${state.me} ${at}`;
  const hintId = newId('hint');
  const input = el('input', {
    ...{ type: 'text', 'aria-label': label, placeholder: label, autocomplete: 'off', enterkeyhint: 'send' },
    'aria-describedby': hintId,
    maxlength: 3000,
  });
  input.value = halfWritten.get(draft) ?? '';
  input.addEventListener('input', () => halfWritten.set(draft, input.value));
  const choose = text => {
    input.value = text;
    halfWritten.set(draft, text);
    input.focus();
  };
  const go = el(
    'button',
    { type: 'submit', class: 'button primary round', 'aria-label': 'Send', title: 'Send' },
    icon('send'),
  );
  // Whoever writes quickly need not wait: what is sent goes out one after the other, in the order it was written.
  let onItsWay = Promise.resolve();
  const submit = async event => {
    event.preventDefault();
    const typed = input.value.trim();
    if (typed === '') return;
    go.setAttribute('aria-busy', 'true');
    choose('');
    const sent = onItsWay.then(() => send(typed));
    onItsWay = sent;
    const seen = await sent;
    if (onItsWay === sent) go.removeAttribute('aria-busy');
    // What could not be sent is given back, unless something else is being written already.
    if ((!seen || seen.error) && input.value === '') choose(typed);
  };
  return el(
    'form',
    { class: 'composer', on: { submit } },
    el('div', { class: 'composer-line' }, wordMenu(opener, words, choose), input, go),
    el('p', { class: 'hint', id: hintId }, hint),
  );
}

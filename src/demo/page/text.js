// Text with marks, and rich text, as elements. Everything is put in as text: what somebody typed never becomes markup.
import { el } from './dom.js';

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const unescaped = text => text.replace(/&(amp|lt|gt);/g, sign => ENTITIES[sign]);
const MARKS = { '*': 'strong', _: 'em', '~': 's' };
// Code first: nothing inside it comes alive. A mark counts only at the edge of a word.
const TOKEN =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:(?!\4)[^\n])*?\S)\4(?![\p{L}\p{N}])/u;

/** A link that people can follow; other addresses stay words. */
export function link(url, label, more = {}) {
  if (!/^(https?|mailto):/i.test(url)) return el('span', {}, label || url);
  return el('a', { href: url, target: '_blank', rel: 'noreferrer noopener', ...more }, label || url);
}

const mention = text => el('span', { class: 'mention' }, text);

function reference(inside, names) {
  const [target, label] = inside.split('|');
  if (target.startsWith('@')) return mention(`@${names.user(target.slice(1))}`);
  if (target.startsWith('#')) return channelLink(target.slice(1), names, label);
  if (target.startsWith('!date')) return document.createTextNode(unescaped(label ?? ''));
  if (target.startsWith('!')) return mention(`@${(label ?? target.slice(1)).replace(/^@|^subteam\^/, '')}`);
  return link(unescaped(target), label && unescaped(label));
}

function channelLink(id, names, label) {
  const text = `#${names.channel(id) ?? label ?? 'private-channel'}`;
  return names.channel(id) ? el('a', { class: 'mention', href: names.hrefOf(id) }, text) : mention(text);
}

function inline(text, names) {
  const found = TOKEN.exec(text);
  if (!found) return text === '' ? [] : [document.createTextNode(unescaped(text))];
  const [whole, block, code, inside, mark, marked] = found;
  const before = inline(text.slice(0, found.index), names);
  const after = inline(text.slice(found.index + whole.length), names);
  if (block !== undefined) return [...before, el('pre', {}, unescaped(block.replace(/^\n/, ''))), ...after];
  if (code !== undefined) return [...before, el('code', {}, unescaped(code)), ...after];
  if (inside !== undefined) return [...before, reference(inside, names), ...after];
  return [...before, el(MARKS[mark], {}, inline(marked, names)), ...after];
}

function lines(text, names) {
  const parts = text.split(/^((?:&gt;.*(?:\n|$))+)/m);
  return parts.flatMap((part, nth) => {
    if (nth % 2 === 0) return inline(part, names);
    return [el('blockquote', {}, inline(part.replace(/^&gt; ?/gm, '').trimEnd(), names))];
  });
}

/** A text object, or a plain string of marked text, as nodes. */
export function drawText(text, names) {
  if (typeof text === 'string') return lines(text, names);
  return text.type === 'mrkdwn' ? lines(text.text, names) : [document.createTextNode(text.text)];
}

const STYLES = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' };

function word(part, names) {
  switch (part.type) {
    case 'text':
      return document.createTextNode(part.text);
    case 'link':
      return link(part.url, part.text);
    case 'user':
      return mention(`@${names.user(part.user_id)}`);
    case 'channel':
      return channelLink(part.channel_id, names);
    case 'broadcast':
      return mention(`@${part.range}`);
    case 'usergroup':
      return mention('@group');
    case 'team':
      return mention('@team');
    case 'emoji':
      return document.createTextNode(emoji(part));
    case 'date':
      return document.createTextNode(part.fallback ?? names.date(Number(part.timestamp) * 1000));
    default:
      return document.createTextNode(part.value ?? '');
  }
}

const emoji = ({ unicode, name }) =>
  unicode ? String.fromCodePoint(...unicode.split('-').map(each => Number.parseInt(each, 16))) : `:${name}:`;

const words = (parts, names) =>
  parts.map(part =>
    Object.entries(STYLES)
      .filter(([style]) => part.style?.[style])
      .reduce((node, [, tag]) => el(tag, {}, node), word(part, names)),
  );

function richPart(part, names) {
  switch (part.type) {
    case 'rich_text_list': {
      const attributes = { start: part.offset ? part.offset + 1 : undefined, class: `indent-${part.indent ?? 0}` };
      const items = part.elements.map(item => el('li', {}, words(item.elements, names)));
      return el(part.style === 'ordered' ? 'ol' : 'ul', attributes, items);
    }
    case 'rich_text_quote':
      return el('blockquote', {}, words(part.elements, names));
    case 'rich_text_preformatted':
      return el('pre', {}, words(part.elements, names));
    default:
      return el('p', {}, words(part.elements, names));
  }
}

/** The parts of a rich text block. */
export const drawRich = (parts, names) => parts.map(part => richPart(part, names));

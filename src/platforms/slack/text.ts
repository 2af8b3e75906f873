// Text that stays dead: whatever people typed is shown letter by letter and never becomes a mention, a link or a format. Where it stands is up to draw.ts.
import type { MrkdwnElement, PlainTextElement, RichTextElement, RichTextSection } from '@slack/types';
import type { Span, Text } from '../../conversation/notice.ts';
import { LIMITS } from './limits.ts';
import { words } from './words.ts';

/** Length as Slack counts it: code points. */
export const lengthOf = (text: string): number => [...text].length;

/** Text that Slack shows as it stands. Slack refuses empty text. */
export const plain = (text: string): PlainTextElement => ({
  type: 'plain_text',
  text: text.trim() === '' ? '–' : text,
  emoji: false,
});

/** At most `max` code points; what is left out is marked with an ellipsis. For labels whose whole text stands elsewhere. */
export function shortened(text: string, max: number): string {
  return lengthOf(text) <= max ? text : `${[...text].slice(0, max - 1).join('')}…`;
}

/** The text in pieces of at most `max` code points, parted where a paragraph, a line or a word ends; nothing is lost but the space at the seam. */
export function inPieces(text: string, max: number = LIMITS.text): string[] {
  const points = [...text];
  if (points.length <= max) return [text];
  const first = points.slice(0, max + 1).join('');
  const seam = ['\n\n', '\n', ' '].map(mark => first.lastIndexOf(mark)).find(at => at > first.length / 2);
  if (seam === undefined) return [points.slice(0, max).join(''), ...inPieces(points.slice(max).join(''), max)];
  return [text.slice(0, seam), ...inPieces(text.slice(seam).trimStart(), max)];
}

/** An account or channel of this workspace, as Slack's own id. */
export function localId(team: string, address: string): string | undefined {
  const [platform, place, id] = address.split('/');
  return platform === 'slack' && place === team && id ? id : undefined;
}

/** An address people may be led to, or nothing: `javascript:` and the like stay words. */
export function webAddress(link: string): string | undefined {
  try {
    const url = new URL(link);
    return /^(https?|mailto):$/.test(url.protocol) && lengthOf(url.href) <= LIMITS.url ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const styled = (text: string, style?: { bold?: true; italic?: true; code?: true }): RichTextElement[] =>
  inPieces(text)
    .filter(piece => piece !== '')
    .map(piece => ({ type: 'text', text: piece, ...(style ? { style } : {}) }));

function richSpan(span: Span, team: string): RichTextElement[] {
  if (typeof span === 'string') return styled(span);
  if ('bold' in span) return styled(span.bold, { bold: true });
  if ('italic' in span) return styled(span.italic, { italic: true });
  if ('code' in span) return styled(span.code, { code: true });
  if ('link' in span) {
    const url = webAddress(span.link);
    return url ? [{ type: 'link', url, text: span.label || url }] : styled(`${span.label} (${span.link})`);
  }
  if ('person' in span) {
    const user_id = localId(team, span.person);
    return user_id ? [{ type: 'user', user_id }] : styled(words.somebodyElsewhere);
  }
  const channel_id = localId(team, span.channel);
  return channel_id ? [{ type: 'channel', channel_id }] : styled(words.channelElsewhere);
}

/** Words of a rich text block: Slack reads no marks in them. */
export function richWords(text: Text, team: string): RichTextElement[] {
  return [text].flat().flatMap(span => richSpan(span, team));
}

export const richSection = (text: Text, team: string): RichTextSection => ({
  type: 'rich_text_section',
  elements: richWords(text, team),
});

// Slack's marks cannot be escaped, so they are replaced by signs that look the same and mean nothing to it.
const lookalikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** User text inside marked text. `&`, `<` and `>` are escaped as Slack says. */
export function dead(text: string): string {
  return text
    .replace(/[*_~`]/g, mark => lookalikes[mark] ?? mark)
    .replace(/^(\s*)>/gm, '$1›')
    .replace(/:([\w+'-]+):/g, '∶$1∶')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** For the line that previews and screen readers get: only `&`, `<` and `>` come alive there. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A mark does not work around blanks at its edges, so they stand outside. */
const around = (mark: string, text: string): string =>
  text.trim() === ''
    ? text
    : text.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, a, b, c) => `${a}${mark}${dead(b)}${mark}${c}`);

function markedSpan(span: Span, team: string): string {
  if (typeof span === 'string') return dead(span);
  if ('bold' in span) return around('*', span.bold);
  if ('italic' in span) return around('_', span.italic);
  if ('code' in span) return around('`', span.code);
  if ('link' in span) {
    const url = webAddress(span.link);
    const address = url?.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
    return address ? `<${address}|${dead(span.label || address)}>` : dead(`${span.label} (${span.link})`);
  }
  const id = localId(team, 'person' in span ? span.person : span.channel);
  if ('person' in span) return id ? `<@${id}>` : words.somebodyElsewhere;
  return id ? `<#${id}>` : words.channelElsewhere;
}

/** Text with marks, only where Slack takes no rich text (a row with its button, a quiet line). */
export function marked(text: Text, team: string): MrkdwnElement | PlainTextElement {
  if (typeof text === 'string') return plain(text);
  return { type: 'mrkdwn', text: text.map(span => markedSpan(span, team)).join('') || '–', verbatim: true };
}

/** The text without any format, for places that take only words. */
export function bare(text: Text): string {
  return [text]
    .flat()
    .map(span => {
      if (typeof span === 'string') return span;
      if ('bold' in span) return span.bold;
      if ('italic' in span) return span.italic;
      if ('code' in span) return span.code;
      if ('link' in span) return span.label;
      return 'person' in span ? words.somebodyElsewhere : words.channelElsewhere;
    })
    .join('');
}

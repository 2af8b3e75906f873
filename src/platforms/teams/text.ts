// Text that stays dead: whatever people typed is shown letter by letter and never becomes a mention, a link or a format. Where it stands is up to draw.ts.
import type { Span, Text } from '../../conversation/notice.ts';
import type { CardElement, Mention, RichTextBlock, TextBlock, TextRun } from './card.ts';
import { LIMITS } from './limits.ts';
import { words } from './words.ts';

/** What people and channels are called, by account and address; looked up before drawing. Without an id nobody can be mentioned, only named. */
export type Names = { people: Record<string, { id?: string; name: string }>; channels: Record<string, string> };

export const nobody: Names = { people: {}, channels: {} };

/** How people are called here: by name, or so that Teams tells them. */
export type Pen = { names: Names; mentions: readonly Mention[] };

/** Length in code points. */
export const lengthOf = (text: string): number => [...text].length;

/** At most `max` code points; what is left out is marked with an ellipsis. For labels whose whole text stands elsewhere. */
export function shortened(text: string, max: number): string {
  return lengthOf(text) <= max ? text : `${[...text].slice(0, max - 1).join('')}…`;
}

/** The text in pieces of at most `max` code points, parted where a word ends; nothing is lost but the space at the seam. */
export function inPieces(text: string, max: number = LIMITS.text): string[] {
  const points = [...text];
  if (points.length <= max) return [text];
  const first = points.slice(0, max + 1).join('');
  const seam = first.lastIndexOf(' ');
  if (seam <= first.length / 2) return [points.slice(0, max).join(''), ...inPieces(points.slice(max).join(''), max)];
  return [text.slice(0, seam), ...inPieces(text.slice(seam).trimStart(), max)];
}

/** An address people may be led to, or nothing: `javascript:` and the like stay words. */
export function webAddress(link: string): string | undefined {
  try {
    const url = new URL(link);
    return /^(https?|mailto):$/.test(url.protocol) && url.href.length <= LIMITS.url ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Cards put a date in place of `{{DATE(…)}}`, wherever it stands; a joint that nobody sees keeps the braces apart. */
const JOINT = '\u2060';
export const still = (text: string): string => text.replaceAll('{{', `{${JOINT}{`);

// Not every client takes a backslash as an escape, so marks are replaced by signs that look the same and mean nothing to any.
const lookalikes: Record<string, string> = {
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '\\': '＼',
  '|': '∣',
};

/** User text among marks: in a TextBlock, the title of a choice, the text of a message. */
export function dead(text: string): string {
  return still(text)
    .replace(/[*_~`[\]<>\\|]/g, mark => lookalikes[mark] ?? mark)
    .replace(/&(?=#?\w+;)/g, `&${JOINT}`)
    .replace(/^(?= {4}| {0,3}\t)/gm, JOINT)
    .replace(/^([ \t]*)(?=[#+=-])/gm, `$1${JOINT}`)
    .replace(/^([ \t]*\d+)(?=[.)])/gm, `$1${JOINT}`);
}

type Style = Partial<Pick<TextRun, 'weight' | 'italic' | 'fontType' | 'isSubtle' | 'size'>>;

const run = (text: string, style: Style = {}): TextRun => ({ type: 'TextRun', text: still(text), ...style });

const personName = (account: string, { people }: Names): string => people[account]?.name ?? words.somebody;
const channelName = (address: string, { channels }: Names): string => channels[address] ?? words.channelElsewhere;

/** The words of a span, and how they look. */
function worded(span: Span, names: Names): { text: string; style?: Style } {
  if (typeof span === 'string') return { text: span };
  if ('bold' in span) return { text: span.bold, style: { weight: 'Bolder' } };
  if ('italic' in span) return { text: span.italic, style: { italic: true } };
  if ('code' in span) return { text: span.code, style: { fontType: 'Monospace' } };
  if ('link' in span) return { text: webAddress(span.link) ? span.label : `${span.label} (${span.link})` };
  if ('person' in span) return { text: personName(span.person, names), style: { weight: 'Bolder' } };
  return { text: channelName(span.channel, names), style: { weight: 'Bolder' } };
}

/** A mark is only one beside a letter or a digit. */
const isSafe = (text: string): boolean => /^[\p{L}\p{N}].*$/su.test(text) && /[\p{L}\p{N}]$/u.test(text);
const around = (mark: string, text: string): string => (isSafe(text) ? `${mark}${text}${mark}` : text);

function markedSpan(span: Span, pen: Pen): string {
  if (typeof span !== 'string' && 'person' in span) {
    const id = pen.names.people[span.person]?.id;
    const mention = pen.mentions.find(one => one.mentioned.id === id);
    if (mention) return mention.text;
  }
  if (typeof span !== 'string' && 'link' in span) {
    const url = webAddress(span.link)?.replace(/[()\s<>"'`\\[\]]/g, sign =>
      encodeURIComponent(sign) === sign
        ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
        : encodeURIComponent(sign),
    );
    if (url) return `[${dead(span.label || span.link)}](${url})`;
  }
  const { text, style = {} } = worded(span, pen.names);
  if (style.weight) return around('**', dead(text));
  return style.italic ? around('*', dead(text)) : dead(text);
}

/** Text with marks, only where somebody is mentioned or something is linked, or Teams takes no runs. */
export const marked = (text: Text, pen: Pen): string =>
  [text]
    .flat()
    .map(span => markedSpan(span, pen))
    .join('');

/** Whether a text needs marks: links and mentions live in nothing else. */
function isLive(text: Text, pen: Pen): boolean {
  return [text].flat().some(span => {
    if (typeof span === 'string') return false;
    if ('link' in span) return webAddress(span.link) !== undefined;
    if (!('person' in span)) return false;
    const id = pen.names.people[span.person]?.id;
    return pen.mentions.some(one => one.mentioned.id === id);
  });
}

const withText = (span: Span, text: string): Span => {
  if (typeof span === 'string') return text;
  if ('bold' in span) return { bold: text };
  if ('italic' in span) return { italic: text };
  return 'code' in span ? { code: text } : span;
};

/** The lines of a text: Teams breaks no line within one block. Blank lines part paragraphs and are left out. */
function linesOf(text: Text): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of [text].flat()) {
    const own = typeof span === 'string' || 'bold' in span || 'italic' in span || 'code' in span;
    const pieces = own ? worded(span, nobody).text.split(/\r\n?|\n/) : [];
    if (pieces.length <= 1) lines.at(-1)?.push(span);
    else
      pieces.forEach((piece, nth) => {
        if (nth > 0) lines.push([]);
        if (piece !== '') lines.at(-1)?.push(withText(span, piece));
      });
  }
  return lines;
}

/** A line in stretches that a block may hold. */
function stretches(line: Span[]): Span[][] {
  const long = line.some(span => lengthOf(worded(span, nobody).text) > LIMITS.text);
  if (!long && line.reduce((sum, span) => sum + lengthOf(worded(span, nobody).text), 0) <= LIMITS.text) return [line];
  return line.flatMap(span => inPieces(worded(span, nobody).text).map(piece => [withText(span, piece)]));
}

const isBlank = (line: Span[]): boolean => line.every(span => typeof span === 'string' && span.trim() === '');

function block(line: Span[], pen: Pen, look: Look): RichTextBlock | TextBlock {
  const quiet = look.isQuiet ? ({ isSubtle: true, size: 'Small' } as const) : {};
  if (isLive(line, pen)) return { type: 'TextBlock', text: marked(line, pen), wrap: true, ...quiet };
  const inlines = line
    .map(span => worded(span, pen.names))
    .filter(({ text }) => text !== '')
    .map(({ text, style }) => run(text, { ...style, ...quiet }));
  return { type: 'RichTextBlock', inlines: inlines.length > 0 ? inlines : [run('–')] };
}

/** How words look, and how near they stand to what is above them. */
export type Look = { isQuiet?: true; spacing?: 'None' | 'Small' };

/** Words on their own, a block for each line. */
export function drawText(text: Text, pen: Pen, look: Look = {}): CardElement[] {
  const drawn: CardElement[] = [];
  let near: Look['spacing'] = look.spacing;
  for (const line of linesOf(text)) {
    if (isBlank(line)) {
      near = look.spacing;
      continue;
    }
    for (const some of stretches(line)) {
      drawn.push({ ...block(some, pen, look), ...(near ? { spacing: near } : {}) });
      near = 'None';
    }
  }
  return drawn.length > 0 ? drawn : [block(['–'], pen, look)];
}

/** The accounts and channels that are named in some texts. */
export function namedIn(texts: Text[]): { people: string[]; channels: string[] } {
  const spans = texts.flat().filter(span => typeof span !== 'string');
  const people = spans.flatMap(span => ('person' in span ? [span.person] : []));
  const channels = spans.flatMap(span => ('channel' in span ? [span.channel] : []));
  return { people: [...new Set(people)], channels: [...new Set(channels)] };
}

/** A name within the bytes a mention may have; what is left out is marked with an ellipsis. */
function brief(name: string): string {
  const points = [...name];
  while (Buffer.byteLength(points.join('')) > LIMITS.mentionName) points.splice(-2, 2, '…');
  return points.join('');
}

/** Mentions of all these people that can be mentioned; two of one name are told apart by a joint nobody sees. */
export function mentionsOf(accounts: string[], { people }: Names): Mention[] {
  const mentions: Mention[] = [];
  for (const account of accounts) {
    const { id, name = '' } = people[account] ?? {};
    if (id === undefined || mentions.some(one => one.mentioned.id === id)) continue;
    const shown = brief(dead(name.replace(/\s+/g, ' ').trim())) || words.somebody;
    const same = mentions.filter(one => one.mentioned.name === shown).length;
    mentions.push({ type: 'mention', text: `<at>${shown}${JOINT.repeat(same)}</at>`, mentioned: { id, name: shown } });
  }
  return mentions;
}

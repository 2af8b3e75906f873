// Words as elements of a card: runs in which Teams reads no marks, and marked text only where somebody is mentioned or something is linked.
import type { Span, Text } from '../../conversation/notice.ts';
import type { CardElement, Mention, RichTextBlock, TextBlock, TextRun } from './card.ts';
import { dead, inPieces, lengthOf, still, webAddress } from './dead.ts';
import { LIMITS } from './limits.ts';
import { words } from './words.ts';

/** What people and channels are called, by account and address; looked up before drawing. Without an id nobody can be mentioned, only named. */
export type Names = { people: Record<string, { id?: string; name: string }>; channels: Record<string, string> };

export const nobody: Names = { people: {}, channels: {} };

/** How people are called here: by name, or so that Teams tells them. */
export type Pen = { names: Names; mentions: readonly Mention[] };

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
  if ('code' in span) return { code: text };
  if (!('link' in span)) return span;
  return webAddress(span.link) ? { ...span, label: text } : text;
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

function pieces(span: Span, names: Names): Span[] {
  const { text } = worded(span, names);
  return lengthOf(text) <= LIMITS.text ? [span] : inPieces(text).map(piece => withText(span, piece));
}

/** A line in stretches that a block may hold. */
function stretches(line: Span[], names: Names): Span[][] {
  const parted: Span[][] = [[]];
  let used = 0;
  for (const span of line.flatMap(each => pieces(each, names))) {
    const length = lengthOf(worded(span, names).text);
    if (used + length > LIMITS.text && used > 0) {
      parted.push([]);
      used = 0;
    }
    parted.at(-1)?.push(span);
    used += length;
  }
  return parted;
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
    for (const some of stretches(line, pen.names)) {
      drawn.push({ ...block(some, pen, look), ...(near ? { spacing: near } : {}) });
      near = 'None';
    }
  }
  return drawn.length > 0 ? drawn : [block(['–'], pen, look)];
}

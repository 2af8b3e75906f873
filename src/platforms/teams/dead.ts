// Text that stays dead: whatever people typed is shown letter by letter and never becomes a mention, a link or a format. What it is drawn as: text.ts.
import { LIMITS } from './limits.ts';

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
export const JOINT = '\u2060';
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

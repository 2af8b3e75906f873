// What a story is drawn of, wherever it is read: by everybody, by its author, by a co-ordinator, or in the forum channel.
import { note, open, type Part, row, text } from '../../conversation/notice.ts';
import type { Scheme, Story } from '../../scheme/kinds.ts';
import { labelsOf } from '../../scheme/options.ts';
import { byline, labels, one } from './messages.ts';

type Told = Pick<Story, 'what' | 'title' | 'text' | 'side' | 'topics' | 'name'>;

/** Its title, whose it is, what it says and what it is about. */
export function storyParts(story: Told, scheme: Pick<Scheme, 'topics'>): Part[] {
  const about = labelsOf(scheme.topics, story.topics);
  return [
    text([{ bold: story.title }, `\n${byline(story)}`]),
    text(story.text),
    ...(about ? [note(`${one.about}: ${about}`)] : []),
  ];
}

/** The beginning of a text, for a list. */
function beginning(words: string, length = 140): string {
  const letters = [...words.replace(/\s+/g, ' ')];
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`;
}

/** A story in a list. */
export const storyRow = (story: Story): Part =>
  row(
    [{ bold: story.title }, `\n${byline(story)}\n${beginning(story.text)}`],
    open(labels.read, 'forum.one', { story: story.id }),
  );

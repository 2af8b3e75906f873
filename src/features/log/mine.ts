// What the pages of the log open, and small things they share.
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { me, mine, one, page } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { type Day, dayOf } from '../../scheme/calendar.ts';
import type { LogEntry, Notebook } from '../../scheme/kinds.ts';
import { labelOf } from '../../scheme/options.ts';
import { kindsOfLearning, labels, log } from './messages.ts';

/** A page of one's own entries, newest first. */
export const entriesPage = (max: number, after?: string) => page('logentry', 'logentry.of', { of: me, max, after });
export const notebookOf = () => one('notebook', mine());
export const entryIn = (ids: Ids) => one('logentry', ids['entry'] ?? 'none');

export const today = (turn: Turn): Day => dayOf(turn.now, turn.actor.person?.zone ?? turn.scheme.zone);

/** R0: the scheme does without, and there is nothing of one's own here. */
export const offView = (): View => ({
  title: log.title,
  parts: [text(log.off)],
  buttons: [open(labels.home, 'home')],
});

/** One's own notebook, or an empty one. */
export const bookOf = (person: string, before: Notebook | undefined): Notebook =>
  before ?? { id: person, person, drafts: {}, reviews: {}, exits: {} };

export const kindLabel = ({ learning }: LogEntry): string => labelOf(kindsOfLearning, learning);

/** The beginning of a text, for a row of a list; its own page shows all of it. */
export function beginning(text: string, length = 120): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`;
}

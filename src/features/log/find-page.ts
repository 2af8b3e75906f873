// Searching one's own log: words and kind of learning. What was looked for stays in one's own notebook, never in an id that travels.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { note, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put } from '../../conversation/outcome.ts';
import type { Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { LogEntry } from '../../scheme/kinds.ts';
import { labelsOf } from '../../scheme/options.ts';
import { rowsOf } from './list-page.ts';
import { kindsOfLearning, labels, log, skills, find as words } from './messages.ts';
import { bookOf, entriesPage, notebookOf } from './mine.ts';

/** So many entries are looked through at a time. */
const AT_A_TIME = 80;
const DRAFT = 'log.find';

const fields = {
  words: { kind: 'text', ...words.words, max: 100, lines: false, optional: true, seenBy: 'own' },
  learning: { kind: 'choice', ...words.learning, options: kindsOfLearning, optional: true, seenBy: 'own' },
} as const;

type Sought = { words?: string | undefined; learning?: string | undefined };

const plain = (said: string): string => said.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB');

const everything = (entry: LogEntry): string =>
  plain(
    [
      ...[entry.activity, entry.learned, entry.useNext, entry.did, entry.practice, entry.users, entry.plan],
      ...[entry.link, labelsOf(skills, entry.skills ?? [])],
    ].join('\n'),
  );

/** Whether an entry is among those looked for: every word stands in it somewhere, whatever its case and accents. */
export function isFound(entry: LogEntry, sought: Sought): boolean {
  if (sought.learning !== undefined && entry.learning !== sought.learning) return false;
  const text = everything(entry);
  return plain(sought.words ?? '')
    .split(/\s+/)
    .every(word => text.includes(word));
}

const findPlan = () => ({ notebook: notebookOf() });

export const findPage = pageOf({
  word: 'log.find',
  for: 'member',
  plan: findPlan,
  show: (turn): Form<typeof fields> => ({
    title: words.title,
    fields,
    values: (turn.open.notebook?.drafts[DRAFT] ?? {}) as Sought as never,
    submit: words.submit,
    back: { word: 'log' },
  }),
  take: (turn, _ids, sought): Outcome => {
    const { person } = turn.actor;
    if (!person) return { screen: next('log') };
    if (sought.words === undefined && sought.learning === undefined) return { problems: { words: words.empty } };
    const book = bookOf(person.id, turn.open.notebook);
    const drafts = { ...book.drafts, [DRAFT]: { ...sought } };
    return { changes: { put: [put('notebook', { ...book, drafts })] }, screen: next('log.found') };
  },
});

const foundPlan = (ids: Record<string, string>) => ({
  notebook: notebookOf(),
  entries: entriesPage(AT_A_TIME, ids['after']),
});
type FoundTurn = Turn<Opened<ReturnType<typeof foundPlan>>>;

function foundView(turn: FoundTurn): View {
  const sought = (turn.open.notebook?.drafts[DRAFT] ?? {}) as Sought;
  const found = turn.open.entries.filter(entry => isFound(entry, sought));
  const after = turn.more['entries'];
  return {
    title: words.title,
    parts: [
      note(log.lead),
      ...(found.length > 0 ? [text(words.found(found.length)), ...rowsOf(found)] : [text(words.none)]),
    ],
    buttons: [
      ...(after ? [open(words.further, 'log.found', { after })] : []),
      open(labels.again, 'log.find'),
      open(labels.log, 'log'),
    ],
    back: { word: 'log.find' },
  };
}

export const foundPage = pageOf({ word: 'log.found', for: 'member', plan: foundPlan, show: foundView });

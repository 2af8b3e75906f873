// Lists that people choose from (topics, areas, sites): each entry keeps its key, so that new words reach everybody who chose it.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, type Ids, open, press, row, text, type View } from '../../conversation/notice.ts';
import type { Outcome } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { labels, options } from './messages.ts';
import { save } from './save.ts';

const lists = ['topics', 'areas', 'sites'] as const;
type ListName = (typeof lists)[number];
type Entry = { key: string; label: string };

/** A menu holds a hundred. */
const MOST = 80;

const listNamed = (ids: Ids): ListName => lists.find(name => name === ids['list']) ?? 'topics';
const at = (list: ListName) => ({ word: 'setup.options', ids: { list } });
const plain = (label: string): string => label.trim().toLocaleLowerCase('en-GB');

/** A key made of an entry's own words, since a card shows the key once an entry is gone; another one where it is taken. */
function keyFor(label: string, taken: readonly string[]): string {
  const words =
    plain(label)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'entry';
  for (let n = 1; ; n++) {
    const key = n === 1 ? words : `${words}-${n}`;
    if (!taken.includes(key)) return key;
  }
}

/** The list with new entries at its end; what stands in it already is not put in twice. */
function withEntries(list: readonly Entry[], added: readonly string[]): Entry[] {
  const all = [...list];
  for (const label of added) {
    if (all.some(entry => plain(entry.label) === plain(label))) continue;
    all.push({
      key: keyFor(
        label,
        all.map(entry => entry.key),
      ),
      label,
    });
  }
  return all;
}

function listView(scheme: Scheme, list: ListName, said?: string): View {
  const rows = scheme[list].map(({ key, label }) => row(label, open(labels.change, 'setup.option', { list, key })));
  return {
    title: options.titles[list] ?? '',
    parts: [
      ...(said ? [text(said)] : []),
      text(options.leads[list] ?? ''),
      buttons(open(labels.add, 'setup.options.add', { list }, 'primary'), open(labels.back, 'setup')),
      ...(rows.length > 0 ? rows : [text(options.none)]),
    ],
  };
}

const saveList = (turn: Turn, list: ListName, entries: Entry[]): Outcome => save(turn, { [list]: entries }, at(list));

export const optionsPage = pageOf({
  word: 'setup.options',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }, ids) => listView(scheme, listNamed(ids)),
  press: {
    remove: (turn, ids) => {
      const list = listNamed(ids);
      return saveList(
        turn,
        list,
        turn.scheme[list].filter(entry => entry.key !== ids['key']),
      );
    },
  },
});

export const optionPage = pageOf({
  word: 'setup.option',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }, ids) => {
    const list = listNamed(ids);
    const entry = scheme[list].find(({ key }) => key === ids['key']);
    if (!entry) return listView(scheme, list, options.gone);
    const remove = press(labels.remove, 'setup.options', 'remove', { list, key: entry.key });
    return {
      title: options.renameTitle,
      fields: {
        label: { kind: 'text', ...options.label, max: 75, lines: false, optional: false, seenBy: 'everybody' },
      },
      values: { label: entry.label },
      submit: labels.save,
      back: at(list),
      buttons: [{ ...remove, confirm: options.confirmRemove }],
    };
  },
  take: (turn, ids, { label }) => {
    const list = listNamed(ids);
    const entries = turn.scheme[list];
    const isTaken = entries.some(other => other.key !== ids['key'] && plain(other.label) === plain(label));
    if (isTaken) return { problems: { label: options.same } };
    return saveList(
      turn,
      list,
      entries.map(entry => (entry.key === ids['key'] ? { ...entry, label } : entry)),
    );
  },
});

export const addOptionsPage = pageOf({
  word: 'setup.options.add',
  for: 'coordinator',
  plan: () => ({}),
  show: (_turn, ids) => ({
    title: options.addTitle,
    fields: {
      labels: { kind: 'list', ...options.more, atMost: 20, max: 75, optional: false, seenBy: 'everybody' },
    },
    submit: labels.add,
    back: at(listNamed(ids)),
  }),
  take: (turn, ids, given) => {
    const list = listNamed(ids);
    const entries = withEntries(turn.scheme[list], given.labels);
    return entries.length > MOST ? { problems: { labels: options.full(MOST) } } : saveList(turn, list, entries);
  },
});

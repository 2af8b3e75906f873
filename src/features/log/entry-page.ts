// One entry, all of it: to read, to edit, to delete. It is made in new-page.ts, or copied from a review in copy-page.ts.
import { pageOf } from '../../conversation/feature.ts';
import { facts, type Ids, open, press, type Text, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import type { Opened } from '../../conversation/plan.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { LogEntry } from '../../scheme/kinds.ts';
import { labelsOf } from '../../scheme/options.ts';
import { labels, more, skills, entry as words } from './messages.ts';
import { entryIn, kindLabel } from './mine.ts';

const entryPlan = (ids: Ids) => ({ entry: entryIn(ids) });
type EntryTurn = Turn<Opened<ReturnType<typeof entryPlan>>>;

const link = (url: string | undefined): Text => (url ? [{ link: url, label: url }] : '');

function lines(entry: LogEntry): [string, Text][] {
  const { learned, useNext = '', did = '', practice = '', users = '', plan = '', minutes } = entry;
  const all: [string, Text][] = [
    [more.facts.when, sayDay(entry.on)],
    [more.facts.learning, kindLabel(entry)],
    [more.facts.learned, learned],
    [more.facts.useNext, useNext],
    [more.facts.did, did],
    [more.facts.practice, practice],
    [more.facts.users, users],
    [more.facts.plan, plan],
    [more.facts.skills, labelsOf(skills, entry.skills ?? [])],
    [more.facts.minutes, minutes === undefined ? '' : String(minutes)],
    [more.facts.link, link(entry.link)],
  ];
  return all.filter(([, value]) => value !== '');
}

/** The page of an entry; `said` is what has just become of it. */
export function entryView(entry: LogEntry, said?: string): View {
  const ids = { entry: entry.id };
  return {
    title: words.title,
    parts: [...(said ? [text(said)] : []), text([{ bold: entry.activity }]), facts(lines(entry)), text(words.intro)],
    buttons: [
      open(labels.log, 'log', {}, 'primary'),
      open(labels.more, 'log.more', ids),
      open(labels.edit, 'log.edit', ids),
      { ...press(labels.delete, 'log.entry', 'delete', ids, 'danger'), confirm: words.confirm },
    ],
    back: { word: 'log' },
  };
}

const deleted = (): View => ({
  title: words.title,
  parts: [text(words.deleted)],
  buttons: [open(labels.log, 'log'), open(labels.home, 'home')],
});

export const entryPage = pageOf({
  word: 'log.entry',
  for: 'member',
  plan: entryPlan,
  show: (turn: EntryTurn, ids): View => {
    const { entry } = turn.open;
    return entry ? entryView(entry, ids['kept'] ? words.kept : undefined) : sentences.notHere();
  },
  press: {
    delete: (turn: EntryTurn): Outcome => {
      const { entry } = turn.open;
      const screen = view(deleted(), { word: 'log' });
      return entry ? { changes: { erase: [{ kind: 'logentry', id: entry.id }] }, screen } : { screen };
    },
  },
});

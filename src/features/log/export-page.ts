// The log as a CPD record for its owner (R35): layout, days, kind of file; the other one is left out unless the owner says otherwise (R36).
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form } from '../../conversation/form.ts';
import { type MyPairing, myPairings, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import type { Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { addDays, addMonths, type Day } from '../../scheme/calendar.ts';
import { labels } from './messages.ts';
import { entriesPage, notebookOf, today } from './mine.ts';
import type { LeftOut } from './names.ts';
import { type Layout, recordOf } from './record.ts';
import { leftOutAs, exporting as words } from './record-messages.ts';

/** So many entries are in one file; older ones are in another. */
const IN_A_FILE = 50;

const exportPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  notebook: notebookOf(),
  entries: entriesPage(IN_A_FILE, ids['after']),
});
type ExportTurn = Turn<Opened<ReturnType<typeof exportPlan>>>;

const steers = { optional: false, seenBy: 'none' } as const;
const fieldsFor = (until: Day) =>
  ({
    layout: { kind: 'choice', ...words.layout, options: words.layouts, ...steers },
    file: { kind: 'choice', ...words.file, options: words.files, ...steers },
    from: { kind: 'date', ...words.from, to: until, ...steers },
    to: { kind: 'date', ...words.to, to: until, ...steers },
    aim: { kind: 'agree', ...words.aim, optional: true, seenBy: 'none' },
    partner: { kind: 'agree', ...words.partner, optional: true, seenBy: 'none' },
  }) as const;
type Fields = ReturnType<typeof fieldsFor>;

function show(turn: ExportTurn, ids: Ids): Form<Fields> {
  const until = today(turn);
  return {
    title: words.title,
    intro: [text(ids['after'] ? words.older : words.intro)],
    fields: fieldsFor(until),
    values: { layout: 'science', file: 'pdf', from: addDays(addMonths(until, -12), 1), to: until },
    submit: words.submit,
    back: { word: 'log' },
  };
}

/** Somebody whose card is gone has no name here, and so cannot be found in what was written: the page says so. */
const known = (mine: MyPairing): boolean => mine.name !== `your ${mine.side === 'mentee' ? 'mentor' : 'mentee'}`;
const asOther = ({ side }: MyPairing): string => leftOutAs[side === 'mentee' ? 'mentor' : 'mentee'];

function othersOf(turn: ExportTurn, isNamed: boolean) {
  const all = myPairings(turn);
  if (!isNamed) return { leftOut: all.filter(known).map((mine): LeftOut => ({ name: mine.name, as: asOther(mine) })) };
  return {
    named: (pairing: string | undefined): string => {
      const mine = all.find(one => one.pairing.id === pairing);
      return mine ? (known(mine) ? mine.name : asOther(mine)) : '';
    },
  };
}

function doneView(isNamed: boolean, after: string | undefined): View {
  return {
    title: words.title,
    parts: [text(words.sent), text(isNamed ? words.lookNamed : words.lookLeftOut)],
    buttons: [
      open(labels.log, 'log', {}, 'primary'),
      after ? open(words.moreFile, 'log.export', { after }) : open(words.another, 'log.export'),
    ],
  };
}

const olderView = (after: string): View => ({
  title: words.title,
  parts: [text(words.onlyOlder(IN_A_FILE))],
  buttons: [open(words.moreFile, 'log.export', { after }, 'primary'), open(labels.log, 'log')],
});

function take(turn: ExportTurn, ids: Ids, answers: AnswersOf<Fields>): Outcome {
  const { person } = turn.actor;
  const { from, to, layout, file, aim, partner } = answers;
  if (!person) return { screen: next('log') };
  if (to < from) return { problems: { to: words.order } };
  const inTime = turn.open.entries.filter(({ on }) => on >= from && on <= to);
  const entries = [...inTime].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.at - b.at));
  const after = turn.more['entries'];
  if (entries.length === 0) {
    if (after === undefined) return { problems: { from: words.empty } };
    return { screen: view(olderView(after), { word: 'log.export', ids }) };
  }
  const document = recordOf({
    layout: layout as Layout,
    file: file as 'pdf' | 'csv',
    entries,
    name: person.name,
    from,
    to,
    aim: aim ? turn.open.notebook?.aim : undefined,
    others: othersOf(turn, partner),
    writtenAt: turn.now,
  });
  const oldest = turn.open.entries.at(-1)?.on ?? from;
  const further = after !== undefined && oldest >= from ? after : undefined;
  const at = { word: 'log.export', ids };
  return { screen: { show: 'document', document, view: doneView(partner, further), at } };
}

export const exportPage = pageOf({ word: 'log.export', also: ['export'], for: 'member', plan: exportPlan, show, take });

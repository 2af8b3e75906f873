// What somebody wanted to do next time comes back when they are introduced again; the page of the pair leads here.
import { pageOf } from '../../conversation/feature.ts';
import { note, open, row, text, type View } from '../../conversation/notice.ts';
import { me, type Opened, page } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { labels, next as words } from './messages.ts';

const MOST = 12;

const nextPlan = () => ({ entries: page('logentry', 'logentry.next', { of: me, max: MOST }) });
type NextTurn = Turn<Opened<ReturnType<typeof nextPlan>>>;

function nextView({ open: { entries } }: NextTurn): View {
  const rows = entries.map(({ id, useNext = '', activity, on }) =>
    row([{ bold: words.from(activity, on) }, '\n', useNext], open(labels.open, 'log.entry', { entry: id })),
  );
  return {
    title: words.title,
    parts: rows.length > 0 ? [note(words.lead), ...rows] : [text(words.none)],
    buttons: [open(labels.log, 'log'), open(labels.home, 'home')],
  };
}

export const nextPage = pageOf({ word: 'log.next', for: 'member', plan: nextPlan, show: nextView });

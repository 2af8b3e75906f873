// Everybody who was asked from a run, also in stages of earlier previews: how each stands, and the way to take it back.
import { pageOf } from '../../conversation/feature.ts';
import { open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sideOf } from '../../scheme/sides.ts';
import { messages } from './messages.ts';
import { sent as words } from './more-messages.ts';
import { standingIn } from './rows.ts';

const PAGE = 25;

const sentPlan = (run: string, after: string | undefined) => ({
  pairings: page('pairing', `pairing.run:${run}`, { max: PAGE, after }),
  mentees: some('person', via('pairings', 'mentee')),
  mentors: some('person', via('pairings', 'mentor')),
});
type SentTurn = Turn<Opened<ReturnType<typeof sentPlan>>>;

function sentView({ open: opened, actor, more }: SentTurn, run: string): View {
  const me = actor.person?.id;
  const name = (people: typeof opened.mentees, id: string): string =>
    people.find(one => one.id === id)?.name || words.somebody;
  const rows = opened.pairings
    .filter(pairing => sideOf(pairing, me) === undefined && !(me !== undefined && pairing.closedTo.includes(me)))
    .map(pairing =>
      row(
        [
          { bold: messages.run.pair(name(opened.mentees, pairing.mentee), name(opened.mentors, pairing.mentor)) },
          '\n',
          { italic: standingIn(pairing) },
        ],
        open(words.look, 'match.asked', { pairing: pairing.id }),
      ),
    );
  const after = more['pairings'];
  return {
    title: words.title,
    parts: rows.length > 0 ? rows : [text(words.none)],
    ...(after === undefined ? {} : { buttons: [open(words.more, 'match.sent', { run, after })] }),
    back: { word: 'match.run', ids: { run } },
  };
}

export const sentPage = pageOf({
  word: 'match.sent',
  for: 'coordinator',
  plan: ids => sentPlan(ids['run'] ?? 'none', ids['after']),
  show: (turn, ids) => sentView(turn, ids['run'] ?? ''),
});

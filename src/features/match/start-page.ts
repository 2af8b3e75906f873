// The page `match`: how many wait, the start of a preview, and the runs so far.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, heading, open, type Part, press, row, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, page } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import type { Run, Scheme } from '../../scheme/kinds.ts';
import { messages } from './messages.ts';
import { prepareOrder } from './orders.ts';

const words = messages.start;
/** Up to so many are counted; more is "more than". */
const COUNTED = 50;
const RUNS = 10;

const startPlan = (after: string | undefined) => ({
  runs: page('run', 'run.all', { max: RUNS, after }),
  latest: page('run', 'run.all', { max: 1 }),
  mentees: page('registration', 'registration.role:mentee:available', { max: COUNTED }),
  mentors: page('registration', 'registration.role:mentor:available', { max: COUNTED }),
});
type Starting = Turn<Opened<ReturnType<typeof startPlan>>>;

export const startPage = pageOf({
  word: 'match',
  for: 'coordinator',
  plan: ids => startPlan(ids['after']),
  show: turn => startView(turn),
  press: { start: turn => start(turn) },
});

/** The one run that is neither released nor dropped: two previews at once would promise the same places twice. */
function openRun({ open: { latest } }: Starting): Run | undefined {
  return latest.find(run => run.state === 'preparing' || run.state === 'ready' || run.state === 'releasing');
}

/** The name a co-ordinator is shown by. */
export function coordinatorName(scheme: Scheme, account: string | undefined): string {
  return (account !== undefined && scheme.coordinatorNames[account]) || 'a co-ordinator';
}

/** Numbered one after the other, so that two co-ordinators who start at once start the same run. */
function start(turn: Starting): Outcome {
  const { open: opened, now, actor, scheme } = turn;
  if (openRun(turn) || !canStart(turn)) return { screen: view(startView(turn), { word: 'match' }) };
  const before = Number(opened.latest[0]?.id.replace(/^run/, '') ?? 0);
  // What was proposed, noted or posted from a run outlives it, under its name.
  const runs = Math.max(Number.isFinite(before) ? before : 0, scheme.runs ?? 0) + 1;
  const id = `run${runs}`;
  const run: Run = {
    id,
    by: actor.account,
    at: now,
    state: 'preparing',
    generation: 1,
    pairs: 0,
    leftMentees: 0,
    leftMentors: 0,
    total: 0,
    pages: 0,
    leftPages: 0,
    locks: [],
    removed: [],
    lines: {},
    closedTo: [],
  };
  return {
    changes: {
      put: [put('run', run), put('scheme', { ...scheme, runs })],
      jobs: [prepareOrder(id, 1, scheme)],
      history: [{ what: 'match.started', about: [id] }],
    },
    screen: next('match.run', { run: id }),
  };
}

const canStart = ({ open: { mentees, mentors } }: Starting): boolean => mentees.length > 0 && mentors.length > 0;

function startView(turn: Starting): View {
  const { open: opened, more, scheme } = turn;
  const inMode = words.modes[scheme.matchingMode];
  const number = (n: number, further: string | undefined) => words.number(n, further !== undefined);
  const available = words.available(
    number(opened.mentees.length, more['mentees']),
    number(opened.mentors.length, more['mentors']),
  );
  return {
    title: words.title,
    parts: [text(inMode ? `${available} ${inMode}` : available), ...startParts(turn), ...runParts(turn)],
    buttons: [
      ...(more['runs'] === undefined ? [] : [open(words.more, 'match', { after: more['runs'] })]),
      open(words.desk, 'desk'),
    ],
  };
}

function startParts(turn: Starting): Part[] {
  const already = openRun(turn);
  if (already)
    return [
      text(words.openAlready(coordinatorName(turn.scheme, already.by))),
      buttons(open(words.open, 'match.run', { run: already.id }, 'primary')),
    ];
  if (!canStart(turn)) return [text(words.nobody)];
  return [text(words.how), buttons(press(words.go, 'match', 'start', {}, 'primary'))];
}

function runParts({ open: { runs }, scheme }: Starting): Part[] {
  if (runs.length === 0) return [];
  return [
    heading(words.recent),
    ...runs.map(run =>
      row(
        [sayInstant(run.at, scheme.zone), ': ', messages.run.states[run.state]],
        open(words.open, 'match.run', { run: run.id }),
      ),
    ),
  ];
}

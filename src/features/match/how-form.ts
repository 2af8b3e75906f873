// What the pairs of a preview are to be best at, and how much each thing counts, in plain words. What follows is worked out anew.
import { pageOf } from '../../conversation/feature.ts';
import type { Fields, Form } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedPage } from '../../conversation/plan.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Run } from '../../scheme/kinds.ts';
import { usualWeights } from '../../scheme/records/scheme.ts';
import { anew } from './anew.ts';
import { how as words } from './more-messages.ts';

type Weights = NonNullable<Run['weights']>;
type Weighed = keyof Weights;

const howPlan = (ids: Ids) => ({
  run: one('run', ids['run'] ?? ''),
  // Whether there are any; what they say is nobody's to read here (R17).
  rankings: sealedPage('ranking', 'ranking.all', { max: 1 }),
});
type HowTurn = Turn<Opened<ReturnType<typeof howPlan>>>;

const weight = (name: Weighed) =>
  ({
    kind: 'choice',
    label: words.weights[name],
    options: words.times,
    optional: false,
    seenBy: 'coordinator',
  }) as const;

/** What people said after an event can only be respected where there is some of it. */
function fieldsFor(hasRankings: boolean): Fields {
  const ways = hasRankings ? [...words.always, ...words.afterEvents] : words.always;
  return {
    objective: { kind: 'choice', ...words.objective, options: [...ways], optional: false, seenBy: 'coordinator' },
    topics: weight('topics'),
    area: weight('area'),
    stage: weight('stage'),
    site: weight('site'),
    ...(hasRankings ? { event: weight('event') } : {}),
  };
}

const runIn = ({ open: { run } }: HowTurn): Run | undefined => (run?.state === 'ready' ? run : undefined);

function howForm(turn: HowTurn): Form | View {
  const run = runIn(turn);
  if (!run) return { ...sentences.notHere(), back: { word: 'match' } };
  const { objective = 'most-matched', weights = usualWeights } = run;
  const standing = Object.fromEntries(Object.entries(weights).map(([name, times]) => [name, String(times)]));
  return {
    title: words.title,
    intro: [text(words.intro)],
    fields: fieldsFor(turn.open.rankings.length > 0),
    values: { objective, ...standing } as never,
    submit: words.submit,
    back: { word: 'match.run', ids: { run: run.id } },
  };
}

export const howPage = pageOf({
  word: 'match.how',
  for: 'coordinator',
  plan: howPlan,
  show: howForm,
  take: (turn, ids, answers): Outcome => {
    const run = runIn(turn);
    const at = { word: 'match.run', ids: { run: ids['run'] ?? '' } };
    if (!run) return { screen: view({ ...sentences.notHere(), back: { word: 'match' } }, at) };
    const given = answers as unknown as Record<Weighed | 'objective', string | undefined>;
    const weights = Object.fromEntries(
      Object.entries(usualWeights).map(([name, usual]) => [name, Number(given[name as Weighed] ?? usual)]),
    ) as Weights;
    const objective = (given.objective ?? 'most-matched') as NonNullable<Run['objective']>;
    return { changes: anew(turn.scheme, run, { objective, weights, fewest: false }), screen: next(at.word, at.ids) };
  },
});

// "Why not these two?" for any mentee and any mentor of a preview: asked by a co-ordinator, worked out by drawing once more with the two fixed.
import { pageOf } from '../../conversation/feature.ts';
import type { Form, PersonAnswer } from '../../conversation/form.ts';
import { buttons, type Ids, open, type Part, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import { one } from '../../conversation/plan.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Run, Scheme } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { messages } from './messages.ts';
import { whyNot as words } from './more-messages.ts';
import { whyOrder } from './orders.ts';
import { hiddenPart, visible } from './rows.ts';
import { readSays } from './why-says.ts';

type Answer = NonNullable<Run['answers']>[number];
const runPlan = (ids: Ids) => ({ run: one('run', ids['run'] ?? '') });
const person = (label: string) =>
  ({ kind: 'person', label, hint: words.hint, atMost: 1, byEmail: false, optional: false, seenBy: 'none' }) as const;

export const whyForm = pageOf({
  word: 'match.why',
  for: 'coordinator',
  plan: runPlan,
  show: ({ open: { run } }): Form | View =>
    run?.state === 'ready'
      ? {
          title: words.title,
          intro: [text(words.intro)],
          fields: { mentee: person(words.mentee), mentor: person(words.mentor) },
          submit: words.submit,
          back: { word: 'match.answers', ids: { run: run.id } },
        }
      : { ...sentences.notHere(), back: { word: 'match' } },
  take: ({ open: { run }, actor, scheme, id }, _ids, answers): Outcome => {
    const given = answers as unknown as Record<'mentee' | 'mentor', PersonAnswer[]>;
    const idIn = (found: PersonAnswer | undefined): string => (found && 'person' in found ? found.person : '');
    const [mentee, mentor] = [idIn(given.mentee[0]), idIn(given.mentor[0])];
    const at = { word: 'match.answers', ids: { run: run?.id ?? '' } };
    if (run?.state !== 'ready') return { screen: view({ ...sentences.notHere(), back: { word: 'match' } }, at) };
    if (mentee === mentor) return { problems: { mentor: words.same } };
    const me = actor.person?.id;
    if (me !== undefined && [mentee, mentor].includes(me)) return { problems: { mentee: words.self } };
    return {
      changes: { jobs: [whyOrder(run, { mentee, mentor }, scheme, id('why'))] },
      screen: next(at.word, { ...at.ids, asked: 'yes' }),
    };
  },
});

export const answersPage = pageOf({
  word: 'match.answers',
  for: 'coordinator',
  plan: runPlan,
  show: ({ open: { run }, actor, scheme }, ids): View => {
    if (!run) return { ...sentences.notHere(), back: { word: 'match' } };
    const rows = (run.answers ?? []).map(one => ({
      ...one,
      closedTo: [...one.closedTo, ...one.others.map(other => other.person)],
    }));
    const { shown, hidden } = visible(rows, actor);
    const again = run.state === 'ready' ? [open(words.another, 'match.why', { run: run.id }, 'primary')] : [];
    return {
      title: words.title,
      parts: [
        ...(ids['asked']
          ? [text(words.working), buttons(open(messages.run.look, 'match.answers', { run: run.id }))]
          : []),
        ...(shown.length === 0 && hidden === 0 && !ids['asked'] ? [text(words.none)] : []),
        ...shown.map(answer => answerPart(answer, scheme)),
        ...hiddenPart(hidden),
        ...(again.length > 0 ? [buttons(...again)] : []),
      ],
      back: { word: 'match.run', ids: { run: run.id } },
    };
  },
});

function answerPart(answer: Answer, _scheme: Scheme): Part {
  const pair = messages.run.pair(answer.menteeName, answer.mentorName);
  return text([{ bold: pair }, '\n', saysInWords(answer)]);
}

/** The reason in words. Points stay with the matching: people read what it would mean for people. */
function saysInWords({ says, others, menteeName, mentorName }: Answer): string {
  const found = readSays(says);
  switch (found.kind) {
    case 'paired':
      return words.paired;
    case 'not-available':
      return words.notAvailable;
    case 'locked':
      return words.locked(found.side === 'mentee' ? menteeName : mentorName);
    case 'not-ranked':
      return words.notRanked(inWords(found.by.map(side => (side === 'mentee' ? menteeName : mentorName))));
    case 'blocked':
      return words.blocked(inWords(found.by.flatMap(rule => words.rules[rule as keyof typeof words.rules] ?? [])));
    case 'costs': {
      const names = inWords(others.filter(one => one.name !== '').map(one => one.name));
      const moved = names === '' ? '' : ` ${words.others(names)}`;
      if (found.people > 0) return words.costsPeople(found.people) + moved;
      if (found.total > 0) return words.costsFit + moved;
      return words.equal + moved;
    }
  }
}

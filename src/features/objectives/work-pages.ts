// Working on an objective: what shows it (any time, R33), how far it is, the mentor's words and comments (R32), and a day to look at it together.
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Fields, Form } from '../../conversation/form.ts';
import { text, type View } from '../../conversation/notice.ts';
import type { LetterOrder, Outcome } from '../../conversation/outcome.ts';
import { addMonths, dayOf, instantAt } from '../../scheme/calendar.ts';
import type { Objective } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { type AboutOne, at, goneView, type OneTurn, onePlan, workingOn } from './about.ts';
import { says } from './messages.ts';
import { dayAhead, gone, kept } from './write-pages.ts';

const MOST_EVIDENCE = 30;
const MOST_COMMENTS = 20;
const MOST_REVIEWS = 24;

const written = { kind: 'text', optional: true, seenBy: 'pairing', lines: true } as const;
const link = {
  kind: 'link',
  label: says.evidenceWeb,
  hint: says.evidenceWebHint,
  optional: true,
  seenBy: 'pairing',
} as const;

type Work<F extends Fields> = {
  word: string;
  side: Role | 'either';
  form: (turn: OneTurn, found: AboutOne) => Pick<Form<F>, 'title' | 'intro' | 'fields' | 'values' | 'submit'>;
  take: (turn: OneTurn, found: AboutOne, answers: AnswersOf<F>) => Outcome;
};

/** A form about one objective that is on its way, for this side alone. */
const workPage = <F extends Fields>({ word, side, form, take }: Work<F>) =>
  pageOf({
    word,
    for: 'member',
    plan: onePlan,
    show: (turn): Form<F> | View => {
      const found = workingOn(turn, side);
      return found ? { ...form(turn, found), back: at(found) } : goneView(turn);
    },
    take: (turn, _ids, answers: AnswersOf<F>) => {
      const found = workingOn(turn, side);
      return found ? take(turn, found, answers) : gone();
    },
  });

/** The other one is told that there is something to read: one message, however much is added before it is sent. */
const newsOrder = ({ objective, mine }: AboutOne): LetterOrder => ({
  letter: 'objective.news',
  ids: { objective: objective.id },
  to: { person: mine.partner },
  id: `objective.news-${objective.id}-${mine.partner}`,
});

function withEvidence(
  turn: OneTurn,
  found: AboutOne,
  what: string | undefined,
  web: string | undefined,
): Objective['evidence'] {
  const { evidence } = found.objective;
  if (what === undefined && web === undefined) return evidence;
  const on = dayOf(turn.now, found.zone);
  return [...evidence, { id: turn.id('evidence'), text: what ?? says.evidenceLink, ...(web ? { link: web } : {}), on }];
}

const evidenceFields = {
  text: { ...written, label: says.evidenceText, optional: false, max: 500 },
  link,
} as const;

export const evidencePage = workPage<typeof evidenceFields>({
  word: 'objective.evidence',
  side: 'mentee',
  form: () => ({
    title: says.evidenceTitle,
    intro: [text(says.evidenceIntro)],
    fields: evidenceFields,
    submit: says.evidenceSave,
  }),
  take: (turn, found, answers) => {
    if (found.objective.evidence.length >= MOST_EVIDENCE)
      return { problems: { text: says.evidenceMany(MOST_EVIDENCE) } };
    return kept(turn, found, { ...found.objective, evidence: withEvidence(turn, found, answers.text, answers.link) });
  },
});

const reviewFields = {
  progress: {
    kind: 'scale',
    label: says.progress,
    from: 0,
    to: 4,
    low: says.low,
    high: says.high,
    optional: false,
    seenBy: 'pairing',
  },
  evidence: { ...written, label: says.reviewEvidence, hint: says.reviewEvidenceHint, max: 500 },
  link,
  helped: { ...written, label: says.helped, max: 500 },
  hindered: { ...written, label: says.hindered, max: 500 },
  next: { ...written, label: says.next, max: 500 },
} as const;

/** R33: how far it is, and each time what shows it. */
export const reviewPage = workPage<typeof reviewFields>({
  word: 'objective.review',
  side: 'mentee',
  form: (_turn, { objective }) => ({
    title: says.reviewTitle,
    intro: [text(says.reviewIntro(objective.title))],
    fields: reviewFields,
    submit: says.reviewSave,
  }),
  take: (turn, found, { progress, evidence, link: web, helped, hindered, next }) => {
    const { objective } = found;
    const more = withEvidence(turn, found, evidence, web);
    if (more.length > MOST_EVIDENCE) return { problems: { evidence: says.evidenceMany(MOST_EVIDENCE) } };
    const on = dayOf(turn.now, found.zone);
    const review = { id: turn.id('review'), on, progress, helped, hindered, next };
    const reviews = [...objective.reviews, review].slice(-MOST_REVIEWS);
    return kept(turn, found, { ...objective, evidence: more, reviews }, { letters: [newsOrder(found)] });
  },
});

const proposeFields = {
  title: { ...written, label: says.form.title, lines: false, optional: false, max: 100 },
  specific: { ...written, label: says.form.specific, hint: says.form.specificHint, optional: false, max: 600 },
  measure: { ...written, label: says.form.measure, hint: says.form.measureHint, optional: false, max: 600 },
} as const;

export const proposePage = workPage<typeof proposeFields>({
  word: 'objective.propose',
  side: 'mentor',
  form: (_turn, { objective, mine }) => {
    const { title, specific, measure } = objective.proposal ?? objective;
    return {
      title: says.proposeTitle,
      intro: [text(says.proposeIntro(mine.given))],
      fields: proposeFields,
      values: { title, specific, measure },
      submit: says.proposeSave,
    };
  },
  take: (turn, found, answers) =>
    kept(
      turn,
      found,
      { ...found.objective, proposal: { id: turn.id('proposal'), ...answers } },
      { letters: [newsOrder(found)] },
    ),
});

const commentFields = { comment: { ...written, label: says.commentText, optional: false, max: 500 } } as const;

export const commentPage = workPage<typeof commentFields>({
  word: 'objective.comment',
  side: 'mentor',
  form: (_turn, { mine }) => ({
    title: says.commentTitle,
    intro: [text(says.commentIntro(mine.given))],
    fields: commentFields,
    submit: says.commentSave,
  }),
  take: (turn, found, { comment }) => {
    const { objective } = found;
    if (objective.comments.length >= MOST_COMMENTS) return { problems: { comment: says.commentsMany(MOST_COMMENTS) } };
    const added = { id: turn.id('comment'), text: comment, on: dayOf(turn.now, found.zone) };
    const comments = [...objective.comments, added];
    return kept(turn, found, { ...objective, comments }, { letters: [newsOrder(found)] });
  },
});

type DayFields = { day: Extract<Fields[string], { kind: 'date' }> & { optional: false } };

/** Either of the two sets the day; on it the mentee is asked how far it is. */
export const datePage = workPage<DayFields>({
  word: 'objective.date',
  side: 'either',
  form: (turn, { objective, zone }) => {
    const today = dayOf(turn.now, zone);
    return {
      title: says.dateTitle,
      intro: [text(says.dateIntro)],
      fields: {
        day: {
          kind: 'date',
          label: says.dateLabel,
          optional: false,
          seenBy: 'pairing',
          from: today,
          to: addMonths(today, 24),
        },
      },
      values: { day: dayAhead(objective.reviewOn, today) },
      submit: says.dateSave,
    };
  },
  take: (turn, found, { day }) =>
    kept(turn, found, { ...found.objective, reviewOn: day, askAt: instantAt(day, '09:00', turn.scheme.zone) }),
});

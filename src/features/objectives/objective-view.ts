// One objective as each of the two reads it: what it says, its steps, what shows it, what the mentor adds, and how it ended.
import {
  type Button,
  facts,
  heading,
  type Ids,
  list,
  note,
  open,
  type Part,
  press,
  row,
  type Text,
  text,
  type View,
} from '../../conversation/notice.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Objective, Scheme } from '../../scheme/kinds.ts';
import { type AboutOne, at } from './about.ts';
import { says } from './messages.ts';
import { celebrateParts } from './reached.ts';

/** So many of what was added are shown at once; the rest is a tap away. */
export const SHOWN = 5;

const said = (label: string, value: string | undefined): Part[] =>
  value ? [text([{ bold: label }, '\n', value])] : [];
const idsOf = (found: AboutOne) => at(found).ids;

function factsOf({ objective }: AboutOne): Part {
  const { state, due, reviewOn, reviews } = objective;
  const isLooked = reviews.some(({ on }) => reviewOn !== undefined && on >= reviewOn);
  const lines: [string, string][] = [
    [says.state, says.states[state] ?? ''],
    [says.due, sayDay(due)],
    ...(state === 'running' && reviewOn && !isLooked ? [[says.reviewOn, sayDay(reviewOn)] as [string, string]] : []),
  ];
  return facts(lines);
}

/** Two buttons and no switch: a finger that presses twice does not undo what it has done. */
const tick = (isDone: boolean, ids: Ids): Button =>
  isDone ? press(says.undo, 'objective', 'undo', ids) : press(says.done, 'objective', 'step', ids);

/** The mentee ticks off, the mentor reads. */
function stepParts(found: AboutOne, { scheme, now }: Pick<Turn, 'scheme' | 'now'>): Part[] {
  const { objective, mine, runs } = found;
  if (objective.steps.length === 0) return [];
  const mayTick = mine.side === 'mentee' && runs && objective.state === 'running';
  const steps = objective.steps.map(({ id, text: step, done }) =>
    row(done ? says.stepDone(step) : step, mayTick ? tick(done, { ...idsOf(found), step: id }) : undefined),
  );
  return [heading(says.stepsHead), ...steps, ...celebrateParts(found, scheme, dayOf(now, found.zone))];
}

/** One thing that shows how far it is, with its link. */
export function evidenceLine({ text: what, link, on }: Objective['evidence'][number]): Text {
  const line = says.evidenceOn(what, sayDay(on));
  return link === undefined ? line : [line, ' ', { link, label: says.evidenceLink }];
}

/** R33: whether there is any is said to the mentor as well. */
function evidenceParts(found: AboutOne): Part[] {
  const { evidence } = found.objective;
  if (evidence.length === 0) return [heading(says.evidenceHead), note(says.evidenceNone)];
  const latest = evidence.slice(-SHOWN).reverse();
  const all = open(says.evidenceAll, 'objective.all', idsOf(found));
  return [
    heading(says.evidenceHead),
    evidence.length > SHOWN ? row(says.evidenceCount(evidence.length), all) : note(says.evidenceCount(evidence.length)),
    list(latest.map(evidenceLine)),
  ];
}

/** R32: words of the mentor's change nothing until the mentee takes them. */
function proposalParts(found: AboutOne): Part[] {
  const { objective, mine, runs } = found;
  const { proposal } = objective;
  if (!proposal || objective.state !== 'running') return [];
  if (mine.side === 'mentor') return [note(says.proposalOwn)];
  const ids = { ...idsOf(found), proposal: proposal.id };
  return [
    heading(says.proposalHead(mine.given)),
    text([{ bold: proposal.title }]),
    ...said(says.labels.specific, proposal.specific),
    ...said(says.labels.measure, proposal.measure),
    ...(runs
      ? [
          {
            part: 'buttons' as const,
            buttons: [press(says.take, 'objective', 'take', ids), press(says.leave, 'objective', 'leave', ids)],
          },
        ]
      : []),
  ];
}

function laterParts({ objective }: AboutOne): Part[] {
  const { comments, reviews, result } = objective;
  const reviewed = reviews
    .slice(-SHOWN)
    .flatMap(({ on, progress, helped, hindered, next }): Part[] => [
      text([{ bold: says.reviewLine(sayDay(on), progress) }]),
      ...said(says.helped, helped),
      ...said(says.hindered, hindered),
      ...said(says.next, next),
    ]);
  return [
    ...said(says.resultHead, result),
    ...(reviewed.length > 0 ? [heading(says.reviewsHead), ...reviewed] : []),
    ...(comments.length > 0
      ? [
          heading(says.commentsHead),
          list(comments.slice(-SHOWN).map(({ text: what, on }) => says.evidenceOn(what, sayDay(on)))),
        ]
      : []),
  ];
}

function buttonsFor(found: AboutOne, scheme: Scheme): Button[] {
  const { objective, mine, runs } = found;
  const ids = idsOf(found);
  const back = open(says.back, 'objectives', { pairing: objective.pairing });
  const isMentee = mine.side === 'mentee';
  const paper = press(says.paper, 'objective', 'paper', ids);
  if (!runs) return [...(isMentee ? [paper] : []), back];
  if (objective.state !== 'running') {
    const tell =
      isMentee && objective.state === 'met' && scheme.stories !== 'off'
        ? [open(says.celebrate, 'forum.write', { what: 'milestone' })]
        : [];
    const write = open(says.write(mine.given), 'pair', { pairing: objective.pairing }, 'primary');
    if (!isMentee) return [...(objective.state === 'met' ? [write] : []), back];
    return [...tell, press(says.reopen, 'objective', 'reopen', ids), paper, back];
  }
  const day = open(says.date, 'objective.date', ids);
  if (!isMentee)
    return [open(says.comment, 'objective.comment', ids), open(says.propose, 'objective.propose', ids), day, back];
  return [
    open(says.evidenceAdd, 'objective.evidence', ids, 'primary'),
    open(says.review, 'objective.review', ids),
    open(says.edit, 'objective.edit', ids),
    day,
    open(says.close, 'objective.close', ids),
    paper,
    back,
  ];
}

/** R34: the mentor is asked for a word in private; the mentee, whether others may hear. */
function metParts({ objective, mine, runs }: AboutOne, scheme: Scheme): Part[] {
  if (objective.state !== 'met' || !runs) return [];
  if (mine.side === 'mentor') return [text(says.mentorMet(mine.given))];
  return [text(says.congratulations), ...(scheme.stories === 'off' ? [] : [note(says.celebrateHint)])];
}

/** The page of an objective; `news` is what has just happened. */
export function objectiveView(found: AboutOne, turn: Pick<Turn, 'scheme' | 'now'>, news?: string): View {
  const { objective } = found;
  const { scheme } = turn;
  return {
    title: says.oneTitle,
    parts: [
      ...(news ? [text(news)] : []),
      heading(objective.title),
      ...metParts(found, scheme),
      factsOf(found),
      ...said(says.labels.specific, objective.specific),
      ...said(says.labels.measure, objective.measure),
      ...said(says.labels.resources, objective.resources),
      ...said(says.labels.relevant, objective.relevant),
      ...proposalParts(found),
      ...stepParts(found, turn),
      ...evidenceParts(found),
      ...laterParts(found),
    ],
    buttons: buttonsFor(found, scheme),
  };
}

// A registration, read by a co-ordinator: the card, the criteria with their gaps by name, what was written for co-ordinators, and the answers to give.
import { cardParts } from '../../conversation/card.ts';
import {
  type Button,
  heading,
  line,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import { checksFor, coordinatorName, missingCriteria } from '../../scheme/joining.ts';
import type { Casefile, Registration, Scheme } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { byWhom, type Case, type CaseTurn, caseOf, notForYou, sayView } from './case.ts';
import { labels, one } from './messages.ts';
import { isMarked } from './rules.ts';

/** The criteria nothing was ticked for, in words; alternatives stand together (R3). */
export function gapsOf(scheme: Scheme, { role, criteria }: Registration): string[] {
  return missingCriteria(scheme, role, criteria).map(group => group.map(check => check.label).join(' / '));
}

function criteriaParts(scheme: Scheme, registration: Registration): Part[] {
  const left = gapsOf(scheme, registration);
  if (checksFor(scheme, registration.role).length === 0) return [heading(one.criteria), text(one.criteriaNone)];
  if (left.length === 0) return [heading(one.criteria), text(one.criteriaMet)];
  return [heading(one.criteria), text([{ bold: one.gap(inWords(left)) }]), note(one.gapAdvice)];
}

const said = (label: string, words: string | undefined): Part[] =>
  words ? [text([{ bold: label }, `\n${words}`])] : [];

function claimParts({ claim }: Casefile): Part[] {
  if (!claim) return [];
  const { what, when, relevance, link } = claim;
  return [
    ...said(one.claim, [what, when].filter(Boolean).join(', ')),
    text(relevance),
    ...(link ? [text([{ link, label: link }])] : []),
  ];
}

/** What was written for co-ordinators. */
export function casefileParts(casefile: Casefile, registration: Registration, hasExclusions: boolean): Part[] {
  const { areaWish, mentoredBefore } = casefile;
  const before = mentoredBefore as keyof typeof one.mentoredBefore | undefined;
  const short = [
    ...(registration.role === 'mentor' ? [one.capacity(registration.capacity)] : []),
    ...(before ? [one.mentoredBefore[before]] : []),
    ...(areaWish ? [one.areaWish[areaWish]] : []),
    ...(hasExclusions ? [one.exclusions] : []),
  ];
  return [
    heading(one.forCoordinators),
    ...(casefile.arrangement ? [text([{ bold: one.arrangement }])] : []),
    ...said(one.goals, casefile.goals),
    ...said(one.achievements, casefile.achievements),
    ...said(one.whySuitable, casefile.whySuitable),
    ...said(one.whyMentor, casefile.whyMentor),
    ...said(one.wishes, casefile.wishes),
    ...short.map(words => text(words)),
    ...claimParts(casefile),
    ...said(one.question, registration.question),
    ...said(one.reply, registration.reply),
  ];
}

function answerButtons({ id, state, training }: Registration): Button[] {
  const ids = { registration: id };
  const claimed = training === 'claimed' ? [open(labels.claim, 'accept.claim', ids)] : [];
  if (state === 'more-info') return [open(labels.decline, 'accept.decline', ids), ...claimed];
  if (state !== 'submitted') return state === 'accepted' ? claimed : [];
  return [
    press(labels.accept, 'accept.one', 'accept', ids, 'primary'),
    open(labels.ask, 'accept.ask', ids),
    open(labels.decline, 'accept.decline', ids),
    ...claimed,
  ];
}

function standing(scheme: Scheme, registration: Registration): Part[] {
  const by = byWhom(scheme, registration);
  switch (registration.state) {
    case 'submitted':
      return [text(one.promised(sayDay(registration.answerBy)))];
    case 'more-info':
      return [text(one.questionOpen(by, registration.question ?? ''))];
    case 'not-accepted':
      return [text(one.decided.declined(by))];
    case 'withdrawn':
      return [text(one.decided.withdrawn)];
    default:
      return registration.decidedBy ? [text(one.decided.accepted(by))] : [];
  }
}

/** Who marked the training, and the way back where it was the wrong person. */
function trainingParts(scheme: Scheme, name: string, registration: Registration): Part[] {
  const { id, trainingBy, trainingAt } = registration;
  if (!isMarked(registration) || trainingAt === undefined) return [];
  const by = trainingBy === undefined ? one.another : [coordinatorName(scheme, trainingBy)];
  const takeBack = press(labels.mistake, 'accept.one', 'mistake', { registration: id });
  return [row(one.marked(by, sayDay(dayOf(trainingAt, scheme.zone))), { ...takeBack, confirm: one.mistakeAsk(name) })];
}

function detail(turn: CaseTurn, { registration, name, leave }: Case): View {
  const { scheme, open: opened } = turn;
  const buttons = answerButtons(registration);
  return {
    title: one.title,
    parts: [
      heading(one.heading(name, registration.role)),
      ...(leave === 'only' ? [note(one.only)] : []),
      ...standing(scheme, registration),
      ...trainingParts(scheme, name, registration),
      ...(buttons.length > 0 ? [{ part: 'buttons' as const, buttons }] : []),
      ...criteriaParts(scheme, registration),
      ...(opened.card ? [line(), note(one.card), ...cardParts(opened.card, scheme), line()] : []),
      ...(opened.casefile ? casefileParts(opened.casefile, registration, opened.exclusions !== undefined) : []),
    ],
    back: { word: 'accept' },
  };
}

/** A registration as this co-ordinator may see it. */
export function oneView(turn: CaseTurn): View {
  const found = caseOf(turn);
  return notForYou(turn) ?? (found ? detail(turn, found) : sayView(one.gone));
}

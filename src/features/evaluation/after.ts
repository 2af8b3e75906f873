// What follows an answer, for whoever gave it: thanks, and the ways that are open now. Nothing of it is kept: it is told by what was just answered.
import { agreedWord } from '../../conversation/agreed.ts';
import { type Button, note, open, type Part, text, type View } from '../../conversation/notice.ts';
import { peopleParts } from '../../conversation/people-to-talk-to.ts';
import type { Point } from '../../scheme/evaluations.ts';
import type { Inquiry, Registration, Scheme } from '../../scheme/kinds.ts';
import { isLive, isRunning } from '../../scheme/states.ts';
import { labels, form as words } from './messages.ts';
import type { Part as Mine } from './mine.ts';
import { GOING_ON, OTHERS } from './questions.ts';

export type Answered = {
  scheme: Scheme;
  part: Mine;
  point: Point;
  /** This person's own registration as a mentor, if there is one. */
  mentor: Registration | undefined;
  /** Their registration in the role asked about, where it rests and nothing they know of stands against going on. */
  resting: Registration | undefined;
  /** What was just answered; nothing where somebody only looks again. */
  answers?: Record<string, unknown>;
  /** The wish to be contacted, ticked, and the line it became, if somebody can read it. */
  isWished?: boolean;
  wish?: Inquiry | undefined;
};

/** Whoever has been helped may like to help: mentees become mentors (F18b), where they are none yet and have not just said no. */
function becoming({ scheme, part, point, mentor, answers }: Answered): Button[] {
  const isSaid = ['yes', 'no'].includes(String(answers?.[OTHERS]));
  const isTime = point.when === 'later' ? !isSaid : point.when === 'end';
  if (!isTime || part.mine.side !== 'mentee' || !scheme.ready || (mentor && isLive(mentor.state))) return [];
  return [open(labels.become, 'register.you', { role: 'mentor' })];
}

/** Some months later, whoever rests finds the way back here; only their own yes takes it (R40). */
const again = ({ point, part, resting }: Answered): Button[] =>
  point.when === 'later' && resting ? [open(labels.again[part.mine.side], 'offer', { registration: resting.id })] : [];

/** F15: half-way the two look at what they agreed and at the objectives as well, where the scheme has them. */
function togetherNow({ scheme, part, point }: Answered): Button[] {
  const { pairing } = part.mine;
  if (point.when !== 'half' || !isRunning(pairing.state)) return [];
  const ids = { pairing: pairing.id };
  return [
    ...(scheme.objectives ? [open(labels.objectives, 'objectives', ids)] : []),
    ...(scheme.agreements ? [open(labels.agreement, agreedWord(scheme), ids)] : []),
  ];
}

const isUnsure = ({ answers }: Answered): boolean => ['unsure', 'no'].includes(String(answers?.[GOING_ON]));

function ways(about: Answered): Button[] {
  const { scheme, part, point } = about;
  const help = open(labels.difficulty, 'difficulty', { pairing: part.mine.pairing.id });
  const isEnd = point.when === 'end';
  return [
    ...(isUnsure(about) ? [{ ...help, style: 'primary' as const }] : []),
    open(labels.home, 'home', {}, isUnsure(about) ? undefined : 'primary'),
    ...togetherNow(about),
    ...again(about),
    open(labels.all, 'evaluation'),
    ...(isEnd && scheme.learningLog ? [open(labels.log, 'log.new')] : []),
    ...(point.when === 'half' && !isUnsure(about) ? [help] : []),
    // R38: a survey elsewhere does not ask for them here.
    ...(point.when === 'half' && point.way === 'link' && scheme.supportAsked ? [open(labels.ask, 'training.ask')] : []),
    ...(isEnd && part.mine.side === 'mentor' && scheme.certificates
      ? [open(labels.certificate, 'evaluation.certificate', { evaluation: part.evaluation.id })]
      : []),
    ...becoming(about),
  ];
}

function contactParts({ scheme, isWished, wish }: Answered): Part[] {
  if (wish) return [text(words.contacted(wish.answerBy))];
  return isWished ? [text(words.contactNobody), ...peopleParts(scheme, words.contactOthers)] : [];
}

/** Thanks, or why there is nothing to answer, and what may be of use now. */
export function said(about: Answered, says: string): View {
  const { scheme, point } = about;
  const isForTwo = togetherNow(about).length > 0;
  return {
    title: point.name,
    parts: [
      text(says),
      ...contactParts(about),
      ...(isForTwo ? [note(words.together(scheme))] : []),
      ...(point.when === 'half' ? [note(isUnsure(about) ? words.unsure : words.fit)] : []),
      ...(point.when === 'end' && scheme.learningLog ? [note(words.end)] : []),
    ],
    buttons: ways(about),
  };
}

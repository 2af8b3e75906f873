// What people ask for, and where they would like to be surer of themselves: totals for co-ordinators, with a session made of a topic in one press (R55).
import { pageOf } from '../../conversation/feature.ts';
import { heading, list, open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { counts, type Opened, page } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { FEWEST_ANSWERS } from '../../scheme/sealed.ts';
import { askedFor, SUPPORT, skills } from '../../scheme/support.ts';
import { labels, asked as words } from './desk-messages.ts';
import { GAPS } from './feedback-page.ts';
import { labels as common } from './messages.ts';

const askedPlan = () => ({
  counted: counts(SUPPORT),
  gaps: counts(GAPS),
  ahead: page('session', 'session.state:planned', { max: 40, oldestFirst: true }),
});
type AskedTurn = Turn<Opened<ReturnType<typeof askedPlan>>>;

function topicParts({ open: { counted, ahead }, scheme }: AskedTurn): Part[] {
  if (!scheme.supportAsked) return [text(words.off)];
  const topics = askedFor(counted, scheme);
  if (topics.length === 0) return [text(words.none)];
  return topics.map(({ key, label, count }) => {
    const isPlanned = ahead.some(session => session.topic === key);
    const says = [{ bold: label }, `\n${words.count(count)}${isPlanned ? `\n${words.planned}` : ''}`];
    return scheme.sessions ? row(says, open(labels.make, 'session.new', { topic: key })) : text(says);
  });
}

/** Each number stands for at least five people; what fewer named is not shown at all. */
function gapParts({ open: { gaps } }: AskedTurn): Part[] {
  if ((gaps['answers'] ?? 0) < FEWEST_ANSWERS) return [text(words.gapsFew)];
  const named = skills
    .map(({ key, label }) => ({ label, n: gaps[key] ?? 0 }))
    .filter(({ n }) => n >= FEWEST_ANSWERS)
    .sort((a, b) => b.n - a.n);
  return [named.length > 0 ? list(named.map(({ label, n }) => words.gap(label, n))) : text(words.gapsNone)];
}

export const askedPage = pageOf({
  word: 'training.asked',
  for: 'coordinator',
  plan: askedPlan,
  show: (turn): View => ({
    title: words.title,
    parts: [text(words.lead), ...topicParts(turn), heading(words.gaps), text(words.gapsLead), ...gapParts(turn)],
    buttons: [open(common.all, 'training'), open(common.mainDesk, 'desk')],
  }),
});

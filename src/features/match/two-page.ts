// Two people a co-ordinator thinks of: what they share, what stands in the way, one line, and the proposal. What that writes is in two-proposal.ts.
import { cardParts } from '../../conversation/card.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { heading, type Ids, list, open, type Part, line as rule, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Role } from '../../scheme/records/people.ts';
import { whyFromCards, whyInWords } from '../../scheme/why.ts';
import { messages } from './messages.ts';
import { two } from './two-messages.ts';
import { inTheWay, isConcerned, nameIn, type TwoTurn, twoPlan } from './two-plan.ts';
import { proposing } from './two-proposal.ts';

const fields = {
  line: { kind: 'text', ...two.line, max: 300, lines: true, optional: true, seenBy: 'pairing' },
} as const;

/** Long persons' ids are none of ours. */
const bothIn = (ids: Ids): { mentee: string; mentor: string } => ({
  mentee: ids['mentee'] ?? 'none',
  mentor: ids['mentor'] ?? 'none',
});

export const twoPage = pageOf({
  word: 'match.propose',
  for: 'coordinator',
  plan: ids => twoPlan(bothIn(ids)),
  show: (turn, ids): Form<typeof fields> | View => {
    const both = bothIn(ids);
    const ways = inTheWay(turn, both);
    const back = { word: 'match.two', ids: both };
    if (ways.length > 0)
      return { title: two.lookTitle, parts: [...wayParts(turn, ways), ...aboutParts(turn)], buttons: further(), back };
    return { title: two.lookTitle, intro: aboutParts(turn), fields, submit: two.propose, back };
  },
  take: (turn, ids, { line }): Outcome => {
    const both = bothIn(ids);
    const ways = inTheWay(turn, both);
    const at = { word: 'match.propose', ids: both };
    if (ways.length > 0)
      return { screen: view({ title: two.lookTitle, parts: wayParts(turn, ways), buttons: further() }, at) };
    const { changes, pairing } = proposing(turn, both, line);
    const done: View = {
      title: two.doneTitle,
      parts: [text(two.done(nameIn(turn, 'mentee'), sayDay(pairing.answerBy)))],
      buttons: further(two.others),
    };
    return { changes, screen: view(done, { word: 'desk' }) };
  },
});

const further = (label = two.another) => [open(label, 'match.two'), open(two.desk, 'desk')];

function wayParts(turn: TwoTurn, ways: string[]): Part[] {
  const names = isConcerned(turn) ? [] : [text([{ bold: namesOf(turn) }])];
  return [...names, heading(two.stands), list(ways), text(two.nothingSent)];
}

const namesOf = (turn: TwoTurn): string => two.names(nameIn(turn, 'mentee'), nameIn(turn, 'mentor'));

/** The fit in words, and both cards with what only co-ordinators read: whether goals and career go together is for a human to judge. */
function aboutParts(turn: TwoTurn): Part[] {
  const { menteeCard, mentorCard } = turn.open;
  if (isConcerned(turn) || !menteeCard || !mentorCard) return [];
  const reasons = whyInWords(whyFromCards(menteeCard, mentorCard, turn.scheme), turn.scheme, 'coordinator');
  return [
    text([{ bold: namesOf(turn) }]),
    heading(two.share),
    list(reasons.length > 0 ? reasons : [two.noReasons]),
    rule(),
    ...personParts(turn, 'mentee'),
    rule(),
    ...personParts(turn, 'mentor'),
  ];
}

function personParts({ open: opened, scheme }: TwoTurn, role: Role): Part[] {
  const [card, file] =
    role === 'mentee' ? [opened.menteeCard, opened.menteeFile] : [opened.mentorCard, opened.mentorFile];
  const said = (title: string, words: string | undefined): Part[] =>
    words ? [text([{ bold: title }, '\n', words])] : [];
  return [
    ...(card ? cardParts(card, scheme) : []),
    ...said(messages.pair.goals, role === 'mentee' ? file?.goals : undefined),
    ...said(messages.pair.wishes, file?.wishes),
  ];
}

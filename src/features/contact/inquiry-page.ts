// A private line as a co-ordinator sees it: one takes it and answers; a second one at the same moment sees whose it is.
import { pageOf } from '../../conversation/feature.ts';
import { type Button, facts, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedOne, via } from '../../conversation/plan.ts';
import { alertAgain } from '../../conversation/private-line.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import { coordinatorName } from '../../scheme/joining.ts';
import type { Inquiry } from '../../scheme/kinds.ts';
import { excludes } from '../../scheme/sealed.ts';
import { helpFacts } from './ask-fields.ts';
import { labels, letters, reply, inquiry as words } from './messages.ts';

const inquiryPlan = (ids: Record<string, string>) => ({
  inquiry: one('inquiry', ids['inquiry'] ?? 'none'),
  who: one('person', via('inquiry', 'person')),
  list: sealedOne('exclusions', via('inquiry', 'person')),
});
type InquiryTurn = Turn<Opened<ReturnType<typeof inquiryPlan>>>;

/** The line, unless its writer keeps this co-ordinator at a distance (also one known by address alone). */
function readable({ actor, open: { inquiry, list } }: InquiryTurn): Inquiry | undefined {
  const self = { id: actor.person?.id ?? actor.account, emailHash: actor.person?.emailHash ?? actor.emailHash };
  return excludes(list, self) ? undefined : inquiry;
}

const goneView = (): View => ({
  title: words.title,
  parts: [text(words.gone)],
  buttons: [open(labels.desk, 'desk')],
});

const isMine = (turn: InquiryTurn, inquiry: Inquiry): boolean =>
  inquiry.takenBy === turn.actor.account || (turn.actor.person?.accounts.includes(inquiry.takenBy ?? '') ?? false);

function stateParts(turn: InquiryTurn, inquiry: Inquiry): Part[] {
  const who = [coordinatorName(turn.scheme, inquiry.takenBy ?? '')];
  if (inquiry.state === 'closed') return [text(words.answeredBy(who)), text(inquiry.answer ?? '')];
  if (inquiry.state === 'open') return [text(words.open)];
  return [text(isMine(turn, inquiry) ? words.yours : words.theirs(who))];
}

function actions(turn: InquiryTurn, inquiry: Inquiry): Button[] {
  const ids = { inquiry: inquiry.id };
  if (inquiry.state === 'closed') return [];
  if (inquiry.state === 'open') return [press(labels.take, 'contact.inquiry', 'take', ids, 'primary')];
  return isMine(turn, inquiry)
    ? [open(labels.reply, 'contact.reply', ids, 'primary')]
    : [press(labels.takeOver, 'contact.inquiry', 'over', ids)];
}

function inquiryView(turn: InquiryTurn): View {
  const inquiry = readable(turn);
  if (!inquiry) return goneView();
  const { zone } = turn.scheme;
  const isOwn = inquiry.person === turn.actor.person?.id;
  return {
    title: words.title,
    parts: [
      facts([
        [words.from, turn.open.who?.name || letters.somebody],
        [words.on, sayDay(dayOf(inquiry.at, zone))],
        [words.by, sayDay(inquiry.answerBy)],
        ...helpFacts(inquiry),
      ]),
      ...(inquiry.urgent ? [text(words.urgent)] : []),
      ...(inquiry.text ? [text(inquiry.text)] : []),
      ...stateParts(turn, inquiry),
      ...(isOwn ? [text(words.own)] : []),
    ],
    buttons: [...(isOwn ? [] : actions(turn, inquiry)), open(labels.desk, 'desk')],
  };
}

const here = (id: string) => ({ word: 'contact.inquiry', ids: { inquiry: id } });

/** Takes a line from one of these states; from any other it only shows whose it is now. */
function take(turn: InquiryTurn, from: Inquiry['state'][]): Outcome {
  const inquiry = readable(turn);
  if (!inquiry) return { screen: view(goneView(), { word: 'contact.inquiry' }) };
  const isOwn = inquiry.person === turn.actor.person?.id;
  if (isOwn || !from.includes(inquiry.state) || isMine(turn, inquiry)) {
    return { screen: view(inquiryView(turn), here(inquiry.id)) };
  }
  const after: Inquiry = { ...inquiry, state: 'taken', takenBy: turn.actor.account, takenAt: turn.now };
  return {
    changes: {
      put: [put('inquiry', after)],
      letters: alertAgain(turn.scheme, after),
      history: [{ what: 'inquiry.taken', about: [inquiry.id] }],
    },
    screen: next('contact.reply', { inquiry: inquiry.id }),
  };
}

export const inquiryPage = pageOf({
  word: 'contact.inquiry',
  for: 'coordinator',
  plan: inquiryPlan,
  show: turn => inquiryView(turn),
  press: { take: turn => take(turn, ['open']), over: turn => take(turn, ['open', 'taken']) },
});

const fields = {
  answer: { kind: 'text', ...reply.answer, max: 1500, lines: true, optional: false, seenBy: 'coordinator' },
} as const;

export const replyPage = pageOf({
  word: 'contact.reply',
  for: 'coordinator',
  plan: inquiryPlan,
  show: turn => {
    const inquiry = readable(turn);
    const isOwn = inquiry?.person === turn.actor.person?.id;
    if (!inquiry || isOwn || inquiry.state === 'closed') return inquiryView(turn);
    return {
      title: reply.title,
      intro: [
        text(reply.asked(turn.open.who?.name || letters.somebody)),
        ...(helpFacts(inquiry).length > 0 ? [facts(helpFacts(inquiry))] : []),
        ...(inquiry.text ? [text(inquiry.text)] : []),
      ],
      fields,
      submit: labels.send,
      back: here(inquiry.id),
    };
  },
  take: (turn, _ids, { answer }) => {
    const inquiry = readable(turn);
    if (!inquiry || inquiry.state === 'closed') return { screen: view(inquiryView(turn), { word: 'contact.inquiry' }) };
    const after: Inquiry = { ...inquiry, state: 'closed', takenBy: turn.actor.account, answer };
    return {
      changes: {
        put: [put('inquiry', after)],
        letters: [
          {
            letter: 'contact.answered',
            ids: { inquiry: inquiry.id },
            to: { person: inquiry.person },
            id: `contact.answered.${inquiry.id}`,
          },
          ...alertAgain(turn.scheme, after),
        ],
        history: [{ what: 'inquiry.answered', about: [inquiry.id, inquiry.person] }],
      },
      screen: next('contact.inquiry', { inquiry: inquiry.id }),
    };
  },
});

// A private line to the co-ordinators, with the day by which an answer is promised. People come first: nobody has to fill in a form (R52).
import { pageOf } from '../../conversation/feature.ts';
import type { Fields, Form } from '../../conversation/form.ts';
import { newcomerPuts, whoActs } from '../../conversation/newcomer.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { put, view } from '../../conversation/outcome.ts';
import { coordinatorSpans, peopleParts } from '../../conversation/people-to-talk-to.ts';
import { allOf, me, mine, myAccount, type Opened, one } from '../../conversation/plan.ts';
import { alertOrders, closedToFor, readersOf } from '../../conversation/private-line.ts';
import type { Turn } from '../../conversation/turn.ts';
import { answerPromise } from '../../scheme/joining.ts';
import type { Inquiry } from '../../scheme/kinds.ts';
import { sideOf } from '../../scheme/sides.ts';
import { helpFields, lineFields, saidIn } from './ask-fields.ts';
import { ask, labels } from './messages.ts';

const askPlan = (ids: Record<string, string>) => ({
  early: one('notebook', myAccount),
  pairings: allOf('pairing', me, 40),
  about: one('pairing', ids['pairing'] ?? 'none'),
  exclusions: one('exclusions', mine()),
});
type AskTurn = Turn<Opened<ReturnType<typeof askPlan>>>;

/** Come to from where something isn't working between two people. */
const isDifficulty = (ids: Ids): boolean => ids['about'] === 'difficulty';

function closedFor({ actor, open: opened, scheme }: AskTurn): string[] {
  return actor.person ? closedToFor(actor.person.id, opened.pairings, opened.exclusions, scheme) : [];
}

function nobodyView(turn: AskTurn): View {
  const only = turn.scheme.coordinators.length > 0;
  const people = peopleParts(turn.scheme, ask.nobody);
  return {
    title: ask.title,
    parts: only && people.length > 0 ? people : [text(ask.nobodyElse)],
    buttons: [open(labels.contact, 'contact')],
  };
}

function askForm(turn: AskTurn, ids: Ids): Form | View {
  const readers = readersOf(turn.scheme, closedFor(turn));
  if (readers.length === 0) return nobodyView(turn);
  const fields: Fields = isDifficulty(ids) ? helpFields(turn.scheme) : lineFields;
  return {
    title: isDifficulty(ids) ? ask.helpTitle : ask.title,
    intro: [
      ...peopleParts(turn.scheme, ask.urgent),
      text(ask.readers(coordinatorSpans(turn.scheme, turn.actor.account, readers))),
    ],
    fields,
    submit: labels.send,
    back:
      isDifficulty(ids) && ids['pairing']
        ? { word: 'difficulty', ids: { pairing: ids['pairing'] } }
        : { word: 'contact' },
  };
}

/** When an answer is promised: on the next working day when it is urgent. */
function promise({ scheme, now }: AskTurn, urgent: boolean) {
  return answerPromise(urgent ? { ...scheme, answerDays: Math.min(1, scheme.answerDays) } : scheme, now);
}

function sentView(turn: AskTurn, inquiry: Inquiry): View {
  const sent = text(ask.sent(inquiry.answerBy));
  return {
    title: ask.thanks,
    parts: inquiry.urgent ? [...peopleParts(turn.scheme, ask.urgent), sent] : [sent],
    buttons: [open(labels.home, 'home')],
  };
}

export const askPage = pageOf({
  word: 'contact.ask',
  for: 'anyone',
  plan: askPlan,
  show: (turn, ids) => askForm(turn, ids),
  take: (turn, _ids, answers: Record<string, unknown>) => {
    const { person, isNew } = whoActs(turn);
    const { about, early } = turn.open;
    const said = saidIn(answers);
    const inquiry: Inquiry = {
      id: turn.id('inquiry'),
      person: person.id,
      ...said,
      ...(about && sideOf(about, person.id) ? { pairing: about.id } : {}),
      at: turn.now,
      ...promise(turn, said.urgent),
      state: 'open',
      escalated: false,
      closedTo: closedFor(turn),
    };
    return {
      changes: {
        put: [...(isNew ? newcomerPuts(turn, person, early) : []), put('inquiry', inquiry)],
        letters: alertOrders(turn.scheme, inquiry),
        history: [{ what: 'inquiry.sent', about: [inquiry.id, person.id] }],
      },
      screen: view(sentView(turn, inquiry), { word: 'contact.answer', ids: { inquiry: inquiry.id } }),
    };
  },
});

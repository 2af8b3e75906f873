// The page of an agreement: reading it, confirming the version that was read (R23), dropping a change, taking it along as a paper.
import { pageOf } from '../../conversation/feature.ts';
import type { Ids, Part } from '../../conversation/notice.ts';
import { open, text, type View } from '../../conversation/notice.ts';
import { type LetterOrder, type Outcome, put, view } from '../../conversation/outcome.ts';
import type { Agreement } from '../../scheme/kinds.ts';
import { type About, type AgreementTurn, about, agreementPlan, namesOf, noneView } from './about.ts';
import { agreementView, type Seen } from './agreement-view.ts';
import { says } from './messages.ts';
import { paperOf } from './paper.ts';
import { confirmed, inForce, pairingAfter, stillOpen } from './rules.ts';

const seenBy = (turn: AgreementTurn, found: About): Seen => ({
  ...found,
  zone: turn.actor.person?.zone ?? turn.scheme.zone,
  scheme: turn.scheme,
});

const at = (ids: Ids) => ({ word: 'agreement', ids: ids['pairing'] === undefined ? {} : { pairing: ids['pairing'] } });
const shown = (turn: AgreementTurn, ids: Ids, said?: string): View => {
  const found = about(turn, ids);
  return found ? agreementView(seenBy(turn, found), said) : noneView(turn, ids);
};
const unchanged = (turn: AgreementTurn, ids: Ids, said?: string): Outcome => ({
  screen: view(shown(turn, ids, said), at(ids)),
});

/** The other one is told that there is something: a version to confirm, or that both have. */
export function newsOrder(agreement: Agreement, to: string): LetterOrder {
  const { id, revision } = agreement;
  return {
    letter: 'agreement.news',
    ids: { pairing: id, revision: String(revision) },
    to: { person: to },
    id: `agreement.news-${id}-${to}`,
  };
}

/** What follows when both have confirmed: the agenda of the first working meeting, in the same flow (R21). */
function agreedView({ mine, scheme }: Seen, after: About['mine']['pairing'], now: number): View {
  const ids = { pairing: mine.pairing.id };
  const isAhead = (after.plannedAt ?? 0) > now;
  const agenda = scheme.agendas ? [open(says.agenda, 'meeting.agenda', ids, 'primary')] : [];
  const next = isAhead ? agenda : [open(says.plan, 'checkin.plan', ids, 'primary')];
  const parts: Part[] = [text(says.doneFirst), text(mine.side === 'mentee' ? says.doneMentee : says.doneMentor)];
  return {
    title: says.title,
    parts,
    buttons: [
      ...(mine.side === 'mentee' ? next : []),
      { label: says.paper, to: { word: 'agreement', ids, press: 'paper' } },
      open(says.later, 'pair', ids),
    ],
  };
}

function confirm(turn: AgreementTurn, ids: Ids): Outcome {
  const found = about(turn, ids);
  const draft = found?.agreement?.draft;
  if (!found?.isRunning || !found.agreement || !draft) return unchanged(turn, ids);
  const { mine, agreement } = found;
  if (ids['revision'] !== String(agreement.revision)) return unchanged(turn, ids, says.changed(mine.given));
  if (draft.confirmed.includes(mine.side) || stillOpen(draft.terms).length > 0) return unchanged(turn, ids);
  const after = confirmed(agreement, mine.side, turn.now, turn.scheme);
  const pairing = pairingAfter(mine.pairing, after, mine.side, turn.now, turn.scheme);
  const seen = seenBy(turn, { ...found, agreement: after });
  return {
    changes: {
      put: [put('agreement', after), put('pairing', pairing)],
      letters: [newsOrder(after, mine.partner)],
      history: [{ what: after.draft ? 'agreement.confirmed-by-one' : 'agreement.confirmed', about: [agreement.id] }],
    },
    screen: view(
      after.draft ? agreementView(seen, says.waits(mine.given)) : agreedView(seen, pairing, turn.now),
      at(ids),
    ),
  };
}

/** What was changed since both confirmed goes; either may say so, since nothing of it counts yet. */
function drop(turn: AgreementTurn, ids: Ids): Outcome {
  const found = about(turn, ids);
  if (!found?.isRunning || !found.agreement?.draft || !inForce(found.agreement)) return unchanged(turn, ids);
  const { mine, agreement } = found;
  const after: Agreement = { ...agreement, revision: agreement.revision + 1, draft: undefined };
  return {
    changes: {
      put: [put('agreement', after), put('pairing', { ...mine.pairing, toConfirm: undefined })],
      history: [{ what: 'agreement.draft-dropped', about: [agreement.id] }],
    },
    screen: view(agreementView(seenBy(turn, { ...found, agreement: after })), at(ids)),
  };
}

function paper(turn: AgreementTurn, ids: Ids): Outcome {
  const found = about(turn, ids);
  const version = inForce(found?.agreement);
  if (!found || !version) return unchanged(turn, ids);
  const seen = seenBy(turn, found);
  const document = paperOf(version, namesOf(turn, found.mine), seen.zone);
  return { screen: { show: 'document', document, view: agreementView(seen, says.papered), at: at(ids) } };
}

export const agreementPage = pageOf({
  word: 'agreement',
  for: 'member',
  plan: agreementPlan,
  show: (turn, ids) => shown(turn, ids),
  press: { confirm, drop, paper },
});

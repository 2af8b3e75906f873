// The page of what two people agreed: reading it, confirming the version that was read (R23), dropping a change, taking it along as a paper. What is said once both have confirmed is in agreed-view.ts.
import { agreedWord } from '../../conversation/agreed.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { Ids, View } from '../../conversation/notice.ts';
import { type LetterOrder, type Outcome, put, view } from '../../conversation/outcome.ts';
import { dayOf } from '../../scheme/calendar.ts';
import type { Agreement } from '../../scheme/kinds.ts';
import { type About, type AgreementTurn, about, agreementPlan, namesOf, noneView } from './about.ts';
import { agreedView } from './agreed-view.ts';
import { agreementView, type Seen } from './agreement-view.ts';
import { says } from './messages.ts';
import { paperOf } from './paper.ts';
import { confirmed, inForce, isWhole, notAsked, pairingAfter, stillOpen } from './rules.ts';

const seenBy = (turn: AgreementTurn, found: About): Seen => ({
  ...found,
  zone: turn.actor.person?.zone ?? turn.scheme.zone,
  scheme: turn.scheme,
  now: turn.now,
});

const at = ({ scheme }: AgreementTurn, ids: Ids) => ({
  word: agreedWord(scheme),
  ids: ids['pairing'] === undefined ? {} : { pairing: ids['pairing'] },
});
const shown = (turn: AgreementTurn, ids: Ids, said?: string): View => {
  const found = about(turn, ids);
  return found ? agreementView(seenBy(turn, found), said) : noneView(turn, ids);
};
const unchanged = (turn: AgreementTurn, ids: Ids, said?: string): Outcome => ({
  screen: view(shown(turn, ids, said), at(turn, ids)),
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

function confirm(turn: AgreementTurn, ids: Ids): Outcome {
  const found = about(turn, ids);
  const draft = found?.agreement?.draft;
  if (!found?.isRunning || !found.agreement || !draft) return unchanged(turn, ids);
  const { mine, agreement } = found;
  if (ids['revision'] !== String(agreement.revision)) return unchanged(turn, ids, says.changed(mine.given));
  const before = seenBy(turn, found);
  if (draft.confirmed.includes(mine.side) || stillOpen(agreement, dayOf(turn.now, before.zone)).length > 0)
    return unchanged(turn, ids);
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
      after.draft ? agreementView(seen, says.waits(mine.given)) : agreedView(before, after, pairing),
      at(turn, ids),
    ),
  };
}

/** What was changed since both confirmed goes; either may say so of what they have read, since nothing of it counts yet. A first agreement is written on instead. */
function drop(turn: AgreementTurn, ids: Ids): Outcome {
  const found = about(turn, ids);
  const { draft } = found?.agreement ?? {};
  if (!found?.isRunning || !found.agreement || !draft) return unchanged(turn, ids);
  const { mine, agreement } = found;
  if (ids['revision'] !== String(agreement.revision)) return unchanged(turn, ids, says.changed(mine.given));
  if (!inForce(agreement) && isWhole(draft.terms)) return unchanged(turn, ids);
  const after: Agreement = { ...agreement, revision: agreement.revision + 1, draft: undefined };
  return {
    changes: {
      put: [put('agreement', after), put('pairing', notAsked(mine.pairing))],
      history: [{ what: 'agreement.draft-dropped', about: [agreement.id] }],
    },
    screen: view(agreementView(seenBy(turn, { ...found, agreement: after })), at(turn, ids)),
  };
}

function paper(turn: AgreementTurn, ids: Ids): Outcome {
  const found = about(turn, ids);
  const version = inForce(found?.agreement);
  if (!found || !version) return unchanged(turn, ids);
  const seen = seenBy(turn, found);
  const document = paperOf(version, namesOf(turn, found.mine), seen.zone, turn.scheme);
  return { screen: { show: 'document', document, view: agreementView(seen, says.papered), at: at(turn, ids) } };
}

export const agreementPage = (word: string) =>
  pageOf({
    word,
    for: 'member',
    plan: agreementPlan,
    show: (turn, ids) => shown(turn, ids),
    press: { confirm, drop, paper },
  });

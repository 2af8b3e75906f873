// Writing one part of an agreement. Of two who write at once neither loses a word: changes to different questions come together, the same question shows both.
import { agreedPartWord, agreedWord } from '../../conversation/agreed.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { chosenPairing, heldView, type MyPairing } from '../../conversation/my-pairings.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { type Changes, next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { dayOf } from '../../scheme/calendar.ts';
import type { Agreement } from '../../scheme/kinds.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import { type PartTurn, partPlan, titleOf } from './about.ts';
import { newsOrder } from './agreement-page.ts';
import { says } from './messages.ts';
import { partForm, termsFrom } from './part-form.ts';
import {
  confirmed,
  emptyAgreement,
  hasWritten,
  isChange,
  isWhole,
  merged,
  notAsked,
  type PartNumber,
  pairingAfter,
  revised,
  standing,
  stillOpen,
} from './rules.ts';

const partIn = (ids: Ids): PartNumber => ([2, 3, 4, 5] as const).find(part => ids['part'] === String(part)) ?? 1;

/** Whether the other one has changed what this part asks since the form was drawn. */
function isOvertaken({ changed, open: { agreement } }: PartTurn, mine: MyPairing, part: PartNumber): boolean {
  return changed('agreement', mine.pairing.id) && hasWritten(agreement, mine.partner, part);
}

/** R0: an agreement is not begun where the scheme does without, nor a later day suggested. A new direction needs neither (R42, B18). */
function mayWrite({ scheme, open: { agreement } }: PartTurn, part: PartNumber): boolean {
  if (part === 5) return scheme.extensions;
  return part === 4 || scheme.agreements || isWhole(standing(agreement));
}

function goneView(turn: PartTurn, ids: Ids): View {
  const gone = { title: titleOf(turn.scheme), parts: [text(says.gone)], buttons: [open(says.home, 'home')] };
  return heldView(turn, ids['pairing'] ?? 'none') ?? gone;
}

function show(turn: PartTurn, ids: Ids): Form | View {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  const part = partIn(ids);
  if (!mine || !mayWrite(turn, part)) return goneView(turn, ids);
  return partForm({
    part,
    mine,
    agreement: turn.open.agreement,
    isOvertaken: isOvertaken(turn, mine, part),
    now: turn.now,
    zone: turn.actor.person?.zone ?? turn.scheme.zone,
    scheme: turn.scheme,
  });
}

/** What is to be kept of a part that was sent; or the questions that both have changed. */
function kept(turn: PartTurn, mine: MyPairing, part: PartNumber, typed: Terms): { terms: Terms } | Outcome {
  const { agreement } = turn.open;
  if (!agreement || !isOvertaken(turn, mine, part)) return { terms: typed };
  const both = merged(part, typed, agreement);
  if ('terms' in both) return both;
  const sentence = says.meanwhile(mine.given);
  return { problems: Object.fromEntries(both.differing.map(name => [name, sentence])) };
}

/** What was sent; a question that this scheme does not ask keeps its answer. */
const typedIn = (
  { scheme, open: { agreement } }: PartTurn,
  part: PartNumber,
  answers: Record<string, unknown>,
): Terms =>
  termsFrom(part, part === 2 && !scheme.agendas ? { ...answers, agenda: standing(agreement).agenda } : answers);

/** Whoever suggests a new direction or a later day has said yes to it by that, and the other one is asked at once; an agreement is confirmed once it is read. */
function saved(turn: PartTurn, mine: MyPairing, part: PartNumber, after: Agreement): Changes {
  const { pairing, side, partner } = mine;
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  if (part > 3 && isChange(after) && stillOpen(after, dayOf(turn.now, zone)).length === 0) {
    const said = confirmed(after, side, turn.now, turn.scheme);
    return {
      put: [put('agreement', said), put('pairing', pairingAfter(pairing, said, side, turn.now, turn.scheme))],
      letters: [newsOrder(said, partner)],
      history: [{ what: 'agreement.suggested', about: [pairing.id] }],
    };
  }
  return {
    put: [put('agreement', after), ...(pairing.toConfirm === undefined ? [] : [put('pairing', notAsked(pairing))])],
    history: [{ what: 'agreement.written', about: [pairing.id] }],
  };
}

function take(turn: PartTurn, ids: Ids, answers: Record<string, unknown>): Outcome {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  const word = agreedWord(turn.scheme);
  const part = partIn(ids);
  if (!mine || !mayWrite(turn, part)) return { screen: view(goneView(turn, ids), { word, ids }) };
  const { pairing } = mine;
  const found = kept(turn, mine, part, typedIn(turn, part, answers));
  if (!('terms' in found)) return found;
  const before: Agreement = turn.open.agreement ?? emptyAgreement(pairing);
  const after = revised(before, part, found.terms, pairing[mine.side]);
  const onward = { pairing: pairing.id };
  const screen =
    part >= 3 ? next(word, onward) : next(agreedPartWord(turn.scheme), { ...onward, part: String(part + 1) });
  return after === before ? { screen } : { changes: saved(turn, mine, part, after), screen };
}

export const partPage = (word: string) => pageOf({ word: `${word}.part`, for: 'member', plan: partPlan, show, take });

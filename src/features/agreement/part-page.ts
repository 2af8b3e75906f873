// Writing one part of an agreement. Of two who write at once neither loses a word: changes to different questions come together, the same question shows both.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { chosenPairing, heldView, type MyPairing } from '../../conversation/my-pairings.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import type { Agreement } from '../../scheme/kinds.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import { type PartTurn, partPlan } from './about.ts';
import { says } from './messages.ts';
import { partForm, termsFrom } from './part-form.ts';
import { emptyAgreement, merged, type PartNumber, revised } from './rules.ts';

const partIn = (ids: Ids): PartNumber => ([2, 3, 4, 5] as const).find(part => ids['part'] === String(part)) ?? 1;

/** Whether the other one has changed this part since the form was drawn. */
function isOvertaken({ changed, open: { agreement } }: PartTurn, mine: MyPairing, part: PartNumber): boolean {
  return changed('agreement', mine.pairing.id) && agreement?.draft?.by[part] === mine.partner;
}

function goneView(turn: PartTurn, ids: Ids): View {
  const gone = { title: says.title, parts: [text(says.gone)], buttons: [open(says.home, 'home')] };
  return heldView(turn, ids['pairing'] ?? 'none') ?? gone;
}

function show(turn: PartTurn, ids: Ids): Form | View {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  if (!mine || !(turn.scheme.agreements || turn.open.agreement)) return goneView(turn, ids);
  const part = partIn(ids);
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

function take(turn: PartTurn, ids: Ids, answers: Record<string, unknown>): Outcome {
  const mine = chosenPairing(turn, ids['pairing'] ?? '');
  if (!mine) return { screen: view(goneView(turn, ids), { word: 'agreement', ids }) };
  const { pairing } = mine;
  const part = partIn(ids);
  const found = kept(turn, mine, part, termsFrom(part, answers));
  if (!('terms' in found)) return found;
  const before: Agreement = turn.open.agreement ?? emptyAgreement(pairing);
  const after = revised(before, part, found.terms, mine.side === 'mentor' ? pairing.mentor : pairing.mentee);
  const onward = { pairing: pairing.id };
  const screen = part >= 3 ? next('agreement', onward) : next('agreement.part', { ...onward, part: String(part + 1) });
  if (after === before) return { screen };
  return {
    changes: {
      put: [
        put('agreement', after),
        ...(pairing.toConfirm === undefined ? [] : [put('pairing', { ...pairing, toConfirm: undefined })]),
      ],
      history: [{ what: 'agreement.written', about: [pairing.id] }],
    },
    screen,
  };
}

export const partPage = pageOf({ word: 'agreement.part', for: 'member', plan: partPlan, show, take });

// The pages of the chain: each form keeps what was answered in the person's own notebook and leads to the next; nothing is sent yet.

import { type Page, pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import type { Ids, View } from '../../conversation/notice.ts';
import { type Outcome, type Put, put, type Screen, view } from '../../conversation/outcome.ts';
import { REGISTER_DRAFT } from '../../scheme/joining.ts';
import { isLive } from '../../scheme/states.ts';
import { type Draft, draftOf, idsOf, isChange, type Journey, journeyOf, type Step, stepsOf } from './chain.ts';
import { changeForm, saveChange } from './change.ts';
import { checkView } from './check-view.ts';
import { chainForm } from './forms.ts';
import { last, offer } from './messages.ts';
import { type MyTurn, minePlan } from './mine.ts';
import { notOpenView, statusView } from './status-view.ts';

/** The draft as it stands, for this journey. */
export function draftFor(turn: MyTurn, journey: Journey): Draft {
  return { ...draftOf(turn.open), ...journey };
}

/** Keeps a draft: in the person's notebook, or under their account while the scheme does not know them. */
function keepDraft({ actor, open, now }: MyTurn, draft: Draft): Put {
  const id = actor.person?.id ?? actor.account;
  const before = (actor.person ? open.notebook : open.early) ?? { drafts: {}, reviews: {}, exits: {} };
  const begun = actor.person ? {} : { begunAt: now };
  const drafts = { ...before.drafts, [REGISTER_DRAFT]: draft };
  return put('notebook', { ...before, ...begun, id, person: id, drafts });
}

/** The next form, or the look at everything before it is sent. */
function screenAfter(turn: MyTurn, journey: Journey, draft: Draft, step: Step): Screen {
  const steps = stepsOf(journey);
  const onward = steps[steps.indexOf(step) + 1];
  return onward === undefined
    ? view(checkView(turn, journey, draft), { word: 'register.check', ids: idsOf(journey) })
    : {
        show: 'form',
        form: chainForm(turn, onward, journey, draft),
        at: { word: `register.${onward}`, ids: idsOf(journey) },
      };
}

function show(step: Step, turn: MyTurn, ids: Ids): Form | View {
  if (isChange(ids)) return changeForm(turn, step) ?? statusView(turn);
  const journey = journeyOf(turn.open, ids);
  if (!turn.scheme.ready) return notOpenView();
  if (!journey || !stepsOf(journey).includes(step)) {
    const isMentor = turn.open.mentor !== undefined && isLive(turn.open.mentor.state);
    return statusView(turn, step === 'offer' && isMentor ? { lead: offer.already } : {});
  }
  return chainForm(turn, step, journey, draftOf(turn.open));
}

/** One cannot be kept apart from oneself. */
function namesOneself(turn: MyTurn, answers: Record<string, unknown>): boolean {
  const { person, emailHash } = turn.actor;
  const named = (answers['notPair'] ?? []) as { person?: string; emailHash?: string }[];
  const hash = person?.emailHash ?? emailHash;
  return named.some(one => (person && one.person === person.id) || (hash !== undefined && one.emailHash === hash));
}

function take(step: Step, turn: MyTurn, ids: Ids, answers: Record<string, unknown>): Outcome {
  if (namesOneself(turn, answers)) return { problems: { notPair: last.oneself } };
  if (isChange(ids)) return saveChange(turn, step, answers);
  const journey = journeyOf(turn.open, ids);
  if (!journey) return { screen: view(statusView(turn), { word: 'register.status' }) };
  const draft: Draft = { ...draftFor(turn, journey), [step]: answers };
  return { changes: { put: [keepDraft(turn, draft)] }, screen: screenAfter(turn, journey, draft, step) };
}

const steps: Step[] = ['offer', 'you', 'mentor', 'mentee', 'last'];

export const chainPages: Page[] = steps.map(step =>
  pageOf({
    word: `register.${step}`,
    for: 'anyone',
    plan: minePlan,
    show: (turn, ids) => show(step, turn, ids),
    take: (turn, ids, answers) => take(step, turn, ids, answers),
  }),
);

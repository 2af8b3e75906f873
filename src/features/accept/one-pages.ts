// Answering one registration: accept, ask, decline, decide a claim (A2, A4, A5, R5). Whoever comes second sees who came first.
import { type Page, pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Fields, Form } from '../../conversation/form.ts';
import { facts, type Part, text, type View } from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { coordinatorName, digestOrder, draftFrom, REGISTER_DRAFT, type TrainingMark } from '../../scheme/joining.ts';
import { withDraft } from '../../scheme/sealed.ts';
import { registrationMay } from '../../scheme/states.ts';
import { alreadyView, type Case, type CaseTurn, caseOf, casePlan, notForYou, sayView } from './case.ts';
import { ask, claim, decline, labels, one } from './messages.ts';
import { oneView } from './one-view.ts';
import { accepting, asking, declining, isMarked, marking, unmarking } from './rules.ts';

const outcome = (screen: View, registration: string, changes?: Changes): Outcome => ({
  ...(changes ? { changes } : {}),
  screen: view(screen, { word: 'accept.one', ids: { registration } }),
});

/** Carries out an answer, if it is this co-ordinator's to give and nobody has given one meanwhile. */
function answering(
  turn: CaseTurn,
  to: 'accepted' | 'more-info' | 'not-accepted',
  answer: (found: Case) => { changes: Changes; said: string },
): Outcome {
  const found = caseOf(turn);
  const refused = notForYou(turn);
  if (refused || !found) return outcome(refused ?? sayView(one.gone), found?.registration.id ?? 'none');
  const { registration, name } = found;
  const open = registration.state === 'submitted' || registration.state === 'more-info';
  if (!open || !registrationMay(registration.state, to)) {
    return outcome(alreadyView(turn.scheme, registration, name), registration.id);
  }
  const { changes, said } = answer(found);
  return outcome(sayView(said), registration.id, changes);
}

const accept = (turn: CaseTurn): Outcome =>
  answering(turn, 'accepted', ({ registration, name }) => {
    const { changes, accepted } = accepting(turn, [registration], turn.open.person ? [turn.open.person] : []);
    return { changes, said: accepted[0]?.state === 'accepted' ? one.acceptedTraining(name) : one.accepted(name) };
  });

/** Somebody was marked as having been at the training who was not. */
function mistake(turn: CaseTurn): Outcome {
  const found = caseOf(turn);
  const refused = notForYou(turn);
  if (refused || !found) return outcome(refused ?? sayView(one.gone), found?.registration.id ?? 'none');
  const { registration, name } = found;
  if (!isMarked(registration)) return outcome(oneView(turn), registration.id);
  const { changes, isTold } = unmarking(turn, registration);
  return outcome(sayView(isTold ? one.unmarkedTold(name) : one.unmarked(name)), registration.id, changes);
}

export const onePage: Page = pageOf({
  word: 'accept.one',
  for: 'coordinator',
  plan: casePlan,
  show: turn => oneView(turn),
  press: { accept, mistake },
});

/** A form about one registration, shown only while it can still be answered. */
function formFor<F extends Fields>(turn: CaseTurn, to: 'more-info' | 'not-accepted', form: (name: string) => Form<F>) {
  const found = caseOf(turn);
  const refused = notForYou(turn);
  if (refused || !found) return refused ?? sayView(one.gone);
  return registrationMay(found.registration.state, to)
    ? form(found.name)
    : alreadyView(turn.scheme, found.registration, found.name);
}

const backTo = ({ open }: CaseTurn) => ({ word: 'accept.one', ids: { registration: open.registration?.id ?? 'none' } });

const askFields = () =>
  ({ question: { kind: 'text', ...ask.question, max: 1000, lines: true, optional: false, seenBy: 'self' } }) as const;

export const askPage: Page = pageOf({
  word: 'accept.ask',
  for: 'coordinator',
  plan: casePlan,
  show: turn =>
    formFor(turn, 'more-info', name => ({
      title: ask.title,
      intro: [text(ask.intro(name))],
      fields: askFields(),
      submit: labels.send,
      back: backTo(turn),
    })),
  take: (turn, _ids, { question }) =>
    answering(turn, 'more-info', ({ registration, name }) => ({
      changes: asking(turn, registration, question),
      said: one.asked(name),
    })),
});

const declineFields = () =>
  ({ reason: { kind: 'text', ...decline.reason, max: 1000, lines: true, optional: false, seenBy: 'self' } }) as const;

/** Somebody who is not in the scheme has no card in it: what they wrote goes back to them as a draft. */
function cardBack({ open }: CaseTurn): Changes {
  const { card, notebook, registration } = open;
  if (!card || !registration) return {};
  const draft = draftFrom(card, registration);
  return {
    erase: [{ kind: 'card', id: card.id }],
    ...(notebook ? { put: [put('notebook', withDraft(notebook, REGISTER_DRAFT, draft))] } : {}),
  };
}

export const declinePage: Page = pageOf({
  word: 'accept.decline',
  for: 'coordinator',
  plan: casePlan,
  show: turn =>
    formFor(turn, 'not-accepted', name => ({
      title: decline.title,
      intro: [text(decline.intro(name))],
      fields: declineFields(),
      submit: labels.send,
      back: backTo(turn),
    })),
  take: (turn, _ids, { reason }) =>
    answering(turn, 'not-accepted', ({ registration, name }) => ({
      changes: together(declining(turn, registration, reason), cardBack(turn)),
      said: one.declined(name),
    })),
});

const claimFields = () =>
  ({
    decision: { kind: 'choice', ...claim.decision, options: claim.options, optional: false, seenBy: 'self' },
    note: { kind: 'text', ...claim.note, max: 1000, lines: true, optional: true, seenBy: 'coordinator' },
  }) as const;
type ClaimAnswers = AnswersOf<ReturnType<typeof claimFields>>;

function claimFacts({ open }: CaseTurn): Part[] {
  const told = open.casefile?.claim;
  if (!told) return [];
  return [
    facts([[claim.what, told.what], ...(told.when ? [[claim.when, told.when] as [string, string]] : [])]),
    text([{ bold: claim.why }, `\n${told.relevance}`]),
    ...(told.link ? [text([{ link: told.link, label: told.link }])] : []),
  ];
}

/** Undefined while the claim still waits for an answer. */
function claimAnswered(turn: CaseTurn, { registration }: Case): View | undefined {
  if (registration.training === 'claimed') return undefined;
  const { trainingBy } = registration;
  return sayView(claim.already(trainingBy ? [coordinatorName(turn.scheme, trainingBy)] : 'Another co-ordinator'));
}

function decideClaim(turn: CaseTurn, { decision, note }: ClaimAnswers): Outcome {
  const found = caseOf(turn);
  const refused = notForYou(turn) ?? (found && claimAnswered(turn, found));
  if (refused || !found) return outcome(refused ?? sayView(one.gone), found?.registration.id ?? 'none');
  const { registration, name } = found;
  const mark = decision as TrainingMark;
  const { casefile } = turn.open;
  const isThrough = mark === 'exempt' && registration.state === 'accepted';
  return outcome(
    sayView(claim.done(name)),
    registration.id,
    together(
      marking(turn, [registration], mark, isThrough ? 'accept.ready' : 'accept.claim'),
      casefile ? { put: [put('casefile', { ...casefile, claimNote: note })] } : {},
      { letters: [digestOrder('update')] },
    ),
  );
}

export const claimPage: Page = pageOf({
  word: 'accept.claim',
  for: 'coordinator',
  plan: casePlan,
  show: turn => {
    const found = caseOf(turn);
    if (!found) return sayView(one.gone);
    return (
      notForYou(turn) ??
      claimAnswered(turn, found) ?? {
        title: claim.title,
        intro: [text(claim.intro(found.name)), ...claimFacts(turn)],
        fields: claimFields(),
        submit: labels.send,
        back: backTo(turn),
      }
    );
  },
  take: (turn, _ids, answers) => decideClaim(turn, answers as ClaimAnswers),
});

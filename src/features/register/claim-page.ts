// A claim of earlier training or experience (F05): a co-ordinator decides what it stands in for (R5).
import { type Page, pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { trainingRule } from '../../scheme/joining.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { withClaim } from './answers.ts';
import { type Folder, folderOf, writesOf } from './folder.ts';
import { claim, labels } from './messages.ts';
import { isRole, type MyTurn, minePlan } from './mine.ts';
import { type ClaimAnswers, claimFields } from './more-forms.ts';
import { fitting } from './prefill.ts';
import { arrival } from './send.ts';
import { statusView } from './status-view.ts';

/** Whether there is a training step left that earlier experience could stand in for. */
export function mayClaim(scheme: Scheme, folder: Folder, role: Role): boolean {
  if (trainingRule(scheme, role) === 'none') return false;
  const training = folder[role]?.registration.training;
  return training === 'needed' || training === 'partly' || training === 'claimed';
}

function takeClaim(turn: MyTurn, role: unknown, answers: ClaimAnswers): Outcome {
  const before = folderOf(turn);
  if (!isRole(role) || !mayClaim(turn.scheme, before, role)) {
    return { screen: view(statusView(turn, { lead: claim.decided }), { word: 'register.status' }) };
  }
  const after = withClaim(before, role, answers);
  const about = [`${before.person.id}-${role}`];
  return {
    changes: {
      put: writesOf(turn, before, after),
      letters: [arrival(turn)],
      history: [{ what: 'training.claimed', about }],
    },
    screen: view(statusView(turn, { after }), { word: 'register.status' }),
  };
}

export const claimPage: Page = pageOf({
  word: 'register.claim',
  for: 'anyone',
  plan: minePlan,
  show: (turn, ids) => {
    const folder = folderOf(turn);
    const role = ids['role'];
    if (!isRole(role) || !folder[role]) return statusView(turn);
    if (!mayClaim(turn.scheme, folder, role))
      return { title: claim.title, parts: [text(claim.notAsked)], back: { word: 'register.status' } };
    const fields = claimFields();
    return {
      title: claim.title,
      intro: [text(claim.intro)],
      fields,
      values: fitting(fields, { ...folder[role].casefile.claim }),
      submit: labels.send,
      back: { word: 'register.status' },
    };
  },
  take: (turn, ids, answers) => takeClaim(turn, ids['role'], answers as ClaimAnswers),
});

// A co-ordinator's question and the answer to it (A2, A3).
import { type Page, pageOf } from '../../conversation/feature.ts';
import type { AnswersOf } from '../../conversation/form.ts';
import { heading, type Ids, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { answerPromise } from '../../scheme/joining.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { folderOf } from './folder.ts';
import { answer, labels } from './messages.ts';
import { type MyTurn, minePlan, registrationOf, roles } from './mine.ts';
import { arrival } from './send.ts';
import { statusView } from './status-view.ts';

const fields = () =>
  ({ reply: { kind: 'text', ...answer.reply, max: 2000, lines: true, optional: false, seenBy: 'self' } }) as const;
type Answers = AnswersOf<ReturnType<typeof fields>>;

/** My registration that a question is open about. */
function asked(turn: MyTurn, ids: Ids): Registration | undefined {
  return roles
    .flatMap(role => registrationOf(turn.open, role) ?? [])
    .find(one => one.id === ids['registration'] && one.state === 'more-info');
}

function goneView(): View {
  return { title: answer.title, parts: [text(answer.gone)], buttons: [open(labels.open, 'register.status')] };
}

function takeReply(turn: MyTurn, ids: Ids, { reply }: Answers): Outcome {
  const before = asked(turn, ids);
  if (!before) return { screen: view(goneView(), { word: 'register.status' }) };
  const after: Registration = { ...before, state: 'submitted', reply, ...answerPromise(turn.scheme, turn.now) };
  const folder = folderOf(turn);
  const one = folder[before.role];
  const shown = one ? { ...folder, [before.role]: { ...one, registration: after } } : folder;
  return {
    changes: {
      put: [put('registration', after)],
      letters: [arrival(turn)],
      history: [{ what: 'registration.answered', about: [after.id] }],
    },
    screen: view(statusView(turn, { after: shown }), { word: 'register.status' }),
  };
}

export const answerPage: Page = pageOf({
  word: 'register.answer',
  for: 'anyone',
  plan: minePlan,
  show: (turn, ids) => {
    const registration = asked(turn, ids);
    if (!registration) return goneView();
    return {
      title: answer.title,
      intro: [heading(answer.intro), text(registration.question ?? '')],
      fields: fields(),
      submit: answer.submit,
      back: { word: 'register.status' },
    };
  },
  take: (turn, ids, answers) => takeReply(turn, ids, answers as Answers),
});

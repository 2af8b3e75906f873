// What I want from this: asked at registration, kept in one's own notebook, and changed here.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { text, type View } from '../../conversation/notice.ts';
import { next, put } from '../../conversation/outcome.ts';
import { aim, labels } from './messages.ts';
import { bookOf, notebookOf, offView } from './mine.ts';

const fields = {
  aim: { kind: 'text', ...aim.aim, max: 1000, lines: true, optional: true, seenBy: 'own' },
} as const;
type AimFields = typeof fields;

export const aimPage = pageOf({
  word: 'log.aim',
  for: 'member',
  plan: () => ({ notebook: notebookOf() }),
  // R0: what somebody has written stays theirs to change; nobody is asked anew.
  show: ({ open: { notebook }, scheme }): Form<AimFields> | View =>
    scheme.learningLog || notebook?.aim !== undefined
      ? {
          title: aim.title,
          intro: [text(aim.intro)],
          fields,
          values: notebook?.aim === undefined ? {} : { aim: notebook.aim },
          submit: labels.save,
          back: { word: 'log' },
        }
      : offView(),
  take: ({ open: { notebook }, actor: { person } }, _ids, answers) => {
    if (!person) return { screen: next('log') };
    const book = { ...bookOf(person.id, notebook), aim: answers.aim };
    return { changes: { put: [put('notebook', book)] }, screen: next('log') };
  },
});

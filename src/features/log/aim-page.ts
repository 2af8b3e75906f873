// What I want from this: asked at registration, kept in one's own notebook, and changed here.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import { next, put } from '../../conversation/outcome.ts';
import { aim, labels } from './messages.ts';
import { bookOf, notebookOf } from './mine.ts';

export const aimPage = pageOf({
  word: 'log.aim',
  for: 'member',
  plan: () => ({ notebook: notebookOf() }),
  show: ({ open: { notebook } }) => ({
    title: aim.title,
    intro: [text(aim.intro)],
    fields: { aim: { kind: 'text', ...aim.aim, max: 1000, lines: true, optional: true, seenBy: 'own' } },
    values: notebook?.aim === undefined ? {} : { aim: notebook.aim },
    submit: labels.save,
    back: { word: 'log' },
  }),
  take: ({ open: { notebook }, actor: { person } }, _ids, answers) => {
    if (!person) return { screen: next('log') };
    const book = { ...bookOf(person.id, notebook), aim: answers.aim };
    return { changes: { put: [put('notebook', book)] }, screen: next('log') };
  },
});

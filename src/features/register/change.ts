// Changing what is on record, before acceptance and after: the same forms, filled in, writing at once.
import type { Fields, Form } from '../../conversation/form.ts';
import { text } from '../../conversation/notice.ts';
import { type Changes, type Outcome, view } from '../../conversation/outcome.ts';
import { withLast, withMentee, withMentor, withYou } from './answers.ts';
import type { Step } from './chain.ts';
import { type Folder, folderOf, writesOf } from './folder.ts';
import { fieldsOf, intros, titles } from './forms.ts';
import { type LastAnswers, lastFields } from './last-form.ts';
import type { MenteeAnswers } from './mentee-form.ts';
import type { MentorAnswers } from './mentor-form.ts';
import { labels, last, profile } from './messages.ts';
import { liveOf, type MyTurn } from './mine.ts';
import { fitting, valuesFor } from './prefill.ts';
import { profileView } from './profile-view.ts';
import type { YouAnswers } from './you-form.ts';

/** Which forms there is something on record for. */
function isOnRecord(folder: Folder, step: Step): boolean {
  if (step === 'mentor' || step === 'mentee') return folder[step] !== undefined;
  return step !== 'offer' && (folder.mentor !== undefined || folder.mentee !== undefined);
}

function fieldsFor(turn: MyTurn, step: Step): Fields {
  if (step === 'last') return lastFields(turn.scheme, { sending: false });
  return fieldsOf(step, turn.scheme, { way: step === 'mentor' ? 'mentor' : 'mentee', route: 'own' });
}

/** The form, filled in from what is on record; undefined when there is nothing to change. */
export function changeForm(turn: MyTurn, step: Step): Form | undefined {
  const folder = folderOf(turn);
  if (!isOnRecord(folder, step)) return undefined;
  const fields = fieldsFor(turn, step);
  return {
    title: step === 'last' ? profile.last : titles[step],
    intro: step === 'last' ? [text(last.changeIntro)] : [text(intros[step])],
    fields,
    values: fitting(fields, valuesFor(turn, step, undefined)),
    submit: labels.save,
    back: { word: 'profile' },
  };
}

function changed(turn: MyTurn, folder: Folder, step: Step, answers: unknown): Folder {
  switch (step) {
    case 'you':
      return withYou(folder, answers as YouAnswers);
    case 'mentor':
      return withMentor(folder, answers as MentorAnswers, turn.scheme);
    case 'mentee':
      return withMentee(folder, answers as MenteeAnswers, turn.scheme, []);
    case 'last':
      return withLast(turn, folder, answers as LastAnswers);
    case 'offer':
      return folder;
  }
}

/** Writes what was answered and shows the profile as it now is. */
export function saveChange(turn: MyTurn, step: Step, answers: Record<string, unknown>): Outcome {
  const before = folderOf(turn);
  if (!isOnRecord(before, step)) return { screen: view(profileView(turn), { word: 'profile' }) };
  const after = changed(turn, before, step, answers);
  return {
    changes: changesTo(turn, before, after),
    screen: view(profileView(turn, after), { word: 'profile' }),
  };
}

/** What is on record is rewritten where it changed. */
export function changesTo(turn: MyTurn, before: Folder, after: Folder): Changes {
  const about = liveOf(turn.open).map(registration => registration.id);
  return { put: writesOf(turn, before, after), history: [{ what: 'registration.changed', about }] };
}

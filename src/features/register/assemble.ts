// From a draft to records: every form's answers are checked once more, since the scheme may have changed since they were typed.
import { type Problems, readAnswers } from '../../conversation/form.ts';
import { withLast, withMentee, withMentor, withYou } from './answers.ts';
import { type Draft, type Journey, rolesOf, type Step, stepsOf } from './chain.ts';
import { type Folder, folderOf, withRole } from './folder.ts';
import { fieldsInChain } from './forms.ts';
import type { LastAnswers } from './last-form.ts';
import type { MenteeAnswers } from './mentee-form.ts';
import type { MentorAnswers } from './mentor-form.ts';
import type { MyTurn } from './mine.ts';
import type { YouAnswers } from './you-form.ts';

export type Gap = { step: Step; problems: Problems };

/** The form that needs another look first, if one does. */
export function gapIn(turn: MyTurn, journey: Journey, draft: Draft): Gap | undefined {
  for (const step of stepsOf(journey)) {
    const read = readAnswers(fieldsInChain(turn, step, journey), draft[step] ?? {});
    if ('problems' in read) return { step, problems: read.problems };
  }
  return undefined;
}

/** The person's folder with the new registrations in it (A1, R10). Call it for a draft without a gap. */
export function assembled(turn: MyTurn, journey: Journey, draft: Draft, before: Folder = folderOf(turn)): Folder {
  const answers = <A>(step: Step): A => {
    const read = readAnswers(fieldsInChain(turn, step, journey), draft[step] ?? {});
    if ('problems' in read) throw new Error(`the draft's form ${step} has a gap`);
    return read.answers as A;
  };
  const asMentor = journey.way === 'mentee' ? undefined : answers<MentorAnswers>('mentor');
  const asMentee = journey.way === 'mentor' ? undefined : answers<MenteeAnswers>('mentee');
  const last = answers<LastAnswers>(stepsOf(journey).at(-1) as Step);
  let folder = before;
  for (const role of rolesOf(journey.way)) folder = withRole(folder, role, turn);
  folder = withYou(folder, answers<YouAnswers>('you'));
  if (asMentor) folder = withMentor(folder, asMentor, turn.scheme);
  if (asMentee) folder = withMentee(folder, asMentee, turn.scheme, asMentor?.criteria ?? []);
  return withLast(turn, folder, last, journey.way === 'both' ? undefined : journey.way);
}

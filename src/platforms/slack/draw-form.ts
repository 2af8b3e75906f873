// A form becomes a window: its questions with what stands in them, sentences about them, and the buttons beside. Single questions are drawn in draw-field.ts.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Form, Problems } from '../../conversation/form.ts';
import type { Target } from '../../conversation/notice.ts';
import { drawButtons, drawParts, drawText } from './draw.ts';
import { drawProblem, drawQuestion } from './draw-field.ts';
import { backButton, titled } from './draw-view.ts';
import { LIMITS } from './limits.ts';
import { standingIn, type Typed } from './standing.ts';
import { encodeWindow } from './target.ts';
import { plain, shortened } from './text.ts';
import { words } from './words.ts';

export type DrawnForm = {
  form: Form;
  at: Target;
  drawn: Record<string, number>;
  problems?: Problems;
  /** What somebody had typed, for fields the form itself says nothing about. */
  typed?: Typed;
};

function questions({ form, at, problems = {}, typed }: DrawnForm, team: string): KnownBlock[] {
  const place = JSON.stringify([at.word, at.ids ?? {}]);
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const standing = standingIn(form, name, typed, team);
    const problem = problems[name] ? drawProblem(problems[name], team) : [];
    return [...problem, ...drawQuestion({ name, field, standing, place, team })];
  });
}

/** Sentences that belong to no question of this form stand at its top. */
function elsewhere({ form, problems = {} }: DrawnForm, team: string): KnownBlock[] {
  const homeless = Object.entries(problems).filter(([name]) => !(name in form.fields));
  return homeless.flatMap(([, sentence]) => drawProblem(sentence, team));
}

/** The window of a form, to be opened, updated or pushed. */
export function drawForm(drawn: DrawnForm, team: string): ModalView {
  const { form, at } = drawn;
  const { title, heading } = titled(form.title);
  const beside = [...(form.buttons ?? []), ...(form.back ? [backButton(form.back)] : [])];
  const blocks = [
    ...heading,
    ...elsewhere(drawn, team),
    ...drawParts(form.intro ?? [], team),
    ...questions(drawn, team),
    ...drawButtons(beside),
  ];
  return {
    type: 'modal',
    callback_id: 'mentor',
    title,
    submit: plain(shortened(form.submit, LIMITS.windowTitle)),
    close: plain(words.cancel),
    private_metadata: encodeWindow(at, drawn.drawn),
    // Slack shows no window without a block.
    blocks: blocks.length > 0 ? blocks : drawText(form.title, team),
  };
}

// A form becomes the body of a card: its questions with what stands in them, sentences about them, and the buttons beside. Single questions are drawn in draw-field.ts.
import type { Form, Option, Problems } from '../../conversation/form.ts';
import type { Button, Target } from '../../conversation/notice.ts';
import type { CardElement } from './card.ts';
import { carry } from './carried.ts';
import { act, drawButton, drawParts, type Hand, inSets } from './draw.ts';
import { drawProblem, drawQuestion, type Help } from './draw-field.ts';
import { type Found, searchData } from './draw-people.ts';
import { type Standing, standingIn, type Typed } from './standing.ts';
import { words } from './words.ts';

export type DrawnForm = {
  form: Form;
  at: Target;
  drawn: Record<string, number>;
  nonce?: string | undefined;
  problems?: Problems | undefined;
  /** What somebody had typed; it counts more than what the form says only while people are sought (`found`). */
  typed?: Typed | undefined;
  found?: Found | undefined;
  /** Channels that can be chosen. */
  channels?: Option[] | undefined;
};

export const backButton = (to: Target): Button => ({ label: words.back, to });

const besides = ({ buttons = [], back }: Form): Button[] => [...buttons, ...(back ? [backButton(back)] : [])];

/** The client holds a form back only where no button on it takes half a form along. */
function isStrict({ fields }: Form): boolean {
  return !Object.values(fields).some(({ kind }) => kind === 'person' || kind === 'account');
}

/** A sentence stands right under the last input of its question. */
function withProblem(elements: CardElement[], sentence: string | undefined): CardElement[] {
  if (!sentence) return elements;
  const last = elements.findLastIndex(element => element.type.startsWith('Input.'));
  return [...elements.slice(0, last + 1), drawProblem(sentence), ...elements.slice(last + 1)];
}

/** Sentences that belong to no question of this form stand at its top. */
function elsewhere({ form, problems = {} }: DrawnForm): CardElement[] {
  return Object.entries(problems)
    .filter(([name]) => !(name in form.fields))
    .map(([, sentence]) => drawProblem(sentence));
}

/** What people are called in this form: only the values of choices come back. */
function labelsIn(standings: [string, Standing][], found: Found | undefined): Record<string, string> {
  const chosen = standings.flatMap(([, { raw, labels }]) =>
    [raw]
      .flat()
      .flatMap(key => (typeof key === 'string' && labels[key] !== undefined ? [[key, labels[key]] as const] : [])),
  );
  return Object.fromEntries([...chosen, ...(found?.options ?? []).map(({ key, label }) => [key, label] as const)]);
}

/** The body of a form, from its first question to its last button. `lane` is where accounts and channels can be chosen. */
export function drawForm(asked: DrawnForm, hand: Hand, lane: string): CardElement[] {
  const { form, at, drawn, nonce, problems = {}, typed, found } = asked;
  const before = { typed, isNewer: found !== undefined, lane };
  const standings = Object.keys(form.fields).map(name => [name, standingIn(form, name, before)] as [string, Standing]);
  const labels = labelsIn(standings, found);
  const dataFor = (field: string) => searchData(field, { at, drawn, nonce, labels });
  const help: Help = { search: { way: hand.way, found, dataFor }, channels: asked.channels ?? [] };
  const strict = isStrict(form);
  const questions = standings.flatMap(([name, standing]) => {
    const field = form.fields[name];
    if (!field) return [];
    return withProblem(drawQuestion({ name, field, standing, pen: hand, isStrict: strict }, help), problems[name]);
  });
  const ids = questions.flatMap(element => ('id' in element ? [element.id] : []));
  const data = carry('send', at, { drawn, asked: ids, labels, ...(nonce === undefined ? {} : { nonce }) });
  const send = act(hand.way, { title: form.submit, style: 'positive' }, data, false);
  return [
    ...elsewhere(asked),
    ...drawParts(form.intro ?? [], hand),
    ...questions,
    ...inSets([send, ...besides(form).map(button => drawButton(button, hand))]),
  ];
}

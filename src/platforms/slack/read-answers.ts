// What stands in a window when it is sent, as raw answers by field name. Whether they are right is the form's own check.
import type { RawAnswer } from '../platform.ts';
import { NO_ANSWER } from './question.ts';
import type { Typed } from './standing.ts';

type Option = { text?: { text?: string }; value?: string };
type Value = {
  type: string;
  value?: string | null;
  selected_option?: Option | null;
  selected_options?: Option[] | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_conversation?: string | null;
  selected_user?: string | null;
};
/** `view.state.values` as Slack sends it. */
export type State = Record<string, Record<string, Value>>;

/** The field a block belongs to, and which part of it; undefined for blocks that hold no answer. */
export function fieldOf(blockId: string): { name: string; part?: number } | undefined {
  const [, name, part] = /^(.+?)(?:#(\d+))?~[0-9a-f]{6}$/.exec(blockId) ?? [];
  if (name === undefined) return undefined;
  try {
    return { name: decodeURIComponent(name), ...(part ? { part: Number(part) } : {}) };
  } catch {
    return undefined;
  }
}

const chosen = (options: Option[] | null | undefined): string[] =>
  (options ?? []).map(option => option.value ?? '').filter(key => key !== '' && key !== NO_ANSWER);

/** Which kind of answer it is stands in the action_id (see draw-field.ts). */
function read(action: string, value: Value, team: string): RawAnswer {
  switch (action) {
    case 'text':
      return value.value ?? null;
    case 'lines':
      return (value.value ?? '').split(/\r?\n/).filter(line => line.trim() !== '');
    case 'one':
      return chosen(value.selected_option ? [value.selected_option] : [])[0] ?? null;
    case 'many':
    case 'people':
      return chosen(value.selected_options);
    case 'agree':
      return chosen(value.selected_options).length > 0;
    case 'date':
      return value.selected_date ?? null;
    case 'time':
      return value.selected_time ?? null;
    case 'account':
      return value.selected_user ? `slack/${team}/${value.selected_user}` : null;
    case 'channel':
      return value.selected_conversation ? `slack/${team}/${value.selected_conversation}` : null;
    default:
      return null;
  }
}

/** All answers of a window; those of questions with several parts are put together in order, without the empty ones. */
export function readWindow(state: State, team: string): Typed {
  const answers: Record<string, RawAnswer> = {};
  const parts: Record<string, [number, RawAnswer][]> = {};
  const labels: Record<string, string> = {};
  for (const [blockId, actions] of Object.entries(state)) {
    const field = fieldOf(blockId);
    const [action, value] = Object.entries(actions)[0] ?? [];
    if (!field || action === undefined || value === undefined) continue;
    const answer = read(action, value, team);
    if (field.part === undefined) answers[field.name] = answer;
    else parts[field.name] = [...(parts[field.name] ?? []), [field.part, answer]];
    for (const { text, value: key } of value.selected_options ?? []) if (key) labels[key] = text?.text ?? '';
  }
  for (const [name, some] of Object.entries(parts)) {
    const inOrder = some.sort(([a], [b]) => a - b).map(([, answer]) => answer);
    answers[name] = inOrder.filter((answer): answer is string => typeof answer === 'string' && answer.trim() !== '');
  }
  return { answers, labels };
}

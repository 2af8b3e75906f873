// Questions about people and channels: a part of a name is typed, sought by a press, and one of those found is chosen. That works in every client.
import type { AccountField, ChannelField, Option, PersonField } from '../../conversation/form.ts';
import type { CardElement } from './card.ts';
import { carry, type Data } from './carried.ts';
import { still } from './dead.ts';
import { act, type Way } from './draw.ts';
import { type Asked, input, inputId, listed, NO_ANSWER, text, texts, toValue } from './question.ts';
import { drawText } from './text.ts';
import { words } from './words.ts';

/** People that were found for a field of a form, and what was typed to find them. */
export type Found = { field: string; typed: string; options: Option[] };

/** What a form carries when people are sought for one of its questions. */
export type Search = { way: Way; found?: Found | undefined; dataFor: (field: string) => Data };

type Whom = Asked<PersonField> | Asked<AccountField>;

const byAddress = (field: PersonField | AccountField): boolean => field.kind === 'person' && field.byEmail;

function said(question: Whom, { found }: Search): CardElement[] {
  if (found?.field !== question.name) return [];
  // Somebody new to the scheme finds nobody by name, and is not to take that for a slip of their own.
  const nobody = byAddress(question.field) ? words.foundNobodyYet : words.foundNobody;
  const sentence = (found.options.length > 0 ? words.found : nobody)(found.typed);
  return drawText(sentence, question.pen, { spacing: 'Small' });
}

/** Those chosen before first, then those found now. */
function offered({ name, standing, pen }: Whom, chosen: string[], { found }: Search): Option[] {
  const known = (key: string): string => standing.labels[key] ?? pen.names.people[key]?.name ?? words.somebodyChosen;
  const before = chosen.map(key => ({ key, label: known(key) }));
  const now = found?.field === name ? found.options : [];
  return [...before, ...now.filter(option => !chosen.includes(option.key))];
}

function choice(question: Whom, options: Option[], chosen: string[], most: number): CardElement[] {
  if (options.length === 0) return [];
  const { field, name } = question;
  const all = most === 1 && field.optional ? [...options, { key: NO_ANSWER, label: words.noAnswer }] : options;
  return [
    {
      type: 'Input.ChoiceSet',
      id: inputId(field.kind === 'person' ? 'people' : 'one', name),
      label: still(words.chooseHere(field.label)),
      style: 'expanded',
      choices: all.map(listed),
      wrap: true,
      spacing: 'Small',
      ...(most > 1 ? { isMultiSelect: true } : {}),
      ...(chosen.length > 0 ? { value: chosen.map(toValue).join(',') } : {}),
    },
  ];
}

/** A box for part of a name, a button that looks for it, and whoever can be chosen so far. */
function drawWhom(question: Whom, most: number, search: Search): CardElement[] {
  const { field, standing } = question;
  const chosen = field.kind === 'person' ? texts(standing.raw) : [text(standing.raw)].filter(Boolean);
  const find = act(search.way, { title: words.find }, search.dataFor(question.name), false);
  return [
    ...input({ ...question, isStrict: false }, 'find', {
      type: 'Input.Text',
      placeholder: byAddress(field) ? words.nameOrAddress : words.partOfAName,
      maxLength: 100,
    }),
    { type: 'ActionSet', spacing: 'Small', actions: [find] },
    ...said(question, search),
    // A client ticks only one of a list of one: more than may be named are shown as ticked and told by the form's own check.
    ...choice(question, offered(question, chosen, search), chosen, Math.max(most, chosen.length)),
  ];
}

export const drawPerson = (question: Asked<PersonField>, search: Search): CardElement[] =>
  drawWhom(question, question.field.atMost, search);

export const drawAccount = (question: Asked<AccountField>, search: Search): CardElement[] =>
  drawWhom(question, 1, search);

/** The data of the button that looks for people. */
export const searchData = (
  field: string,
  {
    at,
    drawn,
    nonce,
    labels,
  }: {
    at: Parameters<typeof carry>[1];
    drawn: Record<string, number>;
    nonce?: string | undefined;
    labels: Record<string, string>;
  },
): Data => carry('find', at, { field, drawn, labels, ...(nonce === undefined ? {} : { nonce }) });

/** One of the channels where Mentor can write. */
export function drawChannel(question: Asked<ChannelField>, channels: Option[]): CardElement[] {
  const { standing, pen } = question;
  const chosen = text(standing.raw);
  const before =
    chosen && !channels.some(({ key }) => key === chosen)
      ? [{ key: chosen, label: pen.names.channels[chosen] ?? words.channelChosen }]
      : [];
  const options = [...before, ...channels];
  if (options.length === 0) return drawText([{ bold: question.field.label }, '\n', words.noChannels], pen);
  const none = question.field.optional ? [{ key: NO_ANSWER, label: words.noAnswer }] : [];
  return input(question, 'one', {
    type: 'Input.ChoiceSet',
    style: 'compact',
    choices: [...options, ...none].map(({ key, label }) => ({ title: still(label), value: toValue(key) })),
    placeholder: words.choose,
    ...(chosen ? { value: toValue(chosen) } : {}),
  });
}

// Each kind of question becomes one or several input blocks. Those answered by choosing: draw-choices.ts. How answers are read back: read-answers.ts.
import type { KnownBlock } from '@slack/types';
import type {
  AccountField,
  ChannelField,
  ChoiceField,
  Field,
  ListField,
  NumberField,
  PersonField,
  TextField,
} from '../../conversation/form.ts';
import { drawText } from './draw.ts';
import { drawAgree, drawChoices, drawOne, drawRanked, drawScale } from './draw-choices.ts';
import { LIMITS } from './limits.ts';
import { drawOption } from './options.ts';
import { type Asked, input, type Question, text, texts } from './question.ts';
import { inPieces, lengthOf, localId, plain, shortened } from './text.ts';
import { words } from './words.ts';

function drawTyped(question: Asked<TextField>): KnownBlock[] {
  const { field, standing } = question;
  const initial = text(standing.raw);
  const max_length = Math.min(LIMITS.typed, Math.max(field.max, lengthOf(initial)));
  return [
    input(question, {
      type: 'plain_text_input',
      action_id: 'text',
      multiline: field.lines || initial.includes('\n'),
      max_length,
      ...(field.min ? { min_length: Math.min(field.min, max_length) } : {}),
      ...(initial ? { initial_value: initial } : {}),
      ...(field.placeholder ? { placeholder: plain(shortened(field.placeholder, LIMITS.placeholder)) } : {}),
    }),
  ];
}

function drawNumber(question: Asked<NumberField>): KnownBlock[] {
  const { field, standing } = question;
  return [
    input(question, {
      type: 'number_input',
      action_id: 'text',
      is_decimal_allowed: false,
      min_value: String(field.from),
      max_value: String(field.to),
      ...(text(standing.raw) ? { initial_value: text(standing.raw) } : {}),
    }),
  ];
}

function drawPerson(question: Asked<PersonField>): KnownBlock[] {
  const { field, standing } = question;
  const chosen = texts(standing.raw).map(value =>
    drawOption({ key: value, label: standing.labels[value] ?? words.somebodyChosen }),
  );
  return [
    input(question, {
      type: 'multi_external_select',
      action_id: 'people',
      placeholder: plain(words.typeAName),
      min_query_length: 2,
      max_selected_items: Math.max(field.atMost, chosen.length),
      ...(chosen.length > 0 ? { initial_options: chosen } : {}),
    }),
  ];
}

function drawAccount(question: Asked<AccountField>): KnownBlock[] {
  const initial = localId(question.team, text(question.standing.raw));
  return [
    input(question, {
      type: 'users_select',
      action_id: 'account',
      placeholder: plain(words.choose),
      ...(initial ? { initial_user: initial } : {}),
    }),
  ];
}

function drawChannel(question: Asked<ChannelField>): KnownBlock[] {
  const { field, standing, team } = question;
  const initial = localId(team, text(standing.raw));
  return [
    input(question, {
      type: 'conversations_select',
      action_id: 'channel',
      placeholder: plain(words.choose),
      filter: {
        include: field.privateOnly ? ['private'] : ['public', 'private'],
        exclude_bot_users: true,
        exclude_external_shared_channels: true,
      },
      ...(initial ? { initial_conversation: initial } : {}),
    }),
  ];
}

/** A few short items have a line each; more, or all that fits, go into one box, one per line. */
function drawLines(question: Asked<ListField>): KnownBlock[] {
  const { field, standing } = question;
  const items = texts(standing.raw);
  const together = items.map(item => item.replaceAll('\n', ' ')).join('\n');
  const room = Math.max(field.atMost * (field.max + 1), lengthOf(together));
  if (field.atMost <= 5 || room > LIMITS.typed) return drawEach(question, items);
  const hint = field.hint ? `${field.hint} ${words.onePerLine}` : words.onePerLine;
  const element = { type: 'plain_text_input', action_id: 'lines', multiline: true, max_length: room } as const;
  return [input(question, together ? { ...element, initial_value: together } : element, { hint })];
}

function drawEach(question: Asked<ListField>, items: string[]): KnownBlock[] {
  const { field } = question;
  return Array.from({ length: Math.max(field.atMost, items.length) }, (_, at) => {
    const initial = items[at] ?? '';
    return input(
      question,
      {
        type: 'plain_text_input',
        action_id: 'text',
        multiline: field.max > 200 || initial.includes('\n'),
        max_length: Math.min(LIMITS.typed, Math.max(field.max, lengthOf(initial))),
        ...(initial ? { initial_value: initial } : {}),
      },
      {
        part: at + 1,
        label: at === 0 ? field.label : words.nth(field.label, at + 1),
        optional: field.optional || at > 0,
        hint: at === 0 ? field.hint : undefined,
      },
    );
  });
}

/** The blocks of one question, with what stands in it. */
export function drawQuestion(question: Question): KnownBlock[] {
  const { field, standing } = question;
  const initial = text(standing.raw);
  const as = <F extends Field>(one: F): Asked<F> => ({ ...question, field: one });
  switch (field.kind) {
    case 'text':
      return drawTyped(as(field));
    case 'number':
      return drawNumber(as(field));
    case 'date':
      return [
        input(question, { type: 'datepicker', action_id: 'date', ...(initial ? { initial_date: initial } : {}) }),
      ];
    case 'time':
      return [
        input(question, { type: 'timepicker', action_id: 'time', ...(initial ? { initial_time: initial } : {}) }),
      ];
    case 'choice':
      return drawOne(as<ChoiceField>(field), field.options);
    case 'choices':
      return drawChoices(as(field));
    case 'scale':
      return drawScale(as(field));
    case 'person':
      return drawPerson(as(field));
    case 'account':
      return drawAccount(as(field));
    case 'channel':
      return drawChannel(as(field));
    case 'ranked':
      return drawRanked(as(field));
    case 'agree':
      return drawAgree(as(field));
    case 'link':
      return [
        input(question, { type: 'url_text_input', action_id: 'text', ...(initial ? { initial_value: initial } : {}) }),
      ];
    case 'list':
      return drawLines(as(field));
  }
}

/** A sentence about a question, above it, when Slack's own place for it is not at hand. */
export function drawProblem(sentence: string, team: string): KnownBlock[] {
  return inPieces(sentence).flatMap(piece => drawText([{ bold: `➜ ${piece}` }], team));
}

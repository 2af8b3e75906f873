// Block Kit's limits, one case each: a thing at its limit is taken, one beyond it is refused with Slack's words and the place.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { aStandIn, button, call, closeAll, modal, option, plain, question, text } from './bolt-app.ts';

let slack: StandIn;
let channel: string;
beforeAll(async () => {
  slack = await aStandIn({ timing: { postBurst: 1000, postsPerMinute: 10_000, rateFactor: 100 } });
  channel = slack.addChannel({ name: 'technicians', botIn: true }).id;
});
afterAll(closeAll);

const letters = (count: number) => 'x'.repeat(count);
const section = (more: object = {}) => ({ type: 'section', text: plain('x'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const press = (more: object = {}) => ({ type: 'button', text: plain('x'), action_id: 'a', ...more });
const select = (count: number, more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: Array.from({ length: count }, (_, i) => option(`o${i}`)),
  ...more,
});
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const messages = (answer: Record<string, unknown>) =>
  ((answer['response_metadata'] as { messages?: string[] })?.messages ?? []).join('\n');

/** What is taken, what is not, and what Slack says to it. */
const BLOCKS: [string, object, object, string][] = [
  [
    'section text',
    section({ text: plain(letters(3000)) }),
    section({ text: plain(letters(3001)) }),
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'code points count',
    { type: 'header', text: plain('😀'.repeat(150)) },
    { type: 'header', text: plain('😀'.repeat(151)) },
    'must be less than 151 characters',
  ],
  ['empty text', section(), section({ text: plain('') }), 'must be more than 0 characters'],
  [
    'section fields',
    section({ fields: many(10, () => plain('x')) }),
    section({ fields: many(11, () => plain('x')) }),
    'no more than 10 items allowed',
  ],
  [
    'section field text',
    section({ fields: [plain(letters(2000))] }),
    section({ fields: [plain(letters(2001))] }),
    '/fields/0/text',
  ],
  ['section without text', section(), { type: 'section' }, 'missing required field: text'],
  [
    'context elements',
    { type: 'context', elements: many(10, () => plain('x')) },
    { type: 'context', elements: many(11, () => plain('x')) },
    'no more than 10 items',
  ],
  [
    'actions elements',
    actions(...many(25, i => press({ action_id: `a${i}` }))),
    actions(...many(26, i => press({ action_id: `a${i}` }))),
    'no more than 25 items',
  ],
  [
    'button text',
    actions(press({ text: plain(letters(75)) })),
    actions(press({ text: plain(letters(76)) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  ['button value', actions(press({ value: letters(2000) })), actions(press({ value: letters(2001) })), '/value'],
  [
    'button style',
    actions(press({ style: 'primary' })),
    actions(press({ style: 'loud' })),
    'must be one of primary, danger',
  ],
  [
    'button with mrkdwn',
    actions(press()),
    actions(press({ text: { type: 'mrkdwn', text: 'x' } })),
    'must be one of plain_text',
  ],
  ['action_id', actions(press({ action_id: letters(255) })), actions(press({ action_id: letters(256) })), '/action_id'],
  [
    'action_id twice',
    actions(press(), press({ action_id: 'b' })),
    actions(press(), press()),
    '`action_id` must be unique',
  ],
  ['block_id', section({ block_id: letters(255) }), section({ block_id: letters(256) }), '/block_id'],
  ['options', section({ accessory: select(100) }), section({ accessory: select(101) }), 'no more than 100 items'],
  [
    'option text',
    section({ accessory: select(1, { options: [option(letters(75))] }) }),
    section({ accessory: select(1, { options: [option(letters(76), 'v')] }) }),
    '/options/0/text/text',
  ],
  [
    'option value',
    section({ accessory: select(1, { options: [option('x', letters(150))] }) }),
    section({ accessory: select(1, { options: [option('x', letters(151))] }) }),
    '/options/0/value',
  ],
  [
    'initial option',
    section({ accessory: select(2, { initial_option: option('o1') }) }),
    section({ accessory: select(2, { initial_option: option('o2') }) }),
    'initial option must be one of the options',
  ],
  [
    'no options',
    section({ accessory: select(1) }),
    section({ accessory: { type: 'static_select', action_id: 's' } }),
    'exactly one of options',
  ],
  [
    'overflow',
    section({ accessory: { type: 'overflow', options: many(5, i => option(`o${i}`)) } }),
    section({ accessory: { type: 'overflow', options: many(6, i => option(`o${i}`)) } }),
    'no more than 5 items',
  ],
  [
    'checkboxes',
    section({ accessory: { type: 'checkboxes', options: many(10, i => option(`o${i}`)) } }),
    section({ accessory: { type: 'checkboxes', options: many(11, i => option(`o${i}`)) } }),
    'no more than 10 items',
  ],
  [
    'placeholder',
    section({ accessory: select(1, { placeholder: plain(letters(150)) }) }),
    section({ accessory: select(1, { placeholder: plain(letters(151)) }) }),
    '/placeholder/text',
  ],
  [
    'confirm title',
    actions(press({ confirm: { title: plain(letters(100)), text: plain('x') } })),
    actions(press({ confirm: { title: plain(letters(101)), text: plain('x') } })),
    '/confirm/title/text',
  ],
  [
    'image alt',
    { type: 'image', image_url: 'https://x.example/a.png', alt_text: letters(2000) },
    { type: 'image', image_url: 'https://x.example/a.png', alt_text: letters(2001) },
    '/alt_text',
  ],
  ['unknown block', section(), { type: 'nonsense' }, 'unsupported type: nonsense'],
  ['unknown field', section(), section({ colour: 'red' }), 'invalid additional property: colour'],
  [
    'an input as an accessory',
    section(),
    section({ accessory: { type: 'plain_text_input', action_id: 'x' } }),
    'unsupported type: plain_text_input',
  ],
  [
    'markdown',
    { type: 'markdown', text: letters(12_000) },
    { type: 'markdown', text: letters(12_001) },
    'must be less than 12001 characters',
  ],
  [
    'rich text',
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] },
    { type: 'rich_text', elements: [{ type: 'text', text: 'x' }] },
    'unsupported type: text',
  ],
  ['input label', question('q', letters(2000), text()), question('q', letters(2001), text()), '/label/text'],
  [
    'longest answer',
    question('q', 'x', text({ max_length: 3000 })),
    question('q', 'x', text({ max_length: 3001 })),
    'must be between 1 and 3000',
  ],
  [
    'shortest above longest',
    question('q', 'x', text({ min_length: 5, max_length: 5 })),
    question('q', 'x', text({ min_length: 6, max_length: 5 })),
    'min_length must not be greater',
  ],
  [
    'number without decimals said',
    question('q', 'x', { type: 'number_input', is_decimal_allowed: true }),
    question('q', 'x', { type: 'number_input' }),
    'missing required field: is_decimal_allowed',
  ],
  [
    'a date',
    question('q', 'x', { type: 'datepicker', initial_date: '2026-11-24' }),
    question('q', 'x', { type: 'datepicker', initial_date: '24/11/2026' }),
    'must be a date',
  ],
];

describe('messages', () => {
  test.each(BLOCKS)('%s', async (_name, good, bad, words) => {
    const taken = await call(slack, 'chat.postMessage', { channel, text: 'x', blocks: [good] });
    expect(messages(taken)).toBe('');
    expect(taken.ok).toBe(true);
    const refused = await call(slack, 'chat.postMessage', { channel, text: 'x', blocks: [bad] });
    expect(refused).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(messages(refused)).toContain(words);
  });

  test('hold fifty blocks, each with an id of its own', async () => {
    const post = (blocks: unknown) => call(slack, 'chat.postMessage', { channel, text: 'x', blocks });
    expect((await post(many(50, () => ({ type: 'divider' })))).ok).toBe(true);
    expect(messages(await post(many(51, () => ({ type: 'divider' }))))).toContain('no more than 50 items');
    expect(messages(await post(many(2, () => section({ block_id: 'same' }))))).toContain('must be unique');
    expect((await post('not blocks')).error).toBe('invalid_blocks_format');
    expect((await post(many(4, () => section({ text: plain(letters(3000)) })))).ok).toBe(true);
    expect((await post(many(5, () => section({ text: plain(letters(3000)) })))).error).toBe('msg_blocks_too_long');
  });

  test('longer than 40,000 characters are cut', async () => {
    const { message } = (await call(slack, 'chat.postMessage', { channel, text: letters(40_001) })) as unknown as {
      message: { text: string };
    };
    expect(message.text).toHaveLength(40_000);
  });

  test('refuse through the form encoding just the same', async () => {
    const body = new URLSearchParams({ token: 'xoxb-the-bot', channel, blocks: '[{"type":"header"}]' });
    const answer = await (await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body })).json();
    expect(answer).toMatchObject({
      error: 'invalid_blocks',
      errors: ['missing required field: text [json-pointer:/blocks/0]'],
    });
    const broken = new URLSearchParams({ token: 'xoxb-the-bot', channel, blocks: '[{' });
    expect(
      await (await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body: broken })).json(),
    ).toMatchObject({ error: 'invalid_blocks_format' });
  });
});

describe('views', () => {
  const publish = (view: object) => call(slack, 'views.publish', { user_id: 'USAM', view });
  const home = (count: number, more: object = {}) => ({
    type: 'home',
    blocks: many(count, () => ({ type: 'divider' })),
    ...more,
  });
  const open = async (view: object) => messages(await call(slack, 'views.open', { trigger_id: '1.2.a', view }));
  const one = [{ type: 'divider' }];

  test('hold a hundred blocks and 3000 characters of private metadata', async () => {
    expect((await publish(home(100))).ok).toBe(true);
    expect(messages(await publish(home(101)))).toContain('no more than 100 items allowed [json-pointer:/view/blocks]');
    expect(messages(await publish(home(0)))).toContain('no fewer than 1 items');
    expect((await publish(home(1, { private_metadata: letters(3000) }))).ok).toBe(true);
    expect(messages(await publish(home(1, { private_metadata: letters(3001) })))).toContain('/view/private_metadata');
    expect(messages(await publish(home(1, { title: plain('x') })))).toContain('invalid additional property: title');
  });

  test('are refused above 250 kB', async () => {
    const fields = many(10, () => plain(letters(2000)));
    const view = { type: 'home', blocks: many(13, () => ({ type: 'section', fields })) };
    expect(await publish(view)).toMatchObject({ ok: false, error: 'view_too_large' });
  });

  test('need a short title, and a way to submit what is asked', async () => {
    expect(await open(modal(letters(24), one))).toBe('');
    expect(await open(modal(letters(25), one))).toContain(
      'must be less than 25 characters [json-pointer:/view/title/text]',
    );
    expect(await open({ type: 'modal', blocks: one })).toContain('missing required field: title');
    expect(await open({ type: 'modal', title: plain('x'), blocks: [question('q', 'x', text())] })).toContain(
      'missing required field: submit',
    );
    expect(await open(modal('x', one, { submit: plain(letters(25)) }))).toContain('/view/submit/text');
    expect(await open(modal('x', one, { callback_id: letters(256) }))).toContain('/view/callback_id');
    expect(await open(modal('x', one, { id: 'V1', hash: '1.2' }))).toContain('invalid additional property: id');
    expect(await open({ type: 'home', blocks: one })).toContain('unsupported type: home');
    expect(await open(modal('x', [{ type: 'markdown', text: 'x' }]))).toContain('unsupported type: markdown');
    const focused = text({ focus_on_load: true });
    expect(await open(modal('x', [question('a', 'x', focused), question('b', 'x', focused)]))).toContain(
      '`focus_on_load` can only be set once',
    );
    expect(await open(modal('x', [button('x', 'a'), button('x', 'a')]))).toContain('`block_id` row-a must be unique');
  });
});

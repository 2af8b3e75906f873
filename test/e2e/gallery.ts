// A real Bolt app that shows everything the demo page can draw: each kind of block, each kind of question, windows on windows.

import { join } from 'node:path';
import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { pageServer } from '../../src/demo/page-server.ts';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { aBoltApp, aStandIn, modal, option, plain, question } from '../demo/bolt-app.ts';

const DAY_MS = 86_400_000;
const marked = (text: string) => ({ type: 'mrkdwn' as const, text });
const button = (text: string, action_id: string, more: object = {}) => ({
  type: 'button' as const,
  text: plain(text),
  action_id,
  ...more,
});

/** What somebody might type to break a page. */
export const NASTY = '<img src=x onerror="document.title=1"> & <b>bold</b>';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Every kind of block, in one message. */
export const everyBlock = (): KnownBlock[] => [
  { type: 'header', text: plain('Welcome to the scheme') },
  {
    type: 'section',
    text: marked(
      `Hello <@USAM>, *bold words*, _leaning words_, ~gone~ and \`code\` in <#CFORUM>. See <https://example.org/a?b=1|the guide>.\n&gt; A quotation\nTyped: ${escaped(NASTY)}`,
    ),
  },
  { type: 'section', fields: [marked('*Mentor*\nSam Field'), marked('*Until*\n30 June 2027')] },
  {
    type: 'section',
    text: plain('Dana Reyes, Senior Technician'),
    accessory: button('Open', 'open-row', { value: 'dana' }),
  },
  {
    type: 'section',
    text: plain('How often?'),
    accessory: {
      type: 'static_select',
      action_id: 'often',
      placeholder: plain('Choose a rhythm'),
      options: [option('Weekly', 'w'), option('Monthly', 'm')],
    },
  },
  {
    type: 'section',
    text: plain('And the rest'),
    accessory: { type: 'overflow', action_id: 'more', options: [option('Pause', 'pause'), option('Leave', 'leave')] },
  },
  { type: 'divider' },
  { type: 'context', elements: [plain('Only the co-ordinators see this.'), marked('Ask _them_ anything.')] },
  { type: 'image', image_url: 'https://pictures.example/chart.png', alt_text: 'Pairs by month', title: plain('Pairs') },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich ' },
          { type: 'text', text: 'and bold', style: { bold: true } },
          { type: 'text', text: `, dead: ${NASTY} ` },
          { type: 'user', user_id: 'UADA' },
          { type: 'text', text: ' ' },
          { type: 'link', url: 'slack://user?id=UADA', text: 'no link' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: ['listen', 'support'].map(text => ({
          type: 'rich_text_section',
          elements: [{ type: 'text', text }],
        })),
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Somebody said this.' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'as it stands' }], border: 0 },
    ],
  },
  {
    type: 'actions',
    elements: [
      button('Fill in the form', 'form', { style: 'primary' }),
      button('End it', 'end', {
        style: 'danger',
        confirm: {
          title: plain('End this pairing?'),
          text: marked('Your mentor *Sam* is told at once.'),
          confirm: plain('End it'),
          deny: plain('Keep it'),
          style: 'danger',
        },
      }),
      button('Say nothing', 'silent'),
    ],
  },
];

const TOPICS = Array.from({ length: 12 }, (_, nth) => option(`Topic ${nth + 1}`, `t${nth + 1}`));

/** Every kind of question, in one window; the name stays with `fixed` so that it can be drawn anew. */
export const everyQuestion = () => [
  { type: 'section', text: marked('Only the *co-ordinators* see your answers.') },
  question('name', 'Your name', { type: 'plain_text_input', max_length: 20 }),
  question(
    'hopes',
    'What do you hope for?',
    { type: 'plain_text_input', multiline: true, initial_value: 'More confidence' },
    { optional: true, hint: plain('A line or two is enough.') },
  ),
  question('years', 'Years in the role', { type: 'number_input', is_decimal_allowed: false, min_value: '0' }),
  question('mail', 'Work e-mail', { type: 'email_text_input' }, { optional: true }),
  question('page', 'Your page', { type: 'url_text_input' }, { optional: true }),
  question('site', 'Site', { type: 'static_select', options: [option('North', 'n'), option('South', 's')] }),
  question('topics', 'Topics', { type: 'multi_static_select', options: TOPICS, max_selected_items: 2 }),
  question('who', 'Somebody you know', { type: 'external_select', min_query_length: 2 }, { optional: true }),
  question(
    'not',
    'People not to be paired with',
    { type: 'multi_external_select', min_query_length: 2 },
    { optional: true },
  ),
  question('lead', 'Team leader', { type: 'users_select', initial_user: 'UADA' }),
  question('team', 'Team', { type: 'multi_users_select' }, { optional: true }),
  question('room', 'Forum', { type: 'channels_select' }, { optional: true }),
  question('desk', 'Desk', { type: 'conversations_select', filter: { include: ['private'] } }, { optional: true }),
  question('role', 'I would like to be', {
    type: 'radio_buttons',
    options: [
      { ...option('A mentor', 'mentor'), description: plain('You listen and support.') },
      option('A mentee', 'mentee'),
    ],
  }),
  question('agree', 'Criteria', { type: 'checkboxes', options: [option('I work as a technician', 'yes')] }),
  question('start', 'From', { type: 'datepicker' }),
  question('hour', 'At', { type: 'timepicker', initial_time: '09:30' }, { optional: true }),
  question('meet', 'First meeting', { type: 'datetimepicker' }, { optional: true }),
  { type: 'actions', block_id: 'window-row', elements: [button('Add another', 'add'), button('Read more', 'push')] },
];

/** What arrived at the app, newest last. */
export type Arrived = { submissions: Record<string, unknown>[]; presses: unknown[]; closed: string[]; said: string[] };

function listen(app: App, arrived: Arrived): void {
  app.command('/mentor', async ({ ack, command, client, respond }) => {
    await ack();
    if (command.text === 'whisper') await respond({ text: 'A word in your ear', response_type: 'ephemeral' });
    else if (command.text === 'gallery')
      await client.chat.postMessage({ channel: command.user_id, text: 'Everything', blocks: everyBlock() });
    else await client.views.open({ trigger_id: command.trigger_id, view: modal('Register', everyQuestion()) });
  });
  app.action(/./, async ({ ack, action, body, client, respond }) => {
    const id = 'action_id' in action ? action.action_id : '';
    if (id === 'silent') return;
    await ack();
    arrived.presses.push(action);
    const { trigger_id, view } = body as { trigger_id: string; view?: { id: string } };
    if (id === 'form') await client.views.open({ trigger_id, view: modal('Register', everyQuestion()) });
    if (id === 'add') {
      const blocks = [
        ...everyQuestion(),
        question('another', 'Another', { type: 'plain_text_input' }, { optional: true }),
      ];
      await client.views.update({ view_id: view!.id, view: modal('Register', blocks) });
    }
    if (id === 'push')
      await client.views.push({
        trigger_id,
        view: modal('More to read', [{ type: 'section', text: plain('All about it.') }], { notify_on_close: true }),
      });
    if (id === 'end') await respond({ text: 'Ended', response_type: 'ephemeral' });
  });
  app.options(/./, async ({ ack, payload }) => {
    const all = ['Dana Reyes', 'Dan Okoro', 'Ella Stone'].map(name => option(name, name.toLowerCase()));
    await ack({ options: all.filter(each => each.value.includes(payload.value.toLowerCase())) });
  });
  app.view('register', async ({ ack, view }) => {
    const { values } = view.state;
    if (values['name']?.['answer']?.value === 'Nobody')
      return ack({ response_action: 'errors', errors: { name: 'Please write your own name.' } });
    await ack();
    arrived.submissions.push(values);
  });
  app.view({ callback_id: 'more to read', type: 'view_closed' }, async ({ ack, view }) => {
    await ack();
    arrived.closed.push(view.callback_id);
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [...everyBlock().slice(0, 4), ...everyBlock().slice(-1)];
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
  app.message(async ({ message }) => {
    if ('text' in message && !('bot_id' in message)) arrived.said.push(message.text ?? '');
  });
}

export type Gallery = { slack: StandIn; arrived: Arrived; url: string; moved: number[] };

/** A stand-in with the page, a clock that moves the messages' time, two channels, and the app behind it. */
export async function aGallery(port?: number): Promise<Gallery> {
  const moved: number[] = [];
  const now = () => Date.now() + moved.reduce((sum, days) => sum + days, 0) * DAY_MS;
  const clock = { now: async () => now(), move: async (days: number) => void moved.push(days) };
  const slack = await aStandIn({
    ...(port ? { port } : {}),
    now,
    elsewhere: pageServer(join(import.meta.dirname, '../../src/demo/page'), clock),
    timing: { ackMs: 1500, triggerMs: 1500, settleMs: 600, postBurst: 50, postsPerSecond: 50 },
  });
  slack.world.users['USAM']!.title = 'Senior Technician, Chemistry';
  slack.world.users['UADA']!.title = 'Imaging Specialist';
  slack.addChannel({ id: 'CFORUM', name: 'technicians-forum', members: ['USAM', 'UADA'], botIn: true });
  slack.addChannel({ id: 'CDESK', name: 'mentoring-coordinators', isPrivate: true, members: ['UADA'], botIn: true });
  const arrived: Arrived = { submissions: [], presses: [], closed: [], said: [] };
  await aBoltApp(slack, app => listen(app, arrived));
  return { slack, arrived, url: slack.url, moved };
}

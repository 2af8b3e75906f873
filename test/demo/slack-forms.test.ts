// Windows through a real Bolt app: the stack, what is typed, Slack's own checks, and every answer an app may give to a submission.
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { aBoltApp, aStandIn, button, call, closeAll, modal, option, plain, QUICK, question, text } from './bolt-app.ts';

afterEach(closeAll);
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** A stand-in whose `/mentor` opens this window, and Sam before it. */
async function samBefore(view: ReturnType<typeof modal>, listen: (app: App) => void = () => {}) {
  const slack = await aStandIn();
  await aBoltApp(slack, app => {
    app.command('/mentor', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    listen(app);
  });
  const sam = slack.as('USAM');
  await sam.command('');
  return { slack, sam };
}

const ALL_KINDS = [
  question('name', 'Your name', text({ max_length: 10 })),
  question('why', 'Why?', text({ multiline: true }), { optional: true }),
  question('mail', 'Your email', { type: 'email_text_input' }, { optional: true }),
  question('page', 'Your page', { type: 'url_text_input' }, { optional: true }),
  question(
    'years',
    'Years',
    { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '50' },
    { optional: true },
  ),
  question(
    'role',
    'Role',
    { type: 'static_select', options: [option('Mentor', 'mentor'), option('Mentee', 'mentee')] },
    { optional: true },
  ),
  question(
    'topics',
    'Topics',
    { type: 'checkboxes', options: [option('Lasers'), option('Safety')], initial_options: [option('Safety')] },
    { optional: true },
  ),
  question(
    'skills',
    'Skills',
    { type: 'multi_static_select', options: [option('A'), option('B'), option('C')], max_selected_items: 2 },
    { optional: true },
  ),
  question('rate', 'How much', { type: 'radio_buttons', options: [option('1'), option('2')] }, { optional: true }),
  question('who', 'Who?', { type: 'users_select' }, { optional: true }),
  question('people', 'Which people?', { type: 'multi_users_select' }, { optional: true }),
  question('room', 'Which channel?', { type: 'channels_select' }, { optional: true }),
  question('talk', 'Which talk?', { type: 'conversations_select' }, { optional: true }),
  question('day', 'Day', { type: 'datepicker' }, { optional: true }),
  question('time', 'Time', { type: 'timepicker' }, { optional: true }),
  question('when', 'When', { type: 'datetimepicker' }, { optional: true }),
];

describe('what is typed', () => {
  test('arrives in state.values with every field present, the empty ones with null', async () => {
    const views: { state: { values: unknown }; hash: string }[] = [];
    const { sam } = await samBefore(modal('Register', ALL_KINDS), app => {
      app.view('register', async ({ ack, view }) => {
        views.push(view);
        await ack();
      });
    });
    await sam.fill({ 'Your name': 'Sam' });
    expect(await sam.submit()).toEqual({ ok: true });
    const empty = { value: null };
    const values = (key: string, value: object) => ({ [key]: { answer: value } });
    expect(views[0]?.state.values).toEqual({
      ...values('name', { type: 'plain_text_input', value: 'Sam' }),
      ...values('why', { type: 'plain_text_input', ...empty }),
      ...values('mail', { type: 'email_text_input', ...empty }),
      ...values('page', { type: 'url_text_input', ...empty }),
      ...values('years', { type: 'number_input', ...empty }),
      ...values('role', { type: 'static_select', selected_option: null }),
      ...values('topics', { type: 'checkboxes', selected_options: [option('Safety')] }),
      ...values('skills', { type: 'multi_static_select', selected_options: [] }),
      ...values('rate', { type: 'radio_buttons', selected_option: null }),
      ...values('who', { type: 'users_select', selected_user: null }),
      ...values('people', { type: 'multi_users_select', selected_users: [] }),
      ...values('room', { type: 'channels_select', selected_channel: null }),
      ...values('talk', { type: 'conversations_select', selected_conversation: null }),
      ...values('day', { type: 'datepicker', selected_date: null }),
      ...values('time', { type: 'timepicker', selected_time: null }),
      ...values('when', { type: 'datetimepicker', selected_date_time: null }),
    });
  });

  test('is chosen by what people read', async () => {
    const values: Record<string, Record<string, unknown>>[] = [];
    const { slack, sam } = await samBefore(modal('Register', ALL_KINDS), app => {
      app.view('register', async ({ ack, view }) => {
        values.push(view.state.values as never);
        await ack();
      });
    });
    const channel = slack.addChannel({ name: 'lab', members: ['USAM'] });
    await sam.fill({
      'Your name': 'Sam',
      Years: 12,
      Role: 'Mentee',
      Topics: ['Lasers'],
      Skills: ['A', 'C'],
      'Which people?': ['Ada Quill'],
    });
    await sam.fill({
      'Who?': 'Ada Quill',
      'Which channel?': '#lab',
      Day: '2026-11-24',
      Time: '10:00',
      When: 1_800_000_000,
    });
    expect((await sam.submit()).ok).toBe(true);
    expect(values[0]).toMatchObject({
      years: { answer: { value: '12' } },
      role: { answer: { selected_option: option('Mentee', 'mentee') } },
      topics: { answer: { selected_options: [option('Lasers')] } },
      skills: { answer: { selected_options: [option('A'), option('C')] } },
      who: { answer: { selected_user: 'UADA' } },
      people: { answer: { selected_users: ['UADA'] } },
      room: { answer: { selected_channel: channel.id } },
      day: { answer: { selected_date: '2026-11-24' } },
      time: { answer: { selected_time: '10:00' } },
      when: { answer: { selected_date_time: 1_800_000_000 } },
    });
    expect(sam.view()).toBeUndefined();
  });

  test('is checked by Slack before the app hears of it', async () => {
    const { slack, sam } = await samBefore(modal('Register', ALL_KINDS));
    const sent = slack.deliveries.length;
    await sam.fill({ why: 'x', mail: 'not an address', page: 'nowhere', years: '51', skills: ['A', 'B', 'C'] });
    const { ok, problems } = await sam.submit();
    expect(ok).toBe(false);
    expect(problems).toEqual({
      name: 'Please complete this required field.',
      mail: 'Please enter a valid email address.',
      page: 'Please enter a valid URL.',
      years: 'Please enter a number of at most 50.',
      skills: 'Please choose at most 2.',
    });
    await sam.fill({ name: 'Eleven😀😀😀😀😀', mail: null, page: 'https://uni.example', years: '1.5', skills: ['A'] });
    expect((await sam.submit()).problems).toEqual({
      name: 'Please enter at most 10 characters.',
      years: 'Please enter a whole number.',
    });
    expect(slack.deliveries.length).toBe(sent);
    await expect(sam.fill({ Role: 'Wizard' })).rejects.toThrow('Offered: Mentor | Mentee');
    await expect(sam.fill({ 'No such question': 1 })).rejects.toThrow('Nothing reads "No such question"');
  });

  test('stays through an update where block_id and action_id stay, and goes where they change', async () => {
    const view = modal('Register', [question('name', 'Your name', text()), question('old', 'Why?', text())]);
    const { slack, sam } = await samBefore(view);
    await sam.fill({ 'Your name': 'Sam', 'Why?': 'Because' });
    const { id, hash } = sam.view()!;
    const next = modal('Register', [
      question('name', 'Your name', text({ initial_value: 'Somebody' })),
      question('new', 'Why?', text()),
    ]);
    expect(await call(slack, 'views.update', { view_id: id, hash, view: next })).toMatchObject({ ok: true });
    expect(sam.view()?.state.values).toEqual({
      name: { answer: { type: 'plain_text_input', value: 'Sam' } },
      new: { answer: { type: 'plain_text_input', value: null } },
    });
    expect(await call(slack, 'views.update', { view_id: id, hash, view: next })).toMatchObject({
      ok: false,
      error: 'hash_conflict',
    });
    const answered = await call(slack, 'views.update', { view_id: id, view: next });
    expect(answered).toMatchObject({ ok: true, view: { id, root_view_id: id, state: { values: {} } } });
    const { hash: newest } = answered['view'] as { hash: string };
    const number = modal('Register', [
      question('name', 'Your name', { type: 'number_input', is_decimal_allowed: false }),
      question('new', 'Why?', text()),
    ]);
    expect(await call(slack, 'views.update', { view_id: id, hash: newest, view: number })).toMatchObject({ ok: true });
    expect(sam.view()?.state.values['name']).toEqual({ answer: { type: 'number_input', value: null } });
    expect(await call(slack, 'views.update', { view_id: 'V0', view: next })).toMatchObject({ error: 'not_found' });
  });
});

describe('what an app answers to a submission', () => {
  const form = modal('Form', [question('name', 'Your name', text())], { private_metadata: 'ids only' });
  async function submitted(answer: (app: Parameters<Parameters<App['view']>[1]>[0]) => Promise<void>) {
    const { slack, sam } = await samBefore(form, app => app.view('form', answer as never));
    await sam.fill({ 'Your name': 'Sam' });
    return { slack, sam, seen: await sam.submit() };
  }

  test('errors stand beside the questions, with everything typed still there', async () => {
    const { sam, seen } = await submitted(({ ack }) =>
      ack({ response_action: 'errors', errors: { name: 'Already taken' } }),
    );
    expect(seen).toMatchObject({ ok: false, problems: { name: 'Already taken' } });
    expect(sam.view()).toMatchObject({ errors: { name: 'Already taken' }, private_metadata: 'ids only' });
    expect(sam.view()?.state.values['name']?.['answer']?.value).toBe('Sam');
  });

  test('errors for a block that is not there are trouble, not errors', async () => {
    const { sam, seen } = await submitted(({ ack }) => ack({ response_action: 'errors', errors: { answer: 'x' } }));
    expect(seen).toMatchObject({
      ok: false,
      error: 'invalid_response',
      details: ['errors must name input blocks of the view: answer'],
    });
    expect(sam.view()).toMatchObject({ errors: {}, failure: 'We had some trouble connecting. Try again?' });
  });

  test('update, push and clear', async () => {
    const updated = await submitted(({ ack }) =>
      ack({ response_action: 'update', view: modal('Next', [{ type: 'divider' }]) }),
    );
    expect(updated.seen).toMatchObject({ ok: true, view: { title: plain('Next') } });
    expect(updated.slack.world.stacks['USAM']).toHaveLength(1);
    await closeAll();
    const pushed = await submitted(({ ack }) =>
      ack({ response_action: 'push', view: modal('Above', [{ type: 'divider' }]) }),
    );
    expect(pushed.slack.world.stacks['USAM']?.map(each => each.view.title?.text)).toEqual(['Form', 'Above']);
    expect(pushed.seen.view?.previous_view_id).toBe(pushed.slack.world.stacks['USAM']?.[0]?.view.id);
    expect((await pushed.sam.closeView()).view?.title?.text).toBe('Form');
    await closeAll();
    const cleared = await submitted(({ ack }) => ack({ response_action: 'clear' }));
    expect(cleared.seen).toEqual({ ok: true });
  });

  test('a view Slack would not draw is trouble', async () => {
    const { seen } = await submitted(({ ack }) =>
      ack({ response_action: 'update', view: modal('A title of more than 24 letters', [{ type: 'divider' }]) }),
    );
    expect(seen).toMatchObject({ ok: false, error: 'invalid_response' });
    expect(seen.details?.join()).toContain('must be less than 25 characters [json-pointer:/view/title/text]');
  });

  test('nothing in time leaves the window as it was', async () => {
    const { sam, seen } = await submitted(async ({ ack }) => {
      await sleep(QUICK.ackMs + 60);
      await ack();
    });
    expect(seen).toMatchObject({ ok: false, error: 'operation_timeout' });
    await sleep(120);
    expect(sam.view()?.failure).toBe('We had some trouble connecting. Try again?');
  });
});

describe('the stack of windows', () => {
  const window = (title: string, more = {}) =>
    modal(title, [button('Deeper', 'deeper'), question('a', 'A', text(), { optional: true })], more);
  const deeper = (title: string, outcomes: unknown[]) => (app: App) => {
    app.action('deeper', async ({ ack, body, client }) => {
      await ack();
      const { trigger_id } = body as { trigger_id: string };
      await client.views
        .push({ trigger_id, view: window(title, { notify_on_close: true }) })
        .catch(error => outcomes.push(error.data.error));
    });
    app.view({ callback_id: title.toLowerCase(), type: 'view_closed' }, async ({ ack, body }) => {
      outcomes.push(['closed', (body as unknown as { is_cleared: boolean }).is_cleared]);
      await ack();
    });
  };

  test('holds three, and says so when a fourth is pushed', async () => {
    const outcomes: unknown[] = [];
    const { slack, sam } = await samBefore(window('One'), deeper('More', outcomes));
    const root = sam.view()?.id;
    await sam.press('view', 'Deeper');
    const third = await sam.press('view', 'deeper');
    expect(third.view?.root_view_id).toBe(root);
    await sam.press('view', 'Deeper');
    expect(outcomes).toEqual(['push_limit_reached']);
    expect(slack.world.stacks['USAM']).toHaveLength(3);
  });

  test('tells the app of closed windows it asked about', async () => {
    const outcomes: unknown[] = [];
    const { sam } = await samBefore(window('One'), deeper('More', outcomes));
    await sam.press('view', 'Deeper');
    expect((await sam.closeView()).view?.title?.text).toBe('One');
    await sam.press('view', 'Deeper');
    expect((await sam.closeView(true)).view).toBeUndefined();
    expect(outcomes).toEqual([
      ['closed', false],
      ['closed', true],
    ]);
  });

  test('pushing needs a window, and an external_id can be shown once', async () => {
    const slack = await aStandIn();
    const triggers: string[] = [];
    await aBoltApp(slack, app => {
      app.command('/mentor', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack('ok');
      });
    });
    await slack.as('USAM').command('');
    expect(await call(slack, 'views.push', { trigger_id: triggers[0], view: window('Two') })).toMatchObject({
      error: 'not_found',
    });
    const named = window('Two', { external_id: 'mine' });
    expect(await call(slack, 'views.open', { trigger_id: triggers[0], view: named })).toMatchObject({ ok: true });
    await slack.as('UADA').command('');
    expect(await call(slack, 'views.open', { trigger_id: triggers[1], view: named })).toMatchObject({
      error: 'duplicate_external_id',
    });
    expect(await call(slack, 'views.update', { external_id: 'mine', view: window('Three') })).toMatchObject({
      ok: true,
    });
    expect(slack.as('USAM').view()?.title?.text).toBe('Three');
  });
});

describe('fields that ask the app', () => {
  const search = (more = {}) =>
    modal('Search', [question('person', 'Person', { type: 'external_select', min_query_length: 2, ...more })]);

  test('a search offers what the app answers, and only that can be chosen', async () => {
    const asked: unknown[] = [];
    const submitted: unknown[] = [];
    const { sam } = await samBefore(search(), app => {
      app.options('answer', async ({ options, ack }) => {
        asked.push([options.type, options.value, options.block_id]);
        await ack({ options: options.value === 'ada' ? [option('Ada Quill', 'person-1')] : [] });
      });
      app.view('search', async ({ ack, view }) => {
        submitted.push(view.state.values['person']?.['answer']?.selected_option?.value);
        await ack();
      });
    });
    expect(await sam.suggest('Person', 'a')).toEqual({ options: [] });
    expect(asked).toEqual([]);
    await expect(sam.fill({ Person: 'Ada Quill' })).rejects.toThrow('No such choice');
    expect((await sam.suggest('Person', 'ada')).options).toEqual([option('Ada Quill', 'person-1')]);
    expect(asked).toEqual([['block_suggestion', 'ada', 'person']]);
    expect((await sam.suggest('Person', 'zz')).options).toEqual([]);
    await sam.fill({ Person: 'person-1' });
    expect((await sam.submit()).ok).toBe(true);
    expect(submitted).toEqual(['person-1']);
  });

  test('what stands in a search already can be chosen without searching', async () => {
    const { sam } = await samBefore(search({ initial_option: option('Bo Reed', 'person-0') }));
    await sam.fill({ Person: 'person-0' });
    expect(sam.view()?.state.values['person']?.['answer']?.selected_option).toEqual(option('Bo Reed', 'person-0'));
  });

  test('an answer with too many or too long options offers nothing', async () => {
    const { sam } = await samBefore(search(), app =>
      app.options('answer', async ({ ack }) => ack({ options: [option('x'.repeat(76))] })),
    );
    expect(await sam.suggest('Person', 'ada')).toMatchObject({ options: [], error: 'invalid_response' });
  });

  test('a choice with dispatch_action tells the app at once', async () => {
    const choice = question(
      'kind',
      'Kind',
      { type: 'static_select', options: [option('One'), option('Two')] },
      { dispatch_action: true },
    );
    const actions: unknown[] = [];
    const { sam } = await samBefore(modal('Change', [choice]), app => {
      app.action('answer', async ({ ack, action, body, client }) => {
        await ack();
        actions.push(action);
        const { id, hash } = (body as { view: { id: string; hash: string } }).view;
        await client.views.update({ view_id: id, hash, view: modal('Changed', [choice]) });
      });
    });
    const seen = await sam.fill({ Kind: 'Two' });
    expect(actions).toMatchObject([{ type: 'static_select', block_id: 'kind', selected_option: option('Two') }]);
    expect(seen.view).toMatchObject({
      title: plain('Changed'),
      state: { values: { kind: { answer: { selected_option: option('Two') } } } },
    });
  });
});

describe('the home view', () => {
  const home = (label: string) => ({ type: 'home' as const, blocks: [button(label, 'go')] });

  test('is published when it is opened, and pressed like a window', async () => {
    const slack = await aStandIn({ timing: { ...QUICK, settleMs: 8000 } });
    const events: unknown[] = [];
    await aBoltApp(slack, app => {
      app.event('app_home_opened', async ({ event, client }) => {
        events.push([event.tab, event.user, event.channel, event.view === undefined]);
        if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: home('Start') });
      });
      app.action('go', async ({ ack, body, client }) => {
        await ack();
        const { hash } = (body as { view: { hash: string } }).view;
        await client.views.publish({ user_id: body.user.id, view: home('Go on'), hash });
      });
    });
    const sam = slack.as('USAM');
    const began = performance.now();
    await sam.openHome();
    expect(sam.home()?.blocks[0]?.elements?.[0]?.text?.text).toBe('Start');
    await sam.press('home', 'Start');
    expect(sam.home()?.blocks[0]?.elements?.[0]?.text?.text).toBe('Go on');
    expect(performance.now() - began).toBeLessThan(6000);
    void sam.openHome('messages');
    await slack.until(() => events.length === 2);
    expect(events).toEqual([
      ['home', 'USAM', sam.dm().id, true],
      ['messages', 'USAM', sam.dm().id, true],
    ]);
    expect(slack.as('UADA').home()).toBeUndefined();
  });

  test('knows people, kinds and conflicts', async () => {
    const slack: StandIn = await aStandIn();
    const publish = (args: object) => call(slack, 'views.publish', { user_id: 'USAM', view: home('Start'), ...args });
    expect(await publish({})).toMatchObject({ ok: true, view: { type: 'home', title: null } });
    expect(await publish({ hash: '1.abc' })).toMatchObject({ error: 'hash_conflict' });
    expect(await publish({ user_id: 'UNOBODY' })).toMatchObject({ error: 'user_not_found' });
    expect(await publish({ view: modal('No', [{ type: 'divider' }]) })).toMatchObject({ error: 'invalid_arguments' });
  });

  test('a shortcut opens a window', async () => {
    const slack = await aStandIn();
    await aBoltApp(slack, app => {
      app.shortcut('start', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('Start', [{ type: 'divider' }]) });
      });
    });
    expect((await slack.as('USAM').shortcut('start')).view?.title?.text).toBe('Start');
  });
});

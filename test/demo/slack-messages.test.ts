// Messages: posting, changing, reading back, buttons in them, who may post where, people, files and pins.
import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { APP_TOKEN, aBoltApp, aStandIn, BOT_TOKEN, button, call, closeAll, option, plain } from './bolt-app.ts';

afterEach(closeAll);

const client = (slack: StandIn) => new WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });

describe('posting', () => {
  test('a post is read back with its metadata only when that is asked for', async () => {
    const slack = await aStandIn({ now: () => Date.parse('2027-01-05T10:00:00Z') });
    const { id } = slack.addChannel({ name: 'technicians', members: ['USAM'], botIn: true });
    const metadata = { event_type: 'delivery', event_payload: { id: 'D1' } };
    const posted = await client(slack).chat.postMessage({ channel: id, text: 'Hello', metadata });
    expect(posted.ts).toMatch(/^1799143200\.\d{6}$/);
    const bare = await client(slack).conversations.history({ channel: id });
    expect(bare.messages?.map(each => [each.text, each.metadata, each.bot_id])).toEqual([
      ['Hello', undefined, slack.world.app.botId],
    ]);
    const full = await client(slack).conversations.history({
      channel: id,
      include_all_metadata: true,
      oldest: posted.ts!,
      inclusive: true,
    });
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
    expect(await call(slack, 'conversations.history', { channel: id, oldest: posted.ts })).toMatchObject({
      messages: [],
    });
    const odd = await call(slack, 'chat.postMessage', { channel: id, text: 'x', metadata: { event_type: 'x' } });
    expect(odd.error).toBe('invalid_metadata_format');
  });

  test('timestamps grow even when the clock stands still, and history comes newest first in pages', async () => {
    const slack = await aStandIn({ now: () => 1_800_000_000_000 });
    const { id } = slack.addChannel({ name: 'technicians', botIn: true });
    const all: (string | undefined)[] = [];
    for (const text of ['a', 'b', 'c']) all.push((await client(slack).chat.postMessage({ channel: id, text })).ts);
    expect(new Set(all).size).toBe(3);
    const first = await client(slack).conversations.history({ channel: id, limit: 2 });
    expect(first.messages?.map(each => each.text)).toEqual(['c', 'b']);
    const rest = await client(slack).conversations.history({
      channel: id,
      limit: 2,
      cursor: first.response_metadata?.next_cursor ?? '',
    });
    expect([rest.messages?.map(each => each.text), rest.has_more]).toEqual([['a'], false]);
  });

  test('goes only where the bot may post', async () => {
    const slack = await aStandIn();
    const open = slack.addChannel({ name: 'open', members: ['USAM'] });
    const closed = slack.addChannel({ name: 'closed', members: ['USAM'], isPrivate: true });
    const old = slack.addChannel({ name: 'old', botIn: true });
    slack.archive(old.id);
    const post = async (channel: string) => (await call(slack, 'chat.postMessage', { channel, text: 'x' })).error;
    expect(await post(open.id)).toBe('not_in_channel');
    expect(await post(closed.id)).toBe('channel_not_found');
    expect(await post(old.id)).toBe('is_archived');
    expect(await post('C0')).toBe('channel_not_found');
    expect((await call(slack, 'chat.postMessage', { text: 'x' })).error).toBe('invalid_arguments');
    expect((await call(slack, 'chat.postMessage', { channel: 'USAM' })).error).toBe('no_text');
    slack.deactivate('UADA');
    expect(await post('UADA')).toBe('user_disabled');
    expect((await call(slack, 'conversations.open', { users: 'UADA' })).error).toBe('user_disabled');
    expect(await call(slack, 'conversations.join', { channel: open.id })).toMatchObject({ ok: true });
    slack.inviteBot(closed.id);
    expect([await post(open.id), await post('#open'), await post(closed.id)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(slack.as('USAM').messages(open.id)).toHaveLength(2);
  });

  test('a direct message opens one channel, however it is addressed', async () => {
    const slack = await aStandIn();
    const opened = await client(slack).conversations.open({ users: 'USAM' });
    const posted = await client(slack).chat.postMessage({ channel: 'USAM', text: 'Hello' });
    expect(posted.channel).toBe(opened.channel?.id);
    expect(slack.as('USAM').dm()).toMatchObject({ id: posted.channel, messages: [{ text: 'Hello' }] });
    expect(slack.as('UADA').dm().messages).toEqual([]);
    expect((await client(slack).conversations.open({ users: 'USAM,UADA' })).channel?.id).toMatch(/^C/);
    expect((await call(slack, 'conversations.open', { users: 'UX' })).error).toBe('user_not_found');
  });

  test('is changed and deleted by its author only; blocks and metadata stay unless new ones come', async () => {
    const slack = await aStandIn();
    const { id } = slack.addChannel({ name: 'technicians', members: ['USAM'], botIn: true });
    const metadata = { event_type: 'card', event_payload: { id: 1 } };
    const posted = await client(slack).chat.postMessage({
      channel: id,
      text: 'One',
      blocks: [button('Go', 'go')],
      metadata,
    });
    const ts = posted.ts!;
    await client(slack).chat.update({ channel: id, ts, text: 'Two' });
    const [message] = slack.as('USAM').messages(id);
    expect(message).toMatchObject({ text: 'Two', metadata, edited: { user: slack.world.app.botUserId } });
    expect(message?.blocks).toHaveLength(1);
    await call(slack, 'chat.update', { channel: id, ts, text: 'Three', blocks: [], metadata: {} });
    expect(slack.as('USAM').messages(id)[0]).not.toHaveProperty('blocks');
    expect(slack.as('USAM').messages(id)[0]).not.toHaveProperty('metadata');
    expect((await call(slack, 'chat.update', { channel: id, ts, text: 'x'.repeat(4001) })).error).toBe('msg_too_long');
    const own = slack.as('USAM').say(id, 'Mine');
    expect((await call(slack, 'chat.update', { channel: id, ts: own.ts, text: 'x' })).error).toBe(
      'cant_update_message',
    );
    expect((await call(slack, 'chat.delete', { channel: id, ts: own.ts })).error).toBe('cant_delete_message');
    expect(await call(slack, 'chat.delete', { channel: id, ts })).toMatchObject({ ok: true });
    expect((await call(slack, 'chat.update', { channel: id, ts, text: 'x' })).error).toBe('message_not_found');
    expect(
      slack
        .as('USAM')
        .messages(id)
        .map(each => each.text),
    ).toEqual(['Mine']);
  });

  test('a message for one person is seen by nobody else and cannot be fetched', async () => {
    const slack = await aStandIn();
    const { id } = slack.addChannel({ name: 'technicians', members: ['USAM'], botIn: true });
    const answer = await call(slack, 'chat.postEphemeral', { channel: id, user: 'USAM', text: 'Only you' });
    expect(Object.keys(answer).sort()).toEqual(['message_ts', 'ok', 'retryAfter', 'status']);
    expect((await call(slack, 'chat.postEphemeral', { channel: id, user: 'UADA', text: 'x' })).error).toBe(
      'user_not_in_channel',
    );
    expect(
      slack
        .as('USAM')
        .ephemerals(id)
        .map(each => each.text),
    ).toEqual(['Only you']);
    expect(slack.as('USAM').messages(id)).toEqual([]);
    expect((await call(slack, 'chat.update', { channel: id, ts: answer['message_ts'], text: 'x' })).error).toBe(
      'message_not_found',
    );
    slack.as('USAM').dismiss(String(answer['message_ts']));
    expect(slack.as('USAM').ephemerals(id)).toEqual([]);
  });

  test('threads are kept out of the channel and read by replies', async () => {
    const slack = await aStandIn();
    const { id } = slack.addChannel({ name: 'technicians', members: ['USAM'], botIn: true });
    const head = await client(slack).chat.postMessage({ channel: id, text: 'Head' });
    await client(slack).chat.postMessage({ channel: id, text: 'Reply', thread_ts: head.ts! });
    slack.as('USAM').say(id, 'Mine', head.ts);
    const history = await client(slack).conversations.history({ channel: id });
    expect(history.messages?.map(each => [each.text, each.reply_count])).toEqual([['Head', 2]]);
    const replies = await client(slack).conversations.replies({ channel: id, ts: head.ts! });
    expect(replies.messages?.map(each => each.text)).toEqual(['Head', 'Reply', 'Mine']);
    expect((await call(slack, 'conversations.replies', { channel: id, ts: '1.2' })).error).toBe('thread_not_found');
  });

  test('pins and links', async () => {
    const slack = await aStandIn();
    const { id } = slack.addChannel({ name: 'technicians', botIn: true });
    const { ts } = await client(slack).chat.postMessage({ channel: id, text: 'Start here' });
    expect(await call(slack, 'pins.add', { channel: id, timestamp: ts })).toMatchObject({ ok: true });
    expect((await call(slack, 'pins.add', { channel: id, timestamp: ts })).error).toBe('already_pinned');
    const link = await client(slack).chat.getPermalink({ channel: id, message_ts: ts! });
    expect(link.permalink).toBe(`https://demo-university.slack.com/archives/${id}/p${ts!.replace('.', '')}`);
    expect((await call(slack, 'chat.getPermalink', { channel: id, message_ts: '1.2' })).error).toBe(
      'message_not_found',
    );
  });
});

describe('buttons and menus in messages', () => {
  test('carry where they were pressed, what they hold and what was chosen around them', async () => {
    const slack = await aStandIn();
    const bodies: Record<string, unknown>[] = [];
    await aBoltApp(slack, app => {
      app.action(/.*/, async ({ ack, body, client }) => {
        bodies.push(body as never);
        await ack();
        const { channel, message } = body as unknown as { channel: { id: string }; message?: { ts: string } };
        if (message) await client.chat.update({ channel: channel.id, ts: message.ts, text: 'Done', blocks: [] });
      });
    });
    const { id } = slack.addChannel({ name: 'private-desk', members: ['USAM'], isPrivate: true, botIn: true });
    const pick = { type: 'static_select' as const, action_id: 'pick', options: [option('A'), option('B')] };
    const two = (value: string) => ({
      type: 'button' as const,
      text: plain('Open'),
      action_id: `open-${value}`,
      value,
    });
    const blocks = [
      { type: 'section' as const, block_id: 'choice', text: plain('Choose one'), accessory: pick },
      { type: 'actions' as const, elements: [two('1'), two('2')] },
    ];
    const { ts } = await client(slack).chat.postMessage({
      channel: id,
      text: 'Card',
      blocks,
      metadata: { event_type: 'card', event_payload: { id: 7 } },
    });
    const sam = slack.as('USAM');
    await expect(sam.press(ts!, 'Open')).rejects.toThrow('Several things read "Open"');
    await expect(sam.press(ts!, 'Close')).rejects.toThrow('Nothing reads "Close"');
    await expect(slack.as('UADA').press(ts!, 'Open', '2')).rejects.toThrow('sees no message');
    const seen = await sam.press(ts!, 'Open', '2');
    expect(seen.ok).toBe(true);
    expect(bodies[0]).toMatchObject({
      type: 'block_actions',
      user: { id: 'USAM', username: 'sam', team_id: slack.world.team.id },
      container: { type: 'message', message_ts: ts, channel_id: id, is_ephemeral: false },
      channel: { id, name: 'privategroup' },
      message: { ts, text: 'Card', metadata: { event_type: 'card' } },
      actions: [{ type: 'button', action_id: 'open-2', value: '2', text: plain('Open') }],
      state: { values: { choice: { pick: { type: 'static_select', selected_option: null } } } },
    });
    expect(sam.messages(id)[0]).toMatchObject({ text: 'Done' });
    const again = await client(slack).chat.postMessage({ channel: id, text: 'Card', blocks });
    await sam.press(again.ts!, 'Choose one', 'B');
    expect(bodies[1]).toMatchObject({
      actions: [{ type: 'static_select', selected_option: option('B') }],
      state: { values: { choice: { pick: { selected_option: option('B') } } } },
    });
  });

  test('an overflow menu is chosen by its words; a message for one person is not sent along', async () => {
    const slack = await aStandIn();
    const bodies: Record<string, unknown>[] = [];
    await aBoltApp(slack, app => {
      app.action('more', async ({ ack, body }) => {
        bodies.push(body as never);
        await ack();
      });
    });
    const { id } = slack.addChannel({ name: 'technicians', members: ['USAM'], botIn: true });
    const accessory = { type: 'overflow', action_id: 'more', options: [option('Edit', 'e'), option('Remove', 'r')] };
    await call(slack, 'chat.postEphemeral', {
      channel: id,
      user: 'USAM',
      text: 'x',
      blocks: [{ type: 'section', text: plain('Row'), accessory }],
    });
    const [own] = slack.as('USAM').ephemerals(id);
    await slack.as('USAM').press(own!, 'Remove');
    expect(bodies[0]).toMatchObject({
      container: { is_ephemeral: true },
      actions: [{ type: 'overflow', selected_option: option('Remove', 'r') }],
    });
    expect(bodies[0]).not.toHaveProperty('message');
  });

  test('a press nobody answers in time is a timeout; one without a listener is refused', async () => {
    const slack = await aStandIn();
    await aBoltApp(slack, app => app.action('go', () => new Promise(() => {})));
    const { ts } = await client(slack).chat.postMessage({
      channel: 'USAM',
      text: 'Card',
      blocks: [button('Go', 'go')],
    });
    expect(await slack.as('USAM').press(ts!, 'Go')).toMatchObject({ ok: false, error: 'operation_timeout' });
    slack.setBotUrl('http://127.0.0.1:9/');
    expect(await slack.as('USAM').press(ts!, 'Go')).toMatchObject({ ok: false, error: 'dispatch_failed' });
  });
});

describe('people, channels and files', () => {
  test('people come with their zone, and with their address only under its scope', async () => {
    const slack = await aStandIn();
    const ada = await client(slack).users.info({ user: 'UADA' });
    expect(ada.user).toMatchObject({
      tz: 'America/New_York',
      real_name: 'Ada Quill',
      deleted: false,
      profile: { email: 'ada@uni.example' },
    });
    expect([-14_400, -18_000]).toContain(ada.user?.tz_offset);
    expect((await client(slack).users.lookupByEmail({ email: 'SAM@uni.example' })).user?.id).toBe('USAM');
    expect((await call(slack, 'users.lookupByEmail', { email: 'nobody@uni.example' })).error).toBe('users_not_found');
    const list = await client(slack).users.list({ limit: 2 });
    expect([list.members?.length, list.response_metadata?.next_cursor !== '']).toEqual([2, true]);
    const poor = await aStandIn({ scopes: ['users:read'] });
    expect((await client(poor).users.info({ user: 'UADA' })).user?.profile).not.toHaveProperty('email');
    expect(await call(poor, 'users.lookupByEmail', { email: 'x' })).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read.email',
      provided: 'users:read',
    });
    expect(await call(poor, 'chat.postMessage', { channel: 'USAM', text: 'x' })).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
    });
  });

  test('channels are listed by kind, private ones only from inside', async () => {
    const slack = await aStandIn();
    const open = slack.addChannel({ name: 'open', members: ['USAM', 'UADA'] });
    slack.addChannel({ name: 'secret', isPrivate: true, members: ['USAM'] });
    const desk = slack.addChannel({ name: 'desk', isPrivate: true, members: ['USAM'], botIn: true });
    const list = await client(slack).conversations.list({ types: 'public_channel,private_channel' });
    expect(list.channels?.map(each => [each.name, each.is_private, each.is_member])).toEqual([
      ['open', false, false],
      ['desk', true, true],
    ]);
    expect((await client(slack).conversations.members({ channel: desk.id })).members).toEqual([
      'USAM',
      slack.world.app.botUserId,
    ]);
    expect(
      (await client(slack).conversations.info({ channel: open.id, include_num_members: true })).channel?.num_members,
    ).toBe(2);
    expect((await call(slack, 'conversations.history', { channel: open.id })).error).toBe('not_in_channel');
    expect((await call(slack, 'conversations.join', { channel: desk.id })).error).toBe(
      'method_not_supported_for_channel_type',
    );
    expect((await call(slack, 'conversations.invite', { channel: desk.id, users: 'USAM' })).error).toBe(
      'already_in_channel',
    );
    expect(await call(slack, 'conversations.invite', { channel: desk.id, users: 'UADA' })).toMatchObject({ ok: true });
    expect(slack.as('UADA').messages(desk.id)).toEqual([]);
  });

  test('a file goes up in three steps and stands in the channel', async () => {
    const slack = await aStandIn();
    const { id: channel_id } = slack.addChannel({ name: 'desk', members: ['USAM'], botIn: true });
    await client(slack).filesUploadV2({
      channel_id,
      file: Buffer.from('a,b\n1,2\n'),
      filename: 'report.csv',
      title: 'Report',
      initial_comment: 'Here it is',
    });
    const [message] = slack.as('USAM').messages(channel_id);
    expect(message).toMatchObject({ text: 'Here it is', files: [{ name: 'report.csv', title: 'Report', size: 8 }] });
    const file = slack.world.files[message!.files![0]!.id];
    expect(Buffer.from(file!.content, 'base64').toString()).toBe('a,b\n1,2\n');
    expect((await call(slack, 'files.completeUploadExternal', { files: [{ id: 'F0' }] })).error).toBe('file_not_found');
  });
});

describe('tokens', () => {
  test('are asked for, compared, and end with the installation', async () => {
    const slack = await aStandIn();
    expect(await client(slack).auth.test()).toMatchObject({
      bot_id: slack.world.app.botId,
      team_id: slack.world.team.id,
    });
    expect((await call(slack, 'auth.test', {}, 'xoxb-wrong')).error).toBe('invalid_auth');
    expect((await call(slack, 'auth.test', {}, APP_TOKEN)).error).toBe('not_allowed_token_type');
    expect(await (await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' })).json()).toEqual({
      ok: false,
      error: 'not_authed',
    });
    expect((await call(slack, 'no.such', {})).error).toBe('unknown_method');
    slack.uninstall();
    expect((await call(slack, 'auth.test', {})).error).toBe('account_inactive');
    expect(slack.log.map(each => [each.method, each.who, each.answer?.['ok']])).toContainEqual([
      'auth.test',
      'bot',
      true,
    ]);
    expect(JSON.stringify(slack.log)).not.toContain(BOT_TOKEN);
  });
});

// Events: what the app is told of, in what form, and how often Slack tries again.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { signed } from '../../src/demo/slack/door.ts';
import { aBoltApp, aStandIn, call, closeAll, QUICK, SECRET } from './bolt-app.ts';

afterEach(closeAll);

describe('events', () => {
  test('tell of people, channels and messages, each with a fresh id', async () => {
    const slack = await aStandIn();
    const events: Record<string, unknown>[] = [];
    const ids = new Set<string>();
    await aBoltApp(slack, app => {
      const kinds = [
        'member_joined_channel',
        'member_left_channel',
        'channel_archive',
        'channel_left',
        'user_change',
        'app_uninstalled',
        'tokens_revoked',
      ];
      for (const kind of kinds) {
        app.event(kind, async ({ event, body }) => {
          events.push(event as never);
          ids.add(body.event_id);
        });
      }
      app.message(async ({ message }) => {
        events.push(message as never);
      });
    });
    const forum = slack.addChannel({ name: 'technicians', members: ['USAM'], botIn: true });
    const other = slack.addChannel({ name: 'elsewhere', members: ['USAM'] });
    const sam = slack.as('USAM');
    const ada = slack.as('UADA');
    const heard = (count: number) => slack.until(() => events.length === count);
    ada.joinChannel('#technicians');
    await heard(1);
    ada.joinChannel(other.id);
    ada.leaveChannel(forum.id);
    await heard(2);
    sam.say(sam.dm().id, 'help <me> & you');
    await heard(3);
    slack.deactivate('UADA');
    await heard(4);
    slack.archive(forum.id);
    await heard(5);
    slack.removeBot(forum.id);
    await heard(6);
    slack.uninstall();
    await heard(8);
    expect(events).toMatchObject([
      { type: 'member_joined_channel', user: 'UADA', channel: forum.id },
      { type: 'member_left_channel', user: 'UADA', channel: forum.id },
      { type: 'message', channel_type: 'im', user: 'USAM', text: 'help &lt;me&gt; &amp; you', channel: sam.dm().id },
      { type: 'user_change', user: { id: 'UADA', deleted: true } },
      { type: 'channel_archive', channel: forum.id },
      { type: 'channel_left', channel: forum.id },
      expect.anything(),
      expect.anything(),
    ]);
    expect(
      events
        .slice(6)
        .map(each => each['type'])
        .sort(),
    ).toEqual(['app_uninstalled', 'tokens_revoked']);
    expect(ids.size).toBe(7);
    expect(() => slack.as('UADA')).toThrow('Nobody can sit at the keyboard');
    expect(() => sam.say(forum.id, 'x')).toThrow('archived');
  });

  test('tell the app of its own direct messages too, which Bolt leaves out, and of its own coming', async () => {
    const slack = await aStandIn();
    const seen: unknown[] = [];
    await aBoltApp(slack, app => {
      app.message(async () => {
        seen.push('message');
      });
      app.event('member_joined_channel', async ({ event }) => {
        seen.push(event.user);
      });
    });
    await call(slack, 'chat.postMessage', { channel: 'USAM', text: 'Hello' });
    const closed = slack.addChannel({ name: 'desk', isPrivate: true, members: ['USAM'] });
    slack.inviteBot(closed.id);
    await slack.until(() => slack.deliveries.filter(each => each.answer).length === 2);
    expect(slack.deliveries.map(each => (each.payload['event'] as { type: string }).type)).toEqual([
      'message',
      'member_joined_channel',
    ]);
    expect(seen).toEqual([slack.world.app.botUserId]);
  });

  test('are not sent without their scope', async () => {
    const slack = await aStandIn({ scopes: ['chat:write'] });
    await aBoltApp(slack, () => {});
    const forum = slack.addChannel({ name: 'technicians', members: [], botIn: true });
    slack.as('USAM').joinChannel(forum.id);
    slack.as('USAM').say(slack.as('USAM').dm().id, 'hello');
    slack.deactivate('UADA');
    expect(slack.deliveries).toEqual([]);
    expect(await slack.as('USAM').command('help')).toMatchObject({ error: 'not_a_command' });
  });
});

describe('events that do not arrive', () => {
  type Heard = { headers: IncomingMessage['headers']; body: string; at: number };

  /** A bare server that answers as told, one status after the other (0 = never). */
  async function deafBot(statuses: readonly number[], headers: Record<string, string> = {}) {
    const slack = await aStandIn({ timing: { ...QUICK, ackMs: 100, eventRetriesMs: [0, 60, 120] } });
    const heard: Heard[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      const status = statuses[heard.length] ?? 200;
      heard.push({ headers: request.headers, body, at: performance.now() });
      if (status !== 0) response.writeHead(status, headers).end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    slack.setBotUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    const end = () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    };
    return { slack, heard, end };
  }

  test('come again at once, then after the two waits, signed anew, and then no more', async () => {
    const { slack, heard, end } = await deafBot([500, 500, 0, 500, 500]);
    slack.deactivate('UADA');
    await slack.until(() => heard.length === 4);
    await new Promise(resolve => setTimeout(resolve, 250));
    await end();
    expect(heard.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_timeout'],
    ]);
    expect(new Set(heard.map(each => each.body)).size).toBe(1);
    expect(heard[2]!.at - heard[1]!.at).toBeGreaterThanOrEqual(59);
    expect(heard[3]!.at - heard[2]!.at).toBeGreaterThanOrEqual(215);
    for (const { headers, body } of heard) {
      const at = Number(headers['x-slack-request-timestamp']);
      expect(headers['x-slack-signature']).toBe(signed(SECRET, body, at)['x-slack-signature']);
      expect(headers['content-type']).toBe('application/json');
    }
  });

  test('stop coming when the bot says so, or takes one', async () => {
    const stopped = await deafBot([500], { 'x-slack-no-retry': '1' });
    stopped.slack.deactivate('UADA');
    const taken = await deafBot([503, 200]);
    taken.slack.deactivate('UADA');
    await taken.slack.until(() => taken.heard.length === 2);
    await new Promise(resolve => setTimeout(resolve, 250));
    await stopped.end();
    await taken.end();
    expect([stopped.heard.length, taken.heard.length]).toEqual([1, 2]);
  });

  test('find a bot that starts later', async () => {
    const slack = await aStandIn({
      botUrl: 'http://127.0.0.1:9/slack/events',
      timing: { ...QUICK, eventRetriesMs: [0, 150] },
    });
    const retries: unknown[] = [];
    slack.deactivate('UADA');
    await slack.until(() => slack.deliveries[1]?.answer);
    await aBoltApp(slack, app => {
      app.event('user_change', async ({ context }) => {
        retries.push([context.retryNum, context.retryReason]);
      });
    });
    await slack.until(() => retries.length > 0);
    expect(retries).toEqual([[2, 'connection_failed']]);
  });
});

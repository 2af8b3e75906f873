// Socket Mode with Bolt's own receiver: tickets, envelopes of all three kinds, late acknowledgements, and connecting again.
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { APP_TOKEN, aSocketApp, aStandIn, call, closeAll, modal, QUICK, question, text } from './bolt-app.ts';

afterEach(closeAll);

describe('a bot on a socket', () => {
  test('gets commands, submissions and events, and answers them there', async () => {
    const slack = await aStandIn();
    const heard: unknown[] = [];
    await aSocketApp(slack, app => {
      app.command('/mentor', async ({ ack, command, client }) => {
        if (command.text === 'late') await new Promise(resolve => setTimeout(resolve, QUICK.ackMs + 100));
        await ack(command.text === 'text' ? 'Hello' : undefined);
        if (command.text === '')
          await client.views.open({
            trigger_id: command.trigger_id,
            view: modal('Form', [question('a', 'A', text())]),
          });
      });
      app.view('form', async ({ ack }) => ack({ response_action: 'errors', errors: { a: 'Too short' } }));
      app.event('app_home_opened', async ({ event }) => {
        heard.push(event.user);
      });
    });
    const sam = slack.as('USAM');
    expect((await sam.command('text')).ephemeral?.text).toBe('Hello');
    expect((await sam.command('')).view?.title?.text).toBe('Form');
    await sam.fill({ A: 'x' });
    expect((await sam.submit()).problems).toEqual({ a: 'Too short' });
    await sam.openHome();
    expect(heard).toEqual(['USAM']);
    expect(await sam.command('late')).toMatchObject({ ok: false, error: 'operation_timeout' });
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(sam.ephemerals()).toHaveLength(1);
  });

  test('connects again when it is asked to, and an event of the meantime comes after all', async () => {
    const slack = await aStandIn({ timing: { ...QUICK, eventRetriesMs: [0, 600] } });
    const retries: unknown[] = [];
    await aSocketApp(slack, app => {
      app.command('/mentor', async ({ ack }) => ack('still here'));
      app.event('user_change', async ({ context }) => {
        retries.push([context.retryNum, context.retryReason]);
      });
    });
    slack.disconnectSockets();
    await slack.until(() => slack.sockets() === 0);
    slack.deactivate('UADA');
    expect(await slack.as('USAM').command('')).toMatchObject({ ok: false, error: 'dispatch_failed' });
    await slack.until(() => retries.length > 0, 5000);
    expect(retries).toEqual([[2, 'connection_failed']]);
    expect((await slack.as('USAM').command('')).ephemeral?.text).toBe('still here');
    expect(slack.log.filter(each => each.method === 'apps.connections.open')).toHaveLength(2);
  });

  test('needs the app-level token, and a ticket that nobody used', async () => {
    const slack = await aStandIn();
    expect((await call(slack, 'apps.connections.open', {})).error).toBe('not_allowed_token_type');
    const { url } = (await call(slack, 'apps.connections.open', {}, APP_TOKEN)) as unknown as { url: string };
    const connect = () =>
      new Promise<string>(resolve => {
        const socket = new WebSocket(url);
        socket.on('message', data => {
          socket.close();
          resolve(String(JSON.parse(String(data)).type));
        });
        socket.on('error', () => resolve('refused'));
      });
    expect([await connect(), await connect()]).toEqual(['hello', 'refused']);
  });
});

// Commands through a real Bolt app: signatures, the three seconds, answers to one person and to all.
import { afterEach, describe, expect, test } from 'vitest';
import { aBoltApp, aStandIn, button, closeAll, modal, QUICK, question, text } from './bolt-app.ts';

afterEach(closeAll);
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe('a typed command', () => {
  test('reaches Bolt signed, with every field Slack sends, and its answer is shown to that person only', async () => {
    const slack = await aStandIn();
    const bodies: Record<string, unknown>[] = [];
    await aBoltApp(slack, app => {
      app.command('/mentor', async ({ command, ack }) => {
        bodies.push({ ...command });
        await ack('Hello Sam');
      });
    });
    const channel = slack.addChannel({ name: 'technicians', members: ['USAM', 'UADA'] });
    const seen = await slack.as('USAM').command('/mentor  register me', channel.id);
    expect(seen.ok).toBe(true);
    expect(seen.ephemeral?.text).toBe('Hello Sam');
    expect(slack.as('UADA').ephemerals(channel.id)).toEqual([]);
    expect(slack.as('USAM').ephemerals(channel.id)).toHaveLength(1);
    expect(bodies).toEqual([
      expect.objectContaining({
        command: '/mentor',
        text: 'register me',
        user_id: 'USAM',
        channel_id: channel.id,
        channel_name: 'technicians',
        is_enterprise_install: 'false',
      }),
    ]);
    expect(String(bodies[0]?.['trigger_id'])).toMatch(/^\d+\.\d+\.[0-9a-f]{32}$/);
  });

  test('is refused by Bolt when the secret differs, and the person reads dispatch_failed', async () => {
    const slack = await aStandIn();
    await aBoltApp(slack, app => app.command('/mentor', async ({ ack }) => ack('no')), 'another secret');
    expect(await slack.as('USAM').command('help')).toEqual({ ok: false, error: 'dispatch_failed' });
    expect(slack.deliveries[0]?.answer).toMatchObject({ kind: 'status', status: 401 });
  });

  test('times out when the acknowledgement is late, and the late answer is dropped', async () => {
    const slack = await aStandIn();
    await aBoltApp(slack, app => {
      app.command('/mentor', async ({ ack }) => {
        await sleep(QUICK.ackMs + 100);
        await ack('too late');
      });
    });
    expect(await slack.as('USAM').command('help')).toEqual({ ok: false, error: 'operation_timeout' });
    await sleep(200);
    expect(slack.as('USAM').ephemerals()).toEqual([]);
    expect(slack.deliveries).toHaveLength(1);
  });

  test('without a bot at the other end fails at once; another word is no command', async () => {
    const slack = await aStandIn({ botUrl: 'http://127.0.0.1:9/slack/events' });
    expect(await slack.as('USAM').command('help')).toEqual({ ok: false, error: 'dispatch_failed' });
    expect(await slack.as('USAM').command('/other help')).toEqual({ ok: false, error: 'not_a_command' });
  });

  test('opens a window with its trigger, once', async () => {
    const slack = await aStandIn();
    const errors: unknown[] = [];
    await aBoltApp(slack, app => {
      app.command('/mentor', async ({ ack, command, client }) => {
        await ack();
        const view = modal('Register', [question('who', 'Who are you?', text())]);
        await client.views.open({ trigger_id: command.trigger_id, view });
        await client.views.open({ trigger_id: command.trigger_id, view }).catch(error => errors.push(error.data.error));
      });
    });
    const seen = await slack.as('USAM').command('register');
    expect(seen.view?.title?.text).toBe('Register');
    expect(slack.as('UADA').view()).toBeUndefined();
    await slack.until(() => errors.length > 0);
    expect(errors).toEqual(['exchanged_trigger_id']);
  });

  test('answers through response_url five times, replacing what a button was in', async () => {
    const slack = await aStandIn();
    let url = '';
    await aBoltApp(slack, app => {
      app.command('/mentor', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Choose', blocks: [button('Yes', 'yes')] });
      });
      app.action('yes', async ({ ack, body, respond }) => {
        await ack();
        url = (body as { response_url: string }).response_url;
        await respond({ replace_original: true, text: 'Thank you' });
      });
    });
    const sam = slack.as('USAM');
    const { ephemeral } = await sam.command('');
    expect(ephemeral?.text).toBe('Choose');
    await sam.press(ephemeral!, 'Yes');
    expect(sam.ephemerals().map(each => [each.text, each.blocks])).toEqual([['Thank you', undefined]]);
    const post = (body: object) =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await post({ blocks: [{ type: 'nonsense' }] })).status).toBe(400);
    for (let use = 3; use <= 5; use++) expect((await post({ text: `use ${use}` })).status).toBe(200);
    const sixth = await post({ text: 'one more' });
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    expect(sam.ephemerals()).toHaveLength(4);
  });

  test('may answer the whole channel', async () => {
    const slack = await aStandIn();
    await aBoltApp(slack, app =>
      app.command('/mentor', async ({ ack }) => ack({ response_type: 'in_channel', text: 'For all' })),
    );
    const channel = slack.addChannel({ name: 'technicians', members: ['USAM', 'UADA'] });
    expect((await slack.as('USAM').command('', channel.id)).message?.text).toBe('For all');
    expect(
      slack
        .as('UADA')
        .messages(channel.id)
        .map(each => each.text),
    ).toEqual(['For all']);
  });

  test('with an answer Slack cannot draw shows nothing', async () => {
    const slack = await aStandIn();
    await aBoltApp(slack, app =>
      app.command('/mentor', async ({ ack }) =>
        ack({ text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }),
      ),
    );
    const seen = await slack.as('USAM').command('');
    expect(seen).toMatchObject({ ok: false, error: 'invalid_response' });
    expect(seen.details?.join()).toContain('must be less than 151 characters');
  });

  test('an expired response_url or trigger is of no use', async () => {
    const slack = await aStandIn({ timing: { ...QUICK, triggerMs: 50, responseUrlMs: 50 } });
    const outcomes: unknown[] = [];
    await aBoltApp(slack, app => {
      app.command('/mentor', async ({ ack, command, client, respond }) => {
        await ack();
        await sleep(80);
        const view = modal('Late', [question('who', 'Who?', text())]);
        await client.views
          .open({ trigger_id: command.trigger_id, view })
          .catch(error => outcomes.push(error.data.error));
        await client.views.open({ trigger_id: '1.2.abc', view }).catch(error => outcomes.push(error.data.error));
        await respond('late').catch(() => outcomes.push('no answer taken'));
      });
    });
    await slack.as('USAM').command('');
    await slack.until(() => outcomes.length === 3 || undefined);
    expect(outcomes).toEqual(['expired_trigger_id', 'invalid_trigger_id', 'no answer taken']);
  });
});

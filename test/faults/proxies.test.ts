// Behind a proxy: what the program calls outside goes through it, and what is excepted does not.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startStandIn } from '../../src/demo/slack/stand-in.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A plain proxy that notes what was asked of it. */
async function aProxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const url = new URL(from.url ?? '');
    asked.push(`${from.method} ${url.pathname}`);
    const onward = request(url, { method: from.method, headers: from.headers }, answer => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    from.pipe(onward);
  };
  const server: Server = createServer(pass);
  // The line of Socket Mode, which is no encrypted one here and so asks for no tunnel.
  server.on('upgrade', (from: IncomingMessage, line: Socket, head: Buffer) => {
    const { host, port, hostname, pathname, search } = new URL(from.url ?? '');
    asked.push(`line ${host}`);
    const headers = Object.entries(from.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    const onward = connect(Number(port), hostname, () => {
      onward.write(`GET ${pathname}${search} HTTP/1.1\r\n${headers.join('')}\r\n`);
      onward.write(head);
      onward.pipe(line).pipe(onward);
    });
    for (const end of [onward, line]) end.on('error', () => end.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** The program as it is started, until it says that it has. */
async function started(env: Record<string, string>): Promise<void> {
  const slack = await startStandIn({ signingSecret: 'a-signing-secret', botToken: 'xoxb-1', appToken: 'xapp-1' });
  closers.push(() => slack.close());
  const child = fork('bin/mentor.js', ['start'], {
    env: {
      ...{ PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', DATA_DIR: mkdtempSync(join(tmpdir(), 'proxy-')) },
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: slack.apiUrl, ...env },
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit');
  closers.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += text;
      if (said.includes('"started"')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => reject(new Error(said)));
  });
}

test('what Slack is asked, and the line it talks on, go through the proxy', async () => {
  const { url, asked } = await aProxy();
  await started({ HTTP_PROXY: url });
  expect(asked).toContain('POST /api/auth.test');
  expect(asked.filter(one => one.startsWith('line'))).toHaveLength(1);
});

test('a host that is excepted is called directly', async () => {
  const { url, asked } = await aProxy();
  await started({ HTTP_PROXY: url, NO_PROXY: '127.0.0.1' });
  expect(asked).toEqual([]);
});

// A real redis-server for tests: on a free port, in a folder of its own, every write on disk before it is answered. It can be killed and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type RedisServer = {
  url: string;
  port: number;
  dir: string;
  pid: () => number;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts again on the same port with the same data. */
  restart(): Promise<void>;
  /** Stops it for good and removes its folder. */
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was free');
  return address.port;
}

/** Whether this very server answers (another one may have taken the port); one that tells nothing of itself is taken for it. */
function answers(port: number, pid: number | undefined): Promise<boolean> {
  return new Promise(resolve => {
    let heard = '';
    const socket = createConnection(port, '127.0.0.1', () => socket.write('INFO server\r\n'));
    const end = (is: boolean): void => {
      socket.destroy();
      resolve(is);
    };
    socket.setTimeout(500, () => end(false));
    socket.on('data', data => {
      heard += data;
      if (/^-(NOAUTH|NOPERM)/.test(heard)) end(true);
      else if (/process_id:\d+\r/.test(heard)) end(heard.includes(`process_id:${pid}\r`));
      else if (heard.startsWith('-')) end(false);
    });
    socket.once('error', () => end(false));
  });
}

/** Runs a server that dies with us, however we die: a shell holds the other end of a pipe. It says the server's pid first. */
const leash = `exec 3<&0
redis-server "$@" 3<&- >/dev/null 2>&1 &
server=$!
echo $server
{ cat <&3 >/dev/null; kill -9 $server; } 2>/dev/null &
wait $server`;

type Running = { shell: ChildProcess; pid: number };

async function launch(port: number, dir: string, settings: string[]): Promise<Running> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
  const always = ['--appendonly', 'yes', '--appendfsync', 'always'];
  const shell = spawn('sh', ['-c', leash, 'sh', ...args, ...always, ...settings], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [said] = (await once(shell.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  for (let n = 0; n < 500 && shell.exitCode === null; n++) {
    if (await answers(port, pid)) return { shell, pid };
    await sleep(10);
  }
  shell.stdin.end();
  throw new Error(`redis-server did not start (exit code ${shell.exitCode})`);
}

/** kill -9, by letting go of the leash; waits until it is gone. */
async function end({ shell }: Running): Promise<void> {
  shell.stdin?.end();
  if (shell.exitCode === null && shell.signalCode === null) await once(shell, 'exit');
}

/** Starts a server; `settings` are further arguments, such as `'--maxmemory', '20mb'`. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const dir = mkdtempSync(join(tmpdir(), 'mentor-redis-'));
  let port = await freePort();
  // Between looking for a free port and listening on it, somebody else may take it.
  let running = await launch(port, dir, settings).catch(async () => {
    port = await freePort();
    return launch(port, dir, settings);
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dir,
    pid: () => running.pid,
    kill: () => end(running),
    async restart() {
      await end(running);
      running = await launch(port, dir, settings);
    },
    async stop() {
      await end(running);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

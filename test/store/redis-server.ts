// A real redis-server for tests: on a free port, in a folder of its own, every write on disk before it is answered. It can be killed and started again.
import { type ChildProcess, spawn } from 'node:child_process';
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

async function launch(port: number, dir: string, settings: string[]): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--loglevel', 'warning'];
  const child = spawn('redis-server', [...args, '--appendonly', 'yes', '--appendfsync', 'always', ...settings], {
    stdio: 'ignore',
  });
  let problem = '';
  child.once('error', error => {
    problem = error.message;
  });
  for (let n = 0; n < 500; n++) {
    if (problem || child.exitCode !== null) break;
    if (await answers(port, child.pid)) return child;
    await sleep(10);
  }
  child.kill('SIGKILL');
  throw new Error(`redis-server did not start: ${problem || `exit code ${child.exitCode}`}`);
}

const gone = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise(resolve => child.once('exit', resolve));

/** Starts a server; `settings` are further arguments, such as `'--maxmemory', '20mb'`. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const dir = mkdtempSync(join(tmpdir(), 'mentor-redis-'));
  let port = await freePort();
  // Between looking for a free port and listening on it, somebody else may take it.
  let child = await launch(port, dir, settings).catch(async () => {
    port = await freePort();
    return launch(port, dir, settings);
  });
  const atExit = (): void => void child.kill('SIGKILL');
  process.on('exit', atExit);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone(child);
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dir,
    pid: () => child.pid ?? 0,
    kill,
    async restart() {
      await kill();
      child = await launch(port, dir, settings);
    },
    async stop() {
      process.off('exit', atExit);
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

// Heavy computing in a thread of its own. One thread is started with the first question and kept: V8 may bring the whole process down when a thread that ran WebAssembly ends, so threads must not come and go.
import { Worker } from 'node:worker_threads';

/** What goes to the thread, and what comes back for it. */
type Asked = { readonly number: number; readonly question: unknown };
type Answered =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failed: unknown };

type Waiting = { resolve: (answer: unknown) => void; reject: (error: unknown) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

let file: URL | undefined;
let kept: Thread | undefined;
let questions = 0;

/** Hands over the file that computes; main does it once. */
export function computeWith(worker: URL): void {
  file = worker;
}

function start(from: URL): Thread {
  const worker = new Worker(from);
  const waiting = new Map<number, Waiting>();
  const over = (error: unknown): void => {
    if (kept?.worker === worker) kept = undefined;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('message', (message: Answered) => {
    const one = waiting.get(message.number);
    waiting.delete(message.number);
    // A thread that has nothing to do keeps no process from ending.
    if (waiting.size === 0) worker.unref();
    if ('failed' in message) one?.reject(message.failed);
    else one?.resolve(message.answer);
  });
  worker.once('error', over);
  worker.once('exit', code => over(new Error(`the worker stopped with ${code}`)));
  return { worker, waiting };
}

/** The answer of the thread; questions are answered one after the other. Rejects with what the computing threw, or when the thread stops. */
export function compute(question: unknown): Promise<unknown> {
  if (!file) throw new Error('no worker file was handed over');
  kept ??= start(file);
  const { worker, waiting } = kept;
  const asked: Asked = { number: ++questions, question };
  return new Promise((resolve, reject) => {
    worker.postMessage(asked);
    waiting.set(asked.number, { resolve, reject });
    worker.ref();
  });
}

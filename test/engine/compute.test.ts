// The thread that computes: kept from question to question, and replaced when it is gone.
import { expect, test } from 'vitest';
import { compute, computeWith } from '../../src/engine/compute.ts';

/** Says which thread answered; throws or stops where the question asks for it. */
const THREAD = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ number, question }) => {
  if (question === 'stop') process.exit(3);
  if (question === 'throw') parentPort.postMessage({ number, failed: new Error('cannot be done') });
  else parentPort.postMessage({ number, answer: question + ' by ' + threadId });
});`;

test('one thread answers question after question, also after one that could not be answered', async () => {
  computeWith(new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`));
  const [first, second] = await Promise.all([compute('one'), compute('two')]);
  expect(first).toMatch(/^one by \d+$/);
  await expect(compute('throw')).rejects.toThrow('cannot be done');
  const by = (answer: unknown): string => String(answer).split(' by ')[1] ?? '';
  expect(second).toBe(`two by ${by(first)}`);
  expect(await compute('three')).toBe(`three by ${by(first)}`);
});

test('whoever waits for a thread that stops is told, and the next question starts another', async () => {
  const lost = [compute('stop'), compute('one')].map(one => expect(one).rejects.toThrow('the worker stopped with 3'));
  await Promise.all(lost);
  expect(await compute('two')).toMatch(/^two by \d+$/);
});

test('what cannot be handed over is refused, and nothing waits for it', async () => {
  await expect(compute(() => 'a function')).rejects.toThrow('could not be cloned');
  expect(await compute('four')).toMatch(/^four by \d+$/);
});

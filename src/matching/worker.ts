// The matching in a thread of its own, so that a large pool never keeps people waiting. What cannot be matched goes back as the error it is.
import { parentPort } from 'node:worker_threads';
import { answer, type Question } from './question.ts';

parentPort?.on('message', ({ number, question }: { number: number; question: Question }) => {
  try {
    parentPort?.postMessage({ number, answer: answer(question) });
  } catch (failed) {
    parentPort?.postMessage({ number, failed });
  }
});

// The matching in a thread of its own, so that a large pool never keeps people waiting: started with a question, it gives the answer and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { answer, type Question } from './question.ts';

// What cannot be matched throws, and reaches whoever started the thread as its `error` event.
parentPort?.postMessage(answer(workerData as Question));

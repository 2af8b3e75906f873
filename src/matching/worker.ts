// The matching in a thread of its own, so that a large pool never keeps people waiting: started with a match input, it answers with the result and ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { MatchInput } from './draw.ts';
import { match } from './match.ts';

// What cannot be matched throws, and reaches whoever started the thread as its `error` event.
parentPort?.postMessage(match(workerData as MatchInput));

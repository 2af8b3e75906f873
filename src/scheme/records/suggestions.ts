// What is prepared for a co-ordinator but never sent by itself: the next-best mentor for somebody whose proposal came to nothing.
import { z } from 'zod';
import { kind } from '../kind.ts';

/** One for each mentee at most; its id is the mentee's. Read by co-ordinators whom it does not name and whom neither keeps apart. */
export const suggestion = kind({
  name: 'suggestion',
  version: 1,
  readers: 'coordinator',
  retention: 'passing',
  schema: z.looseObject({
    id: z.string(),
    mentee: z.string(),
    mentor: z.string(),
    /** The proposal that came to nothing. */
    after: z.string(),
    why: z.record(z.string(), z.unknown()),
    at: z.number(),
    closedTo: z.array(z.string()),
  }),
  secret: [],
  names: value => [value.mentee, value.mentor],
  lists: value => [{ list: 'suggestion.all', score: value.at }],
  keptFrom: value => value.at,
});

// What comes with matching besides runs and proposals: a next-best that waits for a co-ordinator's tap, a call for mentors, and how a run went for each person.
import { z } from 'zod';
import { kind } from '../kind.ts';
import { role } from './people.ts';

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

/** A call in the forum for mentors who would match those left over; its id is the run's. What it says is read by everybody. */
export const call = kind({
  name: 'call',
  version: 1,
  readers: 'everybody',
  retention: 'registration',
  schema: z.looseObject({ id: z.string(), text: z.string(), topic: z.string(), at: z.number(), by: z.string() }),
  secret: ['text'],
  names: () => [],
  keptFrom: value => value.at,
});

/**
 * How one matching run went for one person in one role, in numbers that name nobody else: "why was I not matched?" is answered from it,
 * months later too. Its id is `<registration>-<run>-<mark>`:
 * there may be several.
 */
export const matchnote = kind({
  name: 'matchnote',
  version: 1,
  readers: 'self',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    role,
    run: z.string(),
    at: z.number(),
    /** Asked; considered and left over; or not considered, with the state of the registration at that time. */
    outcome: z.enum(['asked', 'left', 'not-considered']),
    reason: z.record(z.string(), z.unknown()),
  }),
  secret: [],
  names: value => [value.person],
  keptFrom: value => value.at,
});

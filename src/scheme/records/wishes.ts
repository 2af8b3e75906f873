// What a mentee wishes for: the mentors they chose themselves, who are asked one after the other.
import { z } from 'zod';
import { kind } from '../kind.ts';

/** The list a mentee has sent off; its id is the mentee's. Read by them and by co-ordinators, never by anybody named on it: nobody learns that they came second (R16b). */
export const wish = kind({
  name: 'wish',
  version: 1,
  readers: 'coordinator',
  // Whom somebody asked is nobody's business for long: as short as what a pair wrote to each other.
  retention: 'papers',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    /** `asking` one of them; it came to nothing with all (`over`); they are `introduced`; the mentee took it `back`; or it was put `aside`, because they are away or somebody else was found. */
    state: z.enum(['asking', 'over', 'introduced', 'back', 'aside']),
    /** The proposal to the one who is asked, or was last. */
    pairing: z.string().optional(),
    /** Mentors not asked yet, in the mentee's order. */
    left: z.array(z.string()),
    /** Mentors asked with this list, the latest last. */
    asked: z.array(z.string()),
    /** Since when it stands so. */
    at: z.number(),
    /** Everybody it names, whoever they are or become; and those on the mentee's own list. */
    closedTo: z.array(z.string()),
  }),
  secret: [],
  names: value => [value.person, ...value.left, ...value.asked],
  lists: value => [{ list: `wish.state:${value.state}`, score: value.at }],
  keptFrom: value => (value.state === 'asking' ? undefined : value.at),
});

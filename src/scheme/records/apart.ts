// What outlives a person's records: whom they are not to be paired with, as keyed hashes of addresses, without a name and without an id of anybody.
import { z } from 'zod';
import { kind } from '../kind.ts';

/**
 * Written when a person's records are erased; its id is the keyed hash of their address. Should they ever come back, their list is
 * made anew from it (R12, R49). Nobody can read from it who they were.
 */
export const apart = kind({
  name: 'apart',
  version: 1,
  readers: 'engine',
  retention: 'scheme',
  schema: z.looseObject({ id: z.string(), not: z.array(z.string()) }),
  secret: [],
  names: () => [],
});

// Records of one person's coming to be known by a second account: a code that was made, and an account that asks to be linked. Both pass quickly.
import { z } from 'zod';
import { kind } from '../kind.ts';

/** A one-time code, made where somebody is known; its id is the keyed hash of it. */
export const linkcode = kind({
  name: 'linkcode',
  version: 1,
  readers: 'engine',
  retention: 'passing',
  schema: z.looseObject({ id: z.string(), person: z.string(), until: z.number() }),
  secret: [],
  names: value => [value.person],
  dues: value => [{ what: 'linkcode.over', at: value.until }],
  keptFrom: value => value.until,
});

/** An account that is not known and may be somebody's second one; its id is that account. Codes that did not fit are counted here too. */
export const linking = kind({
  name: 'linking',
  version: 1,
  readers: 'self',
  retention: 'passing',
  schema: z.looseObject({
    id: z.string(),
    /** Who was asked, since their address is the same; and how the directory there names the account. */
    person: z.string().optional(),
    name: z.string().optional(),
    asked: z.enum(['waiting', 'refused']).optional(),
    /** Codes typed that did not fit, and until when no other is taken. */
    wrong: z.number(),
    lockedUntil: z.number().optional(),
    until: z.number(),
  }),
  secret: ['name'],
  names: value => (value.person === undefined ? [] : [value.person]),
  dues: value => [{ what: 'linking.over', at: value.until }],
  keptFrom: value => value.until,
});

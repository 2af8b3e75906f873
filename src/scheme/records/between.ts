// Records of what two people of a pairing share to reach each other: their own ways, and notes on their way. Both end with the pairing.
import { z } from 'zod';
import { kind } from '../kind.ts';
import { role } from './people.ts';

/** How one of the two may be reached besides this scheme, as they chose to tell the other; its id is `<pairing>-<side>`. */
export const share = kind({
  name: 'share',
  version: 1,
  readers: 'pairing',
  retention: 'papers',
  schema: z.looseObject({
    id: z.string(),
    pairing: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    /** Whose ways these are. */
    side: role,
    email: z.string().optional(),
    phone: z.string().optional(),
    call: z.string().optional(),
    at: z.number(),
  }),
  secret: ['email', 'phone', 'call'],
  names: value => [value.mentor, value.mentee],
});

/** A note from one of the two to the other, as long as it is on its way; its id is `<pairing>-<side>-<place>`, so that there are never more than the places. */
export const note = kind({
  name: 'note',
  version: 1,
  readers: 'pairing',
  retention: 'papers',
  schema: z.looseObject({
    id: z.string(),
    pairing: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    /** Who wrote it. */
    side: role,
    text: z.string(),
    at: z.number(),
    readAt: z.number().optional(),
    overAt: z.number(),
  }),
  secret: ['text'],
  names: value => [value.mentor, value.mentee],
  lists: value => [{ list: `note.of:${value.pairing}`, score: value.at }],
  dues: value => [{ what: 'note.over', at: value.overAt }],
});

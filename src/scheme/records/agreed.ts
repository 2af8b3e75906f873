// Records of what the two of a pairing have agreed: the mentoring agreement with its versions.
import { z } from 'zod';
import { kind } from '../kind.ts';

/** What an agreement says; what always holds is no part of it, since nobody may take it out (R20, R24). */
const terms = z.looseObject({
  purpose: z.string().optional(),
  /** R22: a field of its own, without which nothing is confirmed. */
  mentorExpects: z.string().optional(),
  menteeExpects: z.string().optional(),
  /** How many weeks lie between two meetings, and how many minutes one lasts. */
  weeks: z.number().optional(),
  minutes: z.number().optional(),
  modes: z.array(z.string()).optional(),
  place: z.string().optional(),
  agenda: z.string().optional(),
  notice: z.string().optional(),
  endsOn: z.string().optional(),
  contact: z.string().optional(),
  reply: z.string().optional(),
  confidential: z.string().optional(),
  offLimits: z.string().optional(),
  interests: z.string().optional(),
  feedback: z.string().optional(),
});
export type Terms = z.infer<typeof terms>;

/** The mentoring agreement of a pairing, whose id it has. Readers and keeping are those of the papers; a record of its own, so that writing it overtakes nothing else. */
export const agreement = kind({
  name: 'agreement',
  version: 1,
  readers: 'pairing',
  retention: 'papers',
  schema: z.looseObject({
    id: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    /** Goes up with every change, so that a confirmation is always of what was read (R23). */
    revision: z.number(),
    /** What both confirmed, oldest first; only ever added to. */
    versions: z.array(
      z.looseObject({
        number: z.number(),
        terms,
        agreedAt: z.number(),
        /** Whether the scheme said then that mentoring is working time. */
        workingTime: z.boolean(),
      }),
    ),
    draft: z
      .looseObject({
        terms,
        /** What stood there before the latest change, so that two changes at once can be put together. */
        before: terms,
        /** Who changed each part last. */
        by: z.record(z.string(), z.string()),
        confirmed: z.array(z.enum(['mentor', 'mentee'])),
      })
      .optional(),
  }),
  secret: ['versions', 'draft'],
  names: value => [value.mentor, value.mentee],
});

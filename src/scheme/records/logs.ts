// The learning log: what somebody writes down about their own learning, read by nobody else (F14).
import { z } from 'zod';
import { kind } from '../kind.ts';
import { role } from './people.ts';

/** The kinds of learning in which the Science Council sorts activities (standard 2 of its CPD standards, as restated on https://www.tfaforms.com/5097343). */
export const learningKinds = ['work', 'professional', 'formal', 'self', 'other'] as const;

/** One entry of somebody's learning log. */
export const logentry = kind({
  name: 'logentry',
  version: 1,
  readers: 'own',
  retention: 'own',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    on: z.string(),
    /** When it was first written. */
    at: z.number(),
    /** In which role, and about which meeting, where it came from a review. */
    role: role.optional(),
    pairing: z.string().optional(),
    meeting: z.string().optional(),
    learning: z.enum(learningKinds),
    activity: z.string(),
    learned: z.string(),
    /** What shall be done with it at work, or with the next partner: it comes back at the next introduction. */
    useNext: z.string().optional(),
    did: z.string().optional(),
    /** Benefit to own practice, and to the users of one's work (standards 3 and 4 of the Science Council). */
    practice: z.string().optional(),
    users: z.string().optional(),
    /** Against one's own plan (points 5 and 6 of the Engineering Council's CPD code). */
    plan: z.string().optional(),
    skills: z.array(z.string()).optional(),
    minutes: z.number().optional(),
    link: z.string().optional(),
  }),
  secret: ['activity', 'learned', 'useNext', 'did', 'practice', 'users', 'plan', 'skills', 'link'],
  names: value => [value.person],
  lists: value => {
    const score = Date.parse(`${value.on}T00:00:00Z`);
    return [
      { list: `logentry.of:${value.person}`, score },
      ...(value.useNext === undefined ? [] : [{ list: `logentry.next:${value.person}`, score }]),
    ];
  },
});

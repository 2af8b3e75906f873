// Records of what the two of a pairing have agreed: the mentoring agreement with its versions, and the objectives of the mentee.
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
  missed: z.string().optional(),
  endsOn: z.string().optional(),
  contact: z.string().optional(),
  reply: z.string().optional(),
  confidential: z.string().optional(),
  offLimits: z.string().optional(),
  interests: z.string().optional(),
  feedback: z.string().optional(),
  /** What the two will try where something did not work, and the day on which they look at it together (R42). */
  direction: z.string().optional(),
  reviewOn: z.string().optional(),
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

export const objectiveStates = ['running', 'met', 'partly', 'changed', 'dropped'] as const;

/** One objective of the mentee's (F11): what it says, how far it is, what shows it. A record each, so that the mentor's comment never overtakes the mentee's evidence. */
export const objective = kind({
  name: 'objective',
  version: 1,
  readers: 'pairing',
  retention: 'papers',
  schema: z.looseObject({
    id: z.string(),
    pairing: z.string(),
    mentor: z.string(),
    mentee: z.string(),
    at: z.number(),
    state: z.enum(objectiveStates),
    title: z.string(),
    specific: z.string(),
    measure: z.string(),
    resources: z.string().optional(),
    relevant: z.string().optional(),
    due: z.string(),
    steps: z.array(z.object({ id: z.string(), text: z.string(), done: z.boolean(), doneOn: z.string().optional() })),
    /** Added by the mentee, any time (R33). */
    evidence: z.array(z.looseObject({ id: z.string(), text: z.string(), link: z.string().optional(), on: z.string() })),
    /** The mentor's: words to take or to leave (R32), and comments. */
    proposal: z
      .looseObject({ id: z.string(), title: z.string(), specific: z.string(), measure: z.string() })
      .optional(),
    comments: z.array(z.object({ id: z.string(), text: z.string(), on: z.string() })),
    reviews: z.array(
      z.looseObject({
        id: z.string(),
        on: z.string(),
        progress: z.number(),
        helped: z.string().optional(),
        hindered: z.string().optional(),
        next: z.string().optional(),
      }),
    ),
    /** The day on which the two look at it, and when the mentee is asked how far it is. */
    reviewOn: z.string().optional(),
    askAt: z.number().optional(),
    /** When the mentor is told that a step was reached, so that they can say a word about it (R34). */
    cheerAt: z.number().optional(),
    closedOn: z.string().optional(),
    result: z.string().optional(),
  }),
  secret: [
    ...(['title', 'specific', 'measure', 'resources', 'relevant', 'steps', 'evidence'] as const),
    ...(['proposal', 'comments', 'reviews', 'result'] as const),
  ],
  names: value => [value.mentor, value.mentee],
  lists: value => [{ list: `objective.of:${value.pairing}`, score: value.at }],
  dues: value =>
    value.state === 'running'
      ? [
          ...(value.askAt !== undefined ? [{ what: 'objective.ask', at: value.askAt }] : []),
          ...(value.cheerAt !== undefined ? [{ what: 'objective.cheer', at: value.cheerAt }] : []),
        ]
      : [],
});

// Records of training: sessions, who signed up for one, what people would like help with, and somebody's look at their own skills.
import { z } from 'zod';
import { kind } from '../kind.ts';

/** Whom a session is for. The first three are the training that the scheme asks of a role; `topic` is anything people would like help with. */
export const sessionFor = z.enum(['mentor', 'mentee', 'both', 'topic']);

/** A training, a briefing, or a session on a topic, as it is announced: read by everybody, written by co-ordinators. */
export const session = kind({
  name: 'session',
  version: 1,
  readers: 'everybody',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    title: z.string(),
    what: sessionFor,
    /** What it is about, of what people can ask for; those who asked are invited. */
    topic: z.string().optional(),
    /** Several people had asked for it. */
    asked: z.boolean().optional(),
    at: z.number(),
    /** How long it lasts, in minutes. */
    lasts: z.number(),
    place: z.string().optional(),
    link: z.string().optional(),
    places: z.number(),
    state: z.enum(['planned', 'over', 'off']),
    by: z.string(),
    announcedAt: z.number(),
    /** Whom word of it has gone out to: roles, and those who asked for a topic; each once, also where it is changed to and fro. */
    toldTo: z.array(z.string()).optional(),
    /** Goes up with every change, so that a calendar takes the newer entry for the same session. */
    revision: z.number(),
    changedAt: z.number().optional(),
    remindAt: z.number().optional(),
    endsAt: z.number(),
    /** When a co-ordinator first marked somebody as having been there; until then their desk asks for it. */
    markedAt: z.number().optional(),
  }),
  secret: ['title', 'place', 'link'],
  names: () => [],
  lists: value => [{ list: `session.state:${value.state}`, score: value.at }],
  dues: value =>
    value.state === 'planned'
      ? [
          ...(value.remindAt ? [{ what: 'session.remind', at: value.remindAt }] : []),
          { what: 'session.over', at: value.endsAt },
        ]
      : [],
  keptFrom: value => value.endsAt,
});

/** How many places of a session are taken; its id is the session's. Everybody who signs up writes it, so that the last place goes to one alone. */
export const sessionseats = kind({
  name: 'sessionseats',
  version: 1,
  readers: 'everybody',
  retention: 'registration',
  schema: z.looseObject({ id: z.string(), taken: z.number() }),
  secret: [],
  names: () => [],
});

/** What a registration said of training before somebody was marked as having been to a session. */
const stood = z.looseObject({
  training: z.enum(['not-needed', 'needed', 'claimed', 'partly', 'exempt', 'attended']),
  trainingBy: z.string().optional(),
  trainingAt: z.number().optional(),
  trainingAskAt: z.number().optional(),
  trainingEndsAt: z.number().optional(),
  trainingPastAt: z.number().optional(),
  trainingTakenBack: z.boolean().optional(),
});

/** Somebody signed up for a session; its id is `<person>-<session>`. Cancelling erases it, so that nothing is held against anybody. */
export const booking = kind({
  name: 'booking',
  version: 1,
  readers: 'self',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    session: z.string(),
    person: z.string(),
    state: z.enum(['in', 'waiting']),
    at: z.number(),
    /** Whether they were there, as a co-ordinator marked it. */
    came: z.enum(['all', 'part']).optional(),
    cameBy: z.string().optional(),
    cameAt: z.number().optional(),
    /** How their training stood before that in the roles it counted for, so that a mark made by mistake can be taken back; and when one was. */
    stood: z.object({ mentor: stood.optional(), mentee: stood.optional() }).optional(),
    takenBackAt: z.number().optional(),
    /** When they told how it was. */
    toldAt: z.number().optional(),
  }),
  secret: [],
  names: value => [value.person],
  lists: value => [
    { list: `booking.of:${value.session}`, score: value.at },
    { list: `booking.${value.state}:${value.session}`, score: value.at },
    ...(value.came === undefined ? [] : [{ list: `booking.came:${value.session}`, score: value.at }]),
  ],
});

/** What somebody would like help with; its id is the person's. It is counted, and they are invited once there is a session; nobody is told who asked. */
export const supportwish = kind({
  name: 'supportwish',
  version: 1,
  readers: 'counts',
  retention: 'registration',
  schema: z.looseObject({ id: z.string(), person: z.string(), topics: z.array(z.string()) }),
  secret: [],
  names: value => [value.person],
  lists: value => value.topics.map(key => ({ list: `supportwish.topic:${key}`, score: 0 })),
});

/** How somebody sees their own skills as a mentor, from 1 to 4; its id is the person's. For their eyes only. */
export const selfcheck = kind({
  name: 'selfcheck',
  version: 1,
  readers: 'own',
  retention: 'own',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    scores: z.record(z.string(), z.number()),
    at: z.number(),
  }),
  secret: ['scores'],
  names: value => [value.person],
});

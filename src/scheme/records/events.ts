// Records of matching events: the event itself, who signed up, who talks with whom, what people say of each other afterwards, and what is only counted.
import { z } from 'zod';
import { kind } from '../kind.ts';
import { role } from './people.ts';

const places = { mentor: z.number(), mentee: z.number() };

/** A matching event as it is announced: read by everybody, written by co-ordinators. Who signed up stands in `signup`. */
export const event = kind({
  name: 'event',
  version: 1,
  readers: 'everybody',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    title: z.string(),
    at: z.number(),
    /** How long it lasts in all, in minutes. */
    lasts: z.number(),
    place: z.string().optional(),
    link: z.string().optional(),
    places: z.object(places),
    talkMinutes: z.number(),
    /** `over`: it has ended, and those who were there are asked; `off`: it was called off. */
    state: z.enum(['planned', 'over', 'off']),
    by: z.string(),
    announcedAt: z.number(),
    /** Goes up with every change, so that a calendar takes the newer entry for the same event. */
    revision: z.number(),
    /** When its title, time or place last became another one. */
    changedAt: z.number().optional(),
    remindAt: z.number().optional(),
    /** When it has ended. */
    endsAt: z.number(),
    /** How many rounds of talks there are to be, how many have begun, and whether the next are being worked out. */
    rounds: z.number(),
    begun: z.number(),
    working: z.boolean(),
    /** Up to which round talks have been worked out; and the record of the round that is on. */
    drawnUp: z.number(),
    on: z.string().optional(),
    /** From here on nobody changes what they said about whom they met. */
    closedAt: z.number().optional(),
  }),
  secret: ['title', 'place', 'link'],
  names: () => [],
  lists: value => [
    { list: 'event.all', score: value.at },
    { list: `event.state:${value.state}`, score: value.at },
  ],
  dues: value =>
    value.state === 'planned'
      ? [
          ...(value.remindAt ? [{ what: 'event.remind', at: value.remindAt }] : []),
          { what: 'event.over', at: value.endsAt },
        ]
      : [],
  keptFrom: value => value.endsAt,
});

/** How many places of an event are taken, by role; its id is the event's. Everybody who signs up writes it, so that the last place goes to one alone. */
export const seats = kind({
  name: 'seats',
  version: 1,
  readers: 'everybody',
  retention: 'registration',
  schema: z.looseObject({ id: z.string(), ...places }),
  secret: [],
  names: () => [],
});

/** Links for single talks, one each, as a co-ordinator gave them; its id is the event's. */
export const talklinks = kind({
  name: 'talklinks',
  version: 1,
  readers: 'coordinator',
  retention: 'registration',
  schema: z.looseObject({ id: z.string(), links: z.array(z.string()) }),
  secret: ['links'],
  names: () => [],
});

/** Somebody signed up for an event, in one role; its id is `<person>-<event>`. Cancelling erases it, so that nothing is held against anybody. */
export const signup = kind({
  name: 'signup',
  version: 1,
  readers: 'self',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    event: z.string(),
    person: z.string(),
    role,
    state: z.enum(['in', 'waiting']),
    at: z.number(),
    /** In the room at this moment, as a co-ordinator marks it; and whether they were there at all. */
    here: z.boolean(),
    attended: z.boolean(),
    /** When they were asked whom they would like to meet again, and when they told how the event was. */
    askedAt: z.number().optional(),
    toldAt: z.number().optional(),
    /** They were marked by mistake; when that was taken back. */
    takenBackAt: z.number().optional(),
  }),
  secret: [],
  names: value => [value.person],
  lists: value => [
    { list: `signup.of:${value.event}`, score: value.at },
    { list: `signup.${value.state}:${value.event}:${value.role}`, score: value.at },
    ...(value.here
      ? [
          { list: `signup.here:${value.event}`, score: value.at },
          { list: `signup.here:${value.event}:${value.role}`, score: value.at },
        ]
      : []),
    ...(value.attended
      ? [
          { list: `signup.attended:${value.event}`, score: value.at },
          { list: `signup.attended:${value.event}:${value.role}`, score: value.at },
        ]
      : []),
  ],
});

/** Somebody, with the name they go by, kept here so that a list of many can be read in one go. */
const seat = z.object({ person: z.string(), name: z.string() });

/** One round of talks; id `<event>-<n>`. Each of those in it is told their own talk alone. */
export const talks = kind({
  name: 'talks',
  version: 1,
  readers: 'coordinator',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    event: z.string(),
    number: z.number(),
    pairs: z.array(z.object({ mentor: seat, mentee: seat, link: z.string().optional() })),
    /** Whoever has a pause in this round. */
    waiting: z.array(seat.extend({ role })),
    closedTo: z.array(z.string()),
  }),
  secret: ['pairs', 'waiting'],
  names: value => [
    ...value.pairs.flatMap(pair => [pair.mentor.person, pair.mentee.person]),
    ...value.waiting.map(one => one.person),
  ],
  lists: value => [{ list: `talks.of:${value.event}`, score: value.number }],
});

/**
 * Whom somebody met at an event and would like to be matched with, best first, and with whom rather not; id `<person>-<event>`.
 * Read by its author and by co-ordinators whom it does not name and whom its author does not keep apart (R17).
 */
export const ranking = kind({
  name: 'ranking',
  version: 1,
  readers: 'coordinator',
  retention: 'passing',
  schema: z.looseObject({
    id: z.string(),
    event: z.string(),
    person: z.string(),
    role,
    ranked: z.array(seat),
    ratherNot: z.array(seat),
    at: z.number(),
    /** 30 days after the matching that used it, or after the event. */
    eraseAt: z.number(),
    /** Everybody it names, whoever they are or become; and the co-ordinators on its author's list. */
    closedTo: z.array(z.string()),
  }),
  secret: ['ranked', 'ratherNot'],
  names: value => [value.person, ...[...value.ranked, ...value.ratherNot].map(one => one.person)],
  lists: value => [
    { list: 'ranking.all', score: value.at },
    { list: `ranking.of:${value.event}`, score: value.at },
  ],
  dues: value => [{ what: 'ranking.erase', at: value.eraseAt }],
});

/** An answer that is only ever counted, with no name in it and an id that tells nothing (R55). */
export const ballot = kind({
  name: 'ballot',
  version: 1,
  readers: 'counts',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    /** What it is about, such as `event-<id>`. */
    about: z.string(),
    score: z.number().optional(),
    line: z.string().optional(),
    /** Which question of several it answers. */
    question: z.string().optional(),
    /** The end of what it is about, the same for all answers: how long they are kept is counted from here. */
    from: z.number(),
  }),
  secret: ['score', 'line'],
  names: () => [],
  lists: value => [
    // Without an instant, and ordered by an id that is drawn: nobody can tell from the order who wrote when.
    { list: `ballot.of:${value.about}`, score: 0 },
    ...(value.line === undefined ? [] : [{ list: `ballot.lines:${value.about}`, score: 0 }]),
  ],
  keptFrom: value => value.from,
});

// Records about one person: who they are, how they are registered, the card others see, what only co-ordinators read, and what is theirs alone.
import { z } from 'zod';
import { kind, type Listing } from '../kind.ts';
import { laneOf } from '../lanes.ts';
import { isLive, registrationStates } from '../states.ts';

export const role = z.enum(['mentor', 'mentee']);
export type Role = z.infer<typeof role>;

const hours = z.object({ days: z.array(z.number()), from: z.string(), to: z.string() });

/** Which account on a platform belongs to which person; its id is the account: `slack/T…/U…`. */
export const account = kind({
  name: 'account',
  version: 1,
  readers: 'engine',
  retention: 'registration',
  schema: z.looseObject({ id: z.string(), person: z.string() }),
  secret: [],
  names: value => [value.person],
});

/** One human being in the scheme. */
export const person = kind({
  name: 'person',
  version: 1,
  readers: 'self',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    /** At most one in each workspace or tenant; the first is the one they began with. */
    accounts: z.array(z.string()),
    /** The account by which they wish to be written to; without it, the first. */
    prefers: z.string().optional(),
    name: z.string(),
    pronouns: z.string().optional(),
    email: z.string().optional(),
    /** Keyed hash of the address, so that somebody named by e-mail before joining is recognised. */
    emailHash: z.string().optional(),
    /** Whom they asked not to be paired with, by person or by hash of the address: should one of these be a co-ordinator, this is not theirs to read (R53). */
    closedTo: z.array(z.string()).optional(),
    zone: z.string(),
    hours,
    joinedAt: z.number(),
    /** Asked at registration, never pre-ticked: be named among others in check-in posts. */
    mention: z.boolean(),
    /** Where check-ins reach this person. */
    checkins: z.enum(['channel', 'direct', 'none']),
    /** Notices read: which text, which version, when. */
    notices: z.array(z.object({ what: z.string(), version: z.number(), at: z.number() })),
    /** Prompts sent lately (instants), for the message budget: at most one in five working days. */
    prompts: z.array(z.number()),
    /** Something of theirs was taken down from the forum: what they write there is looked at first, until a co-ordinator has shown something. */
    writingLookedAt: z.boolean().optional(),
    /** The check-in round this person answered last, so that each counts once. */
    answeredRound: z.string().optional(),
    /** Set when the account is gone (A15). */
    goneAt: z.number().optional(),
  }),
  secret: ['name', 'pronouns', 'email'],
  names: value => [value.id],
  lists: value => [
    { list: 'person.all', score: value.joinedAt },
    ...(value.mention && !value.goneAt ? mentions(value) : []),
    ...(value.emailHash && !value.goneAt ? [{ list: `person.address:${value.emailHash}`, score: value.joinedAt }] : []),
    ...nameListings(value.name),
  ],
});

/** Those who wish to be named in posts: all of them, and in each workspace or tenant those who have an account there. */
function mentions({ accounts, joinedAt }: { accounts: string[]; joinedAt: number }): Listing[] {
  const lanes = [...new Set(accounts.map(laneOf))];
  return ['person.mention', ...lanes.map(lane => `person.mention:${lane}`)].map(list => ({ list, score: joinedAt }));
}

/** Lists that let a directory search find a person by the first two or three letters of any part of their name. */
function nameListings(name: string): Listing[] {
  const words = name
    .toLocaleLowerCase('en-GB')
    .split(/[\s'-]+/u)
    .filter(Boolean);
  const starts = words.flatMap(word => [[...word].slice(0, 2).join(''), [...word].slice(0, 3).join('')]);
  return [...new Set(starts)].map(start => ({ list: `person.named:${start}`, score: 0 }));
}

/** Once a year somebody who waits is asked whether they are still available. */
const YEAR = 365 * 86_400_000;

/** One person in one role; its id is `<person>-<role>`. */
export const registration = kind({
  name: 'registration',
  version: 1,
  readers: 'self',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    role,
    state: z.enum(registrationStates),
    /** The state to come back to after a pause or dormancy (A12, A14). */
    formerState: z.enum(registrationStates).optional(),
    pausedUntil: z.string().optional(),
    submittedAt: z.number(),
    /** When they left in this role, or took the registration back. */
    leftAt: z.number().optional(),
    /** Promise on the receipt: an answer by this day. */
    answerBy: z.string(),
    /** When the second co-ordinator and the person are told that it still waits. */
    escalateAt: z.number().optional(),
    /** As on the person: co-ordinators for whom this registration is not. */
    closedTo: z.array(z.string()).optional(),
    /** Which criteria were ticked; a gap goes to a human, never to a refusal (R4). */
    criteria: z.array(z.string()),
    decidedBy: z.string().optional(),
    decidedAt: z.number().optional(),
    /** A co-ordinator's question and the answer to it; or why not accepted. Private to the person and the co-ordinators. */
    question: z.string().optional(),
    reply: z.string().optional(),
    reason: z.string().optional(),
    /** A co-ordinator has not accepted them before, so that one looks at it again, also where the scheme accepts by itself. */
    declinedBefore: z.boolean().optional(),
    training: z.enum(['not-needed', 'needed', 'claimed', 'partly', 'exempt', 'attended']),
    trainingBy: z.string().optional(),
    trainingAt: z.number().optional(),
    /** Where training counts for some time only: when they are asked to come again, and when it has run out; and when it last did. */
    trainingAskAt: z.number().optional(),
    trainingEndsAt: z.number().optional(),
    trainingPastAt: z.number().optional(),
    /** A mark of training was all it stood on, and has been taken back. */
    trainingTakenBack: z.boolean().optional(),
    /** Asked at registration: be named in check-in posts. It becomes the person's setting with the acceptance, so that nobody is named before. */
    mention: z.boolean().optional(),
    /** When a matching event was attended in this role (A7, R8). */
    metAt: z.number().optional(),
    /** Mentor: how many mentees at a time, 1..the scheme's maximum. Mentee: 1. */
    capacity: z.number(),
    /** Open proposals and running pairings, never above capacity (R16). */
    taken: z.number(),
    /** When it first stood in the pool; whoever waited before comes first among equals. */
    waitingSince: z.number().optional(),
    leftOverBefore: z.boolean(),
    /** When somebody who waits is asked whether they are still available (A14), and how often they have been asked since they last said so. */
    stillAskAt: z.number().optional(),
    stillAsked: z.number().optional(),
    availableFrom: z.string().optional(),
    /** What happens on that day to somebody who rests: free again by their own earlier yes, or asked once more (R40). */
    freeAgain: z.enum(['yes', 'ask']).optional(),
  }),
  secret: ['question', 'reply', 'reason'],
  names: value => [value.person],
  lists: value => [
    { list: `registration.state:${value.state}`, score: value.submittedAt },
    { list: `registration.role:${value.role}:${value.state}`, score: value.submittedAt },
  ],
  dues: value => [
    ...(value.escalateAt && value.state === 'submitted' ? [{ what: 'registration.waits', at: value.escalateAt }] : []),
    ...(value.training === 'attended' && isLive(value.state)
      ? [
          ...(value.trainingAskAt ? [{ what: 'training.ask', at: value.trainingAskAt }] : []),
          ...(value.trainingEndsAt ? [{ what: 'training.ends', at: value.trainingEndsAt }] : []),
        ]
      : []),
    ...(value.state === 'available'
      ? [{ what: 'registration.still', at: value.stillAskAt ?? (value.waitingSince ?? value.submittedAt) + YEAR }]
      : []),
    ...(value.availableFrom && value.state === 'resting'
      ? [{ what: 'registration.free-again', at: Date.parse(`${value.availableFrom}T09:00:00Z`) }]
      : []),
    ...(value.pausedUntil && value.state === 'paused'
      ? [{ what: 'registration.resume', at: Date.parse(`${value.pausedUntil}T09:00:00Z`) }]
      : []),
  ],
});

/** The profile card others in the scheme may see; copied when published. Its id is `<person>-<role>`. */
export const card = kind({
  name: 'card',
  version: 1,
  readers: 'pool',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    role,
    name: z.string(),
    pronouns: z.string().optional(),
    institution: z.string().optional(),
    department: z.string().optional(),
    site: z.string().optional(),
    jobTitle: z.string(),
    stage: z.string().optional(),
    areas: z.array(z.string()),
    /** Offered (mentor) or wanted, best first, up to three (mentee): keys of the scheme's topics. */
    topics: z.array(z.string()),
    /** Mentor: the short story of a career that a mentee reads. */
    career: z.string().optional(),
    modes: z.array(z.string()),
    slots: z.array(z.string()),
    held: z.array(z.string()),
  }),
  secret: ['name', 'pronouns', 'department', 'jobTitle', 'career'],
  names: value => [value.person],
  // Mentors' cards to look through. Whether there is a place with them stands elsewhere, so that a gap on a page tells nothing.
  lists: value => (value.role === 'mentor' ? offers(value) : []),
});

/** In no order that means anything: nobody stands first because they joined first. */
function offers({ topics, site }: { topics: string[]; site?: string | undefined }): Listing[] {
  const lists = ['card.mentors', ...topics.map(key => `card.topic:${key}`), ...(site ? [`card.site:${site}`] : [])];
  return [...new Set(lists)].map(list => ({ list, score: 0 }));
}

/** What only co-ordinators read about a person in a role; its id is `<person>-<role>`. */
export const casefile = kind({
  name: 'casefile',
  version: 1,
  readers: 'coordinator',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    role,
    /** The form says: co-ordinators, and your mentor once you are introduced. */
    goals: z.string().optional(),
    achievements: z.string().optional(),
    whyNow: z.array(z.string()).optional(),
    wishes: z.string().optional(),
    areaWish: z.enum(['same', 'different', 'any']).optional(),
    background: z.array(z.string()).optional(),
    whySuitable: z.string().optional(),
    whyMentor: z.string().optional(),
    mentoredBefore: z.string().optional(),
    /** A claim of earlier training or experience (F05) and what was decided about it. */
    claim: z
      .object({ what: z.string(), when: z.string().optional(), relevance: z.string(), link: z.string().optional() })
      .optional(),
    claimNote: z.string().optional(),
    /** "Please contact me about an arrangement": nothing more is asked. */
    arrangement: z.boolean(),
    /** Co-ordinators who may not read this: partners, and people on this person's list. */
    closedTo: z.array(z.string()),
  }),
  secret: ['goals', 'achievements', 'wishes', 'whySuitable', 'whyMentor', 'claim', 'claimNote'],
  names: value => [value.person],
});

/** People not to be paired with, and former partners (R12, R49); its id is the person's. Opened sealed by everybody but its owner and the co-ordinators. */
export const exclusions = kind({
  name: 'exclusions',
  version: 1,
  readers: 'coordinator',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    not: z.array(
      z.object({
        person: z.string().optional(),
        emailHash: z.string().optional(),
        /** They asked for it; they were a pair; they share a line of management; a co-ordinator keeps them apart. */
        why: z.enum(['asked', 'former', 'line', 'apart']),
        at: z.number(),
      }),
    ),
    closedTo: z.array(z.string()),
  }),
  secret: [],
  names: value => [value.person, ...value.not.flatMap(entry => entry.person ?? [])],
});

/** Drafts, the private aim, and own parts of reviews: nobody else's; its id is the person's, or the account's before there is a person. */
export const notebook = kind({
  name: 'notebook',
  version: 1,
  readers: 'own',
  retention: 'own',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    /** Begun by somebody the scheme does not know: when they last wrote in it. */
    begunAt: z.number().optional(),
    /** What was typed so far, by form word. */
    drafts: z.record(z.string(), z.record(z.string(), z.unknown())),
    /** "What I want from this for my own career." */
    aim: z.string().optional(),
    /** How meetings are called in their own calendar. */
    calendarName: z.string().optional(),
    /** Mentors this person thinks of asking, best first: ids, and nobody else's to know until they are asked. */
    choice: z.array(z.string()).optional(),
    /** Own part of reviews, by meeting. */
    reviews: z.record(z.string(), z.record(z.string(), z.unknown())),
    /** "What was good" and "own part in it" of exits, by pairing (F17). */
    exits: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
  secret: ['drafts', 'aim', 'calendarName', 'reviews', 'exits'],
  // What a visitor has begun and never sent goes by itself; a person's own goes with the person.
  keptFrom: value => (value.id.includes('/') ? value.begunAt : undefined),
  names: value => [value.person, ...(value.choice ?? [])],
});

/** A private line from somebody to the co-ordinators, with the day by which an answer is promised. */
export const inquiry = kind({
  name: 'inquiry',
  version: 1,
  readers: 'coordinator',
  retention: 'passing',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    text: z.string(),
    urgent: z.boolean(),
    pairing: z.string().optional(),
    /** Where a pairing is not working: what would help, and whether the two have talked about it (F16). */
    help: z.enum(['talk', 'third']).optional(),
    talked: z.enum(['yes', 'not-yet', 'rather-not']).optional(),
    at: z.number(),
    answerBy: z.string(),
    escalateAt: z.number(),
    state: z.enum(['open', 'taken', 'closed']),
    takenBy: z.string().optional(),
    takenAt: z.number().optional(),
    answer: z.string().optional(),
    escalated: z.boolean(),
    closedTo: z.array(z.string()),
  }),
  secret: ['text', 'answer'],
  names: value => [value.person],
  lists: value => [{ list: `inquiry.state:${value.state}`, score: value.at }],
  dues: value =>
    value.state !== 'closed' && !value.escalated ? [{ what: 'inquiry.waits', at: value.escalateAt }] : [],
  keptFrom: value => (value.state === 'closed' ? value.at : undefined),
});

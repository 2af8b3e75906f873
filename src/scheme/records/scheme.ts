// The scheme's own record: everything a co-ordinator sets, with its default; and the records of its runs and rounds.
import { z } from 'zod';
import { kind } from '../kind.ts';
import { evaluationPoint, usualPoints } from './evaluations.ts';

const rule = z.enum(['none', 'recommended', 'required']);
const option = z.object({ key: z.string(), label: z.string() });
const contactPerson = z.object({ name: z.string(), role: z.string(), how: z.string() });

/** The scheme: one record, id `scheme`, read by everybody. */
export const scheme = kind({
  name: 'scheme',
  version: 1,
  readers: 'everybody',
  retention: 'scheme',
  schema: z.looseObject({
    id: z.literal('scheme'),
    /** False until a co-ordinator has been through set-up. */
    ready: z.boolean(),
    name: z.string(),
    host: z.string(),
    aims: z.string(),
    zone: z.string(),
    /** Accounts (`slack/T…/U…`), first come first told. */
    coordinators: z.array(z.string()),
    /** Names of the co-ordinators as they wish to be shown, by account. */
    coordinatorNames: z.record(z.string(), z.string()),
    /** Persons behind the co-ordinators' accounts, where they are known. */
    coordinatorPersons: z.record(z.string(), z.string()),
    /** Keyed hashes of their addresses, by person, or by account where there is none: somebody may have named one of them by address (R53). */
    coordinatorHashes: z.record(z.string(), z.string()).optional(),
    arbiter: contactPerson.optional(),
    /** At least two people to talk to besides the co-ordinators. */
    people: z.array(contactPerson),
    /** Channels, one per platform: `slack/T…/C…`. */
    forum: z.array(z.string()),
    alerts: z.array(z.string()),
    /** Platform states of channels and doors that co-ordinators were told about once. */
    troubles: z.record(z.string(), z.number()),
    criteriaMentor: z.string(),
    criteriaMentee: z.string(),
    /** Tick questions; `either` groups are met by any one of them (R3). */
    checks: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        role: z.enum(['mentor', 'mentee', 'both']),
        either: z.string().optional(),
      }),
    ),
    trainingMentor: rule,
    trainingMentee: rule,
    trainingText: z.string(),
    topics: z.array(option),
    areas: z.array(option),
    stages: z.array(option),
    sites: z.array(option),
    external: z.array(z.object({ name: z.string(), link: z.string() })),
    nextSteps: z.string(),
    privacyLink: z.string(),
    closedDays: z.array(z.string()),
    maxMentees: z.number(),
    answerDays: z.number(),
    proposalDays: z.number(),
    firstContactDays: z.number(),
    lengthMonths: z.number(),
    intervalWeeks: z.number(),
    exitUnreadDays: z.number(),
    noticeHeldDays: z.number(),
    minimumScore: z.number(),
    /** Who may accept a registration: a co-ordinator; or, where every criterion is ticked, nobody need look (A4, R0). */
    acceptance: z.enum(['coordinator', 'automatic']).default('coordinator'),
    /** Whether a review is offered after each planned meeting (R0, R31). */
    reviewOffers: z.boolean().default(true),
    /** Whether people are offered a learning log (R0, R35). */
    learningLog: z.boolean().default(true),
    /** At which points people are asked how it goes, and how (R0, R37); months until the last; certificates for mentors. */
    evaluations: z.array(evaluationPoint).default(usualPoints),
    followUpMonths: z.number().default(6),
    certificates: z.boolean().default(true),
    /** Steps between the two that a scheme may do without (R0): the agreement, agendas and reminders of meetings, objectives. */
    agreements: z.boolean().default(true),
    agendas: z.boolean().default(true),
    meetingReminders: z.boolean().default(true),
    objectives: z.boolean().default(true),
    closings: z.boolean().default(true),
    /** Whether the two may agree to go on for longer than they first agreed (F01, B18). */
    extensions: z.boolean().default(true),
    /** Whether agreements say that mentoring is working time. */
    workingTime: z.boolean().default(false),
    /** Training (R0): whether sessions are announced here, for how many months one counts (0: for good), whether mentors may look at their own skills, and whether people may say what would help them. */
    sessions: z.boolean().default(true),
    trainingMonths: z.number().default(0),
    selfCheck: z.boolean().default(true),
    supportAsked: z.boolean().default(true),
    /** The forum: whether people write in it, and whether a co-ordinator looks before it is shown. */
    stories: z.enum(['off', 'at-once', 'looked-at']).default('at-once'),
    /** How people come together (R8): from their profiles, at an event, by both, by the mentee's choice, or pair by pair by a co-ordinator. */
    matchingMode: z.enum(['profile', 'event', 'both', 'mentee', 'coordinator']).default('profile'),
    /** Months that records are kept, by class, counted from the end of what they are about. */
    keepMonths: z
      .object({
        papers: z.number(),
        exit: z.number(),
        registration: z.number(),
        pairing: z.number(),
        passing: z.number(),
      })
      .default({ papers: 3, exit: 12, registration: 12, pairing: 24, passing: 12 }),
    /** When what has been kept long enough is erased next; absent until the scheme is open. */
    keepAt: z.number().optional(),
    /** 0: rounds are off. */
    checkinWeeks: z.number(),
    checkinWeekday: z.number(),
    checkinTime: z.string(),
    /** The next round's instant; absent while rounds are off. */
    nextRoundAt: z.number().optional(),
    rounds: z.number(),
    lastRoundAt: z.number().optional(),
    invitedAt: z.number().optional(),
    /** The number of the latest matching run: none is given twice, also when runs have been erased. */
    runs: z.number().optional(),
  }),
  secret: ['people', 'arbiter', 'coordinatorNames'],
  names: () => [],
  dues: value =>
    value.ready
      ? [
          ...(value.nextRoundAt ? [{ what: 'checkin.round', at: value.nextRoundAt }] : []),
          ...(value.keepAt ? [{ what: 'keep.due', at: value.keepAt }] : []),
        ]
      : [],
});

/** What a matching can be best at; the names are those of the file format. */
export const objectives = ['most-matched', 'max-score', 'fair-floor', 'stable', 'first-choices', 'keep-draft'] as const;
const times = z.number();
const weights = z.object({ topics: times, area: times, stage: times, site: times, event: times });
export const usualWeights = { topics: 1, area: 1, stage: 1, site: 1, event: 1 };

/** One matching run: who was considered, what was found; its pairs stand in `runpage`. */
export const run = kind({
  name: 'run',
  version: 1,
  readers: 'coordinator',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    by: z.string(),
    at: z.number(),
    state: z.enum(['preparing', 'ready', 'releasing', 'released', 'dropped']),
    /** Which preparation this is: a new one starts after a lock, a removal or "again". */
    generation: z.number(),
    /** `<run>-<generation>`: what the ids of its present pages begin with. */
    stem: z.string().optional(),
    pairs: z.number(),
    leftMentees: z.number(),
    leftMentors: z.number(),
    total: z.number(),
    pages: z.number(),
    leftPages: z.number(),
    locks: z.array(z.tuple([z.string(), z.string()])),
    removed: z.array(z.tuple([z.string(), z.string()])),
    /** One line of a co-ordinator for a pair, by `<mentee> <mentor>`. */
    lines: z.record(z.string(), z.string()),
    /** Something was taken out or put back since it was worked out: it cannot be released as it stands. */
    changed: z.boolean().optional(),
    /** Pairs proposed before that did not come about may come again. */
    earlier: z.boolean().optional(),
    /** What the pairs are to be best at, and how much each thing counts for a pair (0 not at all, 1 as usual, 2 double). */
    objective: z.enum(objectives).optional(),
    weights: weights.optional(),
    /** Being worked out with as many pairs as possible left as they were. */
    fewest: z.boolean().optional(),
    /** How the preview before this one was asked for, and what it came to: to compare with, and to go back to. */
    former: z
      .object({
        objective: z.enum(objectives),
        weights,
        earlier: z.boolean(),
        locks: z.array(z.tuple([z.string(), z.string()])),
        removed: z.array(z.tuple([z.string(), z.string()])),
        pairs: z.number(),
        leftMentees: z.number(),
      })
      .optional(),
    /** How many mentees gain, lose, or have somebody else by the difference to the preview before; and its pages. */
    changes: z.object({ gain: z.number(), lose: z.number(), even: z.number(), pages: z.number() }).optional(),
    /** Further mentors who would match the most of those left over, for a call in the forum. */
    call: z
      .object({ topic: z.string(), site: z.string().nullable(), mentors: z.number(), matches: z.number() })
      .optional(),
    /** "Why not these two?", asked of this run, the latest first. */
    answers: z
      .array(
        z.object({
          mentee: z.string(),
          mentor: z.string(),
          menteeName: z.string(),
          mentorName: z.string(),
          says: z.record(z.string(), z.unknown()),
          /** Everybody whose pair would change, by name. */
          others: z.array(z.object({ person: z.string(), name: z.string() })),
          closedTo: z.array(z.string()),
        }),
      )
      .optional(),
    /** How many of the pairs to be kept could not be kept. */
    aside: z.number().optional(),
    /** What people said after events went into it (R17): it is erased some time after this run was released. */
    usesRankings: z.boolean().optional(),
    /** Who released or dropped it, and when. */
    closedBy: z.string().optional(),
    closedAt: z.number().optional(),
    /** Pairs that were proposed, and pairs for which there was no place any more by then. */
    proposed: z.number().optional(),
    skipped: z.number().optional(),
    closedTo: z.array(z.string()),
  }),
  secret: ['lines', 'answers'],
  names: value =>
    (value.answers ?? []).flatMap(one => [one.mentee, one.mentor, ...one.others.map(other => other.person)]),
  lists: value => [{ list: 'run.all', score: value.at }],
  // A preview that nobody released or dropped holds people's pairs too: it goes a while after it was made.
  keptFrom: value => value.closedAt ?? value.at,
});

/** Up to fifty pairs, people left over, or changes, of a run; id `<run>-<generation>-<pairs|left|changes>-<n>`. */
export const runpage = kind({
  name: 'runpage',
  version: 1,
  readers: 'coordinator',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    run: z.string(),
    pairs: z.array(
      z.object({
        mentee: z.string(),
        mentor: z.string(),
        menteeName: z.string(),
        mentorName: z.string(),
        score: z.number(),
        locked: z.boolean(),
        why: z.record(z.string(), z.unknown()),
        /** Co-ordinators who may not see this row: the two themselves, and people on either one's list. */
        closedTo: z.array(z.string()).optional(),
        /** Once released: the pairing it became; none where there was no place any more. */
        pairing: z.string().optional(),
      }),
    ),
    left: z.array(
      z.object({
        person: z.string(),
        role: z.enum(['mentor', 'mentee']),
        name: z.string(),
        reason: z.record(z.string(), z.unknown()),
        /** Mentors one more place with whom would help. */
        helpers: z.array(z.object({ person: z.string(), name: z.string() })).optional(),
        closedTo: z.array(z.string()).optional(),
      }),
    ),
    /** Mentees who have somebody else, or somebody at last, or nobody any more, than in the preview before. */
    changes: z
      .array(
        z.object({
          person: z.string(),
          name: z.string(),
          turn: z.string(),
          before: z.array(z.object({ person: z.string(), name: z.string() })),
          after: z.array(z.object({ person: z.string(), name: z.string() })),
          closedTo: z.array(z.string()),
        }),
      )
      .optional(),
    /** Pairings that its pairs became. */
    pairings: z.array(z.string()).optional(),
    closedTo: z.array(z.string()),
  }),
  secret: ['pairs', 'left', 'changes'],
  names: value => [
    ...value.pairs.flatMap(pair => [pair.mentee, pair.mentor]),
    ...value.left.flatMap(one => [one.person, ...(one.helpers ?? []).map(helper => helper.person)]),
    ...(value.changes ?? []).flatMap(one => [one.person, ...[...one.before, ...one.after].map(other => other.person)]),
  ],
  lists: value => [{ list: `runpage.of:${value.run}`, score: 0 }],
});

/** One check-in round; how many have answered is a counter, not a field. */
export const round = kind({
  name: 'round',
  version: 1,
  readers: 'everybody',
  retention: 'pairing',
  schema: z.looseObject({
    id: z.string(),
    number: z.number(),
    at: z.number(),
    posts: z.number(),
    /** A meeting recorded after this instant answers the round. */
    since: z.number().optional(),
    /** The workspaces and tenants whose posts mention people: only from ten there who asked for it. */
    namedIn: z.array(z.string()).optional(),
    /** The workspaces and tenants in whose forum it was posted; whoever is in none of them had a direct message instead. */
    postedIn: z.array(z.string()),
  }),
  secret: [],
  names: () => [],
  lists: value => [{ list: 'round.all', score: value.at }],
  keptFrom: value => value.at,
});

/** Where a message of ours stands, so that it can be updated or deleted; its id is the place's name. */
export const posted = kind({
  name: 'posted',
  version: 1,
  readers: 'engine',
  retention: 'passing',
  schema: z.looseObject({
    id: z.string(),
    lane: z.string(),
    channel: z.string(),
    message: z.string(),
    at: z.number(),
    people: z.array(z.string()),
    /** Pinned in its channel, to stay there: it must be found again however old it is. */
    pinned: z.boolean().optional(),
  }),
  secret: [],
  names: value => value.people,
  // So must a story, which goes when its author takes it back or is erased.
  keptFrom: value => (value.pinned || value.id.startsWith('story-') ? undefined : value.at),
});

/**
 * What a platform has to remember to reach somebody or something of its own (an account, a channel, a team): its id is the address, `note` is
 * read by that platform alone.
 */
export const contact = kind({
  name: 'contact',
  version: 1,
  readers: 'engine',
  retention: 'scheme',
  schema: z.looseObject({
    id: z.string(),
    lane: z.string(),
    /** The platform's own word for what it is, such as `person`, `channel` or `team`. */
    what: z.string(),
    note: z.record(z.string(), z.string()),
    at: z.number(),
  }),
  secret: ['note'],
  names: () => [],
  lists: value => [{ list: `contact.${value.what}:${value.lane}`, score: 0 }],
});

/** Work larger than a turn: its name, what it is about, and how far it has come. */
export const job = kind({
  name: 'job',
  version: 1,
  readers: 'engine',
  retention: 'passing',
  schema: z.looseObject({
    id: z.string(),
    job: z.string(),
    ids: z.record(z.string(), z.string()),
    state: z.enum(['waiting', 'done']),
    cursor: z.string().optional(),
    step: z.number(),
    at: z.number(),
  }),
  secret: [],
  names: () => [],
  dues: value => (value.state === 'waiting' ? [{ what: 'job', at: value.at }] : []),
  keptFrom: value => (value.state === 'done' ? value.at : undefined),
});

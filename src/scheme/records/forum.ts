// Records of the forum: what somebody wrote for it, with who it was; and the copy that everybody reads, which does not say so unless they wish it.
import { z } from 'zod';
import { kind } from '../kind.ts';

export const storyKinds = ['experience', 'offer', 'request', 'question', 'milestone'] as const;
export const storySides = ['mentor', 'mentee', 'other'] as const;

const words = {
  what: z.enum(storyKinds),
  title: z.string(),
  text: z.string(),
  /** From whose point of view it is told. */
  side: z.enum(storySides),
  topics: z.array(z.string()),
  /** The question it answers. */
  re: z.string().optional(),
  at: z.number(),
};

/** What somebody wrote for the forum, and what became of it. Read by its author and the co-ordinators. */
export const contribution = kind({
  name: 'contribution',
  version: 1,
  readers: 'coordinator',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    ...words,
    /** How its author is shown: by name, with or without a way to write to them; as somebody of their side; or not at all. */
    shown: z.enum(['contact', 'name', 'side', 'nobody']),
    state: z.enum(['waiting', 'shown', 'down']),
    /** Why a co-ordinator took it down, or did not show it. */
    note: z.string().optional(),
    by: z.string().optional(),
    /** When its author put it into the forum channel. */
    postedAt: z.number().optional(),
    /** For a question: since when there are answers at which its author has not looked. */
    newsAt: z.number().optional(),
    /** For an answer: whoever asked has been told of it, or was told already of another. */
    told: z.boolean().optional(),
    /** Co-ordinators whom its author keeps apart. */
    closedTo: z.array(z.string()),
  }),
  secret: ['title', 'text', 'note'],
  names: value => [value.person],
  lists: value => [{ list: `contribution.state:${value.state}`, score: value.at }],
});

/** The lists in which a story stands, by what it is, whose, and about what; `any` stands for all. */
export const storyList = (what = 'any', side = 'any', topic = 'any'): string => `story.in:${what}:${side}:${topic}`;

/** The answers to one question. */
export const answerList = (question: string): string => `story.re:${question}`;

/** A contribution as everybody reads it; its id is the contribution's. It names nobody who did not wish it, and is listed under nobody. */
export const story = kind({
  name: 'story',
  version: 1,
  readers: 'everybody',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    ...words,
    name: z.string().optional(),
    /** Accounts of an author who may be written to directly. */
    accounts: z.array(z.string()).optional(),
  }),
  secret: ['title', 'text', 'name', 'accounts'],
  names: () => [],
  lists: ({ what, side, topics, at, re }) => [
    ...[what, 'any'].flatMap(one =>
      [side, 'any'].flatMap(by =>
        [...new Set([...topics, 'any'])].map(topic => ({ list: storyList(one, by, topic), score: at })),
      ),
    ),
    ...(re === undefined ? [] : [{ list: answerList(re), score: at }]),
  ],
});

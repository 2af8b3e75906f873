// What becomes of a contribution as changes: shown to everybody, waiting for a co-ordinator, taken down, or taken back (F20).
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import type { Contribution, Person, Scheme, Story } from '../../scheme/kinds.ts';
import { forumPost, storyOf } from '../../scheme/stories.ts';
import { answering } from './answered.ts';

/** What co-ordinators read of what waits: posted anew when something comes, and drawn again when it is dealt with. */
export const waitingOrder = (how: 'post' | 'update'): LetterOrder => ({
  letter: 'forum.waiting',
  ids: { how },
  to: { channel: 'coordinators' },
  id: `forum.waiting.${how}`,
  place: 'forum.waiting',
  mode: how,
});

/** Neutral word to its author. */
const toAuthor = (letter: 'forum.shown' | 'forum.down', { id, person }: Contribution): LetterOrder => ({
  letter,
  ids: { story: id },
  to: { person },
  id: `${letter}-${id}`,
});

type Author = Pick<Person, 'name' | 'accounts' | 'writingLookedAt'>;

/**
 * Whether a co-ordinator looks before others read it: as the scheme wishes; and always once one has taken it down, or something else of
 * the same author, also where that was taken back and written anew.
 */
export function isLookedAt(
  scheme: Pick<Scheme, 'stories'>,
  before: Contribution | undefined,
  author: Pick<Person, 'writingLookedAt'> | undefined,
): boolean {
  const isWaiting = before?.state === 'down' || before?.state === 'waiting';
  return scheme.stories === 'looked-at' || isWaiting || author?.writingLookedAt === true;
}

type Kept = { story: Story | undefined; before: Contribution | undefined };

/** Its author has written or changed it. What stood there before goes as long as a co-ordinator has not looked. */
export function sending(
  written: Contribution,
  author: Author,
  scheme: Pick<Scheme, 'stories'>,
  { story, before }: Kept,
): Changes {
  const { id } = written;
  const wasPosted = before?.postedAt !== undefined;
  if (!isLookedAt(scheme, before, author)) {
    const { answer: shown, jobs } = answering({ ...written, state: 'shown' });
    return {
      put: [put('contribution', shown), put('story', storyOf(shown, author))],
      letters: wasPosted ? [forumPost(id, 'update')] : [],
      jobs,
    };
  }
  return {
    put: [put('contribution', { ...written, state: 'waiting', postedAt: undefined })],
    erase: story ? [{ kind: 'story', id }] : [],
    letters: [waitingOrder('post'), ...(wasPosted ? [forumPost(id, 'delete')] : [])],
  };
}

/** A co-ordinator has looked, and it is shown. */
export function showing(written: Contribution, author: Person, by: string): Changes {
  const { answer: shown, jobs } = answering({ ...written, state: 'shown', by });
  const trusted = author.writingLookedAt ? [put('person', { ...author, writingLookedAt: undefined })] : [];
  return {
    put: [put('contribution', shown), put('story', storyOf(shown, author)), ...trusted],
    letters: [toAuthor('forum.shown', written), waitingOrder('update')],
    jobs,
    history: [{ what: 'forum.shown', about: [written.id] }],
  };
}

/** A co-ordinator has taken it down, or does not show it: its author is told why. */
export function takingDown(
  written: Contribution,
  story: Story | undefined,
  author: Person | undefined,
  said: { note: string; by: string },
): Changes {
  const { id, state, postedAt } = written;
  return {
    put: [
      put('contribution', { ...written, ...said, state: 'down', postedAt: undefined }),
      ...(author ? [put('person', { ...author, writingLookedAt: true })] : []),
    ],
    erase: story ? [{ kind: 'story', id }] : [],
    letters: [
      toAuthor('forum.down', written),
      ...(state === 'waiting' ? [waitingOrder('update')] : []),
      ...(postedAt === undefined ? [] : [forumPost(id, 'delete')]),
    ],
    history: [{ what: 'forum.down', about: [id] }],
  };
}

/** Its author takes it back: nothing of it is left, here or in the channel. */
export function takingBack({ id, state, postedAt }: Contribution, story: Story | undefined): Changes {
  return {
    erase: [{ kind: 'contribution', id }, ...(story ? [{ kind: 'story' as const, id }] : [])],
    letters: [
      ...(state === 'waiting' ? [waitingOrder('update')] : []),
      ...(postedAt === undefined ? [] : [forumPost(id, 'delete')]),
    ],
    history: [{ what: 'forum.taken-back', about: [id] }],
  };
}

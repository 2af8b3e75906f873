// The forum: what of a contribution everybody reads, and its post in the channel. Pure; what is said about it is the forum room's business.
import type { Contribution, Story } from './kinds.ts';

/**
 * The copy for everybody. Its author is in it only as they wished: by name, and with a way to write to them, only where they chose so
 * (F20).
 */
export function storyOf(written: Contribution, author: { name: string; accounts: string[] }): Story {
  const { id, what, title, text, side, topics, at, shown, re } = written;
  return {
    id,
    what,
    title,
    text,
    // Somebody who is not shown at all is not found under a side either.
    side: shown === 'nobody' ? 'other' : side,
    topics,
    at,
    ...(re === undefined ? {} : { re }),
    ...(shown === 'name' || shown === 'contact' ? { name: author.name } : {}),
    ...(shown === 'contact' ? { accounts: author.accounts } : {}),
  };
}

/** The order for the post of a story in the forum channel, for drawing it again, or for taking it away. */
export function forumPost(story: string, mode: 'post' | 'update' | 'delete') {
  return {
    letter: 'forum.post',
    ids: { story },
    to: { channel: 'forum' as const },
    id: `forum.post-${story}${mode === 'post' ? '' : `.${mode}`}`,
    place: `story-${story}`,
    mode,
  };
}

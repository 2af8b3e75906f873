// Talks to the stand-in of this page's side and to the demo's clock; knows nothing of the page.

import { side } from './sides.js';
import { fromTeams } from './teams-world.js';

const BASE = side === 'teams' ? '/teams' : '/demo';
const shaped = world => (side === 'teams' ? fromTeams(world) : world);

async function json(path, body) {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, sent);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer?.error ?? `The demo answered ${response.status}.`);
  return answer;
}

/** The workspace as one person sees it; without a person, who there is and when each was last written to. */
export const readWorld = async as => shaped(await json(`${BASE}/world${as ? `?as=${encodeURIComponent(as)}` : ''}`));

/** Does something as a person; gives what that person sees then. */
export const act = (as, what) => json(`${BASE}/act`, { as, ...what });

/** The story's time, in milliseconds. */
export const readClock = async () => (await json('/clock')).now;

/** Moves the story on by whole days; resolves once everything due in between has happened. */
export const moveClock = async days => (await json('/clock', { days })).now;

/** Calls `changed` whenever something in the workspace does, and `connected` when the line is cut or back. */
export function watch(changed, connected) {
  const stream = new EventSource(`${BASE}/stream`);
  stream.onmessage = () => {
    connected(true);
    changed();
  };
  stream.onerror = () => connected(false);
}

// Talks to the stand-in and to the demo's clock; knows nothing of the page.

async function json(path, body) {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, sent);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer?.error ?? `The demo answered ${response.status}.`);
  return answer;
}

/** The workspace as one person sees it; without a person, who there is and when each was last written to. */
export const readWorld = as => json(as ? `/demo/world?as=${encodeURIComponent(as)}` : '/demo/world');

/** Does something as a person; gives what that person sees then. */
export const act = (as, what) => json('/demo/act', { as, ...what });

/** The story's time, in milliseconds. */
export const readClock = async () => (await json('/clock')).now;

/** Moves the story on by whole days; resolves once everything due in between has happened. */
export const moveClock = async days => (await json('/clock', { days })).now;

/** Calls `changed` whenever something in the workspace does, and `connected` when the line is cut or back. */
export function watch(changed, connected) {
  const stream = new EventSource('/demo/stream');
  stream.onmessage = () => {
    connected(true);
    changed();
  };
  stream.onerror = () => connected(false);
}

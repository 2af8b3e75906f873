// How two people who were introduced reach each other directly: the given name to use, and a link to the chat between them.

/** The part of a name people are called by in a button: the first word, shortened where it is very long. */
export function givenName(name: string): string {
  const [first = name] = name.trim().split(/\s+/u);
  const letters = [...first];
  return letters.length > 14 ? `${letters.slice(0, 13).join('')}…` : first;
}

/**
 * A link that opens the direct chat with somebody, where both are in the same Slack workspace; undefined where they are not.
 * It leads by way of slack.com, so that it also works in a browser without the app (https://docs.slack.dev/interactivity/deep-linking).
 */
export function chatLink(mine: readonly string[], theirs: readonly string[]): string | undefined {
  for (const account of theirs) {
    const [platform, team, user] = account.split('/');
    if (platform !== 'slack' || !team || !user) continue;
    if (mine.some(own => own.startsWith(`slack/${team}/`)))
      return `https://slack.com/app_redirect?team=${encodeURIComponent(team)}&channel=${encodeURIComponent(user)}`;
  }
  return undefined;
}

// How two people who were introduced reach each other directly: the given name to use, and a link to the chat between them.
import type { Person, Scheme } from './kinds.ts';
import { laneOf } from './lanes.ts';

const TITLE = /^(dr|mr|mrs|ms|miss|mx|prof|professor|rev|sir|dame)\.?$/iu;
const INITIAL = /^\p{L}\.?$/u;

/**
 * What people are called after their full name was said: the first word that is no title. The whole name where that would be a bare surname or
 * an initial. Directories write `Okoro, Sam` as well.
 */
export function givenName(name: string): string {
  const [, turned] = /^[^,]+,\s*([^,]+)$/u.exec(name.trim()) ?? [];
  if (turned !== undefined) return givenName(turned);
  const [first = '', ...more] = name.trim().split(/\s+/u);
  const [given = '', ...rest] = TITLE.test(first) ? more : [first, ...more];
  const isSurname = given !== first && rest.length === 0;
  return isSurname || (INITIAL.test(given) && rest.length > 0) ? name.trim() : given;
}

/** The given name, shortened where it is too long for a button. */
export function nameOnButton(name: string): string {
  const letters = [...givenName(name)];
  return letters.length > 14 ? `${letters.slice(0, 13).join('')}…` : letters.join('');
}

/** The account by which a person is written to: the one they prefer, else the first, among those where we are not known to be shut out. Undefined for somebody without any. */
export function reachedBy(
  { accounts, prefers }: Pick<Person, 'accounts' | 'prefers'>,
  { troubles }: Pick<Scheme, 'troubles'>,
): string | undefined {
  const open = accounts.filter(account => !(`lane:${laneOf(account)}` in troubles));
  const among = open.length > 0 ? open : accounts;
  return among.find(account => account === prefers) ?? among[0];
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

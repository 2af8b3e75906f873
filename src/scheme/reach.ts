// How two people who were introduced reach each other directly: the given name to use, and a link to the chat between them.
import type { Person, Scheme } from './kinds.ts';
import { isInLane, laneOf } from './lanes.ts';

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

/** Those of somebody's accounts that are in a workspace or tenant of mine, the one where I am now first. */
export function nearAccounts(mine: readonly string[], theirs: readonly string[], here?: string): string[] {
  const near = theirs.filter(account => isInLane(mine, laneOf(account)));
  return here === undefined
    ? near
    : near.sort((a, b) => Number(isInLane([here], laneOf(b))) - Number(isInLane([here], laneOf(a))));
}

/** Whether only the directory can say how a chat with this account is linked to: Teams takes nobody but by their user principal name, which is not kept. */
export const asksDirectory = (account: string): boolean => account.startsWith('teams/');

/** On Slack by way of slack.com, so that it also works in a browser without the app (https://docs.slack.dev/interactivity/deep-linking). */
function linkTo(account: string, chatName: string | undefined): string | undefined {
  const [platform, lane = '', user = ''] = account.split('/').map(encodeURIComponent);
  if (platform === 'slack') return `https://slack.com/app_redirect?team=${lane}&channel=${user}`;
  // https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
  return chatName && `https://teams.microsoft.com/l/chat/0/0?tenantId=${lane}&users=${encodeURIComponent(chatName)}`;
}

/**
 * A link that opens the direct chat with somebody, where both are in one workspace or tenant (the one where I am now, if there are several);
 * undefined where they are not, or where the directory did not say how.
 */
export function chatLink(
  mine: readonly string[],
  theirs: readonly string[],
  directory: Record<string, { chatName?: string }> = {},
  here?: string,
): string | undefined {
  const links = nearAccounts(mine, theirs, here).map(account => linkTo(account, directory[account]?.chatName));
  return links.find(link => link !== undefined);
}

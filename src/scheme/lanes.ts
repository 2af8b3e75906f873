// Addresses of accounts and channels (`slack/T…/U…`, `teams/<tenant>/…`): which workspace or tenant they belong to, and what people call the app it is in.

/** The platform and workspace or tenant of an address. */
export function laneOf(address: string): string {
  return address.split('/').slice(0, 2).join('/');
}

/** Whether somebody with one of these accounts is in this workspace or tenant. */
export function isInLane(accounts: readonly string[], lane: string): boolean {
  return accounts.some(account => laneOf(account) === lane);
}

const names: Record<string, string> = { slack: 'Slack', teams: 'Microsoft Teams' };

/** The app of an address, as people call it. */
export function appOf(address: string): string {
  return names[address.split('/')[0] ?? ''] ?? 'another app';
}

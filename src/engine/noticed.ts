// A co-ordinator whom nobody can name yet, because only their account was given: when they come, the rooms may keep their name. Nobody waits for it.
import { errorKind, log } from '../log.ts';
import { type Newcomer, newcomer } from './ask.ts';
import { type Core, doorOf } from './core.ts';
import { decideDate } from './date.ts';
import { type Opening, openPlan } from './open.ts';

const SEEN = 'happening.coordinator-seen';

/** Tells the rooms once per process who a co-ordinator is that has no name in the scheme. */
export function noticeCoordinator(core: Core, account: string, { me, scheme }: Opening, { profile }: Newcomer): void {
  const name = me?.name || profile?.name;
  if (!name || !scheme.coordinators.includes(account) || scheme.coordinatorNames[account]) return;
  const op = `seen:${account}`;
  if (core.noticed.has(account)) return;
  core.noticed.add(account);
  core.busy.add(op);
  void decideDate(core, SEEN, { account, name }, op)
    .catch((error: unknown) => log('warn', 'coordinator.seen', { kind: errorKind(error) }))
    .finally(() => core.busy.delete(op));
}

/** Asks the doors of this process who the co-ordinators are that have no name in the scheme; what they cannot say is left for later. */
export async function noticeCoordinators(core: Core): Promise<void> {
  const opening = await openPlan(core, { clock: true }, {});
  const { coordinators, coordinatorNames } = opening.scheme;
  const nameless = coordinators.filter(account => !coordinatorNames[account] && doorOf(core, account));
  for (const account of nameless) {
    const { profile } = await newcomer(core, account);
    if (profile?.name) await decideDate(core, SEEN, { account, name: profile.name }, `seen:${account}`);
  }
}

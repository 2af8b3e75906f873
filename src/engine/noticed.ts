// A co-ordinator whom nobody can name yet, because only their account was given: when they come, the rooms may keep their name. Nobody waits for it.
import { errorKind, log } from '../log.ts';
import { knownAs } from '../scheme/coordinators.ts';
import type { Scheme } from '../scheme/kinds.ts';
import { type Newcomer, newcomer } from './ask.ts';
import { type Core, doorOf } from './core.ts';
import { decideDate } from './date.ts';
import { type Opening, openPlan } from './open.ts';

const SEEN = 'happening.coordinator-seen';

type Known = { name?: string; emailHash?: string };

/** What is new of a co-ordinator: a name where the scheme has none, and the hash of an address where they are no person of it. */
function newsOf(
  scheme: Scheme,
  account: string,
  { name, emailHash }: { name: string | undefined; emailHash: string | undefined },
): Known | undefined {
  const isNamed = !name || scheme.coordinatorNames[account] !== undefined;
  const isKnown = !emailHash || scheme.coordinatorPersons[account] !== undefined;
  const known = {
    ...(isNamed ? {} : { name }),
    ...(isKnown || scheme.coordinatorHashes?.[account] === emailHash ? {} : { emailHash }),
  };
  return Object.keys(known).length > 0 ? known : undefined;
}

/** Of this moment: somebody may be taken off the co-ordinators and be made one again, and be noted again. Twice the same changes nothing. */
const opFor = (account: string, { now }: Opening): string => `seen:${account}:${now}`;

/** Tells the rooms once per process who a co-ordinator is that has no name in the scheme, or no address. */
export function noticeCoordinator(
  core: Core,
  account: string,
  opening: Opening,
  { profile, emailHash }: Newcomer,
): void {
  const { me, scheme } = opening;
  const name = me?.name || profile?.name;
  if (!scheme.coordinators.includes(account)) return;
  const known = newsOf(scheme, account, { name, emailHash });
  if (!known) return;
  const op = opFor(account, opening);
  if (core.noticed.has(account)) return;
  core.noticed.add(account);
  core.busy.add(op);
  void decideDate(core, SEEN, { account, ...known }, op)
    .catch((error: unknown) => log('warn', 'coordinator.seen', { kind: errorKind(error) }))
    .finally(() => core.busy.delete(op));
}

/** Asks the doors of this process who the co-ordinators are that have no name in the scheme, or are no persons of it; what they cannot say is left for later. */
export async function noticeCoordinators(core: Core): Promise<void> {
  const opening = await openPlan(core, { clock: true }, {});
  const { scheme } = opening;
  const unknown = scheme.coordinators.filter(
    account => doorOf(core, account) && (!scheme.coordinatorNames[account] || !knownAs(scheme, account)),
  );
  for (const account of unknown) {
    const { profile, emailHash } = await newcomer(core, account);
    const known = newsOf(scheme, account, { name: profile?.name, emailHash });
    if (known) await decideDate(core, SEEN, { account, ...known }, opFor(account, opening));
  }
}

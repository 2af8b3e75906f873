// Somebody who was taken for gone, because a platform refused to write to them, and now acts: no platform tells of that, so their coming is what tells. Nobody waits for it.
import { errorKind, log } from '../log.ts';
import { coordinatorTrouble } from '../scheme/coordinators.ts';
import type { Core } from './core.ts';
import { decideDate } from './date.ts';
import type { Opening } from './open.ts';

/** Tells the rooms that this account is there again, where they think otherwise. `op` is the deed it was seen by. */
export function noticeReturn(core: Core, account: string, op: string, { me, scheme }: Opening): void {
  const isThere = !me || (me.goneAt === undefined && me.accounts.includes(account));
  const isAwaited = coordinatorTrouble(account) in scheme.troubles;
  const key = `returned:${account}`;
  if ((isThere && !isAwaited) || core.busy.has(key)) return;
  core.busy.add(key);
  void decideDate(core, 'happening.person-back', { account }, `returned:${op}`)
    .catch((error: unknown) => log('warn', 'person.returned', { kind: errorKind(error) }))
    .finally(() => core.busy.delete(key));
}

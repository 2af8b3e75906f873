// A decision without a person: something became due, or happened around us. Opened and committed like any turn.
import type { Ids } from '../conversation/notice.ts';
import { log } from '../log.ts';
import { carryOut, commitOf } from './commit.ts';
import type { Core } from './core.ts';
import { openPlan, turnOf } from './open.ts';

const TRIES = 5;

/** Lets the room that answers to `what` decide. Tells whether there is such a room and whether anything was changed. */
export async function decideDate(
  core: Core,
  what: string,
  ids: Ids,
  op: string,
): Promise<'done' | 'nothing' | 'nobody'> {
  const rule = core.dates.get(what);
  if (!rule) return 'nobody';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const opening = await openPlan(core, { clock: true }, rule.plan(ids));
    const changes = rule.decide(turnOf(opening, op, { account: 'clock' }), ids);
    if (!changes) return 'nothing';
    const answer = await carryOut(core, commitOf(core, opening, op, 'clock', changes, undefined));
    if (answer.result !== 'conflict') return 'done';
  }
  log('warn', 'date.conflict', { what, op });
  return 'nothing';
}

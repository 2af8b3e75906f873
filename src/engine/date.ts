// A decision without a person: something became due, or happened around us. Opened and committed like any turn.
import type { Ids } from '../conversation/notice.ts';
import { log } from '../log.ts';
import { carryOut, commitOf } from './commit.ts';
import type { Core } from './core.ts';
import { inTurn } from './line.ts';
import { openPlan, turnOf } from './open.ts';

/** Lets the room that answers to `what` decide. Tells whether there is such a room and whether anything was changed. */
export async function decideDate(
  core: Core,
  what: string,
  ids: Ids,
  op: string,
): Promise<'done' | 'nothing' | 'nobody'> {
  const rule = core.dates.get(what);
  if (!rule) return 'nobody';
  const decided = await inTurn<{ is: 'done' | 'nothing' }>(core, op, async () => {
    const opening = await openPlan(core, { clock: true }, rule.plan(ids));
    const changes = rule.decide(turnOf(opening, op, { account: 'clock' }), ids);
    if (!changes) return { is: 'nothing' };
    const answer = await carryOut(core, commitOf(core, opening, op, 'clock', changes, undefined));
    return answer.result === 'conflict' ? { overtaken: answer.keys } : { is: 'done' };
  });
  if (decided) return decided.is;
  log('warn', 'date.conflict', { what, op });
  return 'nothing';
}

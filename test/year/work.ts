// What two people work on, in the simulated year: their agreement, their objectives and what shows them, and a milestone that others may hear of.

import { someDay } from './answers.ts';
import { does, type Mine, tap } from './me.ts';

/** The agreement is written by one, confirmed by both, and sometimes changed. */
export async function agree(me: Mine): Promise<void> {
  const { town, soul, pairing, side, ids, now, today } = me;
  const { account } = soul;
  const isChange = pairing.agreedAt !== undefined;
  if (pairing.toConfirm === side && does(me, 0.4)) {
    await tap(town, account, await town.open(account, 'agreement', ids), 'agreement!confirm');
  } else if (pairing.toConfirm === undefined && does(me, isChange ? 0.006 : 0.12)) {
    // An agreed end that lies ahead stays; one that has passed moves on.
    const { endsOn } = pairing;
    const weeks = String(pairing.intervalWeeks ?? town.dice.pick([2, 4, 4, 6, 8]));
    const end =
      endsOn !== undefined && endsOn > today ? {} : { endsOn: endsOn ? someDay(today, town.dice, 40, 80) : null };
    const said = { purpose: 'To talk about work.', mentorExpects: `We meet and we talk, since ${now}.`, weeks, ...end };
    let reply = await town.open(account, 'agreement.part', { ...ids, part: '1' });
    for (let n = 0; reply.show === 'form' && n < 6; n++) reply = await town.send(account, reply, said);
    await confirm(me);
  } else if (isChange && does(me, 0.0005)) {
    await tap(town, account, await town.open(account, 'agreement', ids), 'agreement!paper');
  }
}

/** What one of the two has written is confirmed by them, so that the other one is asked. */
export async function confirm({ town, soul, ids }: Mine): Promise<void> {
  await tap(town, soul.account, await town.open(soul.account, 'agreement', ids), 'agreement!confirm');
}

/** With the mentee's yes, others may hear of what was reached (R34). */
async function celebrate(me: Mine, page: Awaited<ReturnType<typeof tap>>): Promise<void> {
  const { town, soul } = me;
  const form = page && town.dice.chance(0.6) ? await tap(town, soul.account, page, 'forum.write') : undefined;
  if (form) await town.send(soul.account, form, { what: 'milestone', read: true, side: 'mentee', shown: 'name' });
}

const deeds = ['new', 'evidence', 'evidence', 'date', 'review', 'close'].map(deed => `objective.${deed}`);

async function asMentee(me: Mine): Promise<void> {
  const { town, soul, ids, today } = me;
  const { account } = soul;
  const list = await town.open(account, 'objectives', ids);
  const one = (await tap(town, account, list, 'objective', 'any')) ?? list;
  if (town.dice.chance(0.3)) await tap(town, account, one, 'objective!step', 'any');
  const lead = town.dice.pick(deeds);
  const form = lead === 'objective.new' ? await town.open(account, lead, ids) : await tap(town, account, one, lead);
  const state = town.dice.chance(0.7) ? 'met' : town.dice.pick(['partly', 'changed', 'dropped']);
  const said =
    lead === 'objective.date'
      ? { day: someDay(today, town.dice, 20, 60) }
      : lead === 'objective.close'
        ? { state }
        : lead === 'objective.new'
          ? { steps: ['Ask for the rota.', 'Try it for a week.'] }
          : {};
  const after = form && (await town.send(account, form, said));
  if (lead === 'objective.close') await celebrate(me, after);
}

async function asMentor(me: Mine): Promise<void> {
  const { town, soul, ids } = me;
  const list = await town.open(soul.account, 'objectives', ids);
  const one = await tap(town, soul.account, list, 'objective', 'any');
  const lead = town.dice.pick(['objective.comment', 'objective.comment', 'objective.propose']);
  const form = one && (await tap(town, soul.account, one, lead));
  if (form) await town.send(soul.account, form);
}

/** A line to the other one, and the objectives. */
export async function work(me: Mine): Promise<void> {
  const { town, soul, side, ids } = me;
  if (does(me, 0.01)) await town.fillIn(soul.account, 'reach.note', ids);
  if (!does(me, 0.028)) return;
  await (side === 'mentor' ? asMentor(me) : asMentee(me));
}

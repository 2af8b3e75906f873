// How pairings go on or end, in the simulated year: a difficulty and a new direction, finishing or going on for longer, an early end, and an end by mistake.
import { DAY } from '../../src/scheme/calendar.ts';
import type { Pairing } from '../../src/scheme/kinds.ts';
import { someDay } from './answers.ts';
import { offerAgain } from './joining.ts';
import { does, type Me, type Mine, tap } from './me.ts';
import { confirm } from './work.ts';

/** Towards the agreed end they finish, or agree on a later day. */
export async function finish(me: Mine): Promise<void> {
  const { town, soul, pairing, ids, now, today } = me;
  if (now - (pairing.introducedAt ?? now) < 160 * DAY || !does(me, 0.045)) return;
  const page = await town.open(soul.account, 'closing', ids);
  const lead = town.dice.chance(0.7) ? 'closing!finish' : 'agreement.part';
  const form = await tap(town, soul.account, page, lead);
  if (!form || lead !== 'agreement.part') return;
  const from = form.show === 'form' ? form.form.fields['endsOn'] : undefined;
  const earliest = from?.kind === 'date' && from.from && from.from > today ? from.from : today;
  await town.send(soul.account, form, { endsOn: someDay(earliest, town.dice, 40, 80) });
  await confirm(me);
}

/** Something isn't working: a line to the co-ordinators, or a new direction the two agree on. */
async function difficulty(me: Mine): Promise<void> {
  const { town, soul, ids, today } = me;
  const page = await town.open(soul.account, 'difficulty', ids);
  const lead = town.dice.pick(['contact.ask', 'agreement.part', 'agreement.part']);
  const form = await tap(town, soul.account, page, lead);
  if (!form) return;
  const said = { direction: 'We meet at the bench.', reviewOn: someDay(today, town.dice, 20, 40) };
  await town.send(soul.account, form, lead === 'agreement.part' ? said : {});
  if (lead === 'agreement.part') await confirm(me);
}

async function leaveEarly(me: Mine): Promise<void> {
  const { town, soul, ids, side } = me;
  const { dice } = town;
  const partnerKnows = dice.pick(['together', 'told', 'not-yet']);
  const next = dice.pick([side === 'mentor' ? 'offer-again' : 'look-again', 'later', 'later', 'pause', 'leave']);
  const reasons = dice.chance(0.5) ? ['fit'] : [];
  const form = await town.open(soul.account, 'exit', ids);
  const last = await town.send(soul.account, form, { partnerKnows, next, reasons, urgent: false });
  const end = await town.send(soul.account, last);
  const offer = last.show === 'form' ? end : await tap(town, soul.account, last, 'exit.end!end');
  if (offer) await offerAgain(me, offer, 'now');
}

export async function trouble(me: Mine): Promise<void> {
  const { dice } = me.town;
  if (dice.chance(0.002)) await difficulty(me);
  if (dice.chance(0.0008)) await leaveEarly(me);
}

/** An end by mistake is taken back by both: whoever ended it asks, the other one says yes. */
export async function afterEnd(me: Me, { id, endedBy, reopenAskedAt }: Pairing): Promise<void> {
  const { town, soul, person } = me;
  if (endedBy === person.id ? reopenAskedAt === undefined && does(me, 0.05) : reopenAskedAt && does(me, 0.3))
    await town.press(soul.account, 'exit.reopen', endedBy === person.id ? 'ask' : 'yes', { pairing: id });
}

// Mentees who look for a mentor themselves, in the simulated year: looking through the cards, a list in order, asking, and taking it back.
import type { Pairing, Registration } from '../../src/scheme/kinds.ts';
import { does, leadsTo, type Me, tap } from './me.ts';

/** Reads a card or two and puts those mentors on the list. */
async function list(me: Me): Promise<void> {
  const { town, soul } = me;
  const { account } = soul;
  const isSearch = town.dice.chance(0.3);
  const search = { word: 'registration', topic: null, site: null, who: [] };
  const found = isSearch ? await town.fillIn(account, 'choose.find', {}, search) : undefined;
  const page = found && leadsTo(found, 'choose.one').length > 0 ? found : await town.open(account, 'choose');
  for (let n = town.dice.between(2, 3); n > 0; n--) {
    const card = await tap(town, account, page, 'choose.one', 'any');
    if (card && (n === 1 || town.dice.chance(0.8))) await tap(town, account, card, 'choose.one!add');
  }
}

/** Whoever is free looks around, puts a list in order and asks the first on it. */
export async function choose(me: Me, one: Registration): Promise<void> {
  const { town, soul } = me;
  if (one.role !== 'mentee' || one.state !== 'available' || !does(me, 0.07)) return;
  await list(me);
  const order = await town.open(soul.account, 'choose.list');
  const sorted = town.dice.chance(0.6) ? await tap(town, soul.account, order, 'choose.list!up', 'any') : undefined;
  await tap(town, soul.account, sorted ?? order, 'choose.list!ask');
}

/** While a mentor of their choice is asked, some add another one, and some take it back. */
export async function waitForAnswer(me: Me, pairing: Pairing): Promise<void> {
  const { town, soul } = me;
  if (!pairing.chosen || pairing.state !== 'mentee-yes' || !does(me, 0.12)) return;
  const page = await town.open(soul.account, 'choose', { more: 'yes' });
  const card = await tap(town, soul.account, page, 'choose.one', 'any');
  if (card) await tap(town, soul.account, card, 'choose.one!add');
  if (town.dice.chance(0.4)) await town.press(soul.account, 'choose.list', 'back');
}

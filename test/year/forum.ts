// The forum, in the simulated year: reading, writing, changing, taking back, and putting something into the channel; also by people who have not registered.
import type { Reply } from '../../src/platforms/platform.ts';
import { joiningAnswers } from './joining.ts';
import { does, type Me, sendAll, tap } from './me.ts';
import type { Soul } from './people.ts';
import type { Town } from './town.ts';

const kinds = ['experience', 'offer', 'request', 'question'];
const showns = ['contact', 'name', 'side', 'nobody'];

const written = (town: Town) => ({
  what: town.dice.pick(kinds),
  shown: town.dice.pick(showns),
  side: town.dice.pick(['mentor', 'mentee', 'other']),
  topics: ['registration'],
  read: true,
});

/** Somebody who has not come yet asks a question, or offers what they could do. */
export async function visit(town: Town, { account }: Soul): Promise<void> {
  const list = await town.open(account, 'forum');
  await tap(town, account, list, 'forum.one', 'any');
  if (town.dice.chance(0.5)) await town.fillIn(account, 'forum.write', {}, written(town));
}

/** What they wrote, once it is shown, or was not: to the channel, other words, or back. */
export async function ownStory(me: Pick<Me, 'town' | 'soul'>, page: Reply): Promise<void> {
  const { town, soul } = me;
  const { account } = soul;
  const lead = town.dice.pick(['channel', 'channel', 'write', 'back', 'register']);
  if (lead === 'write') {
    const form = await tap(town, account, page, 'forum.write');
    if (form) await town.send(account, form, { read: true });
    return;
  }
  const after = await tap(town, account, page, `forum.mine.one!${lead}`);
  if (lead !== 'register' || after?.show !== 'form') return;
  // An offer is the beginning of a registration as a mentor (R1).
  await sendAll(town, account, after, joiningAnswers(town, soul));
  await town.press(account, 'register.check', 'send', { role: 'mentor', route: 'forum' });
}

/** Reads what others wrote, by what it is about; and writes now and then. */
export async function forum(me: Me): Promise<void> {
  const { town, soul } = me;
  const { account } = soul;
  if (does(me, 0.002)) await town.fillIn(account, 'forum.write', {}, written(town));
  if (!does(me, 0.004)) return;
  const all = await town.open(account, 'forum');
  const list = town.dice.chance(0.3)
    ? await town.fillIn(account, 'forum.find', {}, { what: town.dice.pick(kinds), side: null, topic: null })
    : all;
  const one = await tap(town, account, list, 'forum.one', 'any');
  const question = one && (await tap(town, account, one, 'forum.write'));
  if (question) await town.send(account, question, { ...written(town), what: 'experience' });
  const mine = await tap(town, account, all, 'forum.mine');
  const own = mine && (await tap(town, account, mine, 'forum.mine.one', 'any'));
  if (own) await ownStory(me, own);
}

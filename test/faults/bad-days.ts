// What tests of bad days share: an exit as one person tells it, what others then have before them, and waiting until nothing is on its way.
import { setTimeout as sleep } from 'node:timers/promises';
import { alertsChannel, forumChannel } from '../../src/demo/seed.ts';
import type { Person } from '../../src/demo/slack/person.ts';
import type { Message } from '../../src/demo/slack/shapes.ts';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import type { Store } from '../../src/store/store.ts';

const answers = {
  'Does Alex Morgan know?': 'Yes, I have told them',
  'What next for you?': 'Decide later',
};

/** One go at ending the pairing of Sam and Alex, from what is before Sam's eyes to the end. True when Sam saw that it has ended. */
export async function goesAtIt(sam: Person): Promise<boolean> {
  for (let step = 0; step < 5; step++) {
    const view = sam.view();
    const title = view?.title?.text;
    if (!view) {
      const seen = await sam.command('exit');
      if (!seen.view) return false;
    } else if (title === 'End a pairing' && view.submit) {
      await sam.fill(answers);
      if (!(await sam.submit()).ok) return false;
    } else if (title === 'The last page') {
      await sam.press('view', 'End the pairing');
      if (sam.view()?.title?.text === title) return false;
    } else return title === 'Ended';
  }
  return false;
}

/** Messages of the bot in a channel, also those that have not landed yet. */
export function fromBot(standIn: StandIn, channel: string): Message[] {
  const messages = standIn.world.channels[channel]?.messages ?? [];
  return messages.filter(one => one.user === standIn.world.app.botUserId);
}
export const alertsIn = (standIn: StandIn): Message[] => fromBot(standIn, alertsChannel.id);
export const postsIn = (standIn: StandIn): Message[] => fromBot(standIn, forumChannel.id);
export const directTo = (standIn: StandIn, user: string): Message[] =>
  fromBot(standIn, standIn.world.users[user]?.deleted ? 'none' : standIn.as(user).dm().id);

/** How many deliveries wait or are on their way, and how many were given up. */
export async function onTheWay(store: Store): Promise<{ open: number; dead: number }> {
  const lanes = await store.waiting();
  return {
    open: lanes.reduce((sum, lane) => sum + lane.waiting + lane.leased, 0),
    dead: lanes.reduce((sum, lane) => sum + lane.dead, 0),
  };
}

/** Until nothing waits any more. Throws after ten seconds. */
export async function calm(store: Store, ms = 10_000): Promise<void> {
  for (const began = performance.now(); performance.now() - began < ms; ) {
    if ((await onTheWay(store)).open === 0) return;
    await sleep(20);
  }
  throw new Error(`still on the way: ${JSON.stringify(await store.waiting())}`);
}

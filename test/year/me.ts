// Somebody of the simulated year on one working day, and what their hands can do: follow a button, go through a chain of forms. What they do with it stands in lives.ts and the files it lists.
import type { Button, Ids } from '../../src/conversation/notice.ts';
import type { RawAnswer, Reply } from '../../src/platforms/platform.ts';
import type { Day, Instant } from '../../src/scheme/calendar.ts';
import type { Pairing, Person } from '../../src/scheme/kinds.ts';
import type { Role } from '../../src/scheme/records/people.ts';
import { buttonsOf } from '../features/page.ts';
import type { Soul } from './people.ts';
import type { Town } from './town.ts';

export type Me = { town: Town; soul: Soul; person: Person; now: Instant; today: Day };
/** The same, in one of their pairings. */
export type Mine = Me & { pairing: Pairing; side: Role; ids: Ids };

/** Somebody does this on a day with this chance, the eager sooner. */
export const does = ({ town, soul }: Pick<Me, 'town' | 'soul'>, often: number): boolean =>
  town.dice.chance(often * soul.eager * 1.6);

const leadOf = ({ word, press }: { word: string; press?: string }): string => (press ? `${word}!${press}` : word);

/** The buttons of a reply that lead to `word` (or press `word!action`). */
export function leadsTo(reply: Reply, lead: string): Extract<Button, { to: unknown }>[] {
  const shown = reply.show === 'view' ? reply.view : reply.show === 'form' ? reply.form : undefined;
  return (shown ? buttonsOf(shown) : []).flatMap(one => ('to' in one && leadOf(one.to) === lead ? [one] : []));
}

/** Follows the first button that leads there, or any one of several, if the reply shows one. */
export async function tap(
  town: Town,
  who: string,
  reply: Reply,
  lead: string,
  which: 'first' | 'any' = 'first',
): Promise<Reply | undefined> {
  const found = leadsTo(reply, lead);
  const button = found.length > 1 && which === 'any' ? town.dice.pick(found) : found[0];
  if (!button) return undefined;
  const { word, ids, press } = button.to;
  return press === undefined ? town.open(who, word, ids) : town.press(who, word, press, ids);
}

/** Sends one form after another, for as long as forms follow. */
export async function sendAll(town: Town, who: string, first: Reply, said: Record<string, RawAnswer>): Promise<Reply> {
  let reply = first;
  for (let n = 0; reply.show === 'form' && n < 6; n++) reply = await town.send(who, reply, said);
  return reply;
}

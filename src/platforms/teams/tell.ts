// Says something to one person in their own chat with the bot, where nobody else reads it; made if there is none yet. Nothing here throws.
import type { Notice, View } from '../../conversation/notice.ts';
import { errorKind, log } from '../../log.ts';
import { CallError } from './call-error.ts';
import { fittingPage } from './check.ts';
import { keepPerson, personAt } from './contacts.ts';
import { namesFor } from './directory.ts';
import type { TeamsDoor } from './door.ts';
import { drawHome, namedInReply } from './draw-page.ts';
import { cardMessage, type Message } from './message.ts';
import { forSomebody, type Place, placeOf } from './places.ts';
import { isAbsent } from './refusals.ts';
import { drawn, post, rewrite, takeAway } from './send.ts';
import { sentences } from './sentences.ts';

function noted(what: string, error: unknown): void {
  log('warn', 'teams.tell', {
    what,
    kind: errorKind(error),
    code: error instanceof CallError ? error.code : undefined,
  });
}

/** Whether the message was taken. */
export async function tell(door: TeamsDoor, account: string, message: Message): Promise<boolean> {
  try {
    const place = await placeOf(door, account, forSomebody(door));
    if (place) await post(place, message, forSomebody(door));
    return place !== undefined;
  } catch (error) {
    noted('message', error);
    return false;
  }
}

/** The same for a notice. */
export async function tellNotice(door: TeamsDoor, account: string, notice: Notice): Promise<boolean> {
  try {
    return await tell(door, account, await drawn(door, account, notice));
  } catch (error) {
    noted('notice', error);
    return false;
  }
}

async function homeMessage(door: TeamsDoor, view: View): Promise<Message> {
  const { people, channels } = namedInReply({ show: 'view', view, at: { word: 'home' } });
  const names = await namesFor(door, people, channels);
  const { card } = fittingPage({ card: drawHome(view, { names, forms: door.forms }) });
  return cardMessage(card, sentences.homeSummary);
}

async function standsAt(door: TeamsDoor, account: string, home: string | undefined): Promise<void> {
  const contact = await personAt(door, account);
  if (contact && contact.home !== home) await keepPerson(door, account, { ...contact, home });
}

async function posted(door: TeamsDoor, account: string): Promise<boolean> {
  const message = await homeMessage(door, await door.host.home(account));
  const place = await placeOf(door, account, forSomebody(door));
  if (!place) return false;
  const before = (await personAt(door, account))?.home;
  const id = await post(place, message, forSomebody(door));
  await standsAt(door, account, id);
  if (before) await takeAway(place, before, forSomebody(door)).catch((error: unknown) => noted('old home', error));
  return true;
}

/** Puts somebody's home card at the end of their chat; the one that stood before goes. Whether it was taken. */
export async function tellHome(door: TeamsDoor, account: string): Promise<boolean> {
  try {
    return await door.once.shared(`home:${account}`, () => posted(door, account));
  } catch (error) {
    if (error instanceof CallError) {
      noted('home', error);
      return false;
    }
    return tellNotice(door, account, door.host.sorry(error, `teams:home:${account}`));
  }
}

/** Draws somebody's home card anew where it stands; true when it stood. Throws what the connector throws. */
export async function redrawHome(door: TeamsDoor, account: string, view: View): Promise<boolean> {
  const home = (await personAt(door, account))?.home;
  const place: Place | undefined = home ? await placeOf(door, account, forSomebody(door)) : undefined;
  if (!home || !place) return false;
  try {
    await rewrite(place, home, await homeMessage(door, view), forSomebody(door));
    return true;
  } catch (error) {
    if (!isAbsent(error)) throw error;
    await standsAt(door, account, undefined);
    return false;
  }
}

/** The message with this id shows something else now; if it was the home card, none stands any more. */
export async function homeIsNoMore(door: TeamsDoor, account: string, message: string | undefined): Promise<void> {
  const contact = message === undefined ? undefined : await personAt(door, account);
  if (contact && contact.home === message) await keepPerson(door, account, { ...contact, home: undefined });
}

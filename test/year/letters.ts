// What the letters of the simulated year are: which of them are prompts, which of those the message budget holds back, whom they reached, and what they are about.
import type { Notice } from '../../src/conversation/notice.ts';
import { rooms } from '../../src/features/features.ts';
import type { Pairing, Person } from '../../src/scheme/kinds.ts';
import type { Left, Town } from './town.ts';
import type { World } from './world.ts';

/** What belongs to a meeting, session or event that somebody planned or signed up for. */
const ofMeetings = new Set('meeting.reminder review.offer session.reminder event.reminder event.ask'.split(' '));
/** What is sent as a nudge, and an invitation to whoever waits for a training. */
const nudges = rooms.flatMap(({ letters = [] }) =>
  letters.filter(one => one.class === 'nudge').map(({ name }) => name),
);
const budgeted = new Set([...nudges, 'session.invitation'].filter(name => !ofMeetings.has(name)));

/** Prompts are counted by the message budget (design section 11), reminders of what somebody planned are not, and all else answers or tells something. */
function kindOf(letter: string): 'prompts' | 'reminders of meetings' | 'answers and news' {
  if (budgeted.has(letter)) return 'prompts';
  return ofMeetings.has(letter) ? 'reminders of meetings' : 'answers and news';
}

/** The same for one letter as it left: an invitation to a topic that somebody asked for answers them. */
export function kindOfLeft({ letters, wished }: Town, { id }: Left): ReturnType<typeof kindOf> {
  return wished.has(id) ? 'answers and news' : kindOf(letters.get(id) ?? '');
}

export type Received = { left: Left; letter: string; person: Person };

/** Those of these letters that reached a person. */
export function received(town: Town, world: World, fresh: readonly Left[]): Received[] {
  return fresh.flatMap(left => {
    const person = world.personAt.get(left.to);
    return person ? [{ left, letter: town.letters.get(left.id) ?? '', person }] : [];
  });
}

/** All ids that the buttons of a letter carry. */
export const idsIn = ({ buttons = [] }: Notice): Record<string, string> =>
  Object.assign({}, ...buttons.map(button => ('to' in button ? button.to.ids : {})));

/** The pairing a letter is about, as far as its buttons tell. */
export function aboutWhich(pairings: readonly Pairing[], { notice }: Left): Pairing | undefined {
  const { pairing, evaluation } = idsIn(notice);
  return pairings.find(one => one.id === pairing || (evaluation?.startsWith(`${one.id}-`) ?? false));
}

/** Notes which invitations of this day answer somebody who asked for the topic. */
export async function noteWished(town: Town, fresh: readonly Left[]): Promise<void> {
  const invitations = fresh.filter(({ id }) => town.letters.get(id) === 'session.invitation');
  if (invitations.length === 0) return;
  const ids = [...new Set(invitations.map(({ notice }) => idsIn(notice)['session'] ?? ''))];
  const sessions = await town.read('session', { ids });
  const topics = new Set(sessions.filter(({ what }) => what === 'topic').map(({ id }) => id));
  for (const { id, notice } of invitations) if (topics.has(idsIn(notice)['session'] ?? '')) town.wished.add(id);
}

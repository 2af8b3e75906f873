// A scheme in which mentees choose: mentors with cards and places, mentees who look. For tests of choosing.
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import type { Card, Exclusions, Registration } from '../../../src/scheme/kinds.ts';
import { words } from '../page.ts';
import { aCard, accountOf, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import type { aScheme } from '../turn.ts';
import { NOW } from '../turn.ts';

type More = { name?: string; place?: Partial<Registration>; card?: Partial<Card>; person?: object };

/** Somebody in the pool as a mentor. */
export function aMentor(id: string, more: More = {}): Put[] {
  const name = more.name ?? `${id} Mentor`;
  return [
    ...somebody(id, name, more.person),
    put('registration', aRegistration(id, 'mentor', more.place)),
    put('card', { ...aCard(id, 'mentor', name), topics: ['career', 'network'], ...more.card }),
  ];
}

/** Somebody in the pool as a mentee. */
export function aMentee(id: string, more: More = {}): Put[] {
  const name = more.name ?? `${id} Mentee`;
  return [
    ...somebody(id, name, more.person),
    put('registration', aRegistration(id, 'mentee', more.place)),
    put('card', { ...aCard(id, 'mentee', name), topics: ['network', 'safety'], ...more.card }),
  ];
}

/** Somebody's list of people not to be paired with. */
export function keptApart(owner: string, ...others: string[]): Put {
  const not: Exclusions['not'] = others.map(person => ({ person, why: 'asked', at: NOW }));
  return put('exclusions', { id: owner, person: owner, not, closedTo: others });
}

export const MODE = { matchingMode: 'mentee' } as const;

export const choosing = (records: Put[], more: Parameters<typeof aScheme>[0] = {}): Promise<Story> =>
  aStory(records, { ...MODE, ...more });

/** What is read in a window. */
export function readIn(reply: Reply): string {
  if (reply.show === 'view') return `${reply.view.title}\n${words(reply.view.parts)}`;
  if (reply.show === 'form') return `${reply.form.title}\n${words(reply.form.intro ?? [])}`;
  throw new Error(`shows ${reply.show}`);
}

/** Puts mentors on a mentee's list, in this order. */
export async function onList(story: Story, mentee: string, ...mentors: string[]): Promise<void> {
  for (const mentor of mentors) await story.press(accountOf(mentee), 'choose.one', 'add', { mentor });
}

/** The open proposal of a mentee, if any. */
export async function proposalOf(story: Story, mentee: string) {
  const wish = await story.read('wish', mentee);
  const pairing = wish?.pairing === undefined ? undefined : await story.read('pairing', wish.pairing);
  return pairing?.state === 'mentee-yes' ? pairing : undefined;
}

/** How many messages somebody has had. */
export const lettersTo = (story: Story, person: string) =>
  story.box.messages.filter(message => message.to === accountOf(person));

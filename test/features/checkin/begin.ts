// What tests of check-ins begin with: a scheme of many people, of whom some are paired and some wish to be named, just before a round.
import { afterEach } from 'vitest';
import type { Notice } from '../../../src/conversation/notice.ts';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { HOUR } from '../../../src/scheme/calendar.ts';
import type { Pairing, Person, Scheme } from '../../../src/scheme/kinds.ts';
import { words } from '../page.ts';
import { aCard, accountOf, samAndAlex, somebody } from '../people.ts';
import { aPairing } from '../records.ts';
import { aStory, type Letterbox, type Story } from '../story.ts';

export const FORUM = 'slack/T1/CFORUM';
export const ALERTS = 'slack/T1/CALERTS';
export const ana = 'slack/T1/UC1';
export const sam = accountOf('sam');
export const alex = accountOf('alex');
/** A Tuesday, ten o'clock; a story begins on the Monday before, at half past nine. */
export const SLOT = Date.parse('2026-11-24T10:00:00Z');
export const TO_SLOT = 24.5 * HOUR;

const begun: Story[] = [];
afterEach(async () => {
  for (const story of begun.splice(0)) await story.close();
});

export async function story(records: Put[], scheme: Partial<Scheme> = {}): Promise<Story> {
  const one = await aStory(records, { nextRoundAt: SLOT, ...scheme });
  begun.push(one);
  return one;
}

/** The same records with something changed about one person. */
export function withPerson(records: Put[], id: string, more: Partial<Person>): Put[] {
  return records.map(one =>
    one.kind === 'person' && one.value.id === id ? put('person', { ...one.value, ...more }) : one,
  );
}

/** Sam and Alex, who have met once, with their wishes. */
export function two(more: Partial<Pairing> = {}, alexMore: Partial<Person> = {}, samMore: Partial<Person> = {}): Put[] {
  return withPerson(withPerson(samAndAlex({ state: 'active', met: 1, ...more }), 'alex', alexMore), 'sam', samMore);
}

/** `n` people, of whom every second wishes to be named; `paired` says who is whose mentor. */
export function crowd(
  n: number,
  paired: [number, number][],
  more: Partial<Pairing> = {},
  mention = (i: number) => i % 2 === 0,
): Put[] {
  const people = Array.from({ length: n }, (_, i) =>
    somebody(`p${i}`, `Person ${i}`, { mention: mention(i), joinedAt: i }),
  );
  const pairings = paired.flatMap(([mentor, mentee]) => [
    put('card', aCard(`p${mentor}`, 'mentor', `Person ${mentor}`)),
    put('card', aCard(`p${mentee}`, 'mentee', `Person ${mentee}`)),
    put('pairing', aPairing(`p${mentor}`, `p${mentee}`, { state: 'active', met: 1, ...more })),
  ]);
  const put1 = [...people.flat(), ...pairings];
  // A person may be in several pairings: one card each.
  return put1.filter(
    (one, at) => put1.findIndex(other => other.kind === one.kind && other.value.id === one.value.id) === at,
  );
}

export const to = (on: Story, account: string): Letterbox['messages'] =>
  on.box.messages.filter(one => one.to === account);

/** The accounts a notice names. */
export function named(notice: Notice | undefined): string[] {
  const spans = (notice?.parts ?? []).flatMap(part =>
    part.part === 'text' && typeof part.text !== 'string' ? part.text : [],
  );
  return spans.flatMap(span => (typeof span === 'object' && 'person' in span ? [span.person] : []));
}

export const said = (notice: Notice | undefined): string => words(notice?.parts ?? []);
export function viewOf(reply: Reply) {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}`);
  return reply.view;
}
export const read = (reply: Reply): string => words(viewOf(reply).parts);

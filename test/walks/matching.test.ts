// Random walks through every way of being matched, with people who come, pause, leave and are forgotten: after each step places, lists and dates agree with what is on record.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DUE, placesOf } from '../../src/engine/records.ts';
import { setLog } from '../../src/log.ts';
import type { KindName, Pairing, Registration } from '../../src/scheme/kinds.ts';
import { kinds } from '../../src/scheme/kinds.ts';
import { takesPlace } from '../../src/scheme/states.ts';
import { readIn } from '../features/choose/pool.ts';
import { accountOf } from '../features/people.ts';
import type { Story } from '../features/story.ts';
import { all, begin, COORDINATORS, mentors, type Step, step, take } from './matching.ts';

const RUNS = Number(process.env['WALKS'] ?? 12);
const SEED = Number(process.env['SEED'] ?? 20261126);

/** Each walk begins with two who were introduced. */
const first: Step[] = [
  { propose: 'e5', to: 'm2', by: 0 },
  { answer: 'yes', nth: 0 },
  { answer: 'yes', nth: 0 },
];

/** R16: what stands on a registration is what there is, and nothing new goes beyond what is offered. */
function checkPlaces(pairings: Pairing[], places: Registration[], before: Registration[], where: string): void {
  for (const place of places) {
    const held = pairings.filter(one => one[place.role] === place.person && takesPlace(one.state)).length;
    expect([place.id, place.taken], where).toEqual([place.id, held]);
    const earlier = before.find(one => one.id === place.id);
    if (place.taken > (earlier?.taken ?? 0))
      expect(place.taken, `${place.id} ${where}`).toBeLessThanOrEqual(place.capacity);
    if (place.role === 'mentee') expect(place.taken, where).toBeLessThanOrEqual(1);
    const state = place.state === 'paused' ? place.formerState : place.state;
    if (place.state !== 'paused' && (state === 'available' || state === 'full'))
      expect([place.id, state], where).toEqual([place.id, place.taken < place.capacity ? 'available' : 'full']);
  }
  // Nobody holds a place who has no registration for it any more.
  for (const one of pairings.filter(({ state }) => takesPlace(state)))
    for (const id of [`${one.mentor}-mentor`, `${one.mentee}-mentee`])
      expect(
        places.some(place => place.id === id),
        `${id} ${where}`,
      ).toBe(true);
}

/** Every list holds exactly what is on record: nothing is left behind by what was erased, nothing is missing. */
async function checkLists(story: Story, known: Set<string>, where: string): Promise<void> {
  const expected = new Map<string, string[]>();
  for (const name of Object.keys(kinds) as KindName[])
    for (const record of await all(story, name))
      for (const { list, member } of placesOf(name, record)) {
        known.add(list);
        expected.set(list, [...(expected.get(list) ?? []), member]);
      }
  for (const list of known) {
    const found = (await story.store.due(list, Number.MAX_SAFE_INTEGER, 10_000)).map(({ member }) => member);
    expect(found.sort(), `${list} ${where}`).toEqual((expected.get(list) ?? []).sort());
  }
}

/** R13: a mentor of whom nobody has asked anything yet reads nothing of the mentee, on no page of theirs, and has no letter. */
async function checkSecrets(story: Story, pairings: Pairing[], where: string): Promise<void> {
  for (const mentor of mentors) {
    const hidden = pairings.filter(one => one.mentor === mentor && one.menteeYesAt === undefined);
    const known = pairings.filter(one => one.mentor === mentor && one.menteeYesAt !== undefined).map(one => one.mentee);
    const names = hidden.filter(one => one.state === 'proposed' && !known.includes(one.mentee)).map(one => one.mentee);
    if (names.length === 0) continue;
    const account = accountOf(mentor);
    for (const word of ['home', 'me', 'register.status', 'match.mine', 'proposal', 'pair', 'exit', 'me.leave'])
      for (const name of names) expect(readIn(await story.open(account, word)), `${word} ${where}`).not.toContain(name);
    for (const one of hidden) {
      const shown = readIn(await story.open(account, 'proposal', { pairing: one.id }));
      for (const name of names) expect(shown, where).not.toContain(name);
    }
  }
}

/** R13: nor does a co-ordinator who is that mentor find it among what co-ordinators read. */
async function checkDesk(story: Story, pairings: Pairing[], where: string): Promise<void> {
  if (!pairings.some(one => one.mentor === 'm3' && one.state === 'proposed')) return;
  const account = COORDINATORS[1] ?? '';
  const person = await story.read('person', 'm3');
  const run = (await all(story, 'run')).sort((a, b) => b.at - a.at)[0]?.id ?? '';
  for (const word of ['match', 'match.run', 'match.sent', 'match.left', 'match.answers', 'match.changes', 'match.next'])
    expect(readIn(await story.open(account, word, { run })), `${word} ${where}`).not.toContain(person?.name);
  for (const { id, state, mentor, mentee } of pairings.filter(one => one.mentor === 'm3' && one.state === 'proposed')) {
    const shown = readIn(await story.open(account, 'match.asked', { pairing: id }));
    expect(shown, where).not.toContain(mentee);
    await story.press(account, 'match.asked', 'back', { pairing: id });
    expect([(await story.read('pairing', id))?.state, mentor], where).toEqual([state, 'm3']);
  }
}

test('places, lists and dates agree after each step, and no job is left over', async () => {
  const troubles: string[] = [];
  setLog('warn', line => troubles.push(line));
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 45 }), async steps => {
      const story = await begin();
      const lists = new Set<string>([DUE]);
      const done: Step[] = [];
      try {
        for (const one of [...first, ...steps]) {
          const before = await all(story, 'registration');
          await take(story, one);
          done.push(one);
          const where = `after ${done.map(each => JSON.stringify(each)).join(' ')}`;
          const pairings = await all(story, 'pairing');
          expect(troubles, where).toEqual([]);
          checkPlaces(pairings, await all(story, 'registration'), before, where);
          await checkLists(story, lists, where);
          await checkSecrets(story, pairings, where);
          await checkDesk(story, pairings, where);
          expect(
            (await all(story, 'job')).filter(job => job.state !== 'done').map(({ id }) => id),
            where,
          ).toEqual([]);
          for (const { state } of pairings) reached.add(state);
        }
      } finally {
        await story.close();
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining(['proposed', 'mentee-yes', 'introduced', 'not-formed', 'ended-early']),
  );
}, 1_200_000);

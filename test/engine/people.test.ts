// The search for people in a form: who may look, and for what kind of question. A directory of the scheme's people is for its people alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountOf, somebody } from '../features/people.ts';
import { aStory, type Story } from '../features/story.ts';

const COORDINATOR = 'slack/T1/UC1';
const STRANGER = 'slack/T1/USTR';
let story: Story;
beforeEach(async () => {
  story = await aStory([...somebody('sam', 'Sam Okoro'), ...somebody('alex', 'Alex Reed')]);
});
afterEach(() => story.close());

const search = async (who: string, word: string, field: string, typed: string) =>
  (await story.engine.host.people(who, { word, ids: { way: 'mentor', role: 'mentor' } }, field, typed)).map(
    ({ label }) => label,
  );

test('in a form of co-ordinators only co-ordinators find anybody', async () => {
  expect(await search(COORDINATOR, 'match.two', 'mentee', 'sam')).toEqual(['Sam Okoro']);
  expect(await search(accountOf('alex'), 'match.two', 'mentee', 'sam')).toEqual([]);
  expect(await search(STRANGER, 'match.two', 'mentee', 'sam')).toEqual([]);
});

test('a stranger can name somebody by address, and learns of nobody’s name', async () => {
  const last = (who: string, typed: string) => search(who, 'register.last', 'notPair', typed);
  expect(await last(accountOf('alex'), 'sam')).toEqual(['Sam Okoro']);
  expect(await last(STRANGER, 'sam')).toEqual([]);
  expect(await last(STRANGER, 'sam@example.org')).toEqual(['Whoever has the address sam@example.org']);
});

test('nobody finds anybody for a question that asks for no person, or is not there, or by a single letter', async () => {
  expect(await search(COORDINATOR, 'setup.basics', 'name', 'sam')).toEqual([]);
  expect(await search(COORDINATOR, 'match.two', 'nobody', 'sam')).toEqual([]);
  expect(await search(COORDINATOR, 'match.two', 'mentee', 's')).toEqual([]);
  expect(await search(COORDINATOR, 'nowhere', 'mentee', 'sam')).toEqual([]);
});

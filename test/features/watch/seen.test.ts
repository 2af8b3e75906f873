// A co-ordinator of whom the settings give the account alone: others read a name as soon as a platform can tell it.
import { afterEach, expect, test } from 'vitest';
import { samAndAlex } from '../people.ts';
import { aStory, type Story } from '../story.ts';

const NAMELESS = 'slack/T1/UC1';
let on: Story;
afterEach(() => on.close());

const names = async (): Promise<Record<string, string> | undefined> =>
  (await on.read('scheme', 'scheme'))?.coordinatorNames;

test('when they come, their name is kept, and no later one takes its place', async () => {
  on = await aStory(samAndAlex(), { coordinators: [NAMELESS], coordinatorNames: {} });
  on.box.profiles[NAMELESS] = { name: 'Priya Nair', gone: false };
  await on.open(NAMELESS, 'desk');
  await on.settle();
  expect(await names()).toEqual({ [NAMELESS]: 'Priya Nair' });
  on.box.profiles[NAMELESS] = { name: 'P. Nair', gone: false };
  await on.engine.nameCoordinators();
  expect(await names()).toEqual({ [NAMELESS]: 'Priya Nair' });
});

test('at the start those are asked for whom a door here can answer', async () => {
  on = await aStory(samAndAlex(), { coordinators: [NAMELESS, 'teams/X/rosa'], coordinatorNames: {} });
  on.box.profiles[NAMELESS] = { name: 'Priya Nair', gone: false };
  await on.engine.nameCoordinators();
  expect(await names()).toEqual({ [NAMELESS]: 'Priya Nair' });
});

test('nobody else’s name is kept among the co-ordinators’', async () => {
  on = await aStory(samAndAlex(), { coordinators: [NAMELESS], coordinatorNames: {} });
  on.box.profiles['slack/T1/USTRANGER'] = { name: 'Ola Strange', gone: false };
  await on.open('slack/T1/USTRANGER', 'home');
  await on.settle();
  expect(await names()).toEqual({});
});

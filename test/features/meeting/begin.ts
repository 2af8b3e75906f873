// What tests of meetings begin with: Sam mentors Alex, on the real engine.
import { afterEach } from 'vitest';
import type { Put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import type { Meeting, Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { accountOf, samAndAlex } from '../people.ts';
import { aStory, type Story } from '../story.ts';

export const sam = accountOf('sam');
export const alex = accountOf('alex');
export const P1 = { pairing: 'P1' };
/** A Monday, half past nine. */
export const NOW = Date.parse('2026-11-23T09:30:00Z');

const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

export async function begin(
  more: Partial<Pairing> = {},
  scheme: Partial<Scheme> = {},
  records: Put[] = [],
): Promise<Story> {
  const on = await aStory([...samAndAlex({ state: 'active', met: 1, ...more }), ...records], scheme);
  begun.push(on);
  return on;
}

/** The meeting of the pairing that is next, with a time or without. */
export async function nextMeeting(on: Story): Promise<Meeting | undefined> {
  const pairing = await on.read('pairing', 'P1');
  const id = pairing?.plannedMeeting ?? pairing?.undatedMeeting;
  return id === undefined ? undefined : on.read('meeting', id);
}

export const plan = async (on: Story, day = '2026-12-10', time = '10:00', who = alex): Promise<Reply> =>
  on.send(who, await on.open(who, 'checkin.plan', P1), { day, time });

export const read = (reply: Reply): string => (reply.show === 'view' ? words(reply.view.parts) : reply.show);
export const offers = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);

/** Presses the n-th button of this name on the page of the next meeting, with the ids it carries. */
export async function press(on: Story, who: string, name: string, n = 0, page?: Reply): Promise<Reply> {
  const reply = page ?? (await on.open(who, 'meeting', P1));
  const found = reply.show === 'view' ? buttonsOf(reply.view).filter(one => 'to' in one && one.to.press === name) : [];
  const button = found[n];
  if (!button || !('to' in button)) throw new Error(`no button ${name}`);
  return on.press(who, button.to.word, name, button.to.ids);
}

export const lettersTo = (on: Story, who: string): { text: string; leads: string[] }[] =>
  on.box.messages.filter(one => one.to === who).map(one => ({ text: one.notice.text, leads: leads(one.notice) }));

// What tests of an exit begin with: two people, two co-ordinators, and the way through the form.
import { afterEach } from 'vitest';
import type { Ids, Notice } from '../../../src/conversation/notice.ts';
import type { Put } from '../../../src/conversation/outcome.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import type { Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { words } from '../page.ts';
import { accountOf, samAndAlex } from '../people.ts';
import { aStory, type Letterbox, type Story } from '../story.ts';

export const sam = accountOf('sam');
export const alex = accountOf('alex');
export const ana = 'slack/T1/UC1';
export const ben = 'slack/T1/UC2';
export const CHANNEL = 'slack/T1/CALERTS';
export const P1: Ids = { pairing: 'P1' };

const begun: Story[] = [];
afterEach(async () => {
  for (const story of begun.splice(0)) await story.close();
});

/** A story that is closed after its test. */
export async function story(records: Put[], scheme: Partial<Scheme> = {}): Promise<Story> {
  const one = await aStory(records, {
    coordinatorNames: { [ana]: 'Ana', [ben]: 'Ben' },
    people: [{ name: 'Dr Dignity', role: 'dignity adviser', how: 'dignity@example.org' }],
    ...scheme,
  });
  begun.push(one);
  return one;
}

/** Sam has mentored Alex for two meetings. */
export const begin = (more: Partial<Pairing> = {}, scheme: Partial<Scheme> = {}, records: Put[] = []): Promise<Story> =>
  story([...samAndAlex({ state: 'active', met: 2, ...more }), ...records], scheme);

const short = { partnerKnows: 'told', next: 'later', urgent: false };

/** Through the form to the last page. */
export async function toLastPage(on: Story, who: string, answers: Record<string, RawAnswer> = {}): Promise<Reply> {
  return on.send(who, await on.open(who, 'exit', P1), { ...short, ...answers });
}

/** The whole way, and everything sent. */
export async function leave(
  on: Story,
  who: string,
  answers: Record<string, RawAnswer> = {},
  reasonFor = 'coordinator',
): Promise<Reply> {
  const last = await toLastPage(on, who, answers);
  const done =
    last.show === 'form' ? await on.send(who, last, { reasonFor }) : await on.press(who, 'exit.end', 'end', P1);
  await on.settle();
  return done;
}

export function viewOf(reply: Reply) {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}`);
  return reply.view;
}
export const read = (reply: Reply): string => words(viewOf(reply).parts);
export const messagesTo = (on: Story, to: string): Letterbox['messages'] =>
  on.box.messages.filter(one => one.to === to);
export const said = (message: { notice: Notice } | undefined): string =>
  `${message?.notice.text}\n${words(message?.notice.parts ?? [])}`;

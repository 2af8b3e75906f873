// One bot with both doors, over HTTP, and a pair of which one is in Slack and the other in Teams: Sam mentors Alex. The story clock moves.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Put } from '../../src/conversation/outcome.ts';
import { alertsChannel, forumChannel } from '../../src/demo/seed.ts';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { setLog } from '../../src/log.ts';
import { type Running, startMentor } from '../../src/main.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import type { KindName, Pairing, RecordOf, Scheme } from '../../src/scheme/kinds.ts';
import { type Hand, slackHand, teamsHand, until } from '../contract/hands.ts';
import {
  aTenant,
  aWorkspace,
  loose,
  oidOf,
  settingsFor,
  slackSettings,
  TENANT,
  type Tenant,
  teamsSettings,
} from '../contract/sides.ts';
import { accountOf, aPair, kept, lay } from '../faults/laid.ts';
import { NOW } from '../features/turn.ts';
import { quick } from './bot.ts';

export const inTeams = (user: string): string => `teams/${TENANT}/${oidOf(user)}`;

export type BothDoors = {
  mentor: Running;
  standIn: StandIn;
  tenant: Tenant;
  onSlack: (user: string) => Hand;
  onTeams: (user: string) => Hand;
  settle: () => Promise<void>;
  /** Moves the story clock on, deciding and delivering all that lies between. */
  daysLater: (days: number) => Promise<void>;
  read: <K extends KindName>(kind: K, id: string) => Promise<RecordOf<K> | undefined>;
  close: () => Promise<void>;
};

type Laid = {
  pairing?: Partial<Pairing>;
  /** Records besides those of the pair. */
  more?: Put[];
  scheme?: Partial<Scheme>;
  /** A last touch to the records of the pair, with the program's keys. */
  touch?: (records: Put[], mentor: Running) => Put[];
};

/** Sam in Slack mentors Alex in Teams, who was never in Slack. */
export async function bothDoors({ pairing = {}, more = [], scheme = {}, touch }: Laid = {}): Promise<BothDoors> {
  setLog('error');
  const dir = mkdtempSync(join(tmpdir(), 'mentor-two-'));
  const [standIn, tenant] = await Promise.all([aWorkspace(), aTenant(0, ['USAM', 'UALEX'])]);
  const settings = {
    ...settingsFor({ kind: 'embedded', dir }),
    ...slackSettings(standIn),
    ...teamsSettings(tenant),
    coordinators: ['slack:UPRIYA'],
    forumChannel: [`slack:${forumChannel.id}`],
    coordinatorChannel: [`slack:${alertsChannel.id}`],
  };
  const mentor = await startMentor(settings, { storyMayMove: true, timing: quick, teamsBudgets: loose });
  await mentor.store.setOffset(NOW - (await mentor.store.clock()).machineNow);
  const records = JSON.stringify([...aPair('P1', 'USAM', 'UALEX', pairing), ...more]);
  const moved: Put[] = JSON.parse(records.replaceAll(accountOf('UALEX'), inTeams('UALEX')));
  await lay(mentor.store, mentor.vault, touch ? touch(moved, mentor) : moved, scheme);
  standIn.setBotUrl(`http://127.0.0.1:${mentor.port}/slack/events`);
  tenant.standIn.setBotUrl(`http://127.0.0.1:${mentor.port}/api/messages`);
  await tenant.install();
  return {
    ...{ mentor, standIn, tenant },
    onSlack: user => slackHand(standIn.as(user)),
    onTeams: user => teamsHand(tenant.standIn.as(oidOf(user))),
    settle: () => mentor.engine.settle(),
    daysLater: async days => {
      const { offsetMs } = await mentor.store.clock();
      await mentor.engine.moveStory(offsetMs + days * DAY);
    },
    read: (kind, id) => kept(mentor.store, mentor.vault, kind, id),
    close: async () => {
      await mentor.stop();
      await Promise.all([standIn.close(), tenant.standIn.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** What a hand's window says, once it says this. */
export async function sees(hand: Hand, pattern: RegExp): Promise<string> {
  const found = await until(() => (pattern.test(hand.window()?.words ?? '') ? hand.window()?.words : undefined));
  if (found === undefined) throw new Error(`never saw ${pattern}; last: ${hand.window()?.words.slice(0, 900)}`);
  return found;
}

// One telling of an exit in a mixed pair: one process holds the Slack door, another the Teams door, both on one Redis, and one of them is killed somewhere in it.
import { alertsChannel, forumChannel } from '../../src/demo/seed.ts';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { openStore } from '../../src/main.ts';
import type { Store, Vault } from '../../src/store/store.ts';
import { type Letter, teamsHand, until } from '../contract/hands.ts';
import {
  aTenant,
  loose,
  oidOf,
  settingsFor,
  slackSettings,
  TENANT,
  type Tenant,
  teamsSettings,
} from '../contract/sides.ts';
import { NOW } from '../features/turn.ts';
import { alertsIn, goesAtIt } from './bad-days.ts';
import { type Place, quiet, scaled, workspace } from './exit-run.ts';
import { type KeptAlive, keptAlive } from './kept-alive.ts';
import { accountOf, aPair, kept, lay, TEAM } from './laid.ts';
import type { Lives } from './mortal-bot.ts';

export type Door = 'slack' | 'teams';
export type MixedTelling = { lives: Lives; place: Place; deadly?: { door: Door; point: number | string } };
export type MixedEnding = {
  /** Alerts in the co-ordinators' channel of each side, and what Alex was told. */
  slack: string[];
  teams: Letter[];
  notices: Letter[];
  state: string | undefined;
  told: number;
  waiting: number;
  seen: boolean;
  died: boolean;
  points: Record<Door, string[]>;
};

/** Both sides and both processes, with Sam in Slack as the mentor of Alex in Teams. */
export type Mixed = {
  standIn: StandIn;
  tenant: Tenant;
  store: Store;
  vault: Vault;
  bots: Record<Door, KeptAlive>;
  quiet(): Promise<void>;
  close(): Promise<void>;
};

const LANDING_MS = 50;
const lettersTo = ({ standIn }: Tenant, user: string): Letter[] => teamsHand(standIn.as(oidOf(user))).letters();
const inTeams = (user: string): string => `teams/${TENANT}/${oidOf(user)}`;

/** Alex and one co-ordinator are in Teams, everybody else in Slack. */
async function laid(store: Store, vault: Vault, { forum, alerts }: Tenant): Promise<void> {
  const inSlack = JSON.stringify(aPair('P1', 'USAM', 'UALEX'));
  const records = JSON.parse(inSlack.replaceAll(accountOf('UALEX'), inTeams('UALEX')));
  await lay(store, vault, records, {
    coordinators: [accountOf('UPRIYA'), inTeams('UOWEN')],
    coordinatorNames: { [accountOf('UPRIYA')]: 'Priya Nair', [inTeams('UOWEN')]: 'Owen Hughes' },
    forum: [`slack/${TEAM}/${forumChannel.id}`, `teams/${TENANT}/${forum}`],
    alerts: [`slack/${TEAM}/${alertsChannel.id}`, `teams/${TENANT}/${alerts}`],
  });
  await store.setOffset(NOW - (await store.clock()).machineNow);
}

/** Starts everything; no process is armed yet. */
export async function aMixedPair(lives: Lives, place: Place): Promise<Mixed> {
  const [{ store: where, done }, standIn, tenant] = await Promise.all([
    place.fresh(),
    workspace(LANDING_MS),
    aTenant(LANDING_MS, ['UALEX', 'UOWEN']),
  ]);
  const settings = settingsFor(where);
  const { store, vault } = await openStore(settings);
  await laid(store, vault, tenant);
  const order = { timing: scaled, teamsBudgets: loose };
  const slack = await keptAlive(lives, { ...order, config: { ...settings, ...slackSettings(standIn) } }, ({ port }) =>
    standIn.setBotUrl(`http://127.0.0.1:${port}/slack/events`),
  );
  const teams = await keptAlive(lives, { ...order, config: { ...settings, ...teamsSettings(tenant) } }, ({ port }) =>
    tenant.standIn.setBotUrl(`http://127.0.0.1:${port}/api/messages`),
  );
  await tenant.install();
  // Whoever has the bot is greeted, a moment after Teams has told of it.
  for (const user of ['UALEX', 'UOWEN']) await until(() => lettersTo(tenant, user)[0]);
  const bots = { slack, teams };
  const places = () => [standIn.world.channels, tenant.standIn.world.channels, tenant.standIn.world.chats];
  const isLanded = ({ landsAt = 0 }: { landsAt?: number }): boolean => landsAt <= Date.now();
  const quieten = async (): Promise<void> => {
    await quiet(store, [slack, teams]);
    const all = () =>
      places().flatMap(each => Object.values(each).flatMap(one => one.messages as { landsAt?: number }[]));
    await until(() => all().every(isLanded) || undefined);
  };
  await quieten();
  return {
    ...{ standIn, tenant, store, vault, bots },
    quiet: quieten,
    close: async () => {
      await Promise.all([slack.end(), teams.end()]);
      await Promise.all([store.close(), standIn.close(), tenant.standIn.close()]);
      done();
    },
  };
}

export const alertsInTeams = ({ tenant }: Mixed): Letter[] =>
  teamsHand(tenant.standIn.as(oidOf('UOWEN'))).posts(tenant.alerts);

/** Tells it once: Sam ends the pairing in Slack, and tries again until it is seen to have ended. */
export async function tellMixed({ lives, place, deadly }: MixedTelling): Promise<MixedEnding> {
  const mixed = await aMixedPair(lives, place);
  const { standIn, store, vault, bots } = mixed;
  try {
    const greeted = lettersTo(mixed.tenant, 'UALEX').length;
    for (const door of ['slack', 'teams'] as const)
      await bots[door].first.arm(deadly?.door === door ? deadly.point : 0);
    let seen = false;
    for (let go = 0; go <= 2 && !seen; go++) {
      await bots.slack.revived();
      seen = await goesAtIt(standIn.as('USAM'));
    }
    await mixed.quiet();
    const died = deadly !== undefined && bots[deadly.door].first.isDead();
    const lanes = await store.waiting();
    return {
      slack: alertsIn(standIn).map(one => one.text),
      teams: alertsInTeams(mixed),
      notices: lettersTo(mixed.tenant, 'UALEX').slice(greeted),
      state: (await kept(store, vault, 'pairing', 'P1'))?.state,
      told: (await store.history('P1', 100)).filter(entry => entry.what === 'pairing.ended').length,
      waiting: lanes.reduce((sum, lane) => sum + lane.waiting + lane.leased + lane.dead, 0),
      ...{ seen, died },
      points: died
        ? { slack: [], teams: [] }
        : { slack: await bots.slack.life().points(), teams: await bots.teams.life().points() },
    };
  } finally {
    await mixed.close();
  }
}

// The same organisation on one platform or the other: the real bot behind its real door, beside the stand-in of that platform, with the same people.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config.ts';
import { alertsChannel, coordinators, forumChannel, technicians } from '../../src/demo/seed.ts';
import { type StandIn, startStandIn } from '../../src/demo/slack/stand-in.ts';
import { startTeams, type TeamsStandIn } from '../../src/demo/teams/stand-in.ts';
import { decode } from '../../src/engine/records.ts';
import { setLog } from '../../src/log.ts';
import { type Running, startMentor } from '../../src/main.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import { type KindName, kinds } from '../../src/scheme/kinds.ts';
import type { Delivery, Store } from '../../src/store/store.ts';
import { BOT_TOKEN, KEY, quick, SECRET } from '../journeys/bot.ts';
import { type Hand, slackHand, teamsHand } from './hands.ts';

export const WORKSPACE = 'T0NORTHMOOR';
export const TENANT = '7a1f0c52-0000-4000-8000-00000000beef';
export const APP = '3f0c1d9e-0000-4000-8000-0000000000aa';
export const PASSWORD = 'a password for tests';
const START = Date.parse('2026-11-23T09:30:00Z');

export const everybody = [...coordinators, ...technicians];
/** In Teams, everybody of the seed has an object id instead. */
export const oidOf = (user: string): string =>
  `00000000-0000-4000-8000-${String(everybody.findIndex(one => one.id === user) + 1).padStart(12, '0')}`;

export type Record = { kind: KindName; value: { id: string } & { [field: string]: unknown } };

export type Side = {
  name: 'slack' | 'teams';
  mentor: Running;
  as(user: string): Hand;
  /** The channels' names as a hand takes them. */
  forum: string;
  alerts: string;
  settle(): Promise<void>;
  daysLater(days: number): Promise<void>;
  /** Every record, but what only this platform's door remembers. */
  records(): Promise<Record[]>;
  /** Every letter that a turn has decided on, in order. */
  letters: Delivery[];
  /** Addresses of this side and what they are called on both. */
  called: [address: string, name: string][];
  /** What the platform refused. */
  refused(): string[];
  close(): Promise<void>;
};

const free: [number, number][] = [[100_000, 1]];
/** The stand-ins' limits out of the way: they have tests of their own. */
export const loose = { perConversation: free, perTenant: free, perRoster: free };

export async function aWorkspace(): Promise<StandIn> {
  const timing = { postsPerSecond: 10_000, eventRetriesMs: [0, 200, 400] };
  const standIn = await startStandIn({ signingSecret: SECRET, botToken: BOT_TOKEN, teamId: WORKSPACE, timing });
  for (const one of everybody) standIn.addUser(one);
  standIn.addChannel({ ...forumChannel, members: everybody.map(one => one.id), botIn: true });
  const members = coordinators.map(one => one.id);
  standIn.addChannel({ ...alertsChannel, isPrivate: true, members, botIn: true });
  return standIn;
}

export type Tenant = { standIn: TeamsStandIn; forum: string; alerts: string; install(): Promise<void> };

/** `having` are those who have the bot; everybody, when not said. */
export async function aTenant(landingMs = 0, having = everybody.map(one => one.id)): Promise<Tenant> {
  const timing = { sends: [[100_000, 1]], looks: [[100_000, 1]], perSecond: 100_000, landingMs } as const;
  const standIn = await startTeams({ appId: APP, tenantId: TENANT, timing });
  const users = everybody.map(one =>
    standIn.addUser({ aadObjectId: oidOf(one.id), name: one.realName, email: one.email, title: one.title }),
  );
  const team = standIn.addTeam({ name: 'Technicians', members: users.map(one => one.id) });
  const desk = standIn.addTeam({
    name: 'Co-ordinators',
    members: users.slice(0, coordinators.length).map(one => one.id),
  });
  const forum = standIn.addChannel({ team: team.id, name: forumChannel.name });
  const alerts = standIn.addChannel({ team: desk.id, name: alertsChannel.name });
  const install = async (): Promise<void> => {
    standIn.installInTeam(team.id);
    standIn.installInTeam(desk.id);
    for (const id of having) standIn.install(standIn.as(oidOf(id)).user.id);
    await standIn.quiet();
  };
  return { standIn, forum: forum.id, alerts: alerts.id, install };
}

export const slackSettings = (standIn: StandIn): Pick<Config, 'slack'> => ({
  slack: { botToken: BOT_TOKEN, signingSecret: SECRET, command: '/mentor', lookup: 'on', apiUrl: standIn.apiUrl },
});

export const teamsSettings = ({ standIn }: Tenant): Pick<Config, 'teams'> => ({
  teams: {
    ...{ appId: APP, password: PASSWORD, tenant: TENANT, auth: 'on', forms: 'dialog' },
    openIdUrl: standIn.openIdUrl,
    serviceHosts: [standIn.host],
  },
});

export const settingsFor = (store: Config['store']): Omit<Config, 'slack' | 'teams'> => ({
  ...{ port: 0, host: '127.0.0.1', store, dataKeys: [KEY], zone: 'Europe/London', logLevel: 'error' },
  ...{ coordinators: [], forumChannel: [], coordinatorChannel: [] },
});

/** Notes the letters of every turn that was saved. */
function noting(store: Store, letters: Delivery[]): Store {
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== 'commit') return typeof value === 'function' ? value.bind(target) : value;
      return async (commit: Parameters<Store['commit']>[0]) => {
        const answer = await target.commit(commit);
        if (answer.result === 'done') letters.push(...commit.deliveries);
        return answer;
      };
    },
  });
}

async function allOf({ store, vault }: Running): Promise<Record[]> {
  const found: Record[] = [];
  let after: string | undefined;
  do {
    const page = await store.keys(after, 500);
    for (const key of page.keys) {
      const [kind, ...id] = key.split('/') as [KindName, ...string[]];
      if (!(kind in kinds) || kind === 'contact') continue;
      const { records } = await store.open([{ name: 'it', kind, source: { ids: [id.join('/')] } }]);
      const stored = records['it']?.[0];
      if (stored) found.push({ kind, value: decode(kind, stored, vault) as Record['value'] });
    }
    after = page.after;
  } while (after !== undefined);
  return found;
}

type Made = Pick<Side, 'name' | 'as' | 'forum' | 'alerts' | 'called' | 'refused'> & {
  settings: Partial<Config>;
  meet(port: number): Promise<void>;
  end(): Promise<void>;
};

async function onSlack(): Promise<Made> {
  const standIn = await aWorkspace();
  return {
    name: 'slack',
    as: user => slackHand(standIn.as(user)),
    forum: forumChannel.id,
    alerts: alertsChannel.id,
    called: [
      ...everybody.map((one): [string, string] => [`slack/${WORKSPACE}/${one.id}`, `@${one.realName}`]),
      [`slack/${WORKSPACE}/${forumChannel.id}`, '#forum'],
      [`slack/${WORKSPACE}/${alertsChannel.id}`, '#alerts'],
      [`slack/${WORKSPACE}`, 'lane'],
    ],
    settings: {
      ...slackSettings(standIn),
      coordinators: coordinators.map(one => `slack:${one.id}`),
      forumChannel: [`slack:${forumChannel.id}`],
      coordinatorChannel: [`slack:${alertsChannel.id}`],
    },
    refused: () =>
      standIn.log
        .filter(call => !(call.answer as { ok: boolean }).ok)
        .map(call => `${call.method} ${JSON.stringify(call.answer).slice(0, 300)}`),
    meet: async port => standIn.setBotUrl(`http://127.0.0.1:${port}/slack/events`),
    end: () => standIn.close(),
  };
}

async function onTeams(): Promise<Made> {
  const tenant = await aTenant();
  const { standIn, forum, alerts } = tenant;
  return {
    name: 'teams',
    as: user => teamsHand(standIn.as(oidOf(user))),
    ...{ forum, alerts },
    called: [
      ...everybody.map((one): [string, string] => [`teams/${TENANT}/${oidOf(one.id)}`, `@${one.realName}`]),
      [`teams/${TENANT}/${forum}`, '#forum'],
      [`teams/${TENANT}/${alerts}`, '#alerts'],
      [`teams/${TENANT}`, 'lane'],
    ],
    settings: {
      ...teamsSettings(tenant),
      coordinators: coordinators.map(one => `teams:${oidOf(one.id)}`),
      forumChannel: [`teams:${forum}`],
      coordinatorChannel: [`teams:${alerts}`],
    },
    refused: () =>
      standIn.log
        .filter(call => call.status >= 400)
        .map(call => `${call.method} ${call.path} ${call.status} ${JSON.stringify(call.answer).slice(0, 300)}`),
    meet: async port => {
      standIn.setBotUrl(`http://127.0.0.1:${port}/api/messages`);
      await tenant.install();
    },
    end: () => standIn.close(),
  };
}

/** Starts one side, before anybody has set the scheme up. */
export async function aSide(name: Side['name']): Promise<Side> {
  setLog('error');
  const made = name === 'slack' ? await onSlack() : await onTeams();
  const { settings, meet, end, ...side } = made;
  const dir = mkdtempSync(join(tmpdir(), 'mentor-side-'));
  const letters: Delivery[] = [];
  const mentor = await startMentor(
    { ...settingsFor({ kind: 'embedded', dir }), ...settings },
    { storyMayMove: true, timing: quick, teamsBudgets: loose, around: store => noting(store, letters) },
  );
  await mentor.store.setOffset(START - (await mentor.store.clock()).machineNow);
  await meet(mentor.port);
  return {
    ...side,
    ...{ mentor, letters },
    settle: () => mentor.engine.settle(),
    daysLater: async days => {
      const { offsetMs } = await mentor.store.clock();
      await mentor.engine.moveStory(offsetMs + days * DAY);
    },
    records: () => allOf(mentor),
    close: async () => {
      await mentor.stop();
      await end();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

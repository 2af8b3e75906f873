// A ready scheme that is in Teams alone, with the people of laid.ts: the real program behind its real door, beside the stand-in tenant.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Put } from '../../src/conversation/outcome.ts';
import { alertsChannel, coordinators, forumChannel } from '../../src/demo/seed.ts';
import { type Running, startMentor } from '../../src/main.ts';
import type { Scheme } from '../../src/scheme/kinds.ts';
import { aTenant, loose, oidOf, settingsFor, TENANT, type Tenant, teamsSettings } from '../contract/sides.ts';
import { NOW } from '../features/turn.ts';
import { quick } from '../journeys/bot.ts';
import { accountOf, aPair, lay, TEAM } from './laid.ts';

export const inTeams = (user: string): string => `teams/${TENANT}/${oidOf(user)}`;

export type TeamsBot = { mentor: Running; tenant: Tenant; close(): Promise<void> };
export type TeamsBotOptions = { records?: Put[]; settings?: Partial<Scheme>; having?: string[] };

/** The same records with accounts and channels of this tenant. */
function moved<T>(laid: T, { forum, alerts }: Tenant): T {
  const channels = JSON.stringify(laid)
    .replaceAll(accountOf(forumChannel.id), `teams/${TENANT}/${forum}`)
    .replaceAll(accountOf(alertsChannel.id), `teams/${TENANT}/${alerts}`);
  return JSON.parse(channels.replace(new RegExp(`slack/${TEAM}/(U[A-Z]+)`, 'g'), (_, user) => inTeams(user)));
}

/** Starts it; unless told otherwise Sam mentors Alex, and everybody has the bot. */
export async function aTeamsBot(options: TeamsBotOptions = {}): Promise<TeamsBot> {
  const { records = aPair('P1', 'USAM', 'UALEX'), settings = {}, having } = options;
  const dir = mkdtempSync(join(tmpdir(), 'mentor-teams-'));
  const tenant = await aTenant(0, having);
  const config = { ...settingsFor({ kind: 'embedded', dir }), ...teamsSettings(tenant) };
  const mentor = await startMentor(config, { storyMayMove: true, timing: quick, teamsBudgets: loose });
  await mentor.store.setOffset(NOW - (await mentor.store.clock()).machineNow);
  const scheme = {
    coordinators: coordinators.map(one => accountOf(one.id)),
    forum: [accountOf(forumChannel.id)],
    alerts: [accountOf(alertsChannel.id)],
  };
  await lay(mentor.store, mentor.vault, moved(records, tenant), { ...moved(scheme, tenant), ...settings });
  tenant.standIn.setBotUrl(`http://127.0.0.1:${mentor.port}/api/messages`);
  await tenant.install();
  await mentor.engine.settle();
  const close = async (): Promise<void> => {
    await mentor.stop();
    await tenant.standIn.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { mentor, tenant, close };
}

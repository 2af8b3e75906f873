// The demo's Teams side: the stand-in of Teams with its made-up people, and who they are for the page. Its story is in teams-story.ts.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  coordinators,
  teamsAlerts,
  teamsCoordinator,
  teamsForum,
  teamsTechnicians,
  teamsTenant,
  technicians,
} from './seed.ts';
import { startTeams, type TeamsStandIn } from './teams/stand-in.ts';

/** The library that draws cards, as a file for browsers; undefined where the optional packages of Teams are not installed. */
export function cardsLibrary(): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    resolve('@microsoft/teams-ai');
    return resolve('adaptivecards/dist/adaptivecards.min.js');
  } catch {
    return undefined;
  }
}

/** Weeks go by in a second here: limits by the second, on either end, would only make visitors wait. */
const LOOSE: [calls: number, ms: number][] = [[200, 1000]];
export const looseLimits = { perConversation: LOOSE, perTenant: LOOSE, perRoster: LOOSE };

export const tenantFile = (dir: string): string => join(dir, 'tenant.json');

/** Starts the stand-in, with its people when the folder holds none yet. */
export async function openTeams(dir: string, now: () => number): Promise<TeamsStandIn> {
  const teams = await startTeams({
    appId: teamsTenant.appId,
    tenantId: teamsTenant.id,
    statePath: tenantFile(dir),
    timing: { sends: LOOSE, looks: LOOSE, perSecond: 200 },
    now,
  });
  if (Object.keys(teams.world.users).length > 0) return teams;
  const everybody = [teamsCoordinator, ...teamsTechnicians];
  for (const { id, ...person } of everybody) teams.addUser({ aadObjectId: id, ...person });
  const team = { id: teamsForum.team, name: 'Technicians', members: everybody.map(one => one.id) };
  teams.addTeam(team);
  teams.addChannel({ id: teamsForum.id, team: teamsForum.team, name: teamsForum.name });
  teams.addTeam({ ...teamsAlerts, members: [teamsCoordinator.id] });
  return teams;
}

/** The bot's settings for this stand-in; tokens are verified as they are outside. */
export const teamsSettings = (teams: TeamsStandIn) => ({
  appId: teams.world.app.id,
  password: 'the-demo-has-one-too',
  tenant: teams.world.tenant.id,
  auth: 'on' as const,
  forms: 'dialog' as const,
  openIdUrl: teams.openIdUrl,
  serviceHosts: [teams.host],
});

/** Who there is on each side, for the way across. */
export const bothSides = () => ({
  slack: [...coordinators, ...technicians].map(({ id, realName, title }) => ({ id, name: realName, title })),
  teams: [teamsCoordinator, ...teamsTechnicians].map(({ id, name, title }) => ({ id, name, title })),
});

// The real Teams door (the real library behind verified HTTP) between the stand-in tenant and a small host written out by hand.
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Form } from '../../../src/conversation/form.ts';
import { startTeams, type TeamsStandIn, type TeamsStandInOptions } from '../../../src/demo/teams/stand-in.ts';
import type { Host, Reply } from '../../../src/platforms/platform.ts';
import { type TeamsOptions, type TeamsPlatform, teamsPlatform } from '../../../src/platforms/teams/teams.ts';
import { aHost, type Hosted } from '../a-host.ts';

export const TENANT = '7a1f0c52-0000-4000-8000-00000000beef';
export const APP = '3f0c1d9e-0000-4000-8000-0000000000aa';
export const LANE = `teams/${TENANT}`;
export const ADA = '00000000-0000-4000-8000-0000000000a1';
export const BEN = '00000000-0000-4000-8000-0000000000b2';
export const CEM = '00000000-0000-4000-8000-0000000000c3';
export const accountOf = (person: string): string => `${LANE}/${person}`;

type Person = ReturnType<TeamsStandIn['as']>;

export type ADoor = {
  standIn: TeamsStandIn;
  teams: TeamsPlatform;
  hosted: Hosted;
  host: Host;
  /** Where the bot takes activities. */
  url: string;
  ada: Person;
  ben: Person;
  team: string;
  forum: string;
  close: () => Promise<void>;
};

export type ADoorOptions = { standIn?: Partial<TeamsStandInOptions>; teams?: Partial<TeamsOptions> };

const loose: [number, number][] = [[10_000, 1]];

/** Starts a tenant with Ada, who has the bot, Ben, who is in the team that has it, and Cem, who is in neither; and the door to it. */
export async function aDoor(options: ADoorOptions = {}): Promise<ADoor> {
  const standIn = await startTeams({
    appId: APP,
    tenantId: TENANT,
    timing: { sends: [[1000, 1000]], looks: [[1000, 1000]], perSecond: 1000, settleMs: 1500 },
    ...options.standIn,
  });
  const ada = standIn.addUser({ aadObjectId: ADA, name: 'Ada Byron', email: 'ada@example.org', hasBot: true });
  const ben = standIn.addUser({ aadObjectId: BEN, name: 'Ben Ash', email: 'ben@example.org' });
  standIn.addUser({ aadObjectId: CEM, name: 'Cem Dal' });
  const team = standIn.addTeam({ name: 'Technicians', members: [ada.id, ben.id], hasBot: true });
  const forum = standIn.addChannel({ team: team.id, name: 'Forum' });
  const teams = teamsPlatform({
    appId: APP,
    password: 'a password for tests',
    tenant: TENANT,
    auth: 'on',
    forms: 'dialog',
    openIdUrl: standIn.openIdUrl,
    ...options.teams,
    serviceHosts: [standIn.host, ...(options.teams?.serviceHosts ?? [])],
    budgets: { perConversation: loose, perTenant: loose, perRoster: loose, ...options.teams?.budgets },
  });
  const server = createServer((incoming, response) => teams.listener(incoming, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  standIn.setBotUrl(url);
  const { hosted, host } = aHost();
  await teams.start(host);
  return {
    ...{ standIn, teams, hosted, host, url, team: team.id, forum: forum.id },
    ada: standIn.as(ADA),
    ben: standIn.as(BEN),
    close: async () => {
      await teams.stop();
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
      await standIn.close();
    },
  };
}

/** A form of these fields, at the page `form`. */
export const formReply = (form: Partial<Form> & Pick<Form, 'fields'>, more: Partial<Reply> = {}): Reply =>
  ({
    show: 'form',
    form: { title: 'A form', submit: 'Send', ...form },
    at: { word: 'form', ids: { pairing: 'p1' } },
    drawn: { 'pairing/p1': 3 },
    ...more,
  }) as Reply;

export const viewReply = (text: string, more: object = {}): Reply => ({
  show: 'view',
  view: { title: 'A page', parts: [{ part: 'text', text }], ...more },
  at: { word: 'page' },
});

/** Milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

export type Answer = { status: number; body: string; headers: Record<string, unknown> };

/** Any request to the bot. */
export function knock(
  url: string,
  body: string | Buffer,
  headers: Record<string, string>,
  method = 'POST',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, incoming => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(parts).toString(), headers: incoming.headers }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

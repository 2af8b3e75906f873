// Web API: the people of the workspace.
import { LIMITS } from '../limits.ts';
import { neededArg, pageOf, Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import type { User } from '../world.ts';
import { type Method, userNamed } from './method.ts';

/** Seconds a zone is ahead of UTC now. */
function offsetOf(zone: string): number {
  const written = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).format(new Date());
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}

/** A person as Slack describes them; the address only to apps with `users:read.email`. */
export function describedUser(ws: Workspace, user: User): Record<string, unknown> {
  const [first = '', ...rest] = user.realName.split(' ');
  return {
    id: user.id,
    team_id: ws.world.team.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    ...(user.deleted ? {} : { tz: user.tz, tz_label: user.tz, tz_offset: offsetOf(user.tz) }),
    profile: {
      title: user.title,
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      first_name: first,
      last_name: rest.join(' '),
      team: ws.world.team.id,
      ...(ws.scopes.has('users:read.email') && !user.isBot ? { email: user.email } : {}),
    },
    is_bot: user.isBot,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    updated: Math.floor(Date.now() / 1000),
  };
}

export const userMethods: Record<string, Method> = {
  'users.info': {
    scopes: ['users:read'],
    tier: 't4',
    run: (ws, args) => ({ user: describedUser(ws, userNamed(ws, neededArg(args, 'user'))) }),
  },
  'users.list': {
    scopes: ['users:read'],
    tier: 't2',
    run: (ws, args) => {
      const { page, next } = pageOf(Object.values(ws.world.users), args, LIMITS.listPage);
      return { members: page.map(user => describedUser(ws, user)), response_metadata: { next_cursor: next } };
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    tier: 't3',
    run: (ws, args) => {
      const email = neededArg(args, 'email').toLowerCase();
      const user = Object.values(ws.world.users).find(each => each.email.toLowerCase() === email && !each.deleted);
      if (!user) throw new Refusal('users_not_found');
      return { user: describedUser(ws, user) };
    },
  },
};

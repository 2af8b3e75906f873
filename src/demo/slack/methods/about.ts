// Web API: who am I, which workspace is this, and the socket to connect to.
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

export const aboutMethods: Record<string, Method> = {
  'auth.test': {
    scopes: [],
    tier: 'special',
    run: ({ world }) => ({
      url: `https://${world.team.domain}.slack.com/`,
      team: world.team.name,
      user: world.users[world.app.botUserId]?.name,
      team_id: world.team.id,
      user_id: world.app.botUserId,
      bot_id: world.app.botId,
      is_enterprise_install: false,
    }),
  },
  'team.info': {
    scopes: ['team:read'],
    tier: 't3',
    run: ({ world }) => ({ team: { ...world.team, email_domain: '', icon: { image_default: true } } }),
  },
  'apps.connections.open': {
    scopes: [],
    tier: 't3',
    token: 'app',
    run: ws => {
      if (!ws.world.app.installed) throw new Refusal('account_inactive');
      return { url: ws.url.replace(/^http/, 'ws') + ws.sockets.ticket() };
    },
  },
};

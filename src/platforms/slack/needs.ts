// What the Slack door needs of a workspace: the methods it calls and the events it hears, each with its scopes. The manifest is tested against these two lists.

/** Web API methods and the bot scopes they need. `apps.connections.open` takes the app-level token instead. */
export const METHODS = {
  'auth.test': [],
  'apps.connections.open': [],
  'views.open': [],
  'views.update': [],
  'views.publish': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  /** Only for the invitation; without the scope it stands unpinned. */
  'pins.add': ['pins:write'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  /** Only to look a message up after a doubtful attempt; not called with `lookup: 'off'`. */
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read', 'users:read.email'],
  /** Three calls of which two are methods. */
  filesUploadV2: ['files:write'],
} as const satisfies Record<string, readonly string[]>;

/** Events and the bot scopes they need. */
export const EVENTS = {
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  'message.im': ['im:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  user_change: ['users:read'],
} as const satisfies Record<string, readonly string[]>;

export type HeardEvent = keyof typeof EVENTS;

/** The name of the shortcut in Slack's own menu. */
export const SHORTCUT = 'mentor_open';

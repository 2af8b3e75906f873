// The manifest: Slack takes it as it is, and it asks for exactly what the code calls and listens to.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TOLD } from '../../../src/platforms/slack/happenings.ts';
import { EVENTS, METHODS, SHORTCUT } from '../../../src/platforms/slack/needs.ts';

const FOLDER = new URL('../../../src/platforms/slack/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(FOLDER).map(name => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const),
);
const source = Object.entries(files)
  .filter(([name]) => name !== 'needs.ts')
  .map(([, text]) => text)
  .join('\n');

const bounded = (most: number) => z.string().min(1).max(most);
// What Slack's own import takes, as far as we use it: lengths, names and switches; a key it does not know is refused.
const shape = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.int() }),
  display_information: z.strictObject({
    name: bounded(35),
    description: bounded(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: bounded(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: bounded(24),
          type: z.literal('global'),
          callback_id: z.literal(SHORTCUT),
          description: bounded(150),
        }),
      )
      .length(1),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z][a-z-]{0,30}$/),
          description: bounded(2000),
          usage_hint: bounded(1000),
          should_escape: z.literal(false),
        }),
      )
      .length(1),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const written = readFileSync(new URL('../../../manifests/slack.json', import.meta.url), 'utf8');
const manifest = shape.parse(JSON.parse(written));

/** The Web API methods that stand in the code, such as `views.open`. */
function called(): string[] {
  const found = source.matchAll(/\b(?:interactions|deliveries)\s*\.((?:[a-zA-Z]+\.)?[a-zA-Z0-9]+)\(/g);
  return [...new Set([...found].map(([, method]) => method ?? ''))].sort();
}

describe('the manifest', () => {
  it('has the shape and the lengths Slack takes', () => {
    expect(shape.safeParse(JSON.parse(written)).error).toBeUndefined();
  });

  it('names the command people type by default', () => {
    expect(manifest.features.slash_commands[0]?.command).toBe('/mentor');
  });

  it('subscribes to exactly the events the code hears', () => {
    const heard = new Set<string>([...TOLD, 'app_home_opened', 'message.im']);
    expect(Object.keys(EVENTS).sort()).toEqual([...heard].sort());
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual([...heard].sort());
  });

  it('the list of methods holds exactly those the code calls', () => {
    const listed = Object.keys(METHODS).filter(method => method !== 'apps.connections.open');
    expect(called()).toEqual(listed.sort());
    expect(source).toContain('SocketModeReceiver');
  });

  it('asks for exactly the scopes that these methods and events need', () => {
    const needed = new Set<string>([...Object.values(METHODS), ...Object.values(EVENTS)].flat());
    needed.add('commands');
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
  });
});

// What Slack sends to an app, field by field; sending and signing are up to door.ts.
import { randomInt } from 'node:crypto';
import type { Block, Element, Value, Values, View } from './shapes.ts';
import { valuesOf } from './values.ts';
import { asSent, type Channel, type KeptMessage, newId, type ShownView, type User, type World } from './world.ts';

/** Slack's old shared token; apps check the signature instead. */
const TOKEN = 'XXYYZZ';

const clockSeconds = (): string => `${Math.floor(Date.now() / 1000)}.${String(randomInt(1_000_000)).padStart(6, '0')}`;

const common = (world: World, user: User) => ({
  team: { id: world.team.id, domain: world.team.domain },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: world.app.id,
  token: TOKEN,
  user: { id: user.id, username: user.name, name: user.name, team_id: world.team.id },
});

/** The name of a channel as commands and interactions give it. */
const channelName = (channel: Channel): string =>
  ({ im: 'directmessage', mpim: channel.name, private: 'privategroup', public: channel.name })[channel.kind];

/** A typed command: plain form fields, all of them text. */
export function commandPayload(
  world: World,
  user: User,
  channel: Channel,
  typed: { command: string; text: string; trigger: string; responseUrl: string },
): Record<string, string> {
  return {
    token: TOKEN,
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: typed.command,
    text: typed.text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: typed.responseUrl,
    trigger_id: typed.trigger,
  };
}

/** A view as an app gets it, with what stands in its fields. */
export function viewWithState(shown: ShownView): View {
  return { ...shown.view, state: { values: valuesOf(shown.view.blocks, shown.typed) } };
}

export function submissionPayload(world: World, user: User, shown: ShownView, trigger: string) {
  return {
    type: 'view_submission',
    ...common(world, user),
    trigger_id: trigger,
    view: viewWithState(shown),
    response_urls: [],
  };
}

export function closedPayload(world: World, user: User, shown: ShownView, isCleared: boolean) {
  return { type: 'view_closed', ...common(world, user), view: viewWithState(shown), is_cleared: isCleared };
}

export function shortcutPayload(world: World, user: User, callbackId: string, trigger: string) {
  return {
    type: 'shortcut',
    ...common(world, user),
    callback_id: callbackId,
    trigger_id: trigger,
    action_ts: clockSeconds(),
  };
}

/** Where something was pressed: a view (window or home), or a message in a channel. */
export type Place =
  | { shown: ShownView }
  | { channel: Channel; message: KeptMessage; isEphemeral: boolean; responseUrl: string; values: Values };

function placeOf(place: Place) {
  if ('shown' in place) {
    const view = viewWithState(place.shown);
    return { container: { type: 'view', view_id: view.id }, view, state: view.state };
  }
  const { channel, message, isEphemeral, responseUrl, values } = place;
  return {
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: isEphemeral },
    channel: { id: channel.id, name: channelName(channel) },
    response_url: responseUrl,
    state: { values },
    // A message only one person sees cannot be fetched again, and is not sent along.
    ...(isEphemeral ? {} : { message: asSent(message) }),
  };
}

/** One press: a button, or a choice in a menu; `value` is what the element holds afterwards, if it holds anything. */
export function actionPayload(
  world: World,
  user: User,
  place: Place,
  pressed: { block: Block; element: Element; value: Partial<Value>; trigger: string },
) {
  const { block, element, value, trigger } = pressed;
  const { type, action_id, text, value: own, style, placeholder } = element;
  return {
    type: 'block_actions',
    ...common(world, user),
    trigger_id: trigger,
    ...placeOf(place),
    actions: [
      {
        type,
        action_id,
        block_id: block.block_id,
        text,
        value: own,
        style,
        placeholder,
        ...value,
        action_ts: clockSeconds(),
      },
    ],
  };
}

/** Somebody types into a search field that the app fills. */
export function suggestionPayload(
  world: World,
  user: User,
  place: Place,
  block: Block,
  element: Element,
  query: string,
) {
  const { state: _state, ...where } = placeOf(place);
  return {
    type: 'block_suggestion',
    ...common(world, user),
    ...where,
    action_id: element.action_id,
    block_id: block.block_id,
    value: query,
  };
}

/** The envelope of an event. */
export function eventPayload(world: World, event: Record<string, unknown>) {
  return {
    token: TOKEN,
    team_id: world.team.id,
    context_team_id: world.team.id,
    context_enterprise_id: null,
    api_app_id: world.app.id,
    event: { event_ts: clockSeconds(), ...event },
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

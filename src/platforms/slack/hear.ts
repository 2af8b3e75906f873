// Listens to Slack through Bolt and hands each deed on, acknowledged in time and never left hanging. What is answered: answer.ts, submission.ts.
import type { App } from '@slack/bolt';
import { errorKind, log } from '../../log.ts';
import { within } from '../within.ts';
import { answerInWindow, answerTrigger } from './answer.ts';
import { accountOf, type SlackDoor } from './door.ts';
import { drawNotice } from './draw-notice.ts';
import { guarded } from './guarded.ts';
import { hearEvents } from './hear-events.ts';
import { drawOption } from './options.ts';
import {
  type CommandBody,
  commandDeed,
  type PressBody,
  pressDeed,
  type ShortcutBody,
  type SuggestBody,
  shortcutDeed,
} from './payloads.ts';
import { fieldOf } from './read-answers.ts';
import { updateWindow, whisper } from './show.ts';
import { answerSent } from './submission.ts';
import { decodeWay } from './target.ts';
import { markOf, type SentWindow, typedIn, withNote } from './window.ts';
import { words } from './words.ts';

type Ack = (answer?: never) => Promise<void>;

async function oldButton(door: SlackDoor, body: PressBody): Promise<void> {
  if (body.view && body.view.type !== 'home') {
    await updateWindow(door, body.view.id, withNote(body.view, words.oldButton), body.view.hash);
    return;
  }
  const message = drawNotice({ text: words.oldButton }, door.team);
  await whisper(
    door,
    { user: body.user.id, ...(body.response_url ? { responseUrl: body.response_url } : {}) },
    message,
  );
}

async function pressed(door: SlackDoor, body: PressBody, ack: () => Promise<void>): Promise<void> {
  const action = body.actions[0];
  // A button that opens a web page, and choices inside a form: nothing to do.
  if (action?.type !== 'button' || !action.action_id?.startsWith('go:')) return ack();
  const way = decodeWay(action.value);
  if (!way) return ack().then(() => oldButton(door, body));
  const interaction = pressDeed(door, body, way.target);
  if (!door.once.first(interaction.op)) return ack();
  const user = body.user.id;
  const { view } = body;
  if (view && view.type !== 'home') {
    const mark = markOf(view);
    const before = mark ? { before: { at: mark.at, typed: typedIn(view, door.team) } } : {};
    return answerInWindow(door, { interaction, page: way.page, ...before }, view, user, ack);
  }
  await ack();
  const beside = body.response_url ? { responseUrl: body.response_url } : {};
  const spot = { user, ...beside, trigger: body.trigger_id, inWindow: view?.type === 'home' };
  return answerTrigger(door, { interaction, page: way.page }, spot);
}

async function commanded(door: SlackDoor, body: CommandBody): Promise<void> {
  const interaction = commandDeed(door, body);
  if (!door.once.first(interaction.op)) return;
  const beside = body.response_url ? { responseUrl: body.response_url } : {};
  await answerTrigger(
    door,
    { interaction },
    { user: body.user_id, ...beside, trigger: body.trigger_id, inWindow: false },
  );
}

async function shortcut(door: SlackDoor, body: ShortcutBody): Promise<void> {
  const interaction = shortcutDeed(door, body);
  if (!door.once.first(interaction.op)) return;
  await answerTrigger(door, { interaction }, { user: body.user.id, trigger: body.trigger_id, inWindow: true });
}

/** The names that fit what was typed so far; none when nobody can say in time. */
async function namesFor(door: SlackDoor, body: SuggestBody) {
  const mark = body.view ? markOf(body.view) : undefined;
  const field = fieldOf(body.block_id)?.name;
  if (!mark || field === undefined) return [];
  try {
    const asked = door.host.people(accountOf(door, body.user.id), mark.at, field, body.value);
    return ((await within(door.budgets.searchMs, asked)) ?? []).slice(0, 100).map(drawOption);
  } catch (error) {
    log('warn', 'slack.people', { kind: errorKind(error) });
    return [];
  }
}

/** Registers everything we listen to; each listener takes all there is of its kind, so that none is left unanswered. */
export function hear(app: App, door: SlackDoor, command: string): void {
  app.command(/.*/, ({ body, ack }) =>
    guarded(door, 'command', ack, async () => {
      await ack();
      await commanded(door, body as CommandBody);
    }),
  );
  app.action(/[\s\S]*/, ({ body, ack }) =>
    guarded(door, 'press', ack as Ack, () => pressed(door, body as unknown as PressBody, ack as Ack)),
  );
  app.shortcut(/.*/, ({ body, ack }) =>
    guarded(door, 'shortcut', ack as Ack, async () => {
      await (ack as Ack)();
      await shortcut(door, body as ShortcutBody);
    }),
  );
  app.view({ callback_id: /[\s\S]*/, type: 'view_submission' }, ({ body, ack }) =>
    guarded(door, 'submission', ack as Ack, async () => {
      const action = await answerSent(door, body.user.id, body.view as unknown as SentWindow);
      await (ack as (action: unknown) => Promise<void>)(action);
    }),
  );
  app.options(/[\s\S]*/, ({ body, ack }) =>
    guarded(door, 'names', ack as Ack, async () => {
      await ack({ options: await namesFor(door, body as unknown as SuggestBody) });
    }),
  );
  hearEvents(app, door, command);
}

// Listens to Slack's events: typed words, the home tab, and what happens around us. Bolt has acknowledged them before we see them.
import type { App } from '@slack/bolt';
import { answerDirect } from './answer.ts';
import { fitting } from './check.ts';
import { accountOf, type SlackDoor } from './door.ts';
import { drawHome } from './draw-view.ts';
import { guarded } from './guarded.ts';
import { happeningOf, type SlackEvent, TOLD } from './happenings.ts';
import { type HomeEvent, type TypedEvent, typedDeed } from './payloads.ts';
import { words } from './words.ts';

/** Draws somebody's home tab when they look at it; when it cannot be drawn, it says so. */
async function homeOpened(door: SlackDoor, { user, tab }: HomeEvent): Promise<void> {
  if (!user || (tab !== undefined && tab !== 'home')) return;
  const account = accountOf(door, user);
  const drawn = async () => {
    try {
      return fitting(drawHome(await door.host.home(account), door.team));
    } catch (error) {
      const { text } = door.host.sorry(error, `slack:home:${account}`);
      return drawHome({ title: words.bot, parts: [{ part: 'text', text }] }, door.team);
    }
  };
  await door.interactions.views.publish({ user_id: user, view: await drawn() });
}

async function typed(door: SlackDoor, event: TypedEvent, command: string): Promise<void> {
  const deed = typedDeed(door, event, command);
  if (!deed) return;
  const { user, ...interaction } = deed;
  if (door.once.first(interaction.op)) await answerDirect(door, { interaction }, user);
}

/** Registers all events we listen to. */
export function hearEvents(app: App, door: SlackDoor, command: string): void {
  const acked = async () => {};
  app.event('message', ({ event }) => guarded(door, 'typed', acked, () => typed(door, event as TypedEvent, command)));
  app.event('app_home_opened', ({ event }) => guarded(door, 'home', acked, () => homeOpened(door, event as HomeEvent)));
  for (const name of TOLD) {
    app.event(name, ({ event, body }) =>
      guarded(door, name, acked, async () => {
        const happening = happeningOf(event as unknown as SlackEvent, door);
        if (happening) await door.host.happened(happening, `slack:event:${body.event_id}`);
      }),
    );
  }
}

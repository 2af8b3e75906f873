// Web API: views.open, push, update and publish. The rules of the stack are in view-stack.ts.
import { type Args, neededArg, Refusal, textArg } from '../refusal.ts';
import type { View } from '../shapes.ts';
import { checkedView, publishHome, redraw, shownView, showView, stackOf } from '../view-stack.ts';
import type { Workspace } from '../workspace.ts';
import type { ShownView } from '../world.ts';
import { type Method, userNamed } from './method.ts';

/** A view as Slack answers it: what people typed is kept apart, so that the app does not learn it here. */
const answered = ({ view }: ShownView): { view: View } => ({ view });

function triggered(ws: Workspace, args: Args): { userId: string; trigger: string } {
  const trigger = neededArg(args, 'trigger_id');
  const read = ws.triggers.read(trigger);
  if ('error' in read) throw new Refusal(read.error);
  return { userId: read.userId, trigger };
}

function refuseConflict(args: Args, shown: ShownView | undefined): void {
  const hash = textArg(args, 'hash');
  if (hash !== undefined && hash !== shown?.view.hash) throw new Refusal('hash_conflict');
}

export const viewMethods: Record<string, Method> = {
  'views.open': {
    scopes: [],
    tier: 't4',
    run: (ws, args) => {
      const view = checkedView(args['view'], ['modal']);
      const { userId, trigger } = triggered(ws, args);
      const shown = showView(ws, userId, view, 'alone');
      ws.triggers.spend(trigger);
      return answered(shown);
    },
  },
  'views.push': {
    scopes: [],
    tier: 't4',
    run: (ws, args) => {
      const view = checkedView(args['view'], ['modal']);
      const { userId, trigger } = triggered(ws, args);
      if (stackOf(ws.world, userId).length === 0) throw new Refusal('not_found');
      const shown = showView(ws, userId, view, 'on top');
      ws.triggers.spend(trigger);
      return answered(shown);
    },
  },
  'views.update': {
    scopes: [],
    tier: 't4',
    run: (ws, args) => {
      const view = checkedView(args['view'], ['modal', 'home']);
      const shown = shownView(ws.world, { viewId: textArg(args, 'view_id'), externalId: textArg(args, 'external_id') });
      if (!shown || shown.view.type !== view.type) throw new Refusal('not_found');
      refuseConflict(args, shown);
      redraw(ws, shown, view);
      return answered(shown);
    },
  },
  'views.publish': {
    scopes: [],
    tier: 't4',
    run: (ws, args) => {
      const userId = neededArg(args, 'user_id');
      const view = checkedView(args['view'], ['home']);
      userNamed(ws, userId);
      refuseConflict(args, ws.world.homes[userId]);
      return answered(publishHome(ws, userId, view));
    },
  },
};

// The Teams AI library's part: it turns each activity over to the handler of its kind and gives the answer the shape Teams expects. What an activity means: take.ts.
// The guard has verified the sender before; the library itself verifies nothing here and calls nobody.
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import type { InvokeResponse, TaskModuleTaskInfo, TurnContext } from 'botbuilder';
import { type AuthenticateRequestResult, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import type { Activity } from './activity.ts';
import type { TeamsDoor } from './door.ts';
import type { Answered } from './guard.ts';
import { takeConsent, takeDialog, takeEvent, takeExecute, takeMessage } from './take.ts';

/** All calls go through connector.ts, which keeps to addresses and limits: what the library would call with is left empty. */
const noConnector = { create: async () => ({}) as ConnectorClient };

class VerifiedAdapter extends TeamsAdapter {
  constructor() {
    super({});
  }
  /** Hands over an activity whose sender is verified. What a handler throws rises. */
  async take(
    activity: Activity,
    appId: string,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const verified: AuthenticateRequestResult = {
      audience: '',
      callerId: '',
      claimsIdentity: new ClaimsIdentity([{ type: 'aud', value: appId }], true),
      connectorFactory: noConnector,
    };
    return this.processActivity(verified, activity as never, logic);
  }
}

type Context = TurnContext;
const activityIn = (context: Context): Activity => context.activity as unknown as Activity;
const isInvoke =
  (...names: string[]) =>
  async ({ activity }: Context): Promise<boolean> =>
    activity.type === 'invoke' && names.includes(activity.name ?? '');
const isExecute = async (context: Context): Promise<boolean> =>
  (await isInvoke('adaptiveCard/action')(context)) && context.activity.value?.action?.type === 'Action.Execute';

/** Registers a handler for each kind of activity; the first that fits takes it, so the one for all the rest comes last. */
function route(app: Application, door: TeamsDoor): void {
  const dialog = (inDialog: boolean) => async (context: Context) =>
    (await takeDialog(door, activityIn(context), inDialog)) as TaskModuleTaskInfo | string;
  app.taskModules.fetch(isInvoke('task/fetch'), dialog(false));
  app.taskModules.submit(isInvoke('task/submit'), dialog(true));
  app.adaptiveCards.actionExecute(isExecute, async context => (await takeExecute(door, activityIn(context))) as never);
  app.fileConsentAccept(context => takeConsent(door, activityIn(context)));
  app.fileConsentDecline(context => takeConsent(door, activityIn(context)));
  app.activity('message', context => takeMessage(door, activityIn(context)));
  app.activity(['installationUpdate', 'conversationUpdate'], context => takeEvent(door, activityIn(context)));
  // Without an answer Teams says that something went wrong.
  app.addRoute(
    async ({ activity }) => activity.type === 'invoke',
    async context => void (await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } })),
    true,
  );
}

/** What takes an activity and answers it; throws when a handler threw. */
export function makeTaker(door: TeamsDoor, appId: string): (activity: Activity) => Promise<Answered> {
  const adapter = new VerifiedAdapter();
  // Its typing signal is shared by all who write at once, and its memory by none: neither is of use here.
  const app = new Application({ adapter, botAppId: appId, startTypingTimer: false, removeRecipientMention: false });
  route(app, door);
  return async activity => {
    const answer = await adapter.take(activity, appId, async context => void (await app.run(context)));
    return answer && { status: answer.status, body: answer.body };
  };
}

// The way to the bot: signs and sends activities, waits as long as Teams does, asks again where a client would. What an answer means is up to dialogs.ts and presses.ts.
import { Agent, request } from 'node:http';
import type { Activity } from './activities.ts';
import type { ActivityKind, Faults } from './faults.ts';
import type { Keys } from './keys.ts';
import type { Timing } from './limits.ts';

/** What came back: an answer, nothing in time, or no connection. */
export type BotAnswer = { kind: 'answer'; status: number; body: string } | { kind: 'timeout' } | { kind: 'refused' };

export type Delivery = { activity: Activity; kind: ActivityKind; attempt: number; at: number; answer?: BotAnswer };

export type Door = {
  setBotUrl(url: string | undefined): void;
  /** Sends a message and waits until the bot has taken it in. */
  message(activity: Activity): Promise<BotAnswer>;
  /** Sends what a client waits for; asks again, up to the number of retries, when nothing comes in time. */
  invoke(activity: Activity): Promise<BotAnswer>;
  /** Sends an event in the background. */
  event(activity: Activity): void;
  /** Sends an activity as it stands, with this token. */
  raw(activity: unknown, authorization: string | undefined): Promise<BotAnswer>;
  /** Everything sent so far. */
  deliveries: Delivery[];
  /** Resolves when no event is under way any more. */
  quiet(): Promise<void>;
  close(): void;
};

/** Shorter than Node's servers keep an idle line, so that none breaks just when it is used again. */
const IDLE_MS = 2000;

type Sending = { url: string; body: string; headers: Record<string, string>; agent: Agent; ms: number };

function send({ url, body, headers, agent, ms }: Sending): Promise<BotAnswer> {
  return new Promise(resolve => {
    const outgoing = request(url, { method: 'POST', agent, headers }, incoming => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', () => end({ kind: 'refused' }));
      incoming.on('end', () =>
        end({ kind: 'answer', status: incoming.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      );
    });
    const timer = setTimeout(() => {
      end({ kind: 'timeout' });
      outgoing.destroy();
    }, ms);
    const end = (answer: BotAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    outgoing.on('error', () => end({ kind: 'refused' }));
    outgoing.end(body);
  });
}

type Parts = {
  keys: Keys;
  tenantId: string;
  timing: Timing;
  faults: Faults;
  later: (ms: number, act: () => void) => void;
};

/** A door for one bot. */
export function newDoor({ keys, tenantId, timing, faults, later }: Parts): Door {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: IDLE_MS });
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();
  let botUrl: string | undefined;
  let isClosed = false;

  const post = (activity: unknown, authorization: string | undefined, ms: number): Promise<BotAnswer> => {
    if (botUrl === undefined || isClosed) return Promise.resolve({ kind: 'refused' });
    const body = JSON.stringify(activity);
    const { conversation } = activity as Partial<Activity>;
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
      'x-ms-conversation-id': conversation?.id ?? '',
      'x-ms-tenant-id': tenantId,
      ...(authorization === undefined ? {} : { authorization }),
    };
    return send({ url: botUrl, body, headers, agent, ms });
  };

  const once = async (activity: Activity, kind: ActivityKind, attempt: number, ms: number): Promise<BotAnswer> => {
    const delivery: Delivery = { activity, kind, attempt, at: Date.now() };
    deliveries.push(delivery);
    if (deliveries.length > 20_000) deliveries.splice(0, 10_000);
    const token = keys.tokenFor(String(activity['serviceUrl']));
    delivery.answer = await post(activity, `Bearer ${token}`, ms);
    return delivery.answer;
  };

  const perhapsTwice = (activity: Activity, kind: ActivityKind, attempt: number, ms: number): Promise<BotAnswer> => {
    const twice = faults.takeTwice(kind);
    const first = once(activity, kind, attempt, ms);
    if (twice?.gapMs !== undefined) later(twice.gapMs, () => void once(activity, kind, attempt, ms));
    else if (twice) void once(activity, kind, attempt, ms);
    return first;
  };

  const invoke = async (activity: Activity): Promise<BotAnswer> => {
    for (let attempt = 0; ; attempt++) {
      const answer = await perhapsTwice(activity, 'invoke', attempt, timing.invokeMs);
      if (answer.kind !== 'timeout' || attempt >= timing.invokeRetries) return answer;
    }
  };

  return {
    deliveries,
    setBotUrl: url => {
      botUrl = url;
    },
    message: activity => perhapsTwice(activity, 'message', 0, timing.messageMs),
    invoke,
    event: activity => {
      const sent = perhapsTwice(activity, 'event', 0, timing.messageMs).finally(() => underWay.delete(sent));
      underWay.add(sent);
    },
    raw: (activity, authorization) => post(activity, authorization, timing.messageMs),
    quiet: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () => {
      isClosed = true;
      agent.destroy();
    },
  };
}

// Slack's rate limits as buckets that fill again with time; a call that finds its bucket empty is told how long to wait.
import { TIERS, type Tier, type Timing } from './limits.ts';

type Bucket = { tokens: number; at: number };

export type Rates = {
  /** Seconds to wait before trying again, or 0 when the call may go on. */
  waitFor(method: string, tier: Tier): number;
  /** The same for chat.postMessage: once per channel, once for the whole workspace. */
  waitForPost(channelId: string): number;
};

/** Full buckets for one workspace. */
export function newRates(timing: Timing): Rates {
  const buckets = new Map<string, Bucket>();
  const take = (name: string, capacity: number, perSecond: number): number => {
    const now = performance.now() / 1000;
    const bucket = buckets.get(name) ?? { tokens: capacity, at: now };
    buckets.set(name, bucket);
    bucket.tokens = Math.min(capacity, bucket.tokens + (now - bucket.at) * perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
    return 0;
  };
  return {
    waitFor: (method, tier) => {
      const perMinute = TIERS[tier] * timing.rateFactor;
      return take(method, Math.max(1, perMinute), perMinute / 60);
    },
    waitForPost: channelId =>
      take(`post ${channelId}`, timing.postBurst, timing.postsPerSecond) ||
      take('post', timing.postsPerMinute, timing.postsPerMinute / 60),
  };
}

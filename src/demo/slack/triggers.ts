// trigger_ids: good for one use within a few seconds, for the person who caused them.
import { randomBytes, randomInt } from 'node:crypto';

export type Triggers = {
  /** A new trigger for this person. */
  issue(userId: string): string;
  /** Whose it is, or why it is not good. A good one stays good until `spend`. */
  read(trigger: string): { userId: string } | { error: string };
  spend(trigger: string): void;
};

/** Triggers that live for so many milliseconds. */
export function newTriggers(livesMs: number): Triggers {
  const issued = new Map<string, { userId: string; until: number; spent: boolean }>();
  return {
    issue: userId => {
      const trigger = `${randomInt(1e12, 9e12)}.${randomInt(1e11, 9e11)}.${randomBytes(16).toString('hex')}`;
      issued.set(trigger, { userId, until: performance.now() + livesMs, spent: false });
      return trigger;
    },
    read: trigger => {
      const found = issued.get(trigger);
      if (!found) return { error: 'invalid_trigger_id' };
      if (found.spent) return { error: 'exchanged_trigger_id' };
      return performance.now() > found.until ? { error: 'expired_trigger_id' } : { userId: found.userId };
    },
    spend: trigger => {
      const found = issued.get(trigger);
      if (found) found.spent = true;
    },
  };
}

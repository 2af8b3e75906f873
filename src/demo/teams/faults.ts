// Faults on demand: what the next calls of the connector meet, and which activities reach the bot twice. Who carries them out: connector.ts and door.ts.

export type Fault =
  /** Refused in Microsoft's words, nothing done: a code of refusal.ts, or a bare status such as 503. */
  | { kind: 'code'; code: string; retryAfter?: number }
  | { kind: 'status'; status: number; retryAfter?: number }
  /** Everything works, but so much later. */
  | { kind: 'slow'; ms: number }
  /** Done as asked, then the line breaks before the answer; with `landsAfterMs` a post also becomes visible only later. */
  | { kind: 'cutAfterAccept'; landsAfterMs?: number }
  /** Done as asked, then answered with this status, as gateways do. */
  | { kind: 'statusAfterAccept'; status: number }
  /** Taken in, nothing done, never answered. */
  | { kind: 'noAnswer' }
  /** The line breaks at once, nothing done. */
  | { kind: 'refuse' }
  /** Answered at once, visible only later. */
  | { kind: 'lateLanding'; ms: number };

export type Operation =
  | 'send'
  | 'update'
  | 'delete'
  | 'create'
  | 'members'
  | 'pagedMembers'
  | 'member'
  | 'team'
  | 'channels'
  | 'token'
  | 'openid'
  | 'keys'
  | 'upload';
export type ActivityKind = 'message' | 'invoke' | 'event';
/** Without a gap both copies are under way at the same time; with one the second follows so much later. */
export type Twice = { gapMs?: number };

export type Faults = {
  /** The next `times` calls of this operation (or of any, '*') meet this fault; with `where`, only those in that conversation. */
  next(operation: Operation | '*', fault: Fault, times?: number, where?: string): void;
  /** The next `times` activities of this kind reach the bot twice. */
  duplicate(kind: ActivityKind, times?: number, how?: Twice): void;
  /** Forget all faults not met yet. */
  clear(): void;
  takeFor(operation: Operation, where: string): Fault | undefined;
  takeTwice(kind: ActivityKind): Twice | undefined;
};

/** A fresh set without any fault. */
export function newFaults(): Faults {
  let waiting: { operation: Operation | '*'; fault: Fault; left: number; where: string | undefined }[] = [];
  let twice: { kind: ActivityKind; how: Twice; left: number }[] = [];
  return {
    next: (operation, fault, times = 1, where) => void waiting.push({ operation, fault, left: times, where }),
    duplicate: (kind, times = 1, how = {}) => void twice.push({ kind, how, left: times }),
    clear: () => {
      waiting = [];
      twice = [];
    },
    takeFor: (operation, where) => {
      const found = waiting.find(
        each =>
          each.left > 0 &&
          (each.operation === operation || each.operation === '*') &&
          (each.where === undefined || where.startsWith(each.where)),
      );
      if (found) found.left--;
      return found?.fault;
    },
    takeTwice: kind => {
      const found = twice.find(each => each.left > 0 && each.kind === kind);
      if (found) found.left--;
      return found?.how;
    },
  };
}

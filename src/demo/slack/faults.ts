// Faults on demand: what the next calls of a Web API method meet, and which deliveries to the bot come twice. Who carries them out: web-api.ts and door.ts.

export type Fault =
  | { kind: 'status500' }
  | { kind: '429'; retryAfter: number }
  /** Everything works, but so much later. */
  | { kind: 'slow'; ms: number }
  /** Done as asked, then the line breaks before the answer; with `landsAfterMs` a post also becomes readable only later. */
  | { kind: 'cutAfterAccept'; landsAfterMs?: number }
  /** Taken in, nothing done, never answered. */
  | { kind: 'noAnswer' }
  /** The line breaks at once, nothing done. */
  | { kind: 'refuse' }
  /** Answered `ok: false` with this error, nothing done. */
  | { kind: 'error'; error: string }
  /** Answered at once, readable only later. */
  | { kind: 'lateLanding'; ms: number };

export type DeliveryKind = 'command' | 'interaction' | 'event';
/** Without a gap both copies are under way at the same time; with one the second follows so much later. */
export type Twice = { gapMs?: number };

export type Faults = {
  /** The next `times` calls of this method (or of any, '*') meet this fault. */
  next(method: string, fault: Fault, times?: number): void;
  /** The next `times` deliveries of this kind reach the bot twice. */
  duplicate(kind: DeliveryKind, times?: number, how?: Twice): void;
  /** Forget all faults not met yet. */
  clear(): void;
  takeFor(method: string): Fault | undefined;
  takeTwice(kind: DeliveryKind): Twice | undefined;
};

/** A fresh set without any fault. */
export function newFaults(): Faults {
  let waiting: { method: string; fault: Fault; left: number }[] = [];
  let twice: { kind: DeliveryKind; how: Twice; left: number }[] = [];
  return {
    next: (method, fault, times = 1) => void waiting.push({ method, fault, left: times }),
    duplicate: (kind, times = 1, how = {}) => void twice.push({ kind, how, left: times }),
    clear: () => {
      waiting = [];
      twice = [];
    },
    takeFor: method => {
      const found = waiting.find(each => each.left > 0 && (each.method === method || each.method === '*'));
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

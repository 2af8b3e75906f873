// What went wrong with a call to Teams, as far as it is known. What follows from it: refusals.ts.

type Facts = { status?: number; code: string; afterMs?: number; wasSent: boolean; cause?: unknown };

/** A call that did not end well. What Teams wrote about it is not kept: it may quote what we sent. */
export class CallError extends Error {
  override name = 'CallError';
  readonly status: number | undefined;
  readonly code: string;
  /** When Teams says it may be tried again. */
  readonly afterMs: number | undefined;
  /** False where for certain nothing left this machine. */
  readonly wasSent: boolean;
  constructor({ status, code, afterMs, wasSent, cause }: Facts) {
    super(code, { cause });
    this.status = status;
    this.code = code;
    this.afterMs = afterMs;
    this.wasSent = wasSent;
  }
}

// A room's door plate: the pages, letters, dates and jobs it answers to. Declared once as data; the engine does the rest.

import type { Due } from '../scheme/kind.ts';
import type { Person, Scheme } from '../scheme/kinds.ts';
import type { AnswersOf, Fields, Form } from './form.ts';
import type { Ids, Notice, View } from './notice.ts';
import type { Changes, Outcome } from './outcome.ts';
import type { Opened, Plan } from './plan.ts';
import type { Turn } from './turn.ts';

/** Who may be here; checked by the engine on every turn, never only by hiding a button. `member`: somebody the scheme knows. */
export type For = 'anyone' | 'member' | 'coordinator';

/**
 * A place in the bot, addressed by its word: it shows a form or a view, takes the form's answers, and carries out its buttons.
 * `show` never changes anything. All three see what the one plan opened.
 */
export type Page<P extends Plan = Plan, F extends Fields = Fields> = {
  /** What people type after the command (`register`), or a longer word only buttons lead to (`register.mentor`). */
  word: string;
  /** Other words people may type for it. Nothing leads to them, and they are not listed. */
  also?: readonly string[];
  for: For;
  /** For the short words that `help` lists: what it shows, in a line. */
  help?: string;
  /** Lists it only in schemes of which this is true; without it, in all. */
  listedIf?: (scheme: Scheme) => boolean;
  /** Which channels and accounts named in a form's answers (or, with ids, on the page) the engine shall look up before it decides. */
  checks?: (
    raw: Record<string, unknown>,
    ids: Ids,
    scheme: Scheme,
    found?: { open: Opened<P>; person: Person | undefined },
  ) => { channels?: string[]; accounts?: string[] };
  plan: (ids: Ids) => P;
  show: (turn: Turn<Opened<P>>, ids: Ids) => Form<F> | View;
  take?: (turn: Turn<Opened<P>>, ids: Ids, answers: AnswersOf<F>) => Outcome;
  press?: Record<string, (turn: Turn<Opened<P>>, ids: Ids) => Outcome>;
};

/** Delivery classes: what must arrive, what somebody waits for, what may wait. */
export type LetterClass = 'must' | 'answer' | 'nudge';

/** A letter, drawn when it is sent, with what is on record then. Undefined: no longer true, it vanishes. */
export type Letter<P extends Plan = Plan> = {
  name: string;
  class: LetterClass;
  plan: (ids: Ids) => P;
  /** The actor is the one who receives it. */
  draw: (turn: Turn<Opened<P>>, ids: Ids) => Notice | undefined;
};

/** What happens when something is due: `what` as a record's `dues` name it; the id of that record is `ids.id`. The decision must move or clear the due instant. */
export type DateRule<P extends Plan = Plan> = {
  what: Due['what'];
  plan: (ids: Ids) => P;
  decide: (turn: Turn<Opened<P>>, ids: Ids) => Changes | undefined;
};

/**
 * Work larger than a turn, in steps of at most 200 records. First `gather` reads page after page into a memory that lives in
 * this process only; then `compute` may be done in a worker thread; then `write` commits page after page. After a crash it
 * starts again at its last committed page, or gathers again.
 */
export type Job<G extends Plan = Plan, W extends Plan = Plan, Memory = unknown, Result = unknown> = {
  name: string;
  gather?: {
    plan: (ids: Ids, after: string | undefined) => G;
    start: () => Memory;
    /** Returns the memory and where to go on; undefined when all is read. */
    take: (turn: Turn<Opened<G>>, ids: Ids, memory: Memory) => { memory: Memory; after: string | undefined };
  };
  /** What the worker of `matching/` is asked; its answer goes to `write`. Without, the memory itself goes there. */
  compute?: (memory: Memory) => unknown;
  write: {
    plan: (ids: Ids, after: string | undefined, result: Result | undefined) => W;
    /** One page: changes, and where to go on; `after` undefined when it is done. */
    step: (
      turn: Turn<Opened<W>>,
      ids: Ids,
      result: Result,
      after: string | undefined,
    ) => { changes: Changes; after: string | undefined };
  };
};

export type Room = {
  name: string;
  pages: Page[];
  letters?: Letter[];
  dates?: DateRule[];
  jobs?: Job[];
};

/** Declares a page; its plan gives the types of what is open, its form the types of the answers. */
// biome-ignore lint/suspicious/noExplicitAny: the room's list holds pages of every shape; each is typed where it is declared
type Loose = any;
export const pageOf = <P extends Plan, F extends Fields>(page: Page<P, F>): Page => page as Loose;
export const letterOf = <P extends Plan>(letter: Letter<P>): Letter => letter as Loose;
export const dateOf = <P extends Plan>(rule: DateRule<P>): DateRule => rule as Loose;
export const jobOf = <G extends Plan, W extends Plan, Memory, Result>(job: Job<G, W, Memory, Result>): Job =>
  job as Loose;

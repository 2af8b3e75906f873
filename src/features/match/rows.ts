// Rows of a preview as one co-ordinator may see them, and as they are written out. Where they stand is in run-view.ts and left-view.ts.
import { type Button, open, type Part, row } from '../../conversation/notice.ts';
import type { Actor } from '../../conversation/turn.ts';
import { isClosedTo } from '../../scheme/access.ts';
import type { Pairing, Run, Scheme } from '../../scheme/kinds.ts';
import { isRunning } from '../../scheme/states.ts';
import { whySentence } from '../../scheme/why.ts';
import type { PairRow } from './kept.ts';
import { messages } from './messages.ts';
import { isPair, pairKey } from './pages.ts';

const words = messages.run;

/** Rows this co-ordinator may see; those naming themselves, or somebody who has them on their list, are for another (R17). */
export function visible<T extends Row>(rows: readonly T[], actor: Actor): { shown: T[]; hidden: number } {
  const me = { person: actor.person?.id, emailHash: actor.person?.emailHash ?? actor.emailHash };
  const concerns = ({ mentee, mentor, person, closedTo }: Row): boolean =>
    isClosedTo({ closedTo }, me) || (me.person !== undefined && [mentee, mentor, person].includes(me.person));
  const shown = rows.filter(one => !concerns(one));
  return { shown, hidden: rows.length - shown.length };
}
type Row = { mentee?: string; mentor?: string; person?: string; closedTo?: string[] | undefined };

export function hiddenPart(hidden: number): Part[] {
  return hidden > 0 ? [{ part: 'note', text: words.hidden(hidden) }] : [];
}

/** One pair with its reasons, and how it stands once it was released. */
export function pairPart(
  line: PairRow,
  run: Run,
  scheme: Scheme,
  more: { page: string; pairing: Pairing | undefined },
): Part {
  const why = whySentence(line.why, scheme, 'coordinator', words.noReasons);
  const name = words.pair(line.menteeName, line.mentorName);
  const isPreview = run.state === 'ready' && line.pairing === undefined;
  const tail = isPreview ? marks(line, run) : '';
  const standing = isPreview ? [] : ['\n', { italic: standingOf(line, run, more.pairing) }];
  return row([{ bold: `${name}${tail}` }, '\n', `${why}.`, ...standing], lookButton(line, run, more.page));
}

const lookButton = ({ mentee, mentor, pairing }: PairRow, run: Run, page: string): Button =>
  open(words.look1, 'match.pair', { run: run.id, page, mentee, mentor, ...(pairing ? { pairing } : {}) });

function marks({ mentee, mentor }: PairRow, run: Run): string {
  const isThis = isPair(mentee, mentor);
  return [
    run.locks.some(isThis) ? words.kept : '',
    run.removed.some(isThis) ? words.out : '',
    run.lines[pairKey(mentee, mentor)] === undefined ? '' : words.withLine,
  ].join('');
}

/** In plain words how a released pair stands; who said no is nobody's to read. */
export function standingOf({ pairing: id }: PairRow, run: Run, pairing: Pairing | undefined): string {
  const { standing } = words;
  if (id === undefined) return run.state === 'released' ? standing.skipped : words.states.releasing;
  return pairing ? standingIn(pairing) : standing.unknown;
}

/** How a proposal stands, or what became of it. */
export function standingIn(pairing: Pairing): string {
  const { standing } = words;
  if (isRunning(pairing.state)) return standing.running;
  switch (pairing.state) {
    case 'proposed':
    case 'mentee-yes':
    case 'not-formed':
      return standing[pairing.state];
    default:
      return standing.ended;
  }
}

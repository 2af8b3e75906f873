// The page of everybody left over by a run: the true reason in plain words, and what would help. For co-ordinators.
import { z } from 'zod';
import { pageOf } from '../../conversation/feature.ts';
import { buttons, note, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, via } from '../../conversation/plan.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Actor, Turn } from '../../conversation/turn.ts';
import type { Run, Scheme } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { callSentence } from './call-form.ts';
import type { LeftRow } from './kept.ts';
import { messages } from './messages.ts';
import * as more from './more-messages.ts';
import { pageNumber } from './pages.ts';
import { hiddenPart, visible } from './rows.ts';

const words = messages.left;

const leftPlan = (run: string, n: number) => ({
  run: one('run', run),
  page: one('runpage', via('run', 'stem', `-left-${n}`)),
  call: one('call', run),
});
type LeftTurn = Turn<Opened<ReturnType<typeof leftPlan>>>;

export const leftPage = pageOf({
  word: 'match.left',
  for: 'coordinator',
  plan: ids => leftPlan(ids['run'] ?? '', pageNumber(ids['page'])),
  show: (turn, ids) => leftView(turn, pageNumber(ids['page'])),
});

/** Who is missing, with the way to a call in the forum. */
function callParts(run: Run, scheme: Scheme, posted: boolean): Part[] {
  if (!run.call || run.state === 'dropped') return [];
  if (posted) return [text(more.call.posted)];
  return [text(callSentence(run.call, scheme)), buttons(open(more.call.button, 'match.call', { run: run.id }))];
}

function leftView({ open: opened, actor, scheme }: LeftTurn, page: number): View {
  const { run } = opened;
  if (!run) return { ...sentences.notHere(), back: { word: 'match' } };
  const back = { word: 'match.run', ids: { run: run.id } };
  if (run.state === 'preparing') return { title: words.title, parts: [text(messages.run.preparing)], back };
  const { shown, hidden } = visible(opened.page?.left ?? [], actor);
  const ids = (n: number) => ({ run: run.id, page: String(n) });
  const turner = [
    ...(page > 0 ? [open(messages.run.previous, 'match.left', ids(page - 1))] : []),
    ...(page + 1 < run.leftPages ? [open(messages.run.next, 'match.left', ids(page + 1))] : []),
  ];
  const nobody = shown.length === 0 && hidden === 0 ? [text(words.none)] : [];
  return {
    title: words.title,
    parts: [
      ...nobody,
      ...shown.map(row => personPart(row, actor)),
      ...hiddenPart(hidden),
      ...callParts(run, scheme, opened.call !== undefined),
      ...(run.state === 'ready' ? [buttons(open(more.whyNot.button, 'match.answers', { run: run.id }))] : []),
      ...(run.state === 'ready' && !run.earlier
        ? [
            note(messages.run.earlier),
            buttons(press(messages.run.allowEarlier, 'match.run', 'earlier', { run: run.id })),
          ]
        : []),
      ...(turner.length > 0 ? [buttons(...turner)] : []),
    ],
    back,
  };
}

function personPart(row: LeftRow, actor: Actor): Part {
  const help = helpOf(row, actor);
  return text([
    { bold: row.role === 'mentee' ? words.mentee(row.name) : words.mentor(row.name) },
    '\n',
    reasonInWords(row),
    ...(help === '' ? [] : ['\n', { italic: `${words.helps}${help}.` }]),
  ]);
}

const number = z.number().catch(0);
const counted = z.record(z.string(), z.number()).catch({});
const shape = z.object({
  kind: z
    .enum(['nobody-eligible', 'all-full', 'kept-free', 'all-served', 'not-ranked', 'ranked-none-reachable', 'late'])
    .catch('nobody-eligible'),
  considered: number,
  eligible: number,
  ruledOut: counted,
  short: z.object({ mentees: number, mentors: number, places: number }).optional().catch(undefined),
  relax: z.array(z.object({ rule: z.string(), opens: number, free: number })).catch([]),
});

const rules = ['excluded', 'removed', 'modes', 'slots', 'minimum'] as const;

/** A reason as it is kept, read back. */
export const readReason = (reason: Record<string, unknown>) => shape.parse(reason);

/** The true reason, in words. */
export function reasonInWords({ role, reason }: Pick<LeftRow, 'role' | 'reason'>): string {
  const { kind, considered, eligible, ruledOut, short } = shape.parse(reason);
  switch (kind) {
    case 'nobody-eligible': {
      if (considered === 0) return role === 'mentee' ? words.noMentors : words.noMentees;
      const because = rules.flatMap(rule => (ruledOut[rule] ? [words.ruledOut[rule](ruledOut[rule])] : []));
      return words.noneFits(words.considered[role](considered), inWords(because));
    }
    case 'all-full': {
      const group = short && short.mentees > 1 ? ` ${words.short(short.mentees, short.mentors, short.places)}` : '';
      return words.allFull(eligible) + group;
    }
    case 'kept-free':
      return words.keptFree(eligible);
    case 'all-served':
      return words.allServed(eligible);
    case 'not-ranked':
    case 'ranked-none-reachable':
      return words.notRanked;
    case 'late':
      return words.late;
  }
}

/** What would help, the most useful first; a mentor who is the reader, or is unknown by now, is not named. */
function helpOf({ reason, helpers }: LeftRow, actor: Actor): string {
  const names = (helpers ?? []).filter(one => one.name !== '' && one.person !== actor.person?.id).map(one => one.name);
  const { relax } = shape.parse(reason);
  const loosened = relax.flatMap(({ rule, opens }) =>
    rule === 'modes' || rule === 'slots' || rule === 'minimum' || rule === 'removed' ? [words.relax[rule](opens)] : [],
  );
  return [...(names.length > 0 ? [words.onePlace(names.join(' or '))] : []), ...loosened.slice(0, 2)].join('; or ');
}

// An agreement as the two read it: how it stands, what it says, what always holds, and what can be done with it.
import {
  type Button,
  buttons,
  heading,
  list,
  note,
  open,
  type Part,
  press,
  text,
  type View,
} from '../../conversation/notice.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import type { About } from './about.ts';
import { says } from './messages.ts';
import { inForce, type PartNumber, standing, stillOpen } from './rules.ts';
import { alwaysHolds, saidIn } from './terms.ts';

export const PART_NUMBERS: readonly PartNumber[] = [1, 2, 3, 4];
/** Written when it is wanted; not part of the first writing. */
const LATER: PartNumber = 4;

export type Seen = About & { zone: string; scheme: Scheme };

/** The day on which a version came into force, as one person reads it. */
export const agreedOn = (agreedAt: number, zone: string): string => sayDay(dayOf(agreedAt, zone));

/** How it stands, in a sentence or two. */
function standingParts({ mine, agreement, zone }: Seen): Part[] {
  const now = inForce(agreement);
  const draft = agreement?.draft;
  if (!draft) return [text(now ? says.inForce(agreedOn(now.agreedAt, zone), now.number) : says.nothing)];
  const other = mine.side === 'mentor' ? 'mentee' : 'mentor';
  const open_ = stillOpen(draft.terms).map(name => says.openNames[name] ?? name);
  const how = draft.confirmed.includes(mine.side)
    ? says.yours(mine.given)
    : draft.confirmed.includes(other)
      ? says.theirs(mine.given)
      : says.draft;
  return [
    text(how),
    ...(open_.length > 0 ? [text(says.openYet([inWords(open_)]))] : []),
    ...(now ? [note(says.stillCounts(agreedOn(now.agreedAt, zone)))] : []),
  ];
}

/** What it says, part by part; with a way to change each where it is being written. */
export function termParts(terms: Terms, change?: string): Part[] {
  return PART_NUMBERS.flatMap(part => {
    const said = saidIn(part, terms);
    if (said.length === 0 && (change === undefined || part === LATER)) return [];
    const ids = { pairing: change ?? '', part: String(part) };
    return [
      heading(says.partTitles[part] ?? ''),
      ...(said.length > 0 ? said.map(([label, value]) => text([{ bold: label }, '\n', value])) : [note(says.left)]),
      ...(change === undefined ? [] : [buttons(open(says.changePart, 'agreement.part', ids))]),
    ];
  });
}

export const alwaysParts = (workingTime: boolean): Part[] => [heading(says.alwaysHead), list(alwaysHolds(workingTime))];

/** What is to be done with a draft stands right below how it stands: a long page would hide it. */
function draftParts({ mine, agreement, isRunning }: Seen): Part[] {
  const draft = agreement?.draft;
  if (!draft || !isRunning) return [];
  const ids = { pairing: mine.pairing.id };
  const revision = String(agreement.revision);
  const confirm = press(says.confirm, 'agreement', 'confirm', { ...ids, revision }, 'primary');
  const goOn = open(says.goOn, 'agreement.part', { ...ids, part: '1' }, 'primary');
  const drop = { ...press(says.drop, 'agreement', 'drop', ids), confirm: says.dropAsk };
  const isMine = draft.confirmed.includes(mine.side);
  const own = isMine ? [] : [stillOpen(draft.terms).length === 0 ? confirm : goOn];
  const all = [...own, ...(inForce(agreement) ? [drop] : [])];
  return all.length > 0 ? [buttons(...all)] : [];
}

function buttonsFor({ mine, agreement, isRunning }: Seen): Button[] {
  const ids = { pairing: mine.pairing.id };
  const paper = press(says.paper, 'agreement', 'paper', ids);
  const versions = agreement?.versions.length ?? 0;
  const earlier = versions > 1 ? [open(says.earlier, 'agreement.versions', ids)] : [];
  const back = open(says.pair, 'pair', ids);
  const guide = open(says.guide, 'meeting.guide', ids);
  const kept = [...(versions > 0 ? [paper] : []), ...earlier];
  if (!isRunning) return [...kept, back];
  if (agreement?.draft) return [...kept, guide, back];
  const write = (label: string) => open(label, 'agreement.part', { ...ids, part: '1' });
  if (versions > 0) return [{ ...paper, style: 'primary' }, write(says.change), ...earlier, back];
  return [{ ...write(says.write), style: 'primary' }, guide, open(says.later, 'pair', ids)];
}

/** The page of an agreement; `said` is what has just happened. */
export function agreementView(seen: Seen, said?: string): View {
  const { mine, agreement, isRunning, scheme } = seen;
  const now = inForce(agreement);
  const hasText = agreement?.draft !== undefined || now !== undefined;
  const workingTime = agreement?.draft || !now ? scheme.workingTime : now.workingTime;
  return {
    title: says.title,
    parts: [
      ...(said ? [text(said)] : []),
      text(says.lead(mine.called)),
      ...(scheme.agreements || hasText ? standingParts(seen) : [text(says.off)]),
      ...draftParts(seen),
      ...(hasText ? termParts(standing(agreement), agreement?.draft && isRunning ? mine.pairing.id : undefined) : []),
      ...alwaysParts(workingTime),
      ...(hasText ? [] : [note(says.skipHint)]),
    ],
    buttons: scheme.agreements || hasText ? buttonsFor(seen) : [open(says.pair, 'pair', { pairing: mine.pairing.id })],
  };
}

// An agreement as the two read it: how it stands, what it says, what always holds, and what can be done with it.
import {
  type Button,
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

export const PART_NUMBERS: readonly PartNumber[] = [1, 2, 3];

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
    const title = says.partTitles[part] ?? '';
    const lead: Part =
      change === undefined
        ? heading(title)
        : {
            part: 'row',
            text: [{ bold: title }],
            button: open(says.changePart, 'agreement.part', { pairing: change, part: String(part) }),
          };
    if (said.length === 0 && change === undefined) return [];
    return [
      lead,
      ...(said.length > 0 ? said.map(([label, value]) => text([{ bold: label }, '\n', value])) : [note(says.left)]),
    ];
  });
}

export const alwaysParts = (workingTime: boolean): Part[] => [heading(says.alwaysHead), list(alwaysHolds(workingTime))];

function buttonsFor({ mine, agreement, isRunning, scheme }: Seen): Button[] {
  const ids = { pairing: mine.pairing.id };
  const paper = press(says.paper, 'agreement', 'paper', ids);
  const earlier = open(says.earlier, 'agreement.versions', ids);
  const versions = agreement?.versions.length ?? 0;
  const kept = [...(versions > 0 ? [paper] : []), ...(versions > 1 ? [earlier] : [])];
  const back = open(says.pair, 'pair', ids);
  if (!isRunning) return [...kept, back];
  const draft = agreement?.draft;
  const write = open(versions > 0 ? says.change : says.write, 'agreement.part', { ...ids, part: '1' });
  if (!draft && versions > 0) return [{ ...paper, style: 'primary' }, write, ...kept.slice(1), back];
  if (!draft)
    return [{ ...write, style: 'primary' }, open(says.guide, 'meeting.guide', ids), open(says.later, 'pair', ids)];
  const revision = String(agreement?.revision ?? 0);
  const isMine = draft.confirmed.includes(mine.side);
  const complete = stillOpen(draft.terms).length === 0;
  const confirm = press(says.confirm, 'agreement', 'confirm', { ...ids, revision }, 'primary');
  const drop = { ...press(says.drop, 'agreement', 'drop', ids), confirm: says.dropAsk };
  const goOn = open(says.goOn, 'agreement.part', { ...ids, part: '1' }, 'primary');
  return [
    ...(isMine ? [] : [complete ? confirm : goOn]),
    ...(versions > 0 ? [drop] : []),
    ...kept,
    ...(scheme.agreements ? [open(says.guide, 'meeting.guide', ids)] : []),
    back,
  ];
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
      ...(hasText ? termParts(standing(agreement), agreement?.draft && isRunning ? mine.pairing.id : undefined) : []),
      ...alwaysParts(workingTime),
      ...(hasText ? [] : [note(says.skipHint)]),
    ],
    buttons: scheme.agreements || hasText ? buttonsFor(seen) : [open(says.pair, 'pair', { pairing: mine.pairing.id })],
  };
}

// What two people agreed, as they read it: how it stands, what it says, what always holds, and what can be done with it.
import { agreedPartWord, agreedWord } from '../../conversation/agreed.ts';
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
import { addDays, dayOf, type Instant, sayDay } from '../../scheme/calendar.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import { type About, titleOf } from './about.ts';
import { says } from './messages.ts';
import { inForce, isChange, isWhole, standing, stillOpen } from './rules.ts';
import { alwaysHolds, partsOf, saidIn } from './terms.ts';

/** For how long after its day people who open it read that it is the time to look at it. */
const LOOK_DAYS = 28;

export type Seen = About & { zone: string; scheme: Scheme; now: Instant };

/** The day on which a version came into force, as one person reads it. */
export const agreedOn = (agreedAt: number, zone: string): string => sayDay(dayOf(agreedAt, zone));
const todayOf = ({ now, zone }: Seen): string => dayOf(now, zone);

/** How it stands, in a sentence or two. */
function standingParts(seen: Seen): Part[] {
  const { mine, agreement, zone } = seen;
  const now = inForce(agreement);
  const draft = agreement?.draft;
  if (!draft) return [text(now ? says.inForce(agreedOn(now.agreedAt, zone), now.number) : says.nothing)];
  const other = mine.side === 'mentor' ? 'mentee' : 'mentor';
  const open_ = stillOpen(agreement, todayOf(seen)).map(name => says.openNames[name] ?? name);
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

/** A new direction on the day on which the two wished to look at it, and for a while after (R42). */
function lookParts(seen: Seen): Part[] {
  const { mine, agreement, isRunning, scheme } = seen;
  const { direction, reviewOn } = inForce(agreement)?.terms ?? {};
  const today = todayOf(seen);
  const isNow = reviewOn !== undefined && reviewOn <= today && today <= addDays(reviewOn, LOOK_DAYS);
  if (!isRunning || agreement?.draft || !direction || !isNow) return [];
  const ids = { pairing: mine.pairing.id };
  return [
    text(says.lookNow),
    buttons(
      open(says.changeDirection, agreedPartWord(scheme), { ...ids, part: '4' }),
      open(says.notWorking, 'difficulty', ids),
    ),
  ];
}

/** What it says, part by part; with a way to change each where it is being written. */
export function termParts(terms: Terms, change?: { word: string; pairing: string }): Part[] {
  // A new direction and a later day are no part of the first writing of an agreement.
  const isAsked = (part: number): boolean => change !== undefined && part < 4;
  return partsOf(terms).flatMap(part => {
    const said = saidIn(part, terms);
    if (said.length === 0 && !isAsked(part)) return [];
    const ids = { pairing: change?.pairing ?? '', part: String(part) };
    return [
      heading(says.partTitles[part] ?? ''),
      ...(said.length > 0 ? said.map(([label, value]) => text([{ bold: label }, '\n', value])) : [note(says.left)]),
      ...(change === undefined ? [] : [buttons(open(says.changePart, change.word, ids))]),
    ];
  });
}

export const alwaysParts = (workingTime: boolean): Part[] => [heading(says.alwaysHead), list(alwaysHolds(workingTime))];

/** Where something is still open, its form is the one to go on with; a later day only where the scheme has it (R0). */
function partToGoOn(terms: Terms, { extensions }: Scheme): string | undefined {
  if (isWhole(terms)) return '1';
  return terms.direction ? '4' : extensions ? '5' : undefined;
}

/** What is to be done with a draft stands right below how it stands: a long page would hide it. */
function draftParts(seen: Seen): Part[] {
  const { mine, agreement, isRunning, scheme } = seen;
  const draft = agreement?.draft;
  if (!draft || !isRunning) return [];
  const ids = { pairing: mine.pairing.id };
  const word = agreedWord(scheme);
  const revision = String(agreement.revision);
  const confirm = press(says.confirm, word, 'confirm', { ...ids, revision }, 'primary');
  const part = partToGoOn(draft.terms, scheme);
  const goOn = part === undefined ? [] : [open(says.goOn, agreedPartWord(scheme), { ...ids, part }, 'primary')];
  const drop = { ...press(says.drop, word, 'drop', { ...ids, revision }), confirm: says.dropAsk };
  const isMine = draft.confirmed.includes(mine.side);
  const own = isMine ? [] : stillOpen(agreement, todayOf(seen)).length === 0 ? [confirm] : goOn;
  const all = [...own, ...(inForce(agreement) || !isWhole(draft.terms) ? [drop] : [])];
  return all.length > 0 ? [buttons(...all)] : [];
}

/** What can be written next, where nothing is being written: an agreement only where the scheme has them (R0). */
function writeButtons({ mine, agreement, scheme }: Seen): Button[] {
  const write = (label: string, part: string) =>
    open(label, agreedPartWord(scheme), { pairing: mine.pairing.id, part });
  const terms = inForce(agreement)?.terms ?? {};
  if (isWhole(terms)) return scheme.agreements ? [write(says.change, '1')] : [];
  return [
    ...(scheme.agreements ? [write(says.write, '1')] : []),
    ...(terms.direction ? [write(says.changeDirection, '4')] : []),
  ];
}

function buttonsFor(seen: Seen): Button[] {
  const { mine, agreement, isRunning, scheme } = seen;
  const ids = { pairing: mine.pairing.id };
  const word = agreedWord(scheme);
  const paper = press(says.paper, word, 'paper', ids);
  const versions = agreement?.versions.length ?? 0;
  const earlier = versions > 1 ? [open(says.earlier, `${word}.versions`, ids)] : [];
  const back = open(says.pair, 'pair', ids);
  // What to begin with is of use to an agreement, not to a later day or a new direction alone.
  const guide = agreement?.draft && isChange(agreement) ? [] : [open(says.guide, 'meeting.guide', ids)];
  const kept = [...(versions > 0 ? [paper] : []), ...earlier];
  if (!isRunning) return [...kept, back];
  if (agreement?.draft) return [...kept, ...guide, back];
  const [first, ...others] = writeButtons(seen);
  if (versions > 0) return [{ ...paper, style: 'primary' }, ...(first ? [first] : []), ...others, ...earlier, back];
  return [...(first ? [{ ...first, style: 'primary' as const }] : []), ...guide, open(says.later, 'pair', ids)];
}

/** The page of what two people agreed; `said` is what has just happened. */
export function agreementView(seen: Seen, said?: string): View {
  const { mine, agreement, isRunning, scheme } = seen;
  const now = inForce(agreement);
  const hasText = agreement?.draft !== undefined || now !== undefined;
  const workingTime = agreement?.draft || !now ? scheme.workingTime : now.workingTime;
  const terms = standing(agreement);
  const change = agreement?.draft && isRunning ? { word: agreedPartWord(scheme), pairing: mine.pairing.id } : undefined;
  return {
    title: titleOf(scheme, terms),
    parts: [
      ...(said ? [text(said)] : []),
      text(says.lead(mine.called)),
      ...(scheme.agreements || hasText ? standingParts(seen) : [text(says.off)]),
      ...draftParts(seen),
      ...lookParts(seen),
      ...(hasText ? termParts(terms, change) : []),
      ...alwaysParts(workingTime),
      ...(hasText ? [] : [note(says.skipHint)]),
    ],
    buttons: scheme.agreements || hasText ? buttonsFor(seen) : [open(says.pair, 'pair', { pairing: mine.pairing.id })],
  };
}

// What somebody did, from the activity that tells of it: who, where, which deed. Nothing in it is trusted but the sender, for whom Teams' signature stands.
import { createHash, randomUUID } from 'node:crypto';
import type { Target } from '../../conversation/notice.ts';
import type { Interaction } from '../platform.ts';
import { type Activity, withoutThread } from './activity.ts';
import type { Carried } from './carried.ts';
import { laneOf, type TeamsDoor } from './door.ts';
import type { Typed } from './standing.ts';

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

const inOrder = (record: Record<string, unknown>): unknown =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** Tells forms and pages apart that are drawn at different times. */
export const newNonce = (): string => randomUUID().slice(0, 13);

/** What an activity is known by: its own id, or what is in it. */
export const markOf = (activity: Activity): string =>
  `${withoutThread(activity.conversation.id)}:${activity.id ?? digest(activity)}`;

type Where = Pick<Interaction, 'place' | 'channel'>;

/** Where something was typed or pressed that stands in no dialog. */
export function whereOf(door: TeamsDoor, { conversation }: Activity): Where {
  if (conversation.conversationType !== 'channel') return { place: 'direct' };
  return { place: 'channel', channel: `${laneOf(door)}/${withoutThread(conversation.id)}` };
}

/** Words that somebody typed. */
export const typedDeed = (door: TeamsDoor, activity: Activity, account: string, text: string): Interaction => ({
  op: `teams:typed:${account}:${markOf(activity)}`,
  account,
  ...whereOf(door, activity),
  did: { what: 'word', text },
});

const placeOfTarget = ({ word, ids = {}, press = '' }: Target): unknown => [word, inOrder(ids), press];

/**
 * What tells repeats of a deed: of a page or form, what it was drawn with. A message has none: there the same button pressed again at once, with no
 * other in between, is a double click or the client's own second try.
 */
export function nonceOf(door: TeamsDoor, activity: Activity, account: string, carried: Carried): string {
  if (carried.nonce) return carried.nonce;
  const button = digest([withoutThread(activity.conversation.id), activity.replyToId, placeOfTarget(carried.go)]);
  const [lastButton, lastNonce] = door.pressed.get(account)?.split(' ') ?? [];
  if (lastButton === button && lastNonce) return lastNonce;
  const nonce = digest(markOf(activity));
  door.pressed.set(account, `${button} ${nonce}`);
  return nonce;
}

/** Somebody's deed with a button or form, and what tells its repeats. */
export type Done = { account: string; carried: Carried; nonce: string };

/** A pressed button that leads somewhere. */
export const pressDeed = ({ account, carried, nonce }: Done, where: Where): Interaction => ({
  op: `teams:pressed:${account}:${nonce}:${digest(placeOfTarget(carried.go))}`,
  account,
  ...where,
  did: { what: 'press', target: carried.go },
});

/** A sent form. The digest tells an edited second sending from a repeat. */
export function sentDeed({ account, carried, nonce }: Done, { answers }: Typed, where: Where): Interaction {
  const { press: _press, ...target } = carried.go;
  return {
    op: `teams:sent:${account}:${nonce}:${digest([placeOfTarget(target), inOrder(answers)])}`,
    account,
    ...where,
    did: { what: 'submit', target, answers, drawn: carried.drawn },
  };
}

/** Looks at a page, changing nothing. */
export const lookDeed = (account: string, { press: _press, ...target }: Target): Interaction => ({
  op: `teams:looked:${account}:${newNonce()}`,
  account,
  place: 'window',
  did: { what: 'press', target },
});

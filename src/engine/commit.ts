// Committing: what a room decided becomes one atomic step of the store, with list places, deliveries and history worked out from it.

import type { Target } from '../conversation/notice.ts';
import type { Changes, LetterOrder, Put } from '../conversation/outcome.ts';
import type { KindName } from '../scheme/kinds.ts';
import { laneOf } from '../scheme/lanes.ts';
import type { Commit, CommitAnswer, Delivery } from '../store/store.ts';
import type { Core } from './core.ts';
import { drawId } from './draw-ids.ts';
import type { Opening } from './open.ts';
import { encode, type Place, placesOf } from './records.ts';

/** What travels with a delivery: enough to draw it, nothing of what it will say. */
export type Payload = Pick<LetterOrder, 'letter' | 'ids' | 'place' | 'mode' | 'pin'> & {
  to: { person: string } | { account: string } | { channel: 'forum' | 'coordinators'; address: string };
};

type Lists = Commit['listed'];

/** From which lists a record goes and into which it comes. */
export function moved(before: Place[], after: Place[]): Lists {
  const spot = (place: Place) => `${place.list}\0${place.member}`;
  const kept = new Map(after.map(place => [spot(place), place]));
  const stood = new Map(before.map(place => [spot(place), place]));
  return {
    remove: before.filter(place => !kept.has(spot(place))).map(({ list, member }) => ({ list, member })),
    add: after.filter(place => stood.get(spot(place))?.score !== place.score),
  };
}

function deliveriesOf(core: Core, opening: Opening, op: string, orders: LetterOrder[]): Delivery[] {
  return orders.flatMap((order, n) => {
    const letter = core.letters.get(order.letter);
    if (!letter) throw new Error(`no room draws the letter "${order.letter}"`);
    const base = order.id ?? `${drawId(op, 'letter')}.${n}`;
    const common = {
      class: letter.class,
      replace: order.id !== undefined,
      ...(order.notBefore === undefined ? {} : { notBefore: order.notBefore }),
    };
    const payload = (to: Payload['to']): string => {
      const parcel: Payload = {
        letter: order.letter,
        ids: order.ids,
        to,
        mode: order.mode ?? 'post',
        ...(order.place ? { place: order.place } : {}),
        ...(order.pin ? { pin: order.pin } : {}),
      };
      return JSON.stringify(parcel);
    };
    if ('person' in order.to) {
      return [
        {
          ...common,
          id: base,
          lane: 'people',
          gate: `person:${order.to.person}`,
          gateMs: core.timing.gateMs,
          payload: payload(order.to),
        },
      ];
    }
    if ('account' in order.to) {
      return [
        {
          ...common,
          id: base,
          lane: laneOf(order.to.account),
          gate: `account:${order.to.account}`,
          gateMs: core.timing.gateMs,
          payload: payload(order.to),
        },
      ];
    }
    const { channel, lane } = order.to;
    const all = channel === 'forum' ? opening.scheme.forum : opening.scheme.alerts;
    const addresses = lane === undefined ? all : all.filter(address => laneOf(address) === lane);
    const posting = (order.mode ?? 'post') === 'post';
    return addresses.map((address, k) => ({
      ...common,
      id: k === 0 ? base : `${base}@${k}`,
      lane: laneOf(address),
      gate: `${posting ? 'channel' : 'update'}:${address}`,
      gateMs: posting ? core.timing.gateMs : core.timing.updateGateMs,
      payload: payload({ channel, address }),
    }));
  });
}

const keyOf = (put: Put): string => `${put.kind}/${(put.value as { id: string }).id}`;

/** The one atomic step. Throws when a room writes what it may not or the same record twice: that is our mistake, not a person's. */
export function commitOf(
  core: Core,
  opening: Opening,
  op: string,
  by: string,
  changes: Changes,
  answer: Target | undefined,
): Commit {
  const jobs = (changes.jobs ?? []).map(
    order =>
      ({
        kind: 'job',
        value: { id: order.id, job: order.job, ids: order.ids, state: 'waiting', step: 0, at: opening.now },
      }) as Put,
  );
  const puts = [...(changes.put ?? []), ...jobs];
  const listed: Lists = { add: [], remove: [] };
  const checks = new Map<string, number>();
  for (const item of puts) {
    const key = keyOf(item);
    if (checks.has(key)) throw new Error(`two writes to ${key} in one turn`);
    const held = opening.held.get(key);
    if (held?.hidden) throw new Error(`a write to ${key}, which this reader may not open`);
    checks.set(key, held?.version ?? 0);
    const change = moved(
      held ? placesOf(item.kind, held.value as never) : [],
      placesOf(item.kind, item.value as never),
    );
    listed.add.push(...change.add);
    listed.remove.push(...change.remove);
  }
  const deletes = (changes.erase ?? []).map(({ kind, id }) => {
    const key = `${kind}/${id}`;
    const held = opening.held.get(key);
    if (!held || held.hidden) throw new Error(`${key} is erased without having been opened`);
    checks.set(key, held.version);
    listed.remove.push(
      ...placesOf(kind as KindName, held.value as never).map(({ list, member }) => ({ list, member })),
    );
    return key;
  });
  for (const [key, version] of opening.basis) if (!checks.has(key)) checks.set(key, version);
  return {
    op: { id: op, answer: JSON.stringify(answer ?? null) },
    checks: [...checks].map(([key, version]) => ({ key, version })),
    writes: puts.map(item => ({
      key: keyOf(item),
      json: encode(item.kind, item.value as never, core.vault, core.known),
    })),
    deletes,
    listed,
    counts: changes.count ?? [],
    deliveries: deliveriesOf(core, opening, op, changes.letters ?? []),
    cancel: changes.cancel ?? [],
    history: (changes.history ?? []).map(entry => ({ at: opening.now, by, what: entry.what, about: entry.about, op })),
  };
}

/** Commits, and wakes whoever delivers. */
export async function carryOut(core: Core, commit: Commit): Promise<CommitAnswer> {
  const answer = await core.store.commit(commit);
  if (answer.result === 'done' && (commit.deliveries.length > 0 || commit.listed.add.length > 0)) core.wake();
  return answer;
}

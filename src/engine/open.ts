// Opening: a room's plan becomes the store's steps, and what comes back is parsed, checked against the reader, and sealed where the plan says so.

import { myAccount, type Plan, type Step } from '../conversation/plan.ts';
import type { AccountFacts, Actor, ChannelFacts, Profile, Turn } from '../conversation/turn.ts';
import { mayRead, type Reader } from '../scheme/access.ts';
import type { Instant } from '../scheme/calendar.ts';
import { addressOf, coordinatorsBut } from '../scheme/coordinators.ts';
import type { KindName, Person, RecordOf, Scheme } from '../scheme/kinds.ts';
import { seal } from '../scheme/sealed.ts';
import type { OpenAnswer, RawStep, Stored } from '../store/store.ts';
import type { Core } from './core.ts';
import { drawId, drawOrder } from './draw-ids.ts';
import { decode } from './records.ts';

/** On whose behalf: an account, a person (a letter's receiver), a channel of ours, or the clock. */
export type Who =
  | { account: string; emailHash?: string }
  | { person: string }
  | { channel: 'forum' | 'coordinators' }
  | { clock: true };

/** Everything one turn has opened; `held` remembers versions and old values for the commit. */
export type Opening = {
  me: Person | undefined;
  scheme: Scheme;
  coordinator: boolean;
  reader: Reader;
  open: Record<string, unknown>;
  held: Map<string, { version: number; value: unknown; hidden: boolean }>;
  /** Keys of single records the decision rests on (0: was not there). */
  basis: Map<string, number>;
  more: Record<string, string | undefined>;
  now: Instant;
  machineNow: Instant;
  /** What `Turn.hash` gives. */
  hash: (plain: string) => string;
};

const OWN = ['~account', 'me', '~scheme'];

function stepsFor(who: Who, plan: Plan, schemeVersion: number | undefined): RawStep[] {
  const steps: RawStep[] = [];
  if ('account' in who) {
    steps.push({ name: '~account', kind: 'account', source: { ids: [who.account] } });
    steps.push({ name: 'me', kind: 'person', source: { via: { step: '~account', field: 'person' } } });
  } else if ('person' in who) {
    steps.push({ name: 'me', kind: 'person', source: { ids: [who.person] } });
  }
  const known = schemeVersion === undefined ? {} : { known: { scheme: schemeVersion } };
  steps.push({ name: '~scheme', kind: 'scheme', source: { ids: ['scheme'] }, ...known });
  for (const [name, step] of Object.entries(plan)) {
    steps.push('counts' in step ? { name, counts: step.counts } : { name, kind: step.kind, source: step.source });
  }
  return steps;
}

function schemeFrom(core: Core, stored: Stored | undefined): Scheme {
  if (!stored) throw new Error('the store holds no scheme yet');
  if (stored.json !== '') core.scheme = { version: stored.version, value: decode('scheme', stored, core.vault) };
  if (!core.scheme) throw new Error('the scheme was not sent');
  return core.scheme.value;
}

/** The plan with the actor's own account where it says `myAccount`. */
function bound(plan: Plan, who: Who): Plan {
  if (!('account' in who)) return plan;
  const steps = Object.entries(plan).map(([name, step]): [string, Plan[string]] => {
    if ('counts' in step || !('ids' in step.source)) return [name, step];
    const ids = step.source.ids.map(id => (id === myAccount ? who.account : id));
    return [name, { ...step, source: { ids } }];
  });
  return Object.fromEntries(steps);
}

/** Of somebody who is no person of the scheme: what their directory says, or, of a co-ordinator, what it said before. */
const addressIn = (who: Who, scheme: Scheme): string | undefined =>
  'account' in who ? (who.emailHash ?? addressOf(scheme, who.account)) : undefined;

/** Opens a plan in one round trip. */
export async function openPlan(core: Core, who: Who, asked: Plan): Promise<Opening> {
  const plan = bound(asked, who);
  const answer = await core.store.open(stepsFor(who, plan, core.scheme?.version));
  const held: Opening['held'] = new Map();
  const scheme = schemeFrom(core, answer.records['~scheme']?.[0]);
  held.set('scheme/scheme', { version: core.scheme?.version ?? 0, value: scheme, hidden: false });
  const mine = answer.records['me']?.[0];
  const me = mine && decode('person', mine, core.vault);
  if (mine) held.set(mine.key, { version: mine.version, value: me, hidden: false });
  const accounts = 'account' in who ? [who.account] : (me?.accounts ?? []);
  const coordinator =
    accounts.some(account => scheme.coordinators.includes(account)) ||
    (me?.accounts ?? []).some(account => scheme.coordinators.includes(account));
  const reader: Reader = {
    person: me?.id,
    account: 'account' in who ? who.account : undefined,
    emailHash: me?.emailHash ?? addressIn(who, scheme),
    coordinator,
    others: coordinator ? coordinatorsBut(scheme, [...accounts, ...(me?.accounts ?? [])]) : [],
    channel: 'channel' in who ? who.channel : undefined,
    clock: 'clock' in who,
  };
  const opening: Opening = {
    me,
    scheme,
    coordinator,
    reader,
    held,
    open: {},
    basis: new Map(),
    more: answer.more,
    now: answer.storyNow,
    machineNow: answer.machineNow,
    // Apart from every other use of the key: what a room may have hashed is never an address or a ticket.
    hash: plain => core.vault.hash(`room:${plain}`),
  };
  for (const [name, step] of Object.entries(plan)) fill(core, opening, name, step, answer);
  return opening;
}

function fill(core: Core, opening: Opening, name: string, step: Plan[string], answer: OpenAnswer): void {
  if (OWN.includes(name)) throw new Error(`a plan may not name a step "${name}"`);
  if ('counts' in step) {
    opening.open[name] = answer.counts[name] ?? {};
    return;
  }
  const shown = (answer.records[name] ?? [])
    .map(stored => take(core, opening, step, stored))
    .filter(value => value !== undefined);
  opening.open[name] = step.many ? shown : shown[0];
  if (step.many || step.kind === 'person') return;
  if ('ids' in step.source)
    for (const id of step.source.ids)
      opening.basis.set(`${step.kind}/${id}`, opening.held.get(`${step.kind}/${id}`)?.version ?? 0);
  for (const stored of answer.records[name] ?? []) opening.basis.set(stored.key, stored.version);
}

function take(core: Core, opening: Opening, step: Step, stored: Stored): unknown {
  const value = decode(step.kind, stored, core.vault) as RecordOf<KindName>;
  const readable = step.sealed || mayRead(step.kind, value as never, opening.reader);
  const before = opening.held.get(stored.key);
  opening.held.set(stored.key, { version: stored.version, value, hidden: !readable && (before?.hidden ?? true) });
  if (!readable) return undefined;
  return step.sealed ? seal(step.kind, value as never) : value;
}

/** The turn a room decides upon. */
export function turnOf(
  opening: Opening,
  op: string,
  more: {
    account: string;
    place?: Turn['place'];
    drawn?: Record<string, number>;
    profile?: Profile | undefined;
    emailHash?: string | undefined;
    twin?: Actor['twin'];
    channels?: Record<string, ChannelFacts>;
    accounts?: Record<string, AccountFacts>;
    elsewhere?: readonly string[];
  },
): Turn<never> {
  const { account, drawn = {} } = more;
  const emailHash = more.emailHash ?? (opening.me ? undefined : opening.reader.emailHash);
  const turn: Turn<unknown> = {
    now: opening.now,
    actor: {
      account,
      coordinator: opening.coordinator,
      ...(opening.me ? { person: opening.me } : {}),
      ...(more.profile ? { profile: more.profile } : {}),
      ...(emailHash ? { emailHash } : {}),
      ...(more.twin ? { twin: more.twin } : {}),
    },
    scheme: opening.scheme,
    open: opening.open,
    id: what => drawId(op, what),
    hash: opening.hash,
    order: items => drawOrder(op, items),
    changed: (kind, id) => {
      const then = drawn[`${kind}/${id}`];
      return then !== undefined && then !== (opening.held.get(`${kind}/${id}`)?.version ?? 0);
    },
    place: more.place ?? 'none',
    more: opening.more,
    channels: more.channels ?? {},
    accounts: more.accounts ?? {},
    elsewhere: more.elsewhere ?? [],
  };
  return turn as Turn<never>;
}

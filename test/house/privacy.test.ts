// Every answer lands where its field says, and nowhere else: each field of every form gets a marked answer, sent through the real engine on a real store, and the mark is looked for in every record, the outbox, the history, the operations and the log.
import { beforeAll, expect, test } from 'vitest';
import type { Field, Fields, Form } from '../../src/conversation/form.ts';
import type { Button, Part } from '../../src/conversation/notice.ts';
import type { Changes, Put } from '../../src/conversation/outcome.ts';
import { put } from '../../src/conversation/outcome.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { makeCore } from '../../src/engine/core.ts';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import { openPlan } from '../../src/engine/open.ts';
import { decode, encode } from '../../src/engine/records.ts';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import type { RawAnswer, Reply } from '../../src/platforms/platform.ts';
import { type KindName, kinds } from '../../src/scheme/kinds.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { ids, longPerson, longScheme, NOW, variants } from './world.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const pages = rooms.flatMap(room => room.pages);
const logged: string[] = [];
beforeAll(() => setLog('debug', line => logged.push(line)));

const DAY = 86_400_000;
const person = (id: string): Put => put('person', { ...longPerson(id), mention: false });
const account = (id: string): Put => put('account', { id: `slack/T1/U${id}`, person: id });
const registration = (role: 'mentor' | 'mentee', state: string, more: object = {}): Put => {
  const found = variants.registration().find(one => one.role === role && one.state === state);
  if (!found) throw new Error(`no registration ${role} ${state}`);
  return put('registration', { ...found, ...more });
};
const pairing = (state: string, more: object = {}): Put =>
  put('pairing', { ...variants.pairing().find(one => one.state === state)!, ...more } as never);
const people = ['M1', 'E1', 'C1', 'E2'].flatMap(id => [person(id), account(id)]);
const cards = variants.card().map(card => put('card', card));
const casefiles = variants.casefile().map(file => put('casefile', file));
const notebooks = ['M1', 'E1', 'C1'].map(id => put('notebook', { id, person: id, drafts: {}, reviews: {}, exits: {} }));
const papers = variants.papers().map(one => put('papers', one));
const planned = put('meeting', { ...variants.meeting()[0]!, id: 'K1', state: 'planned', at: NOW + DAY, offeredTo: [] });
const inquiry = variants.inquiry().map(one => put('inquiry', one));
const run = [put('run', variants.run().find(one => one.state === 'ready')!), put('runpage', variants.runpage()[0]!)];
const logentries = variants.logentry().map(one => put('logentry', one));
const asked = variants
  .evaluation()
  .filter(({ id, role }) => (role === 'mentor') === (id === 'P1-M1'))
  .map(one => put('evaluation', one));
const base = [...people, ...notebooks, ...logentries, ...inquiry, ...run];

/** Situations in which people meet forms. */
const situations: Record<string, Put[]> = {
  'nobody has registered': [...people, ...notebooks.slice(2)],
  waiting: [...base, ...cards, ...casefiles, registration('mentor', 'submitted'), registration('mentee', 'submitted')],
  'asked something': [
    ...base,
    ...cards,
    ...casefiles,
    registration('mentor', 'more-info'),
    registration('mentee', 'more-info'),
  ],
  'training to do': [
    ...base,
    ...cards,
    ...casefiles,
    registration('mentor', 'accepted'),
    registration('mentee', 'accepted'),
  ],
  'training claimed': [
    ...base,
    ...cards,
    ...casefiles,
    registration('mentor', 'accepted', { training: 'claimed' }),
    registration('mentee', 'accepted', { training: 'claimed' }),
  ],
  'in the pool': [
    ...base,
    ...cards,
    ...casefiles,
    registration('mentor', 'available'),
    registration('mentee', 'available'),
  ],
  proposed: [
    ...base,
    ...cards,
    ...casefiles,
    ...papers,
    registration('mentor', 'available'),
    registration('mentee', 'full'),
    pairing('proposed'),
  ],
  'mentee said yes': [
    ...base,
    ...cards,
    ...casefiles,
    ...papers,
    registration('mentor', 'available'),
    registration('mentee', 'full'),
    pairing('mentee-yes'),
  ],
  introduced: [
    ...base,
    ...cards,
    ...casefiles,
    ...papers,
    registration('mentor', 'available'),
    registration('mentee', 'full'),
    pairing('introduced', { met: 0 }),
  ],
  running: [
    ...base,
    ...cards,
    ...casefiles,
    ...papers,
    planned,
    put('objective', { ...variants.objective()[0]!, evidence: [], comments: [] }),
    registration('mentor', 'available'),
    registration('mentee', 'full'),
    pairing('active', { plannedAt: NOW + DAY, plannedMeeting: 'K1' }),
    ...asked,
  ],
  ended: [
    ...base,
    ...cards,
    ...casefiles,
    ...papers,
    registration('mentor', 'resting'),
    registration('mentee', 'resting'),
    pairing('ended-early', { notice: 'held', noticeTo: 'M1', endedAt: NOW, endedBy: 'E1', lastDay: '2026-11-23' }),
    put('exit', variants.exit()[0]!),
  ],
};
const eventIn = (state: string, more: object = {}): Put =>
  put('event', { ...variants.event().find(one => one.state === state)!, ...more } as never);
const atEvent = (person: string, role: 'mentor' | 'mentee'): Put =>
  put('signup', {
    ...variants.signup().find(one => one.person === person && one.attended)!,
    id: `${person}-V1`,
    role,
    toldAt: undefined,
  });
const eventPeople = [
  ...base,
  ...cards,
  ...casefiles,
  registration('mentor', 'available'),
  registration('mentee', 'available'),
  atEvent('M1', 'mentor'),
  atEvent('E1', 'mentee'),
];
Object.assign(situations, {
  'an event ahead': [...eventPeople, eventIn('planned', { endsAt: NOW + 2 * DAY })],
  'after an event': [...eventPeople, eventIn('over', { endsAt: NOW - DAY, closedAt: undefined })],
});
const sessionIn = (more: object): Put =>
  put('session', {
    ...variants.session().find(one => one.what === 'both' || one.what === 'mentor')!,
    ...more,
  } as never);
const bookingFor = (person: string, more: object): Put =>
  put('booking', { id: `${person}-S1`, session: 'S1', person, state: 'in', at: NOW - DAY, ...more });
const entry = (person: string, state: 'waiting' | 'shown'): Put =>
  put('contribution', { ...variants.contribution().find(one => one.person === person)!, state });
Object.assign(situations, {
  'a session ahead': [...eventPeople, sessionIn({ state: 'planned', at: NOW + DAY, endsAt: NOW + 2 * DAY })],
  'at a session': [
    ...eventPeople,
    sessionIn({ state: 'planned', at: NOW - 1000, endsAt: NOW + DAY }),
    bookingFor('E1', {}),
    bookingFor('M1', { came: 'all' }),
  ],
  'after a session': [...eventPeople, sessionIn({ state: 'over', at: NOW - DAY }), bookingFor('E1', { came: 'all' })],
  'something in the forum': [...eventPeople, entry('E1', 'shown'), put('story', variants.story()[0]!)],
  'something waits for the forum': [...eventPeople, entry('E1', 'waiting')],
});
const actors = ['slack/T1/UM1', 'slack/T1/UE1', 'slack/T1/UC1', 'slack/T1/UNEW'];

async function world(records: Put[]): Promise<{ store: Store; engine: Engine }> {
  const store = await openSqlite({ file: ':memory:', scheme: 'main', now: () => NOW });
  const scheme = longScheme();
  const blank = {
    checks: [],
    writes: [],
    deletes: [],
    listed: { add: [], remove: [] },
    counts: [],
    deliveries: [],
    cancel: [],
    history: [],
  };
  await store.commit({
    ...blank,
    op: { id: 'found', answer: 'null' },
    writes: [{ key: 'scheme/scheme', json: encode('scheme', scheme, vault) }],
  });
  const core = makeCore({ store, vault, rooms, platforms: [] });
  const opening = await openPlan(core, { clock: true }, {});
  const changes: Changes = { put: records };
  await store.commit(commitOf(core, opening, 'world', 'test', changes, undefined));
  const engine = makeEngine({
    store,
    vault,
    rooms,
    platforms: [],
    worker: new URL('../../src/matching/worker.ts', import.meta.url),
    // What is in a file goes to whoever asked for it, and stays nowhere.
    makeFile: async ({ name }) => ({ name, type: 'text/plain', bytes: new Uint8Array() }),
  });
  return { store, engine };
}

type Mark = { mark: string; page: string; name: string; field: Field };

function answerTo(field: Field, mark: string): RawAnswer {
  switch (field.kind) {
    case 'text':
      return [...`${mark} ${'and more words '.repeat(4)}`].slice(0, field.max).join('').trim();
    case 'link':
      return `https://${mark.toLowerCase()}.example/x`;
    case 'list':
      // Lines of a shape of their own: a name with its link, a day.
      if (field.label.includes('closed') || field.hint?.includes('2026-')) return ['2026-12-25'];
      if (field.label.includes('Links')) return [`https://${mark.toLowerCase()}.example/x`];
      return field.hint?.includes('|') ? [`${mark} | https://x.example/y`] : [mark];
    case 'number':
    case 'scale':
      return String(field.from);
    case 'date':
      return field.from ?? field.to ?? '2026-12-01';
    case 'time':
      return '10:30';
    case 'choice':
      return field.options[0]?.key ?? null;
    case 'choices':
      // The same people cannot be wished for and not wished for.
      if (field.label.startsWith('Rather not')) return [];
      return field.options.slice(0, Math.min(2, field.atMost ?? 2)).map(option => option.key);
    case 'ranked':
      return field.options.slice(0, field.places).map(option => option.key);
    case 'person':
      return ['p:E2'];
    case 'account':
      return 'slack/T1/UNEW';
    case 'channel':
      return 'slack/T1/CNEW';
    case 'agree':
      return true;
  }
}

/** Two people who are asked for in one form are not the same. */
const personFor = (name: string): string => ({ mentee: 'p:E1', mentor: 'p:M1' })[name] ?? 'p:E2';

const textual = (field: Field): boolean => field.kind === 'text' || field.kind === 'link' || field.kind === 'list';
let serial = 0;

/** What already stands in a field (a prefill, with a mark of an earlier form) is left as it is, as people do. */
function standing(form: Form, name: string): string | undefined {
  const value = (form.values as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && value.includes('MARK') ? value : undefined;
}

function marked(page: string, form: Form): { answers: Record<string, RawAnswer>; marks: Mark[] } {
  const fields: Fields = form.fields;
  const marks: Mark[] = [];
  const answers: Record<string, RawAnswer> = {};
  for (const [name, field] of Object.entries(fields)) {
    const mark = `MARK${String(serial++).padStart(6, '0')}Z`;
    const before = standing(form, name);
    answers[name] = before ?? (field.kind === 'person' ? [personFor(name)] : answerTo(field, mark));
    // A list of days holds no words, and so no mark.
    const carries = JSON.stringify(answers[name]).toLowerCase().includes(mark.toLowerCase());
    if (before === undefined && textual(field) && carries) marks.push({ mark, page, name, field });
  }
  return { answers, marks };
}

function buttonsOf(parts: Part[], buttons: Button[] = []): Button[] {
  return [
    ...parts.flatMap(part =>
      part.part === 'buttons' ? part.buttons : part.part === 'row' && part.button ? [part.button] : [],
    ),
    ...buttons,
  ];
}

function primary(parts: Part[], buttons: Button[] = []): Button | undefined {
  return buttonsOf(parts, buttons).find(
    button =>
      'to' in button && button.to.press !== undefined && (button.style === 'primary' || button.style === 'danger'),
  );
}

/** Goes through a form and whatever it leads to, as somebody would who means it; gives the marks it left, and the pages that took an answer. */
async function walk(engine: Engine, who: string, goal: Goal): Promise<{ marks: Mark[]; taken: string[] }> {
  const marks: Mark[] = [];
  const taken: string[] = [];
  let reply: Reply = await act(engine, who, goal);
  for (let step = 0; step < 9; step++) {
    if (reply.show === 'form') {
      const form: Form = reply.form;
      const word = reply.at.word;
      const filled = marked(word, form);
      const next = await submit(engine, who, reply, filled.answers);
      if (next.show === 'form' && next.problems) return { marks, taken };
      marks.push(...filled.marks);
      taken.push(word);
      reply = next;
      continue;
    }
    const button = reply.show === 'view' ? primary(reply.view.parts, reply.view.buttons) : undefined;
    if (
      !button ||
      !('to' in button) ||
      /withdraw|leave|drop|decline|delete/i.test(`${button.to.press} ${button.to.word}`)
    )
      break;
    reply = await act(engine, who, button.to);
  }
  return { marks, taken };
}

function act(
  engine: Engine,
  who: string,
  target: { word: string; ids?: Record<string, string>; press?: string },
): Promise<Reply> {
  return engine.host.act({ op: `walk-${serial++}`, account: who, place: 'window', did: { what: 'press', target } });
}
function submit(
  engine: Engine,
  who: string,
  reply: Extract<Reply, { show: 'form' }>,
  answers: Record<string, RawAnswer>,
): Promise<Reply> {
  return engine.host.act({
    op: `walk-${serial++}`,
    account: who,
    place: 'window',
    did: { what: 'submit', target: reply.at, answers, drawn: reply.drawn },
  });
}

/** Where each mark is found: kinds of record, and anything that must never hold one. */
async function findings(store: Store): Promise<{ byKind: Map<KindName, string>; elsewhere: string }> {
  const { keys } = await store.keys(undefined, 10_000);
  const names = [...new Set(keys.map(key => key.slice(0, key.indexOf('/'))))] as KindName[];
  const answer = await store.open(
    names.map(kind => ({
      name: kind,
      kind,
      source: { ids: keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1)) },
    })),
  );
  const byKind = new Map<KindName, string>();
  for (const kind of names)
    byKind.set(kind, JSON.stringify((answer.records[kind] ?? []).map(stored => decode(kind, stored, vault))));
  const raw = JSON.stringify(answer.records);
  const claimed = await store.claim(['people', 'slack/T1'], 60_000, 500);
  const history = await store.history(undefined, 1_000);
  return { byKind, elsewhere: JSON.stringify([claimed, history, logged, keys]) + raw };
}

const problems: string[] = [];
const takenPages = new Set<string>();
const shownForms = new Set<string>();
const kept = new Map<string, boolean>();

type Goal = { word: string; ids?: Record<string, string> };

/** Every form somebody can come to by buttons, in one situation. */
async function formsFor(records: Put[], who: string): Promise<Goal[]> {
  const { store, engine } = await world(records);
  const seen = new Set<string>();
  const queue: Goal[] = pages.map(page => ({ word: page.word, ids }));
  const forms: Goal[] = [];
  for (let goal = queue.shift(); goal && seen.size < 400; goal = queue.shift()) {
    const name = JSON.stringify([goal.word, goal.ids]);
    if (seen.has(name)) continue;
    seen.add(name);
    const reply = await act(engine, who, goal);
    if (reply.show === 'form' && reply.at.word === goal.word) forms.push(goal);
    if (reply.show !== 'view') continue;
    for (const button of buttonsOf(reply.view.parts, reply.view.buttons))
      if ('to' in button && button.to.press === undefined)
        queue.push({ word: button.to.word, ...(button.to.ids ? { ids: button.to.ids } : {}) });
  }
  await store.close();
  return forms;
}

const times = new Map<string, number>();
/** Twice by each kind of person is enough: the same form in further situations lands in the same records. */
function wanted(who: string, goal: Goal): boolean {
  const name = `${who} ${goal.word}`;
  times.set(name, (times.get(name) ?? 0) + 1);
  return (times.get(name) ?? 0) <= 2;
}

test('every marked answer is found only where the readers its field names may look', async () => {
  for (const [situation, records] of Object.entries(situations)) {
    for (const who of actors) {
      for (const goal of await formsFor(records, who)) {
        shownForms.add(goal.word);
        if (!wanted(who, goal)) continue;
        const { store, engine } = await world(records);
        const { marks, taken } = await walk(engine, who, goal);
        for (const word of taken) takenPages.add(word);
        if (marks.length > 0) {
          const { byKind, elsewhere } = await findings(store);
          for (const mark of marks) judge(mark, byKind, elsewhere, `${situation}, ${who}`);
        }
        await store.close();
      }
    }
  }
  expect([...new Set(problems)].slice(0, 25)).toEqual([]);
}, 300_000);

/** A record fewer people read than a field promises is no leak: a card's name may stand on the person's own record too. */
const within: Record<string, string[]> = {
  everybody: ['everybody', 'pool', 'self', 'coordinator', 'both'],
  pool: ['pool', 'self'],
};

function judge(
  { mark, page, name, field }: Mark,
  byKind: Map<KindName, string>,
  elsewhere: string,
  where: string,
): void {
  const lower = mark.toLowerCase();
  const holds = (text: string): boolean => text.includes(mark) || text.includes(lower);
  const found = [...byKind].filter(([, text]) => holds(text)).map(([kind]) => kind);
  const allowed = within[field.seenBy] ?? [field.seenBy];
  const wrong = found.filter(kind => !allowed.includes(kinds[kind].readers) && kind !== 'notebook');
  if (wrong.length > 0)
    problems.push(`${page}.${name} (seen by ${field.seenBy}) also stands in ${wrong.join(', ')} (${where})`);
  if (field.seenBy === 'none' && found.length > 0)
    problems.push(`${page}.${name} (seen by nobody) stands in ${found.join(', ')} (${where})`);
  if (field.seenBy !== 'everybody' && holds(elsewhere))
    problems.push(
      `${page}.${name} stands readable outside its record: an outbox, the history, a log or unencrypted (${where})`,
    );
  const key = `${page}.${name}`;
  kept.set(
    key,
    (kept.get(key) ?? false) || found.some(kind => kinds[kind].readers === field.seenBy) || field.seenBy === 'none',
  );
}

test('no answer is asked for and then thrown away', () => {
  const lost = [...kept].filter(([, isKept]) => !isKept).map(([key]) => key);
  expect(lost).toEqual([]);
});

test('every form can be come to, and has been answered by somebody', () => {
  const forms = pages.filter(page => page.take).map(page => page.word);
  expect(forms.filter(word => !shownForms.has(word) && !takenPages.has(word))).toEqual([]);
  // Without a platform nobody can say what a channel is, and a marked answer is no one-time code: these are accepted in the journeys.
  const elsewhere = ['setup.channels', 'me.link'];
  expect(forms.filter(word => !takenPages.has(word) && !elsewhere.includes(word))).toEqual([]);
});

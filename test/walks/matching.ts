// A whole scheme in which everything happens at random: every way to be put together, asked, taken back, away and gone. The deeds; what must hold is in the tests beside it.
import fc from 'fast-check';
import { put } from '../../src/conversation/outcome.ts';
import type { RawAnswer, Reply } from '../../src/platforms/platform.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import type { KindName, Pairing, RecordOf } from '../../src/scheme/kinds.ts';
import { isRunning } from '../../src/scheme/states.ts';
import { aMentee, aMentor } from '../features/choose/pool.ts';
import { accountOf } from '../features/people.ts';
import { aStory, type Story } from '../features/story.ts';

export const mentees = ['e1', 'e2', 'e3', 'e4', 'e5'];
const places: Record<string, number> = { m1: 1, m2: 2, m3: 2 };
export const mentors = Object.keys(places);
/** The second co-ordinator is a mentor as well: m3. */
export const COORDINATORS = ['slack/T1/UC1', 'slack/T1/UC2'];

const mentee = fc.constantFrom(...mentees);
const mentor = fc.constantFrom(...mentors);
const who = fc.constantFrom(...mentees, ...mentors);
const by = fc.nat(1);
const nth = fc.nat(9);
const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const modes = ['profile', 'event', 'both', 'mentee', 'coordinator'] as const;

export const step = fc.oneof(
  weighted(
    4,
    fc.record({ run: fc.constantFrom('start', 'again', 'fewest', 'release', 'release', 'drop', 'former'), by }),
  ),
  weighted(4, fc.record({ stage: fc.nat(3), by })),
  weighted(1, fc.record({ why: mentee, not: mentor, by })),
  weighted(3, fc.record({ propose: mentee, to: mentor, by })),
  weighted(2, fc.record({ takeBack: nth, by })),
  weighted(3, fc.record({ list: fc.constantFrom('add', 'add', 'off', 'up'), mentee, mentor })),
  weighted(3, fc.record({ list: fc.constantFrom('ask', 'ask', 'back'), mentee })),
  weighted(10, fc.record({ answer: fc.constantFrom('yes', 'yes', 'yes', 'yes', 'yes', 'no', 'line'), nth })),
  weighted(1, fc.record({ pause: who })),
  weighted(2, fc.record({ back: who })),
  weighted(1, fc.record({ leave: who })),
  weighted(2, fc.record({ join: who })),
  weighted(2, fc.record({ offers: mentor, places: fc.integer({ min: 1, max: 3 }) })),
  weighted(1, fc.record({ atMost: fc.integer({ min: 1, max: 3 }) })),
  weighted(4, fc.record({ end: nth, by })),
  weighted(3, fc.record({ again: who })),
  weighted(1, fc.record({ mode: fc.constantFrom(...modes) })),
  weighted(2, fc.record({ days: fc.integer({ min: 1, max: 9 }) })),
  weighted(1, fc.record({ months: fc.integer({ min: 2, max: 14 }) })),
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const roleOf = (person: string): 'mentee' | 'mentor' => (mentees.includes(person) ? 'mentee' : 'mentor');

/** Five mentees, three mentors, everybody free; whoever joins later is accepted at once. */
export const begin = (): Promise<Story> =>
  aStory(
    [
      ...mentees.flatMap(id => aMentee(id)),
      ...mentors.flatMap(id => aMentor(id, { place: { capacity: places[id] ?? 1 } })),
      put('account', { id: COORDINATORS[1] ?? '', person: 'm3' }),
    ],
    {
      acceptance: 'automatic',
      checks: [],
      maxMentees: 3,
      checkinWeeks: 0,
      keepAt: Date.parse('2026-11-30T03:00:00Z'),
      coordinatorPersons: { 'slack/T1/UC2': 'm3' },
      coordinatorNames: { 'slack/T1/UC1': 'Ana', 'slack/T1/UC2': 'Ben' },
      people: [
        { name: 'Dr Dignity', role: 'dignity adviser', how: 'dignity@example.org' },
        { name: 'Uma Union', role: 'union', how: 'union@example.org' },
      ],
    },
  );

/** All records of a kind, by id. */
export async function all<K extends KindName>(story: Story, kind: K): Promise<RecordOf<K>[]> {
  const { keys } = await story.store.keys(undefined, 100_000);
  const ids = keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1));
  const found = await Promise.all(ids.map(id => story.read(kind, id)));
  return found.flatMap(one => one ?? []);
}

const sendIfForm = (story: Story, account: string, reply: Reply, answers: Record<string, RawAnswer>) =>
  reply.show === 'form' ? story.send(account, reply, answers) : Promise.resolve(reply);

/** One step, as the person would take it: by pages and their buttons alone. */
export async function take(story: Story, one: Step): Promise<void> {
  if ('days' in one) return story.later(one.days * DAY);
  if ('months' in one) return story.later(one.months * 30 * DAY);
  await deed(story, one);
  await story.settle();
}

async function deed(story: Story, one: Exclude<Step, { days: number } | { months: number }>): Promise<unknown> {
  if ('run' in one || 'stage' in one || 'why' in one || 'propose' in one || 'takeBack' in one)
    return coordinate(story, one);
  if ('list' in one) {
    if ('mentor' in one) {
      const word = one.list === 'up' ? 'choose.list' : 'choose.one';
      return story.press(accountOf(one.mentee), word, one.list, { mentor: one.mentor });
    }
    return story.press(accountOf(one.mentee), 'choose.list', one.list);
  }
  if ('answer' in one) {
    const pairing = pick((await all(story, 'pairing')).filter(isOpen), one.nth);
    const asked = pairing && (pairing.state === 'proposed' ? pairing.mentee : pairing.mentor);
    return asked && story.press(accountOf(asked), 'proposal', one.answer, { pairing: pairing.id });
  }
  if ('mode' in one) return setUp(story, 'setup.matching', { way: one.mode });
  if ('atMost' in one) return setUp(story, 'setup.numbers', { maxMentees: String(one.atMost) });
  if ('end' in one) return end(story, one.end, one.by === 0 ? 'mentee' : 'mentor');
  return aboutOneself(story, one);
}

const isOpen = ({ state }: Pairing): boolean => state === 'proposed' || state === 'mentee-yes';
const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];
const setUp = async (story: Story, word: string, answers: Record<string, RawAnswer>) =>
  sendIfForm(story, COORDINATORS[0]!, await story.open(COORDINATORS[0]!, word), answers);

type Coordinating = Extract<
  Step,
  { run: string } | { stage: number } | { why: string } | { propose: string } | { takeBack: number }
>;

async function coordinate(story: Story, one: Coordinating): Promise<unknown> {
  const account = COORDINATORS[one.by] ?? '';
  if ('propose' in one)
    return sendIfForm(
      story,
      account,
      await story.open(account, 'match.propose', { mentee: one.propose, mentor: one.to }),
      {},
    );
  if ('takeBack' in one) {
    const pairing = pick(
      (await all(story, 'pairing')).filter(found => found.state === 'proposed'),
      one.takeBack,
    );
    return pairing && story.press(account, 'match.asked', 'back', { pairing: pairing.id });
  }
  if ('run' in one && one.run === 'start') return story.press(account, 'match', 'start');
  const run = (await all(story, 'run')).sort((a, b) => b.at - a.at)[0]?.id ?? 'run1';
  if ('run' in one) return story.press(account, 'match.run', one.run, { run });
  if ('why' in one)
    return sendIfForm(story, account, await story.open(account, 'match.why', { run }), {
      mentee: [`p:${one.why}`],
      mentor: [`p:${one.not}`],
    });
  const form = await story.open(account, 'match.some', { run, page: '0' });
  const options = form.show === 'form' ? (form.form.fields['pairs'] as { options: { key: string }[] }).options : [];
  return sendIfForm(story, account, form, { pairs: options.slice(0, one.stage + 1).map(({ key }) => key) });
}

async function end(story: Story, n: number, by: 'mentor' | 'mentee'): Promise<unknown> {
  const pairing = pick(
    (await all(story, 'pairing')).filter(({ state }) => isRunning(state)),
    n,
  );
  if (!pairing) return undefined;
  const account = accountOf(pairing[by]);
  const ids = { pairing: pairing.id };
  const last = await sendIfForm(story, account, await story.open(account, 'exit', ids), {
    partnerKnows: 'told',
    next: 'later',
    urgent: false,
  });
  const done = await sendIfForm(story, account, last, { reasonFor: 'coordinator' });
  return done.show === 'form' ? done : story.press(account, 'exit.end', 'end', ids);
}

type Self = Extract<
  Step,
  { pause: string } | { back: string } | { leave: string } | { join: string } | { offers: string } | { again: string }
>;

async function aboutOneself(story: Story, one: Self): Promise<unknown> {
  const person = Object.values(one).find((value): value is string => typeof value === 'string') ?? '';
  const account = accountOf(person);
  const role = roleOf(person);
  if ('pause' in one) {
    const until = new Date((await story.store.clock()).storyNow + 40 * DAY).toISOString().slice(0, 10);
    return sendIfForm(story, account, await story.open(account, 'me.pause', { role }), { until });
  }
  if ('back' in one) return story.press(account, 'me', 'return', { role });
  if ('leave' in one) return story.press(account, 'me.leave', 'leave', { role });
  if ('offers' in one) {
    const form = await story.open(account, 'register.mentor');
    return sendIfForm(story, account, form, { topics: ['career'], career: 'Bench.', capacity: String(one.places) });
  }
  if ('again' in one) return sendIfForm(story, account, await story.open(account, 'offer', { role }), { when: 'now' });
  return join(story, account, role);
}

/** Registers, or (for somebody who is registered) changes a form; each is sent with what it needs. */
async function join(story: Story, account: string, role: 'mentor' | 'mentee'): Promise<unknown> {
  const answers: Record<string, RawAnswer> = {
    name: 'Robin Able',
    jobTitle: 'Technician',
    modes: ['video'],
    topics: ['career'],
    career: 'Bench.',
    goals: 'Onwards.',
    capacity: '1',
    read: true,
  };
  let reply = await story.open(account, 'register.you', { role });
  for (let n = 0; n < 4 && reply.show === 'form'; n++) {
    const { fields } = reply.form;
    reply = await story.send(
      account,
      reply,
      Object.fromEntries(Object.entries(answers).filter(([name]) => name in fields)),
    );
  }
  return story.press(account, 'register.check', 'send', { role });
}

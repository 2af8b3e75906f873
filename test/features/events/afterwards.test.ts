// After an event: everybody who was there is asked once, in working hours; who reads what they say and who never does (R17); until when it is kept; feedback that is only counted (R55); and the gate of matching (R8).
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import type { Run, Talks } from '../../../src/scheme/kinds.ts';
import { leads, words } from '../page.ts';
import { somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { accepted, accountOf, anEvent, aSignUp, COORDINATOR, people } from './begin.ts';

let story: Story;
afterEach(() => story?.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const V1 = { event: 'V1' };
const END = Date.parse('2026-12-07T15:30:00Z');
const read = (reply: Reply): string => {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}: ${JSON.stringify(reply).slice(0, 300)}`);
  return words(reply.view.parts);
};
const buttons = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
const lettersTo = (who: string): string[] =>
  story.box.messages.filter(one => one.to === accountOf(who)).map(one => one.notice.text);

const seat = (person: string) => ({ person, name: `Name ${person}` });
/** One round: m1 with e1, m2 with e2, m3 with e3. */
const talks = (): Talks => ({
  id: 'V1-1',
  event: 'V1',
  number: 1,
  pairs: [1, 2, 3].map(n => ({ mentor: seat(`m${n}`), mentee: seat(`e${n}`) })),
  waiting: [{ ...seat('e4'), role: 'mentee' }],
  closedTo: [],
});

/** An event at which everybody was, with one round of talks, an hour and a half before its end. */
const held = (more: object = {}) => [
  put('event', anEvent({ rounds: 2, begun: 1, drawnUp: 2, on: 'V1-1', ...more })),
  put('talks', talks()),
];
const guest = (id: string, role: 'mentor' | 'mentee', more: object = {}) =>
  put('signup', aSignUp(id, role, { here: true, attended: true, ...more }));
const guests = [1, 2, 3].flatMap(n => [guest(`m${n}`, 'mentor'), guest(`e${n}`, 'mentee')]);

/** Begins a quarter of an hour before the end of the event. */
const begin = (records: Parameters<typeof aStory>[0], more: Parameters<typeof aStory>[1] = {}) =>
  aStory(records, more, '2026-12-07T15:15:00Z');
const over = () => story.later(HOUR / 2);
const rank = async (who: string, ranked: string[], ratherNot: string[] = []): Promise<Reply> =>
  story.send(accountOf(who), await story.open(accountOf(who), 'event.rank', V1), { ranked, ratherNot });

describe('asking', () => {
  test('each who was there is asked once, in their own working hours; nobody else is', async () => {
    story = await begin([
      ...people(3, 5),
      ...held(),
      ...guests,
      guest('e4', 'mentee', { here: false, attended: false }),
      ...somebody('late', 'Late', { hours: { days: [2], from: '13:00', to: '17:00' } }),
      put('registration', aRegistration('late', 'mentor')),
      guest('late', 'mentor'),
      ...somebody('quiet', 'Quiet', { checkins: 'none' }),
      put('registration', aRegistration('quiet', 'mentor')),
      guest('quiet', 'mentor'),
    ]);
    await over();
    expect(await story.read('event', 'V1')).toMatchObject({ state: 'over' });
    for (const who of ['m1', 'm2', 'm3', 'e1', 'e2', 'e3'])
      expect(lettersTo(who)).toEqual(['Mentor: something for you']);
    for (const who of ['e4', 'e5', 'late', 'quiet']) expect(lettersTo(who)).toEqual([]);
    await story.later(DAY);
    expect(lettersTo('late')).toEqual(['Mentor: something for you']);
    expect((await story.read('person', 'e1'))?.prompts).toHaveLength(1);
    await story.later(20 * DAY);
    for (const who of ['m1', 'e1', 'late']) expect(lettersTo(who)).toHaveLength(1);
    expect(lettersTo('quiet')).toEqual([]);
  });

  test('whoever is marked afterwards is asked then', async () => {
    const signups = [put('signup', aSignUp('e1', 'mentee')), put('signup', aSignUp('m1', 'mentor'))];
    story = await begin([...people(1, 1), put('event', anEvent()), ...signups]);
    await over();
    expect(lettersTo('e1')).toEqual([]);
    expect(read(await story.open(COORDINATOR, 'event.desk', V1))).toMatch(/Nobody is marked as having been there/);
    const form = await story.open(COORDINATOR, 'event.here', V1);
    await story.send(COORDINATOR, form, { who: ['e1-V1'] });
    await story.settle();
    expect(await story.read('signup', 'e1-V1')).toMatchObject({ attended: true, here: false });
    expect(lettersTo('e1')).toEqual(['Mentor: something for you']);
    await story.send(COORDINATOR, form, { who: ['m1-V1'] });
    await story.settle();
    for (const who of ['e1', 'm1']) expect(lettersTo(who)).toHaveLength(1);
  });
});

describe('naming people', () => {
  test('one may name those one has talked with, best first, and with whom rather not; and change it until it is closed', async () => {
    story = await begin([...people(3, 3), ...held(), ...guests]);
    expect(read(await story.open(accountOf('e1'), 'event.rank', V1))).toMatch(/as soon as the event is over/);
    await over();
    const form = await story.open(accountOf('e1'), 'event.rank', V1);
    const fields = form.show === 'form' ? form.form.fields : {};
    expect(fields['ranked']).toMatchObject({ kind: 'ranked', places: 5, options: [{ key: 'm1', label: 'Name m1' }] });
    const feedback = await rank('e1', ['m1']);
    expect(feedback.show === 'form' && feedback.at.word).toBe('event.feedback');
    expect(await story.read('ranking', 'e1-V1')).toMatchObject({
      role: 'mentee',
      ranked: [seat('m1')],
      ratherNot: [],
      closedTo: ['m1'],
      eraseAt: END + 30 * DAY,
    });
    const both = await rank('e1', ['m1'], ['m1']);
    expect(both.show === 'form' && both.problems?.['ratherNot']).toMatch(/both lists/);
    await rank('e1', [], ['m1']);
    expect(await story.read('ranking', 'e1-V1')).toMatchObject({ ranked: [], ratherNot: [seat('m1')] });
    await rank('e1', []);
    expect(await story.read('ranking', 'e1-V1')).toBeUndefined();
    await rank('e1', ['m1']);
    await story.press(COORDINATOR, 'event.desk', 'close', V1);
    expect(read(await story.open(accountOf('e1'), 'event.rank', V1))).toMatch(/closed by now/);
    expect(await story.read('ranking', 'e1-V1')).toMatchObject({ ranked: [seat('m1')] });
  });

  test('where no talks were held, everybody of the other role who was there can be named, but nobody on one’s own list', async () => {
    const list = { id: 'e1', person: 'e1', closedTo: [], not: [{ person: 'm2', why: 'asked' as const, at: 0 }] };
    story = await begin([...people(4, 2), put('event', anEvent()), ...guests.slice(0, 5), put('exclusions', list)]);
    await over();
    const form = await story.open(accountOf('e1'), 'event.rank', V1);
    const fields = form.show === 'form' ? form.form.fields : {};
    const options = fields['ranked']?.kind === 'ranked' ? fields['ranked'].options.map(option => option.key) : [];
    expect(options).toEqual(['m1', 'm3']);
  });

  test('at an event of hundreds without talks, people are searched for, shown once more, and kept only if they were there', async () => {
    const many = Array.from({ length: 97 }, (_, n) => `x${n}`);
    story = await begin([
      ...people(2, 1),
      ...many.flatMap(id => [...accepted(id, 'mentor'), guest(id, 'mentor')]),
      put('event', anEvent()),
      guest('e1', 'mentee'),
      guest('m1', 'mentor', { attended: false }),
    ]);
    await over();
    const form = await story.open(accountOf('e1'), 'event.rank', V1);
    expect(form.show === 'form' && form.form.fields['ranked']?.kind).toBe('person');
    const check = await story.send(accountOf('e1'), form, { ranked: ['p:x96', 'p:m1', 'p:x3'], ratherNot: ['p:x4'] });
    expect(read(check)).toMatch(/1\. Name x96\n2\. Name x3/);
    expect(read(check)).toMatch(/only people who were there/);
    const send = check.show === 'view' ? check.view.buttons?.find(one => 'to' in one) : undefined;
    const ids = (send && 'to' in send && send.to.ids) || {};
    await story.press(accountOf('e1'), 'event.rank.check', 'send', ids);
    expect(await story.read('ranking', 'e1-V1')).toMatchObject({
      ranked: [seat('x96'), seat('x3')],
      ratherNot: [seat('x4')],
    });
  }, 20_000);
});

describe('R17: who reads it', () => {
  /** CM is co-ordinator and mentor m1; CL is a co-ordinator whom e2 keeps apart; UC1 has not registered. */
  const scheme = {
    coordinators: [COORDINATOR, accountOf('m1'), accountOf('cl')],
    coordinatorPersons: { [accountOf('m1')]: 'm1', [accountOf('cl')]: 'cl' },
  };
  const apart = (person: string) =>
    put('exclusions', { id: 'e2', person: 'e2', closedTo: [person], not: [{ person, why: 'asked', at: 0 }] });

  async function told(): Promise<void> {
    story = await begin([...people(3, 3), ...somebody('cl', 'Cl'), ...held(), ...guests, apart('cl')], scheme);
    await over();
    await rank('e1', ['m1']);
    await rank('e2', [], ['m2']);
    await rank('m3', ['e3']);
    await rank('m1', ['e1']);
  }
  const shown = async (who: string): Promise<string> => read(await story.open(who, 'event.rankings', V1));

  test('co-ordinators alone; never one who is named, nor one whom its author keeps apart', async () => {
    await told();
    const all = await shown(COORDINATOR);
    expect(all).toMatch(/Name e1, mentee\n1\. Name m1/);
    expect(all).toMatch(/Name e2, mentee\nRather not: Name m2/);
    expect(all).toMatch(/Name m3, mentor\n1\. Name e3/);
    const named = await shown(accountOf('m1'));
    expect(named).not.toMatch(/Name e1, mentee/);
    expect(named).not.toMatch(/Name m1/);
    expect(named).toMatch(/Name e2, mentee/);
    expect((await story.read('ranking', 'e2-V1'))?.closedTo.sort()).toEqual(['cl', 'm2']);
    const kept = await shown(accountOf('cl'));
    expect(kept).not.toMatch(/Name e2, mentee/);
    expect(kept).toMatch(/Name e1, mentee/);
    // Everybody reads the same line about what they may not see, whether there is anything or not.
    for (const one of [all, named, kept]) expect(one).toMatch(/never listed for you/);
  });

  test('nobody who is named, by any page, not even once they become a co-ordinator', async () => {
    await told();
    for (const who of ['m2', 'e3', 'm1', 'e4']) {
      for (const word of ['event.rankings', 'event.desk', 'event.people', 'event.plan']) {
        const reply = await story.open(accountOf(who), word, V1);
        if (who !== 'm1') expect(read(reply)).toMatch(/for the scheme’s co-ordinators/);
      }
    }
    const own = await story.open(accountOf('m2'), 'event.rank', V1);
    expect(own.show === 'form' && JSON.stringify(own.form.values)).toBe('{"ranked":[],"ratherNot":[]}');
    await story.press(COORDINATOR, 'setup.coordinators', 'add', { person: 'm2' });
    expect(await shown(accountOf('m2'))).not.toMatch(/Name e2/);
    expect(await shown(accountOf('m2'))).toMatch(/Name e1/);
  });

  test('somebody who has come onto an author’s list since does not read it any more', async () => {
    const before = {
      id: 'e2-V1',
      event: 'V1',
      person: 'e2',
      role: 'mentee' as const,
      at: END,
      eraseAt: END + 30 * DAY,
    };
    const kept = { ...before, ranked: [seat('m2')], ratherNot: [], closedTo: ['m2'] };
    const records = [...people(3, 3), ...somebody('cl', 'Cl'), ...held(), ...guests, put('ranking', kept)];
    story = await begin(records, scheme);
    expect(await shown(accountOf('cl'))).toMatch(/Name e2, mentee/);
    await story.close();
    story = await begin([...records, apart('cl')], scheme);
    expect(await shown(accountOf('cl'))).not.toMatch(/Name e2/);
  });

  /** Every record with its version. */
  async function versions(): Promise<Map<string, number>> {
    const { keys } = await story.store.keys(undefined, 10_000);
    const steps = keys.map((key, n) => {
      const [kind = '', ...id] = key.split('/');
      return { name: `s${n}`, kind, source: { ids: [id.join('/')] } };
    });
    const { records } = await story.store.open(steps);
    return new Map(Object.values(records).flatMap(found => found.map(one => [one.key, one.version] as const)));
  }

  test('it is written into one record and nowhere else: no other record, delivery or history knows of it', async () => {
    story = await begin([...people(3, 3), ...held(), ...guests], scheme);
    await over();
    await story.settle();
    const before = await versions();
    const sent = story.box.messages.length;
    const history = JSON.stringify(await story.store.history(undefined, 1_000));
    await rank('e1', [], ['m1']);
    await story.settle();
    const after = await versions();
    const changed = [...after].filter(([key, version]) => before.get(key) !== version).map(([key]) => key);
    expect(changed).toEqual(['ranking/e1-V1']);
    expect(story.box.messages).toHaveLength(sent);
    expect(JSON.stringify(await story.store.history(undefined, 1_000))).toBe(history);
  });

  test('what is said of people stands in no message, history or other record', async () => {
    await told();
    await story.settle();
    const history = JSON.stringify(await story.store.history(undefined, 1_000));
    expect(history).not.toMatch(/rank/);
    for (const one of story.box.messages) expect(JSON.stringify(one.notice)).not.toMatch(/Name [em]/);
  });
});

describe('until when it is kept', () => {
  const ranking = {
    id: 'e1-V1',
    event: 'V1',
    person: 'e1',
    role: 'mentee' as const,
    ranked: [seat('m1')],
    ratherNot: [],
    at: END,
    eraseAt: END + 30 * DAY,
    closedTo: ['m1'],
  };
  const run = (more: Partial<Run>): Run => ({
    id: 'run1',
    by: COORDINATOR,
    at: END + DAY,
    state: 'released',
    generation: 1,
    pairs: 1,
    leftMentees: 0,
    leftMentors: 0,
    total: 1,
    pages: 1,
    leftPages: 0,
    locks: [],
    removed: [],
    lines: {},
    closedTo: [],
    closedAt: END + 10 * DAY,
    ...more,
  });
  const left = async (days: number, ...runs: Run[]) => {
    story = await begin([...people(1, 1), ...held(), put('ranking', ranking), ...runs.map(one => put('run', one))]);
    await story.later(days * DAY);
    return story.read('ranking', 'e1-V1');
  };

  test('30 days after the event where no matching used it', async () => {
    expect(await left(29)).toBeDefined();
    await story.close();
    expect(await left(31)).toBeUndefined();
    await story.close();
    expect(await left(31, run({}))).toBeUndefined();
    await story.close();
    expect(await left(31, run({ usesRankings: true, state: 'ready' }))).toBeUndefined();
  });

  test('30 days after the matching that used it was released', async () => {
    const used = run({ usesRankings: true });
    expect(await left(39, used)).toBeDefined();
    await story.close();
    expect(await left(41, used)).toBeUndefined();
    await story.close();
    // A later one keeps it no longer.
    expect(await left(41, used, run({ id: 'run2', usesRankings: true, closedAt: END + 25 * DAY }))).toBeUndefined();
  });
});

describe('R55: how it was', () => {
  const tell = async (who: string, score: number, line?: string): Promise<Reply> =>
    story.send(accountOf(who), await story.open(accountOf(who), 'event.feedback', V1), {
      score: String(score),
      line: line ?? null,
    });

  test('nothing is shown below five; from five on numbers, and lines without a name; each tells once', async () => {
    story = await begin([...people(3, 3), ...held(), ...guests]);
    await over();
    await tell('e1', 5, 'More time please');
    for (const who of ['e2', 'e3', 'm1']) await tell(who, 4);
    const few = read(await story.open(COORDINATOR, 'event.said', V1));
    expect(few).toMatch(/Fewer than five/);
    expect(few).not.toMatch(/More time|4|On average/);
    expect(read(await tell('m2', 3))).toMatch(/That was all/);
    const said = read(await story.open(COORDINATOR, 'event.said', V1));
    expect(said).toMatch(/Answers: 5/);
    expect(said).toMatch(/On average: 4\.0 of 5/);
    expect(said).toMatch(/More time please/);
    expect(said).not.toMatch(/Name/);
    expect(read(await story.open(accountOf('e1'), 'event.feedback', V1))).toMatch(/told us already/);
    expect(await story.counts('event-V1')).toMatchObject({ answers: 5, score4: 3 });
    const history = JSON.stringify(await story.store.history(undefined, 1_000));
    expect(history).not.toMatch(/ballot|feedback|told/);
  });

  test('twice at once counts once, and only somebody who was there can tell', async () => {
    story = await begin([...people(3, 4), ...held(), ...guests]);
    await over();
    const form = await story.open(accountOf('e1'), 'event.feedback', V1);
    await Promise.all([1, 2].map(n => story.send(accountOf('e1'), form, { score: String(n), line: null })));
    expect(await story.counts('event-V1')).toMatchObject({ answers: 1 });
    expect(read(await story.open(accountOf('e4'), 'event.feedback', V1))).toMatch(/not on the list/);
  });
});

describe('R8: where an event comes first', () => {
  const ready = (id: string, role: 'mentor' | 'mentee') => [
    ...somebody(id, `Name ${id}`),
    put('registration', aRegistration(id, role, { state: 'ready' })),
  ];

  test('whoever was there can be matched afterwards; whoever was not still waits for one', async () => {
    story = await begin(
      [
        ...ready('e1', 'mentee'),
        ...ready('e2', 'mentee'),
        put('event', anEvent()),
        guest('e1', 'mentee'),
        put('signup', aSignUp('e2', 'mentee')),
      ],
      { matchingMode: 'both' },
    );
    await over();
    expect(await story.read('registration', 'e1-mentee')).toMatchObject({ state: 'available' });
    expect((await story.read('registration', 'e1-mentee'))?.metAt).toBeGreaterThanOrEqual(END);
    expect(await story.read('registration', 'e2-mentee')).toMatchObject({ state: 'ready' });
    expect(buttons(await story.open(accountOf('e1'), 'event.one', V1))).toContain('event.rank');
  });

  test('the step that is left is named to the person wherever they look, and to co-ordinators on the desk', async () => {
    story = await begin([...ready('e1', 'mentee'), ...ready('m1', 'mentor')], { matchingMode: 'event' });
    for (const word of ['register.status', 'home', 'me']) {
      const page = await story.open(accountOf('e1'), word);
      expect(read(page)).toMatch(/matching event/);
      if (word !== 'me') expect(buttons(page)).toContain('events');
    }
    const desk = await story.open(COORDINATOR, 'desk');
    expect(read(desk)).toMatch(/2 people are accepted and can be matched once they have been to a matching event/);
    expect(buttons(desk)).toContain('event.waiting');
    expect(read(await story.open(COORDINATOR, 'event.waiting'))).toMatch(/Name e1 – mentee\nName m1 – mentor/);
  });

  test('a way of matching that now asks for an event moves those who wait, and tells them; and back again', async () => {
    story = await begin(people(1, 1));
    const way = async (to: string) => {
      await story.send(COORDINATOR, await story.open(COORDINATOR, 'setup.matching'), { way: to });
      await story.settle();
    };
    await way('both');
    expect(await story.read('registration', 'e1-mentee')).toMatchObject({ state: 'ready' });
    expect(lettersTo('e1')).toEqual(['Mentor: something for you']);
    await way('profile');
    expect(await story.read('registration', 'e1-mentee')).toMatchObject({ state: 'available' });
  });
});

// Somebody's managers, on the list of people they are not to be paired with, through a whole pairing: one who mentors, one who is a co-ordinator and mentors, one who only co-ordinates and never registered, one whom the scheme does not know. None of them is written to about it, and no page, button or search shows them anything of it (R53).
import { afterEach, expect, test } from 'vitest';
import type { Ids } from '../../src/conversation/notice.ts';
import { rooms } from '../../src/features/features.ts';
import type { RawAnswer, Reply } from '../../src/platforms/platform.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import type { KindName } from '../../src/scheme/kinds.ts';
import { usualPoints } from '../../src/scheme/records/evaluations.ts';
import { aStory, type Story } from '../features/story.ts';

const account = (name: string): string => `slack/T1/U${name.toUpperCase()}`;
const ana = account('ana');
const max = account('max');
const mia = account('mia');
const lin = account('lin');
const nia = account('nia');
const sam = account('sam');
const alex = account('alex');
const CHANNEL = 'slack/T1/CALERTS';
/** Everything that Alex is called, and that Alex or Sam write. */
const ABOUT = /Quill|MARK/;

let on: Story;
afterEach(() => on.close());

async function begin(): Promise<void> {
  on = await aStory([], {
    coordinators: [ana, max, nia],
    coordinatorNames: { [ana]: 'Ana', [max]: 'Max', [nia]: 'Nia' },
    people: [{ name: 'Dr Dignity', role: 'dignity adviser', how: 'dignity@example.org' }],
    evaluations: usualPoints.map(point => ({ ...point, rule: 'required' as const })),
    lengthMonths: 4,
  });
  for (const name of ['Max', 'Mia', 'Lin', 'Nia', 'Sam'])
    on.box.profiles[account(name)] = { name: `${name} Able`, email: `${name.toLowerCase()}@example.org`, gone: false };
  on.box.profiles[alex] = { name: 'Alex Quill', email: 'alex@example.org', gone: false };
  // As the program does when it starts.
  await on.engine.nameCoordinators();
}

const you = (name: string) => ({ name, jobTitle: 'Technician', modes: ['video'] });
const mentor = { topics: ['career', 'network'], career: 'Years at the bench.', capacity: '1' };
const mentee = { topics: ['career', 'network'], goals: 'MARK goals' };

/** Registers through the real forms; a form that asks for ticks gets them all. */
async function register(who: string, name: string, role: 'mentor' | 'mentee', notPair: string[] = []): Promise<void> {
  const ids = { role };
  const answers = {
    ...you(name),
    ...(role === 'mentor' ? mentor : mentee),
    ...(notPair.length > 0 ? { aim: 'MARK aim' } : {}),
    read: true,
    notPair,
  };
  let reply = await on.open(who, 'register.you', ids);
  for (let forms = 0; reply.show === 'form' && forms < 4; forms++) {
    const asked = Object.entries(reply.form.fields);
    const ticks = asked.flatMap(([key, field]) =>
      key === 'criteria' && 'options' in field ? field.options.map(one => one.key) : [],
    );
    const fitting = Object.fromEntries(
      Object.entries({ ...answers, criteria: ticks }).filter(([key]) => asked.some(([field]) => field === key)),
    );
    reply = await on.send(who, reply, fitting as Record<string, RawAnswer>);
  }
  await on.press(who, 'register.check', 'send', ids);
}

async function idsOf(kind: KindName): Promise<string[]> {
  const { keys } = await on.store.keys(undefined, 10_000);
  return keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1));
}
async function personOf(who: string): Promise<string> {
  const found = await on.read('account', who);
  return found?.person ?? '';
}

/** From the registration to the introduction, with Ana as the co-ordinator. */
async function introduced(): Promise<Ids> {
  for (const [who = '', name = ''] of [
    [sam, 'Sam Able'],
    [mia, 'Mia Able'],
    [max, 'Max Able'],
  ])
    await register(who, name, 'mentor');
  await register(alex, 'Alex Quill', 'mentee', [
    `p:${await personOf(mia)}`,
    ...['max', 'lin', 'nia'].map(name => `e:${name}@example.org`),
  ]);
  for (const registration of await idsOf('registration')) await on.press(ana, 'accept.one', 'accept', { registration });
  await on.settle();
  await on.press(ana, 'match', 'start');
  await on.settle();
  const [run = ''] = await idsOf('run');
  await on.press(ana, 'match.run', 'release', { run });
  await on.settle();
  const [pairing = ''] = await idsOf('pairing');
  for (const who of [alex, sam]) await on.press(who, 'proposal', 'yes', { pairing });
  await on.settle();
  expect((await on.read('pairing', pairing))?.state).toBe('introduced');
  return { pairing };
}

/** Sends the form of a page with these answers; what else it requires is answered somehow. */
async function fill(who: string, word: string, ids: Ids, answers: Record<string, RawAnswer>): Promise<Reply> {
  const form = await on.open(who, word, ids);
  if (form.show !== 'form') throw new Error(`${word} shows ${JSON.stringify(form).slice(0, 200)}`);
  const needed = Object.entries(form.form.fields).filter(([name, field]) => !field.optional && !(name in answers));
  const values = (form.form.values ?? {}) as Record<string, unknown>;
  const some = needed.flatMap(([name, field]): [string, RawAnswer][] => {
    if (values[name] !== undefined) return [];
    if (field.kind === 'scale') return [[name, '4']];
    return field.kind === 'choice' ? [[name, field.options[0]?.key ?? null]] : [[name, 'MARK']];
  });
  return on.send(who, form, { ...Object.fromEntries(some), ...answers });
}

/** The pairing, with everything in it that somebody is written to about. */
async function lived(ids: Ids): Promise<void> {
  await fill(sam, 'agreement.part', { ...ids, part: '1' }, { purpose: 'MARK purpose', mentorExpects: 'MARK expects' });
  const revision = String((await on.read('agreement', ids['pairing'] ?? ''))?.revision);
  for (const who of [sam, alex]) await on.press(who, 'agreement', 'confirm', { ...ids, revision });
  await fill(alex, 'review', ids, { held: 'held', summary: 'MARK summary', note: 'MARK note', contactMe: true });
  await fill(alex, 'objective.new', ids, { title: 'MARK title', specific: 'MARK', measure: 'MARK', due: '2027-01-20' });
  await fill(alex, 'contact.ask', ids, { text: 'MARK question', urgent: true });
  await on.later(40 * DAY);
  const evaluation = `${ids['pairing']}-${await personOf(alex)}`;
  await fill(alex, 'evaluation.answer', { evaluation, point: 'beginning' }, {});
  await fill(
    alex,
    'forum.write',
    {},
    { what: 'question', title: 'MARK in private', text: 'MARK', shown: 'nobody', agree: true },
  ).catch(() => undefined);
  await on.later(20 * DAY);
  await fill(alex, 'exit', ids, { partnerKnows: 'not-yet', next: 'later', urgent: true, reasonText: 'MARK reason' });
  const last = await on.open(alex, 'exit.end', ids);
  if (last.show === 'form') await on.send(alex, last, { reasonFor: 'coordinator' });
  else await on.press(alex, 'exit.end', 'end', ids);
  await on.later(30 * DAY);
  expect((await on.read('pairing', ids['pairing'] ?? ''))?.state).toBe('ended-early');
}

/** Ids of everything there is, as somebody might try them. */
async function tries(ids: Ids): Promise<Ids[]> {
  const kinds = ['inquiry', 'meeting', 'objective', 'run', 'registration', 'story'] as const;
  const found = await Promise.all(kinds.map(async kind => [kind, await idsOf(kind)] as const));
  const most = Math.max(...found.map(([, list]) => list.length));
  const person = await personOf(alex);
  const own = {
    ...ids,
    id: ids['pairing'] ?? '',
    person,
    role: 'mentee',
    evaluation: `${ids['pairing']}-${person}`,
    point: 'beginning',
    page: '0',
    mentee: person,
    mentor: await personOf(sam),
  };
  return Array.from({ length: most }, (_, n) => ({
    ...own,
    ...Object.fromEntries(found.map(([kind, list]) => [kind, list[n % list.length] ?? 'none'])),
  }));
}

/** Where somebody is shown anything of it, by opening, and, at the very end, by pressing whatever there is. */
async function shownTo(who: string, ids: Ids, presses = false): Promise<string[]> {
  const found = new Set<string>();
  const all = [{}, ...(await tries(ids))];
  for (const { word, press } of rooms.flatMap(room => room.pages))
    for (const one of all) {
      if (ABOUT.test(JSON.stringify(await on.open(who, word, one)))) found.add(word);
      for (const action of presses ? Object.keys(press ?? {}) : [])
        if (ABOUT.test(JSON.stringify(await on.press(who, word, action, one)))) found.add(`${word}!${action}`);
    }
  return [...found];
}

/** What a search for names finds, where a form has one. */
const found = async (who: string, word: string, field: string): Promise<string[]> =>
  (await on.engine.host.people(who, { word, ids: { role: 'mentor' } }, field, 'quill')).map(({ label }) => label);

test('R53: whoever is on the list hears and sees nothing of it, as a member, a co-ordinator or a stranger', async () => {
  await begin();
  const ids = await introduced();
  for (const who of [max, mia, lin, nia]) expect([who, await shownTo(who, ids)]).toEqual([who, []]);
  await lived(ids);
  // Max reads along in the co-ordinators' channel, so it tells nothing of Alex either; Ana is told directly.
  const heard = (who: string): string[] =>
    on.box.messages.filter(({ to }) => to === who).map(({ id, notice }) => `${id} ${JSON.stringify(notice)}`);
  expect(heard(lin)).toEqual([]);
  for (const who of [max, mia, nia, CHANNEL])
    expect(heard(who).filter(one => ABOUT.test(one) || /^(exit|contact)\./.test(one))).toEqual([]);
  expect(heard(ana).filter(one => /^(exit|contact)\.alert/.test(one)).length).toBeGreaterThan(1);
  for (const who of [max, nia]) expect(await found(who, 'people.find', 'who')).toEqual([]);
  expect(await found(ana, 'people.find', 'who')).toEqual(['Alex Quill']);
  expect(await found(mia, 'register.last', 'notPair')).toEqual([]);
  expect(await shownTo(ana, ids)).toContain('people.one');
  for (const who of [max, mia, lin, nia]) expect([who, await shownTo(who, ids, true)]).toEqual([who, []]);
});

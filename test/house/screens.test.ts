// Every page, button and letter, tried by everybody with the ids of everybody else's records: nothing appears that its reader may not see, and nobody writes what is not theirs.
import { beforeAll, expect, test } from 'vitest';
import type { Core } from '../../src/engine/core.ts';
import { openPlan, turnOf } from '../../src/engine/open.ts';
import { setLog } from '../../src/log.ts';
import { mayRead } from '../../src/scheme/access.ts';
import type { KindName } from '../../src/scheme/kinds.ts';
import { account, actors, coordinators, idsToTry, MARK, type Mark, marks, records } from './crowd.ts';
import {
  act,
  answerTo,
  type Crowd,
  crowdOf,
  freshOp,
  letters,
  namesRead,
  type Page,
  pages,
  send,
  tries,
} from './trying.ts';

let crowd: Crowd;
let core: Core;

beforeAll(async () => {
  setLog('error', () => {});
  crowd = await crowdOf(records);
  core = crowd.core;
});

const isCoordinator = (who: string): boolean => coordinators.includes(who);
const personOf = (who: string): string | undefined => (who === 'CN' || who === 'STR' ? undefined : who);
const recorded = new Map(records.map(one => [`${one.kind}/${one.value.id}`, one.value as Record<string, unknown>]));

/** Co-ordinators whom somebody's records are not for: their partners, and those on their list. */
const keptAway: Record<string, string[]> = { E1: ['CL'], E5: ['CL'], E2: ['CM'], E6: ['CM'], E7: ['CL'], M1: ['CL'] };

/** R53: and those who asked to be kept apart from one of them. */
const keptApart: Record<string, string[]> = { E1: ['CL'], E5: ['CL'], E7: ['CL'], M1: ['CL'] };

/** R13: mentors who have not been asked yet, and one whose mentee said no: they know of nothing. Said here without asking the program. */
const unaware = new Set(['M3 P3', 'M3 E3', 'CM P7']);

function mayBeShown({ kind, id, value }: Mark, who: string): boolean {
  const person = personOf(who);
  if (unaware.has(`${who} ${id}`)) return false;
  if (kind === 'runpage' && person && [value['mentee'], value['mentor'], value['person']].includes(person))
    return false;
  // Each of those who talk knows with whom; the plan of all talks is the co-ordinators'.
  if (kind === 'talks' && person && talkers(value).includes(person)) return true;
  if (kind === 'run' || kind === 'runpage') return isCoordinator(who) && !closes(value, person);
  const about = recorded.get(`${kind}/${id}`) as never;
  // R17: whoever is named in what somebody said after an event never reads it, whatever else they may.
  if (kind === 'ranking' && namedIn(about).includes(who)) return false;
  // A co-ordinator who is somebody's partner, or on their list, reads of them what the partner reads, and no more.
  const owner = kind === 'person' ? id : ((about as { person?: string }).person ?? '');
  // Of a partner they see where that person stands in the scheme, as of anybody; R53: of whoever keeps them at a distance, nothing.
  const isAway = kind !== 'card' && (kind === 'person' ? keptApart : keptAway)[owner]?.includes(who);
  return mayRead(kind, about, { person, account: account(who), coordinator: isCoordinator(who) && !isAway });
}

const namedIn = (ranking: { ranked: { person: string }[]; ratherNot: { person: string }[] }): string[] =>
  [...ranking.ranked, ...ranking.ratherNot].map(one => one.person);

const talkers = (talk: Record<string, unknown>): unknown[] =>
  [talk['mentor'], talk['mentee'], talk].map(one => (one as { person?: string } | undefined)?.person);

const closes = (value: Record<string, unknown>, person: string | undefined): boolean =>
  person !== undefined && ((value['closedTo'] as string[] | undefined) ?? []).includes(person);

const names = ({ pairing, registration, run }: Record<string, string>): string =>
  [pairing, registration, run].join(' ');
const problems = new Set<string>();

/** A name is also the partner's to read, once they know of each other (R13). */
function isPartnersName({ kind, id, field }: Mark, who: string): boolean {
  if (kind !== 'person' || field !== 'name' || unaware.has(`${who} ${id}`)) return false;
  return records.some(
    one =>
      one.kind === 'pairing' &&
      [one.value.mentor, one.value.mentee].includes(id) &&
      [one.value.mentor, one.value.mentee].includes(who) &&
      mayRead('pairing', one.value, { person: who, account: account(who), coordinator: false }),
  );
}

function look(where: string, who: string, shown: unknown): void {
  for (const mark of JSON.stringify(shown).match(MARK) ?? []) {
    const found = marks.get(mark);
    if (!found || mayBeShown(found, who) || isPartnersName(found, who)) continue;
    problems.add(`${who} reads ${found.field} of ${found.kind}/${found.id} at ${where}`);
  }
}

/** Whether this deed of this person may touch this record at all. */
function mayTouch(key: string, who: string, where: string): boolean {
  const [kind = '', id = ''] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
  const value = recorded.get(key);
  const person = personOf(who);
  if (!value) return true;
  const named = ['id', 'person', 'mentor', 'mentee'].map(field => value[field]);
  if (person !== undefined && named.includes(person)) return true;
  // A code that did not fit is counted with the account that gave it, known or not.
  if (kind === 'linking' && id === account(who)) return true;
  // Whoever cancels gives the place to the one who waits longest, and knows nothing of them.
  if (/^event\.one (sign-up|cancel)/.test(where) && (kind === 'seats' || kind === 'signup')) return true;
  if (/^session\.one (sign-up|cancel)/.test(where) && (kind === 'sessionseats' || kind === 'booking')) return true;
  // Whoever runs a session or an event marks who was there, or takes a mark back, and reads nothing of them by it.
  const attendance = ['booking', 'signup', 'registration', 'sessionseats'];
  if (
    /^(session\.(came|add\.one|back\.one)|event\.back\.one)/.test(where) &&
    isCoordinator(who) &&
    attendance.includes(kind)
  )
    return true;
  // What everybody reads of a contribution is its author's as well, though it does not say so.
  if (kind === 'story' && recorded.get(`contribution/${id}`)?.['person'] === person) return true;
  // Whoever asks a mentor, or takes it back, holds or frees a place with them, and reads nothing of it.
  if (/^choose\.list (ask|back)/.test(where) && kind === 'registration') return true;
  const partners = records.some(
    one =>
      one.kind === 'pairing' &&
      [one.value.mentor, one.value.mentee].includes(person ?? '') &&
      [one.value.mentor, one.value.mentee].includes(String(value['person'])),
  );
  const isPatch = kind === 'registration' || kind === 'exclusions' || kind === 'casefile';
  if (partners && isPatch) return true;
  return isCoordinator(who) && !closes(value, person) && !keptAway[String(value['person'])]?.includes(who) && id !== '';
}

function check(where: string, who: string): void {
  for (const { writes, deletes } of crowd.taken()) {
    for (const { key } of writes) if (!mayTouch(key, who, where)) problems.add(`${who} writes ${key} at ${where}`);
    for (const key of deletes) if (!mayTouch(key, who, where)) problems.add(`${who} erases ${key} at ${where}`);
  }
}

test('no page and no button shows anybody what they may not see, whatever ids they try', async () => {
  let count = 0;
  for (const page of pages) {
    for (const ids of tries(page)) {
      for (const who of actors) {
        if (page.for === 'coordinator' && !isCoordinator(who) && ids !== idsToTry[0]) continue;
        for (const press of [undefined, ...Object.keys(page.press ?? {})]) {
          const target = { word: page.word, ids, ...(press ? { press } : {}) };
          const where = `${page.word} ${press ?? ''} ${names(ids)}`;
          look(where, who, await act(core, who, target));
          check(where, who);
          count++;
        }
      }
    }
  }
  expect([...problems].slice(0, 25)).toEqual([]);
  expect(count).toBeGreaterThan(5_000);
}, 120_000);

test('no form takes an answer about what is not one’s own', async () => {
  problems.clear();
  for (const page of pages.filter(one => one.take)) {
    for (const ids of tries(page)) {
      for (const who of actors) {
        if (page.for === 'coordinator' && !isCoordinator(who) && ids !== idsToTry[0]) continue;
        const target = { word: page.word, ids };
        const form = await act(core, who, target);
        // Without a form to be shown there is none to be answered; the answers of somebody else's are tried all the same.
        const answers =
          form.show === 'form'
            ? Object.fromEntries(Object.entries(form.form.fields).map(([name, field]) => [name, answerTo(field)]))
            : { line: 'x', reason: 'x', question: 'x', answer: 'x', text: 'x', reasonFor: 'partner', held: 'held' };
        const where = `${page.word} sent ${names(ids)}`;
        look(where, who, await send(core, who, target, answers));
        check(where, who);
      }
    }
  }
  expect([...problems].slice(0, 25)).toEqual([]);
}, 120_000);

test('no letter tells whoever gets it what they may not see', async () => {
  problems.clear();
  for (const letter of letters) {
    for (const ids of idsToTry) {
      for (const who of actors) {
        const person = personOf(who);
        const opening = await openPlan(core, person ? { person } : { account: account(who) }, letter.plan(ids));
        const notice = letter.draw(turnOf(opening, 'letter', { account: account(who) }), ids);
        if (notice) look(`the letter ${letter.name} ${names(ids)}`, who, notice);
      }
    }
  }
  expect([...problems].slice(0, 25)).toEqual([]);
}, 120_000);

/** The reply with the ids that were tried taken out, and the versions that travel with a form. */
function plain(reply: object, ids: Record<string, string>): string {
  const { at: _at, drawn: _drawn, ...shown } = reply as Record<string, unknown>;
  return JSON.stringify(shown).replaceAll(`"${ids['pairing']}"`, '"it"').replaceAll(`"${ids['meeting']}"`, '"then"');
}

test('a pairing that is not theirs, or not yet, is to everybody as if it were not there', async () => {
  const told = new Set<string>();
  for (const page of pages) {
    const read = namesRead(page);
    if (page.for === 'coordinator' || !(read.has('pairing') || read.has('meeting'))) continue;
    for (const ids of idsToTry) {
      const nothing = { ...ids, pairing: 'nothing', meeting: 'nothing-then' };
      for (const who of ['STR', 'X1', 'M3', 'CM', 'C1', 'E1']) {
        const isTheirs = [ids['mentor'], ids['mentee']].includes(who) && !unaware.has(`${who} ${ids['pairing']}`);
        if (isTheirs || !ids['pairing']) continue;
        for (const press of [undefined, ...Object.keys(page.press ?? {})]) {
          const word = { word: page.word, ...(press ? { press } : {}) };
          const found = plain(await act(core, who, { ...word, ids }), ids);
          const none = plain(await act(core, who, { ...word, ids: nothing }), nothing);
          if (found !== none) told.add(`${who} can tell ${ids['pairing']} at ${page.word} ${press ?? ''}`);
        }
      }
    }
  }
  expect([...told].slice(0, 25)).toEqual([]);
}, 120_000);

test('whoever is named on a mentee’s list, or kept apart by them, cannot tell that there is one', async () => {
  const { core: without } = await crowdOf(records.filter(one => one.kind !== 'wish'));
  const told = new Set<string>();
  const differs = async (page: Page, who: string): Promise<boolean> => {
    for (const ids of tries(page)) {
      for (const press of [undefined, ...Object.keys(page.press ?? {})]) {
        const target = { word: page.word, ids, ...(press ? { press } : {}) };
        const op = freshOp();
        const [one, other] = [await act(core, who, target, op), await act(without, who, target, op)];
        if (plain(one, ids) !== plain(other, ids)) return true;
      }
    }
    return false;
  };
  for (const page of pages)
    for (const who of ['M1', 'M2', 'CM', 'CL']) if (await differs(page, who)) told.add(`${who} at ${page.word}`);
  expect([...told]).toEqual([]);
  const looking = pages.find(page => page.word === 'choose.looking');
  expect(await differs(looking!, 'C1')).toBe(true);
}, 120_000);

const odd = [
  '',
  'x'.repeat(20_000),
  '../scheme',
  '__proto__',
  'constructor',
  '@account',
  'names.person:M1',
  '1e999:x',
  '🙂',
];
const idNames = [...new Set([...pages.flatMap(page => [...namesRead(page)]), 'after', 'way', 'route', 'key', 'list'])];

test('ids and buttons that none of our pages carries are answered kindly by every page', async () => {
  const thrown = new Set<string>();
  for (const page of pages) {
    for (const id of odd) {
      const ids = Object.fromEntries(idNames.map(name => [name, id]));
      for (const who of ['STR', 'M1', 'E1', 'C1', 'CN'])
        for (const press of [undefined, ...Object.keys(page.press ?? {}), 'constructor', '__proto__', 'toString'])
          await act(core, who, { word: page.word, ids, ...(press ? { press } : {}) }).catch(error =>
            thrown.add(`${page.word} ${press ?? ''} with ${id.slice(0, 12)} by ${who}: ${error}`),
          );
    }
  }
  expect([...thrown].slice(0, 25)).toEqual([]);
}, 120_000);

const kindsMarked = new Set([...marks.values()].map(one => one.kind));
test('every kind of record with something secret is among those tried', () => {
  const expected: KindName[] = [
    'person',
    'registration',
    'card',
    'casefile',
    'notebook',
    'logentry',
    'inquiry',
    'papers',
    'agreement',
    'objective',
    'meeting',
    'share',
    'note',
    'linking',
  ];
  const ofEvents: KindName[] = ['event', 'talklinks', 'talks', 'ranking', 'ballot'];
  const ofTraining: KindName[] = ['session', 'contribution', 'story'];
  expect(
    [...expected, ...ofEvents, ...ofTraining, 'exit', 'run', 'runpage'].filter(
      kind => !kindsMarked.has(kind as KindName),
    ),
  ).toEqual([]);
});

// What happens around the scheme, by plain calls: told once, to the right people, with nothing private in it.
import { describe, expect, test } from 'vitest';
import { watchRoom } from '../../../src/features/watch/watch.ts';
import type { Pairing, Person, Registration, Scheme } from '../../../src/scheme/kinds.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import { decided, drawn, leads, words, written } from '../page.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aPerson, aScheme, aTurn, NOW } from '../turn.ts';

const clock = { account: 'clock', coordinator: false };
const sam = aPerson('S', 'Sam Okafor');
const account = sam.accounts[0]!;

type Around = { person?: Person; registrations?: Registration[]; pairings?: Pairing[]; others?: Registration[] };
const around = ({ person, registrations = [], pairings = [], others = [] }: Around) => ({
  account: person && { id: account, person: person.id },
  person,
  registrations,
  pairings,
  mentorPlaces: others.filter(one => one.role === 'mentor').map(one => seal('registration', one)),
  menteePlaces: others.filter(one => one.role === 'mentee').map(one => seal('registration', one)),
  papers: [],
});
const gone = (what: Around, scheme: Scheme = aScheme(), id = account) =>
  decided(watchRoom, 'happening.person-gone', aTurn(clock, around(what), { scheme }), { account: id });

describe('somebody whose account is gone (A15)', () => {
  test('rests where they stood, and the co-ordinators are told once', () => {
    const changes = gone({ person: sam, registrations: [aRegistration('S', 'mentor')] });
    expect(written(changes, 'person').goneAt).toBe(NOW);
    expect(written(changes, 'registration')).toMatchObject({ state: 'paused', formerState: 'available' });
    expect(written(changes, 'registration').pausedUntil).toBeUndefined();
    expect(changes?.letters?.map(({ letter, to }) => [letter, to])).toEqual([
      ['watch.person-gone', { channel: 'coordinators' }],
    ]);
    expect(gone({ person: { ...sam, goneAt: 5 } })).toBeUndefined();
  });

  test('open proposals come to nothing, with a neutral word to the other side (A13, R15)', () => {
    const asked = aPairing('S', 'E', { state: 'proposed', menteeYesAt: undefined });
    const changes = gone({
      person: sam,
      registrations: [aRegistration('S', 'mentor', { taken: 1 })],
      pairings: [asked],
      others: [aRegistration('E', 'mentee', { state: 'full', taken: 1 })],
    });
    expect(written(changes, 'pairing').state).toBe('not-formed');
    expect(written(changes, 'registration', 'E-mentee')).toMatchObject({ state: 'available', taken: 0 });
    expect(written(changes, 'registration', 'S-mentor')).toMatchObject({ state: 'paused', taken: 0 });
    expect(changes?.letters).toContainEqual(expect.objectContaining({ letter: 'proposal.ended', to: { person: 'E' } }));
  });

  test('a running pairing is never ended silently: the co-ordinators are asked to get in touch (R43)', () => {
    const pairings = [aPairing('S', 'E')];
    const changes = gone({ person: sam, pairings });
    expect(changes?.put?.some(one => one.kind === 'pairing')).toBe(false);
    const open = { person: { ...sam, goneAt: NOW }, pairings };
    const notice = drawn(watchRoom, 'watch.person-gone', aTurn(clock, open), { person: 'S' });
    expect(words(notice?.parts ?? [])).toContain('One pairing of theirs still runs');
    expect(drawn(watchRoom, 'watch.person-gone', aTurn(clock, { person: sam, pairings }))).toBeUndefined();
  });

  test('with another account they are still there', () => {
    const person = { ...sam, accounts: [account, 'teams/t/S'] };
    const changes = gone({ person, registrations: [aRegistration('S', 'mentor')] });
    expect(written(changes, 'person')).toMatchObject({ accounts: ['teams/t/S'] });
    expect(written(changes, 'person').goneAt).toBeUndefined();
    expect(changes?.letters?.map(one => [one.letter, one.to])).toEqual([['watch.account-gone', { person: 'S' }]]);
  });

  test('somebody nobody knows leaves no trace', () => {
    expect(gone({})).toBeUndefined();
  });

  test('a co-ordinator whose account is gone is named to the others once', () => {
    const changes = gone({}, aScheme(), 'slack/T1/UC2');
    const scheme = written(changes, 'scheme');
    expect(changes?.letters).toHaveLength(1);
    expect(gone({}, scheme, 'slack/T1/UC2')).toBeUndefined();
    const letter = (one: Scheme) =>
      drawn(watchRoom, 'watch.coordinator-gone', aTurn(clock, {}, { scheme: one }), { account: 'slack/T1/UC2' });
    expect(leads(letter(scheme) ?? {})).toEqual(['setup.coordinators']);
    expect(letter(aScheme())).toBeUndefined();
  });

  test('who is back is asked, not put back (R40)', () => {
    const back = (person: Person) =>
      decided(watchRoom, 'happening.person-back', aTurn(clock, around({ person })), { account });
    const changes = back({ ...sam, goneAt: 5 });
    expect(written(changes, 'person').goneAt).toBeUndefined();
    expect(changes?.put).toHaveLength(1);
    expect(changes?.letters?.map(({ letter }) => letter)).toEqual(['watch.person-back', 'watch.welcome-back']);
    expect(back(sam)).toBeUndefined();
  });
});

describe('channels and workspaces', () => {
  const happens = (what: string, ids: Record<string, string>, scheme = aScheme()) =>
    decided(watchRoom, `happening.${what}`, aTurn(clock, {}, { scheme }), ids);
  const forum = 'slack/T1/CFORUM';
  const alerts = 'slack/T1/CALERTS';

  test('a channel that is gone is remembered, and the co-ordinators are told once', () => {
    const changes = happens('channel-gone', { channel: forum });
    expect(changes?.letters?.map(({ to }) => to)).toEqual([{ channel: 'coordinators' }]);
    const scheme = written(changes, 'scheme');
    expect(scheme.troubles).toEqual({ [`channel:${forum}`]: NOW });
    expect(happens('channel-gone', { channel: forum }, scheme)).toBeUndefined();
    const back = happens('channel-back', { channel: forum }, scheme);
    expect(written(back, 'scheme').troubles).toEqual({});
    expect(happens('channel-back', { channel: forum })).toBeUndefined();
  });

  test('when it is the co-ordinators’ own channel, each of them is told directly', () => {
    const changes = happens('channel-gone', { channel: alerts });
    expect(changes?.letters?.map(({ to }) => to)).toEqual([{ account: 'slack/T1/UC1' }, { account: 'slack/T1/UC2' }]);
  });

  test('a channel that is none of ours is nobody’s business', () => {
    expect(happens('channel-gone', { channel: 'slack/T1/CELSE' })).toBeUndefined();
  });

  test('somebody who is no co-ordinator and joins the co-ordinators’ channel is named there once', () => {
    const ids = { channel: alerts, account: 'slack/T1/US' };
    const changes = happens('joined-channel', ids);
    expect(changes?.letters).toEqual([
      expect.objectContaining({ letter: 'watch.joined', to: { channel: 'coordinators', lane: 'slack/T1' } }),
    ]);
    expect(happens('joined-channel', ids, written(changes, 'scheme'))).toBeUndefined();
    expect(happens('joined-channel', { ...ids, account: 'slack/T1/UC2' })).toBeUndefined();
    expect(happens('joined-channel', { ...ids, channel: forum })).toBeUndefined();
    const now = aScheme({ coordinators: ['slack/T1/UC1', 'slack/T1/US'] });
    expect(drawn(watchRoom, 'watch.joined', aTurn(clock, {}, { scheme: now }), ids)).toBeUndefined();
  });

  test('a workspace that is lost is told where it still can be', () => {
    const scheme = aScheme({ coordinators: ['slack/T1/UC1', 'teams/x/C2'] });
    const changes = happens('bot-removed', { lane: 'slack/T1' }, scheme);
    expect(changes?.letters?.map(({ to }) => to)).toEqual([{ account: 'teams/x/C2' }]);
    expect(written(changes, 'scheme').troubles).toEqual({ 'lane:slack/T1': NOW });
    expect(happens('bot-removed', { lane: 'slack/T1' }, written(changes, 'scheme'))).toBeUndefined();
  });
});

describe('a message that could not be delivered', () => {
  const lost = (ids: Record<string, string>, person?: Person) =>
    decided(watchRoom, 'happening.undelivered', aTurn(clock, { person }), ids);

  test('is one line to the co-ordinators that says to whom, not what', () => {
    const ids = { letter: 'exit.notice', person: 'S', why: 'unknown' };
    const changes = lost(ids, sam);
    expect(changes?.letters).toEqual([
      { letter: 'watch.undelivered', ids, id: 'watch.undelivered.person:S', to: { channel: 'coordinators' } },
    ]);
    const notice = drawn(watchRoom, 'watch.undelivered', aTurn(clock, { person: sam }), ids);
    expect(notice?.text).toBe('A message to Sam Okafor could not be delivered.');
    expect(JSON.stringify(notice)).not.toContain('exit');
  });

  test('about our own lines, or to somebody who is known to be gone, nothing more is said', () => {
    expect(lost({ letter: 'watch.joined', channel: 'slack/T1/CALERTS' })).toBeUndefined();
    expect(lost({ letter: 'me.back', person: 'S' }, { ...sam, goneAt: 5 })).toBeUndefined();
  });

  test('to the co-ordinators’ own channel is told to each of them', () => {
    const changes = lost({ letter: 'exit.alert', channel: 'slack/T1/CALERTS', why: 'bot' });
    expect(changes?.letters?.map(({ to }) => to)).toEqual([{ account: 'slack/T1/UC1' }, { account: 'slack/T1/UC2' }]);
  });
});

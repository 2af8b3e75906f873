// The first page and the pages to read: open to anybody, whatever the state of the scheme or of oneself (R1, R2).
import { expect, test } from 'vitest';
import { registerRoom } from '../../../src/features/register/register.ts';
import { buttonsOf, changesOf, leads, pressed, screenOf, viewOf, words, written } from '../page.ts';
import { aRegistration } from '../records.ts';
import { aScheme } from '../turn.ts';
import { ANSWERS, answered, myTurn, NEW, SAM } from './mine.ts';

const scheme = aScheme({
  external: [{ name: 'National scheme', link: 'https://national.example' }],
  aims: 'To give technicians a voice.',
  people: [{ name: 'Ros', role: 'dignity adviser', how: 'ros@example.org' }],
});
const front = (turn = myTurn(NEW, {}, { scheme })) => viewOf(registerRoom, 'register', turn);

test('R1: the ways in are mentor, mentee, both, another scheme, and an offer through the forum', () => {
  const view = front();
  const targets = buttonsOf(view).flatMap(button =>
    'to' in button ? [JSON.stringify([button.to.word, button.to.ids])] : [],
  );
  expect(targets).toContain('["register.you",{"role":"mentor"}]');
  expect(targets).toContain('["register.you",{"role":"mentee"}]');
  expect(targets).toContain('["register.you",{"role":"both"}]');
  expect(targets).toContain('["register.offer",{"role":"mentor","route":"forum"}]');
  expect(leads(view)).toContain('register.external');
});

test('R1: another scheme is a link, and nothing is stored', () => {
  const page = registerRoom.pages.find(one => one.word === 'register.external');
  expect(page?.take).toBeUndefined();
  expect(page?.press).toBeUndefined();
  const view = viewOf(registerRoom, 'register.external', myTurn(NEW, {}, { scheme }));
  expect(JSON.stringify(view)).toContain('https://national.example');
  expect(leads(front(myTurn(NEW)))).not.toContain('register.external');
});

test('R2: everything can be read before registering, and before the scheme is open', () => {
  const closed = myTurn(NEW, {}, { scheme: { ...scheme, ready: false } });
  const view = front(closed);
  expect(words(view.parts)).toContain('not open yet');
  expect(leads(view)).not.toContain('register.you');
  const pages = ['about', 'mentor-role', 'benefits', 'time', 'criteria', 'experience', 'people', 'data'];
  for (const page of pages) {
    expect(leads(view)).toContain(`register.${page}`);
    expect(words(viewOf(registerRoom, `register.${page}`, closed).parts).length).toBeGreaterThan(100);
  }
});

test('R2, R3: the criteria are there in full, alternatives together', () => {
  const said = words(viewOf(registerRoom, 'register.criteria', myTurn(NEW, {}, { scheme })).parts);
  expect(said).toContain(scheme.criteriaMentor);
  expect(said).toContain(scheme.criteriaMentee);
  expect(said).toContain('I have a technical background, or: I have a working knowledge of technical roles');
});

test('R0b, R9: a mentor listens and supports, does not judge or tell, and need not be more senior; nine attributes', () => {
  const view = viewOf(registerRoom, 'register.mentor-role', myTurn(NEW));
  const said = words(view.parts);
  for (const word of [
    'listen',
    'support',
    'guide',
    'goals',
    'pass on experience',
    'does not judge',
    'not tell people',
    'need not be more senior',
  ])
    expect(said).toContain(word);
  const lists = view.parts.flatMap(part => (part.part === 'list' ? [part.items] : []));
  expect(lists.at(-1)).toHaveLength(9);
});

test('while the scheme is not open no form of the chain is shown', () => {
  const closed = myTurn(NEW, {}, { scheme: aScheme({ ready: false }) });
  for (const word of ['register.you', 'register.mentor', 'register.mentee', 'register.check'])
    expect(words(viewOf(registerRoom, word, closed, { role: 'mentee' }).parts)).toContain('not open yet');
});

test('a draft is offered for going on, at the first form that needs an answer, and can be cleared', () => {
  const { book } = answered(NEW, { role: 'mentor' }, [['you', ANSWERS['you'] ?? {}]]);
  const turn = myTurn(NEW, { early: book });
  const view = front(turn);
  expect(words(view.parts)).toContain('begun to register as a mentor');
  expect(leads(view)).toContain('register.mentor');
  const outcome = pressed(registerRoom, 'register', 'discard', turn);
  expect(written(changesOf(outcome), 'notebook').drafts).toEqual({});
  const screen = screenOf(outcome);
  expect(screen.show === 'view' && words(screen.view.parts)).not.toContain('begun to register');
});

test('a live registration is shown, and only the other role is offered', () => {
  const view = front(myTurn(SAM, { mentor: aRegistration('sam', 'mentor') }));
  expect(leads(view)).toContain('register.status');
  const roles = buttonsOf(view).flatMap(button => ('to' in button ? [button.to.ids?.['role']] : []));
  expect(roles.filter(Boolean)).toEqual(['mentee']);
  const both = front(myTurn(SAM, { mentor: aRegistration('sam', 'mentor'), mentee: aRegistration('sam', 'mentee') }));
  expect(leads(both)).not.toContain('register.you');
});

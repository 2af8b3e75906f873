// How much registering asks: counted from the forms themselves, as they are drawn one after the other.
import { expect, test } from 'vitest';
import type { Form } from '../../../src/conversation/form.ts';
import { registerRoom } from '../../../src/features/register/register.ts';
import { formOf, screenOf, take } from '../page.ts';
import { aScheme } from '../turn.ts';
import { ANSWERS, mine, myTurn, NEW } from './mine.ts';

/** Walks the chain from its first form to the look at everything, answering what is required. */
function walk(first: string, ids: Record<string, string>): Form[] {
  const forms: Form[] = [];
  let word = first;
  let open = mine();
  for (let guard = 0; guard < 9; guard++) {
    const turn = myTurn(NEW, open);
    forms.push(formOf(registerRoom, word, turn, ids));
    const step = word.replace('register.', '');
    const final = forms.at(-1)?.fields['read'] ? { read: true } : {};
    const outcome = take(registerRoom, word, turn, { ...ANSWERS[step], ...final }, ids);
    const screen = screenOf(outcome);
    if ('problems' in outcome || !outcome.changes?.put?.[0]) throw new Error('nothing was kept');
    open = { ...open, early: outcome.changes.put[0].value as never };
    if (screen.show === 'view') {
      expect(screen.at.word).toBe('register.check');
      return forms;
    }
    if (screen.show !== 'form') throw new Error(`shows ${screen.show}`);
    word = screen.at.word;
  }
  throw new Error('the chain never ends');
}

const required = (forms: Form[]): number =>
  forms.flatMap(form => Object.values(form.fields)).filter(field => !field.optional).length;

test.each([
  ['mentee', 'register.you', { role: 'mentee' }, 2],
  ['mentor', 'register.you', { role: 'mentor' }, 3],
  ['both', 'register.you', { role: 'both' }, 3],
  ['mentor by way of the forum', 'register.offer', { role: 'mentor', route: 'forum' }, 3],
] as const)('burden: as %s at most the promised forms and twelve required answers', (_way, first, ids, most) => {
  const forms = walk(first, ids);
  expect(forms.length).toBeLessThanOrEqual(most);
  expect(required(forms)).toBeLessThanOrEqual(12);
});

test('R10: "both" asks nothing twice', () => {
  const names = walk('register.you', { role: 'both' }).flatMap(form => Object.keys(form.fields));
  const perRole = new Set(['topics', 'criteria']);
  expect(names.filter((name, at) => names.indexOf(name) !== at && !perRole.has(name))).toEqual([]);
  const ticks = walk('register.you', { role: 'both' }).flatMap(form => {
    const field = form.fields['criteria'];
    return field && 'options' in field ? field.options.map(option => option.key) : [];
  });
  expect(ticks).toEqual(['background', 'knowledge', 'time']);
});

test('R4: criteria are never a required answer, and a scheme without any asks none', () => {
  const form = formOf(registerRoom, 'register.mentor', myTurn(NEW), { role: 'mentor' });
  expect(form.fields['criteria']?.optional).toBe(true);
  const bare = myTurn(NEW, {}, { scheme: aScheme({ checks: [] }) });
  expect(formOf(registerRoom, 'register.mentor', bare, { role: 'mentor' }).fields['criteria']).toBeUndefined();
});

test('mentions in check-in posts are never ticked beforehand', () => {
  const form = formOf(registerRoom, 'register.mentee', myTurn(NEW), { role: 'mentee' });
  expect(form.values?.['mention']).not.toBe(true);
  expect(form.values?.['read']).not.toBe(true);
});

test('the last form says how data are used, with the link when there is one', () => {
  const scheme = aScheme({ privacyLink: 'https://privacy.example/mentoring' });
  const form = formOf(registerRoom, 'register.mentee', myTurn(NEW, {}, { scheme }), { role: 'mentee' });
  expect(JSON.stringify(form.intro)).toContain('https://privacy.example/mentoring');
});

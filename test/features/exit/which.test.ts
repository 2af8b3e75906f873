// The word `exit` in every state of a pairing: whoever types it is led to what there is, and never to a dead end.
import { describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { whichView } from '../../../src/features/exit/which-view.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { aCard, somebody } from '../people.ts';
import { aPairing } from '../records.ts';
import { aScheme, NOW } from '../turn.ts';
import { alex, ana, begin, leave, P1, read, sam, story, viewOf } from './begin.ts';

const LAST_WEEKS = { endsOn: '2026-11-30', agreedAt: NOW - 90 * DAY, introducedAt: NOW - 170 * DAY };
/** Sam mentors Kim as well. */
const kim = (more: Partial<Pairing> = {}): Put[] => [
  ...somebody('kim', 'Kim Lee'),
  put('card', aCard('kim', 'mentee', 'Kim Lee')),
  put('pairing', aPairing('sam', 'kim', { id: 'P2', ...more })),
];
const seen = async (more: Partial<Pairing>, who: string, ids = {}, scheme: Partial<Scheme> = {}) => {
  const on = await begin(more, scheme);
  return on.open(who, 'exit', ids);
};

describe('a proposal', () => {
  test('whoever is asked is led to their answer; whoever waits reads that they hear either way', async () => {
    for (const ids of [{}, P1]) {
      const asked = viewOf(await seen({ state: 'proposed', met: 0 }, alex, ids));
      expect(words(asked.parts)).toContain('Somebody has been suggested to you.');
      expect(leads(asked)).toContain('proposal');
      const waits = viewOf(await seen({ state: 'mentee-yes', met: 0 }, alex, ids));
      expect(words(waits.parts)).toContain('You hear either way.');
      expect(leads(viewOf(await seen({ state: 'mentee-yes', met: 0 }, sam, ids)))).toContain('proposal');
    }
  });
  test('R13: a mentor who has not been asked yet reads of nothing', async () => {
    for (const ids of [{}, P1]) {
      const shown = viewOf(await seen({ state: 'proposed', met: 0 }, sam, ids));
      expect([words(shown.parts), leads(shown)].join()).not.toMatch(/suggested|proposal|Alex/);
    }
  });
  test('one that came to nothing is not there any more', async () => {
    const shown = viewOf(await seen({ state: 'not-formed', met: 0 }, alex));
    expect(words(shown.parts)).toBe('You have no mentor or mentee at the moment, so there is nothing to end.\n');
  });
});

describe('a pairing that runs', () => {
  test('introduced, or running: the form, and nothing about finishing', async () => {
    for (const state of ['introduced', 'active'] as const) {
      const form = await seen({ state, met: 2 }, alex);
      expect(form.show === 'form' && leads(form.form)).toEqual(['difficulty', 'me.leave']);
    }
  });
  test('in its last weeks, or once one of them has finished: finishing together stands first', async () => {
    for (const more of [LAST_WEEKS, { finishedBy: ['mentor' as const] }])
      for (const ids of [{}, P1]) {
        const form = await seen({ state: 'active', ...more }, alex, ids);
        expect(form.show === 'form' && leads(form.form)[0]).toBe('closing');
        expect(form.show === 'form' && words(form.form.intro ?? [])).toContain('You can also finish together');
      }
    const without = await seen({ state: 'active', ...LAST_WEEKS }, alex, {}, { closings: false });
    expect(without.show === 'form' && leads(without.form)).not.toContain('closing');
  });
  test('several: each is named, and the one at its end can be finished', async () => {
    const on = await begin(LAST_WEEKS, {}, kim());
    const shown = viewOf(await on.open(sam, 'exit'));
    expect(leads(shown).sort()).toEqual(['closing', 'exit', 'exit', 'me.leave']);
    const [finish] = buttonsOf(shown).filter(one => 'to' in one && one.to.word === 'closing');
    expect(finish).toMatchObject({ to: { ids: P1 } });
  });
});

describe('a pairing that is over', () => {
  const over = { endedAt: NOW - DAY, lastDay: '2026-11-22' };
  test('finished as agreed: that is said, and the way back to it', async () => {
    for (const ids of [{}, P1]) {
      const shown = viewOf(await seen({ state: 'completed', ...over }, alex, ids));
      expect(words(shown.parts)).toContain('You finished with your mentor Sam Okoro on Sunday 22 November 2026.');
      expect(leads(shown)).toContain('closing');
    }
    const closing = viewOf(await (await begin({ state: 'completed', ...over })).open(alex, 'closing'));
    expect(words(closing.parts)).toContain('You finished mentoring with your mentor Sam Okoro');
  });
  test('ended early: whoever ended it finds the way to say that it was a mistake', async () => {
    const on = await begin();
    await leave(on, sam, { next: 'offer-again' });
    expect(leads(viewOf(await on.open(sam, 'exit')))).toContain('exit');
    expect(leads(viewOf(await on.open(sam, 'exit', P1)))).toContain('exit.reopen');
    const pair = viewOf(await on.open(sam, 'pair', P1));
    expect(leads(pair)).toContain('exit');
  });
  test('with another one running, the word alone ends nothing while the other end may have been a mistake', async () => {
    const on = await begin({}, {}, kim());
    await leave(on, sam);
    const shown = viewOf(await on.open(sam, 'exit'));
    expect(words(shown.parts)).toContain('your mentee Kim Lee');
    expect(words(shown.parts)).toContain('Your pairing with your mentee Alex Reed has ended.');
    await on.later(15 * DAY);
    expect((await on.open(sam, 'exit')).show).toBe('form');
  });
  test('a held end is named to nobody who may not know it, whatever else is over', async () => {
    const on = await begin({}, {}, kim({ state: 'completed', endedAt: NOW - DAY }));
    await leave(on, alex, { partnerKnows: 'not-yet' });
    expect(read(await on.open(sam, 'exit'))).toMatch(/^There is nothing to do at present\./);
    const pairing = (await on.read('pairing', 'P1')) ?? aPairing('sam', 'alex');
    const mine = { pairing, side: 'mentor', partner: 'alex', name: 'Alex', given: 'Alex', called: 'Alex' } as const;
    const seen = (self: string) => whichView({ all: [mine], self, scheme: aScheme(), now: NOW });
    expect([JSON.stringify(seen('sam')).includes('Alex'), JSON.stringify(seen('alex')).includes('Alex')]).toEqual([
      false,
      true,
    ]);
    const running = await begin({}, {}, kim());
    await leave(running, alex, { partnerKnows: 'not-yet' });
    const shown = await running.open(sam, 'exit');
    expect(JSON.stringify(shown)).not.toContain('Alex');
  });
  test('a form that was open when it ended tells nobody who may not know it', async () => {
    const on = await begin();
    const [byWord, byPairing] = [await on.open(sam, 'exit'), await on.open(sam, 'exit', P1)];
    await leave(on, alex, { partnerKnows: 'not-yet' });
    for (const form of [byWord, byPairing])
      expect(read(await on.send(sam, form, { partnerKnows: 'told', next: 'later' }))).toMatch(
        /^There is nothing to do at present\./,
      );
  });
  test('the latest three are named, the latest first', async () => {
    const others = [1, 2, 3, 4].flatMap(n => [
      put('card', aCard(`m${n}`, 'mentee', `Mentee ${n}`)),
      put('pairing', aPairing('sam', `m${n}`, { id: `C${n}`, state: 'completed', endedAt: NOW - n * DAY })),
    ]);
    const on = await story([...somebody('sam', 'Sam Okoro'), ...others]);
    const shown = read(await on.open(sam, 'exit'));
    expect(shown.match(/Mentee \d/g)).toEqual(['Mentee 1', 'Mentee 2', 'Mentee 3']);
  });
});

test('a co-ordinator without a pairing, and a stranger, read that there is nothing to end', async () => {
  const on = await begin();
  for (const who of [ana, 'slack/T1/USTRANGER'])
    expect(read(await on.open(who, 'exit'))).toContain('there is nothing to end');
});

// Two of whom no meeting stands on record, and whose time draws to its end: one thing is said on every page, never also who suggests the first meeting.
import { expect, test } from 'vitest';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import { alex, begin, P1, read, sam, viewOf } from '../exit/begin.ts';
import { leads } from '../page.ts';
import { NOW } from '../turn.ts';

const late = { met: 0, endsOn: '2026-11-30', agreedAt: NOW - 90 * DAY, introducedAt: NOW - 170 * DAY };
const start = (more: Partial<Pairing> = {}) => begin({ ...late, ...more }, { nextSteps: 'NEXT STEPS' });

test('home and the page of the pair say one thing to each, and the way to finish is there', async () => {
  const on = await start();
  for (const who of [sam, alex]) {
    const home = viewOf(await on.open(who, 'home'));
    const pair = viewOf(await on.open(who, 'pair', P1));
    for (const shown of [home, pair]) {
      const said = read({ show: 'view', view: shown, at: { word: 'home' } });
      expect(said).toContain('draws to its end. If you would still like to meet, there is room for it');
      expect(said).not.toMatch(/suggests? the first meeting|NEXT STEPS|Look back together/);
      expect(leads(shown)).toContain('closing');
    }
  }
});
test('the page of the end asks nobody to look back on what there may never have been', async () => {
  const unmet = read(await (await start()).open(alex, 'closing', P1));
  expect(unmet).toContain('If not, finish here: either is fine.');
  expect(unmet).not.toMatch(/Look back\.|last meeting/);
  expect(read(await (await start({ met: 1 })).open(alex, 'closing', P1))).toContain('For your last meeting');
});
test('one of them has finished: that is what the other one reads', async () => {
  const on = await start();
  await on.press(sam, 'closing', 'finish', P1);
  const home = read(await on.open(alex, 'home'));
  expect(home).toContain('has said that the two of you have finished');
  expect(home).not.toMatch(/draws to its end|first meeting/);
});
test('before the last weeks, and with times to choose from, it is as ever', async () => {
  const early = await start({ endsOn: '2027-06-30' });
  expect(read(await early.open(sam, 'home'))).toContain('You suggest the first meeting');
  const times = await start({ timesWait: true });
  expect(read(await times.open(alex, 'home'))).toContain('has suggested times');
});

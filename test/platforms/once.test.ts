// The memory of deeds seen lately: it forgets in time and never grows without end.
import { describe, expect, it } from 'vitest';
import { makeOnce } from '../../src/platforms/once.ts';
import { pause } from './slack/a-door.ts';

describe('deeds seen lately', () => {
  it('are new once, and again after their time', async () => {
    const once = makeOnce(40);
    expect([once.first('a'), once.first('a'), once.first('b')]).toEqual([true, false, true]);
    await pause(60);
    expect(once.first('a')).toBe(true);
  });

  it('are forgotten, the oldest first, when there are too many', () => {
    const once = makeOnce(60_000, 3);
    for (const op of ['a', 'b', 'c', 'd']) once.first(op);
    expect(once.first('d')).toBe(false);
    expect(once.first('a')).toBe(true);
  });

  it('share work under way, and start anew afterwards', async () => {
    const once = makeOnce();
    let runs = 0;
    const work = async () => {
      runs++;
      await pause(10);
      return runs;
    };
    expect(await Promise.all([once.shared('a', work), once.shared('a', work)])).toEqual([1, 1]);
    expect(await once.shared('a', work)).toBe(2);
    await expect(once.shared('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await once.shared('b', async () => 7)).toBe(7);
  });
});

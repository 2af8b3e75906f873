// The limits of Teams, counted by ourselves: how long a call has to wait, in each window, for one conversation and for the whole tenant.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usualBudgets } from '../../../src/platforms/teams/budgets.ts';
import { makePace } from '../../../src/platforms/teams/pace.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());
const later = (ms: number) => vi.advanceTimersByTime(ms);
const many = (n: number, take: () => number) => Array.from({ length: n }, take);

describe('our own limits', () => {
  it('let seven a second, eight in two, into one conversation, and say how long the next has to wait', () => {
    const pace = makePace(usualBudgets);
    expect(many(7, () => pace.take('a'))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    later(400);
    expect(pace.take('a')).toBe(600);
    expect(pace.take('b')).toBe(0);
    later(600);
    expect(pace.take('a')).toBe(0);
    expect(pace.take('a')).toBe(1_000);
    later(1_000);
    expect(pace.take('a')).toBe(0);
  });

  it('let sixty in half a minute', () => {
    const pace = makePace(usualBudgets);
    let taken = 0;
    for (let ms = 0; ms < 30_000; ms += 250) {
      if (pace.take('a') === 0) taken++;
      later(250);
    }
    expect(taken).toBe(60);
    expect(pace.take('a')).toBe(0);
  });

  it('let thirty a second into the tenant, whatever the conversations', () => {
    const pace = makePace(usualBudgets);
    for (let n = 0; n < 30; n++) expect(pace.take(`chat ${n}`)).toBe(0);
    expect(pace.take('another')).toBe(1_000);
    later(1_000);
    expect(pace.take('another')).toBe(0);
  });

  it('count questions about members apart', () => {
    const pace = makePace(usualBudgets);
    many(7, () => pace.take('a'));
    expect(many(14, () => pace.take('a', 'members')).every(ms => ms === 0)).toBe(true);
    expect(pace.take('a', 'members')).toBe(1_000);
  });

  it('count nothing that had to wait', () => {
    const pace = makePace({ ...usualBudgets, perConversation: [[1, 1_000]] });
    pace.take('a');
    many(50, () => pace.take('a'));
    later(1_000);
    expect(pace.take('a')).toBe(0);
  });
});

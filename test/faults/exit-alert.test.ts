// R46 under the worst: the bot is killed at every call on the way from `exit` to the alert, and yet there is exactly one alert and one notice, or nothing at all.
import { afterAll, describe, expect, test } from 'vitest';
import { type Ending, onDisk, onRedis, type Place, type Telling, tell } from './exit-run.ts';
import { standBy } from './mortal-bot.ts';

const lives = standBy(3);
afterAll(() => lives.close());

const whole = { alerts: 1, notices: 1, state: 'ended-early', exits: 1, told: 1, waiting: 0 };
const untouched = { alerts: 0, notices: 0, state: 'active', exits: 0, told: 0, waiting: 0 };
const inTheEnd = ({ seen: _seen, died: _died, points: _points, ...rest }: Ending) => rest;

/** Tells it once for each of these points, two at a time. */
async function forEach(deadly: number[], telling: Omit<Telling, 'lives' | 'deadly'>): Promise<Map<number, Ending>> {
  const endings = new Map<number, Ending>();
  const rest = [...deadly];
  const lane = async (): Promise<void> => {
    for (let point = rest.shift(); point !== undefined; point = rest.shift())
      endings.set(point, await tell({ ...telling, lives, deadly: point }));
  };
  await Promise.all([lane(), lane()]);
  return endings;
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1);

async function undisturbed(place: Place): Promise<string[]> {
  const ending = await tell({ lives, place, deadly: 0 });
  expect(inTheEnd(ending)).toEqual(whole);
  return ending.points;
}

describe.each([onDisk(), onRedis()])('on the $name store', place => {
  afterAll(() => place.close());

  test('killed at every point: one alert, one notice, one end', async () => {
    const points = await undisturbed(place);
    expect(points).toContain('after chat.postMessage');
    const endings = await forEach(upTo(points.length), { place });
    const wrong = [...endings].filter(([, ending]) => JSON.stringify(inTheEnd(ending)) !== JSON.stringify(whole));
    expect(wrong.map(([n, ending]) => ({ n, at: points[n - 1], ...inTheEnd(ending) }))).toEqual([]);
    const unseen = [...endings].filter(([, { seen }]) => !seen).map(([n]) => points[n - 1]);
    expect(unseen).toEqual([]);
    const deaths = [...endings.values()].filter(({ died }) => died).length;
    // Two letters travel at once, so a run can be a point or two shorter than the one that was counted.
    expect(deaths).toBeGreaterThanOrEqual(points.length - 2);
    console.log(`${place.name}: ${points.length} points, ${endings.size} runs, alerts 1 each`);
  }, 300_000);
});

describe('somebody who gives up after the first try', () => {
  const place = onDisk();
  afterAll(() => place.close());

  test('has ended it wholly, or not at all', async () => {
    const points = await undisturbed(place);
    const saved = points.lastIndexOf('after commit') + 1;
    const endings = await forEach(upTo(saved + 1), { place, tries: 0 });
    for (const [n, ending] of endings)
      expect({ n, ...inTheEnd(ending) }).toEqual({ n, ...(n < saved ? untouched : whole) });
  }, 120_000);
});

describe('the same with the safety taken away', () => {
  const place = onDisk();
  afterAll(() => place.close());
  // Killed when the message is out and nothing of that is on record yet.
  const told = (more: Partial<Telling>): Promise<Ending> =>
    tell({ lives, place, deadly: 'after chat.postMessage', ...more });
  const most = ({ alerts, notices }: Ending): number => Math.max(alerts, notices);

  test('without a look-up, a message of unknown outcome comes twice', async () => {
    const [without, withIt] = await Promise.all([told({ lookup: 'off' }), told({})]);
    expect([most(without), most(withIt)]).toEqual([2, 1]);
  }, 60_000);

  test('with a lease shorter than a message needs to land, it comes twice', async () => {
    const landingMs = 8_000;
    const short = told({ timing: { leaseMs: 600, ambiguousMs: 20 }, landingMs });
    const long = told({ timing: { leaseMs: landingMs + 500 }, landingMs });
    expect([most(await short), most(await long)]).toEqual([2, 1]);
  }, 60_000);
});

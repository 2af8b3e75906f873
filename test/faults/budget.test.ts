// What an interaction costs: one open and one commit, and as many calls of Slack, whether the scheme holds ten people or ten thousand. Times are printed, not judged.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Put, put } from '../../src/conversation/outcome.ts';
import type { Store } from '../../src/store/store.ts';
import { aCard } from '../features/people.ts';
import { aRegistration } from '../features/records.ts';
import { aPerson, NOW } from '../features/turn.ts';
import { aBot, type Bot } from '../journeys/bot.ts';
import { priya, seen } from '../journeys/walk.ts';
import { calm } from './bad-days.ts';
import { accountOf, aPair, lay, somebody } from './laid.ts';

/** Hugo looks for a mentor, and Beth has a place and a topic that nobody else has. */
const looking = (): Put[] => [
  ...somebody('UHUGO'),
  ...somebody('UBETH'),
  put('registration', aRegistration('hugo', 'mentee')),
  put('registration', aRegistration('beth', 'mentor')),
  put('card', aCard('hugo', 'mentee', 'Hugo Martins')),
  put('card', { ...aCard('beth', 'mentor', 'Beth Kowalski'), topics: ['safety'] }),
];

/** Somebody among many; every tenth waits for an answer to a registration, the others are in the pool. */
function oneOfMany(n: number): Put[] {
  const id = `many${n}`;
  const role = n % 2 ? 'mentor' : 'mentee';
  const waits = n % 10 === 0;
  return [
    put('account', { id: accountOf(`UMANY${n}`), person: id }),
    put('person', aPerson(id, `Person Number ${n}`, { accounts: [accountOf(`UMANY${n}`)], joinedAt: NOW - n })),
    put('registration', aRegistration(id, role, { state: waits ? 'submitted' : 'available' })),
    put('card', { ...aCard(id, role, `Person Number ${n}`), topics: ['career'] }),
  ];
}

type Cost = { store: string[]; slack: string[]; ms: number };

/** Notes the calls that turns make: those of the clock and of letters on their way are others'. */
function noting(notes: string[]) {
  return (store: Store): Store => ({
    ...store,
    open: steps => {
      if (steps.some(step => step.name === '~account')) notes.push('open');
      return store.open(steps);
    },
    commit: commit => {
      if (commit.op.id.startsWith('slack:')) notes.push('commit');
      return store.commit(commit);
    },
  });
}

async function costsOf(kind: 'embedded' | 'redis', people: number): Promise<Record<string, Cost>> {
  const notes: string[] = [];
  const bot: Bot = await aBot({ store: kind, extras: { around: noting(notes) }, timing: { pollMs: 50 } });
  const costs: Record<string, Cost> = {};
  try {
    const many = Array.from({ length: people - 4 }, (_, n) => oneOfMany(n)).flat();
    const records = [...aPair('P1', 'USAM', 'UALEX'), ...looking(), ...many];
    await lay(bot.mentor.store, bot.mentor.vault, records, { matchingMode: 'mentee' });
    const cost = async (what: string, deed: () => Promise<unknown>): Promise<void> => {
      notes.length = 0;
      const from = bot.standIn.log.length;
      const began = performance.now();
      await deed();
      const ms = performance.now() - began;
      await new Promise(resolve => setTimeout(resolve, 30));
      const slack = bot.standIn.log.slice(from).map(call => call.method);
      costs[what] = { store: [...notes], slack: slack.filter(method => method.startsWith('views.')), ms };
    };
    const [sam, alex, one] = [bot.as('USAM'), bot.as('UALEX'), bot.as(priya)];
    await cost('home', () => sam.command(''));
    await sam.closeView(true);
    // Who a co-ordinator is that never registered is noted when they first come, so that it need not be asked again (R53).
    await cost('first visit', () => one.command(''));
    await one.closeView(true);
    await bot.settle();
    for (const word of ['accept', 'match', 'checkin.now', 'desk']) {
      await cost(word, () => one.command(word));
      await one.closeView(true);
    }
    await cost('review', () => alex.command('review'));
    await alex.fill({ 'Did the meeting take place?': 'Yes, we met' });
    await cost('review, kept', () => alex.submit());
    await alex.closeView(true);
    await cost('exit', () => sam.command('exit'));
    await sam.fill({ 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
    await cost('exit, sent', () => sam.submit());
    await cost('exit, ended', async () => {
      await sam.press('view', 'End the pairing');
      await seen(bot, 'USAM', /has ended/);
    });
    const hugo = bot.as('UHUGO');
    await cost('choose', () => hugo.command('choose'));
    await hugo.press('view', 'Search');
    await hugo.fill({ 'Somebody who can talk about': 'Health and safety' });
    await cost('choose, searched', () => hugo.submit());
    await cost('choose, one', () => hugo.press('view', 'Look'));
    await cost('choose, put on the list', () => hugo.press('view', 'Put on my list'));
    await cost('choose, asked', () => hugo.press('view', 'Ask them'));
    await calm(bot.mentor.store);
    return costs;
  } finally {
    await bot.close();
  }
}

describe.each(['embedded', 'redis'] as const)('an interaction on the %s store', kind => {
  let few: Record<string, Cost>;
  let many: Record<string, Cost>;
  beforeAll(async () => {
    few = await costsOf(kind, 10);
    many = await costsOf(kind, 10_000);
  }, 180_000);
  afterAll(() => {
    const line = ([what, { ms }]: [string, Cost]) =>
      `${what} ${ms.toFixed(0)} / ${(many[what]?.ms ?? Number.NaN).toFixed(0)}`;
    console.log(`${kind}, ms at 10 / 10,000 people: ${Object.entries(few).map(line).join(', ')}`);
  });

  const calls = (costs: Record<string, Cost>, what: string) => ({
    store: costs[what]?.store,
    slack: costs[what]?.slack,
  });

  test('a page is one open', () => {
    for (const what of ['home', 'accept', 'match', 'checkin.now', 'desk', 'review', 'exit'])
      expect({ what, ...calls(many, what) }).toEqual({ what, store: ['open'], slack: ['views.open'] });
  });

  test('a co-ordinator who is no person of the scheme is looked up once, when they first come', () => {
    expect(calls(many, 'first visit').store).toEqual(['open', 'open']);
  });

  test('a form is one open and one commit, and one more open where the next page follows', () => {
    expect(calls(many, 'review, kept')).toEqual({ store: ['open', 'commit'], slack: [] });
    expect(calls(many, 'exit, sent')).toEqual({ store: ['open', 'commit', 'open'], slack: [] });
  });

  test('ending a pairing is one open and one commit', () => {
    expect(calls(many, 'exit, ended')).toEqual({ store: ['open', 'commit'], slack: ['views.update'] });
  });

  test('looking through mentors is one open, also a search; a place on the list and asking are one commit each', () => {
    expect(calls(many, 'choose')).toEqual({ store: ['open'], slack: ['views.open'] });
    expect(calls(many, 'choose, searched').store).toEqual(['open', 'open']);
    expect(calls(many, 'choose, one')).toEqual({ store: ['open'], slack: ['views.update'] });
    expect(calls(many, 'choose, put on the list')).toEqual({
      store: ['open', 'commit', 'open'],
      slack: ['views.update'],
    });
    expect(calls(many, 'choose, asked')).toEqual({ store: ['open', 'commit'], slack: ['views.update'] });
  });

  test('all of it is the same at ten people', () => {
    for (const what of Object.keys(many)) expect({ what, ...calls(few, what) }).toEqual({ what, ...calls(many, what) });
  });
});

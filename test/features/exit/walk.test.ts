// A random walk by two people and two co-ordinators over everything around an exit, with time passing: one alert, one notice, and no reason where it is not meant to be.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part, View } from '../../../src/conversation/notice.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { samAndAlex } from '../people.ts';
import { aStory, type Story } from '../story.ts';
import { alex, ana, ben, CHANNEL, messagesTo, P1, sam } from './begin.ts';

const SECRET = 'SECRETREASON';
const OWN = 'OWNPART';

type Exit = {
  step: 'form' | 'end';
  who: string;
  knows: 'told' | 'not-yet';
  reasonFor: 'coordinator' | 'partner' | 'counted';
};
type Step =
  | Exit
  | { step: 'read' | 'release' | 'told' | 'close'; who: string }
  | { step: 'look'; who: string; word: string }
  | { step: 'wait'; days: number };

const person = fc.constantFrom(sam, alex);
const anybody = fc.constantFrom(sam, alex, ana, ben);
const exitStep = fc.record({
  step: fc.constantFrom('form' as const, 'end' as const),
  who: person,
  knows: fc.constantFrom('told' as const, 'not-yet' as const),
  reasonFor: fc.constantFrom('coordinator' as const, 'partner' as const, 'counted' as const),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: exitStep },
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constantFrom('read' as const, 'release' as const, 'told' as const, 'close' as const),
      who: anybody,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('look' as const),
      who: anybody,
      word: fc.constantFrom('exit', 'exit.end', 'exit.read', 'checkin', 'review', 'difficulty', 'pair'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 4 }) }) },
);

/** What somebody saw, in the order they saw it. */
type Seen = Record<string, string[]>;

function note(seen: Seen, who: string, reply: Reply): void {
  // What stands in one's own form was typed by oneself.
  const shown: View | { parts: Part[] } | Reply = reply.show === 'form' ? { parts: reply.form.intro ?? [] } : reply;
  seen[who] = [...(seen[who] ?? []), JSON.stringify(shown)];
}

async function take(on: Story, seen: Seen, one: Step): Promise<Exit | undefined> {
  const before = (await on.read('pairing', 'P1'))?.state;
  if (one.step === 'wait') {
    await on.later(one.days * DAY);
    return undefined;
  }
  if (one.step === 'look') {
    note(seen, one.who, await on.open(one.who, one.word, P1));
    return undefined;
  }
  if (one.step === 'read' || one.step === 'release' || one.step === 'told') {
    note(seen, one.who, await on.press(one.who, 'exit.read', one.step, P1));
    return undefined;
  }
  if (one.step === 'close') {
    const form = await on.open(one.who, 'exit.close', P1);
    note(seen, one.who, form.show === 'form' ? await on.send(one.who, form, { action: 'none', told: 'yes' }) : form);
    return undefined;
  }
  return exit(on, seen, one as Exit, before);
}

async function exit(on: Story, seen: Seen, one: Exit, before: string | undefined): Promise<Exit | undefined> {
  const answers: Record<string, RawAnswer> = {
    partnerKnows: one.knows,
    next: 'later',
    urgent: false,
    reasons: ['fit'],
    reasonText: `${SECRET} of ${one.who}`,
    gained: `${OWN} of ${one.who}`,
  };
  const form = await on.open(one.who, 'exit', P1);
  note(seen, one.who, form);
  if (form.show !== 'form') return undefined;
  const last = await on.send(one.who, form, answers);
  note(seen, one.who, last);
  if (one.step === 'form' || last.show !== 'form') return undefined;
  note(seen, one.who, await on.send(one.who, last, { reasonFor: one.reasonFor }));
  const after = (await on.read('pairing', 'P1'))?.state;
  return before === 'active' && after === 'ended-early' ? one : undefined;
}

async function walk(steps: Step[]): Promise<void> {
  const on = await aStory(samAndAlex({ state: 'active', met: 1 }));
  try {
    const seen: Seen = {};
    let ended: Exit | undefined;
    for (const one of steps) {
      const did = await take(on, seen, one);
      expect(did && ended).toBeUndefined();
      ended = did ?? ended;
      await on.settle();
      await judge(on, seen, ended);
    }
    await on.later(30 * DAY);
    await judge(on, seen, ended);
    if (ended) expect(messagesTo(on, ended.who === sam ? alex : sam).length).toBeGreaterThan(0);
  } finally {
    await on.close();
  }
}

async function judge(on: Story, seen: Seen, ended: Exit | undefined): Promise<void> {
  const pairing = await on.read('pairing', 'P1');
  const record = await on.read('exit', 'P1');
  const alerts = messagesTo(on, CHANNEL).filter(
    one =>
      !JSON.stringify(one.notice).includes('goes out by itself on') || JSON.stringify(one.notice).includes('Alex Reed'),
  );
  expect(pairing?.state).toBe(ended ? 'ended-early' : 'active');
  expect(alerts).toHaveLength(ended ? 1 : 0);
  const everything = JSON.stringify(on.box.messages);
  expect(everything).not.toContain(SECRET);
  expect(everything).not.toContain(OWN);
  if (!ended) return;
  const partner = ended.who === sam ? alex : sam;
  const seenByPartner = (seen[partner] ?? []).join('\n');
  if (ended.reasonFor !== 'partner' || pairing?.notice === 'held')
    expect(seenByPartner).not.toContain(`${SECRET} of ${ended.who}`);
  for (const who of [sam, alex, ana, ben]) {
    if (who !== ended.who) expect((seen[who] ?? []).join('\n')).not.toContain(`${OWN} of ${ended.who}`);
    if (ended.reasonFor === 'counted' && who !== ended.who)
      expect((seen[who] ?? []).join('\n')).not.toContain(`${SECRET} of ${ended.who}`);
  }
  // Until the notice is given the partner has seen nothing of an end, and is told of it once.
  expect(messagesTo(on, partner)).toHaveLength(pairing?.notice === 'given' ? 1 : 0);
  if (pairing?.notice === 'held') expect(seenByPartner).not.toContain('not paired any more');
  if (record?.closedOn !== undefined) expect(JSON.stringify(alerts[0]?.notice)).not.toMatch(/Sam|Alex/);
}

test('R44–R49, F21: whatever the four do, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async steps => walk(steps)),
    { numRuns: 60, seed: 20261123 },
  );
}, 120_000);

// Every page and every button of every room, pressed by everybody with ids that no button of ours ever carried: nothing throws, nothing is left hanging, and places stay right.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import { takesPlace } from '../../src/scheme/states.ts';
import { accountOf } from '../features/people.ts';
import type { Story } from '../features/story.ts';
import { all, begin, COORDINATORS, take } from './matching.ts';

const odd = [
  '',
  ' ',
  ',',
  '~',
  'e1 m1',
  'e1 m1,e2 m2',
  '__proto__',
  'constructor',
  'toString',
  '1000000000',
  '-1',
  '1e9',
  'NaN',
  '0',
  '1',
  'run1',
  'run1-1',
  '|',
  '/',
  '%00',
  'x'.repeat(300),
  '😀',
  '../person/e1',
  'mentor',
  'mentee',
  'both',
  'yes',
  '5~a',
  's0',
  '0~',
  '~~',
  '{"score":1,"member":"x"}',
];
const names = [
  'run',
  'page',
  'mentee',
  'mentor',
  'pairing',
  'person',
  'registration',
  'role',
  'event',
  'after',
  'round',
  'list',
  'key',
  'account',
  'liked',
  'not',
  'only',
  'generation',
  'topic',
  'exit',
  'inquiry',
  'meeting',
  'from',
  'said',
  'asked',
  'search',
];
const pages = rooms.flatMap(room => room.pages);
const targets = pages.flatMap(({ word, press }) => [
  { word, press: undefined },
  ...Object.keys(press ?? {}).map(name => ({ word, press: name as string | undefined })),
  { word, press: '__proto__' as string | undefined },
]);

/** A scheme in which something of everything is under way; says which ids there are. */
async function busy(): Promise<{ story: Story; ids: string[] }> {
  const story = await begin();
  await take(story, { propose: 'e5', to: 'm3', by: 0 });
  await take(story, { propose: 'e4', to: 'm2', by: 0 });
  await take(story, { answer: 'yes', nth: 0 });
  await take(story, { answer: 'yes', nth: 0 });
  await take(story, { run: 'start', by: 0 });
  const form = await story.open(COORDINATORS[0] ?? '', 'event.new');
  await story.send(COORDINATORS[0] ?? '', form, { title: 'Meet', day: '2026-12-10', time: '14:00', place: 'Hall' });
  await story.settle();
  const { keys } = await story.store.keys(undefined, 10_000);
  return { story, ids: [...new Set(keys.map(key => key.slice(key.indexOf('/') + 1)))] };
}

const accounts = [
  accountOf('e1'),
  accountOf('e5'),
  accountOf('m2'),
  accountOf('m3'),
  ...COORDINATORS,
  'slack/T1/USTRANGER',
];

test('whatever ids come with a page or a button, it is answered', async () => {
  const troubles: string[] = [];
  setLog('warn', line => troubles.push(line));
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1_000_000)), async draw => {
      const { story, ids } = await busy();
      const next = (): number => draw.next().value as number;
      const pick = <T>(items: readonly T[]): T => items[next() % items.length] as T;
      try {
        for (const target of targets) {
          const given = Object.fromEntries(
            names.filter(() => next() % 2 === 0).map(name => [name, next() % 3 === 0 ? pick(odd) : pick(ids)]),
          );
          const account = pick(accounts);
          const where = `${account} ${target.word}!${target.press} ${JSON.stringify(given)}`;
          const reply = await (target.press === undefined
            ? story.open(account, target.word, given)
            : story.press(account, target.word, target.press, given)
          ).catch(error => {
            throw new Error(where, { cause: error });
          });
          if (reply.show === 'form' && next() % 2 === 0) {
            const answers = Object.fromEntries(
              Object.keys(reply.form.fields).map(name => [
                name,
                pick<never>([
                  null,
                  '',
                  [],
                  ['p:e1'],
                  ['p:__proto__'],
                  'x'.repeat(4000),
                  '<!channel>',
                  true,
                  ['a', 'a'],
                ] as never[]),
              ]),
            );
            await story.send(account, reply, answers).catch(error => {
              throw new Error(`sent ${where} ${JSON.stringify(answers)}`, { cause: error });
            });
          }
          await story.settle();
          expect(troubles, where).toEqual([]);
          const pairings = await all(story, 'pairing');
          for (const place of await all(story, 'registration')) {
            const held = pairings.filter(one => one[place.role] === place.person && takesPlace(one.state)).length;
            expect([place.id, place.taken], where).toEqual([place.id, held]);
          }
        }
      } finally {
        await story.close();
      }
    }),
    { numRuns: Number(process.env['WALKS'] ?? 1), seed: Number(process.env['SEED'] ?? 20261126), endOnFailure: true },
  );
}, 1_200_000);

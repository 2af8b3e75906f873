// The fullest pages of choosing, with the longest cards: nothing exceeds what Slack takes.
import { afterEach, expect, test } from 'vitest';
import type { Reply } from '../../../src/platforms/platform.ts';
import { problemsOfView } from '../../../src/platforms/slack/check.ts';
import { drawView } from '../../../src/platforms/slack/draw-view.ts';
import { long, longScheme, NAME, variants } from '../../house/world.ts';
import { accountOf } from '../people.ts';
import type { Story } from '../story.ts';
import { aMentee, aMentor, choosing, MODE, onList } from './pool.ts';

let story: Story;
afterEach(() => story.close());

const card = variants.card()[0]!;
const longest = { ...card, career: long(2000) };
const mentors = Array.from({ length: 60 }, (_, n) => n).flatMap(n =>
  aMentor(`m${n}`, { name: NAME, card: { ...longest, id: `m${n}-mentor`, person: `m${n}` } }),
);

function drawn(reply: Reply): string[] {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}`);
  return problemsOfView(drawView(reply.view, reply.at, 'T1'));
}

test('a full page of mentors, one mentor, the list and who is asked', async () => {
  const { topics, areas, stages, sites } = longScheme();
  story = await choosing([...aMentee('alex', { name: NAME, card: { topics: card.topics.slice(0, 3) } }), ...mentors], {
    ...MODE,
    topics,
    areas,
    stages,
    sites,
  });
  const alex = accountOf('alex');
  const pages: [string, Record<string, string>][] = [
    ['choose', {}],
    ['choose', { word: 'channel', topic: card.topics[0]!, site: 'site-3' }],
    ['choose.one', { mentor: 'm1', word: 'channel', topic: card.topics[0]!, site: 'site-3' }],
  ];
  for (const [word, ids] of pages) expect([word, drawn(await story.open(alex, word, ids))]).toEqual([word, []]);
  await onList(story, 'alex', 'm1', 'm2', 'm3');
  expect(drawn(await story.open(alex, 'choose.list'))).toEqual([]);
  expect(drawn(await story.press(alex, 'choose.list', 'ask'))).toEqual([]);
  expect(drawn(await story.open(alex, 'choose'))).toEqual([]);
});

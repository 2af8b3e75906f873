// One of several processes that write to the same data file at once; started by sqlite.test.ts with the file, a number of commits, a name, and how many to wait for.
import { openSqlite } from '../../src/store/sqlite.ts';
import { change, letter, onRecord, record } from './build.ts';

const [file = '', commits = '0', name = '', racers = '0'] = process.argv.slice(2);
const store = await openSqlite({ file, scheme: 's', timeoutMs: 20_000 });
const started = async () => (await store.open([{ name: 'n', counts: 'started' }])).counts['n']?.['racers'] ?? 0;
await store.commit(change({ op: `${name}-start`, counts: [{ name: 'started', field: 'racers', by: 1 }] }));
while ((await started()) < Number(racers)) await new Promise(resolve => setTimeout(resolve, 2));
let conflicts = 0;
for (let n = 0; n < Number(commits); ) {
  const version = (await onRecord(store, 'shared'))['note/shared']?.version ?? 0;
  const answer = await store.commit(
    change({
      op: `${name}-${n}-${conflicts}`,
      checks: [{ key: 'note/shared', version }],
      writes: [record('note/shared', { name, n })],
      counts: [{ name: 'won', field: name, by: 1 }],
      deliveries: [letter(`${name}-${n}`)],
    }),
  );
  if (answer.result === 'done') n++;
  else conflicts++;
}
const taken: string[] = [];
for (;;) {
  const claimed = await store.claim(['slack/T1'], 60_000, 3);
  if (claimed.length === 0) break;
  for (const { delivery, token } of claimed)
    if (await store.settle(delivery.id, token, { how: 'done' })) taken.push(delivery.id);
}
await store.close();
process.stdout.write(JSON.stringify({ conflicts, taken }));

// The conformance suite that every store passes; each store's test file calls it with its own way of opening.
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { deliveriesContract } from './contract-deliveries.ts';
import { leasesContract } from './contract-leases.ts';
import { recordsContract } from './contract-records.ts';
import { timeContract } from './contract-time.ts';

/** Opens further clients on the same data: each is what another process would hold. */
export type Bench = { open: (scheme: string) => Promise<Store>; close: () => Promise<void> };
/** For one test: a store of a scheme of its own, and more clients of it. */
export type Fresh = (scheme?: string) => Promise<Store>;
/** A scheme that no other test uses. */
export type NewScheme = () => string;

export function storeContract(name: string, start: () => Promise<Bench>): void {
  let bench: Bench;
  let schemes = 0;
  const opened: Store[] = [];
  const newScheme: NewScheme = () => `scheme-${++schemes}`;
  const fresh: Fresh = async (scheme = newScheme()) => {
    const store = await bench.open(scheme);
    opened.push(store);
    return store;
  };
  describe(name, () => {
    beforeAll(async () => {
      bench = await start();
    });
    afterAll(async () => {
      for (const store of opened) await store.close();
      await bench.close();
    });
    recordsContract(fresh, newScheme);
    timeContract(fresh);
    deliveriesContract(fresh);
    leasesContract(fresh);
  });
}

// The one order in which people are looked at, so that the result never depends on how a list came in.

/** Compares two ids by their code units. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A copy in canonical order; throws when an id stands twice, because places would then be counted twice. */
export function inOrder<T extends { readonly id: string }>(people: readonly T[]): T[] {
  const sorted = [...people].sort((a, b) => byId(a.id, b.id));
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]!.id === sorted[i - 1]!.id) throw new Error(`matching: ${sorted[i]!.id} stands twice in one list`);
  }
  return sorted;
}

/** Position of each id. */
export const positions = (people: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(people.map((one, index) => [one.id, index]));

// Words for the keys that records hold: topics, areas, stages, sites and the like.

/** The label of a key; a key the scheme no longer lists is shown as it is. */
export function labelOf(options: readonly { key: string; label: string }[], key: string | undefined): string {
  if (key === undefined) return '';
  return options.find(option => option.key === key)?.label ?? key;
}

/** Labels of several keys, joined as people write lists: `a, b and c`. */
export function labelsOf(options: readonly { key: string; label: string }[], keys: readonly string[]): string {
  return inWords(keys.map(key => labelOf(options, key)));
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

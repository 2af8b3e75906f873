// Words as people type them: which page is meant, and which word comes nearest to a mistyped one.

function tidy(typed: string): string[] {
  return typed
    .trim()
    .toLocaleLowerCase('en-GB')
    .replace(/^[/!]+/, '')
    .replace(/[.,;:!?"'“”‘’*_`]+/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

/** The word meant by what was typed: `check-in now` finds `checkin.now`; what follows a known word is ignored. Undefined when none fits. */
export function wordIn(typed: string, words: readonly string[]): string | undefined {
  const parts = tidy(typed);
  for (let n = Math.min(parts.length, 3); n > 0; n--) {
    const said = parts.slice(0, n);
    const found = [said.join('.'), said.join('-'), said.join('')]
      .flatMap(way => [way, way.replaceAll('-', '')])
      .find(way => words.includes(way));
    if (found) return found;
  }
  return undefined;
}

/** Letters to change, add, drop or swap to come from one word to the other (Damerau and Levenshtein, neighbouring swaps). */
function distance(a: string, b: string): number {
  const rows: number[][] = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** The word nearest to a mistyped one: near enough to be meant, else undefined. Ties go to the first. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const said = tidy(typed)[0] ?? '';
  const near = words.map(word => ({ word, far: distance(said, word) })).sort((a, b) => a.far - b.far)[0];
  return near && near.far <= Math.max(1, Math.floor(near.word.length / 3)) ? near.word : undefined;
}

// Leaving the other one out of what is handed in (R36): their name, as it stands on their card, becomes what they are to the writer.

/** Somebody who is left out, and what stands in their place: `my mentee`. */
export type LeftOut = { name: string; as: string };

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** As a word of its own; letters and digits of any script beside it make it another word. */
const alone = (text: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(text)}(?![\\p{L}\\p{N}])`, flags);

/** The full name however it is written; each of its words only with a capital, since a name may also be an ordinary word. */
function waysOf({ name }: LeftOut): RegExp[] {
  const words = name.split(/\s+/u).filter(word => /^(\p{Lu}|\p{Lo}).+/u.test(word));
  return [alone(name.trim(), 'giu'), ...words.map(word => alone(word, 'gu'))];
}

const BEGINS = /(^|[.!?…:]["”’)]?\s+|\n\s*)$/u;
const upper = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

/** What stands in a name's place, with a capital where a sentence begins. */
function instead(said: string, way: RegExp, as: string): string {
  return said.replace(way, (_name, at: number) => (BEGINS.test(said.slice(0, at)) ? upper(as) : as));
}

/** The text without these people's names. */
export function withoutNames(text: string, people: readonly LeftOut[]): string {
  const known = people.filter(({ name }) => name.trim() !== '');
  return known.reduce((said, one) => waysOf(one).reduce((left, way) => instead(left, way, one.as), said), text);
}

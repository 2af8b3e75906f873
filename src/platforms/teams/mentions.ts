// Who is named in a text, and how Teams is told of people who are mentioned.
import type { Text } from '../../conversation/notice.ts';
import type { Mention } from './card.ts';
import { dead, JOINT } from './dead.ts';
import { LIMITS } from './limits.ts';
import type { Names } from './text.ts';
import { words } from './words.ts';

/** The accounts and channels that are named in some texts. */
export function namedIn(texts: Text[]): { people: string[]; channels: string[] } {
  const spans = texts.flat().filter(span => typeof span !== 'string');
  const people = spans.flatMap(span => ('person' in span ? [span.person] : []));
  const channels = spans.flatMap(span => ('channel' in span ? [span.channel] : []));
  return { people: [...new Set(people)], channels: [...new Set(channels)] };
}

/** A name within the bytes a mention may have; what is left out is marked with an ellipsis. */
function brief(name: string): string {
  const points = [...name];
  while (Buffer.byteLength(points.join('')) > LIMITS.mentionName) points.splice(-2, 2, '…');
  return points.join('');
}

/** Mentions of all these people that can be mentioned; two of one name are told apart by a joint nobody sees. */
export function mentionsOf(accounts: string[], { people }: Names): Mention[] {
  const mentions: Mention[] = [];
  for (const account of accounts) {
    const { id, name = '' } = people[account] ?? {};
    if (id === undefined || mentions.some(one => one.mentioned.id === id)) continue;
    const shown = brief(dead(name.replace(/\s+/g, ' ').trim())) || words.somebody;
    const same = mentions.filter(one => one.mentioned.name === shown).length;
    mentions.push({ type: 'mention', text: `<at>${shown}${JOINT.repeat(same)}</at>`, mentioned: { id, name: shown } });
  }
  return mentions;
}

// What a mentee looks for among the mentors' cards: topic, site, a word. It travels with the buttons and is kept nowhere.
import type { Ids } from '../../conversation/notice.ts';
import { page } from '../../conversation/plan.ts';
import type { Card, Scheme } from '../../scheme/kinds.ts';
import { inWords, labelOf, labelsOf } from '../../scheme/options.ts';
import { messages } from './messages.ts';

/** Cards looked through at a time; for a word, which is in no index, more of them. */
const CARDS = 24;
const CARDS_FOR_A_WORD = 48;
export const LONGEST_WORD = 40;

/** What is looked for, as buttons carry it on. */
export function searchIn(ids: Ids): Ids {
  const word = [...(ids['word'] ?? '')].slice(0, LONGEST_WORD).join('');
  const kept = { topic: ids['topic'] ?? '', site: ids['site'] ?? '', word, more: ids['more'] === 'yes' ? 'yes' : '' };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== '' && value.length <= 100));
}

/** One page of cards, by the index that fits best; the rest of what is looked for is read off the cards. */
export function cardsPage(ids: Ids) {
  const { topic, site, word } = searchIn(ids);
  const max = word ? CARDS_FOR_A_WORD : CARDS;
  const options = { max, after: ids['after'], oldestFirst: true };
  if (topic) return page('card', 'card.topic', { ...options, of: topic });
  return site ? page('card', 'card.site', { ...options, of: site }) : page('card', 'card.mentors', options);
}

export function fits(card: Card, ids: Ids, scheme: Scheme): boolean {
  const { topic, site, word } = searchIn(ids);
  if (topic && !card.topics.includes(topic)) return false;
  if (site && card.site !== site) return false;
  return !word || wordsOn(card, scheme).includes(word.toLocaleLowerCase('en-GB'));
}

function wordsOn(card: Card, scheme: Scheme): string {
  const { name, jobTitle, department, institution, career } = card;
  const labels = [
    labelOf(scheme.sites, card.site),
    labelsOf(scheme.topics, card.topics),
    labelsOf(scheme.areas, card.areas),
  ];
  return [name, jobTitle, department, institution, career, ...labels].join('\n').toLocaleLowerCase('en-GB');
}

/** What is looked for, in words; undefined when it is everybody. */
export function searchInWords(ids: Ids, scheme: Scheme): string | undefined {
  const { topic, site, word } = searchIn(ids);
  const words = messages.browse;
  const said = [
    ...(topic ? [words.topic(labelOf(scheme.topics, topic))] : []),
    ...(site ? [words.site(labelOf(scheme.sites, site))] : []),
    ...(word ? [words.word(word)] : []),
  ];
  return said.length > 0 ? inWords(said) : undefined;
}

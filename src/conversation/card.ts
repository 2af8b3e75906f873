// A profile card as people read it: in one's own preview, in a proposal, for a co-ordinator. What may be on it is decided by the record.
import { heldOptions, modes, slots } from '../scheme/defaults.ts';
import type { Card, Scheme } from '../scheme/kinds.ts';
import { labelOf, labelsOf } from '../scheme/options.ts';
import { facts, heading, type Part, text } from './notice.ts';

/** The parts of a card; what was left open is left out. */
export function cardParts(card: Card, scheme: Pick<Scheme, 'topics' | 'areas' | 'stages' | 'sites'>): Part[] {
  const lines: [string, string][] = [
    ['Pronouns', card.pronouns ?? ''],
    ['Job', card.jobTitle],
    ['Department', [card.department, card.institution].filter(Boolean).join(', ')],
    ['Site', labelOf(scheme.sites, card.site)],
    ['Stage', labelOf(scheme.stages, card.stage)],
    [card.role === 'mentor' ? 'Can talk about' : 'Would like to talk about', labelsOf(scheme.topics, card.topics)],
    ['Technical areas', labelsOf(scheme.areas, card.areas)],
    ['Meets', labelsOf(modes, card.modes)],
    ['Free', labelsOf(slots, card.slots)],
    ['Holds', labelsOf(heldOptions, card.held)],
  ];
  return [
    heading(card.name),
    facts(lines.filter(([, value]) => value !== '')),
    ...(card.career ? [text(card.career)] : []),
  ];
}

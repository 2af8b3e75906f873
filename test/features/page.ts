// Plain calls to a room's page in tests: show it, send its form through the real check of answers, press its buttons, draw its letters.

import type { DateRule, Letter, Page, Room } from '../../src/conversation/feature.ts';
import { type Form, readAnswers } from '../../src/conversation/form.ts';
import type { Button, Ids, Notice, Part, Text, View } from '../../src/conversation/notice.ts';
import type { Changes, Outcome, Put, Screen } from '../../src/conversation/outcome.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import type { KindName, RecordOf } from '../../src/scheme/kinds.ts';

const found = <T>(what: string, item: T | undefined): T => {
  if (!item) throw new Error(`no ${what}`);
  return item;
};

export const pageNamed = (room: Room, word: string): Page =>
  found(
    `page ${word}`,
    room.pages.find(page => page.word === word),
  );
export const letterNamed = (room: Room, name: string): Letter =>
  found(
    `letter ${name}`,
    room.letters?.find(letter => letter.name === name),
  );
export const dateNamed = (room: Room, what: string): DateRule =>
  found(
    `date ${what}`,
    room.dates?.find(rule => rule.what === what),
  );

const untyped = (turn: unknown): Turn<never> => turn as Turn<never>;

export function show(room: Room, word: string, turn: unknown, ids: Ids = {}): Form | View {
  return pageNamed(room, word).show(untyped(turn), ids);
}

export function viewOf(room: Room, word: string, turn: unknown, ids: Ids = {}): View {
  const screen = show(room, word, turn, ids);
  if ('fields' in screen) throw new Error(`${word} shows a form`);
  return screen;
}

export function formOf(room: Room, word: string, turn: unknown, ids: Ids = {}): Form {
  const screen = show(room, word, turn, ids);
  if (!('fields' in screen)) throw new Error(`${word} shows no form`);
  return screen;
}

/** Sends a form as the engine would: answers are read by the form's own check first. */
export function take(room: Room, word: string, turn: unknown, raw: Record<string, unknown>, ids: Ids = {}): Outcome {
  const page = pageNamed(room, word);
  const read = readAnswers(formOf(room, word, turn, ids).fields, raw);
  if ('problems' in read) return read;
  return found('take', page.take)(untyped(turn), ids, read.answers as never);
}

export function pressed(room: Room, word: string, action: string, turn: unknown, ids: Ids = {}): Outcome {
  return found(`press ${action}`, pageNamed(room, word).press?.[action])(untyped(turn), ids);
}

export function drawn(room: Room, name: string, turn: unknown, ids: Ids = {}): Notice | undefined {
  return letterNamed(room, name).draw(untyped(turn), ids);
}

export function decided(room: Room, what: string, turn: unknown, ids: Ids): Changes | undefined {
  return dateNamed(room, what).decide(untyped(turn), ids);
}

/** The changes of an outcome that saved something. */
export function changesOf(outcome: Outcome): Changes {
  if ('problems' in outcome) throw new Error(`problems: ${JSON.stringify(outcome.problems)}`);
  return outcome.changes ?? {};
}

export function screenOf(outcome: Outcome): Screen {
  if ('problems' in outcome) throw new Error(`problems: ${JSON.stringify(outcome.problems)}`);
  return outcome.screen;
}

/** The written record of a kind (and id), if any. */
export function written<K extends KindName>(changes: Changes | undefined, kind: K, id?: string): RecordOf<K> {
  const all = (changes?.put ?? []).filter((one: Put) => one.kind === kind && (!id || one.value.id === id));
  if (all.length !== 1) throw new Error(`${all.length} writes of ${kind} ${id ?? ''}`);
  return all[0]?.value as RecordOf<K>;
}

function said(text: Text): string {
  if (typeof text === 'string') return text;
  return text
    .map(span => (typeof span === 'string' ? span : 'label' in span ? span.label : Object.values(span).join('')))
    .join('');
}

/** Everything a person reads, as plain text. */
export function words(parts: readonly Part[]): string {
  return parts
    .map(part => {
      if (part.part === 'text' || part.part === 'note' || part.part === 'row') return said(part.text);
      if (part.part === 'heading') return part.text;
      if (part.part === 'facts') return part.facts.map(([label, value]) => `${label}: ${said(value)}`).join('\n');
      return part.part === 'list' ? part.items.map(said).join('\n') : '';
    })
    .join('\n');
}

export function buttonsOf(screen: { parts?: Part[]; buttons?: Button[]; intro?: Part[] }): Button[] {
  const inParts = [...(screen.parts ?? []), ...(screen.intro ?? [])].flatMap(part =>
    part.part === 'buttons' ? part.buttons : part.part === 'row' && part.button ? [part.button] : [],
  );
  return [...inParts, ...(screen.buttons ?? [])];
}

/** Where the buttons lead, as `word` or `word!press`. */
export function leads(screen: Parameters<typeof buttonsOf>[0]): string[] {
  return buttonsOf(screen).map(button =>
    'to' in button ? `${button.to.word}${button.to.press ? `!${button.to.press}` : ''}` : button.url,
  );
}

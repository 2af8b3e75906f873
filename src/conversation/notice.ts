// What a person reads: text in parts, and buttons that lead somewhere. Plain strings are always escaped by the platforms, so nothing typed comes alive.

/** Ids that travel in buttons and forms: short texts, re-checked on arrival, never trusted. */
export type Ids = Record<string, string>;

/** A place in the bot: the word of a page, the ids it is about, and, for a button that does something, its name on that page. */
export type Target = { word: string; ids?: Ids; press?: string };

/** Whether two targets lead to the same page, whatever is pressed there. */
export const samePlace = (a: Target, b: Target): boolean =>
  a.word === b.word &&
  JSON.stringify(Object.entries(a.ids ?? {}).sort()) === JSON.stringify(Object.entries(b.ids ?? {}).sort());

/** A stretch of text. Strings are plain. `person` mentions an account (`slack/T…/U…`); `channel` names one. */
export type Span =
  | string
  | { bold: string }
  | { italic: string }
  | { link: string; label: string }
  | { person: string }
  | { channel: string }
  | { code: string };
export type Text = string | Span[];

export type Button =
  | {
      label: string;
      /** Where it leads: a page (opens a window or turns the page of the open one), or an action on one. */
      to: Target;
      style?: 'primary' | 'danger';
      /** Asked before it is carried out. */
      confirm?: { title: string; text: string; yes: string; no: string };
    }
  | { label: string; url: string; style?: 'primary' | 'danger' };

export type Part =
  | { part: 'text'; text: Text }
  | { part: 'heading'; text: string }
  /** Smaller, quieter text. */
  | { part: 'note'; text: Text }
  | { part: 'facts'; facts: [label: string, value: Text][] }
  | { part: 'list'; items: Text[] }
  /** A row about one thing, with a button of its own. */
  | { part: 'row'; text: Text; button?: Button }
  | { part: 'buttons'; buttons: Button[] }
  | { part: 'line' };

/** A message in a channel or a direct chat. `text` is the neutral line that previews and screen readers get. */
export type Notice = { text: string; parts?: Part[]; buttons?: Button[] };

/** A private window or home page. */
export type View = { title: string; parts: Part[]; buttons?: Button[]; back?: Target };

export const text = (t: Text): Part => ({ part: 'text', text: t });
export const heading = (t: string): Part => ({ part: 'heading', text: t });
export const note = (t: Text): Part => ({ part: 'note', text: t });
export const facts = (f: [string, Text][]): Part => ({ part: 'facts', facts: f });
export const list = (items: Text[]): Part => ({ part: 'list', items });
export const row = (t: Text, button?: Button): Part =>
  button ? { part: 'row', text: t, button } : { part: 'row', text: t };
export const buttons = (...b: Button[]): Part => ({ part: 'buttons', buttons: b });
export const line = (): Part => ({ part: 'line' });
/** A button that opens a page. */
export const open = (label: string, word: string, ids: Ids = {}, style?: 'primary' | 'danger'): Button =>
  style ? { label, to: { word, ids }, style } : { label, to: { word, ids } };
/** A button that does something on a page. */
export const press = (
  label: string,
  word: string,
  action: string,
  ids: Ids = {},
  style?: 'primary' | 'danger',
): Button => (style ? { label, to: { word, ids, press: action }, style } : { label, to: { word, ids, press: action } });

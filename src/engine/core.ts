// What every part of the engine works with: the store, the vault, the rooms by name, the doors, the timing.
import type { Document, MadeFile } from '../conversation/document.ts';
import type { DateRule, Job, Letter, Page, Room } from '../conversation/feature.ts';
import type { Platform } from '../platforms/platform.ts';
import type { RecordOf } from '../scheme/kinds.ts';
import { laneOf } from '../scheme/lanes.ts';
import type { Store, Vault } from '../store/store.ts';

/** All in milliseconds of machine time; injected so that tests can scale them together with the stand-in's. */
export type Timing = {
  /** How long a claimed delivery is ours; longer than a message can take to land. */
  leaseMs: number;
  /** After an attempt of unknown outcome: wait until whatever is still on its way has landed. */
  ambiguousMs: number;
  /** Between two messages to one channel or chat. */
  gateMs: number;
  /** Between two changes of messages in one channel. */
  updateGateMs: number;
  /** First wait after a refusal that named no time; doubles, up to ten minutes. */
  backoffMs: number;
  /** How often an idle process looks for deliveries. */
  pollMs: number;
  /** How long a question to a platform's directory may take within a turn. */
  askMs: number;
};

export const usualTiming: Timing = {
  leaseMs: 60_000,
  ambiguousMs: 30_000,
  gateMs: 1_100,
  updateGateMs: 1_300,
  backoffMs: 2_000,
  pollMs: 250,
  askMs: 1_000,
};

export type Core = {
  store: Store;
  vault: Vault;
  timing: Timing;
  platforms: Platform[];
  pages: Map<string, Page>;
  /** What may be typed, with the word of the page it opens. */
  words: Map<string, string>;
  letters: Map<string, Letter>;
  dates: Map<string, DateRule>;
  jobs: Map<string, Job>;
  /** Makes the bytes of a file that a room describes. */
  makeFile: FileMaker;
  /** The scheme as this process last saw it; asked for again only if newer. */
  scheme: { version: number; value: RecordOf<'scheme'> } | undefined;
  /** The schema version of each kind that every living process knows: nothing newer is written. */
  known: Record<string, number>;
  /** Jobs this process is busy with. */
  busy: Set<string>;
  /** Co-ordinators whose name this process has told the rooms. */
  noticed: Set<string>;
  /** Those who met at a record, one behind the other: the end of each line. */
  lines: Map<string, Promise<void>>;
  /** Deliveries this process is sending at this moment. */
  sending: number;
  /** Called when something was committed that may have to be delivered or done. */
  wake: () => void;
  /** Called when an account's own home page may look different now. */
  homeChanged: (account: string) => void;
};

export type FileMaker = (document: Document) => Promise<MadeFile>;

/** Where nobody was handed over who makes files, as in tests that need none. */
const noFiles: FileMaker = document => Promise.reject(new Error(`nobody makes the file ${document.name}`));

function byName<T>(what: string, items: T[], name: (item: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const item of items) {
    if (found.has(name(item))) throw new Error(`two rooms answer to the ${what} "${name(item)}"`);
    found.set(name(item), item);
  }
  return found;
}

/** Every page answers to its own word, and to those people may also use. */
function typedWords(pages: readonly Page[]): Map<string, string> {
  const typed = pages.flatMap(({ word, also = [] }) => [word, ...also].map(said => ({ said, word })));
  const words = byName('word', typed, ({ said }) => said);
  return new Map([...words].map(([said, { word }]) => [said, word]));
}

/** Puts the rooms' door plates together. Throws when two rooms answer to the same name. */
export function makeCore(parts: {
  store: Store;
  vault: Vault;
  rooms: Room[];
  platforms: Platform[];
  timing?: Partial<Timing>;
  makeFile?: FileMaker;
}): Core {
  const { store, vault, rooms, platforms } = parts;
  return {
    store,
    vault,
    platforms,
    timing: { ...usualTiming, ...parts.timing },
    makeFile: parts.makeFile ?? noFiles,
    pages: byName(
      'word',
      rooms.flatMap(room => room.pages),
      page => page.word,
    ),
    words: typedWords(rooms.flatMap(room => room.pages)),
    letters: byName(
      'letter',
      rooms.flatMap(room => room.letters ?? []),
      letter => letter.name,
    ),
    dates: byName(
      'date',
      rooms.flatMap(room => room.dates ?? []),
      rule => rule.what,
    ),
    jobs: byName(
      'job',
      rooms.flatMap(room => room.jobs ?? []),
      job => job.name,
    ),
    scheme: undefined,
    known: {},
    busy: new Set(),
    noticed: new Set(),
    lines: new Map(),
    sending: 0,
    wake: () => {},
    homeChanged: () => {},
  };
}

/** The door in this process that serves an account or channel, if any. */
export function doorOf(core: Core, address: string): Platform | undefined {
  const lane = laneOf(address);
  return core.platforms.find(platform => platform.lanes().includes(lane));
}

/** The lanes whose deliveries this process can take up. */
export const lanesHere = (core: Core): string[] => ['people', ...core.platforms.flatMap(platform => platform.lanes())];

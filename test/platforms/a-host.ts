// A small host written out by hand, for tests of the doors: it remembers what it was asked, and says what a test wants it to.
import type { View } from '../../src/conversation/notice.ts';
import type { Contact, Happening, Host, Interaction, Reply } from '../../src/platforms/platform.ts';

/** What the host was asked and told, and what it shall say. */
export type Hosted = {
  deeds: Interaction[];
  happenings: { happening: Happening; op: string }[];
  searches: { account: string; word: string; field: string; typed: string }[];
  errors: unknown[];
  act: (deed: Interaction) => Promise<Reply> | Reply;
  home: (account: string) => Promise<View> | View;
  people: Host['people'];
  /** What platforms asked to be kept, by id. */
  contacts: Map<string, Contact>;
  /** Where a file's link leads; undefined: there is no public address. */
  fileLink: string | undefined;
};

export function aHost(): { hosted: Hosted; host: Host } {
  const hosted: Hosted = {
    deeds: [],
    happenings: [],
    searches: [],
    errors: [],
    act: () => ({ show: 'close' }),
    home: () => ({ title: 'Mentoring', parts: [{ part: 'text', text: 'Your next step' }] }),
    people: async () => [],
    contacts: new Map(),
    fileLink: undefined,
  };
  const host: Host = {
    act: async deed => {
      hosted.deeds.push(deed);
      return hosted.act(deed);
    },
    home: async account => hosted.home(account),
    people: async (account, target, field, typed) => {
      hosted.searches.push({ account, word: target.word, field, typed });
      return hosted.people(account, target, field, typed);
    },
    happened: async (happening, op) => void hosted.happenings.push({ happening, op }),
    remember: async contact => void hosted.contacts.set(contact.id, contact),
    forget: async id => void hosted.contacts.delete(id),
    contact: async id => hosted.contacts.get(id),
    contacts: async (lane, what) =>
      [...hosted.contacts.values()].filter(one => one.what === what && one.id.startsWith(`${lane}/`)),
    fileLink: async () => hosted.fileLink,
    sorry: error => {
      hosted.errors.push(error);
      return { text: 'Something went wrong on our side. Nothing was saved. Reference 7f3a' };
    },
  };
  return { hosted, host };
}

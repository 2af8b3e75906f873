// One turn: who acts, when, and what is on record for it. All that a room's decision may know.
import type { Instant } from '../scheme/calendar.ts';
import type { Person, Scheme } from '../scheme/kinds.ts';

/** What a platform's directory says about an account. */
export type Profile = {
  name: string;
  email?: string;
  zone?: string;
  jobTitle?: string;
  pronouns?: string;
  isGuest?: boolean;
  /** What a link to a chat with this account names it by, where the platform has such links and the account itself will not do. */
  chatName?: string;
};

export type Actor = {
  /** `slack/T…/U…`; `clock` for dates and jobs. */
  account: string;
  /** Absent for somebody the scheme does not know yet. */
  person?: Person;
  coordinator: boolean;
  /** From the platform's directory; given for somebody the scheme does not know yet. */
  profile?: Profile;
  /** Keyed hash of the profile's address, as kept on a person's record. */
  emailHash?: string;
  /**
   * Somebody the scheme knows by accounts elsewhere, whose directory gives the same address. An address alone proves nothing: that it is
   * the same person is for them to say, on the side that is known.
   */
  twin?: { person: string; accounts: readonly string[] };
};

export type Turn<O = unknown> = {
  /** Story time: the only "now" a room knows. */
  now: Instant;
  actor: Actor;
  scheme: Scheme;
  open: O;
  /** A new id drawn from the operation: deciding again gives the same. `what` keeps several apart. */
  id: (what: string) => string;
  /** A keyed hash: the same for the same text, and nobody without the key of this program can work it out. */
  hash: (plain: string) => string;
  /** The same things in an order drawn from the operation. */
  order: <T>(items: readonly T[]) => T[];
  /** Whether a record was written by somebody else since the form that is being answered was drawn. */
  changed: (kind: string, id: string) => boolean;
  /** Where the person is: a window, a channel, a direct chat, or the home page. */
  place: 'window' | 'channel' | 'direct' | 'home' | 'none';
  /** Where a page of a list goes on: hand it to the next page's `after`. Absent at the end. */
  more: Record<string, string | undefined>;
  /** What a platform could tell about channels that a form names; only pages that ask for it (`checks`). */
  channels: Record<string, ChannelFacts>;
  /** What a platform's directory says of accounts that a form names; those it does not know (and bots) are left out. */
  accounts: Record<string, AccountFacts>;
  /** Those of the channels and accounts asked for whose door another process holds: nothing can be told of them from here. */
  elsewhere: readonly string[];
};

/** What a platform's directory tells about somebody who is named: the profile, and whether the account is gone. */
export type AccountFacts = Profile & { gone: boolean };

/** What a platform tells about a channel: whether it is there for us, who can read it. */
export type ChannelFacts = {
  name: string;
  isPublic: boolean;
  canPost: boolean;
  isArchived: boolean;
  members: string[];
  tooManyMembers: boolean;
};

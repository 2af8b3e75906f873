// The contract between the engine and a chat platform: what a platform hears it hands to the host; what the engine has drawn the platform shows.
import type { MadeFile } from '../conversation/document.ts';
import type { Form, Option, Problems } from '../conversation/form.ts';
import type { Notice, Target, View } from '../conversation/notice.ts';
import type { ChannelFacts, Profile, Turn } from '../conversation/turn.ts';

/** What somebody did, in our words. The account is verified by the platform; ids and answers are not. */
export type Interaction = {
  /** The operation: the same for the same deed, however often the platform tells of it. */
  op: string;
  account: string;
  place: Turn['place'];
  /** Where it happened, when that was a channel: `slack/T…/C…`. */
  channel?: string;
  did: /** Typed a word (or nothing: the home page). */
    | { what: 'word'; text: string }
    /** Pressed a button, or opened a page. */
    | { what: 'press'; target: Target }
    /** Sent a form: `answers` by field name, as the platform read them (see `RawAnswer`). `drawn` is what the form carried. */
    | { what: 'submit'; target: Target; answers: Record<string, RawAnswer>; drawn: Record<string, number> };
};

/**
 * An answer as a platform reads it: text, number as text, `YYYY-MM-DD`, `HH:MM`, option key(s), channel (`slack/T…/C…`), tick,
 * and for people the values of options that `people()` gave.
 */
export type RawAnswer = string | string[] | boolean | null;

/** What to show. `drawn` travels with a form and comes back with its answers (versions of what it was drawn from). */
export type Reply =
  | { show: 'form'; form: Form; at: Target; problems?: Problems; drawn: Record<string, number> }
  | { show: 'view'; view: View; at: Target; document?: MadeFile }
  | { show: 'say'; notice: Notice }
  | { show: 'close' };

/** What happened around us. */
export type Happening =
  | { what: 'person-gone'; account: string }
  | { what: 'person-back'; account: string }
  | { what: 'channel-gone'; channel: string }
  | { what: 'channel-back'; channel: string }
  | { what: 'joined-channel'; channel: string; account: string }
  | { what: 'bot-removed'; lane: string }
  | { what: 'home-opened'; account: string };

/**
 * What a platform has to remember to reach somebody or something of its own; kept by the engine, read by that platform alone. `id` begins
 * with the lane (`teams/<tenant>/…`); `what` is the platform's own word, under which it finds all of them again.
 */
export type Contact = { id: string; what: string; note: Record<string, string> };

/** What a platform may ask of the engine. None of these throws for what a person did; an error is the world's or ours. */
export interface Host {
  act(interaction: Interaction): Promise<Reply>;
  home(account: string): Promise<View>;
  /** People of the scheme's directory whose name fits what was typed so far; for a form's person field. Values go back as answers. */
  people(account: string, target: Target, field: string, typed: string): Promise<Option[]>;
  happened(happening: Happening, op: string): Promise<void>;
  /** Keeps a contact, in place of an earlier one of this id; nothing is written where nothing has changed. */
  remember(contact: Contact): Promise<void>;
  forget(id: string): Promise<void>;
  contact(id: string): Promise<Contact | undefined>;
  /** All contacts of this kind in a lane, up to 500. */
  contacts(lane: string, what: string): Promise<Contact[]>;
  /** A link under the program's public address that hands over the file this press makes, to whoever holds it, for ten minutes; undefined where there is no public address. */
  fileLink(account: string, target: Target): Promise<string | undefined>;
  /** What people read when something went wrong on our side: nothing about the inside, a reference. */
  sorry(error: unknown, interaction: string): Notice;
}

/** Where a message of ours stands. */
export type Ref = { channel: string; message: string };

export type Sent =
  | { sent: Ref }
  /** The platform said no for certain; with `afterMs`, it may be tried again, but not before (0: it named no time). */
  | { refused: string; afterMs?: number }
  /** Never to be tried again as it is: the person or the channel is gone. */
  | { gone: 'person' | 'channel' | 'bot'; why: string }
  /** Not known whether it landed. */
  | { unsure: string };

/** What a look-up says: `unknown` where the platform is there but never tells, `later` when it cannot be asked just now (and not before so many milliseconds). */
export type Found = { found: Ref } | { absent: true } | { unknown: true } | { later: number };

export type Outgoing = { id: string; notice: Notice };

/** A chat platform, seen from the engine. */
export interface Platform {
  name: 'slack' | 'teams';
  /** What people type before a word, such as `/mentor`; absent where words are typed as they are. */
  command?: string;
  /** The lanes this process can serve, such as `slack/T0123`. Known once started. */
  lanes(): string[];
  /** Sends a message to a person (`slack/T…/U…`) or a channel (`slack/T…/C…`). Never tries twice by itself. */
  send(to: string, out: Outgoing): Promise<Sent>;
  update(ref: Ref, out: Outgoing): Promise<Sent>;
  remove(ref: Ref): Promise<Sent>;
  /** Pins one of our messages in its channel; one that is pinned already counts as pinned. `refused` where that is not allowed. */
  pin(ref: Ref): Promise<Sent>;
  /** Looks for a message sent with this delivery id, after an attempt of unknown outcome. */
  find(to: string, id: string, notBefore: number): Promise<Found>;
  showHome(account: string, view: View): Promise<Sent>;
  /** Set where a home page stands before people without their opening it: it is drawn anew after each change, also one from before this process began. */
  homesStand?: true;
  /** Undefined where the directory does not know the account (or it is gone). */
  profile(account: string): Promise<(Profile & { gone: boolean }) | undefined>;
  channel(channel: string): Promise<ChannelFacts | undefined>;
  /** A link that opens a direct chat with this person, if the platform has one. */
  start(host: Host): Promise<void>;
  stop(): Promise<void>;
}

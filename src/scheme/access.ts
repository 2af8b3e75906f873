// Who may read a record. The engine asks here each time it opens something for somebody; a room never has to.
import { type KindName, kinds, type RecordOf } from './kinds.ts';

/** On whose behalf records are opened: a person, one of our own channels, or the clock. */
export type Reader = {
  /** Person id; absent for somebody the scheme does not know yet. */
  person?: string | undefined;
  account?: string | undefined;
  /** Keyed hash of their address, as others may have named them by it. */
  emailHash?: string | undefined;
  coordinator: boolean;
  /** The other co-ordinators, who can look after people that keep this one at a distance. */
  others?: readonly Pick<Reader, 'person' | 'emailHash'>[];
  /** Letters to channels are drawn for the channel: nothing of a pairing in the forum, names in the co-ordinators' channel. */
  channel?: 'forum' | 'coordinators' | undefined;
  /** Dates and jobs: they decide, and what they write is drawn for its reader later. */
  clock?: boolean | undefined;
};

type Named = {
  person?: string;
  mentor?: string;
  mentee?: string;
  closedTo?: string[];
  state?: string;
  menteeYesAt?: number | undefined;
};

/** Whether this reader may be shown this record (design: every record has one set of readers). */
export function mayRead<K extends KindName>(name: K, value: RecordOf<K>, reader: Reader): boolean {
  if (reader.clock) return true;
  const readers = kinds[name].readers;
  const named = value as Named;
  if (readers === 'everybody') return true;
  if (readers === 'engine' || readers === 'counts') return name === 'account';
  if (reader.channel === 'forum') return false;
  if (reader.channel === 'coordinators')
    return readers === 'self' || readers === 'both' || readers === 'coordinator' || readers === 'pool';
  const mine =
    named.person !== undefined &&
    (named.person === reader.person || (name === 'notebook' && named.person === reader.account));
  // Of a request to link an account its own holder, whom the scheme does not know yet, may know as well.
  if (name === 'linking' && reader.account !== undefined && (value as { id: string }).id === reader.account)
    return true;
  switch (readers) {
    case 'self':
      return mine || (name === 'person' && (value as { id: string }).id === reader.person) || looksAfter(named, reader);
    case 'pool':
      return mine || reader.coordinator || reader.person !== undefined;
    case 'coordinator':
      return mine || (reader.coordinator && !isClosedTo(named, reader) && !isOneOf(named, reader.person));
    case 'both':
      // A co-ordinator who is one of the two reads it as that person does (R13).
      return isOneOf(named, reader.person) ? isPartOf(named, reader.person) : looksAfter(named, reader);
    case 'pairing':
      return isPartOf(named, reader.person);
    case 'own':
      return mine;
  }
}

/** Whether somebody is kept away from it, by their person or by the hash of their address. */
export function isClosedTo(
  named: { closedTo?: readonly string[] | undefined },
  who: Pick<Reader, 'person' | 'emailHash'>,
): boolean {
  return (named.closedTo ?? []).some(id => id === who.person || id === who.emailHash);
}

/** R53: whoever runs the scheme sees where people stand, except of those who keep them at a distance, as long as somebody else can. */
const looksAfter = (named: Named, reader: Reader): boolean =>
  reader.coordinator && (!isClosedTo(named, reader) || (reader.others ?? []).every(one => isClosedTo(named, one)));

function isOneOf(named: Named, person: string | undefined): boolean {
  return person !== undefined && (named.mentor === person || named.mentee === person);
}

function isPartOf(named: Named, person: string | undefined): boolean {
  if (person === undefined) return false;
  if (named.mentee === person) return true;
  // R13: until the mentee has said yes, the mentor does not know that there is a proposal.
  const hidden = named.state === 'proposed' || (named.state === 'not-formed' && named.menteeYesAt === undefined);
  return named.mentor === person && !hidden;
}

// What goes out about registrations: the digest in the co-ordinators' channel, a neutral line to the person, and word that one still waits.
import { type DateRule, dateOf, type Letter, letterOf } from '../../conversation/feature.ts';
import { inHours } from '../../conversation/in-hours.ts';
import { list, type Notice, open, text } from '../../conversation/notice.ts';
import type { LetterOrder } from '../../conversation/outcome.ts';
import { put } from '../../conversation/outcome.ts';
import { mine, one, page, sealedOne, some, via } from '../../conversation/plan.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { digest, labels, letters, listing } from './messages.ts';
import { nextCoordinator } from './rules.ts';

const NAMED = 10;

const digestLetter = letterOf({
  name: 'accept.digest',
  class: 'answer',
  plan: () => ({
    waiting: page('registration', 'registration.state:submitted', { max: 20, oldestFirst: true }),
    people: some('person', via('waiting', 'person')),
    accepted: page('registration', 'registration.state:accepted', { max: 50, oldestFirst: true }),
  }),
  draw: (turn, ids): Notice | undefined => {
    const { waiting, people, accepted } = turn.open;
    const claims = accepted.filter(registration => registration.training === 'claimed').length;
    if (waiting.length === 0 && claims === 0 && ids['how'] === 'post') return undefined;
    const headline = digest.waiting(waiting.length, turn.more['waiting'] !== undefined);
    const named = waiting
      .slice(0, NAMED)
      .map(({ person, role }) => listing.row(people.find(known => known.id === person)?.name ?? '', role));
    const unnamed = waiting.length - named.length;
    return {
      text: headline,
      parts: [
        text([{ bold: headline }]),
        ...(named.length > 0 ? [list([...named, ...(unnamed > 0 ? [digest.others(unnamed)] : [])])] : []),
        ...(claims > 0 ? [text(digest.claims(claims))] : []),
      ],
      buttons: [
        ...(waiting.length > 0 ? [open(labels.open, 'accept', {}, 'primary')] : []),
        ...(claims > 0 ? [open(labels.training, 'accept.training')] : []),
      ],
    };
  },
});

const myRegistrations = () => ({
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
});

/** A neutral line and a button; it vanishes when what it is about is no longer so. */
const toPerson = (name: string, isTrue: (registration: Registration) => boolean): Letter =>
  letterOf({
    name,
    class: 'answer',
    plan: myRegistrations,
    draw: ({ open: { mentor, mentee } }): Notice | undefined =>
      [mentor, mentee].some(registration => registration && isTrue(registration))
        ? { text: letters.something, buttons: [open(labels.open, 'register.status')] }
        : undefined,
  });

const undecided = new Set(['submitted', 'more-info', 'not-accepted', 'withdrawn']);

/** To a co-ordinator (or, with no second one, the channel): somebody still waits. */
const waitsLetter = letterOf({
  name: 'accept.waits',
  class: 'must',
  plan: ids => ({
    registration: one('registration', ids['registration'] ?? 'none'),
    person: one('person', via('registration', 'person')),
  }),
  draw: ({ open: { registration, person } }): Notice | undefined => {
    if (registration?.state !== 'submitted') return undefined;
    return {
      text: letters.waits(person?.name ?? '', registration.role),
      parts: [text([{ bold: letters.waits(person?.name ?? '', registration.role) }]), text(letters.waitsMore)],
      buttons: [open(labels.open, 'accept.one', { registration: registration.id }, 'primary')],
    };
  },
});

export const acceptLetters: Letter[] = [
  digestLetter,
  waitsLetter,
  toPerson('accept.accepted', ({ state }) => !undecided.has(state)),
  toPerson('accept.ready', ({ state, trainingAt }) => trainingAt !== undefined && !undecided.has(state)),
  toPerson('accept.claim', ({ trainingAt }) => trainingAt !== undefined),
  toPerson('accept.question', ({ state }) => state === 'more-info'),
  toPerson('accept.declined', ({ state }) => state === 'not-accepted'),
  toPerson('accept.longer', ({ state }) => state === 'submitted'),
];

/** The promised day is here and nobody has answered: the second co-ordinator is told, and the person, once. */
const waits = dateOf({
  what: 'registration.waits',
  plan: ids => ({
    registration: one('registration', ids['id'] ?? 'none'),
    person: one('person', via('registration', 'person')),
    exclusions: sealedOne('exclusions', via('registration', 'person')),
  }),
  decide: ({ open: { registration, person, exclusions }, scheme, now }) => {
    if (registration?.state !== 'submitted' || registration.escalateAt === undefined) return undefined;
    if (registration.escalateAt > now) return undefined;
    const { escalateAt: _told, ...after } = registration;
    const second = nextCoordinator(scheme, person, exclusions);
    const toCoordinator: LetterOrder = {
      letter: 'accept.waits',
      ids: { registration: registration.id },
      to: second === undefined ? { channel: 'coordinators' } : { account: second },
    };
    const toThem: LetterOrder = {
      letter: 'accept.longer',
      ids: {},
      to: { person: registration.person },
      id: `accept.longer-${registration.id}`,
    };
    return {
      put: [put('registration', after as Registration)],
      letters: [toCoordinator, ...inHours([toThem], [person], { now, scheme })],
      history: [{ what: 'registration.waits', about: [registration.id] }],
    };
  },
});

export const acceptDates: DateRule[] = [waits];

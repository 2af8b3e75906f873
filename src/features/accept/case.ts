// One registration as a co-ordinator opens it, and what to say when it is not theirs to answer.
import { isOnlyCoordinator } from '../../conversation/coordinating.ts';
import { type Ids, open, type Text, text, type View } from '../../conversation/notice.ts';
import { type Opened, one as oneOf, sealedOne, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { coordinatorName } from '../../scheme/joining.ts';
import type { Registration, Scheme } from '../../scheme/kinds.ts';
import { labels, one } from './messages.ts';
import { type Leave, leaveFor } from './rules.ts';

/** A registration with everything a co-ordinator may read about it. */
export const casePlan = (ids: Ids) => ({
  registration: oneOf('registration', ids['registration'] ?? 'none'),
  person: oneOf('person', via('registration', 'person')),
  card: oneOf('card', via('registration', 'id')),
  casefile: oneOf('casefile', via('registration', 'id')),
  exclusions: sealedOne('exclusions', via('registration', 'person')),
  /** For a draft that is put back into it; never read. */
  notebook: sealedOne('notebook', via('registration', 'person')),
});

export type CaseTurn = Turn<Opened<ReturnType<typeof casePlan>>>;

/** What was opened, once it is known to be there. */
export type Case = { registration: Registration; name: string; leave: Leave };

export function caseOf(turn: CaseTurn): Case | undefined {
  const { registration, person, card, casefile, exclusions } = turn.open;
  if (!registration) return undefined;
  const leave = leaveFor(turn, registration, casefile, exclusions);
  return { registration, name: card?.name ?? person?.name ?? '', leave };
}

/** Why this is not for the one who acts; undefined when it is. */
export function notForYou(turn: CaseTurn): View | undefined {
  const found = caseOf(turn);
  if (!found) return sayView(one.gone);
  if (found.leave === 'own') return sayView(one.own);
  if (found.leave !== 'closed') return undefined;
  return isOnlyCoordinator(turn)
    ? { ...sayView(one.closedOnly), buttons: [open(labels.setup, 'setup')] }
    : sayView(one.closed);
}

/** One sentence and the way back to the list. */
export function sayView(said: Text): View {
  return {
    title: one.title,
    parts: [text(said)],
    buttons: [open(labels.list, 'accept', {}, 'primary'), open(labels.desk, 'desk')],
  };
}

export const byWhom = (scheme: Scheme, { decidedBy }: Registration): Text =>
  decidedBy === undefined ? 'Another co-ordinator' : [coordinatorName(scheme, decidedBy)];

/** What somebody reads who comes second: nothing was changed, and who came first. */
export function alreadyView(scheme: Scheme, registration: Registration, name: string): View {
  const by = byWhom(scheme, registration);
  switch (registration.state) {
    case 'not-accepted':
      return sayView(one.already.declined(by, name));
    case 'more-info':
      return sayView(one.already.asked(by, name));
    case 'withdrawn':
      return sayView(one.already.withdrawn(name));
    case 'paused':
      return sayView(one.already.other(name));
    default:
      return sayView(registration.decidedBy ? one.already.accepted(by, name) : one.already.other(name));
  }
}

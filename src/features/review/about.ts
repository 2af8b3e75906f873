// What a review opens, and which pairing and meeting it is about.
import type { AnswersOf } from '../../conversation/form.ts';
import { chosenPairing, type MyPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import type { Ids } from '../../conversation/notice.ts';
import { mine as myOwn, type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { type Day, dayOf } from '../../scheme/calendar.ts';
import type { Meeting, Objective } from '../../scheme/kinds.ts';
import type { ReviewFields } from './review-form.ts';
import { meetingInMind } from './rules.ts';

export const reviewPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  named: one('meeting', ids['meeting'] ?? 'none'),
  meetings: page('meeting', 'meeting.of', { of: ids['pairing'] ?? via('pairings', 'id'), max: 12 }),
  objectives: page('objective', 'objective.of', { of: ids['pairing'] ?? via('pairings', 'id'), max: 12 }),
  notebook: one('notebook', myOwn()),
  /** Whom a wish to be contacted stays closed to. */
  exclusions: one('exclusions', myOwn()),
});
export type ReviewTurn = Turn<Opened<ReturnType<typeof reviewPlan>>>;
export type Answers = AnswersOf<ReviewFields>;

/** Everything about the one meeting; `meetings` are those of this pairing only, `undated` the one that has no time yet. */
export type About = {
  mine: MyPairing;
  self: string;
  zone: string;
  today: Day;
  meetings: Meeting[];
  named: Meeting | undefined;
  undated: Meeting | undefined;
  /** Those on their way, in a scheme that has them. */
  objectives: Objective[];
};

/** The pairing that is meant. Without its id only the newest can be, since the plan opened that one's meetings. */
export function about(turn: ReviewTurn, ids: Ids): About | undefined {
  const mine = chosenPairing(turn, ids['pairing']);
  const self = turn.actor.person;
  if (!mine || !self || (ids['pairing'] === undefined && turn.open.pairings[0]?.id !== mine.pairing.id))
    return undefined;
  const isOfThis = (one: { pairing: string }): boolean => one.pairing === mine.pairing.id;
  const ofThis = (meeting: Meeting): boolean => isOfThis(meeting) && meeting.state !== 'undated';
  const undated = turn.open.meetings.find(one => isOfThis(one) && one.id === mine.pairing.undatedMeeting);
  const named = turn.open.named && ofThis(turn.open.named) ? turn.open.named : undefined;
  const today = dayOf(turn.now, self.zone);
  const meetings = turn.open.meetings.filter(ofThis);
  const objectives = turn.open.objectives
    .filter(isOfThis)
    .filter(one => turn.scheme.objectives && one.state === 'running');
  return { mine, self: self.id, zone: self.zone, today, named, meetings, undated, objectives };
}

export const inMind = ({ named, meetings, today, self }: About): Meeting | undefined =>
  named ?? meetingInMind(meetings, today, self);

// What the pages for mentors and mentees open, and how an answer to a round is counted: once for each person and round.
import { pairingsPlan } from '../../conversation/my-pairings.ts';
import { open, text, type View } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import { allOf, me, type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Instant } from '../../scheme/calendar.ts';
import { says } from './messages.ts';

/** My registrations and pairings; the one that is meant, alone, so that its version is watched; its planned meeting; the newest round. */
export const minePlan = (id: string | undefined) => ({
  ...pairingsPlan(),
  registrations: allOf('registration', me, 4),
  pairing: one('pairing', id ?? 'none'),
  planned: one('meeting', via('pairing', 'plannedMeeting')),
  undated: one('meeting', via('pairing', 'undatedMeeting')),
  rounds: page('round', 'round.all', { max: 1 }),
});

export type MineTurn = Turn<Opened<ReturnType<typeof minePlan>>>;

const HALF_A_MINUTE = 30_000;

/** The order that refreshes how many have answered in a forum: at most one in half a minute, however many answer. */
function refresh(round: string, lane: string, now: Instant): LetterOrder {
  return {
    letter: 'checkin.post',
    ids: { round, lane, post: '1', refresh: 'yes' },
    to: { channel: 'forum', lane },
    id: `checkin.count-${round}@${lane}`,
    place: `round-${round}-1`,
    mode: 'update',
    notBefore: Math.floor(now / HALF_A_MINUTE) * HALF_A_MINUTE + HALF_A_MINUTE,
  };
}

/** What an answer to a check-in adds: one more has answered the newest round, if this person had not yet. */
export function counted(turn: MineTurn): Changes {
  const round = turn.open.rounds[0];
  const { person } = turn.actor;
  if (!round || !person || person.answeredRound === round.id) return {};
  return {
    put: [put('person', { ...person, answeredRound: round.id })],
    count: [{ name: `round.${round.id}`, field: 'answered', by: 1 }],
    letters: round.postedIn.map(lane => refresh(round.id, lane, turn.now)),
  };
}

/** Shown where a pairing is not there, not yours, or not running any more. */
export function goneView(): View {
  return { title: says.title, parts: [text(says.gone)], buttons: [open(says.home, 'home')] };
}

export const thanks = (sentence: string): View => ({
  title: says.thanksTitle,
  parts: [text(sentence)],
  buttons: [open(says.home, 'home')],
});

// The letters of check-ins: the forum's post, and messages to one person, which carry a neutral line and a button.
import { letterOf } from '../../conversation/feature.ts';
import { myRunning, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Ids, type Notice, note, open, type Part, type Span, text } from '../../conversation/notice.ts';
import { type Opened, one, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { isDue } from '../../scheme/due.ts';
import { laneOf } from '../../scheme/lanes.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { mentionOf } from '../../scheme/sealed.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';
import { FEWEST_NAMED, hasForum, postPlan } from './round.ts';

/** R55: fewer answers are not shown. */
const FEWEST_SHOWN = 5;
const NAMES_PER_PART = 100;

/** Everybody of this post who asked to be named and has an account where it stands. */
function namesFor(turn: Turn<Opened<ReturnType<typeof postPlan>>>, isFirst: boolean): string[] {
  const { people, round } = turn.open;
  const fewer = isFirst && turn.more['people'] === undefined && people.length < FEWEST_NAMED;
  const lane = laneOf(turn.actor.account);
  if (!round?.namedIn?.includes(lane) || fewer) return [];
  return people.flatMap(person =>
    mentionOf(person)
      .filter(account => laneOf(account) === lane)
      .slice(0, 1),
  );
}

function nameParts(accounts: string[]): Part[] {
  if (accounts.length === 0) return [];
  const parts: Part[] = [note(says.postNames)];
  for (let from = 0; from < accounts.length; from += NAMES_PER_PART) {
    const some = accounts.slice(from, from + NAMES_PER_PART);
    parts.push(text(some.flatMap((person): Span[] => [{ person }, ' '])));
  }
  return parts;
}

export const postLetter = letterOf({
  name: 'checkin.post',
  class: 'answer',
  plan: (ids: Ids) => postPlan(ids),
  draw: (turn, ids): Notice | undefined => {
    const { round } = turn.open;
    const answered = turn.open.answers['answered'] ?? 0;
    const isShown = answered >= FEWEST_SHOWN;
    if (!round || (ids['refresh'] && !isShown) || !hasCheckins(turn.scheme)) return undefined;
    const isFirst = ids['post'] === '1';
    return {
      text: says.postLine,
      parts: [
        text(says.postHead(turn.scheme.name)),
        text(says.postHow),
        ...nameParts(namesFor(turn, isFirst)),
        ...(isFirst && isShown ? [note(says.postCount(answered))] : []),
        note(says.postNotHere),
      ],
      buttons: [open(says.checkIn, 'checkin', {}, 'primary')],
    };
  },
});

const something = (word: string, ids: Ids = {}): Notice => ({
  text: says.something,
  buttons: [open(says.open, word, ids, 'primary'), open(says.fewer, 'me.reminders')],
});

export const directLetter = letterOf({
  name: 'checkin.direct',
  class: 'nudge',
  plan: (ids: Ids) => ({ ...pairingsPlan(), round: one('round', ids['round'] ?? 'none') }),
  draw: turn => {
    const { round } = turn.open;
    const due = round && myRunning(turn).some(({ pairing }) => isDue(pairing, round, turn.now, turn.scheme));
    return due && hasCheckins(turn.scheme) ? something('checkin') : undefined;
  },
});

export const followUpLetter = letterOf({
  name: 'checkin.follow-up',
  class: 'nudge',
  plan: (ids: Ids) => ({
    pairing: one('pairing', ids['pairing'] ?? 'none'),
    round: one('round', via('pairing', 'round')),
  }),
  draw: turn => {
    const { pairing, round } = turn.open;
    if (!pairing || !round || pairing.mentee !== turn.actor.person?.id) return undefined;
    const due = isDue(pairing, round, turn.now, turn.scheme);
    return due && hasCheckins(turn.scheme) ? something('checkin', { pairing: pairing.id }) : undefined;
  },
});

/** B10: the other one learns of a date that was put in. */
export const plannedLetter = letterOf({
  name: 'checkin.planned',
  class: 'answer',
  plan: (ids: Ids) => ({ pairing: one('pairing', ids['pairing'] ?? 'none') }),
  draw: (turn): Notice | undefined => {
    const { pairing } = turn.open;
    const ahead = pairing && isRunning(pairing.state) && (pairing.plannedAt ?? 0) > turn.now;
    if (!ahead) return undefined;
    return { text: says.something, buttons: [open(says.open, 'meeting', { pairing: pairing.id }, 'primary')] };
  },
});

export const noForumLetter = letterOf({
  name: 'checkin.no-forum',
  class: 'answer',
  plan: () => ({}),
  draw: (turn): Notice | undefined =>
    hasForum(turn.scheme)
      ? undefined
      : { text: says.noForumLine, parts: [text(says.noForum)], buttons: [open(says.open, 'setup')] },
});

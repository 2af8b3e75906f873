// Saving a setting: the scheme with what was changed, its next round worked out again where that is touched, and the step that follows.
import type { Target } from '../../conversation/notice.ts';
import { type Changes, next, type Outcome, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Instant } from '../../scheme/calendar.ts';
import { withNames } from '../../scheme/coordinators.ts';
import { nextKeeping } from '../../scheme/keeping.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { roundAhead } from '../../scheme/rounds.ts';

type Patch = Partial<Scheme>;

const touchesRounds = ['ready', 'closedDays', 'checkinWeeks', 'checkinWeekday', 'checkinTime'] as const;

/** The scheme with its next round; without one while it is not open, or rounds are off. */
function withRound(scheme: Scheme, now: Instant): Scheme {
  const { nextRoundAt: _before, ...rest } = scheme;
  const at = scheme.ready ? roundAhead(scheme, now) : undefined;
  return at === undefined ? rest : { ...rest, nextRoundAt: at };
}

/** Who sets up is named to others by the name the directory gives them, unless they have another one already. */
export function namesWithMine(turn: Turn): Pick<Scheme, 'coordinatorNames'> {
  const { account, person, profile } = turn.actor;
  const isOne = turn.scheme.coordinators.includes(account);
  return withNames(turn.scheme, isOne ? { [account]: person?.name || profile?.name || '' } : {});
}

/** The scheme as it is after a change. */
export function changed(turn: Turn, patch: Patch): Scheme {
  const scheme = { ...namesWithMine(turn), ...patch };
  const after: Scheme = { ...turn.scheme, ...scheme };
  if (after.ready) after.keepAt ??= nextKeeping(after, turn.now);
  return touchesRounds.some(field => field in patch) ? withRound(after, turn.now) : after;
}

/** Writes the change; other changes may go with it. */
function writing(turn: Turn, patch: Patch, more: Changes = {}): Changes {
  return {
    ...more,
    put: [put('scheme', changed(turn, patch)), ...(more.put ?? [])],
    history: [{ what: `setup: ${Object.keys(patch).join(', ')}`, about: ['scheme'] }, ...(more.history ?? [])],
  };
}

/** Saves and goes on to a page. */
export function save(turn: Turn, patch: Patch, to: Target, more?: Changes): Outcome {
  return { changes: writing(turn, patch, more), screen: next(to.word, to.ids) };
}

/** The page after one of the first steps: the next step while the scheme is being set up, then the list of settings. */
export function onward(scheme: Scheme, after: 'basics' | 'channels' | 'people'): Target {
  if (scheme.ready) return { word: after === 'people' ? 'setup.people' : 'setup' };
  if (after === 'basics') return { word: 'setup.channels' };
  const named = scheme.people.length;
  return named < 2 ? { word: 'setup.person', ids: { n: String(named) } } : { word: 'setup' };
}

/** The first step that is not done yet; undefined when the scheme can open. */
export function stepLeft(scheme: Scheme): Target | undefined {
  if (!scheme.name || !scheme.host || !scheme.aims) return { word: 'setup.basics' };
  if (scheme.forum.length === 0 || scheme.alerts.length === 0) return { word: 'setup.channels' };
  return scheme.people.length < 2 ? { word: 'setup.person', ids: { n: String(scheme.people.length) } } : undefined;
}

// How a run went for each person, as it is kept: who was asked, who was left over and why, and who was not considered, and for what reason.
import { type Put, put } from '../../conversation/outcome.ts';
import { page } from '../../conversation/plan.ts';
import type { Instant } from '../../scheme/calendar.ts';
import type { MatchNote, Pairing, Registration, Run, RunPage } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import type { RegistrationState } from '../../scheme/states.ts';

/**
 * States in which somebody belongs to the scheme and yet is not considered. Not among them: all places taken, which would tell a
 * mentor of a proposal before the mentee's yes (R13).
 */
const passedOver: readonly RegistrationState[] = ['accepted', 'ready', 'paused', 'resting', 'dormant'];
const NOTED_A_STEP = 100;

type About = { person: string; role: Role };

export const asked = (run: Run, { id, mentee }: Pairing, now: Instant): Put =>
  noteOf(run, { person: mentee, role: 'mentee' }, now, { outcome: 'asked', reason: {}, mark: id });

/** The reason as numbers; who else was considered is not in it. */
export function leftOut(run: Run, one: About, now: Instant, page: RunPage | undefined): Put {
  const row = page?.left.find(found => found.person === one.person && found.role === one.role);
  return row
    ? noteOf(run, one, now, { outcome: 'left', reason: row.reason, mark: 'left' })
    : noteOf(run, one, now, { outcome: 'left', reason: { kind: 'late' }, mark: 'late' });
}

type Said = Pick<MatchNote, 'outcome' | 'reason'> & { mark: string };

/**
 * One run may have more than one thing to note about somebody: asked in a stage and again after it was taken back, or asked first and
 * away when the rest is released. Each has an id of its own (`mark`): a note is never written over another.
 */
function noteOf(run: Run, { person, role }: About, at: Instant, { mark, outcome, reason }: Said): Put {
  return put('matchnote', {
    id: `${person}-${role}-${run.id}-${mark}`,
    person,
    role,
    run: run.id,
    at,
    outcome,
    reason,
  });
}

/** Where noting those not considered stands: `s<state>~<cursor>`. */
export function passedAt(after: string | undefined): { state: number; cursor: string | undefined } | undefined {
  if (!after?.startsWith('s')) return undefined;
  const [state = '0', ...cursor] = after.slice(1).split('~');
  return { state: Number(state), cursor: cursor.length > 0 ? cursor.join('~') : undefined };
}

export const FIRST_PASSED = 's0';

/** One page of those not considered, and where it goes on; undefined at the end. */
export const passedPlan = (after: string | undefined) => {
  const at = passedAt(after);
  const state = at && passedOver[at.state];
  return page('registration', `registration.state:${state ?? 'none'}`, {
    max: state === undefined ? 1 : NOTED_A_STEP,
    after: at?.cursor,
    oldestFirst: true,
  });
};

const passed = (state: RegistrationState): Said => ({ outcome: 'not-considered', reason: { state }, mark: state });

export function passedBy(
  run: Run,
  found: readonly Registration[],
  now: Instant,
  after: string,
  more: string | undefined,
): { puts: Put[]; after: string | undefined } {
  const { state = 0 } = passedAt(after) ?? {};
  const puts = found.map(one => noteOf(run, one, now, passed(one.state)));
  if (more !== undefined) return { puts, after: `s${state}~${more}` };
  return { puts, after: state + 1 < passedOver.length ? `s${state + 1}` : undefined };
}

// The call that fills the gap: a post for the forum, drafted from who was left over, that a co-ordinator changes and sends. It names nobody.
import { letterOf, pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Run, Scheme } from '../../scheme/kinds.ts';
import { labelOf } from '../../scheme/options.ts';
import { call as words } from './more-messages.ts';

/** Fewer than this are not counted before everybody (R55). */
const COUNTED = 5;

const callPlan = (ids: Ids) => ({ run: one('run', ids['run'] ?? ''), call: one('call', ids['run'] ?? '') });
type CallTurn = Turn<Opened<ReturnType<typeof callPlan>>>;

/** What a co-ordinator reads: who is missing, and how many they would match. */
export function callSentence({ topic, site, mentors, matches }: NonNullable<Run['call']>, scheme: Scheme): string {
  return words.lead(mentors, labelOf(scheme.topics, topic), site === null ? '' : labelOf(scheme.sites, site), matches);
}

function draftOf({ topic, site, mentors, matches }: NonNullable<Run['call']>, scheme: Scheme): string {
  const where = site === null ? '' : labelOf(scheme.sites, site);
  const about = labelOf(scheme.topics, topic);
  return words.draft(mentors, about, where, matches >= COUNTED ? matches : undefined);
}

function callForm(turn: CallTurn): Form | View {
  const { run, call } = turn.open;
  const back = run ? { word: 'match.left', ids: { run: run.id } } : { word: 'match' };
  if (!run?.call || turn.scheme.forum.length === 0) return { title: words.title, parts: [text(words.none)], back };
  if (call) return { title: words.title, parts: [text(words.posted)], back };
  return {
    title: words.title,
    intro: [text(callSentence(run.call, turn.scheme)), text(words.intro)],
    fields: { text: { kind: 'text', ...words.text, max: 1500, lines: true, optional: false, seenBy: 'everybody' } },
    values: { text: draftOf(run.call, turn.scheme) } as never,
    submit: words.post,
    back,
  };
}

export const callPage = pageOf({
  word: 'match.call',
  for: 'coordinator',
  plan: callPlan,
  show: callForm,
  take: (turn, _ids, answers): Outcome => {
    const { run, call } = turn.open;
    const at = { word: 'match.left', ids: { run: run?.id ?? '' } };
    if (!run?.call || call) return { screen: view({ title: words.title, parts: [text(words.posted)], back: at }, at) };
    const written = (answers as unknown as { text: string }).text;
    const { account } = turn.actor;
    return {
      changes: {
        put: [put('call', { id: run.id, text: written, topic: run.call.topic, at: turn.now, by: account })],
        letters: [{ letter: 'match.call', ids: { run: run.id }, to: { channel: 'forum' }, id: `match.call:${run.id}` }],
        history: [{ what: 'match.call', about: [run.id] }],
      },
      screen: next(at.word, at.ids),
    };
  },
});

export const callLetter = letterOf({
  name: 'match.call',
  class: 'answer',
  plan: (ids: Ids) => ({ call: one('call', ids['run'] ?? 'none') }),
  draw: ({ open: { call }, scheme }) =>
    call && scheme.ready
      ? {
          text: words.line(scheme.name),
          parts: [text(call.text)],
          buttons: [
            open(words.offer, 'register.offer', { role: 'mentor', route: 'forum', topic: call.topic }, 'primary'),
          ],
        }
      : undefined,
});

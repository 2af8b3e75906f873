// What would help me: topics somebody asks for. They are counted; who asked is kept sealed, for the invitation alone.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { heading, type Ids, note, open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { mine, type Opened, page, sealedOne } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import type { Scheme, Session } from '../../scheme/kinds.ts';
import { wishedBy } from '../../scheme/sealed.ts';
import { asking, supportOptions } from '../../scheme/support.ts';
import { ask, check, labels, list } from './messages.ts';

const MOST = 5;

const askPlan = () => ({
  wish: sealedOne('supportwish', mine()),
  ahead: page('session', 'session.state:planned', { max: 20, oldestFirst: true }),
});
type AskTurn = Turn<Opened<ReturnType<typeof askPlan>>>;

const fieldsOf = (scheme: Scheme) =>
  ({
    topics: {
      kind: 'choices',
      ...ask.topics,
      options: supportOptions(scheme),
      atMost: MOST,
      optional: true,
      seenBy: 'counts',
    },
  }) as const;

/** One session as a line with a way to it. */
export function sessionRow(session: Session, zone: string): Part {
  return row(
    list.when(session.title, session.what, sayInstant(session.at, zone)),
    open(labels.look, 'session.one', { session: session.id }),
  );
}

function saidView(turn: AskTurn, topics: readonly string[]): View {
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  const planned = turn.scheme.sessions
    ? turn.open.ahead.filter(({ topic }) => topic !== undefined && topics.includes(topic)).slice(0, MOST)
    : [];
  return {
    title: ask.title,
    parts: [
      text(topics.length > 0 ? ask.done(turn.scheme.sessions) : ask.taken),
      ...(planned.length > 0 ? [heading(ask.planned), ...planned.map(session => sessionRow(session, zone))] : []),
      note(ask.urgent),
    ],
    buttons: [open(labels.all, 'training'), open(ask.contact, 'contact')],
  };
}

const plainView = (says: string, word: string, label: string): View => ({
  title: ask.title,
  parts: [text(says)],
  buttons: [open(label, word)],
});

function askForm(turn: AskTurn, ids: Ids): Form<ReturnType<typeof fieldsOf>> | View {
  const { actor, scheme, open: opened } = turn;
  if (!scheme.supportAsked) return plainView(ask.off, 'contact', ask.contact);
  if (!actor.person) return plainView(check.notMember, 'register', labels.register);
  const fields = fieldsOf(scheme);
  const keys = fields.topics.options.map(({ key }) => key);
  const suggested = (ids['topics'] ?? '').split(',');
  const topics = [...new Set([...wishedBy(opened.wish, actor.person.id), ...suggested])].filter(key =>
    keys.includes(key),
  );
  return {
    title: ask.title,
    intro: [text(ask.lead), note(ask.secret(scheme.sessions))],
    fields,
    values: { topics: topics.slice(0, MOST) },
    submit: labels.send,
    back: { word: 'training' },
  };
}

export const askPage = pageOf({
  word: 'training.ask',
  for: 'member',
  plan: askPlan,
  show: askForm,
  take: (turn, _ids, { topics }): Outcome => {
    const { actor, scheme, open: opened } = turn;
    const at = { word: 'training.ask' };
    if (!actor.person || !scheme.supportAsked) return { screen: view(plainView(ask.off, 'contact', ask.contact), at) };
    const { wish, count } = asking(opened.wish, actor.person.id, topics);
    const screen = view(saidView(turn, topics), at);
    if (topics.length > 0) return { changes: { put: [put('supportwish', wish)], count }, screen };
    return opened.wish ? { changes: { erase: [{ kind: 'supportwish', id: wish.id }], count }, screen } : { screen };
  },
});

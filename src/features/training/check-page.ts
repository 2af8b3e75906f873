// A private look at one's own skills: the nine attributes, for one's own eyes. It decides nothing and only suggests sessions (F03).
import { pageOf } from '../../conversation/feature.ts';
import type { Form, ScaleField } from '../../conversation/form.ts';
import {
  type Button,
  heading,
  list,
  note,
  open,
  type Part,
  press,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one, page } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { takesBookings } from '../../scheme/sessions.ts';
import { sessionRow } from './ask-page.ts';
import { attributes, check, labels } from './messages.ts';

/** Which skills a session would have to be about, for each attribute. */
const helpedBy: Record<string, string[]> = {
  shares: ['skill-signposting'],
  model: ['skill-boundaries'],
  motivates: ['skill-motivating'],
  interest: ['skill-listening'],
  listens: ['skill-listening'],
  feedback: ['skill-feedback'],
  values: ['skill-listening'],
  celebrates: ['skill-objectives', 'skill-motivating'],
  stays: ['skill-meetings'],
};
const keys = Object.keys(attributes);
/** Up to this step a session could help. */
const LOW = 2;
const SHOWN = 5;

const scale = {
  kind: 'scale',
  from: 1,
  to: 4,
  low: check.low,
  high: check.high,
  optional: true,
  seenBy: 'own',
} as const;
type CheckFields = Record<string, ScaleField<true>>;
const fields: CheckFields = Object.fromEntries(keys.map(key => [key, { ...scale, label: attributes[key] ?? key }]));

const checkPlan = () => ({
  own: one('selfcheck', mine()),
  ahead: page('session', 'session.state:planned', { max: 30, oldestFirst: true }),
});
type CheckTurn = Turn<Opened<ReturnType<typeof checkPlan>>>;

const plainView = (says: string, word: string, label: string): View => ({
  title: check.title,
  parts: [text(says)],
  buttons: [open(label, word)],
});

function refused({ actor, scheme }: CheckTurn): View | undefined {
  if (!scheme.selfCheck) return plainView(check.off, 'training', labels.all);
  return actor.person ? undefined : plainView(check.notMember, 'register', labels.register);
}

/** Attributes scored on this side of the line. */
const scored = ({ open: { own } }: CheckTurn, isLow: boolean): string[] =>
  keys.filter(key => own?.scores[key] !== undefined && own.scores[key] <= LOW === isLow);

function sessionParts(turn: CheckTurn, wanted: string[]): Part[] {
  const { scheme, actor, now, open: opened } = turn;
  if (!scheme.sessions) return [];
  const zone = actor.person?.zone ?? scheme.zone;
  const fits = opened.ahead
    .filter(session => takesBookings(session, now))
    .filter(
      ({ what, topic }) => what === 'mentor' || what === 'both' || (topic !== undefined && wanted.includes(topic)),
    );
  return fits.length > 0
    ? [heading(check.sessions), ...fits.slice(0, SHOWN).map(session => sessionRow(session, zone))]
    : [text(check.noSession)];
}

function seenView(turn: CheckTurn): View {
  const weaker = scored(turn, true);
  const strong = scored(turn, false);
  const wanted = [...new Set(weaker.flatMap(key => helpedBy[key] ?? []))];
  const names = (some: string[]): Part => list(some.map(key => attributes[key] ?? key));
  const ask: Button[] =
    weaker.length > 0 && turn.scheme.supportAsked
      ? [open(labels.ask, 'training.ask', { topics: wanted.join(',') })]
      : [];
  return {
    title: check.title,
    parts: [
      ...(strong.length > 0 ? [heading(check.strong), names(strong)] : []),
      ...(weaker.length > 0
        ? [heading(check.weaker(turn.scheme.sessions)), names(weaker), ...sessionParts(turn, wanted)]
        : [text(check.fine(turn.scheme.sessions))]),
      note(check.kept),
    ],
    buttons: [
      ...ask,
      open(labels.change, 'training.check'),
      press(labels.erase, 'training.check', 'erase'),
      open(labels.all, 'training'),
    ],
  };
}

export const checkPage = pageOf({
  word: 'training.check',
  for: 'member',
  plan: checkPlan,
  show: (turn): Form<CheckFields> | View =>
    refused(turn) ?? {
      title: check.title,
      intro: [text(check.lead), note(check.secret(turn.scheme.sessions))],
      fields,
      values: { ...turn.open.own?.scores },
      submit: labels.save,
      back: { word: 'training' },
    },
  take: (turn, _ids, answers): Outcome => {
    const { person } = turn.actor;
    const no = refused(turn);
    if (no || !person)
      return { screen: view(no ?? plainView(check.off, 'training', labels.all), { word: 'training' }) };
    const scores = Object.fromEntries(keys.flatMap(key => (answers[key] === undefined ? [] : [[key, answers[key]]])));
    return {
      changes: { put: [put('selfcheck', { id: person.id, person: person.id, scores, at: turn.now })] },
      screen: next('training.seen'),
    };
  },
  press: {
    erase: (turn): Outcome => {
      const { own } = turn.open;
      const screen = view(plainView(check.erased, 'training', labels.all), { word: 'training' });
      return own ? { changes: { erase: [{ kind: 'selfcheck', id: own.id }] }, screen } : { screen };
    },
  },
});

export const seenPage = pageOf({
  word: 'training.seen',
  for: 'member',
  plan: checkPlan,
  show: turn =>
    refused(turn) ?? (turn.open.own ? seenView(turn) : plainView(check.lead, 'training.check', labels.check)),
});

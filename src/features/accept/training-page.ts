// Who has been accepted and waits for training: a co-ordinator marks attendance, or exempts, one or several at once (A6, R5, R6).
import { isOnlyCoordinator } from '../../conversation/coordinating.ts';
import { type Page, pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, ChoiceField, ChoicesField } from '../../conversation/form.ts';
import {
  type Button,
  buttons,
  type Ids,
  open,
  type Part,
  row,
  type Text,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { coordinatorName, type TrainingMark, waitsForTraining } from '../../scheme/joining.ts';
import type { Person, Registration } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { PAGE } from './list-page.ts';
import { labels, listing, several, training } from './messages.ts';
import { marking } from './rules.ts';
import { listOf } from './several-page.ts';

const here = { word: 'accept.training' };

const plan = (ids: Ids) => ({
  waiting: page('registration', 'registration.state:accepted', { max: PAGE, oldestFirst: true, after: ids['after'] }),
  people: some('person', via('waiting', 'person')),
  registration: one('registration', ids['registration'] ?? 'none'),
  person: one('person', via('registration', 'person')),
});
type TrainingTurn = Turn<Opened<ReturnType<typeof plan>>>;

/** Nobody marks their own training, unless there is no other co-ordinator. */
function isMine(turn: Turn, registration: Registration): boolean {
  return registration.person === turn.actor.person?.id && !isOnlyCoordinator(turn);
}

const nameIn = (people: Person[], registration: Registration): string =>
  people.find(person => person.id === registration.person)?.name ?? '';

function rowFor(turn: TrainingTurn, registration: Registration): Part {
  const name = nameIn(turn.open.people, registration);
  const ids = { registration: registration.id };
  const said: Text = [...listing.row(name, registration.role), training.states[registration.training]];
  if (isMine(turn, registration)) return text([...said, training.own]);
  if (registration.training === 'claimed') return row(said, open(labels.claim, 'accept.claim', ids));
  const button: Button = {
    label: labels.attended,
    to: { ...here, ids, press: 'attended' },
    confirm: training.confirm(name),
  };
  return row(said, button);
}

function trainingView(turn: TrainingTurn): View {
  const waiting = turn.open.waiting.filter(waitsForTraining);
  const list = waiting
    .filter(registration => !isMine(turn, registration))
    .map(registration => registration.id)
    .join(',');
  const after = turn.more['waiting'];
  const more = [
    ...(waiting.length > 1 ? [open(labels.mark, 'accept.training.several', { list })] : []),
    ...(after ? [open(labels.next, here.word, { after })] : []),
  ];
  return {
    title: training.title,
    parts: [
      text(waiting.length > 0 || after ? training.lead : training.none),
      ...waiting.map(registration => rowFor(turn, registration)),
      ...(more.length > 0 ? [buttons(...more)] : []),
    ],
    buttons: [open(labels.list, 'accept'), open(labels.desk, 'desk')],
  };
}

function doneView(turn: Turn, people: Person[], marked: Registration[], others: Registration[]): View {
  const names = marked.map(registration => nameIn(people, registration));
  const rest = others.map(registration => {
    const by = registration.trainingBy ? coordinatorName(turn.scheme, registration.trainingBy) : training.another;
    return text(training.already([by], nameIn(people, registration)));
  });
  return {
    title: training.title,
    parts: [...(names.length > 0 ? [text(training.done(inWords(names)))] : []), ...rest],
    buttons: [open(labels.training, here.word, {}, 'primary'), open(labels.desk, 'desk')],
  };
}

/** Marks those that still wait; the others are named with who marked them. */
function mark(turn: Turn, people: Person[], chosen: Registration[], as: TrainingMark): Outcome {
  const isOpen = (registration: Registration) => waitsForTraining(registration) && !isMine(turn, registration);
  const marked = chosen.filter(isOpen);
  const screen = view(
    doneView(
      turn,
      people,
      marked,
      chosen.filter(one => !isOpen(one)),
    ),
    here,
  );
  return marked.length > 0 ? { changes: marking(turn, marked, as, 'accept.ready'), screen } : { screen };
}

export const trainingPage: Page = pageOf({
  word: here.word,
  for: 'coordinator',
  plan,
  show: turn => trainingView(turn),
  press: {
    attended: turn => {
      const { registration, person } = turn.open;
      return mark(turn, person ? [person] : [], registration ? [registration] : [], 'attended');
    },
  },
});

const severalPlan = (ids: Ids) => ({
  registrations: some('registration', listOf(ids)),
  people: some('person', via('registrations', 'person')),
});
type SeveralTurn = Turn<Opened<ReturnType<typeof severalPlan>>>;

function fields(turn: SeveralTurn) {
  const options = turn.open.registrations
    .filter(registration => !isMine(turn, registration))
    .map(registration => ({
      key: registration.id,
      label: several.option(nameIn(turn.open.people, registration), registration.role),
    }));
  const who: ChoicesField<false> = { kind: 'choices', ...training.who, options, optional: false, seenBy: 'none' };
  const what: ChoiceField<false> = {
    kind: 'choice',
    ...training.mark,
    options: training.marks,
    optional: false,
    seenBy: 'self',
  };
  return { who, what };
}

export const trainingSeveralPage: Page = pageOf({
  word: 'accept.training.several',
  for: 'coordinator',
  plan: severalPlan,
  show: turn => {
    const asked = fields(turn);
    if (asked.who.options.length === 0) return { title: training.title, parts: [text(training.none)], back: here };
    return { title: training.severalTitle, fields: asked, submit: labels.save, back: here };
  },
  take: (turn, _ids, { who, what }: AnswersOf<ReturnType<typeof fields>>) => {
    const chosen = turn.open.registrations.filter(registration => who.includes(registration.id));
    return mark(turn, turn.open.people, chosen, what as TrainingMark);
  },
});

// Accepting several at once, by ticks. Those answered meanwhile are named with who answered them; nothing is done twice.
import { type Page, pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, ChoicesField } from '../../conversation/form.ts';
import { type Ids, open, type Text, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { type Opened, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { byWhom } from './case.ts';
import { PAGE } from './list-page.ts';
import { labels, several } from './messages.ts';
import { gapsOf } from './one-view.ts';
import { accepting, type Leave, leaveFor } from './rules.ts';

/** The ids a list page handed on; whatever else stands there opens nothing. */
export const listOf = (ids: Ids): string[] => (ids['list'] ?? '').split(',').filter(Boolean).slice(0, PAGE);

const plan = (ids: Ids) => ({
  registrations: some('registration', listOf(ids)),
  people: some('person', via('registrations', 'person')),
  casefiles: some('casefile', via('registrations', 'id')),
  exclusions: sealedSome('exclusions', via('registrations', 'person')),
});
type SeveralTurn = Turn<Opened<ReturnType<typeof plan>>>;

function nameOf({ open: opened }: SeveralTurn, registration: Registration): string {
  return opened.people.find(person => person.id === registration.person)?.name ?? '';
}

function leaveOf(turn: SeveralTurn, registration: Registration): Leave {
  const casefile = turn.open.casefiles.find(one => one.id === registration.id);
  const list = turn.open.exclusions.find(one => one.id === registration.person);
  return leaveFor(turn, registration, casefile, list);
}

const mayAnswer = (leave: Leave): boolean => leave === 'may' || leave === 'only';

/** Options stay as they were drawn, answered meanwhile or not, so that whoever comes second reads why rather than an error. */
function fields(turn: SeveralTurn) {
  const options = turn.open.registrations
    .filter(registration => mayAnswer(leaveOf(turn, registration)))
    .map(registration => {
      const gaps = gapsOf(turn.scheme, registration).length;
      const label = several.option(nameOf(turn, registration), registration.role);
      return gaps > 0 ? { key: registration.id, label, hint: several.gaps(gaps) } : { key: registration.id, label };
    });
  const who: ChoicesField<false> = { kind: 'choices', ...several.field, options, optional: false, seenBy: 'none' };
  return { who };
}

function doneView(turn: SeveralTurn, accepted: Registration[], others: Registration[]): View {
  const names = accepted.map(registration => nameOf(turn, registration));
  const rest = others.map((registration): Text => {
    const name = nameOf(turn, registration);
    return mayAnswer(leaveOf(turn, registration))
      ? several.already(byWhom(turn.scheme, registration), name)
      : several.skipped(name);
  });
  return {
    title: several.title,
    parts: [...(names.length > 0 ? [text(several.done(inWords(names)))] : []), ...rest.map(said => text(said))],
    buttons: [open(labels.list, 'accept', {}, 'primary'), open(labels.desk, 'desk')],
  };
}

function take(turn: SeveralTurn, { who }: AnswersOf<ReturnType<typeof fields>>): Outcome {
  const ticked = turn.open.registrations.filter(registration => who.includes(registration.id));
  const isOpen = (one: Registration) => one.state === 'submitted' && mayAnswer(leaveOf(turn, one));
  const chosen = ticked.filter(isOpen);
  const others = ticked.filter(one => !isOpen(one));
  const screen = view(doneView(turn, chosen, others), { word: 'accept' });
  return chosen.length > 0 ? { changes: accepting(turn, chosen, turn.open.people).changes, screen } : { screen };
}

export const severalPage: Page = pageOf({
  word: 'accept.several',
  for: 'coordinator',
  plan,
  show: turn => {
    const asked = fields(turn);
    if (asked.who.options.length === 0)
      return { title: several.title, parts: [text(several.none)], back: { word: 'accept' } };
    return {
      title: several.title,
      intro: [text(several.lead)],
      fields: asked,
      submit: labels.accept,
      back: { word: 'accept' },
    };
  },
  take: (turn, _ids, answers) => take(turn, answers),
});

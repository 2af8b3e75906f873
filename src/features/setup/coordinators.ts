// Who runs the scheme: co-ordinators added and removed, and the way for somebody to ask to be one. Never without any.
import { letterOf, pageOf } from '../../conversation/feature.ts';
import { newcomerPuts, whoActs } from '../../conversation/newcomer.ts';
import { buttons, open, press, row, text, type View } from '../../conversation/notice.ts';
import { type LetterOrder, next, type Outcome, view } from '../../conversation/outcome.ts';
import { coordinatorSpan, personSpan } from '../../conversation/people-to-talk-to.ts';
import { myAccount, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { coordinatorWith, onceEach } from '../../scheme/coordinators.ts';
import { laneOf } from '../../scheme/lanes.ts';
import { withoutCoordinator } from './membership.ts';
import { coordinators, join, labels } from './messages.ts';
import { save } from './save.ts';

const here = { word: 'setup.coordinators' };

function coordinatorsView({ scheme, actor }: Turn, said?: string): View {
  const each = onceEach(scheme, scheme.coordinators, laneOf(actor.account));
  const rows = each.map(account => {
    const own = scheme.coordinatorPersons[account];
    const isYou = account === actor.account || (own !== undefined && own === actor.person?.id);
    const you = isYou ? [coordinators.you] : [];
    const button = press(labels.remove, here.word, 'remove', { account });
    return row(
      [coordinatorSpan(scheme, account, actor.account), ...you],
      each.length > 1 ? { ...button, confirm: coordinators.confirmRemove } : undefined,
    );
  });
  return {
    title: coordinators.title,
    parts: [
      ...(said ? [text(said)] : []),
      text(coordinators.lead),
      ...rows,
      text(coordinators.add),
      buttons(open(labels.find, 'people.find', {}, 'primary')),
    ],
    back: { word: 'setup' },
  };
}

const said = (turn: Turn, sentence: string): Outcome => ({ screen: view(coordinatorsView(turn, sentence), here) });

const welcomeTo = (account: string): LetterOrder => ({ letter: 'setup.welcome', ids: {}, to: { account } });

export const coordinatorsPage = pageOf({
  word: here.word,
  for: 'coordinator',
  plan: ids => ({ person: one('person', ids['person'] ?? '') }),
  show: (turn, ids) => coordinatorsView(turn, ids['said'] === 'added' ? coordinators.added : undefined),
  press: {
    add: turn => {
      const { person } = turn.open;
      if (!person) return said(turn, coordinators.unknown);
      if (person.goneAt) return said(turn, coordinators.gone);
      const fresh = person.accounts.filter(account => !turn.scheme.coordinators.includes(account));
      if (fresh.length === 0) return { screen: next(here.word) };
      const patch = coordinatorWith(turn.scheme, person);
      return save(
        turn,
        patch,
        { word: here.word, ids: { said: 'added' } },
        { letters: fresh.slice(0, 1).map(welcomeTo) },
      );
    },
    remove: (turn, ids) => {
      const account = ids['account'] ?? '';
      if (!turn.scheme.coordinators.includes(account)) return { screen: next(here.word) };
      const patch = withoutCoordinator(turn.scheme, account);
      return patch ? save(turn, patch, here) : said(turn, coordinators.last);
    },
  },
});

const joined = (sentence: string): View => ({
  title: join.title,
  parts: [text(sentence)],
  buttons: [open(labels.back, 'home')],
});

/** For somebody who shall help to run the scheme and is not in its directory yet. */
export const joinPage = pageOf({
  word: 'setup.join',
  for: 'anyone',
  plan: () => ({ early: one('notebook', myAccount) }),
  show: ({ actor }) =>
    actor.coordinator
      ? { title: join.title, parts: [text(join.already)], buttons: [open(labels.desk, 'desk', {}, 'primary')] }
      : {
          title: join.title,
          parts: [text(join.lead)],
          buttons: [press(labels.ask, 'setup.join', 'ask', {}, 'primary'), open(labels.back, 'home')],
        },
  press: {
    ask: turn => {
      if (turn.actor.coordinator) return { screen: next('setup.join') };
      const { person, isNew } = whoActs(turn);
      const letters = onceEach(turn.scheme).map(
        (account, n): LetterOrder => ({
          letter: 'setup.asks',
          ids: { person: person.id },
          to: { account },
          // A fixed id: however often somebody presses, one message waits.
          id: `setup.asks.${person.id}.${n}`,
        }),
      );
      return {
        changes: {
          put: isNew ? newcomerPuts(turn, person, turn.open.early) : [],
          letters,
          history: [{ what: 'setup: asks to be a co-ordinator', about: [person.id] }],
        },
        screen: view(joined(join.asked), { word: 'setup.join' }),
      };
    },
  },
});

export const asksLetter = letterOf({
  name: 'setup.asks',
  class: 'answer',
  plan: ids => ({ person: one('person', ids['person'] ?? '') }),
  draw: ({ actor, scheme, open: { person } }) => {
    const account = person?.accounts[0];
    if (!actor.coordinator || !person || !account || scheme.coordinators.includes(account)) return undefined;
    return {
      text: join.letter,
      parts: [text(join.asks(personSpan(person, actor.account), person.name))],
      buttons: [open(labels.open, 'people.one', { person: person.id }, 'primary')],
    };
  },
});

export const welcomeLetter = letterOf({
  name: 'setup.welcome',
  class: 'answer',
  plan: () => ({}),
  draw: ({ actor, scheme }) =>
    actor.coordinator
      ? {
          text: join.welcomeLine,
          parts: [text(join.welcome(scheme.name))],
          buttons: [open(labels.desk, 'desk', {}, 'primary')],
        }
      : undefined,
});

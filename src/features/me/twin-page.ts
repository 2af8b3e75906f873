// On the side that is known: is that account mine as well? A yes links it; a no is remembered, so that I am not asked again.
import { dateOf, letterOf, pageOf } from '../../conversation/feature.ts';
import { type Ids, open, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one, sealedOne } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Linking } from '../../scheme/kinds.ts';
import { appOf } from '../../scheme/lanes.ts';
import { coordinatorLinked, mayLink, refusedBy, withAccount } from '../../scheme/linking.ts';
import { notebookFrom } from '../../scheme/sealed.ts';
import { labels, letters, twin } from './accounts-messages.ts';

const twinPlan = (ids: Ids) => ({
  linking: one('linking', ids['account'] ?? 'none'),
  account: one('account', ids['account'] ?? 'none'),
  notebook: one('notebook', mine()),
  early: sealedOne('notebook', ids['account'] ?? 'none'),
});
type TwinTurn = Turn<Opened<ReturnType<typeof twinPlan>>>;

const at = ({ id }: Pick<Linking, 'id'>) => ({ word: 'me.twin', ids: { account: id } });
const sayView = (sentence: string): View => ({
  title: twin.title,
  parts: [text(sentence)],
  buttons: [open(labels.accounts, 'me.accounts'), open(labels.contact, 'contact')],
});

/** The request, if it is I who am asked and have not answered. */
function asked({
  actor,
  open: { linking },
}: Pick<TwinTurn, 'actor'> & { open: { linking: Linking | undefined } }): Linking | undefined {
  const isMine = linking?.person !== undefined && linking.person === actor.person?.id;
  return isMine && linking.asked === 'waiting' ? linking : undefined;
}

function show(turn: TwinTurn): View {
  const request = asked(turn);
  if (!request) return sayView(twin.over);
  const { id: account, name } = request;
  return {
    title: twin.title,
    parts: [text(twin.asks(appOf(account), name || twin.nameless)), text(twin.onward)],
    buttons: [
      press(labels.yes, 'me.twin', 'yes', { account }, 'primary'),
      press(labels.no, 'me.twin', 'no', { account }),
    ],
  };
}

function yes(turn: TwinTurn): Outcome {
  const request = asked(turn);
  const { person } = turn.actor;
  if (!request || !person) return { screen: view(show(turn), { word: 'me.accounts' }) };
  const { account, notebook, early } = turn.open;
  // Whoever registered there in the meantime is a person of their own by now.
  if (account || !mayLink(person, request.id)) return { screen: view(sayView(twin.meanwhile), at(request)) };
  const after = withAccount(person, request.id);
  const scheme = coordinatorLinked(turn.scheme, after);
  return {
    changes: {
      put: [
        put('person', after),
        put('account', { id: request.id, person: person.id }),
        ...(scheme ? [put('scheme', scheme)] : []),
        ...(notebook && early ? [put('notebook', notebookFrom(notebook, early))] : []),
      ],
      erase: [
        { kind: 'linking', id: request.id },
        ...(notebook && early ? [{ kind: 'notebook' as const, id: early.id }] : []),
      ],
      letters: [{ letter: 'me.linked', ids: {}, to: { account: request.id } }],
      history: [{ what: 'account.linked', about: [person.id] }],
    },
    screen: view(sayView(twin.done(appOf(request.id))), at(request)),
  };
}

function no(turn: TwinTurn): Outcome {
  const request = asked(turn);
  if (!request) return { screen: view(show(turn), { word: 'me.accounts' }) };
  return {
    changes: {
      put: [put('linking', refusedBy(request, turn.now))],
      letters: [{ letter: 'me.not-linked', ids: {}, to: { account: request.id } }],
      history: [{ what: 'account.not-linked', about: request.person === undefined ? [] : [request.person] }],
    },
    screen: view(sayView(twin.refused), at(request)),
  };
}

export const twinPage = pageOf({ word: 'me.twin', for: 'member', plan: twinPlan, show, press: { yes, no } });

/** To the side that is known: a neutral line; what it is about is read in private. */
export const asksLetter = letterOf({
  name: 'me.asks',
  class: 'answer',
  plan: ids => ({ linking: one('linking', ids['account'] ?? 'none') }),
  draw: (turn, ids) =>
    asked(turn) && {
      text: letters.something,
      buttons: [open(letters.open, 'me.twin', { account: ids['account'] ?? '' }, 'primary')],
    },
});

/** To somebody whose accounts have changed, wherever they are reached: they should know, whoever did it. */
export const changedLetter = letterOf({
  name: 'me.changed',
  class: 'must',
  plan: () => ({}),
  draw: () => ({ text: letters.something, buttons: [open(letters.open, 'me.accounts', {}, 'primary')] }),
});

const toAccount = (name: string, line: string, word: string, isKnown: boolean) =>
  letterOf({
    name,
    class: 'answer',
    plan: () => ({}),
    draw: ({ actor }) =>
      (actor.person !== undefined) === isKnown
        ? { text: line, buttons: [open(letters.open, word, {}, 'primary')] }
        : undefined,
  });

export const accountLetters = [
  asksLetter,
  changedLetter,
  toAccount('me.linked', letters.linked, 'home', true),
  toAccount('me.not-linked', letters.notLinked, 'me.link', false),
  toAccount('me.unlinked', letters.unlinked, 'me.link', false),
];

/** Codes and requests that have had their time. */
export const linkDates = [
  dateOf({
    what: 'linkcode.over',
    plan: ids => ({ code: one('linkcode', ids['id'] ?? 'none') }),
    decide: ({ open: { code }, now }) =>
      code && code.until <= now ? { erase: [{ kind: 'linkcode', id: code.id }] } : undefined,
  }),
  dateOf({
    what: 'linking.over',
    plan: ids => ({ linking: one('linking', ids['id'] ?? 'none') }),
    decide: ({ open: { linking }, now }) =>
      linking && linking.until <= now ? { erase: [{ kind: 'linking', id: linking.id }] } : undefined,
  }),
];

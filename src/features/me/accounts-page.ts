// The accounts by which I am known: where messages come, a code for another app, and taking one off. Giving the code there is in link-page.ts.
import { pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  buttons,
  type Ids,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, view } from '../../conversation/outcome.ts';
import { me, type Opened, sealedAllOf, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Person } from '../../scheme/kinds.ts';
import { appOf } from '../../scheme/lanes.ts';
import { CODE_FOR, codeFrom, coordinatorUnlinked, mayUnlink, sayCode, withoutAccount } from '../../scheme/linking.ts';
import { reachedBy } from '../../scheme/reach.ts';
import { accounts, code, labels } from './accounts-messages.ts';

const accountsPlan = () => ({
  codes: sealedAllOf('linkcode', me, 5),
  own: some('account', via('me', 'accounts')),
});
type AccountsTurn = Turn<Opened<ReturnType<typeof accountsPlan>>>;

const here = { word: 'me.accounts' };
/** The app somebody does not have yet, as far as there are two. */
const otherApp = (account: string): string => appOf(account.startsWith('slack/') ? 'teams/' : 'slack/');

function accountRow(turn: AccountsTurn, person: Person, account: string): Part {
  const isReached = reachedBy(person, turn.scheme) === account;
  const app = appOf(account);
  const prefer = press(labels.prefer(app), here.word, 'prefer', { account });
  return row(
    [
      { bold: app },
      ...(account === turn.actor.account ? [accounts.here] : []),
      `\n${isReached ? accounts.written : accounts.notWritten}`,
    ],
    isReached ? undefined : prefer,
  );
}

function takeOffParts(turn: AccountsTurn, person: Person): Part[] {
  const may = (account: string): boolean => mayUnlink(person, account, turn.actor.account);
  const offered: Button[] = person.accounts.filter(may).map(account => ({
    ...press(labels.unlink(appOf(account)), here.word, 'unlink', { account }),
    confirm: accounts.confirm(appOf(account)),
  }));
  return [
    ...(offered.length > 0 ? [buttons(...offered)] : []),
    ...person.accounts.filter(account => !may(account)).map(account => note(accounts.later(appOf(account)))),
  ];
}

function accountsView(turn: AccountsTurn, person: Person | undefined, said?: string): View {
  const own = person?.accounts ?? [];
  const more = press(labels.code(otherApp(turn.actor.account)), here.word, 'code');
  return {
    title: accounts.title,
    parts: [
      ...(said ? [text(said)] : []),
      ...(person && own.length > 1
        ? [
            text(accounts.several),
            ...own.map(account => accountRow(turn, person, account)),
            ...takeOffParts(turn, person),
          ]
        : [
            text(accounts.one(appOf(turn.actor.account), otherApp(turn.actor.account))),
            ...(person ? [buttons(more)] : []),
          ]),
    ],
    back: { word: 'me' },
  };
}

const stays = (turn: AccountsTurn, said?: string): Outcome => ({
  screen: view(accountsView(turn, turn.actor.person, said), here),
});

function prefer(turn: AccountsTurn, ids: Ids): Outcome {
  const { person } = turn.actor;
  const account = ids['account'] ?? '';
  if (!person?.accounts.includes(account)) return stays(turn);
  const after: Person = { ...person, prefers: account };
  return {
    changes: { put: [put('person', after)] },
    screen: view(accountsView(turn, after, accounts.preferred(appOf(account))), here),
  };
}

/** What goes and what stays; both accounts are told, so that nobody is cut off unawares. */
function unlinking(turn: AccountsTurn, person: Person, account: string): { after: Person; changes: Changes } {
  const after = withoutAccount(person, account);
  const scheme = coordinatorUnlinked(turn.scheme, after, account);
  const known = turn.open.own.some(one => one.id === account);
  return {
    after,
    changes: {
      put: [put('person', after), ...(scheme ? [put('scheme', scheme)] : [])],
      erase: known ? [{ kind: 'account', id: account }] : [],
      letters: [
        { letter: 'me.unlinked', ids: {}, to: { account } },
        { letter: 'me.changed', ids: {}, to: { person: person.id }, id: `me.changed.${person.id}` },
      ],
      history: [{ what: 'account.unlinked', about: [person.id] }],
    },
  };
}

function unlink(turn: AccountsTurn, ids: Ids): Outcome {
  const { person } = turn.actor;
  const account = ids['account'] ?? '';
  if (!person?.accounts.includes(account)) return stays(turn);
  if (!mayUnlink(person, account, turn.actor.account)) return stays(turn, accounts.notFromHere);
  const { after, changes } = unlinking(turn, person, account);
  const gone: View = {
    title: accounts.title,
    parts: [text(accounts.unlinkedHere)],
    buttons: [open(labels.home, 'home')],
  };
  const left = accountsView(turn, after, accounts.unlinked(appOf(account)));
  return { changes, screen: view(account === turn.actor.account ? gone : left, here) };
}

/** One code at a time: a new one takes the place of an earlier. Only its keyed hash is kept. */
function makeCode(turn: AccountsTurn): Outcome {
  const { person, account } = turn.actor;
  if (!person) return stays(turn);
  const made = codeFrom(turn.hash(`make a code ${turn.id('code')}`));
  const shown: View = {
    title: code.title,
    parts: [text([{ code: sayCode(made) }]), text(code.how(otherApp(account))), note(code.never)],
    back: here,
  };
  return {
    changes: {
      put: [put('linkcode', { id: turn.hash(made), person: person.id, until: turn.now + CODE_FOR })],
      erase: turn.open.codes.map(({ id }) => ({ kind: 'linkcode' as const, id })),
    },
    screen: view(shown, here),
  };
}

export const accountsPage = pageOf({
  word: here.word,
  for: 'member',
  plan: accountsPlan,
  show: turn => accountsView(turn, turn.actor.person),
  press: { prefer, unlink, code: makeCode },
});

// From an account that is not known: asking to be linked to the one that is, or giving its one-time code. An address alone links nothing.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Button, type Ids, note, open, press, text, type View } from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, view } from '../../conversation/outcome.ts';
import {
  me,
  mine,
  myAccount,
  type Opened,
  one,
  type Plan,
  sealedAllOf,
  sealedOne,
  via,
} from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { type KindName, kinds, type Person } from '../../scheme/kinds.ts';
import { appOf } from '../../scheme/lanes.ts';
import { askedAbout, coordinatorLinked, isOnlyDrafts, readCode, wrongCode } from '../../scheme/linking.ts';
import { holderOf, linkedTo, notebookWith } from '../../scheme/sealed.ts';
import { labels, link } from './accounts-messages.ts';

const here = { word: 'me.link' };

const base = (code: string) => ({
  linking: one('linking', myAccount),
  account: one('account', myAccount),
  early: one('notebook', myAccount),
  notebook: one('notebook', mine()),
  code: sealedOne('linkcode', code),
  holder: sealedOne('person', via('code', 'person')),
  holderBook: sealedOne('notebook', via('code', 'person')),
});
type LinkTurn = Turn<Opened<ReturnType<typeof base>>>;

/** What somebody has from the first moment; whatever else names them is more than an empty start. */
const START: KindName[] = ['account', 'person', 'notebook', 'linkcode', 'linking'];
const further = (Object.keys(kinds) as KindName[]).filter(name => !START.includes(name));
const named = (kind: KindName): string => `names ${kind}`;

/** Only when a code is given does it matter what the one who gives it has already. */
function linkPlan(ids: Ids) {
  const everything: Plan = Object.fromEntries(further.map(kind => [named(kind), sealedAllOf(kind, me, 1)]));
  return { ...base(ids['code'] ?? 'none'), ...(ids['code'] === undefined ? {} : everything) } as ReturnType<
    typeof base
  >;
}

/** Somebody who is known here as well, but has nothing beyond drafts: they can become one with their other account. */
function isEmptyStart(turn: LinkTurn, person: Person): boolean {
  const open = turn.open as unknown as Record<string, unknown[] | undefined>;
  const has = further.some(kind => (open[named(kind)]?.length ?? 0) > 0);
  return !has && person.accounts.length === 1 && isOnlyDrafts(turn.open.notebook);
}

const sayView = (sentence: string, ...more: Button[]): View => ({
  title: link.title,
  parts: [text(sentence)],
  buttons: [...more, open(labels.home, 'home')],
});

const isLocked = ({ open: { linking }, now }: LinkTurn): boolean => (linking?.lockedUntil ?? 0) > now;

function twinApp({ actor: { twin } }: LinkTurn): string | undefined {
  const [account] = twin?.accounts ?? [];
  return account === undefined ? undefined : appOf(account);
}

function twinLine(turn: LinkTurn): { says: string; button?: Button } | undefined {
  const app = twinApp(turn);
  if (app === undefined) return undefined;
  const { asked } = turn.open.linking ?? {};
  if (asked === 'waiting') return { says: link.waits(app) };
  if (asked === 'refused') return { says: link.refused };
  return { says: link.twin(app), button: press(labels.ask(app), here.word, 'ask', {}, 'primary') };
}

function linkForm(turn: LinkTurn, typed?: string): Form {
  const twin = twinLine(turn);
  return {
    title: link.title,
    intro: [text(link.intro), ...(twin ? [text(twin.says)] : [])],
    fields: { code: { kind: 'text', ...link.field, max: 20, lines: false, optional: false, seenBy: 'none' } },
    ...(typed === undefined ? {} : { values: { code: typed } as never }),
    submit: labels.send,
    buttons: [...(twin?.button ? [twin.button] : []), open(labels.contact, 'contact')],
  };
}

function show(turn: LinkTurn): Form | View {
  const { person } = turn.actor;
  if (person && person.accounts.length > 1) return sayView(link.already, open(labels.accounts, 'me.accounts'));
  return isLocked(turn) ? sayView(link.locked, open(labels.contact, 'contact')) : linkForm(turn);
}

/** Asks on the side that is known; once, until it is answered. */
function ask(turn: LinkTurn): Outcome {
  const { account, twin, profile } = turn.actor;
  const { linking } = turn.open;
  const app = twinApp(turn);
  if (!twin || app === undefined || linking?.asked !== undefined) return { screen: shown(turn) };
  return {
    changes: {
      put: [put('linking', askedAbout(linking, account, twin.person, profile?.name ?? '', turn.now))],
      letters: [{ letter: 'me.asks', ids: { account }, to: { person: twin.person }, id: `me.asks.${account}` }],
      history: [{ what: 'account.asks', about: [twin.person] }],
    },
    screen: view({ ...sayView(link.waits(app)), parts: [text(link.waits(app)), note(link.asked)] }, here),
  };
}

function shown(turn: LinkTurn) {
  const screen = show(turn);
  return 'fields' in screen ? ({ show: 'form', form: screen, at: here } as const) : view(screen, here);
}

/** What linking this account to somebody changes; whoever had an empty start of their own here is that person from now on. */
function linkingTo(turn: LinkTurn, person: Person, own: Person | undefined): Changes {
  const { account } = turn.actor;
  const { early, notebook, holderBook, linking, code } = turn.open;
  const scheme = coordinatorLinked(turn.scheme, person);
  const books = [early, own ? notebook : undefined].filter(book => book !== undefined);
  return {
    put: [
      put('person', person),
      put('account', { id: account, person: person.id }),
      ...(scheme ? [put('scheme', scheme)] : []),
      ...(holderBook && books.length > 0 ? [put('notebook', notebookWith(holderBook, books))] : []),
    ],
    erase: [
      ...(code ? [{ kind: 'linkcode' as const, id: code.id }] : []),
      ...(linking ? [{ kind: 'linking' as const, id: linking.id }] : []),
      ...books.map(({ id }) => ({ kind: 'notebook' as const, id })),
      ...(own ? [{ kind: 'person' as const, id: own.id }] : []),
    ],
    letters: [{ letter: 'me.changed', ids: {}, to: { person: person.id }, id: `me.changed.${person.id}` }],
    history: [{ what: 'account.linked', about: [person.id] }],
  };
}

function notFitting(turn: LinkTurn, typed: string | undefined): Outcome {
  const after = wrongCode(turn.open.linking, turn.actor.account, turn.now);
  const locked = (after.lockedUntil ?? 0) > turn.now;
  return {
    changes: { put: [put('linking', after)] },
    screen: locked
      ? view(sayView(link.locked, open(labels.contact, 'contact')), here)
      : { show: 'form', form: linkForm(turn, typed), at: here, problems: { code: link.wrong } },
  };
}

/** The code as it was given, by its keyed hash: what it leads to can only be opened once it is known. */
function tryCode(turn: LinkTurn, ids: Ids): Outcome {
  const { person: own, account } = turn.actor;
  if (isLocked(turn)) return { screen: shown(turn) };
  const holder = holderOf(turn.open.code, turn.now);
  if (holder === undefined) return notFitting(turn, ids['typed']);
  if (own?.id === holder) return { screen: view(sayView(link.already, open(labels.accounts, 'me.accounts')), here) };
  if (own && !isEmptyStart(turn, own))
    return {
      screen: view(sayView(link.twice, open(labels.accounts, 'me.accounts'), open(labels.contact, 'contact')), here),
    };
  const person = linkedTo(turn.open.holder, account);
  if (!person) return { screen: view(sayView(link.hereAlready, open(labels.contact, 'contact')), here) };
  const app = appOf(person.accounts[0] ?? '');
  return {
    changes: linkingTo(turn, person, own),
    screen: view(sayView(link.done(app), open(labels.accounts, 'me.accounts')), here),
  };
}

export const linkPage = pageOf({
  word: here.word,
  for: 'anyone',
  plan: linkPlan,
  show,
  take: (turn, _ids, answers) => {
    const typed = String((answers as Record<string, unknown>)['code'] ?? '');
    const ids = { code: turn.hash(readCode(typed)), typed };
    return { screen: { show: 'next', to: { ...here, ids, press: 'try' } } };
  },
  press: { ask, try: tryCode },
});

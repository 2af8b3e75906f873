// The first page: what mentoring is in three sentences, what of mine is under way, more to read, and the ways in (R1, R2).

import { type Page, pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  buttons,
  heading,
  list,
  open,
  type Part,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { put, view } from '../../conversation/outcome.ts';
import { REGISTER_DRAFT } from '../../scheme/joining.ts';
import type { Notebook } from '../../scheme/kinds.ts';
import { appOf } from '../../scheme/lanes.ts';
import { gapIn } from './assemble.ts';
import { type Draft, draftOf, idsOf, type Journey, openWay } from './chain.ts';
import { external, front, labels } from './messages.ts';
import { liveOf, type Mine, type MyTurn, minePlan } from './mine.ts';
import { readingButtons } from './reading.ts';

function draftPart(turn: MyTurn, draft: Draft | undefined): Part[] {
  const way = draft && openWay(turn.open, draft.way);
  if (!draft || !way || !turn.scheme.ready) return [];
  const journey: Journey = { way, route: way === 'mentor' ? draft.route : 'own' };
  const step = gapIn(turn, journey, draft)?.step ?? 'check';
  return [
    text(front.draft(way)),
    buttons(open(labels.goOn, `register.${step}`, idsOf(journey), 'primary'), {
      label: labels.discard,
      to: { word: 'register', press: 'discard' },
      confirm: front.discardConfirm,
    }),
  ];
}

function minePart(turn: MyTurn): Part[] {
  const rows = liveOf(turn.open).map(({ role }) => row(front.standing(role), open(labels.open, 'register.status')));
  const all = [...rows, ...draftPart(turn, draftOf(turn.open))];
  return all.length > 0 ? [heading(front.mine), ...all] : [];
}

function wayButtons(turn: MyTurn): Button[] {
  const way = openWay(turn.open, 'both');
  const begin = (label: string, role: string) => open(label, 'register.you', { role });
  if (way === undefined) return [];
  if (way !== 'both') return [begin(labels.ways[way], way)];
  return [begin(labels.ways.mentee, 'mentee'), begin(labels.ways.mentor, 'mentor'), begin(labels.ways.both, 'both')];
}

function waysPart(turn: MyTurn): Part[] {
  const { scheme } = turn;
  const elsewhere = scheme.external.length > 0 ? [buttons(open(labels.ways.external, 'register.external'))] : [];
  if (!scheme.ready) return [heading(front.ways), text(front.notOpen), ...elsewhere];
  const ways = wayButtons(turn);
  const mentorOpen = openWay(turn.open, 'mentor') !== undefined;
  const forum = open(labels.ways.forum, 'register.offer', { role: 'mentor', route: 'forum' });
  return [
    ...(ways.length > 0
      ? [heading(front.ways), text(ways.length > 1 ? front.waysText : front.waysLeft), buttons(...ways)]
      : []),
    ...(mentorOpen ? [row(front.forumText, forum)] : []),
    ...elsewhere,
  ];
}

/** Whoever may be known on another app already need not register again. */
function twinPart({ actor: { twin } }: MyTurn): Part[] {
  const [account] = twin?.accounts ?? [];
  return account === undefined ? [] : [row(front.twin(appOf(account)), open(labels.twin, 'me.link'))];
}

function frontView(turn: MyTurn): View {
  return {
    title: front.title,
    parts: [
      heading(turn.scheme.name),
      text(front.lead),
      ...twinPart(turn),
      ...minePart(turn),
      ...waysPart(turn),
      heading(front.read),
      buttons(...readingButtons, ...(turn.scheme.stories === 'off' ? [] : [open(labels.stories, 'forum')])),
    ],
  };
}

/** The notebook without the draft, wherever it is kept. */
function cleared(open: Mine): Notebook[] {
  return [open.notebook, open.early].flatMap(book => {
    if (!book || !(REGISTER_DRAFT in book.drafts)) return [];
    const { [REGISTER_DRAFT]: _gone, ...drafts } = book.drafts;
    return [{ ...book, drafts }];
  });
}

export const frontPage: Page = pageOf({
  word: 'register',
  for: 'anyone',
  help: front.help,
  plan: minePlan,
  show: frontView,
  press: {
    discard: turn => {
      const books = cleared(turn.open);
      const left = {
        ...turn.open,
        notebook: books.find(book => book.id === turn.open.notebook?.id) ?? turn.open.notebook,
        early: books.find(book => book.id === turn.open.early?.id) ?? turn.open.early,
      };
      return {
        changes: { put: books.map(book => put('notebook', book)) },
        screen: view(frontView({ ...turn, open: left }), { word: 'register' }),
      };
    },
  },
});

export const externalPage: Page = pageOf({
  word: 'register.external',
  for: 'anyone',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: external.title,
    parts:
      scheme.external.length > 0
        ? [text(external.lead), list(scheme.external.map(({ name, link }) => [{ link, label: name }]))]
        : [text(external.none)],
    buttons: [open(labels.contact, 'contact')],
    back: { word: 'register' },
  }),
});

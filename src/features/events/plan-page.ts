// The talks of an event, for co-ordinators: how many rounds and with which links, each round to look at, and all of them to print.
import type { Document } from '../../conversation/document.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import {
  type Button,
  buttons,
  type Ids,
  list,
  note,
  open,
  type Part,
  press,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next, type Outcome, put } from '../../conversation/outcome.ts';
import { type Opened, one, some } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { MatchingEvent, Talks } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { allTalks, MOST_ROUNDS } from '../../scheme/talks.ts';
import { rounds as words } from './desk-messages.ts';
import { goneDesk } from './desk-view.ts';
import { eventIn } from './mine.ts';
import { roundOrder } from './round.ts';

const TALKS_A_PAGE = 40;

const setPlan = (ids: Ids) => ({ event: one('event', eventIn(ids)), links: one('talklinks', eventIn(ids)) });
type SetTurn = Turn<Opened<ReturnType<typeof setPlan>>>;

const fields = {
  rounds: { kind: 'number', ...words.howMany, from: 1, to: MOST_ROUNDS, optional: false, seenBy: 'everybody' },
  links: { kind: 'list', ...words.links, atMost: 14, max: 200, optional: true, seenBy: 'coordinator' },
} as const;

/** As many rounds as fit, with two minutes to change places. */
const suggested = ({ lasts, talkMinutes }: MatchingEvent): number =>
  Math.max(1, Math.min(12, Math.floor(lasts / (talkMinutes + 2))));

function setForm({ open: opened }: SetTurn, ids: Ids): Form<typeof fields> | View {
  const { event, links } = opened;
  if (!event) return goneDesk();
  return {
    title: words.setTitle,
    intro: [text(words.setLead)],
    fields,
    values: { rounds: event.rounds || suggested(event), links: links?.links ?? [] },
    submit: words.save,
    back: { word: 'event.desk', ids: { event: eventIn(ids) } },
  };
}

export const setTalksPage = pageOf({
  word: 'event.talks',
  for: 'coordinator',
  plan: setPlan,
  show: setForm,
  take: (turn, ids, given): Outcome => {
    const { event } = turn.open;
    const to = next('event.desk', { event: eventIn(ids) });
    if (event?.state !== 'planned') return { screen: to };
    const odd = given.links.find(link => !/^https?:\/\/\S+\.\S+/i.test(link));
    if (odd !== undefined) return { problems: { links: words.oddLink(odd) } };
    if (given.rounds < event.begun) return { problems: { rounds: words.begunAlready(event.begun) } };
    return {
      changes: {
        put: [
          put('event', { ...event, rounds: given.rounds, working: true }),
          put('talklinks', { id: event.id, links: given.links }),
        ],
        jobs: [roundOrder(turn, event.id, event.begun + 1, false)],
      },
      screen: to,
    };
  },
});

const lookPlan = (ids: Ids) => ({ event: one('event', eventIn(ids)), talks: some('talks', allTalks(eventIn(ids))) });
type LookTurn = Turn<Opened<ReturnType<typeof lookPlan>>>;

const numberIn = (raw: string | undefined): number => (raw !== undefined && /^\d{1,3}$/.test(raw) ? Number(raw) : 0);

function roundParts(round: Talks, page: number): Part[] {
  const lines = round.pairs.map(({ mentor, mentee, link }) => words.talk(mentor.name, mentee.name, link));
  const shown = lines.slice(page * TALKS_A_PAGE, (page + 1) * TALKS_A_PAGE);
  const isLast = (page + 1) * TALKS_A_PAGE >= lines.length;
  const pauses = round.waiting.map(one_ => one_.name);
  return [
    text([{ bold: words.round(round.number) }]),
    ...(shown.length > 0 ? [list(shown)] : []),
    ...(isLast && pauses.length > 0 ? [note(words.pauses(inWords(pauses)))] : []),
  ];
}

function turnerOf(event: MatchingEvent, round: Talks, page: number): Button[] {
  const isMore = (page + 1) * TALKS_A_PAGE < round.pairs.length;
  const ids = { event: event.id, number: String(round.number), page: String(page + 1) };
  return isMore ? [open(words.more, 'event.plan', ids)] : [];
}

function lookView(turn: LookTurn, ids: Ids): View {
  const { event, talks } = turn.open;
  if (!event) return goneDesk();
  const back = { word: 'event.desk', ids: { event: event.id } };
  const standing = talks.filter(round => round.number <= event.drawnUp);
  const wanted = numberIn(ids['number']) || Math.max(1, event.begun);
  const round = standing.find(one_ => one_.number === wanted) ?? standing[0];
  if (!round) return { title: words.title, parts: [text(event.working ? words.working : words.none)], back };
  const page = numberIn(ids['page']);
  const others = standing.map(({ number }) =>
    open(words.round(number), 'event.plan', { event: event.id, number: String(number) }),
  );
  return {
    title: words.title,
    parts: [
      ...(event.working ? [note(words.working)] : []),
      ...roundParts(round, page),
      buttons(
        ...turnerOf(event, round, page),
        press(words.print, 'event.plan', 'print', { event: event.id }, 'primary'),
      ),
      buttons(...others),
      note(words.mayChange),
    ],
    back,
  };
}

/** One row for each talk and each pause, round by round. */
function tableOf(talks: readonly Talks[]): Document {
  const rows = talks.flatMap(({ number, pairs, waiting }) => [
    ...pairs.map(({ mentor, mentee, link }) => [String(number), mentor.name, mentee.name, link ?? '']),
    ...waiting.map(({ name, role }) => [
      String(number),
      role === 'mentor' ? name : words.pauseCell,
      role === 'mentee' ? name : words.pauseCell,
      '',
    ]),
  ]);
  return { kind: 'table', name: words.file, columns: [...words.columns], rows };
}

export const planPage = pageOf({
  word: 'event.plan',
  for: 'coordinator',
  plan: lookPlan,
  show: lookView,
  press: {
    print: (turn, ids): Outcome => {
      const { event, talks } = turn.open;
      const at = { word: 'event.plan', ids: { event: eventIn(ids) } };
      const standing = talks.filter(round => round.number <= (event?.drawnUp ?? 0));
      const shown = lookView(turn, ids);
      if (standing.length === 0) return { screen: { show: 'view', view: shown, at } };
      const said = { ...shown, parts: [text(words.sent), ...shown.parts] };
      return { screen: { show: 'document', document: tableOf(standing), view: said, at } };
    },
  },
});

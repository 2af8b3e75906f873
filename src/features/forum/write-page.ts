// Writing in the forum, and changing what one wrote: by whom it is, and how others see them, is the author's choice (F20). Also open to somebody who has not registered.
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form } from '../../conversation/form.ts';
import { myPairings, pairingsPlan } from '../../conversation/my-pairings.ts';
import { newcomerPuts, whoActs } from '../../conversation/newcomer.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, together, view } from '../../conversation/outcome.ts';
import { allOf, me, mine, myAccount, type Opened, one, sealedOne } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { knownCoordinators } from '../../scheme/coordinators.ts';
import type { Contribution, Scheme, Story } from '../../scheme/kinds.ts';
import { storyKinds } from '../../scheme/records/forum.ts';
import { excludedAmong } from '../../scheme/sealed.ts';
import { partnerOf, sideOf } from '../../scheme/sides.ts';
import { kinds, labels, write } from './messages.ts';
import { isLookedAt, sending } from './publish.ts';
import { storyIn } from './story-page.ts';

/** As much as one person has there at a time. */
const MOST_OWN = 20;
const TITLE = 75;

const writePlan = (ids: Ids) => ({
  early: one('notebook', myAccount),
  written: one('contribution', storyIn(ids)),
  story: one('story', storyIn(ids)),
  own: allOf('contribution', me, MOST_OWN + 1),
  list: sealedOne('exclusions', mine()),
  ...pairingsPlan(),
  question: one('story', ids['re'] ?? 'none'),
});
type WriteTurn = Turn<Opened<ReturnType<typeof writePlan>>>;

const everybody = { optional: false, seenBy: 'everybody' } as const;

const fieldsOf = (scheme: Scheme) =>
  ({
    what: {
      kind: 'choice',
      ...write.what,
      options: storyKinds.map(key => ({ key, label: kinds[key].one })),
      ...everybody,
    },
    title: { kind: 'text', ...write.heading, max: TITLE, lines: false, ...everybody },
    text: { kind: 'text', ...write.text, max: 1500, lines: true, ...everybody },
    side: { kind: 'choice', ...write.side, options: write.sides, ...everybody },
    topics: {
      kind: 'choices',
      ...write.topics,
      options: scheme.topics,
      atMost: 3,
      optional: true,
      seenBy: 'everybody',
    },
    shown: { kind: 'choice', ...write.shown, options: write.showns, ...everybody },
    read: { kind: 'agree', ...write.read, optional: false, seenBy: 'none' },
  }) as const;
type WriteFields = ReturnType<typeof fieldsOf>;
type Given = AnswersOf<WriteFields>;

/** My own, if that is what is being changed; co-ordinators may open others', but they do not write for them. */
function mineIn({ open: { written }, actor }: WriteTurn): Contribution | undefined {
  return written && written.person === actor.person?.id ? written : undefined;
}

/** The question that is being answered, if it is one and still there. */
const questionIn = ({ open: { question } }: WriteTurn): Story | undefined =>
  question?.what === 'question' ? question : undefined;

const shortened = (title: string): string =>
  [...title].length <= TITLE ? title : `${[...title].slice(0, TITLE - 1).join('')}…`;

const plain = (words: string): string => ` ${words.toLocaleLowerCase('en-GB').replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Whoever ticked that nobody is named may have missed a name: the full name of somebody they were paired with does not go out. */
function namedIn(turn: WriteTurn, words: string): string | undefined {
  const named = myPairings(turn).filter(({ name, given }) => name !== given);
  return named.find(({ name }) => plain(words).includes(plain(name)))?.name;
}

function valuesOf(turn: WriteTurn, ids: Ids) {
  const before = mineIn(turn);
  if (!before) {
    const what = storyKinds.find(one_ => one_ === ids['what']);
    const question = questionIn(turn);
    if (question)
      return {
        what: 'experience' as const,
        title: shortened(write.answerTitle(question.title)),
        topics: question.topics,
      };
    return what ? { what } : {};
  }
  const { what, title, text: said, side, topics, shown } = before;
  return {
    what,
    title,
    text: said,
    side,
    topics: topics.filter(key => turn.scheme.topics.some(one_ => one_.key === key)),
    shown,
  };
}

const offView = (): View => ({ title: write.title, parts: [text(write.off)], back: { word: 'forum' } });

function writeForm(turn: WriteTurn, ids: Ids): Form<WriteFields> | View {
  const { scheme } = turn;
  if (scheme.stories === 'off' || !scheme.ready) return offView();
  const before = mineIn(turn);
  const question = questionIn(turn);
  return {
    title: before ? write.changeTitle : write.title,
    intro: [
      ...(question && !before ? [text(write.answerTo(question.title))] : []),
      text(write.lead),
      ...(isLookedAt(scheme, before, turn.actor.person) ? [text(write.looked)] : []),
    ],
    fields: fieldsOf(scheme),
    values: valuesOf(turn, ids),
    submit: labels.send,
    back: before ? { word: 'forum.mine.one', ids: { story: before.id } } : { word: 'forum' },
  };
}

/** What changing the words leaves as it is. */
function keptOf(before: Contribution | undefined): Partial<Contribution> {
  const { postedAt, newsAt, told } = before ?? {};
  return {
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(newsAt === undefined ? {} : { newsAt }),
    ...(told === undefined ? {} : { told }),
  };
}

function contributionOf(turn: WriteTurn, person: string, given: Given): Contribution {
  const { what, title, text: said, side, topics, shown } = given;
  const before = mineIn(turn);
  const re = before ? before.re : questionIn(turn)?.id;
  const coordinators = knownCoordinators(turn.scheme);
  return {
    id: before?.id ?? turn.id('story'),
    person,
    what: what as Contribution['what'],
    title,
    text: said,
    side: side as Contribution['side'],
    topics,
    ...(re === undefined ? {} : { re }),
    at: before?.at ?? turn.now,
    shown: shown as Contribution['shown'],
    state: 'shown',
    ...keptOf(before),
    closedTo: [
      ...new Set([
        ...excludedAmong(turn.open.list, coordinators),
        ...turn.open.pairings.filter(one_ => sideOf(one_, person)).map(one_ => partnerOf(one_, person)),
      ]),
    ],
  };
}

export const writePage = pageOf({
  word: 'forum.write',
  for: 'anyone',
  plan: writePlan,
  show: writeForm,
  take: (turn, _ids, given): Outcome => {
    const { scheme, open: opened } = turn;
    if (scheme.stories === 'off' || !scheme.ready) return { screen: view(offView(), { word: 'forum' }) };
    const before = mineIn(turn);
    if (before && turn.changed('contribution', before.id)) return { problems: { title: write.meanwhile } };
    for (const field of ['title', 'text'] as const) {
      const name = namedIn(turn, given[field]);
      if (name) return { problems: { [field]: write.names(name) } };
    }
    const { person, isNew } = whoActs(turn);
    const own = opened.own.filter(one_ => one_.person === person.id);
    if (!before && own.length >= MOST_OWN) return { problems: { title: write.many } };
    const written = contributionOf(turn, person.id, given);
    return {
      changes: together(
        isNew ? { put: newcomerPuts(turn, person, opened.early) } : {},
        sending(written, person, scheme, { story: before && opened.story, before }),
        { history: [{ what: before ? 'forum.changed' : 'forum.written', about: [written.id] }] },
      ),
      screen: next('forum.mine.one', { story: written.id }),
    };
  },
});

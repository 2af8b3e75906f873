// My talk in the round that is on: with whom, and where. Opened privately by each for themselves; nobody sees anybody else's.
import { letterOf, pageOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, note, open, type Part, text, type View } from '../../conversation/notice.ts';
import { mine, type Opened, one, sealedOne, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { MatchingEvent } from '../../scheme/kinds.ts';
import { talkOf } from '../../scheme/sealed.ts';
import { roundsIn } from '../../scheme/talks.ts';
import { goneView } from './event-view.ts';
import { labels, talk, one as words } from './messages.ts';
import { eventIn } from './mine.ts';

const talkPlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  signup: one('signup', mine(`-${eventIn(ids)}`)),
  talks: sealedOne('talks', via('event', 'on')),
});
type TalkTurn = Turn<Opened<ReturnType<typeof talkPlan>>>;

const isMine = ({ open: { signup }, actor }: TalkTurn): boolean =>
  signup !== undefined && signup.person === actor.person?.id;

function whereParts(event: MatchingEvent, link: string | undefined): Part[] {
  const to = link ?? event.link;
  return [
    ...(event.place ? [text([`${words.where}: `, event.place])] : []),
    ...(to ? [text([{ link: to, label: words.linkLabel }])] : []),
  ];
}

function talkParts(turn: TalkTurn, event: MatchingEvent): Part[] {
  const mine_ = talkOf(turn.open.talks, turn.actor.person?.id ?? '');
  if (!mine_) return [text(talk.late)];
  const head = text([{ bold: talk.round(mine_.number, roundsIn(event)) }]);
  if (!mine_.with) return [head, text(talk.pause), note(talk.pauseNote)];
  return [
    head,
    text(talk.with(mine_.with.name, mine_.with.role)),
    ...whereParts(event, mine_.link),
    text(talk.minutes(event.talkMinutes)),
    note(talk.tip[mine_.with.role]),
  ];
}

export const talkPage = pageOf({
  word: 'event.talk',
  for: 'member',
  plan: talkPlan,
  show: (turn): View => {
    const { event } = turn.open;
    if (!event || !isMine(turn)) return goneView();
    const isOn = event.state === 'planned' && event.begun > 0;
    return {
      title: talk.title,
      parts: isOn ? talkParts(turn, event) : [text(event.state === 'planned' ? talk.notYet : talk.over)],
      buttons: [
        ...(event.state === 'planned' ? [open(labels.again, 'event.talk', { event: event.id })] : []),
        open(labels.event, 'event.one', { event: event.id }),
      ],
    };
  },
});

/** Word that a round begins: which one, and nothing of with whom. */
export const talkLetter = letterOf({
  name: 'event.talk',
  class: 'answer',
  plan: talkPlan,
  draw: (turn): Notice | undefined => {
    const { event, signup } = turn.open;
    if (event?.state !== 'planned' || event.begun < 1 || !isMine(turn) || !signup?.here) return undefined;
    return {
      text: talk.letter(event.begun, roundsIn(event)),
      buttons: [open(labels.talk, 'event.talk', { event: event.id }, 'primary')],
    };
  },
});

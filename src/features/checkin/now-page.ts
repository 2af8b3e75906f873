// For co-ordinators: a check-in outside the rhythm, with a preview of who is named, who is asked, who not and why.
import { pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  facts,
  heading,
  type Ids,
  note,
  open,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import { type Opened, page, sealedPage, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { usableChannels } from '../../scheme/channels.ts';
import { whyNotDue } from '../../scheme/due.ts';
import { appOf, isInLane, laneOf } from '../../scheme/lanes.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { mentionOf } from '../../scheme/sealed.ts';
import { says } from './messages.ts';
import { thanks } from './mine.ts';
import { isClosedTo, namesOf } from './quiet-page.ts';
import { FEWEST_NAMED, hasForum, sinceOf, startRound } from './round.ts';

const PAIRINGS = 60;
const NAMES = 200;

const nowPlan = (ids: Ids) => ({
  rounds: page('round', 'round.all', { max: 1 }),
  people: sealedPage('person', 'person.mention', { max: NAMES, oldestFirst: true }),
  pairings: page('pairing', 'pairing.running', { max: PAIRINGS, after: ids['after'], oldestFirst: true }),
  mentors: some('person', via('pairings', 'mentor')),
  mentees: some('person', via('pairings', 'mentee')),
});
type NowTurn = Turn<Opened<ReturnType<typeof nowPlan>>>;

/** What earlier pages of the preview counted; only for reading, so it may travel in a button. */
const carried = (ids: Ids, name: string): number => Math.max(0, Math.trunc(Number(ids[name]) || 0));

/** In each forum by itself: where fewer than ten would stand in it, nobody is named there. */
function named(turn: NowTurn): string {
  const more = turn.more['people'] !== undefined;
  const lanes = usableChannels(turn.scheme, 'forum').map(laneOf);
  const lines = lanes.map(lane => {
    const count = turn.open.people.filter(person => isInLane(mentionOf(person), lane)).length;
    const line = count < FEWEST_NAMED && !more ? says.nowNobody(count) : says.nowNamedCount(count, more);
    return lanes.length > 1 ? says.nowIn(appOf(lane), line) : line;
  });
  return lines.join('\n');
}

function judged(turn: NowTurn) {
  const round = { at: turn.now, since: sinceOf(turn.scheme, turn.open.rounds[0], turn.now) };
  return turn.open.pairings.map(pairing => ({ pairing, why: whyNotDue(pairing, round, turn.now, turn.scheme) }));
}

function show(turn: NowTurn, ids: Ids): View {
  const all = judged(turn);
  const due = carried(ids, 'due') + all.filter(({ why }) => why === undefined).length;
  const of = carried(ids, 'of') + all.length;
  const after = turn.more['pairings'];
  const back = { word: 'desk' };
  if (!hasCheckins(turn.scheme)) return { title: says.nowTitle, parts: [text(says.nowOff)], back };
  if (of === 0) return { title: says.nowTitle, parts: [text(says.nowNone)], back };
  const rows = all.flatMap(({ pairing, why }) => {
    if (why === undefined || isClosedTo(pairing, turn.actor.person)) return [];
    const { mentor, mentee } = namesOf(pairing, turn.open);
    return [row(says.nowRow(mentee, mentor, says.nowWhy[why]))];
  });
  const further: Button[] =
    after === undefined ? [] : [open(says.nowMore, 'checkin.now', { after, due: String(due), of: String(of) })];
  return {
    title: says.nowTitle,
    parts: [
      text(says.nowIntro),
      facts([
        ...(hasForum(turn.scheme) ? [[says.nowNamed, named(turn)] satisfies [string, string]] : []),
        [says.nowDue, says.nowDueCount(due, of, after !== undefined)],
      ]),
      note(hasForum(turn.scheme) ? says.nowEverybody : says.nowNoForum),
      ...(rows.length > 0 ? [heading(says.nowNotDue), ...rows] : []),
    ],
    buttons: [
      press(says.nowPost, 'checkin.now', 'post', { rounds: String(turn.scheme.rounds) }, 'primary'),
      ...further,
    ],
    back,
  };
}

/** The button carries how many rounds there were: of two co-ordinators (or presses) at once, one posts. */
function post(turn: NowTurn, ids: Ids): Outcome {
  const at = { word: 'desk' };
  if (!hasCheckins(turn.scheme)) return { screen: next('checkin.now') };
  if (ids['rounds'] !== String(turn.scheme.rounds)) return { screen: view(thanks(says.nowJust), at) };
  const done = hasForum(turn.scheme) ? says.nowDone : says.nowDoneDirect;
  return {
    changes: startRound(turn, { at: turn.now, nextAt: turn.scheme.nextRoundAt, isSlot: false }),
    screen: view(thanks(done), at),
  };
}

export const nowPage = pageOf({ word: 'checkin.now', for: 'coordinator', plan: nowPlan, show, press: { post } });

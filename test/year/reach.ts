// How far the simulated year went: a year in which something never happens says nothing about it.
import type { Agreement, Evaluation, Meeting, Pairing } from '../../src/scheme/kinds.ts';
import { isRunning } from '../../src/scheme/states.ts';
import type { Town } from './town.ts';
import type { World } from './world.ts';

/** Pages opened; `word!action` pressed; `word+` sent. */
const deeds = [
  // Joining and staying.
  'register.you+ register.check!send register.answer+ register.claim+ register.match+ register.background+ register.wishes+',
  'register.offer+ profile accept.ask+ accept.decline+ accept.claim+ me.link+ me.leave!leave me.pause+ me!return',
  'offer+ offer.still offer.still!yes',
  // Being brought together.
  'proposal!yes proposal!no proposal!line event.here+ event.rank+ choose choose.find+ choose.one!add choose.list!up',
  'choose.list!ask choose.list!back',
  // Meeting and working together.
  'meeting.times+ meeting!take meeting!none meeting!cannot meeting!suits meeting!calendar meeting.agenda+ meeting.point+',
  'review+ review!skip checkin checkin!met checkin!not-yet checkin!nothing checkin.plan+ checkin.pause+ reach.note+',
  'agreement.part+ agreement!confirm agreement!paper objective.new+ objective.evidence+ objective.comment+',
  'objective.propose+ objective.date+ objective.review+ objective!step objective.close+',
  // Learning and being asked.
  'log.new+ log.copy!copy log.export+ session.one!sign-up session.one!calendar session.came+ session.feedback+',
  'training.check+ training.check!erase training.ask+ training.asked session.new+ evaluation.answer+',
  'evaluation.certificate evaluation.certificate!make evaluation.setting+',
  // The forum.
  'forum forum.find+ forum.one forum.write+ forum.look!show forum.down+ forum.mine.one!channel forum.mine.one!back',
  'forum.mine.one!register',
  // Difficulties and ends.
  'difficulty contact.ask+ contact.inquiry!take contact.reply+ closing closing!finish exit+ exit.end!end exit.end+',
  'exit.read!read exit.read!release exit.close+ exit.reopen!ask exit.reopen!yes setup.matching+',
].flatMap(line => line.split(' '));

const letters = [
  'accept.accepted accept.claim accept.declined accept.question accept.ready register.receipt me.back training.again training.over',
  'proposal.asked proposal.reminder proposal.ended proposal.introduced choose.news match.left-over event.ask event.reminder',
  'meeting.news meeting.reminder meeting.off review.offer checkin.post checkin.direct checkin.follow-up checkin.planned',
  'agreement.news agreement.review objective.ask objective.met objective.news evaluation.ask reach.note',
  'session.invitation session.reminder session.came forum.answered forum.shown forum.down forum.post forum.waiting',
  'closing.ask closing.said closing.done exit.alert exit.notice exit.warn exit.reopen exit.reopened offer.ask offer.still',
  'contact.answered watch.account-gone',
].flatMap(line => line.split(' '));

const running = (pairings: readonly Pairing[], person: string, role: 'mentor' | 'mentee'): number =>
  pairings.filter(one => one[role] === person && isRunning(one.state)).length;

type Papers = { agreements: Agreement[]; meetings: Meeting[]; evaluations: Evaluation[] };

async function papersOf(town: Town, { pairings }: World): Promise<Papers> {
  const about = pairings.flatMap(one => [`${one.id}-${one.mentor}`, `${one.id}-${one.mentee}`]);
  const meetings = await Promise.all(
    pairings.map(one => town.read('meeting', { list: `meeting.of:${one.id}`, max: 50 })),
  );
  return {
    agreements: await town.read('agreement', { ids: pairings.map(one => one.id) }),
    meetings: meetings.flat(),
    evaluations: await town.read('evaluation', { ids: about }),
  };
}

/** What became of people. */
function ofPeople(town: Town, world: World): Record<string, boolean> {
  const { pairings, people, registrations } = world;
  return {
    'two hundred people': town.joined.size === 200,
    'somebody with two accounts': people.some(one => one.accounts.length > 1),
    'somebody elsewhere': people.some(one => one.zone === 'America/New_York' && world.pairingsOf.has(one.id)),
    'a mentor of two at once': people.some(one => running(pairings, one.id, 'mentor') > 1),
    'both roles at once': people.some(
      one => running(pairings, one.id, 'mentor') > 0 && running(pairings, one.id, 'mentee') > 0,
    ),
    'somebody who left': registrations.some(one => one.state === 'withdrawn'),
    'somebody forgotten a year after they left': people.length < town.joined.size,
    'somebody gone': people.some(one => one.goneAt !== undefined),
    'somebody who did not say that they are still there': registrations.some(one => one.state === 'dormant'),
  };
}

/** What became of pairings. */
function ofPairings(world: World, { agreements, meetings, evaluations }: Papers): Record<string, boolean> {
  const { pairings } = world;
  const points = evaluations.flatMap(one => Object.entries(one.points).map(([key, state]) => ({ key, ...state })));
  return {
    'a mixed pair': pairings.some(one => isMixed(world, one)),
    'an agreement changed': agreements.some(one => one.versions.length > 1),
    'a later end by both': agreements.some(({ versions }) =>
      versions.some(({ terms }, n) => (terms.endsOn ?? '') > (versions[n - 1]?.terms.endsOn ?? terms.endsOn ?? '')),
    ),
    'a new direction': agreements.some(({ versions }) =>
      versions.some(({ terms }) => terms.direction && terms.reviewOn),
    ),
    'a pair that met six times': pairings.some(one => one.met >= 6),
    'a chosen mentor': pairings.some(one => one.chosen && isRunning(one.state)),
    'a list that went on to the next': pairings.some(
      one => one.chosen && one.state === 'not-formed' && pairings.some(next => next.chosen && isAfter(next, one)),
    ),
    'an end by either side': (['mentor', 'mentee'] as const).every(role =>
      pairings.some(one => one.state === 'ended-early' && one.endedBy === one[role]),
    ),
    'somebody back after an end': pairings.some(
      one => one.state === 'ended-early' && (world.pairingsOf.get(one.mentee) ?? []).some(next => isLater(next, one)),
    ),
    'a pairing finished as agreed': pairings.some(one => one.state === 'completed' && one.finishedBy?.length === 2),
    'an answer six months later': points.some(one => one.key === 'later' && one.doneAt !== undefined),
    'a half-way that nobody answered': points.some(one => one.key === 'half' && one.doneAt === undefined),
    'an end that was required and reminded of twice': points.some(one => one.key === 'end' && one.reminders === 2),
    ...Object.fromEntries(
      (['held', 'moved', 'missed', 'cancelled', 'planned'] as const).map(state => [
        `a meeting ${state}`,
        meetings.some(one => one.state === state),
      ]),
    ),
  };
}

/** What the year did not come to. */
export async function notReached(town: Town, world: World): Promise<string[]> {
  const sent = new Set(town.letters.values());
  const happened = { ...ofPeople(town, world), ...ofPairings(world, await papersOf(town, world)) };
  return [
    ...deeds.filter(deed => !town.deeds.has(deed)),
    ...letters.filter(letter => !sent.has(letter)),
    ...['text/calendar', 'text/csv', 'application/pdf'].filter(type => !town.files.has(type)),
    ...Object.keys(happened).filter(what => !happened[what]),
  ];
}

const isAfter = (next: Pairing, one: Pairing): boolean =>
  next.mentee === one.mentee && next.proposedAt >= (one.endedAt ?? 0) && next.id !== one.id;

const isLater = (next: Pairing, ended: Pairing): boolean =>
  next.mentee === ended.mentee && (next.introducedAt ?? 0) > (ended.endedAt ?? Number.POSITIVE_INFINITY);

function isMixed({ people }: World, { mentor, mentee, state }: Pairing): boolean {
  const lanes = [mentor, mentee].map(id => people.find(one => one.id === id)?.accounts[0]?.split('/')[0]);
  return isRunning(state) && lanes[0] !== lanes[1];
}

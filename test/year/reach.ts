// How far the simulated year went: a year in which something never happens says nothing about it.
import type { Pairing } from '../../src/scheme/kinds.ts';
import { isRunning } from '../../src/scheme/states.ts';
import type { Town } from './town.ts';
import type { World } from './world.ts';

const words =
  'accept.ask accept.decline agreement.part checkin checkin.pause closing checkin.plan contact.ask difficulty evaluation.answer event.here event.rank exit.close exit.end log.copy log.new me.leave me.link me.pause meeting.agenda meeting.point meeting.times objective.close objective.evidence objective.review offer proposal reach.note reach.read register.answer review session.came';
const letters =
  'accept.declined agreement.news checkin.direct checkin.follow-up checkin.post closing.ask closing.done closing.said contact.answered event.ask event.reminder exit.alert exit.notice exit.reopened exit.warn match.left-over me.back meeting.off meeting.reminder objective.ask objective.met offer.ask proposal.ended proposal.reminder review.offer session.reminder watch.account-gone';

const running = (pairings: readonly Pairing[], person: string, role: 'mentor' | 'mentee'): number =>
  pairings.filter(one => one[role] === person && isRunning(one.state)).length;

/** What the year did not come to. */
export async function notReached(town: Town, world: World): Promise<string[]> {
  const sent = new Set(town.letters.values());
  const { pairings, people, registrations } = world;
  const agreements = await town.read('agreement', { ids: pairings.map(one => one.id) });
  const meetings = (
    await Promise.all(pairings.map(one => town.read('meeting', { list: `meeting.of:${one.id}`, max: 50 })))
  ).flat();
  const happened: Record<string, boolean> = {
    'two hundred people': people.length === 200,
    'somebody with two accounts': people.some(one => one.accounts.length > 1),
    'somebody elsewhere': people.some(one => one.zone === 'America/New_York' && world.pairingsOf.has(one.id)),
    'a mentor of two at once': people.some(one => running(pairings, one.id, 'mentor') > 1),
    'both roles at once': people.some(
      one => running(pairings, one.id, 'mentor') > 0 && running(pairings, one.id, 'mentee') > 0,
    ),
    'a mixed pair': pairings.some(one => isMixed(world, one)),
    'an agreement changed': agreements.some(one => one.versions.length > 1),
    'a pair that met six times': pairings.some(one => one.met >= 6),
    'an end by either side': (['mentor', 'mentee'] as const).every(role =>
      pairings.some(one => one.state === 'ended-early' && one.endedBy === one[role]),
    ),
    'somebody back after an end': pairings.some(
      one => one.state === 'ended-early' && (world.pairingsOf.get(one.mentee) ?? []).some(next => isLater(next, one)),
    ),
    'a pairing finished as agreed': pairings.some(one => one.state === 'completed' && one.finishedBy?.length === 2),
    'somebody who left': registrations.some(one => one.state === 'withdrawn'),
    'somebody gone': people.some(one => one.goneAt !== undefined),
  };
  return [
    ...words.split(' ').filter(word => !town.deeds.has(word)),
    ...letters.split(' ').filter(letter => !sent.has(letter)),
    ...Object.keys(happened).filter(what => !happened[what]),
    ...(['held', 'moved', 'missed', 'cancelled', 'planned'] as const).filter(
      state => !meetings.some(one => one.state === state),
    ),
  ];
}

const isLater = (next: Pairing, ended: Pairing): boolean =>
  next.mentee === ended.mentee && (next.introducedAt ?? 0) > (ended.endedAt ?? Number.POSITIVE_INFINITY);

function isMixed({ people }: World, { mentor, mentee, state }: Pairing): boolean {
  const lanes = [mentor, mentee].map(id => people.find(one => one.id === id)?.accounts[0]?.split('/')[0]);
  return isRunning(state) && lanes[0] !== lanes[1];
}

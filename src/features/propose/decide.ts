// What a yes, a no and "we share a line" change (B2–B5, R12–R16). Pure; who may press is the page's to know.
import { type Changes, type LetterOrder, put, together } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Day } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import {
  answerDates,
  introduce,
  menteeSaysYes,
  type ProposalEnd,
  proposalEnds,
  sameLine,
} from '../../scheme/proposals.ts';
import { excludes, nameOf, reachOf, standsBy, withinCapacity } from '../../scheme/sealed.ts';
import type { Answering } from './answering.ts';

const about = (pairing: Pairing): string[] => [pairing.id, pairing.mentor, pairing.mentee];

function letterTo(person: string, letter: string, pairing: Pairing): LetterOrder {
  return { letter, ids: { pairing: pairing.id }, to: { person }, id: `${letter}:${pairing.id}:${person}` };
}

/** What a proposal that comes to nothing changes; its papers go. */
export function endingOf(
  pairing: Pairing,
  open: Pick<Answering, 'papers' | 'mentorPlace' | 'menteePlace'>,
  end: ProposalEnd,
): Changes {
  const ended = proposalEnds(pairing, open, end);
  return {
    put: [put('pairing', ended.pairing), ...ended.registrations.map(place => put('registration', place))],
    ...(open.papers ? { erase: [{ kind: 'papers', id: pairing.id }] } : {}),
    letters: ended.tell === undefined ? [] : [letterTo(ended.tell, 'proposal.ended', pairing)],
    history: [{ what: 'proposal.came-to-nothing', about: about(pairing) }],
  };
}

/** `away`: who acts has paused or left; `full`: they offer fewer places than this would make. Neither has any effect. */
export type Answer =
  | { said: 'waiting'; changes: Changes; answerBy: Day }
  | { said: 'introduced' | 'impossible'; changes: Changes }
  | { said: 'away' | 'full'; changes?: never };

/** Whether one of the two has put the other on their list since (R12). */
function barred({ mentor, mentee, mentorList, menteeList }: Answering): boolean {
  const [one, other] = [nameOf(mentor), nameOf(mentee)];
  return (other !== undefined && excludes(mentorList, other)) || (one !== undefined && excludes(menteeList, one));
}

/** The mentee's yes: the mentor is asked, if they still stand by their offer and have the place (R13, R16). */
export function menteeYes(turn: Turn<Answering>, pairing: Pairing): Answer {
  const { open, now, scheme } = turn;
  const { mentorPlace, menteePlace } = open;
  if (!standsBy(menteePlace)) return { said: 'away' };
  if (!mentorPlace || !standsBy(mentorPlace) || !withinCapacity(mentorPlace) || barred(open))
    return { said: 'impossible', changes: quietly(endingOf(pairing, open, { side: 'mentor', why: 'gone', at: now })) };
  const dates = answerDates(now, scheme, reachOf(open.mentor) ?? usualHours(scheme.zone));
  const next = menteeSaysYes(pairing, open.papers, now, dates);
  return {
    said: 'waiting',
    answerBy: dates.answerBy,
    changes: {
      put: [put('pairing', next.pairing), ...(next.papers ? [put('papers', next.papers)] : [])],
      letters: [letterTo(pairing.mentor, 'proposal.asked', next.pairing)],
      history: [{ what: 'proposal.mentee-yes', about: about(pairing) }],
    },
  };
}

/** The mentor's yes: the two are introduced (R14), unless the mentee is not there any more or the mentor now offers fewer places (R16). */
export function mentorYes(turn: Turn<Answering>, pairing: Pairing): Answer {
  const { open, now, scheme } = turn;
  const { mentorPlace, menteePlace } = open;
  if (!mentorPlace || !standsBy(mentorPlace)) return { said: 'away' };
  if (!standsBy(menteePlace) || barred(open))
    return { said: 'impossible', changes: quietly(endingOf(pairing, open, { side: 'mentee', why: 'gone', at: now })) };
  if (!withinCapacity(mentorPlace)) return { said: 'full' };
  const others = {
    otherMenteeFiles: [open.menteeAsMentor],
    mentorFiles: [open.mentorFile, open.mentorAsMentee],
  };
  const done = introduce(pairing, open.papers, { ...open, ...others }, now, scheme);
  return {
    said: 'introduced',
    changes: {
      put: [
        put('pairing', done.pairing),
        put('papers', done.papers),
        ...done.registrations.map(place => put('registration', place)),
        ...done.casefiles.map(file => put('casefile', file)),
        ...done.exclusions.map(list => put('exclusions', list)),
      ],
      letters: [pairing.mentee, pairing.mentor].map(person => letterTo(person, 'proposal.introduced', pairing)),
      history: [{ what: 'introduced', about: about(pairing) }],
    },
  };
}

/** A no; or "we share a line", which also keeps the two apart from now on (R12). */
export function sayNo(turn: Turn<Answering>, pairing: Pairing, side: 'mentor' | 'mentee', why: 'no' | 'line'): Changes {
  const ended = endingOf(pairing, turn.open, { side, why, at: turn.now });
  if (why === 'no') return ended;
  return together(ended, { put: sameLine(pairing, turn.open, turn.now).map(list => put('exclusions', list)) });
}

/** Whoever acts reads the answer on the screen: no letter says it again. */
function quietly(changes: Changes): Changes {
  return { ...changes, letters: [] };
}

function usualHours(zone: string) {
  return { zone, hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' } };
}

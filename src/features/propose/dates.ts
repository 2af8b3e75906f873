// What happens by date: one reminder to whoever is asked, and the end of a proposal that nobody answered (B3, B5).
import { type DateRule, dateOf } from '../../conversation/feature.ts';
import { inHours } from '../../conversation/in-hours.ts';
import type { Ids } from '../../conversation/notice.ts';
import { put } from '../../conversation/outcome.ts';
import { one, sealedOne, via } from '../../conversation/plan.ts';
import { askedPerson, askedSide } from '../../scheme/proposals.ts';
import { endingOf } from './decide.ts';

const peoplePlan = () => ({
  mentor: one('person', via('pairing', 'mentor')),
  mentee: one('person', via('pairing', 'mentee')),
});

export const dates: DateRule[] = [
  dateOf({
    what: 'proposal.remind',
    plan: (ids: Ids) => ({ pairing: one('pairing', ids['id'] ?? ''), ...peoplePlan() }),
    decide: turn => {
      const { pairing, mentor, mentee } = turn.open;
      const person = pairing && askedPerson(pairing);
      if (!pairing || !person || !pairing.remindAt || pairing.remindAt > turn.now) return undefined;
      return {
        put: [put('pairing', { ...pairing, remindAt: undefined })],
        letters: inHours(
          [
            {
              letter: 'proposal.reminder',
              ids: { pairing: pairing.id },
              to: { person },
              id: `proposal.reminder:${pairing.id}:${person}`,
            },
          ],
          [mentor, mentee],
          turn,
        ),
      };
    },
  }),
  dateOf({
    what: 'proposal.lapse',
    plan: (ids: Ids) => ({
      pairing: one('pairing', ids['id'] ?? ''),
      papers: one('papers', ids['id'] ?? ''),
      ...peoplePlan(),
      mentorPlace: sealedOne('registration', via('pairing', 'mentor', '-mentor')),
      menteePlace: sealedOne('registration', via('pairing', 'mentee', '-mentee')),
    }),
    decide: turn => {
      const { open, now } = turn;
      const { pairing, mentor, mentee } = open;
      const side = pairing && askedSide(pairing);
      if (!pairing || !side || !pairing.deadlineAt || pairing.deadlineAt > now) return undefined;
      const ended = endingOf(pairing, open, { side, why: 'lapse', at: now });
      return { ...ended, letters: inHours(ended.letters ?? [], [mentor, mentee], turn) };
    },
  }),
];

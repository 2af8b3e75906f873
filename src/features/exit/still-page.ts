// Still available? Asked once a year of whoever waits, with one reminder; no answer is nobody's fault, and one tap brings anybody back (A14).
import { dateOf, letterOf, pageOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, open, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { allOf, me, type Opened, one, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { returned, stillLook, stillThere } from '../../scheme/absence.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { says } from './messages.ts';

const stillPlan = () => ({ registrations: allOf('registration', me, 4) });
type StillTurn = Turn<Opened<ReturnType<typeof stillPlan>>>;

const at = (ids: Ids) => ({ word: 'offer.still', ids });
const home = open(says.home, 'home');

/** My registration that is asked about, or that was left in peace since. */
const meant = ({ open: opened, actor }: StillTurn, ids: Ids): Registration | undefined =>
  opened.registrations.find(
    ({ id, person, state }) =>
      id === ids['registration'] && person === actor.person?.id && (state === 'available' || state === 'dormant'),
  );

function show(turn: StillTurn, ids: Ids): View {
  const mine = meant(turn, ids);
  if (!mine) return { title: says.stillTitle, parts: [text(says.already.other)], buttons: [home] };
  return {
    title: says.stillTitle,
    parts: [text((mine.state === 'dormant' ? says.stillAway : says.still)[mine.role])],
    buttons: [
      press(says.stillYes, 'offer.still', 'yes', { registration: mine.id }, 'primary'),
      open(says.stillPause, 'me.pause', { role: mine.role }),
      open(says.profile, 'profile'),
    ],
  };
}

function yes(turn: StillTurn, ids: Ids): Outcome {
  const before = meant(turn, ids);
  if (!before) return { screen: view(show(turn, ids), at(ids)) };
  const after =
    before.state === 'dormant' ? returned(before, turn.scheme, turn.now) : { ...before, ...stillThere(turn.now) };
  return {
    changes: { put: [put('registration', after)], history: [{ what: 'registration.still', about: [before.id] }] },
    screen: view(
      {
        title: says.stillTitle,
        parts: [text(before.state === 'dormant' ? says.stillBack : says.stillThanks)],
        buttons: [home],
      },
      at(ids),
    ),
  };
}

export const stillPage = pageOf({ word: 'offer.still', for: 'member', plan: stillPlan, show, press: { yes } });

export const stillDate = dateOf({
  what: 'registration.still',
  plan: ids => ({
    registration: one('registration', ids['id'] ?? 'none'),
    person: one('person', via('registration', 'person')),
  }),
  decide: ({ open: { registration, person }, now, scheme }) => {
    if (registration?.state !== 'available') return undefined;
    const isAsked = person !== undefined && person.goneAt === undefined && person.checkins !== 'none';
    const { after, asks } = stillLook(registration, isAsked, isAsked && mayPrompt(person, now, scheme), now);
    if (!asks || !person) return { put: [put('registration', after)] };
    return {
      put: [put('registration', after), put('person', prompted(person, now, scheme))],
      letters: [
        {
          letter: 'offer.still',
          ids: { registration: after.id },
          to: { person: person.id },
          id: `offer.still-${after.id}-${after.stillAsked ?? 0}`,
          notBefore: intoWorkingHours(now, person.zone, person.hours, scheme.closedDays),
        },
      ],
    };
  },
});

/** Vanishes once they have answered, or are matched. */
export const stillLetter = letterOf({
  name: 'offer.still',
  class: 'nudge',
  plan: (ids: Ids) => ({ registration: one('registration', ids['registration'] ?? 'none') }),
  draw: ({ open: { registration } }): Notice | undefined =>
    registration?.state === 'available' && registration.stillAsked !== undefined
      ? {
          text: says.something,
          buttons: [
            open(says.open, 'offer.still', { registration: registration.id }, 'primary'),
            open(says.fewer, 'me.reminders'),
          ],
        }
      : undefined,
});

// The home page, and what the bare command shows: where this person stands and their own next step. The steps themselves are in steps.ts.
import { pageOf, type Room } from '../../conversation/feature.ts';
import { myPairings, pairingsPlan } from '../../conversation/my-pairings.ts';
import { text, type View } from '../../conversation/notice.ts';
import { allOf, me, mine, myAccount, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { REGISTER_DRAFT } from '../../scheme/joining.ts';
import { appOf } from '../../scheme/lanes.ts';
import { givenName } from '../../scheme/reach.ts';
import { says } from './messages.ts';
import { buttonsFor, type Standing, stepsFor } from './steps.ts';

const homePlan = () => ({
  ...pairingsPlan(),
  registrations: allOf('registration', me, 4),
  notebook: one('notebook', mine()),
  early: one('notebook', myAccount),
  wish: one('wish', mine()),
  evaluations: allOf('evaluation', me, 40),
});
type HomeTurn = Turn<Opened<ReturnType<typeof homePlan>>>;

function standingOf(turn: HomeTurn): Standing {
  const { actor, scheme, now, open: opened } = turn;
  const [twin] = actor.twin?.accounts ?? [];
  return {
    now,
    scheme,
    zone: actor.person?.zone ?? scheme.zone,
    coordinator: actor.coordinator,
    person: actor.person?.id,
    // Co-ordinators may read everybody's; here are their own.
    registrations: opened.registrations.filter(registration => registration.person === actor.person?.id),
    pairings: myPairings(turn),
    evaluations: opened.evaluations,
    wish: opened.wish,
    twin: twin && appOf(twin),
    hasDraft: [opened.notebook, opened.early].some(book => book !== undefined && REGISTER_DRAFT in book.drafts),
  };
}

/** At most so many things are said at once; the pages behind the buttons say the rest. */
const SENTENCES = 6;

function homeView(turn: HomeTurn): View {
  const standing = standingOf(turn);
  const steps = stepsFor(standing);
  // Whoever holds both roles would read some sentences twice.
  const said = [...new Set(steps.map(step => step.says))];
  const name = turn.actor.person?.name || turn.actor.profile?.name;
  return {
    title: turn.scheme.name,
    parts: [
      ...(name ? [text(says.hello(givenName(name)))] : []),
      ...said.slice(0, SENTENCES).map(sentence => text(sentence)),
    ],
    buttons: buttonsFor(standing, steps),
  };
}

export const homeRoom: Room = {
  name: 'home',
  pages: [
    pageOf({ word: 'home', also: ['hello', 'hi', 'start', 'next'], for: 'anyone', plan: homePlan, show: homeView }),
  ],
};

// The home page by a plain call, for whoever acts and whatever is on record for them.
import type { Actor, Turn } from '../../../src/conversation/turn.ts';
import { homeRoom } from '../../../src/features/home/home.ts';
import type { Evaluation, Notebook, Pairing, Person, Registration, Scheme, Wish } from '../../../src/scheme/kinds.ts';
import { buttonsOf, leads, viewOf, words } from '../page.ts';
import { aPerson, aScheme, aTurn } from '../turn.ts';

export const sam = aPerson('S', 'Sam Okafor');
type Has = {
  registrations?: Registration[];
  pairings?: Pairing[];
  names?: Record<string, string>;
  notebook?: Notebook;
  early?: Notebook;
  evaluations?: Evaluation[];
  wish?: Wish;
};

/** The home page of somebody who has this on record: where its buttons lead, and what is said. */
export function home(who: Person | Actor, has: Has = {}, scheme: Partial<Scheme> = {}) {
  const cards = (role: string) =>
    Object.entries(has.names ?? {}).map(([person, name]) => ({ id: `${person}-${role}`, person, name, role }));
  const open = {
    registrations: has.registrations ?? [],
    pairings: has.pairings ?? [],
    mentorCards: cards('mentor'),
    menteeCards: cards('mentee'),
    notebook: has.notebook,
    early: has.early,
    evaluations: has.evaluations ?? [],
    wish: has.wish,
  };
  const turn: Turn = aTurn(who, open, { scheme: aScheme(scheme), place: 'home' });
  const view = viewOf(homeRoom, 'home', turn);
  return { view, to: leads(view), says: words(view.parts), buttons: buttonsOf(view) };
}

export const stranger: Actor = { account: 'slack/T1/UX', coordinator: false, profile: { name: 'Xena Price' } };
export const coordinator: Actor = { account: 'slack/T1/UC1', coordinator: true };
/** Of whom there are cards. */
export const names = { M: 'Mo Reed', E: 'Elin Hart' };

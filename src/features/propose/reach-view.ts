// How the two reach each other, on their page: a chat where they have one in common, else a note; and what each has chosen to share.
import { buttons, facts, note, open, type Part, row, type Text, text } from '../../conversation/notice.ts';
import type { Opened } from '../../conversation/plan.ts';
import type { Pairing, Person, Share } from '../../scheme/kinds.ts';
import { appOf } from '../../scheme/lanes.ts';
import { meetingStage } from '../../scheme/meetings.ts';
import { inWords } from '../../scheme/options.ts';
import { asksDirectory, chatLink, nameOnButton, nearAccounts } from '../../scheme/reach.ts';
import { accountsOf } from '../../scheme/sealed.ts';
import { messages } from './messages.ts';
import type { PairTurn, pairPlan } from './pair-plan.ts';
import type { Partner } from './pair-view.ts';

const words = messages.pair;

/** The accounts that only a directory can say how to link to: of partners in the same tenant. */
export function toLookUp(opened: Opened<ReturnType<typeof pairPlan>>, person: Person | undefined): string[] {
  const own = person?.accounts ?? [];
  const others = [...opened.mentors, ...opened.mentees].filter(one => one.id !== person?.id).flatMap(accountsOf);
  return nearAccounts(own, others).filter(asksDirectory);
}

function linkTo({ actor, accounts: facts }: PairTurn, { accounts }: Partner): string | undefined {
  return chatLink(actor.person?.accounts ?? [], accounts, facts, actor.account);
}

/** Whether something else on the page is this person's to do first: suggesting or choosing a time, telling of a meeting, confirming. */
function isWaitedFor({ now }: PairTurn, pairing: Pairing, { side }: Partner): boolean {
  const own = side === 'mentor' ? 'mentee' : 'mentor';
  const stage = meetingStage(pairing, own, now);
  const isAsked = stage === 'choosing' || stage === 'past' || (stage === 'first' && own === 'mentor');
  return pairing.toConfirm === own || isAsked;
}

/** *Message Sam*, where both are in one workspace or tenant; else a note. */
function chatParts(turn: PairTurn, pairing: Pairing, partner: Partner): Part[] {
  const { name, given, accounts } = partner;
  const link = linkTo(turn, partner);
  // Where something waits for this one, that comes first.
  const style = isWaitedFor(turn, pairing, partner) ? {} : { style: 'primary' as const };
  if (link) return [buttons({ label: words.message(nameOnButton(name)), url: link, ...style })];
  const [first] = accounts;
  if (first === undefined) return [note(words.isAway(given)), buttons(open(words.contact, 'contact'))];
  const isNear = nearAccounts(turn.actor.person?.accounts ?? [], accounts).length > 0;
  return [
    note(isNear ? words.noChat(given) : words.noReach(given, appOf(first))),
    buttons({ ...open(words.sendNote, 'reach.note', { pairing: pairing.id }), ...style }),
  ];
}

function noteParts(turn: PairTurn, pairing: Pairing, { side, given }: Partner): Part[] {
  return turn.open.notes
    .filter(one => one.pairing === pairing.id && one.side === side)
    .map(({ id }) => row(words.noteWaits(given), open(words.readNote, 'reach.read', { note: id }, 'primary')));
}

function sharedParts(share: Share | undefined, given: string): Part[] {
  if (!share) return [];
  const { email, phone, call } = share;
  const told: [string, Text][] = [
    ...(email ? [[words.sharedEmail, email] as [string, Text]] : []),
    ...(phone ? [[words.sharedPhone, phone] as [string, Text]] : []),
    ...(call ? [[words.sharedCall, [{ link: call, label: words.sharedCallLink }]] as [string, Text]] : []),
  ];
  return told.length > 0 ? [text([{ bold: words.shared(given) }]), facts(told)] : [];
}

/** What I share myself; right after the introduction it is asked, later said. */
function ownParts(pairing: Pairing, share: Share | undefined, given: string): Part[] {
  const what = (['email', 'phone', 'call'] as const).filter(way => share?.[way]).map(way => words.sharesOf[way]);
  const nothing = pairing.met === 0 ? words.shareAsk(given) : words.sharesNothing(given);
  const says = what.length > 0 ? words.shares(inWords(what), given) : nothing;
  return [row(says, open(words.sharing, 'reach', { pairing: pairing.id }))];
}

/** How the two reach each other. */
export function reachParts(turn: PairTurn, pairing: Pairing, partner: Partner): Part[] {
  const { mentorShares, menteeShares } = turn.open;
  const of = (shares: readonly Share[]): Share | undefined => shares.find(one => one.pairing === pairing.id);
  const [theirs, mine] =
    partner.side === 'mentor' ? [of(mentorShares), of(menteeShares)] : [of(menteeShares), of(mentorShares)];
  return [
    ...noteParts(turn, pairing, partner),
    ...chatParts(turn, pairing, partner),
    ...sharedParts(theirs, partner.given),
    ...ownParts(pairing, mine, partner.given),
  ];
}
